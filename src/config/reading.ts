// A text of the configuration with a meaning: what cannot be read becomes an issue that carries the mistake.
import { z } from 'zod'
import type { Mistake } from '../locale/configuration.ts'

export function reading<Meaning>(read: (given: string) => Meaning | Mistake) {
  return z
    .string()
    .min(1)
    .transform((given, context): Meaning => {
      const meaning = read(given)
      if (!isMistake(meaning)) return meaning
      context.addIssue({ code: 'custom', params: { mistake: meaning } })
      return z.NEVER
    })
}

export function isMistake(meaning: unknown): meaning is Mistake {
  return typeof meaning === 'object' && meaning !== null && 'code' in meaning
}
