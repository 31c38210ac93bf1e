// Character and entity references of a feed: what the DOCTYPE declares, what HTML knows. Never opens a file or an address.
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

/** Replaces references in a stretch of text; what it does not know stays as written. */
export type ReferenceDecoder = (text: string) => string

export interface Doctype {
  /** The source without its DOCTYPE. */
  readonly source: string
  readonly decode: ReferenceDecoder
  /** Whether an entity was refused: external, made of other entities, too long or, by the time all is read, too often used. */
  readonly isRefused: () => boolean
}

/** Longest value of an entity that is believed, in characters. A character or a short name is what real feeds declare. */
const LONGEST_ENTITY = 256

/** All that declared entities may add to one feed, in characters; beyond it they are left empty. */
const EXPANSION_BUDGET = 1_000_000

const DECLARATION = /<!ENTITY\s+(?:%\s+)?([\w.:-]+)\s+(?:(SYSTEM|PUBLIC)\b[^<>]*|"([^"]*)"|'([^']*)')\s*>/gi

/** Takes the DOCTYPE out of a feed and reads the plain entities in it. No external entity is ever opened. */
export function readDoctype(source: string): Doctype {
  const start = startOfDoctype(source)
  if (start === undefined) return { source, ...decoderOf(new Map(), false) }
  const end = endOfDoctype(source, start)
  const entities = new Map<string, string>()
  let isRefused = false
  for (const [, name = '', external, double, single] of source.slice(start, end).matchAll(DECLARATION)) {
    const value = double ?? single ?? ''
    const isPlain = external === undefined && value.length <= LONGEST_ENTITY && !/&(?!#)/.test(value)
    if (!isPlain) isRefused = true
    if (!entities.has(name)) entities.set(name, isPlain ? decodeReferences(value) : '')
  }
  return { source: source.slice(0, start) + source.slice(end), ...decoderOf(entities, isRefused) }
}

/** What may come before a root, and the roots that we know. */
const PROLOG = /<!--|<!DOCTYPE\b|<(?:rss|feed|[\w.-]+:RDF|channel|urlset|opml|html)\b/gi

/** Undefined without one before the root; a comment that speaks of one is none. */
function startOfDoctype(source: string): number | undefined {
  const lastCommentEnd = source.lastIndexOf('-->')
  const mark = new RegExp(PROLOG)
  for (let found = mark.exec(source); found !== null; found = mark.exec(source)) {
    if (found[0] !== '<!--') return found[0].startsWith('<!') ? found.index : undefined
    if (found.index < lastCommentEnd) mark.lastIndex = source.indexOf('-->', found.index)
  }
  return undefined
}

function endOfDoctype(source: string, start: number): number {
  const subset = source.indexOf('[', start)
  const close = source.indexOf('>', start)
  if (close < 0) return source.length
  if (subset < 0 || close < subset) return close + 1
  const end = /\]\s{0,99}>/g
  end.lastIndex = subset
  const found = end.exec(source)
  return found === null ? close + 1 : found.index + found[0].length
}

function decoderOf(
  entities: ReadonlyMap<string, string>,
  isRefusedAlready: boolean,
): Pick<Doctype, 'decode' | 'isRefused'> {
  let budget = EXPANSION_BUDGET
  const expand = (name: string): string | undefined => {
    const value = entities.get(name)
    if (value === undefined) return undefined
    budget -= value.length
    return budget < 0 ? '' : value
  }
  return {
    decode: entities.size === 0 ? decodeReferences : (text) => decodeReferences(text, expand),
    isRefused: () => isRefusedAlready || budget < 0,
  }
}

const REFERENCE = /&(?:#x([\da-f]{1,8})|#(\d{1,9})|([a-z][\w.-]{0,63}));/gi

/** References that end with a semicolon, HTML's names included; a bare `&` stays. */
export function decodeReferences(text: string, declared?: (name: string) => string | undefined): string {
  if (!text.includes('&')) return text
  return text.replaceAll(REFERENCE, (written, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return declared?.(name) ?? namedCharacter(name) ?? written
    return characterOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
  })
}

function characterOf(codePoint: number): string {
  // Writers of windows-1252 count 80 to 9F as letters, and browsers agree. HTML Living Standard, § 13.2.5.80.
  if (codePoint >= 0x80 && codePoint <= 0x9f)
    return new TextDecoder('windows-1252').decode(Uint8Array.of(codePoint))
  const isNone = codePoint === 0 || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)
  return isNone ? '' : String.fromCodePoint(codePoint)
}

const namedCharacters = new Map<string, string>()

/** Names that are none, as a feed may repeat one a million times; as many as fit a few hundred kilobytes. */
const unknownNames = new Set<string>()
const UNKNOWN_NAMES = 5000

function namedCharacter(name: string): string | undefined {
  const known = namedCharacters.get(name)
  if (known !== undefined || unknownNames.has(name)) return known
  let character = ''
  const listener: TokenizerCallbacks = {
    ...DEAF,
    ontextentity: (codePoint) => {
      character += String.fromCodePoint(codePoint)
    },
    ontext: () => {
      character = ''
    },
  }
  const tokenizer = new Tokenizer({ decodeEntities: true }, listener)
  tokenizer.write(`&${name};`)
  tokenizer.end()
  if (character === '') {
    if (unknownNames.size < UNKNOWN_NAMES) unknownNames.add(name)
    return undefined
  }
  // Bounded by the 2,231 names of HTML.
  namedCharacters.set(name, character)
  return character
}

const ignore = (): void => {}
const DEAF = {
  onattribdata: ignore,
  onattribentity: ignore,
  onattribend: ignore,
  onattribname: ignore,
  oncdata: ignore,
  onclosetag: ignore,
  oncomment: ignore,
  ondeclaration: ignore,
  onend: ignore,
  onopentagend: ignore,
  onopentagname: ignore,
  onprocessinginstruction: ignore,
  onselfclosingtag: ignore,
}
