// How French marks are shown, and that nothing else changes.
import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typeset } from '../../src/locale/typography.ts'

/** Rows are written with `_` for U+202F so that they can be read. */
const narrow = (text: string): string => text.replaceAll('_', '\u202F')

const isStable = (text: string): boolean => typeset(typeset(text)) === typeset(text)
const solid = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')
const keepsSolid = (text: string): boolean => solid(typeset(text)) === solid(text)

describe('typeset', () => {
  it.each([
    ['straight marks become guillemets', 'Elle parle d\'une "avancée".', 'Elle parle d’une «_avancée_».'],
    ['English marks too', 'Un “bon accord”, dit-il.', 'Un «_bon accord_», dit-il.'],
    [
      'guillemets get their narrow spaces',
      '«Non», «  oui » et «\u00A0peut-être\u00A0».',
      '«_Non_», «_oui_» et «_peut-être_».',
    ],
    ['an inner quotation keeps other marks', '"Il a dit "jamais" hier"', '«_Il a dit “jamais” hier_»'],
    ['a lost mark stays as it is', 'Il a dit "jamais hier.', 'Il a dit "jamais hier.'],
    ['a lost closing mark stays as it is', 'jamais", a-t-il dit.', 'jamais", a-t-il dit.'],
    ['a pair does not cross a line', '"Un\ndeux"', '"Un\ndeux"'],
    ['high marks get a narrow space', 'Qui ? Elle; lui: eux! Fin', 'Qui_? Elle_; lui_: eux_! Fin'],
    ['a run of marks gets one', 'Vraiment ?!', 'Vraiment_?!'],
    ['signs behind figures', '12% et 5 €, 3,5\u00A0%', '12_% et 5_€, 3,5_%'],
    ['degrees', 'de 30°C à 35 °C, 110km/h', 'de 30_°C à 35_°C, 110km/h'],
    ['other degrees stay', 'par 48°N', 'par 48°N'],
    ['dashes of a typewriter', 'Elle - et lui -- rient', 'Elle – et lui – rient'],
    ['hyphens and a list stay', '- un demi-mot\n- 2-1', '- un demi-mot\n- 2-1'],
    ['apostrophes', "l'été, aujourd'hui, qu'\"elle\"", 'l’été, aujourd’hui, qu’«_elle_»'],
    ['a final apostrophe', "Les Bodin's et Jo' sont là", 'Les Bodin’s et Jo’ sont là'],
    ['single quotation marks stay', "Le mot 'barbares' choque", "Le mot 'barbares' choque"],
    ['an ellipsis', 'Il hésite... puis part', 'Il hésite… puis part'],
    ['Swiss numbers stay', "25'000 habitants", "25'000 habitants"],
    ['blanks inside numbers stay', '1\u00A0200 et 3\u202F400', '1\u00A0200 et 3\u202F400'],
    ['hours and scores stay', 'à 18:30, 2:1', 'à 18:30, 2:1'],
    [
      'addresses stay',
      'voir https://exemple.fr/a?b=c:d;e... et www.exemple.fr/x!y',
      'voir https://exemple.fr/a?b=c:d;e... et www.exemple.fr/x!y',
    ],
    ['marks in brackets stay', 'un succès (!) et un doute (?)', 'un succès (!) et un doute (?)'],
    ['a text without marks stays', 'Le ministre est arrivé.', 'Le ministre est arrivé.'],
    ['nothing stays nothing', '', ''],
  ])('%s', (_reason, given, shown) => {
    expect(typeset(given)).toBe(narrow(shown))
  })

  const news = array(
    constantFrom(
      '"',
      '«',
      '»',
      '“',
      '”',
      "'",
      '’',
      ' ',
      '\u202F',
      '\u00A0',
      '\n',
      '.',
      '...',
      ':',
      ';',
      '!',
      '?',
      '%',
      '€',
      '(',
      ')',
      'a',
      'é',
      'L',
      'mot',
      '12',
      '18:30',
      'http://a.b/c?d',
      '@',
      '/',
      '-',
      ' - ',
      '°C',
      'km/h',
    ),
    { maxLength: 40 },
  ).map((parts) => parts.join(''))

  it('changes nothing the second time', () => {
    expect(() => assert(property(news, isStable), { numRuns: 5000 })).not.toThrow()
  })

  it('keeps every letter and figure', () => {
    expect(() =>
      assert(property(oneof(news, string({ unit: 'grapheme' })), keepsSolid), { numRuns: 5000 }),
    ).not.toThrow()
  })

  it('takes less than a second of computing for a million characters', { retry: 2 }, () => {
    const before = process.cpuUsage()
    typeset('"a '.repeat(300_000))
    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000)
  })
})
