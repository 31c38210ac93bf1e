// What one workspace gets of each record of an export: what it may see or has made, and nothing of another's. ADR 12.
import type { AuditEntry, Declaration } from './audit.ts'
import { ownerOf } from './change-nature.ts'
import type { Digest } from './digest.ts'
import type { ExportedArticle, ExportedFeed, ExportedRecords, ExportNoun } from './export.ts'
import type { Following } from './following.ts'
import { isPersonal, type WorkspaceId } from './workspace.ts'

export interface WorkspaceView {
  readonly workspaceId: WorkspaceId
  /** Whose articles it sees. */
  readonly feedIds: ReadonlySet<string>
  /** Its own, suspended ones too, by the feed's id. */
  readonly followings: ReadonlyMap<string, Following>
  /** Those that are certainly its own, `platform:channel`. */
  readonly channels: ReadonlySet<string>
  /** Names of digests of others, which may go to a channel that two workspaces share. */
  readonly othersDigests: ReadonlySet<string>
  /** The only workspace of Slack that there is: a token serves one, so that every channel of Slack is its own. */
  readonly isAllOfSlack: boolean
}

/** The record as this workspace sees it; undefined where it does not. */
export function seenBy<Noun extends ExportNoun>(
  view: WorkspaceView,
  noun: Noun,
  record: ExportedRecords[Noun],
): ExportedRecords[Noun] | undefined {
  return SIGHTS[noun](record, view)
}

type Sight<Seen> = (record: Seen, view: WorkspaceView) => Seen | undefined

const onlyOwn = <Owned extends { readonly workspaceId: WorkspaceId }>(
  record: Owned,
  { workspaceId }: WorkspaceView,
): Owned | undefined => (record.workspaceId === workspaceId ? record : undefined)

/** What articles tell is asked for by feed. */
const asAsked = <Fact>(fact: Fact): Fact => fact

const SIGHTS: { readonly [Noun in ExportNoun]: Sight<ExportedRecords[Noun]> } = {
  workspaces: (workspace, { workspaceId }) => (workspace.id === workspaceId ? workspace : undefined),
  feeds: seenFeed,
  followings: onlyOwn,
  digests: seenDigest,
  alerts: (alert, view) => (isOfHere(alert, [alert.channel], view) ? alert : undefined),
  articles: seenArticle,
  keys: (record, { feedIds }) => (isKeyOf(record.key, feedIds) ? record : undefined),
  people: asAsked,
  offices: asAsked,
  meetings: asAsked,
  statements: asAsked,
  editions: (edition, view) => {
    if (view.othersDigests.has(edition.digestName)) return undefined
    const deliveries = edition.deliveries.filter(({ channel }) => isOwnChannel(channel, view))
    return deliveries.length === 0 ? undefined : { ...edition, deliveries }
  },
  'raised-alerts': (raised, view) => (isOfHere(raised, [raised.channel], view) ? raised : undefined),
  notices: (notice, view) =>
    isPrivate(notice.channel) && notice.channel !== view.workspaceId ? undefined : onlyOwn(notice, view),
  ratings: ({ person, ...rating }, view) =>
    onlyOwn(isPersonal(view.workspaceId) && person !== undefined ? { ...rating, person } : rating, view),
  mutes: (mute, view) => (isOwnChannel(mute.audience, view) ? mute : undefined),
  changes: (change, view) =>
    ownerOf(change.subject) === undefined || isPersonal(view.workspaceId) ? onlyOwn(change, view) : undefined,
  audit: seenEntry,
}

/** `slack:@U0123` is one person. */
const isPrivate = (channel: string): boolean => channel.includes(':@')

function isOwnChannel(channel: string, { workspaceId, channels, isAllOfSlack }: WorkspaceView): boolean {
  if (isPrivate(channel)) return channel === workspaceId
  return channels.has(channel) || (isAllOfSlack && channel.startsWith('slack:'))
}

/** What was set up in the chat belongs to its workspace, what the file declares to that of its channels. */
function isOfHere(
  record: { readonly workspaceId?: WorkspaceId },
  channels: readonly string[],
  view: WorkspaceView,
): boolean {
  if (record.workspaceId !== undefined) return record.workspaceId === view.workspaceId
  return channels.some((channel) => isOwnChannel(channel, view))
}

/** A digest of one's own is nobody else's affair; of one that goes to several workspaces, each sees its own channels. */
function seenDigest(digest: Digest, view: WorkspaceView): Digest | undefined {
  if (digest.owner !== undefined && !isPersonal(view.workspaceId)) return undefined
  if (!isOfHere(digest, digest.channels, view)) return undefined
  if (digest.workspaceId !== undefined) return digest
  return { ...digest, channels: digest.channels.filter((channel) => isOwnChannel(channel, view)) }
}

/** Under its own words: those of a feed of the chat are of whoever followed it first. */
function seenFeed(feed: ExportedFeed, { followings }: WorkspaceView): ExportedFeed | undefined {
  const following = followings.get(feed.id)
  if (following === undefined) return feed.isDeclared ? feed : undefined
  if (feed.origin !== 'chat') return feed
  const { url, title, publisher, rubric } = following
  return { ...feed, url, title, publisher, rubric }
}

/** An article that another's feed brought first is in the first of one's own feeds that had it. */
function seenArticle(article: ExportedArticle, { feedIds }: WorkspaceView): ExportedArticle | undefined {
  const stood = [{ feedId: article.feedId, rubric: article.rubric }, ...article.appearances]
  const [first, ...others] = stood.filter(({ feedId }) => feedIds.has(feedId))
  if (first === undefined) return undefined
  return { ...article, ...first, appearances: others }
}

/** A feed's own name for an article begins with the feed: `guid:FEED:NAME`. */
function isKeyOf(key: string, feedIds: ReadonlySet<string>): boolean {
  const [kind, feedId = ''] = key.split(':', 2)
  return kind !== 'guid' || feedIds.has(feedId)
}

/** As /reglages journal shows it: what the file and new versions changed, feeds that moved, who took an export. */
function seenEntry(entry: AuditEntry, view: WorkspaceView): AuditEntry | undefined {
  const { event } = entry
  if (event.kind === 'exported') return seenExport(entry, view.workspaceId)
  if (event.kind === 'feed-moved' || event.kind === 'migrated') return entry
  if (event.kind !== 'declared') return undefined
  const items = event.items.flatMap(({ before, after }) => {
    const [was, is] = [before && seenDeclaration(before, view), after && seenDeclaration(after, view)]
    return was === undefined && is === undefined ? [] : [{ before: was, after: is }]
  })
  return items.length === 0 ? undefined : { ...entry, event: { ...event, items } }
}

function seenDeclaration(declaration: Declaration, view: WorkspaceView): Declaration | undefined {
  switch (declaration.what) {
    case 'feed':
      return declaration
    case 'digest': {
      const definition = seenDigest(declaration.definition, view)
      return definition && { ...declaration, definition }
    }
    case 'alert':
      return isOfHere(declaration.definition, [declaration.definition.channel], view)
        ? declaration
        : undefined
    default:
      return declaration satisfies never
  }
}

/**
 * That its data was taken out is a workspace's affair; not by whose account on the machine, nor where to.
 */
export function seenExport(entry: AuditEntry, workspaceId: WorkspaceId): AuditEntry | undefined {
  const { event } = entry
  if (event.kind !== 'exported' || event.what !== 'data') return undefined
  if (event.workspaceId !== undefined && event.workspaceId !== workspaceId) return undefined
  return { ...entry, actor: '', event: { ...event, file: '' } }
}
