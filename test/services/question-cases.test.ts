// Our own question–answer cases over invented articles: floors by kind, and cases that say what the articles say.
import { beforeAll, describe, expect, it } from 'vitest'
import { QUESTION_ARTICLES } from '../fixtures/question-articles.ts'
import { ASKED_AT, QUESTION_CASES } from './question-cases.ts'
import { askAll, importAll } from './question-cases/ask-all.ts'
import { expectedAnswer } from './question-cases/expected-answer.ts'
import type { GivenEntry } from './question-cases/given-answer.ts'
import { holds } from './question-cases/matching.ts'
import { MEETINGS } from './question-cases/meetings.ts'
import { PEOPLE, type PersonKey } from './question-cases/people.ts'
import { scoreCase } from './question-cases/score.ts'
import { type ScoredCase, sumByKind, sumSides, verbatimShare } from './question-cases/sums.ts'

/** Mean scores that must be reached; `all` is over every case. */
const FLOORS = [
  ['all', 0.7],
  ['met', 0.6],
  ['refused', 0.85],
  ['hostile', 1],
] as const

/** Of the entries that name whom they should: how many are right. */
const SIDE_FLOORS = [
  ['status', 0.85],
  ['mode', 0.85],
  ['article', 1],
] as const

const names = (text: string, key: PersonKey): boolean => {
  const { name, spellings = [] } = PEOPLE[key]
  return [name, ...spellings].some((known) => holds(text, known))
}

describe('the answers', () => {
  let scored: readonly ScoredCase[]

  beforeAll(async () => {
    const storage = await importAll(QUESTION_ARTICLES, ASKED_AT)
    const answered = await askAll(storage, QUESTION_CASES, ASKED_AT)
    await storage.close()
    scored = answered.map((one) => ({ ...one, ...scoreCase(one) }))
  })

  it.each(FLOORS)('%s reach %d', (name, floor) => {
    expect(sumByKind(scored).find((row) => row.name === name)?.score).toBeGreaterThanOrEqual(floor)
  })

  it.each(SIDE_FLOORS)('have the right %s, %d of those that say it', (side, floor) => {
    const summed = sumSides(scored).find((row) => row.side === side)
    expect((summed?.right ?? 0) / (summed?.of ?? 1)).toBeGreaterThanOrEqual(floor)
  })

  it('are proved by sentences that stand in their article', () => {
    expect(verbatimShare(scored, QUESTION_ARTICLES)).toBe(1)
  })

  const entriesFor = (question: string): readonly GivenEntry[] =>
    scored.flatMap(({ asked, given }) =>
      asked.question === question && given.kind === 'found' ? given.entries : [],
    )

  it('count a dispatch once, however many papers print it', () => {
    const entries = entriesFor('qui a rencontré ingrid solheim')
    const held = entries.find(({ text, status }) => names(text, 'aubrac') && status === 'done')
    expect(held?.sourceCount).toBe(2)
  })

  it('tell a meeting of ten years ago as one that was', () => {
    const entries = entriesFor('Qui Philippe Maréchal a-t-il rencontré à Lisbonne ?')
    expect(entries.map(({ isBackground }) => isBackground)).toEqual([true])
  })

  it('never fail', () => {
    expect(scored.filter(({ given }) => given.kind === 'failed')).toEqual([])
  })
})

const byId = new Map(QUESTION_ARTICLES.map((article) => [article.id, article]))
const wordsOf = (ids: readonly string[]): readonly string[] =>
  ids.map((id) => {
    const article = byId.get(id)
    if (article === undefined) throw new Error(`no article ${id}`)
    return `${article.title}\n${article.text}`
  })

describe('the cases', () => {
  it('are many, and none is asked twice', () => {
    expect(QUESTION_CASES.length).toBeGreaterThanOrEqual(170)
    expect(new Set(QUESTION_CASES.map(({ question }) => question)).size).toBe(QUESTION_CASES.length)
    expect(byId.size).toBe(QUESTION_ARTICLES.length)
  })

  it('cite meetings whose articles name their place', () => {
    const unnamed = Object.entries(MEETINGS).filter(
      ([, { places, articles }]) =>
        places.length > 0 && !wordsOf(articles).some((text) => places.some((place) => holds(text, place))),
    )
    expect(unnamed).toEqual([])
  })

  it('expect people whom the cited articles name', () => {
    const unnamed = QUESTION_CASES.flatMap((one) =>
      one.kind !== 'met'
        ? []
        : one.people.flatMap(({ person, meetings }) =>
            meetings
              .filter((key) => !wordsOf(MEETINGS[key].articles).some((text) => names(text, person)))
              .map((key) => `${one.question} ${person} ${key}`),
          ),
    )
    expect(unnamed).toEqual([])
  })

  it('expect texts that each cited article has', () => {
    const untold = QUESTION_CASES.flatMap((one) =>
      'texts' in one
        ? one.articles
            .filter((id) => !wordsOf([id]).some((words) => one.texts.some((text) => holds(words, text))))
            .map((id) => `${one.question} ${id}`)
        : [],
    )
    expect(untold).toEqual([])
  })

  it('are right when they are answered as expected', () => {
    const faults = QUESTION_CASES.map((asked) => {
      return { asked, ...scoreCase({ asked, given: expectedAnswer(asked), milliseconds: 1 }) }
    }).filter(({ score, sides }) => score < 1 || Object.values(sides).some(({ right, of }) => right < of))
    expect(faults).toEqual([])
  })
})
