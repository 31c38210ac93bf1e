// The verb stories: which articles tell one event, in the order they came out, answered in the order of the lines.
import { describe, expect, it } from 'vitest'
import { BOTH, FIRE, NEIGHBOURS, REPRINT } from '../core/story-fragments.ts'
import { MARKET, STRIKE } from './articles.ts'
import { jsonl, records, run } from './command.ts'

function article(id: string | number, date: string | null, text = MARKET.text, title = MARKET.title): object {
  return { id, date, title, lead: '', text }
}

describe('stories --jsonl', () => {
  it('folds a reprint, whatever the order of the lines', async () => {
    const lines = [
      article('b', '2026-03-17'),
      article('a', '2026-03-16'),
      article('c', '2026-03-16', STRIKE.text, STRIKE.title),
    ]
    expect(records(await run(['stories', '--jsonl'], jsonl(lines)))).toEqual([
      { id: 'b', story: 'a', duplicateOf: 'a' },
      { id: 'a', story: 'a' },
      { id: 'c', story: 'c' },
    ])
  })

  it('names the original as it was named, a number as a number', async () => {
    const [, second] = records(
      await run(['stories', '--jsonl'], jsonl([article(12, '2026-03-16'), article(13, '2026-03-17')])),
    )
    expect(second).toEqual({ id: 13, story: '12', duplicateOf: 12 })
  })

  it.each([[null], [''], ['un jour de mars'], [undefined]])(
    'lets an article dated %j join the newest, and others still join after it',
    async (date) => {
      const lines = [
        article('sans', date ?? null),
        article('a', '2026-03-16'),
        article('b', '2026-03-17', STRIKE.text, STRIKE.title),
      ]
      expect(records(await run(['stories', '--jsonl'], jsonl(lines)))[0]).toEqual({
        id: 'sans',
        story: 'a',
        duplicateOf: 'a',
      })
    },
  )

  it('groups articles none of which has a date', async () => {
    const [one, other] = records(
      await run(['stories', '--jsonl'], jsonl([article('a', null), article('b', null)])),
    )
    expect([one, other]).toEqual([
      { id: 'a', story: 'a' },
      { id: 'b', story: 'a', duplicateOf: 'a' },
    ])
  })

  it('gives fragments of one event the story that they have in the end', async () => {
    const lines = [FIRE, NEIGHBOURS, REPRINT, BOTH].map(({ id, publishedAt, text, title }) =>
      article(id, new Date(publishedAt).toISOString(), text, title),
    )
    expect(records(await run(['stories', '--jsonl'], jsonl(lines)))).toEqual([
      { id: 'incendie', story: 'incendie' },
      { id: 'riverains', story: 'incendie' },
      { id: 'reprise', story: 'incendie', duplicateOf: 'riverains' },
      { id: 'les-deux', story: 'incendie' },
    ])
  })

  it('gives an id that comes twice one place, on both lines', async () => {
    const lines = [article('a', '2026-03-16'), article('a', '2026-03-17', STRIKE.text, STRIKE.title)]
    expect(records(await run(['stories', '--jsonl'], jsonl(lines)))).toEqual([
      { id: 'a', story: 'a' },
      { id: 'a', story: 'a' },
    ])
  })
})
