// Waits for a word of a program in a process of its own. Orders nothing.
import type { ChildProcess } from 'node:child_process'

/** Rejects when the process ends first, with the last that it wrote where somebody kept it. */
export function hear<Word>(
  child: ChildProcess,
  isMeant: (word: Word) => boolean,
  lastWords: () => string = () => '',
): Promise<Word> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error(`the program has ended: ${lastWords()}`))
    const listen = (word: Word): void => {
      if (!isMeant(word)) return
      child.off('message', listen)
      child.off('exit', fail)
      resolve(word)
    }
    child.on('message', listen)
    child.once('exit', fail)
  })
}
