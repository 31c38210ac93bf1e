// What a verb may touch of the outside: three streams and whether a person is watching.
import type { Readable, Writable } from 'node:stream'

export interface Terminal {
  readonly input: Readable
  readonly output: Writable & { readonly isTTY?: boolean }
  readonly errors: Writable & { readonly isTTY?: boolean }
}

/** Exit statuses of the command line contract. */
export const EXIT = { allRead: 0, failed: 1, badUsage: 2, someLinesFailed: 3 } as const

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT]

/** Writes and waits while the reader on the other side is slower. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (stream.write(text)) return
  await new Promise<void>((resolve) => stream.once('drain', resolve))
}
