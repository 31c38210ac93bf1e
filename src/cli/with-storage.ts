// Opens the database for one verb and closes it whatever happens.
import { existsSync } from 'node:fs'
import type { Configuration } from '../config/load.ts'
import type { Zone } from '../core/calendar.ts'
import { ExplainedError } from '../core/failures.ts'
import type { Storage } from '../ports.ts'
import { DEFAULT_CONFIGURATION } from './options.ts'
import type { Toolbox } from './toolbox.ts'

/** The database when neither an option nor a configuration names one. */
const DEFAULT_DATABASE = 'pressoir.sqlite'

/** In which hours are told when no configuration says. */
const DEFAULT_ZONE: Zone = 'Europe/Paris'

export interface StorageChoice {
  readonly database?: string
  readonly config?: string
  readonly now?: number
}

export async function withStorage<Result>(
  tools: Toolbox,
  choice: StorageChoice,
  work: (storage: Storage) => Promise<Result>,
): Promise<Result> {
  return openFor(tools, await databaseUrl(tools, choice), choice, work)
}

/** For verbs that only look: where there is no database yet, they see an empty one and leave none behind. */
export async function lookingAtStorage<Result>(
  tools: Toolbox,
  choice: StorageChoice,
  work: (storage: Storage) => Promise<Result>,
): Promise<Result> {
  const url = await databaseUrl(tools, choice)
  return openFor(tools, isMissing(url) ? ':memory:' : url, choice, work)
}

async function openFor<Result>(
  tools: Toolbox,
  url: string,
  choice: StorageChoice,
  work: (storage: Storage) => Promise<Result>,
): Promise<Result> {
  const storage = await tools.openStorage(url, { now: () => choice.now ?? Date.now() })
  try {
    return await work(storage)
  } finally {
    await storage.close()
  }
}

/** What `work` finds in a database; `otherwise` where there is none, or none that opens: that is told where it is looked at. */
export async function lookInto<Result>(
  tools: Toolbox,
  url: string,
  now: number,
  otherwise: Result,
  work: (storage: Storage) => Promise<Result>,
): Promise<Result> {
  if (isMissing(url)) return otherwise
  try {
    // Opening it would change it: that is left to `run`, which backs it up before.
    if ((await tools.inspectDatabase(url)).missingMigrations.length > 0) return otherwise
    return await openFor(tools, url, { now }, work)
  } catch (error) {
    if (error instanceof ExplainedError) return otherwise
    throw error
  }
}

/** True for a path at which there is no file; an address of another kind is not looked at. */
export function isMissing(url: string): boolean {
  const path = url.replace(/^sqlite:(\/\/)?/i, '')
  return !/^[a-z][a-z\d+.-]+:/i.test(path) && path !== ':memory:' && !existsSync(path)
}

/** The option first, then the configuration, then the environment alone, then `pressoir.sqlite`. */
export async function databaseUrl(tools: Toolbox, choice: StorageChoice): Promise<string> {
  if (choice.database !== undefined) return choice.database
  const configured = (await configurationIfAny(tools, choice))?.database
  return configured ?? (await tools.environmentDatabase()) ?? DEFAULT_DATABASE
}

/** These verbs do without a configuration file; one that is named and missing, or there and wrong, is refused. */
async function configurationIfAny(tools: Toolbox, choice: StorageChoice): Promise<Configuration | undefined> {
  const path = choice.config ?? DEFAULT_CONFIGURATION
  try {
    return await tools.loadConfiguration(path)
  } catch (error) {
    const isMissingFile = error instanceof ExplainedError && error.failure.code === 'configuration-missing'
    if (isMissingFile && path === DEFAULT_CONFIGURATION) return undefined
    throw error
  }
}

/** How hours are told must not keep anybody from what a verb is for. */
export async function zoneOf(tools: Toolbox, { config }: StorageChoice): Promise<Zone> {
  try {
    return (await tools.loadConfiguration(config ?? DEFAULT_CONFIGURATION)).zone
  } catch (error) {
    if (error instanceof ExplainedError) return DEFAULT_ZONE
    throw error
  }
}
