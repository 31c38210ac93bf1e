// Reprints: what is one text twice, and what only looks like it.
import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/core/calendar.ts'
import { isReprint, traceReprint, type ReprintTrace } from '../../src/core/reprint.ts'

const AT = Date.UTC(2026, 10, 20, 7)

const DISPATCH = `Le port de Kerlouan a rouvert mercredi matin après trois jours de tempête, a annoncé la préfecture.
Les quarante-deux chalutiers restés à quai depuis dimanche ont pu reprendre la mer vers 6 heures. « Nous avons perdu
l’équivalent d’une semaine de pêche », a déclaré Yann Le Goff, qui préside le comité local. La digue, endommagée sur
120 mètres, doit être réparée avant le 15 décembre. Les travaux coûteront 2,4 millions d’euros, selon la région, qui
en paiera la moitié. Aucun blessé n’est à déplorer, mais 18 familles ont dû quitter leur logement pendant la nuit. Le
vent a soufflé à 148 km/h, la houle a atteint 9 mètres et 3 200 foyers étaient encore privés de courant à midi.`

const SEQUEL = `Dans l’après-midi, la ministre de la Mer est venue sur place. Elle a promis une aide d’urgence aux
équipages, dont le montant sera fixé dans les prochains jours, et la création d’un fonds pour les ports exposés. Les
élus de l’opposition ont jugé ces promesses tardives et demandé un débat à l’Assemblée avant la fin du mois.`

const NOTICE = `Cet article est réservé à nos abonnés. Vous avez un compte ? Identifiez-vous pour lire la suite. Sinon,
abonnez-vous à partir d’un euro par mois, sans engagement, et lisez tous nos articles sur tous vos écrans, nos
enquêtes, nos entretiens, nos archives depuis 1998 et le journal du jour dès la veille au soir, à 22 heures.`

function trace(title: string, text: string, publishedAt = AT): ReprintTrace {
  return traceReprint({ title, text, publishedAt })
}

const ORIGINAL = trace('À Kerlouan, le port rouvre après la tempête', DISPATCH)

describe('a reprint', () => {
  it.each([
    ['À Kerlouan, le port rouvre après la tempête', DISPATCH, 'the same text'],
    ['Tempête : les chalutiers reprennent la mer', DISPATCH, 'another title'],
    ['Kerlouan', DISPATCH.toUpperCase().replaceAll('’', "'").replace('.', ' !'), 'case, apostrophes, points'],
    [
      'Kerlouan',
      DISPATCH.replace('Aucun blessé n’est à déplorer, mais', 'Aucun blessé, mais'),
      'a few words less',
    ],
    ['Kerlouan', DISPATCH.split('La digue')[0] ?? '', 'shortened by the paper that prints it'],
    ['Kerlouan', DISPATCH.replace('120 mètres', 'cent vingt mètres'), 'one figure of eight in words'],
  ])('is seen under « %s »', (title, text, _why) => {
    expect(isReprint(trace(title, text, AT + HOUR), ORIGINAL)).toBe(true)
  })

  it.each([
    [`${DISPATCH}\n\n${SEQUEL}`, 'an update that adds a third of new text'],
    [DISPATCH.replace('18 familles', '31 familles').replace('120', '180'), 'the toll has changed'],
    [SEQUEL, 'another text'],
    ['', 'no text at all'],
  ])('is not seen in « %.20s »', (text, _why) => {
    expect(isReprint(trace('Kerlouan : le port rouvre', text, AT + HOUR), ORIGINAL)).toBe(false)
  })

  it('is not seen when the title brings a figure that is new', () => {
    const shortened = DISPATCH.replace('mercredi ', '')
    expect(isReprint(trace('Tempête : 19 familles sans toit', shortened), ORIGINAL)).toBe(false)
    expect(isReprint(trace('Tempête : 18 familles sans toit', shortened), ORIGINAL)).toBe(true)
  })

  it.each([
    [`${DISPATCH}\n\n${SEQUEL}`, 6 * HOUR, true, 'the same title over a grown text'],
    [DISPATCH.split('Aucun')[0] ?? '', 6 * HOUR, true, 'the same title over a text that was cut'],
    [DISPATCH.replace('18 familles', '19 familles'), 6 * HOUR, true, 'a figure corrected within the day'],
    [
      DISPATCH.replaceAll(/\d+/g, (figure) => `${figure}1`),
      2 * DAY,
      false,
      'two days later, with other figures',
    ],
    [SEQUEL, 6 * HOUR, false, 'the same title over another text'],
  ])('or the next edition under its own title: « %.20s » after %i ms, %s', (text, gap, expected, _why) => {
    const next = trace('À Kerlouan, le port rouvre après la tempête', text, AT + gap)
    expect(isReprint(next, ORIGINAL)).toBe(expected)
  })

  it('may add a date, for nothing that was said has changed', () => {
    const older = trace('Kerlouan', DISPATCH.replaceAll(/\d+/g, 'des'))
    const newer = trace(
      'Le port de Kerlouan',
      DISPATCH.replaceAll(/\d+/g, 'des').replace('mercredi', 'mercredi 18'),
    )
    expect(isReprint(newer, older)).toBe(true)
  })

  it('is not seen when the number of the title is another, be it in letters', () => {
    const text = DISPATCH.replace('18 familles', 'six familles')
    const older = trace('Tempête : six familles sans toit', text)
    const newer = trace(
      'Tempête : quatre familles sans toit',
      text.replace('six familles', 'quatre familles'),
    )
    expect(isReprint(newer, older)).toBe(false)
  })

  it('is not looked for beyond three days', () => {
    expect(isReprint(trace('Kerlouan', DISPATCH, AT + 3 * DAY), ORIGINAL)).toBe(true)
    expect(isReprint(trace('Kerlouan', DISPATCH, AT + 3 * DAY + HOUR), ORIGINAL)).toBe(false)
  })

  it('is not made of a subscription notice that stands in for every article', () => {
    const first = trace('Le budget de la région adopté d’une voix', NOTICE)
    expect(isReprint(trace('Handball : Nantes s’impose à Chambéry', NOTICE), first)).toBe(false)
  })

  it('counts 5.253 and 5 253 as one figure', () => {
    const [dot, blank] = [DISPATCH.replace('120', '5.253'), DISPATCH.replace('120', '5 253')]
    expect(trace('Kerlouan', dot).figures).toEqual(trace('Kerlouan', blank).figures)
  })
})

describe('a short text', () => {
  const SHORT = 'Retrouvez l’intégralité du journal présenté par la rédaction.'
  it.each([
    ['Le journal de 20 heures du 20 novembre', SHORT, true, 'same title, same text'],
    ['Le journal de 20 heures du 21 novembre', SHORT, false, 'the next day’s, with the same words'],
    ['Le journal de 20 heures du 20 novembre', `${SHORT} Avec la météo.`, false, 'another text'],
  ])('« %s » is a reprint: %s', (title, text, expected, _why) => {
    const older = trace('Le journal de 20 heures du 20 novembre', SHORT)
    expect(isReprint(trace(title, text), older)).toBe(expected)
  })

  it('of a few words in all is never folded', () => {
    expect(isReprint(trace('La météo de demain', ''), trace('La météo de demain', ''))).toBe(false)
  })
})
