// A program of its own that backs up or restores until it is done or killed: `node backup-process.ts VERB FILE DATABASE`.
// It says on standard output when it has begun to copy, so that whoever kills it hits the middle.
import { backUp } from '../../src/storage/backup.ts'
import { restoreBackup } from '../../src/storage/restore.ts'
import { EVENING } from './samples.ts'

const [verb, file = '', database = ''] = process.argv.slice(2)
const onProgress = (): void => {
  process.stdout.write('.')
}
if (verb === 'backup') await backUp(database, file, { now: EVENING, version: '1.0.0', onProgress })
else
  await restoreBackup(file, database, {
    now: EVENING,
    version: '1.0.0',
    onProgress,
    makeFindable: () => Promise.resolve(),
  })
