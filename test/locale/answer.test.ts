// Answers as people read them on a telephone: the answer first, then its proof.
import { describe, expect, it } from 'vitest'
import type { Answer, AnswerEntry } from '../../src/core/answer.ts'
import type { Article } from '../../src/core/article.ts'
import type { Block } from '../../src/core/message.ts'
import { answerBlocks } from '../../src/locale/answer.ts'

const NOW = Date.parse('2026-03-18T09:00:00+01:00')
const SINCE = Date.parse('2026-03-02T07:00:00+01:00')

const ARTICLE: Article = {
  id: 'a',
  feedId: 'f',
  publisher: 'Le Courrier',
  rubric: '',
  url: 'https://lecourrier.example/a',
  version: 1,
  title: 'Un sommet à Vernay',
  lead: '',
  text: 'Elena Marković recevra Armand Delcourt vendredi à Vernay.',
  publishedAt: Date.parse('2026-03-17T08:05:00+01:00'),
  firstSeenAt: NOW,
}

const EVIDENCE = {
  reference: { articleId: 'a', version: 1, start: 0, end: ARTICLE.text.length },
  text: ARTICLE.text,
  article: ARTICLE,
}

const entry = (more: Partial<AnswerEntry>): AnswerEntry => ({
  text: 'Armand Delcourt',
  isValue: true,
  evidence: EVIDENCE,
  confidence: 1,
  sourceCount: 1,
  ...more,
})

/** The words of the blocks, the heading left out; an answer in bold between stars. */
function linesOf(answer: Answer): readonly string[] {
  return answerBlocks('qui ?', answer, SINCE, NOW).slice(1).map(lineOf)
}

function lineOf(block: Block): string {
  if (block.kind === 'quote') return `> ${block.sentences.join(' ')}`
  if (block.kind !== 'paragraph') return block.kind
  return block.spans
    .map((span) => (span.kind === 'strong' ? `*${span.text}*` : span.text))
    .join('')
    .replaceAll(/[\u00A0\u202F]/gu, ' ')
}

const firstLine = (more: Partial<AnswerEntry>): string | undefined =>
  linesOf({ kind: 'found', answers: [entry(more)] })[0]

describe('an answer found', () => {
  it.each([
    [{}, '*Armand Delcourt*', 'the value alone, in bold'],
    [{ text: 'douze morts' }, '*Douze morts*', 'it begins a line'],
    [{ sourceCount: 3 }, '*Armand Delcourt* · 3 sources', 'how many say so independently'],
    [
      { status: 'planned', from: '2026-03-20', to: '2026-03-20', place: 'Vernay' },
      '*Armand Delcourt* (vendredi 20 mars 2026) — prévu, à Vernay',
      'a meeting to come, with its day and place',
    ],
    [{ status: 'done', mode: 'telephone' }, '*Armand Delcourt* — par téléphone', 'what was held is not said'],
    [{ status: 'cancelled' }, '*Armand Delcourt* — annulé', 'a meeting that will not be'],
    [{ text: 'lundi', from: '2026-03-16', to: '2026-03-16' }, '*Lundi* (lundi 16 mars 2026)', 'which day'],
  ] satisfies readonly (readonly [Partial<AnswerEntry>, string, string])[])(
    'with %j reads «%s»: %s',
    (more, expected, _why) => {
      expect(firstLine(more)).toBe(expected)
    },
  )

  it('is followed by its sentence', () => {
    expect(linesOf({ kind: 'found', answers: [entry({})] })[1]).toMatch(/^> Elena Marković recevra/u)
  })

  it('is the sentence alone where nothing was read out of it', () => {
    const lines = linesOf({ kind: 'found', answers: [entry({ text: ARTICLE.text, isValue: false })] })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^> /u)
  })
})

describe('no answer', () => {
  it('says since when it looked, and what to try', () => {
    expect(linesOf({ kind: 'nothing', nearest: [] })).toEqual([
      'Je n’ai rien trouvé dans les articles suivis depuis le lundi 2 mars 2026. Essayez avec d’autres mots, ou avec un nom seul.',
    ])
  })

  it('marks what comes nearest as no answer', () => {
    const [, marked, quote] = linesOf({ kind: 'nothing', nearest: [EVIDENCE] })
    expect(marked).toBe('Ces phrases en parlent sans répondre à la question :')
    expect(quote).toMatch(/^> Elena/u)
  })

  it('asks which person is meant', () => {
    const persons = [{ name: 'Paul Lantier', office: 'maire d’Orpierre' }, { name: 'Jeanne Lantier' }]
    expect(linesOf({ kind: 'which', persons })).toEqual([
      'Plusieurs personnes portent ce nom : Paul Lantier (maire d’Orpierre) ou Jeanne Lantier. Posez la question avec le nom complet.',
    ])
  })
})
