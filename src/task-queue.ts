// The port of work that several processes share. Types only; without a server each process has all its work to itself.
import type { QueueState, Task, TaskKind } from './core/task.ts'

export interface TaskQueue {
  /** A task that waits already, or is being worked at, is not added again. */
  offer(tasks: readonly Task[]): Promise<void>
  /**
   * From now on tasks of this kind come to `handle`, at most `together` at once, and `side` such calls side by side. One
   * that rejects is tried again after a time, by whoever is free, and given up after some attempts; so is one of a process
   * that dies.
   */
  work(
    kind: TaskKind,
    options: WorkOptions,
    handle: (lanes: ReadonlySet<number>) => Promise<void>,
  ): Promise<void>
  /** Whether it answers, and whoever works here is given work; may take long, or reject, when the server does. */
  isWorking(): Promise<boolean>
  states(): Promise<readonly QueueState[]>
  /** Sends what was given up again, of all kinds; gives how many. */
  resend(): Promise<number>
  /** What is under way ends first, within this time; what does not is taken over by others. */
  stop(milliseconds: number): Promise<void>
}

export interface WorkOptions {
  readonly together: number
  readonly side: number
}
