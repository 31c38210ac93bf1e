// Writes a configuration to a folder of its own, loads it, and tells its mistakes. Holds the smallest good files.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type Configuration, loadConfiguration } from '../../src/config/load.ts'
import { ExplainedError } from '../../src/core/failures.ts'

export const folder = mkdtempSync(join(tmpdir(), 'pressoir-config-'))
const path = join(folder, 'pressoir.yaml')
afterAll(() => rmSync(folder, { recursive: true }))

export function load(
  source: string | Uint8Array,
  environment: Readonly<Record<string, string>> = {},
): Configuration {
  writeFileSync(path, source)
  return loadConfiguration(path, environment)
}

/** `line: message` with ordinary spaces; empty when there is none. */
export function mistakesOf(source: string | Uint8Array): readonly string[] {
  try {
    load(source)
    return []
  } catch (error) {
    if (!(error instanceof ExplainedError) || error.failure.code !== 'configuration-invalid') throw error
    return error.failure.mistakes.map(
      ({ line, message }) => `${line}: ${message.replaceAll(/[\u00A0\u202F]/g, ' ')}`,
    )
  }
}

export const CONTACT = 'contact: redaction@exemple.fr\n'
export const FEEDS = `${CONTACT}flux:
  - titre: Le Courrier
    adresse: https://courrier.exemple.fr/une.xml
    rubrique: Régions
`
/** A digest from line 6 on, with some of its lines replaced. */
export const digest = (lines: Readonly<Record<string, string>>): string => {
  const all = {
    nom: 'matin',
    titre: 'La revue',
    jours: 'lundi',
    heures: '08:00',
    canaux: 'console:terminal',
    ...lines,
  }
  const written = Object.entries(all).map(([key, value]) => `${key}: ${value}`)
  return `${FEEDS}revues:\n  - ${written.join('\n    ')}\n`
}
