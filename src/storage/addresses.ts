// Articles by addresses that are nearly theirs. Never says that one of them was meant.
import type { Session } from './session.ts'

/** Before the address in the key of an article: core/article-identity. */
const KEY_PREFIX = 'url:'

/**
 * At most `limit`, the most alike first. Keys on both sides of the address in the order of the alphabet, which is that of their common beginnings; so the time
 * does not grow with the archive.
 */
export async function idsAddressedLike(
  session: Session,
  url: string,
  limit: number,
): Promise<readonly string[]> {
  const site = siteOf(url)
  if (site === undefined) return []
  const asked = `${KEY_PREFIX}${url}`
  const near = [
    ...(await keysBeside(session, asked, '<', limit)),
    ...(await keysBeside(session, asked, '>=', limit)),
  ].filter(({ key }) => siteOf(key.slice(KEY_PREFIX.length)) === site)
  const ids = near
    .toSorted((one, other) => commonLength(other.key, asked) - commonLength(one.key, asked))
    .map(({ article_id: id }) => id)
  return [...new Set(ids)].slice(0, limit)
}

function keysBeside({ database }: Session, asked: string, side: '<' | '>=', limit: number) {
  return database
    .selectFrom('article_keys')
    .select(['key', 'article_id'])
    .where('key', side, asked)
    .where('key', 'like', `${KEY_PREFIX}%`)
    .orderBy('key', side === '<' ? 'desc' : 'asc')
    .limit(limit)
    .execute()
}

function siteOf(url: string): string | undefined {
  return URL.parse(url)?.host
}

function commonLength(one: string, other: string): number {
  let length = 0
  while (length < one.length && one.charCodeAt(length) === other.charCodeAt(length)) length++
  return length
}
