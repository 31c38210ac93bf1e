import { expect, it } from 'vitest'
import { openSeal } from '../../src/web/signature.ts'
import { signed } from './fake-hub.ts'

const BODY = '<rss>Ça, c’est une annonce.</rss>'
const SECRET = 'un secret'

it.each<[string, string, boolean | undefined]>([
  ['sha1', signed('sha1', BODY, SECRET), true],
  ['sha256', signed('sha256', BODY, SECRET), true],
  ['sha384', signed('sha384', BODY, SECRET), true],
  ['sha512', signed('sha512', BODY, SECRET), true],
  ['capitals', signed('sha256', BODY, SECRET).toUpperCase(), true],
  ['spaces around it', ` ${signed('sha256', BODY, SECRET)} `, true],
  ['another secret', signed('sha256', BODY, 'un autre secret'), false],
  ['another body', signed('sha256', 'un autre texte', SECRET), false],
  ['half a signature', signed('sha256', BODY, SECRET).slice(0, 39), false],
  ['another method’s name', signed('sha1', BODY, SECRET).replace('sha1', 'sha256'), false],
  ['an old method', signed('md5', BODY, SECRET), undefined],
  ['a method of no hub', 'sha512-256=00', undefined],
  ['no hexadecimal', 'sha256=bonjour', undefined],
  ['nothing after the method', 'sha256=', undefined],
  ['two signatures', `${signed('sha1', BODY, SECRET)}, ${signed('sha256', BODY, SECRET)}`, undefined],
  ['nothing', '', undefined],
])('signed with %s', (_what, header, expected) => {
  const seal = openSeal(header, SECRET)
  // As it comes in: in stretches, cut within a letter.
  const bytes = Buffer.from(BODY)
  for (let at = 0; at < bytes.length; at += 7) seal?.update(bytes.subarray(at, at + 7))
  expect(seal?.isRight()).toBe(expected)
})
