// Opens the database for one verb and closes it whatever happens.
import { ExplainedError } from '../core/failures.ts'
import type { Storage } from '../ports.ts'
import type { Toolbox } from './toolbox.ts'

/** The database when neither an option nor a configuration names one. */
const DEFAULT_DATABASE = 'pressoir.sqlite'

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
  const clock = { now: () => choice.now ?? Date.now() }
  const storage = await tools.openStorage(databaseUrl(tools, choice), clock)
  try {
    return await work(storage)
  } finally {
    await storage.close()
  }
}

/** The option first, then the configuration, then `pressoir.sqlite`; these verbs do without a configuration file. */
export function databaseUrl(tools: Toolbox, choice: StorageChoice): string {
  if (choice.database !== undefined) return choice.database
  try {
    return tools.loadConfiguration(choice.config ?? 'config/pressoir.yaml').database
  } catch (error) {
    if (error instanceof ExplainedError && error.failure.code === 'configuration-missing') return DEFAULT_DATABASE
    throw error
  }
}
