// An edition as files of the archive: Markdown for people, JSON for programs. Makes text, writes nothing.
import type { EditionSource, ShownEdition, ShownStory } from '../core/edition.ts'
import { dayOf, type Instant, wallClock } from '../core/calendar.ts'
import { formatMoment } from './calendar.ts'
import { editionLine, quietLine, storyLine } from './digest.ts'
import { french } from './sentence.ts'
import { typeset } from './typography.ts'

export interface ArchiveFile {
  /** Relative to the archive folder, `/` between folders: `2026/03/2026-03-17-0800-matin.md`. */
  readonly path: string
  readonly content: string
}

/** The two files of an edition; the name tells day, hour and digest, so a slot always has the same. */
export function archiveFiles(edition: ShownEdition): readonly ArchiveFile[] {
  const base = archivePath(edition)
  return [
    { path: `${base}.md`, content: markdown(edition) },
    { path: `${base}.json`, content: `${JSON.stringify(archiveRecord(edition), undefined, 2)}\n` },
  ]
}

/** `2026/03/2026-03-17-0800-matin`, in the zone of the digest. */
export function archivePath(edition: Pick<ShownEdition, 'slotAt' | 'zone' | 'digestName'>): string {
  const day = dayOf(edition.slotAt, edition.zone)
  const { hour, minute } = wallClock(edition.slotAt, edition.zone)
  const time = `${String(hour).padStart(2, '0')}${String(minute).padStart(2, '0')}`
  return `${day.slice(0, 4)}/${day.slice(5, 7)}/${day}-${time}-${edition.digestName}`
}

function markdown(edition: ShownEdition): string {
  const body =
    edition.stories.length === 0 ? [quietLine(edition)] : edition.stories.map(storyMarkdown(edition))
  return `# ${escaped(typeset(edition.title))}\n\n${escaped(editionLine(edition))}\n\n${body.join('\n\n')}\n`
}

function storyMarkdown(edition: ShownEdition): (story: ShownStory, position: number) => string {
  return (story, position) =>
    [
      `## ${position + 1}. ${escaped(typeset(story.title))}`,
      escaped(storyLine(edition, story)),
      ...story.sentences.map(({ text }) => `> ${escaped(typeset(text))}`),
      story.sources.map(sourceMarkdown(edition)).join('\n'),
    ].join('\n\n')
}

function sourceMarkdown(edition: ShownEdition): (source: EditionSource) => string {
  return (source) => {
    const title = escaped(typeset(source.title))
    const linked =
      source.url === '' ? title : `[${title}](<${source.url.replace(/[<>\s]/g, encodeURIComponent)}>)`
    const marks = [
      ...(source.duplicateOf === undefined ? [] : ['reprise']),
      ...(source.isUpdate ? ['mis à jour'] : []),
    ]
    const when = formatMoment(source.publishedAt, edition.madeAt, edition.zone)
    return french`- ${escaped(typeset(source.publisher))}, ${when} : ${linked}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`
  }
}

/** Everything an edition holds, the sentences verbatim with their offsets. Instants are ISO 8601. */
function archiveRecord(edition: ShownEdition): unknown {
  return {
    id: edition.id,
    digest: edition.digestName,
    title: edition.title,
    slotAt: iso(edition.slotAt),
    madeAt: iso(edition.madeAt),
    zone: edition.zone,
    since: iso(edition.since),
    until: iso(edition.until),
    articleCount: edition.articleCount,
    foldedCount: edition.foldedCount,
    stories: edition.stories.map((story) => ({
      title: story.title,
      rubric: story.rubric,
      publishedAt: iso(story.publishedAt),
      publisherCount: story.publisherCount,
      brief: story.sentences.map(({ text, reference }) => ({ text, display: typeset(text), ...reference })),
      sources: story.sources.map((source) => ({ ...source, publishedAt: iso(source.publishedAt) })),
    })),
  }
}

function iso(instant: Instant): string {
  return new Date(instant).toISOString()
}

/** Text of others must not become markup: what Markdown or HTML would read as a mark is escaped. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, String.raw`\$&`).replace(/\s*\n\s*/g, ' ')
}
