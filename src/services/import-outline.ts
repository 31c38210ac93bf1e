// A list of feeds brought into a workspace: what it would change, and the change itself where nobody is asked first.
// Reads no feed and no file.
import { type ChangeSubject, newChange } from '../core/change.ts'
import { ExplainedError } from '../core/failures.ts'
import { countRubrics, importOutline, type OutlineImport } from '../core/outline-import.ts'
import type { Outline } from '../core/outline.ts'
import { isPersonal, type WorkspaceId } from '../core/workspace.ts'
import type { Clock, Storage } from '../ports.ts'
import { carryOut } from './change-desk.ts'
import { followedFeeds } from './visible-feeds.ts'

/** Who brings a list, from where. */
export interface Bringer {
  readonly workspaceId: WorkspaceId
  readonly person: string
  readonly personName: string
  readonly channel: string
}

/** What a list would bring. */
export interface PlannedImport extends OutlineImport {
  readonly rubrics: ReturnType<typeof countRubrics>
  readonly subject: Extract<ChangeSubject, { readonly kind: 'followings' }>
}

interface ImportTools {
  readonly storage: Storage
  readonly clock: Clock
}

export async function planImport(
  { storage, clock }: ImportTools,
  importer: Bringer,
  outline: Outline,
): Promise<PlannedImport> {
  const known = (await followedFeeds(storage, importer.workspaceId)).map(({ feed }) => feed)
  const planned = importOutline(outline, known, { importer, now: clock.now() })
  const { followings } = planned
  return {
    ...planned,
    rubrics: countRubrics(followings),
    subject: {
      kind: 'followings',
      list: outline.title,
      ...(followings.length === 0 ? {} : { after: followings }),
    },
  }
}

/**
 * Carries an import out at once, as one change of the journal that can be taken back in the chat. `onFeed` hears how
 * many are done. Throws ExplainedError `workspace-unknown`.
 */
export async function importNow(
  tools: ImportTools,
  bringer: Bringer,
  outline: Outline,
  onFeed: (done: number, total: number) => void = () => undefined,
): Promise<PlannedImport> {
  const { storage, clock } = tools
  await checkWorkspace(storage, bringer.workspaceId)
  return storage.inTransaction(async (inner) => {
    const planned = await planImport({ storage: inner, clock }, bringer, outline)
    const total = planned.followings.length
    if (total > 0)
      await carryOut(inner, newChange(bringer, planned.subject, clock.now()), (done) => onFeed(done, total))
    return planned
  })
}

/** Throws ExplainedError `workspace-unknown`. */
export async function checkWorkspace(storage: Storage, id: string): Promise<void> {
  const { workspaces } = storage
  if ((await workspaces.get(id)) !== undefined || (await isPersonWithSomething(storage, id))) return
  const known = (await workspaces.list()).map((workspace) => workspace.id)
  throw new ExplainedError({ code: 'workspace-unknown', id, known })
}

/** Somebody alone joins nowhere: they are known by what they have set up. */
async function isPersonWithSomething(
  { followings, digests, alerts }: Storage,
  id: WorkspaceId,
): Promise<boolean> {
  if (!isPersonal(id)) return false
  const own = [await followings.of(id), await digests.of(id), await alerts.of(id)]
  return own.some((list) => list.length > 0)
}
