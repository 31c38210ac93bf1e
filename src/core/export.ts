// What an export holds: one kind of record a file, and a manifest that says what is there. Writes nothing, reads nothing.
import type { HeldOffice } from '../french/offices.ts'
import type { Statement } from '../french/statements.ts'
import type { ToldMeeting } from '../french/told-meeting.ts'
import type { Alert } from './alert.ts'
import type { Appearance, Article } from './article.ts'
import type { AuditEntry } from './audit.ts'
import type { Instant } from './calendar.ts'
import type { Change } from './change.ts'
import type { Digest } from './digest.ts'
import type { FigureClash } from './disagreement.ts'
import type { BriefSentence, Delivery, Edition, EditionStory } from './edition.ts'
import type { Feed, FeedState } from './feed.ts'
import type { Following } from './following.ts'
import type { Notice } from './notice.ts'
import type { RaisedAlert, ToldAlert } from './raised-alert.ts'
import type { Mute, Rating } from './reaction.ts'
import type { Workspace, WorkspaceId } from './workspace.ts'

/** Raised when a file or a key is renamed, goes, or means something else; not when one is added. docs/export.md. */
const EXPORT_FORMAT = 1

/** What one line of each file holds, by the name of the file without its ending. */
export interface ExportedRecords {
  readonly workspaces: Workspace
  readonly feeds: ExportedFeed
  readonly followings: Following
  readonly digests: Digest
  readonly alerts: Alert
  readonly articles: ExportedArticle
  readonly keys: ArticleKey
  readonly people: NamedInArticle
  readonly offices: ToldFact<HeldOffice>
  readonly meetings: ToldFact<ToldMeeting>
  readonly statements: ToldFact<Statement>
  readonly editions: ExportedEdition
  readonly 'raised-alerts': ExportedRaisedAlert
  readonly notices: Notice
  readonly ratings: ExportedRating
  readonly mutes: Mute
  readonly changes: Change
  readonly audit: AuditEntry
}

export type ExportNoun = keyof ExportedRecords

/** In the order in which they are written: what others refer to comes first. */
export const EXPORT_NOUNS = [
  'workspaces',
  'feeds',
  'followings',
  'digests',
  'alerts',
  'articles',
  'keys',
  'people',
  'offices',
  'meetings',
  'statements',
  'editions',
  'raised-alerts',
  'notices',
  'ratings',
  'mutes',
  'changes',
  'audit',
] as const satisfies readonly ExportNoun[]

export const fileOf = (noun: ExportNoun): string => `${noun}.jsonl`

export const OPML_FILE = 'feeds.opml'
export const MANIFEST_FILE = 'manifest.json'

/** Nothing else stands in the folder of an export. */
export const EXPORT_FILES: readonly string[] = [...EXPORT_NOUNS.map(fileOf), OPML_FILE, MANIFEST_FILE]

export interface ExportedFeed extends Partial<Omit<Feed, 'id'>> {
  readonly id: string
  /** The file declares it, or once did, or it was imported: what it brought is there for all. */
  readonly isDeclared: boolean
  /** Since when nobody follows it any more; then its state is all that is kept, and it has no words. */
  readonly removedAt?: Instant
  readonly state?: Omit<FeedState, 'feedId' | 'validators'>
}

export interface ExportedArticle extends Omit<Article, 'title' | 'lead' | 'text' | 'isThinned'> {
  /** When its text was given up but for what proves something. */
  readonly thinnedAt?: Instant
  readonly storyId: string
  /** The article that this one reprints. */
  readonly duplicateOf?: string
  /** In feeds after the first. */
  readonly appearances: readonly Appearance[]
  /** Oldest first; `version` is the last one. */
  readonly versions: readonly Pick<Article, 'version' | 'title' | 'lead' | 'text'>[]
}

/** By what an article is recognised, ADR 5. */
interface ArticleKey {
  readonly key: string
  readonly articleId: string
}

interface NamedInArticle {
  readonly articleId: string
  readonly name: string
}

/** A fact, with the version of the article that its offsets point into. */
type ToldFact<Fact> = Fact & { readonly articleId: string; readonly version: number }

/** A sentence with its words; undefined where its version is there no more. */
export type CutSentence<Sentence> = Sentence & { readonly text?: string }

export interface ExportedStory extends Omit<EditionStory, 'brief' | 'clashes'> {
  readonly brief: readonly CutSentence<BriefSentence>[]
  readonly clashes?: readonly ExportedClash[]
}

interface ExportedClash extends Pick<FigureClash, 'kind'> {
  readonly figures: readonly CutSentence<FigureClash['figures'][number]>[]
}

export interface ExportedEdition extends Omit<Edition, 'stories'> {
  readonly stories: readonly ExportedStory[]
  readonly deliveries: readonly Omit<Delivery, 'editionId'>[]
}

export interface ExportedRaisedAlert extends Omit<RaisedAlert, 'told'> {
  readonly told: Omit<ToldAlert, 'stories'> & { readonly stories: readonly ExportedStory[] }
}

/** Who gave it is left out where others may read it. */
type ExportedRating = Omit<Rating, 'person'> & Partial<Pick<Rating, 'person'>>

/** One file of an export, as it was written. */
export interface ExportedFile {
  readonly name: string
  /** Lines; feeds of the OPML. */
  readonly count: number
  readonly bytes: number
  /** Hexadecimal. */
  readonly sha256: string
}

export interface ExportManifest {
  readonly format: typeof EXPORT_FORMAT
  readonly program: 'Pressoir'
  /** Of the program. */
  readonly version: string
  /** Everything is as it was at this instant. */
  readonly madeAt: Instant
  /** Whose export it is; undefined for everything. */
  readonly workspaceId?: WorkspaceId
  readonly files: readonly ExportedFile[]
}

export function newManifest(
  made: Pick<ExportManifest, 'version' | 'madeAt' | 'workspaceId'>,
  files: readonly ExportedFile[],
): ExportManifest {
  const { version, madeAt, workspaceId } = made
  return {
    format: EXPORT_FORMAT,
    program: 'Pressoir',
    version,
    madeAt,
    ...(workspaceId !== undefined && { workspaceId }),
    files,
  }
}
