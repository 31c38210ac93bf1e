// An edition as files of the archive: Markdown for people, JSON for programs. Makes text, writes nothing.
import type { EditionSource, ShownClash, ShownEdition, ShownSentence, ShownStory } from '../core/edition.ts'
import { quotedSources } from '../core/quotation-register.ts'
import { dayOf, type Instant, MINUTE, wallClock, type Zone } from '../core/calendar.ts'
import { formatDay, formatHour } from './calendar.ts'
import { displayShown } from './editorial.ts'
import { neutralise } from './neutralise.ts'
import { clashSpans, editionLine, quietLine, storyLine } from './digest.ts'
import { french } from './sentence.ts'
import { sequelWords } from './sequel.ts'
import { agencyWords } from './sources.ts'
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
  // An edition made by hand falls within a minute, where another one may stand.
  const within = edition.slotAt % MINUTE === 0 ? '' : `-${String(edition.slotAt % MINUTE).padStart(5, '0')}`
  return `${day.slice(0, 4)}/${day.slice(5, 7)}/${day}-${time}${within}-${edition.digestName}`
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
      escaped(storyLine(story, lastingMoment(story.publishedAt, edition.zone))),
      ...sequelMarkdown(edition, story),
      ...story.sentences.map((sentence) => quotation(sentence, story)),
      ...(story.clashes ?? []).map((clash) => clashMarkdown(clash, story)),
      story.sources.map(sourceMarkdown(edition)).join('\n'),
    ].join('\n\n')
}

/** Figures that differ, each with its source. */
function clashMarkdown(clash: ShownClash, story: ShownStory): string {
  return clashSpans(clash, story)
    .map((span) => (span.kind === 'link' ? link(span.text, span.url) : escaped(span.text)))
    .join('')
}

/** Leads to the file of the earlier edition: both stand in the folder of their month. */
function sequelMarkdown(edition: ShownEdition, { continues }: ShownStory): readonly string[] {
  if (continues === undefined) return []
  const { slotAt, zone } = edition
  const path = archivePath({ ...edition, slotAt: continues.slotAt })
  return [link(sequelWords(continues.slotAt, slotAt, zone), `../../${path}.md`)]
}

/** A sentence with who printed it: the archive is read one piece at a time. */
function quotation(sentence: ShownSentence, { sources }: ShownStory): string {
  const { reference } = sentence
  const source = sources.find(({ articleId }) => articleId === reference.articleId)
  const origin = source === undefined ? '' : `\n> — ${link(typeset(source.publisher), source.url)}`
  return `> ${escaped(displayShown(sentence))}${origin === '' ? '' : `  ${origin}`}`
}

/** «lundi 16 mars 2026 à 19 h 45»: nobody knows when an archive is read. */
function lastingMoment(instant: Instant, zone: Zone): string {
  return french`${formatDay(instant, zone)} à ${formatHour(instant, zone)}`
}

function link(text: string, url: string): string {
  return url === '' ? escaped(text) : `[${escaped(text)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`
}

function sourceMarkdown(edition: ShownEdition): (source: EditionSource) => string {
  return (source) => {
    const linked = link(typeset(source.title), source.url)
    const marks = [
      ...(source.agency === undefined ? [] : [agencyWords(source.agency)]),
      ...(source.duplicateOf === undefined ? [] : ['reprise']),
      ...(source.isUpdate ? ['mis à jour'] : []),
    ]
    const when = lastingMoment(source.publishedAt, edition.zone)
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
    quotations: quotedSources(edition).map(({ publisher, words, articles, sentences }) => ({
      publisher,
      words,
      sentences: sentences.length,
      articles,
    })),
    stories: edition.stories.map(storyRecord),
  }
}

function storyRecord(story: ShownStory): unknown {
  return {
    title: story.title,
    rubric: story.rubric,
    publishedAt: iso(story.publishedAt),
    publisherCount: story.publisherCount,
    ...(story.continues === undefined
      ? {}
      : { continues: { ...story.continues, slotAt: iso(story.continues.slotAt) } }),
    brief: story.sentences.map((sentence) => ({
      text: sentence.text,
      display: displayShown(sentence),
      ...sentence.reference,
    })),
    ...(story.clashes === undefined
      ? {}
      : {
          clashes: story.clashes.map(({ kind, figures }) => ({
            kind,
            figures: figures.map(({ text, reference }) => ({ text, ...reference })),
          })),
        }),
    sources: story.sources.map((source) => ({ ...source, publishedAt: iso(source.publishedAt) })),
  }
}

function iso(instant: Instant): string {
  return new Date(instant).toISOString()
}

/** Text of others must not become markup: what Markdown or HTML would read as a mark is escaped. */
function escaped(text: string): string {
  return neutralise(text)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\\`*_[\]<>#|~&]/g, String.raw`\$&`)
    .replace(/^(\d+)([.)])(?=\s)/, String.raw`$1\$2`)
    .replace(/^[-+](?=\s)/, String.raw`\$&`)
}
