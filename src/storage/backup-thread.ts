// The thread of `backUpAside`: one order, one answer. Knows nothing else of the program.
import { parentPort, workerData } from 'node:worker_threads'
import { ExplainedError } from '../core/failures.ts'
import type { BackupOrder, BackupOutcome } from './backup-aside.ts'
import { backUpToFolder } from './backup-folder.ts'

const { url, folder, options }: BackupOrder = workerData

// Nothing is handed over, only copied.
parentPort?.postMessage(await outcome(), [])

async function outcome(): Promise<BackupOutcome> {
  try {
    return { report: await backUpToFolder(url, folder, options) }
  } catch (error) {
    if (error instanceof ExplainedError) return { failure: error.failure }
    throw error
  }
}
