// The address of a database as somebody gives it: a file, or a server, and what may be said of it. Connects to nothing.
import { ExplainedError } from './failures.ts'

const SCHEME = /^postgres(?:ql)?:\/\//iu

/** Whether the database is on a PostgreSQL server. */
export const isServer = (url: string): boolean => SCHEME.test(url)

/** As it may be said: a path, or where a server is. */
export const spoken = (url: string): string => (isServer(url) ? serverName(url) : url)

/**
 * Where a server is, without user and password: what a failure and the log may say. Throws ExplainedError
 * `database-address-invalid`.
 */
export function serverName(url: string): string {
  const address = URL.parse(url)
  if (address === null) throw new ExplainedError({ code: 'database-address-invalid' })
  // Other ways of saying where it is stand behind a question mark, with passwords among them.
  const host = address.host === '' ? (address.searchParams.get('host') ?? 'localhost') : address.host
  return `postgres://${host}${address.pathname}`
}
