// What one workspace may see and has made, found once for its whole export. Reads no record of it.
import type { WorkspaceView } from '../core/export-view.ts'
import { ownerOf } from '../core/change-nature.ts'
import { isPersonal, type WorkspaceId } from '../core/workspace.ts'
import type { Storage } from '../ports.ts'
import { checkWorkspace } from './import-outline.ts'
import { settingsOf, visibleFeedIds } from './visible-feeds.ts'

/** Throws ExplainedError `workspace-unknown`. */
export async function viewOf(storage: Storage, workspaceId: WorkspaceId): Promise<WorkspaceView> {
  await checkWorkspace(storage, workspaceId)
  const followings = await storage.followings.of(workspaceId)
  return {
    workspaceId,
    feedIds: await visibleFeedIds(storage, workspaceId),
    followings: new Map(followings.map((following) => [following.feedId, following])),
    channels: await ownChannels(storage, workspaceId),
    othersDigests: await othersDigests(storage, workspaceId),
    isAllOfSlack: await isAllOfSlack(storage, workspaceId),
  }
}

/** Where it was told something that all of it share, or where somebody set something up. */
async function ownChannels(storage: Storage, workspaceId: WorkspaceId): Promise<ReadonlySet<string>> {
  const { adminChannel } = await settingsOf(storage, workspaceId)
  const digests = (await storage.digests.of(workspaceId)).filter(({ owner }) => owner === undefined)
  const alerts = await storage.alerts.of(workspaceId)
  const found = [
    ...(adminChannel === undefined ? [] : [adminChannel]),
    ...digests.flatMap(({ channels }) => channels),
    ...alerts.map(({ channel }) => channel),
  ]
  for await (const changes of storage.exports.pages('changes'))
    for (const { workspaceId: id, channel, subject } of changes)
      if (id === workspaceId && ownerOf(subject) === undefined) found.push(channel)
  // What the command line changed was changed in no channel of theirs.
  return new Set(found.filter((channel) => platformOf(channel) === platformOf(workspaceId)))
}

/** Somebody's own digest is theirs where they are alone: it comes to `discord:@4711`. */
async function othersDigests({ digests }: Storage, workspaceId: WorkspaceId): Promise<ReadonlySet<string>> {
  const others = (await digests.list()).filter(
    (digest) => digest.workspaceId !== workspaceId && !digest.channels.includes(workspaceId),
  )
  return new Set(others.map(({ name }) => name))
}

const platformOf = (name: string): string => name.split(':', 1)[0] ?? ''

async function isAllOfSlack(storage: Storage, workspaceId: WorkspaceId): Promise<boolean> {
  const known = (await storage.workspaces.list()).filter(
    ({ id }) => id.startsWith('slack:') && !isPersonal(id),
  )
  return known.length === 1 && known[0]?.id === workspaceId
}
