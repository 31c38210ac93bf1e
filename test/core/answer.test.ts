import { describe, expect, it } from 'vitest'
import { chooseEvidence, type FoundSentence } from '../../src/core/answer.ts'
import type { Article } from '../../src/core/article.ts'
import { readQuestion } from '../../src/core/question.ts'

const COMMON = {
  total: 1000,
  of: new Map([
    ['rencontr', 40],
    ['ministr', 60],
    ['genev', 10],
    ['markov', 3],
    ['markovic', 3],
  ]),
}

function found(id: string, text: string, title = 'Diplomatie', publishedAt = 0): FoundSentence {
  const article: Article = {
    id,
    feedId: 'f',
    publisher: 'Le Courrier',
    rubric: '',
    url: `https://lecourrier.example/${id}`,
    version: 1,
    title,
    lead: '',
    text,
    publishedAt,
    firstSeenAt: publishedAt,
  }
  return { reference: { articleId: id, version: 1, start: 0, end: text.length }, text, article, score: 1 }
}

describe('reading a question', () => {
  it.each([
    ['Qui a rencontré Lavrov ?', ['rencontr', 'lavrov'], 'the asking words carry nothing'],
    ['qui a rencontre lavrov', ['rencontr', 'lavrov'], 'no accents, no capitals, no question mark'],
    ['Lavrov a-t-il rencontré Kerry ?', ['lavrov', 'rencontr', 'kerry'], 'an inverted pronoun is no word'],
    ['Combien de blessés à Vernay ?', ['bless', 'vernay'], 'combien asks, blessés is asked about'],
    ['Que s’est-il passé à Genève ?', ['genev'], 'a word that asks may end with an accent'],
    ['qui ?', [], 'nothing is asked about'],
  ])('«%s» is about %j: %s', (text, stems) => {
    expect(readQuestion(text).stems).toEqual(stems)
  })
})

describe('choosing the evidence', () => {
  const question = readQuestion('qui a rencontré Marković à Genève ?')

  it('puts the sentence that says most of it first', () => {
    const answer = chooseEvidence(
      question,
      [
        found('a', 'Elena Marković a rencontré des lycéens.'),
        found('b', 'Karim Benhaddou a rencontré Elena Marković lundi à Genève.'),
      ],
      COMMON,
      5,
    )
    expect(answer).toMatchObject({
      kind: 'found',
      evidence: [{ article: { id: 'b' }, confidence: 1 }, { article: { id: 'a' } }],
    })
  })

  it('refuses sentences about something else, however many words they share', () => {
    const answer = chooseEvidence(
      question,
      [found('a', 'Le ministre a rencontré des élus à Genève.')],
      COMMON,
      5,
    )
    expect(answer).toEqual({ kind: 'nothing' })
  })

  it('lets the title say who the article is about', () => {
    const sentence = found('a', 'Elle a rencontré son homologue à Genève.', 'Marković en visite')
    expect(chooseEvidence(question, [sentence], COMMON, 5).kind).toBe('found')
  })

  it('shows one sentence an article, the newer article first among equals', () => {
    const text = 'Elena Marković a rencontré son homologue à Genève.'
    const answer = chooseEvidence(
      question,
      [found('old', text), found('old', text), found('new', `Mardi, ${text}`, '', 9)],
      COMMON,
      5,
    )
    expect(answer.kind === 'found' && answer.evidence.map(({ article }) => article.id)).toEqual([
      'new',
      'old',
    ])
  })

  it('gives a sentence that several printed once, by whoever had it first', () => {
    const text = 'Elena Marković a rencontré son homologue à Genève.'
    const answer = chooseEvidence(
      question,
      [found('reprint', text, '', 9), found('original', text, '', 3)],
      COMMON,
      5,
    )
    expect(answer.kind === 'found' && answer.evidence.map(({ article }) => article.id)).toEqual(['original'])
  })

  it('finds nothing for a question about nothing', () => {
    expect(chooseEvidence(readQuestion('qui ?'), [found('a', 'Qui a gagné ?')], COMMON, 5)).toEqual({
      kind: 'nothing',
    })
  })
})
