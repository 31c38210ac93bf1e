// The keys of config/pressoir.yaml about the care of the data: what is kept, and where backups go.
import { z } from 'zod'
import { readNumber } from '../core/typed-values.ts'
import type { Mistake } from '../locale/configuration.ts'
import { reading } from './reading.ts'

/** A month of texts at least: editions look back a week, and «la semaine dernière» is asked about. A century at most. */
const [LEAST_DAYS, MOST_DAYS] = [30, 36_500]

const MOST_BACKUPS = 1000

/** Two weeks: a mistake that is found after the holidays can still be undone. */
const DEFAULT_BACKUPS = '14'

/** Of a thousand, as disks are sold. */
const BYTES_OF_UNIT = { mo: 1e6, go: 1e9, to: 1e12 } as const

export const retentionSchema = z.strictObject({
  jours: reading(readNumber(LEAST_DAYS, MOST_DAYS)).optional(),
  taille: reading(readSize).optional(),
})

export const backupSchema = z.strictObject({
  dossier: z.string().min(1),
  garder: z.preprocess((given) => given ?? DEFAULT_BACKUPS, reading(readNumber(1, MOST_BACKUPS))),
})

/** «5 Go», «800 Mo», «1,5 To»; in bytes. */
function readSize(given: string): number | Mistake {
  const [, number = '', unit = ''] = /^(\d+(?:[.,]\d+)?)\s*([mgt]o)$/i.exec(given.trim()) ?? []
  const bytes = Number(number.replace(',', '.')) * BYTES_OF_UNIT[toUnit(unit)]
  return number === '' || bytes < BYTES_OF_UNIT.mo ? { code: 'size', given } : Math.round(bytes)
}

function toUnit(unit: string): keyof typeof BYTES_OF_UNIT {
  const lower = unit.toLowerCase()
  return lower === 'go' || lower === 'to' ? lower : 'mo'
}
