// A program of its own that gives up old texts until somebody kills it: `node retain-process.ts PATH NOW`.
// After each step it prints how many texts went, so that whoever kills it knows that it is at work.
import { openStorage } from '../../src/storage/open.ts'
import { retain } from '../../src/services/retain.ts'

const [path = '', typedNow = '0'] = process.argv.slice(2)
const now = Number(typedNow)
const storage = await openStorage(path, { now: () => now })
const retention = { days: 365, bytes: undefined }
const { signal } = new AbortController()
const onProgress = (done: number): unknown => process.stdout.write(`${done}\n`)
await retain({ storage, retention, now, signal, rest: async () => undefined, onProgress })
await storage.close()
