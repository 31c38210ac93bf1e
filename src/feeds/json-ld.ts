// The article that a page describes in JSON-LD (schema.org), damaged JSON included. Never looks at the rest of the page.
import { readBoundedJson } from './bounded-json.ts'

export interface DescribedArticle {
  readonly headline?: string
  readonly description?: string
  /** As published: HTML, plain text or paragraphs glued together. */
  readonly body?: string
  /** As written; ISO 8601 when the site keeps to schema.org. */
  readonly published?: string
  /** Names of people or newsrooms. */
  readonly authors: readonly string[]
  /**
   * `isAccessibleForFree` is false, of the article or of a part of it (`hasPart`): what the page hides is not for us.
   * Undefined when the page does not say.
   */
  readonly isPaywalled?: boolean
  /** `inLanguage`, as written. */
  readonly language?: string
}

type JsonObject = Readonly<Record<string, unknown>>

/** NewsArticle, ReportageNewsArticle, LiveBlogPosting…: the article types of schema.org, whatever their prefix. */
const ARTICLE_TYPE = /(?:Article|BlogPosting|^Report)$/

/** Properties that hold other articles than the page's own. */
const OTHERS = new Set([
  'itemListElement',
  'mentions',
  'citation',
  'isRelatedTo',
  'relatedLink',
  'significantLink',
])

/** Objects that we look at in one page, a guard against generated monsters; ten times what rich pages hold. */
const OBJECT_LIMIT = 10_000

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The article described by the texts of the page's `application/ld+json` scripts; undefined when none is.
 * Of several, the one whose address is among `addresses`, then one with a body, then the first.
 */
export function readJsonLd(
  scripts: readonly string[],
  addresses: readonly string[] = [],
): DescribedArticle | undefined {
  const objects = scripts.flatMap((script) => objectsIn(parseLeniently(script)))
  const byId = new Map(
    objects.flatMap((object): [string, JsonObject][] => {
      const id = object['@id']
      return typeof id === 'string' && Object.keys(object).length > 1 ? [[id, object]] : []
    }),
  )
  const articles = objects.filter(isArticle)
  const scored = articles.map((article) => ({ article, score: scoreOf(article, addresses) }))
  const best = scored.toSorted((one, other) => other.score - one.score)[0]?.article
  return best === undefined ? salvage(scripts) : describe(best, byId)
}

/** Objects at any depth, outer ones first, other articles' lists left out. */
function objectsIn(root: unknown): readonly JsonObject[] {
  const found: JsonObject[] = []
  const queue: unknown[] = [root]
  for (let next = 0; next < queue.length && next < OBJECT_LIMIT; next += 1) {
    const value = queue[next]
    if (Array.isArray(value)) for (const item of value) queue.push(item)
    if (!isObject(value)) continue
    found.push(value)
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner === 'object' && inner !== null && !OTHERS.has(name)) queue.push(inner)
    }
  }
  return found
}

function isArticle(object: JsonObject): boolean {
  const types = [object['@type']].flat().filter((type) => typeof type === 'string')
  return types.some((type) => ARTICLE_TYPE.test(type.replace(/^.*[/:#]/, '')))
}

function scoreOf(article: JsonObject, addresses: readonly string[]): number {
  const names = [article['url'], article['@id'], article['mainEntityOfPage']].map(
    (value) => textOf(value) ?? (isObject(value) ? textOf(value['@id']) : undefined),
  )
  const isOurs = names.some(
    (name) => name !== undefined && addresses.some((address) => isSamePage(name, address)),
  )
  return (
    (isOurs ? 4 : 0) + (bodyOf(article) === undefined ? 0 : 2) + (article['headline'] === undefined ? 0 : 1)
  )
}

function bareAddress(address: string): string {
  return address
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[#?].*$/s, '')
    .replace(/\/$/, '')
}

function isSamePage(one: string, other: string): boolean {
  return bareAddress(one) === bareAddress(other)
}

function describe(article: JsonObject, byId: ReadonlyMap<string, JsonObject>): DescribedArticle {
  const [headline, description] = [
    textOf(article['headline']) ?? textOf(article['name']),
    textOf(article['description']),
  ]
  const [body, published] = [
    bodyOf(article),
    textOf(article['datePublished']) ?? textOf(article['dateCreated']),
  ]
  return {
    ...(headline === undefined ? {} : { headline }),
    ...(description === undefined ? {} : { description }),
    ...(body === undefined ? {} : { body }),
    ...(published === undefined ? {} : { published }),
    authors: namesOf(article['author'] ?? article['creator'], byId),
    ...paywallOf(article),
    ...languageOf(article),
  }
}

function paywallOf(article: JsonObject): Pick<DescribedArticle, 'isPaywalled'> {
  const parts = [article['hasPart']].flat().filter(isObject)
  const told = [article, ...parts].map((part) => wordOf(part['isAccessibleForFree']).replace(/^.*[/#]/s, ''))
  if (told.some((word) => /^(?:false|no|0)$/i.test(word))) return { isPaywalled: true }
  return told.some((word) => /^(?:true|yes|1)$/i.test(word)) ? { isPaywalled: false } : {}
}

/** Objects are not asked for their words: their own `toString` may be anything. */
function wordOf(value: unknown): string {
  const told: unknown = [value].flat()[0]
  if (typeof told === 'string') return told
  return typeof told === 'boolean' || typeof told === 'number' ? String(told) : ''
}

/** A code, or a `Language` whose `alternateName` is one. */
function languageOf(article: JsonObject): Pick<DescribedArticle, 'language'> {
  const told: unknown = [article['inLanguage']].flat()[0]
  const language = isObject(told) ? (textOf(told['alternateName']) ?? textOf(told['name'])) : textOf(told)
  return language === undefined ? {} : { language }
}

/** A string, the first of several, or the `@value` of one with a language. */
function textOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value
  const text = isObject(first) ? first['@value'] : first
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined
}

/** The body; of a live blog, its updates in the page's order. */
function bodyOf(article: JsonObject): string | undefined {
  const parts = [article['articleBody']].flat().map(textOf)
  const updates = [article['liveBlogUpdate']].flat().filter(isObject)
  const told = updates.flatMap((update) => [textOf(update['headline']), textOf(update['articleBody'])])
  const body = [...parts, ...told].filter((text) => text !== undefined)
  return body.length === 0 ? undefined : [...new Set(body)].join('\n\n')
}

function namesOf(value: unknown, byId: ReadonlyMap<string, JsonObject>): readonly string[] {
  const names = [value].flat().flatMap((author) => {
    if (!isObject(author)) return textOf(author) ?? []
    const id = author['@id']
    const known = author['name'] === undefined && typeof id === 'string' ? byId.get(id) : undefined
    return [(known ?? author)['name']].flat().flatMap((name) => textOf(name) ?? [])
  })
  return [...new Set(names)].filter((name) => !/^https?:/.test(name))
}

/** JSON as pages hold it: in comments or CDATA, with raw line breaks in strings, with commas too many. Undefined when lost. */
function parseLeniently(script: string): unknown {
  const text = script.replaceAll(
    /^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)|(?:-->|(?:\/\/\s*|\/\*\s*)?\]\]>(?:\s*\*\/)?|;)\s*$/g,
    '',
  )
  for (const candidate of [
    () => text,
    () => escapeControls(text),
    () => withoutCommas(escapeControls(text)),
  ]) {
    const value = readBoundedJson(candidate())
    if (value !== undefined) return value
  }
  return undefined
}

/** Raw line breaks and tabs inside strings, and backslashes before letters that JSON does not know. */
function escapeControls(text: string): string {
  return piecesOf(text)
    .map((piece) =>
      piece.startsWith('"')
        ? piece
            .replaceAll(/\\(?!["\\/bfnrtu])/g, '')
            .replaceAll(/\p{Cc}/gu, (control) => JSON.stringify(control).slice(1, -1))
        : piece,
    )
    .join('')
}

function withoutCommas(text: string): string {
  return piecesOf(text)
    .map((piece) => (piece.startsWith('"') ? piece : piece.replaceAll(/,(?=\s*[}\]])/g, '')))
    .join('')
}

/** Strings, quotes included, and what stands between them. One pass: a quote that never closes takes the rest. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = []
  let [from, isString] = [0, false]
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === '\\' && isString) at += 1
    if (character !== '"') continue
    const end = isString ? at + 1 : at
    pieces.push(text.slice(from, end))
    ;[from, isString] = [end, !isString]
  }
  return [...pieces, text.slice(from)]
}

/** What one pattern can still read of JSON that no mending makes parse; never the body, which would stop at any quote. */
function salvage(scripts: readonly string[]): DescribedArticle | undefined {
  const script = scripts.find(
    (text) =>
      /"@type"\s*:\s*(?:\[\s*)?"[^"]*(?:Article|BlogPosting)"/.test(text) &&
      parseLeniently(text) === undefined,
  )
  if (script === undefined) return undefined
  const published = /"datePublished"\s*:\s*"([^"\\]{4,40})"/.exec(script)?.[1]
  const isPaywalled = /"isAccessibleForFree"\s*:\s*"?false/i.test(script)
  return {
    ...(published === undefined ? {} : { published }),
    authors: [],
    ...(isPaywalled ? { isPaywalled } : {}),
  }
}
