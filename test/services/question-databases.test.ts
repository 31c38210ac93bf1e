// Every case of the questions asked of both databases: the answers are the same, to the word.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { QUESTION_ARTICLES } from '../fixtures/question-articles.ts'
import { startServer, type TestServer } from '../storage/postgres-server.ts'
import { askAll, importAll } from './question-cases/ask-all.ts'
import { ASKED_AT, QUESTION_CASES } from './question-cases.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
}, 180_000)
afterAll(() => server.stop(), 180_000)

it('a server answers every question as a file does', async () => {
  const file = await importAll(QUESTION_ARTICLES, ASKED_AT)
  const onServer = await importAll(QUESTION_ARTICLES, ASKED_AT, await server.newDatabase())
  try {
    const [expected, given] = [
      await askAll(file, QUESTION_CASES, ASKED_AT),
      await askAll(onServer, QUESTION_CASES, ASKED_AT),
    ]
    expect(given.length).toBeGreaterThan(250)
    const others = given.filter(
      (one, index) => JSON.stringify(one.given) !== JSON.stringify(expected[index]?.given),
    )
    expect(others.map(({ asked }) => asked.question)).toEqual([])
  } finally {
    await file.close()
    await onServer.close()
  }
}, 300_000)
