// The console's channel: a JSONL file, one line a message, written to the disk before anything is shown.
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { z } from 'zod'

const lineSchema = z.object({
  key: z.string(),
  channel: z.string(),
  /** ISO 8601. */
  postedAt: z.string(),
  /** As on the terminal, without colours. */
  text: z.string(),
  /** The key of the message under which this one hangs. */
  replyTo: z.string().optional(),
  /** The key of the message whose words these take the place of. */
  replaces: z.string().optional(),
})

export type TranscriptLine = Readonly<z.output<typeof lineSchema>>

/** Whole lines only, in order: a torn end is no message, and neither is a line of somebody else's making. */
export async function readTranscript(path: string): Promise<readonly TranscriptLine[]> {
  const content = await readOrNothing(path)
  return content.split('\n').slice(0, -1).flatMap(readLine)
}

/** Appends one line and waits for the disk. What a crash left of a line is cut off first. */
export async function appendToTranscript(path: string, line: TranscriptLine): Promise<void> {
  const file = await open(path, 'a+')
  try {
    await cutTornLine(file)
    await file.appendFile(`${JSON.stringify(line)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function cutTornLine(file: FileHandle): Promise<void> {
  const { size } = await file.stat()
  if (size === 0) return
  const last = Buffer.alloc(1)
  await file.read(last, 0, 1, size - 1)
  if (last[0] === LINE_END) return
  const content = await file.readFile()
  await file.truncate(content.lastIndexOf(LINE_END) + 1)
}

const LINE_END = 0x0a

function readLine(line: string): readonly TranscriptLine[] {
  try {
    const { data } = lineSchema.safeParse(JSON.parse(line))
    return data === undefined ? [] : [data]
  } catch {
    return []
  }
}

async function readOrNothing(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}
