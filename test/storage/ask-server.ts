// One question to a PostgreSQL server, on a connection of its own. Keeps nothing open.
import { Client } from 'pg'

export async function askServer(
  address: string,
  sql: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new Client({ connectionString: address })
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return rows
  } finally {
    await client.end()
  }
}

/** All that stands in the tables of a database, a text for each row. */
export async function rowsOfServer(address: string): Promise<readonly string[]> {
  const tables = await askServer(
    address,
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const rows = await Promise.all(
    tables.map(({ name }) => askServer(address, `select kept::text as words from ${String(name)} as kept`)),
  )
  return rows.flat().map(({ words }) => String(words))
}
