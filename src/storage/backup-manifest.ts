// What a backup says of itself, written into it and read from it. Decides nothing about restoring.
import type { DatabaseSync } from 'node:sqlite'
import type { BackupManifest } from '../core/backup.ts'

/** In backups alone: no migration makes it, and restoring takes it away. */
const MANIFEST_TABLE = 'pressoir_backup'

/** Tables of the search index have no rows of their own to count. */
const COUNTED = `select name from sqlite_master
  where type = 'table' and name not like 'sqlite_%' and name not like 'sentence_stem%' and name <> '${MANIFEST_TABLE}'
  order by name`

/** Counting a table of a million rows takes 10 ms. */
export function countRows(connection: DatabaseSync): Readonly<Record<string, number>> {
  const names = connection.prepare(COUNTED).all()
  return Object.fromEntries(
    names.map(({ name }) => {
      const counted = connection.prepare(`select count(*) as count from "${String(name)}"`).get()
      return [String(name), Number(counted?.['count'])]
    }),
  )
}

export function writeManifest(connection: DatabaseSync, manifest: BackupManifest): void {
  connection.exec(`drop table if exists ${MANIFEST_TABLE}; create table ${MANIFEST_TABLE} (manifest text)`)
  connection.prepare(`insert into ${MANIFEST_TABLE} values (?)`).run(JSON.stringify(manifest))
}

export function removeManifest(connection: DatabaseSync): void {
  connection.exec(`drop table if exists ${MANIFEST_TABLE}`)
}

/** Undefined for a database that is no backup. Throws what SQLite throws at a file that is no database. */
export function readManifest(connection: DatabaseSync): BackupManifest | undefined {
  const table = connection.prepare('select 1 from sqlite_master where name = ?').get(MANIFEST_TABLE)
  if (table === undefined) return undefined
  const row = connection.prepare(`select manifest from ${MANIFEST_TABLE}`).get()
  // Only `writeManifest` writes this table.
  return row === undefined ? undefined : JSON.parse(String(row['manifest']))
}
