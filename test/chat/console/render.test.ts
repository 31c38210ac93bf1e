// Messages as lines of a terminal: width, breaks, marks, and nothing that steers.
import { describe, expect, it } from 'vitest'
import { renderMessage } from '../../../src/chat/console/render.ts'
import type { Block, Span } from '../../../src/core/message.ts'

const render = (block: Block, isColour = false): string =>
  renderMessage({ summary: '', blocks: [block] }, isColour)
const plain = (text: string): Span => ({ kind: 'plain', text })
const link = (text: string, path: string): Span => ({ kind: 'link', text, url: `https://a.fr/${path}` })
const paragraph = (text: string): Block => ({ kind: 'paragraph', spans: [plain(text)] })
const SENTENCE = 'Le conseil a rendu son avis, que la commission a suivi sans y changer un seul mot.'

describe('lines of the console', () => {
  it.each([
    [paragraph('Court.'), 'Court.', 'a short paragraph'],
    [
      paragraph(SENTENCE),
      'Le conseil a rendu son avis, que la commission a suivi sans y changer un seul\nmot.',
      'breaks at a space before column 80',
    ],
    [paragraph('a'.repeat(78) + ' b'), `${'a'.repeat(78)} b`, 'exactly 80 columns'],
    [paragraph('a'.repeat(79) + ' b'), `${'a'.repeat(79)}\nb`, '81 columns'],
    [
      paragraph(`${'a'.repeat(76)} «\u202Foui\u202F»`),
      `${'a'.repeat(76)}\n«\u202Foui\u202F»`,
      'not at a narrow space',
    ],
    [paragraph(`${'a'.repeat(76)} 20\u00A0000`), `${'a'.repeat(76)}\n20\u00A0000`, 'not at a no-break space'],
    [paragraph('une\r\ndeux\n\ntrois'), 'une\ndeux\n\ntrois', 'lines of its own'],
    [paragraph('  trop   d’espaces '), 'trop d’espaces', 'spaces'],
    [paragraph(`${'😀'.repeat(39)} bb`), `${'😀'.repeat(39)}\nbb`, 'emoji take two columns'],
    [paragraph(`${'e\u0301'.repeat(77)} bb`), `${'e\u0301'.repeat(77)} bb`, 'combining accents take none'],
    [paragraph(''), '', 'nothing'],
    [{ kind: 'heading', level: 1, text: 'La revue' }, 'La revue\n────────', 'a title'],
    [{ kind: 'heading', level: 2, text: '1. Les maires' }, '1. Les maires', 'the title of a story'],
    [
      { kind: 'quote', sentences: ['Une.', '«\u202FDeux\u202F»'], source: [plain('Le Courrier')] },
      '  «\u202FUne.\u202F»\n  «\u202FDeux\u202F»\n  — Le Courrier',
      'each sentence has its guillemets, once',
    ],
    [
      { kind: 'quote', sentences: ['«\u202FOui\u202F», dit-il, et «\u202Fnon\u202F»'], source: [] },
      '  «\u202F“Oui”, dit-il, et “non”\u202F»',
      'quotations within ours take the second pair of marks',
    ],
    [
      { kind: 'quote', sentences: [SENTENCE], source: [] },
      '  «\u202FLe conseil a rendu son avis, que la commission a suivi sans y changer un\n  seul mot.\u202F»',
      'a quotation stands in on every line',
    ],
    [
      { kind: 'list', items: [[plain('un')], [plain(SENTENCE)]] },
      '• un\n• Le conseil a rendu son avis, que la commission a suivi sans y changer un seul\n  mot.',
      'a list hangs',
    ],
    [
      {
        kind: 'paragraph',
        spans: [{ kind: 'link', text: 'Le Courrier', url: 'https://a.fr/?q=1&r=é b>' }, plain('.')],
      },
      'Le Courrier\u00A0[1].\n\n[1] <https://a.fr/?q=1&r=é%20b%3E>',
      'an address cannot end early',
    ],
    [
      { kind: 'context', spans: [{ kind: 'link', text: 'https://a.fr/', url: 'https://a.fr/' }] },
      'https://a.fr/',
      'an address once',
    ],
    [
      {
        kind: 'context',
        spans: [{ kind: 'link', text: 'X', url: 'https://a.fr/\u001B]8;;https://b.fr\u0007' }],
      },
      'X\u00A0[1]\n\n[1] <https://a.fr/>',
      'nor steer',
    ],
  ] satisfies [Block, string, string][])('renders %j as %j: %s', (block, expected, _why) => {
    expect(render(block)).toBe(expected)
  })

  it('never passes column 80, but for a word longer than that', () => {
    const url = `https://exemple.fr/${'a'.repeat(90)}`
    const lines = render(paragraph(`${SENTENCE} ${SENTENCE} ${url} ${SENTENCE}`)).split('\n')
    expect(lines.filter((line) => line.length > 80)).toEqual([url])
  })

  it('gives an address that comes again the same number', () => {
    const block: Block = {
      kind: 'context',
      spans: [link('Un', '1'), plain(', '), link('Deux', '2'), plain(', '), link('encore Un', '1')],
    }
    expect(render(block)).toBe(
      'Un\u00A0[1], Deux\u00A0[2], encore Un\u00A0[1]\n\n[1] <https://a.fr/1>\n[2] <https://a.fr/2>',
    )
  })

  it('leaves a blank line between blocks', () => {
    expect(renderMessage({ summary: 'x', blocks: [paragraph('Une.'), paragraph('Deux.')] }, false)).toBe(
      'Une.\n\nDeux.',
    )
  })

  it('breaks coloured text where plain text breaks, and closes every line', () => {
    const block: Block = {
      kind: 'paragraph',
      spans: [{ kind: 'strong', text: `${SENTENCE} ${SENTENCE}` }, plain(', oui')],
    }
    const coloured = render(block, true)
    // oxlint-disable-next-line no-control-regex -- our own colours
    expect(coloured.replaceAll(/\u001B\[\d+m/g, '')).toBe(render(block))
    // oxlint-disable-next-line no-control-regex -- our own colours
    for (const line of coloured.split('\n')) expect(line).toMatch(/^\u001B\[1m.*(\u001B\[0m|oui)$/)
  })

  it('glues a mark to the word that touches it', () => {
    const spans: readonly Span[] = [{ kind: 'strong', text: 'Jeanne Morel' }, plain(', ministre')]
    expect(render({ kind: 'paragraph', spans }, true)).toBe(
      '\u001B[1mJeanne\u001B[0m \u001B[1mMorel\u001B[0m, ministre',
    )
  })

  it.each([
    [100_000, '\u009B1', 'starts of sequences that never end'],
    [100_000, '\u001B]0;', 'titles that never end'],
    [100_000, '\u001B[', 'nothing but starts'],
  ])('reads %i times %j in a moment: %s', (times, piece, _why) => {
    const before = performance.now()
    render(paragraph(piece.repeat(times)))
    expect(performance.now() - before).toBeLessThan(3000)
  })
})
