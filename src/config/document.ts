// A YAML file as plain values with the line of each one. Knows no key, and lets no English message through.
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import type { Document, Node, Pair, Range, YAMLError } from 'yaml'
import { foldWord } from '../core/closest.ts'
import type { Mistake, SyntaxProblem } from '../locale/configuration.ts'

/** Every scalar as it is written: `8`, `08:00` and `oui` are texts, and the schema says what they mean. */
export type PlainValue = string | readonly PlainValue[] | { readonly [key: string]: PlainValue }

export type ValuePath = readonly (string | number)[]

export interface LocatedMistake {
  readonly line: number
  readonly mistake: Mistake
}

export interface ConfigurationDocument {
  /** Keys without accents or case, empty values left out. An empty map when the file says nothing. */
  readonly value: PlainValue
  /** The line of a value, or of the nearest thing around it; starts at 1. */
  readonly lineOf: (path: ValuePath) => number
  /** The last key of the path as it is written in the file. */
  readonly keyAt: (path: ValuePath) => string
  /** Doubled keys. When the file cannot be read at all, what prevents it, and then nothing else counts. */
  readonly mistakes: readonly LocatedMistake[]
  readonly isReadable: boolean
}

interface Reading {
  readonly lines: LineCounter
  readonly document: Document.Parsed
  readonly lineByPath: Map<string, number>
  readonly keyByPath: Map<string, string>
  readonly mistakes: LocatedMistake[]
}

export function readDocument(source: string): ConfigurationDocument {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  const reading: Reading = { lines, document, lineByPath: new Map(), keyByPath: new Map(), mistakes: [] }
  const problems = syntaxMistakes(reading)
  const isReadable = problems.length === 0
  const value = isReadable ? (plainValue(reading, document.contents, [], []) ?? {}) : {}
  return {
    value,
    lineOf: (path) => nearestLine(reading.lineByPath, path),
    keyAt: (path) => reading.keyByPath.get(pathKey(path)) ?? String(path.at(-1) ?? ''),
    mistakes: isReadable ? reading.mistakes : problems,
    isReadable,
  }
}

function plainValue(
  reading: Reading,
  node: Node | null,
  path: ValuePath,
  around: readonly Node[],
): PlainValue | undefined {
  const target = isAlias(node) ? (node.resolve(reading.document) ?? null) : node
  if (target === null || around.includes(target)) return undefined
  const line = lineAt(reading, (node ?? target).range?.[0] ?? 0)
  if (!reading.lineByPath.has(pathKey(path))) reading.lineByPath.set(pathKey(path), line)
  const inside = [...around, target]
  if (isScalar(target)) return scalarText(target.value, target.source)
  if (isSeq<Node | null>(target)) {
    return target.items.flatMap((item, index) => plainValue(reading, item, [...path, index], inside) ?? [])
  }
  return isMap<Node, Node | null>(target) ? plainMap(reading, target.items, path, inside) : undefined
}

function plainMap(
  reading: Reading,
  pairs: readonly Pair<Node, Node | null>[],
  path: ValuePath,
  around: readonly Node[],
): PlainValue {
  const seen = new Set<string>()
  const entries = pairs.flatMap(({ key, value }) => {
    const written = isScalar(key) ? String(key.source ?? key.value) : String(key)
    const here = [...path, foldWord(written)]
    const line = lineAt(reading, key.range?.[0] ?? 0)
    if (seen.has(foldWord(written))) {
      reading.mistakes.push({ line, mistake: { code: 'key-twice', key: written } })
      return []
    }
    seen.add(foldWord(written))
    reading.lineByPath.set(pathKey(here), line)
    reading.keyByPath.set(pathKey(here), written)
    const plain = plainValue(reading, value, here, around)
    return plain === undefined ? [] : [[foldWord(written), plain] as const]
  })
  return Object.fromEntries(entries)
}

/** Undefined for an empty value: `clé:` and `~` say nothing. */
function scalarText(value: unknown, source: string | undefined): string | undefined {
  if (value === null) return undefined
  return (typeof value === 'string' ? value : (source ?? JSON.stringify(value))).trim()
}

/** What keeps the file from being read: one mistake a line, since one slip makes several errors. */
function syntaxMistakes(reading: Reading): readonly LocatedMistake[] {
  const errors: readonly YAMLError[] = [...reading.document.errors, ...reading.document.warnings]
  const located = [
    ...errors.map((error) => locatedProblem(reading, error.pos[0], problemOf(error))),
    ...lostAliases(reading),
  ]
  const byLine = new Map(located.toReversed().map((mistake) => [mistake.line, mistake]))
  return [...byLine.values()].toSorted((one, other) => one.line - other.line)
}

/** A quote or a bracket left open shows at the end of the file: it is told where it opens. */
function locatedProblem(reading: Reading, offset: number, problem: SyntaxProblem): LocatedMistake {
  const isOpening = problem === 'quote-open' || problem === 'bracket-open'
  const at = isOpening ? (openingOffset(reading.document, offset) ?? offset) : offset
  return { line: lineAt(reading, at), mistake: { code: 'syntax', problem } }
}

function openingOffset(document: Document.Parsed, offset: number): number | undefined {
  let opening: number | undefined
  visit(document, {
    Node: (_key, node) => {
      const isEnclosed = isScalar(node) ? node.type?.startsWith('QUOTE') : 'flow' in node && node.flow
      const range: Range | null | undefined = node.range
      if (isEnclosed && range && range[0] < offset && offset <= range[2]) opening = range[0]
    },
  })
  return opening
}

function lostAliases(reading: Reading): readonly LocatedMistake[] {
  const lost: LocatedMistake[] = []
  visit(reading.document, {
    Alias: (_key, node) => {
      if (node.resolve(reading.document) === undefined)
        lost.push(locatedProblem(reading, node.range?.[0] ?? 0, 'anchor'))
    },
  })
  return lost
}

/** By the codes of the `yaml` package, and by its English words where one code covers several slips. */
function problemOf({ code, message }: YAMLError): SyntaxProblem {
  if (code === 'MISSING_CHAR' && message.includes('quote')) return 'quote-open'
  if (code === 'MISSING_CHAR' && message.includes('map values')) return 'colon-missing'
  if (code === 'BAD_INDENT' && message.startsWith('Flow')) return 'bracket-open'
  if (code === 'UNEXPECTED_TOKEN' && message.includes('at node end')) return 'text-after-quote'
  return PROBLEMS[code] ?? 'other'
}

const PROBLEMS: Readonly<Partial<Record<YAMLError['code'], SyntaxProblem>>> = {
  TAB_AS_INDENT: 'tab',
  BAD_INDENT: 'indentation',
  BLOCK_AS_IMPLICIT_KEY: 'colon-in-value',
  MULTILINE_IMPLICIT_KEY: 'colon-missing',
  BAD_SCALAR_START: 'reserved-character',
  BAD_DQ_ESCAPE: 'escape',
  BAD_ALIAS: 'anchor',
  ALIAS_PROPS: 'anchor',
  MULTIPLE_ANCHORS: 'anchor',
  TAG_RESOLVE_FAILED: 'tag',
  MULTIPLE_TAGS: 'tag',
  MULTIPLE_DOCS: 'documents',
}

function lineAt(reading: Reading, offset: number): number {
  return Math.max(1, reading.lines.linePos(offset).line)
}

function nearestLine(lineByPath: ReadonlyMap<string, number>, path: ValuePath): number {
  for (let length = path.length; length >= 0; length--) {
    const line = lineByPath.get(pathKey(path.slice(0, length)))
    if (line !== undefined) return line
  }
  return 1
}

function pathKey(path: ValuePath): string {
  return JSON.stringify(path)
}
