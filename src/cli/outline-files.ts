// OPML files of the disk, or of the standard streams: read and written. Knows no feed.
import { readFile, writeFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { ExplainedError } from '../core/failures.ts'
import type { Outline } from '../core/outline.ts'
import { brokenInput } from './jsonl.ts'
import { write } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'

/** Stands for a standard stream. */
export const STREAM = '-'

/** Throws ExplainedError `file-missing`, `file-unreadable` or `file-no-outline`. */
export async function readOutlineFile(tools: Toolbox, path: string): Promise<Outline> {
  const bytes = path === STREAM ? await buffer(tools.terminal.input) : await readBytes(path)
  const outline = (await tools.openOutlines()).read(bytes)
  if (outline === undefined) throw new ExplainedError({ code: 'file-no-outline', path })
  return outline
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw isMissing
      ? new ExplainedError({ code: 'file-missing', path }, { cause: error })
      : brokenInput(error, path)
  }
}

/** Throws ExplainedError `file-unwritable`. */
export async function writeOutlineFile(tools: Toolbox, path: string, text: string): Promise<void> {
  if (path === STREAM) return write(tools.terminal.output, text)
  try {
    await writeFile(path, text)
  } catch (error) {
    throw new ExplainedError({ code: 'file-unwritable', path }, { cause: error })
  }
}
