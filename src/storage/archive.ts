// Writes the files of the archive: each is there whole or not at all, whatever happens in between.
import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ExplainedError } from '../core/failures.ts'

interface File {
  /** Relative to the folder, `/` between folders. */
  readonly path: string
  readonly content: string
}

/** Throws ExplainedError `file-unwritable`. A file that is there already is replaced. */
export async function writeArchive(folder: string, files: readonly File[]): Promise<void> {
  for (const file of files) await writeWhole(join(folder, file.path), file.content)
}

/**
 * Beside its place first, then renamed: a reader or a kill never sees half a file. Each writer has a draft of its own:
 * two processes that archive one edition would write into each other's.
 */
async function writeWhole(path: string, content: string): Promise<void> {
  const draft = `${path}.${randomUUID()}.part`
  try {
    await mkdir(dirname(path), { recursive: true })
    const handle = await open(draft, 'w')
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw new ExplainedError({ code: 'file-unwritable', path }, { cause: error })
  }
}
