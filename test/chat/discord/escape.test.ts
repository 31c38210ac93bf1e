import { describe, expect, it } from 'vitest'
import { escapeMarkdown, plainWords } from '../../../src/chat/discord/escape.ts'
import { titleOf } from '../../../src/chat/discord/thread-name.ts'
import { seenMarkdown } from './fake/markdown.ts'

describe('words of others on Discord', () => {
  it.each([
    [
      'La préfète a reçu, mardi (8 h), 3,5 % des maires - enfin.',
      'La préfète a reçu, mardi (8 h), 3,5 % des maires - enfin.',
      'ordinary words stay as they are',
    ],
    [
      '**gras** _penché_ ~~barré~~ `code` ||caché||',
      String.raw`\*\*gras\*\* \_penché\_ \~\~barré\~\~ \`code\` \|\|caché\|\|`,
      'marks',
    ],
    [String.raw`¯\_(ツ)_/¯`, String.raw`¯\\\_(ツ)\_/¯`, 'an escape of their own'],
    ['@everyone et @here', String.raw`\@everyone et \@here`, 'everybody'],
    [
      '<@1> <@&2> <#3> <t:4:R> <:feu:5> </aide:6>',
      String.raw`\<\@1\> \<\@&2\> \<#3\> \<t\:4\:R\> \<\:feu\:5\> \</aide\:6\>`,
      'mentions of all kinds',
    ],
    ['Il dit :fire: à 8:30, puis : rien', String.raw`Il dit \:fire: à 8\:30, puis : rien`, 'emoji by name'],
    ['https://piege.exemple.fr', String.raw`https\://piege.exemple.fr`, 'an address'],
    [
      '[ici](https://piege.exemple.fr)',
      String.raw`\[ici\]\(https\://piege.exemple.fr)`,
      'an address under other words',
    ],
    ['# titre', String.raw`\# titre`, 'a title'],
    ['-# petit', String.raw`\-# petit`, 'small print'],
    ['- point', String.raw`\- point`, 'a list'],
    ['  + point', String.raw`  \+ point`, 'a list, indented'],
    ['12. point', String.raw`12\. point`, 'a list with numbers'],
    ['3,5 points', '3,5 points', 'a figure'],
    ['> dit', String.raw`\> dit`, 'a quotation'],
  ])('writes « %s » as « %s »: %s', (words, expected, _why) => {
    expect(escapeMarkdown(words)).toBe(expected)
    const seen = seenMarkdown(expected)
    expect([seen.text, seen.marks.filter((mark) => mark !== 'escape'), seen.mentions]).toEqual([
      words.trim(),
      [],
      [],
    ])
  })

  it.each([
    ['une\nligne\r\net une autre', 'une ligne et une autre', 'line ends are blanks'],
    ['tour\u202Ené\u202C', 'tourné', 'a text turned round'],
    ['cloche\u0007 et \u001B[31mrouge', 'cloche et rouge', 'what steers a terminal'],
    ['Lav\u034F\u2065\u206Arov \u3164\uFFF9', 'Lavrov ', 'what has no looks of its own'],
    ['Lavrov\u{E0041}\u{E0042}', 'Lavrov', 'a text that nobody sees'],
    [
      '\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
      '\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
      'the flag of England keeps its tags',
    ],
    [
      '\u{1F469}\u200D\u{1F52C} et \u2764\uFE0F',
      '\u{1F469}\u200D\u{1F52C} et \u2764\uFE0F',
      'joined and coloured emoji',
    ],
    ['moitié \uD83D de caractère', 'moitié \uFFFD de caractère', 'half of a character is no JSON'],
  ])('makes one plain line of %j', (text, expected, _why) => expect(plainWords(text)).toBe(expected))

  it.each([
    ['## La revue du *matin*'.replaceAll('*', String.raw`\*`), 'La revue du *matin*', 'a title with escapes'],
    ['**Le point en C\\#**\n-# mardi', 'Le point en C#', 'a title that is strong words'],
    ['- [Le Fil](<https://fil.exemple.fr>) et **moi**', '- Le Fil et moi', 'links and strong words'],
  ])('names a thread after %j', (content, expected, _why) => expect(titleOf(content)).toBe(expected))
})
