// The port of the one door through which others reach us by HTTP. Says what is promised and nothing of how.
import type { RequestListener } from 'node:http'

/** One port of the machine, shared by all who have something to answer there. */
export interface Door {
  /**
   * From now on requests for `path`, and for what lies below it, go to `answer`, which sees them first and unread. The
   * first to ask opens the port, the last to leave closes it. Rejects when it cannot be opened.
   */
  serve(path: string, answer: RequestListener): Promise<Room>
}

export interface Room {
  /** Ends what is under way there, if it was the last room: within a second. */
  close(): Promise<void>
}
