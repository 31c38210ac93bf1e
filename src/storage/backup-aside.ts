// Makes a backup in a thread of its own: reading a whole copy again would hold up every answer for seconds.
import { Worker } from 'node:worker_threads'
import type { BackupReport } from '../core/backup.ts'
import { ExplainedError, type Failure } from '../core/failures.ts'
import type { FolderOptions } from './backup-folder.ts'

/** What the thread is told. */
export interface BackupOrder {
  readonly url: string
  readonly folder: string
  readonly options: Pick<FolderOptions, 'now' | 'version' | 'keep'>
}

/** What it answers. */
export type BackupOutcome = { readonly report: BackupReport } | { readonly failure: Failure }

/** As `backUpToFolder`; undefined when told to stop before the end. */
export async function backUpAside(
  order: BackupOrder,
  signal: AbortSignal,
): Promise<BackupReport | undefined> {
  const worker = new Worker(new URL('backup-thread.ts', import.meta.url), { workerData: order })
  const stop = (): void => void worker.terminate()
  signal.addEventListener('abort', stop)
  try {
    const outcome = await new Promise<BackupOutcome | undefined>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => resolve(undefined))
    })
    if (outcome === undefined) return undefined
    if ('failure' in outcome) throw new ExplainedError(outcome.failure)
    return outcome.report
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
