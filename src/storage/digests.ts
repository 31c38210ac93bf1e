// Digests that were set up in the chat. Knows neither those of the file nor any edition.
import type { Selectable } from 'kysely'
import type { Digest } from '../core/digest.ts'
import type { DigestStore } from '../ports.ts'
import type { Session } from './session.ts'
import type { ChatDigestRow } from './tables.ts'

export function digestStore(session: Session): DigestStore {
  return {
    list: async () =>
      (await session.database.selectFrom('chat_digests').selectAll().orderBy('name').execute()).map(toDigest),

    of: async (workspaceId) => {
      const rows = await session.database
        .selectFrom('chat_digests')
        .selectAll()
        .where('workspace_id', '=', workspaceId)
        .orderBy('name')
        .execute()
      return rows.map(toDigest)
    },

    get: async (name) => {
      const row = await session.database
        .selectFrom('chat_digests')
        .selectAll()
        .where('name', '=', name)
        .executeTakeFirst()
      return row && toDigest(row)
    },

    save: (digest) => saveDigest(session, digest),

    remove: async (name) => {
      await session.database.deleteFrom('chat_digests').where('name', '=', name).execute()
    },
  }
}

/** A name belongs to the workspace that had it first: nobody writes over what another one has set up. */
async function saveDigest({ database }: Session, digest: Digest): Promise<void> {
  const { name, workspaceId } = digest
  if (workspaceId === undefined) throw new Error(`Digest ${name} belongs to no workspace: it is of the file.`)
  const definition = JSON.stringify(digest)
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('chat_digests')
    .values({ name, workspace_id: workspaceId, definition })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ definition })
        .where('chat_digests.workspace_id', '=', workspaceId),
    )
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) throw new Error(`Digest ${name} belongs to another workspace.`)
}

/** Only `saveDigest` writes this column. */
export function toDigest({ definition }: Selectable<ChatDigestRow>): Digest {
  return JSON.parse(definition)
}
