// The shape of config/pressoir.yaml: which keys there are, what each one takes, what it is when left out.
import { z } from 'zod'
import { ALERT_BOUNDS, ALERT_DEFAULTS } from '../core/alert.ts'
import { closestWord } from '../core/closest.ts'
import { DEFAULT_STORIES, DEFAULT_WORDS, LEAST_WORDS, MOST_STORIES, MOST_WORDS } from '../core/digest.ts'
import { readDays, readHour, readNumber, readQuietHours, readZone } from '../core/typed-values.ts'
import type { ExpectedValue, Mistake } from '../locale/configuration.ts'
import type { ConfigurationDocument, LocatedMistake, PlainValue, ValuePath } from './document.ts'
import { isMistake, reading } from './reading.ts'
import { quotaSchema } from './quota-schema.ts'
import { backupSchema, retentionSchema } from './upkeep-schema.ts'
import {
  DEFAULT_MONITOR,
  DEFAULT_PORT,
  HIGHEST_PORT,
  readAddress,
  readChannel,
  readChoice,
  readContact,
  readFilter,
  readListening,
  readName,
  readPackName,
  readPublicAddress,
} from './values.ts'

const text = z.string().min(1)

/** A list that may be written as a single value. */
function listOf<Item extends z.ZodType>(item: Item) {
  return z.preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(item).min(1))
}

const feedSchema = z.strictObject({
  titre: text,
  adresse: reading(readAddress),
  editeur: text.optional(),
  rubrique: text.optional(),
  citer: reading(
    readChoice(
      new Map<string, 'yes' | 'no'>([
        ['oui', 'yes'],
        ['non', 'no'],
      ]),
    ),
  ).default('yes'),
})

const digestSchema = z.strictObject({
  nom: reading(readName),
  titre: text,
  jours: listOf(reading(readDays)),
  heures: listOf(reading(readHour)),
  fuseau: reading(readZone).optional(),
  canaux: listOf(reading(readChannel)),
  flux: listOf(text).optional(),
  rubriques: listOf(text).optional(),
  avec: listOf(text).optional(),
  sans: listOf(text).optional(),
  filtre: reading(readFilter).optional(),
  sujets: reading(readNumber(1, MOST_STORIES)).default(DEFAULT_STORIES),
  mots: reading(readNumber(LEAST_WORDS, MOST_WORDS)).default(DEFAULT_WORDS),
  'jour creux': reading(
    readChoice(
      new Map<string, 'say' | 'skip'>([
        ['dire', 'say'],
        ['taire', 'skip'],
      ]),
    ),
  ).default('say'),
})

const alertSchema = z.strictObject({
  nom: reading(readName),
  titre: text.optional(),
  canal: reading(readChannel),
  personne: text.optional(),
  expression: text.optional(),
  avec: listOf(text).optional(),
  flux: listOf(text).optional(),
  rubriques: listOf(text).optional(),
  editeurs: bounded('publishers'),
  minutes: bounded('minutes'),
  pause: bounded('coolDownHours'),
  nuit: reading(readQuietHours).optional(),
  maximum: bounded('mostADay'),
  fuseau: reading(readZone).optional(),
})

function bounded(value: keyof typeof ALERT_BOUNDS) {
  const { least, most } = ALERT_BOUNDS[value]
  return reading(readNumber(least, most)).default(ALERT_DEFAULTS[value])
}

const fileSchema = z.strictObject({
  contact: reading(readContact),
  fuseau: reading(readZone).default('Europe/Paris'),
  base: text.default('pressoir.sqlite'),
  archives: text.default('digests'),
  surveillance: reading(readListening).default(DEFAULT_MONITOR),
  'adresse publique': reading(readPublicAddress).optional(),
  port: reading(readNumber(1, HIGHEST_PORT)).default(DEFAULT_PORT),
  sauvegardes: backupSchema.optional(),
  conserver: retentionSchema.optional(),
  quotas: quotaSchema.optional(),
  flux: z.array(feedSchema).default([]),
  opml: listOf(text).default([]),
  packs: listOf(reading(readPackName)).default([]),
  revues: z.array(digestSchema).default([]),
  alertes: z.array(alertSchema).default([]),
})

export type ConfigurationFile = z.output<typeof fileSchema>

/** By the key under which each stands; all others stand under `revues`. */
const ITEM_SCHEMAS: Readonly<Record<string, z.ZodObject>> = {
  flux: feedSchema,
  alertes: alertSchema,
  sauvegardes: backupSchema,
  conserver: retentionSchema,
  quotas: quotaSchema,
}

/** Keys with their accents, as the sentences show them. */
const ACCENTED_KEYS: Readonly<Record<string, string>> = {
  editeur: 'éditeur',
  editeurs: 'éditeurs',
  editions: 'éditions',
}

/** The file as values with a meaning, or all that its shape has wrong. */
export function readShape(
  document: ConfigurationDocument,
): { readonly file: ConfigurationFile } | { readonly mistakes: readonly LocatedMistake[] } {
  const result = fileSchema.safeParse(document.value)
  if (result.success) return { file: result.data }
  return { mistakes: result.error.issues.flatMap((issue) => located(document, issue)) }
}

function located(document: ConfigurationDocument, issue: z.core.$ZodIssue): readonly LocatedMistake[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol')
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(document, [...path, key]))
  return [{ line: document.lineOf(path), mistake: mistakeOf(document, issue, path) }]
}

function unknownKey(document: ConfigurationDocument, path: ValuePath): LocatedMistake {
  const known = path.length === 1 ? fileSchema : (ITEM_SCHEMAS[String(path[0])] ?? digestSchema)
  const closest = closestWord(String(path.at(-1)), Object.keys(known.shape))
  const mistake: Mistake = {
    code: 'key-unknown',
    key: document.keyAt(path),
    closest: closest === undefined ? undefined : accented(closest),
  }
  return { line: document.lineOf(path), mistake }
}

function mistakeOf(document: ConfigurationDocument, issue: z.core.$ZodIssue, path: ValuePath): Mistake {
  const keyName = path.findLast((part) => typeof part === 'string') ?? ''
  const key = accented(keyName)
  if (issue.code === 'custom') return withKey(issue.params?.['mistake'], key)
  if (issue.code === 'too_small') return { code: 'value-empty', key }
  if (valueAt(document.value, path) === undefined) return { code: 'key-missing', key }
  if (path.length === 0) return { code: 'not-a-map' }
  return { code: 'value-kind', key, expected: expectedOf(issue, path) }
}

function expectedOf(issue: z.core.$ZodIssue, path: ValuePath): ExpectedValue {
  if (issue.code !== 'invalid_type' || issue.expected === 'string') return 'text'
  if (issue.expected === 'array') return path.length === 1 ? 'maps' : 'texts'
  return path.length === 1 ? 'map' : 'maps'
}

function withKey(mistake: unknown, key: string): Mistake {
  if (!isMistake(mistake)) throw new Error('an issue of the schema carries no mistake')
  return 'key' in mistake && mistake.key === '' ? { ...mistake, key } : mistake
}

function accented(key: string): string {
  return ACCENTED_KEYS[key] ?? key
}

function valueAt(value: PlainValue | undefined, path: ValuePath): PlainValue | undefined {
  return path.reduce<PlainValue | undefined>((around, part) => {
    if (typeof around !== 'object') return undefined
    return Object.entries(around).find(([key]) => key === String(part))?.[1]
  }, value)
}
