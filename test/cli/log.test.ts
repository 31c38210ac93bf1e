// The log: what it writes for machines and for a person, and the passwords that it leaves out.
import { Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { createLog } from '../../src/cli/log.ts'

function written(isTTY: boolean, say: (log: ReturnType<typeof createLog>) => void): string {
  const chunks: string[] = []
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk.toString('utf8'))
      done()
    },
  })
  say(createLog(Object.assign(stream, { isTTY }), () => new Date(0)))
  return chunks.join('')
}

it.each([
  ['https://lecteur:secret@phare.example/rss', 'https://phare.example/rss', 'a name and a password'],
  ['ftp://lecteur:se@cret@phare.example/', 'ftp://phare.example/', 'a password with the same sign'],
  ['https://phare.example/@anne?mail=a@b.fr', 'https://phare.example/@anne?mail=a@b.fr', 'a path is none'],
  ['Écrivez à anne@phare.example', 'Écrivez à anne@phare.example', 'nor is an electronic address'],
])('of %j writes %j', (told, expected, _why) => {
  const line: unknown = JSON.parse(
    written(false, (log) => log.warn(told, { url: told, failure: { url: told } })),
  )
  expect(line).toMatchObject({ message: expected, url: expected, failure: { url: expected } })
  expect(written(true, (log) => log.warn(told))).toContain(`⚠ ${expected}\n`)
})

it.each([
  [false, /^\{"level":20,.*"trace":"a1","part":0,"message":"Envoi réussi\."\}\n$/, 'a machine'],
  [true, /^$/, 'a person'],
])('of what only tells a life writes, on a terminal %s, %s', (isTTY, expected, _why) => {
  expect(written(isTTY, (log) => log.debug('Envoi réussi.', { trace: 'a1', part: 0 }))).toMatch(expected)
})
