// Writes everything that is kept, or what is one workspace's own, file by file, as it stood at one instant. Knows neither
// a database nor a disk.
import { withoutSecrets } from '../core/audit.ts'
import type { Instant } from '../core/calendar.ts'
import {
  EXPORT_NOUNS,
  type ExportedFile,
  type ExportManifest,
  type ExportNoun,
  fileOf,
  MANIFEST_FILE,
  newManifest,
  OPML_FILE,
} from '../core/export.ts'
import { lineOf, manifestText } from '../core/export-line.ts'
import { seenBy, type WorkspaceView } from '../core/export-view.ts'
import type { Feed } from '../core/feed.ts'
import { outlineFeedOf } from '../core/outline.ts'
import type { WorkspaceId } from '../core/workspace.ts'
import type { Outlines, Storage } from '../ports.ts'
import { viewOf } from './export-view.ts'
import { followedFeeds } from './visible-feeds.ts'

/** Where the files go. */
export interface ExportTarget {
  /** Once a name, in order. Throws ExplainedError `disk-full`, `file-unwritable`. */
  write(name: string, pieces: AsyncIterable<string>): Promise<Pick<ExportedFile, 'bytes' | 'sha256'>>
}

interface ExportTools {
  readonly storage: Storage
  readonly outlines: Outlines
  readonly target: ExportTarget
}

export interface ExportRequest {
  /** Undefined for everything. */
  readonly workspaceId?: WorkspaceId | undefined
  readonly now: Instant
  /** Of the program. */
  readonly version: string
  /** Records that were read. */
  readonly onProgress?: (done: number, total: number) => void
}

/** The manifest is written last. Throws ExplainedError `workspace-unknown`, `database-*`, and what the target throws. */
export async function writeExport(
  { storage, outlines, target }: ExportTools,
  { workspaceId, now, version, onProgress = () => undefined }: ExportRequest,
): Promise<ExportManifest> {
  return storage.atOneInstant(async (snapshot) => {
    const view = workspaceId === undefined ? undefined : await viewOf(snapshot, workspaceId)
    const total = await countAll(snapshot, view)
    let done = 0
    const onRead = (records: number): void => onProgress((done += records), total)
    const files: ExportedFile[] = []
    for (const noun of EXPORT_NOUNS) files.push(await writeNoun({ snapshot, target, view, onRead }, noun))
    files.push(await writeList({ storage: snapshot, outlines, target }, workspaceId, now))
    const manifest = newManifest(
      { version, madeAt: now, ...(workspaceId !== undefined && { workspaceId }) },
      files,
    )
    await target.write(MANIFEST_FILE, once(manifestText(manifest)))
    return manifest
  })
}

async function countAll({ exports }: Storage, view: WorkspaceView | undefined): Promise<number> {
  let total = 0
  for (const noun of EXPORT_NOUNS) total += await exports.count(noun, view?.feedIds)
  return total
}

interface Writing {
  readonly snapshot: Storage
  readonly target: ExportTarget
  readonly view: WorkspaceView | undefined
  readonly onRead: (records: number) => void
}

async function writeNoun(writing: Writing, noun: ExportNoun): Promise<ExportedFile> {
  let count = 0
  const written = await writing.target.write(
    fileOf(noun),
    piecesOf(writing, noun, (lines) => (count += lines)),
  )
  return { name: fileOf(noun), count, ...written }
}

/** A page of lines at a time. */
async function* piecesOf(
  { snapshot, view, onRead }: Writing,
  noun: ExportNoun,
  onLines: (lines: number) => void,
): AsyncGenerator<string> {
  for await (const records of snapshot.exports.pages(noun, view?.feedIds)) {
    const seen = view === undefined ? records : records.flatMap((record) => seenBy(view, noun, record) ?? [])
    const lines = seen.map((record) => `${lineOf(noun, record)}\n`)
    if (lines.length > 0) yield lines.join('')
    onLines(lines.length)
    onRead(records.length)
  }
}

/** The same list as `feeds export` writes, of what the database follows; an address that lets somebody in loses its key. */
async function writeList(
  { storage, outlines, target }: ExportTools,
  workspaceId: WorkspaceId | undefined,
  now: Instant,
): Promise<ExportedFile> {
  const feeds = (await feedsOf(storage, workspaceId)).map(outlineFeedOf).map(withoutSecrets)
  const text = outlines.write({ title: await titleOf(storage, workspaceId), feeds }, now)
  return { name: OPML_FILE, count: feeds.length, ...(await target.write(OPML_FILE, once(text))) }
}

async function feedsOf(storage: Storage, workspaceId: WorkspaceId | undefined): Promise<readonly Feed[]> {
  if (workspaceId !== undefined) return (await followedFeeds(storage, workspaceId)).map(({ feed }) => feed)
  return (await storage.feeds.list()).filter(({ origin }) => origin !== 'import')
}

async function titleOf(storage: Storage, workspaceId: WorkspaceId | undefined): Promise<string> {
  const name = workspaceId === undefined ? '' : (await storage.workspaces.get(workspaceId))?.name
  return name === undefined || name === '' ? 'Pressoir' : name
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}
