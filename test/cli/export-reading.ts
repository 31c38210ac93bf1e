// Reads an export as anybody would: by its manifest, line by line. Knows nothing of how it was made.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { EXPORT_NOUNS, fileOf } from '../../src/core/export.ts'

const MANIFEST = z.strictObject({
  format: z.literal(1),
  program: z.literal('Pressoir'),
  version: z.string(),
  madeAt: z.iso.datetime(),
  workspaceId: z.string().optional(),
  files: z.array(
    z.strictObject({ name: z.string(), count: z.number(), bytes: z.number(), sha256: z.string() }),
  ),
})

export type ReadManifest = z.infer<typeof MANIFEST>

export function readManifest(folder: string): ReadManifest {
  return MANIFEST.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
}

/** A file as its manifest should tell it. */
export function measured(
  folder: string,
  name: string,
): Pick<ReadManifest['files'][number], 'bytes' | 'sha256'> {
  const octets = readFileSync(join(folder, name))
  return { bytes: octets.length, sha256: createHash('sha256').update(octets).digest('hex') }
}

export type Line = Readonly<Record<string, unknown>>

const LINE = z.record(z.string(), z.unknown())

export function linesOf(folder: string, name: string): readonly Line[] {
  const text = readFileSync(join(folder, name), 'utf8')
  return text === ''
    ? []
    : text
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => LINE.parse(JSON.parse(line)))
}

export function allLines(folder: string): readonly (readonly [file: string, line: Line])[] {
  return EXPORT_NOUNS.flatMap((noun) =>
    linesOf(folder, fileOf(noun)).map((line) => [fileOf(noun), line] as const),
  )
}

interface Leaf {
  /** `versions[].title`. */
  readonly path: string
  readonly value: unknown
}

/** Every value that is no object and no list, with the keys that lead to it. */
export function leavesOf(value: unknown, path = ''): readonly Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item) => leavesOf(item, `${path}[]`))
  if (typeof value !== 'object' || value === null) return [{ path, value }]
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, path === '' ? key : `${path}.${key}`),
  )
}
