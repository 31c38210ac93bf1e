// What a replay must have kept, checked against the transcript and the archive, not against the program's own memory.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../src/core/calendar.ts'
import type { Digest } from '../src/core/digest.ts'
import { archivePath } from '../src/locale/archive.ts'
import type { Storage } from '../src/ports.ts'
import type { ReplayArticle } from './replay-articles.ts'
import { addressOf } from './replay-press.ts'

export interface Check {
  readonly isKept: boolean
  readonly line: string
}

interface Replayed {
  readonly storage: Storage
  readonly articles: readonly ReplayArticle[]
  readonly slots: readonly Instant[]
  readonly folder: string
  readonly troubles: readonly string[]
  readonly digest: Digest
}

interface ArchivedEdition {
  readonly id: string
  readonly stories: readonly {
    readonly brief: readonly { readonly text: string; readonly display: string; readonly articleId: string }[]
    readonly sources: readonly {
      readonly articleId: string
      readonly url: string
      readonly duplicateOf?: string
    }[]
  }[]
}

export async function checkPromises(replayed: Replayed): Promise<readonly Check[]> {
  const editions = replayed.slots.map((slotAt) => archived(replayed, slotAt))
  const found = editions.filter((edition) => edition !== undefined)
  return [
    everySlot(replayed, found),
    everyPosting(replayed, found),
    noArticleTwice(found),
    verbatim(replayed, found),
    printed(replayed, found),
    await nothingLost(replayed),
    {
      isKept: replayed.troubles.length === 0,
      line: `aucun incident au journal (${replayed.troubles.length}) ${replayed.troubles.slice(0, 3).join(' | ')}`,
    },
  ]
}

function archived({ folder, digest }: Replayed, slotAt: Instant): ArchivedEdition | undefined {
  const name = archivePath({ slotAt, zone: digest.schedule.zone, digestName: digest.name })
  const path = join(folder, 'digests', `${name}.json`)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

function everySlot({ slots, folder }: Replayed, editions: readonly ArchivedEdition[]): Check {
  const files = readdirSync(join(folder, 'digests'), { recursive: true, encoding: 'utf8' })
  const count = files.filter((file) => file.endsWith('.json')).length
  return {
    isKept: slots.length > 0 && editions.length === slots.length && count === slots.length,
    line: `${editions.length} éditions archivées pour ${slots.length} créneaux`,
  }
}

/** One line of the transcript for the lead of each edition and one for each of its stories, no key twice. */
function everyPosting({ folder }: Replayed, editions: readonly ArchivedEdition[]): Check {
  const keys = transcript(folder).map(({ key }) => key)
  const wanted = editions.reduce((sum, { stories }) => sum + 1 + stories.length, 0)
  return {
    isKept: keys.length === wanted && new Set(keys).size === keys.length,
    line: `${keys.length} envois dans le canal pour ${wanted} parties, ${keys.length - new Set(keys).size} en double`,
  }
}

function noArticleTwice(editions: readonly ArchivedEdition[]): Check {
  const shown = editions.flatMap(({ stories }) =>
    stories.flatMap(({ sources }) => sources.map(({ url }) => url)),
  )
  return {
    isKept: shown.length > 0 && new Set(shown).size === shown.length,
    line: `${shown.length} articles montrés, ${shown.length - new Set(shown).size} deux fois`,
  }
}

/** Blanks are folded on both sides: a page may break its lines anywhere. */
function verbatim({ articles }: Replayed, editions: readonly ArchivedEdition[]): Check {
  const texts = new Map(articles.map(({ id, summary, text }) => [id, folded(`${summary}\n${text}`)]))
  const sentences = editions.flatMap(({ stories }) =>
    stories.flatMap(({ brief, sources }) =>
      brief.map(({ text, articleId }) => ({
        text,
        url: sources.find((source) => source.articleId === articleId)?.url,
      })),
    ),
  )
  const strangers = sentences.filter(
    ({ text, url }) => !texts.get(url?.split('/').at(-1) ?? '')?.includes(folded(text)),
  )
  return {
    isKept: sentences.length > 0 && strangers.length === 0,
    line: `${sentences.length} phrases, ${strangers.length} qui ne sont pas mot pour mot dans leur article ${JSON.stringify(strangers.slice(0, 2))}`,
  }
}

function printed({ folder }: Replayed, editions: readonly ArchivedEdition[]): Check {
  const said = bare(
    transcript(folder)
      .map(({ text }) => text)
      .join('\n'),
  )
  const missing = editions
    .flatMap(({ stories }) => stories.flatMap(({ brief }) => brief))
    .filter(({ display }) => !said.includes(bare(display)))
  return {
    isKept: missing.length === 0,
    line: `${missing.length} phrases archivées qui manquent dans le canal`,
  }
}

/** Every address that was published leads to an article; two addresses lead to one when a publisher printed it twice. */
async function nothingLost({ storage, articles }: Replayed): Promise<Check> {
  const keys = articles.map((article) => `url:${addressOf(article)}`)
  const found = await storage.articles.findByKeys(keys)
  const lost = keys.filter((key) => !found.has(key))
  const twice = keys.length - new Set([...found.values()].map(({ id }) => id)).size - lost.length
  return {
    isKept: lost.length === 0,
    line: `${articles.length} articles parus, ${lost.length} perdus (${twice} parus deux fois chez le même éditeur) ${lost.slice(0, 3).join(' ')}`,
  }
}

function transcript(folder: string): readonly { readonly key: string; readonly text: string }[] {
  const path = join(folder, 'rejeu.console.jsonl')
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Letters and digits only: wrapping, indentation and typography left out. */
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')
