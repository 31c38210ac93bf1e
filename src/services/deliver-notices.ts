// Sends what the bot says of its own accord, each notice once. Writes no notice.
import { messageTrace } from '../core/log-trace.ts'
import type { Notice } from '../core/notice.ts'
import type { Storage } from '../ports.ts'
import { send, type Ledger, type SendTools } from './send.ts'
import { tracedLog } from './traced-log.ts'

interface NoticeTools extends SendTools {
  readonly storage: Storage
  readonly signal: AbortSignal
}

/** A channel that fails keeps no other waiting; notices are few, so they go one after the other. */
export async function deliverNotices(tools: NoticeTools): Promise<void> {
  const { storage, clock, signal } = tools
  const closed = new Set<string>()
  for (const notice of await storage.notices.open(clock.now())) {
    if (signal.aborted) return
    if (closed.has(notice.channel)) continue
    const traced = { ...tools, log: tracedLog(tools.log, messageTrace(notice.id)) }
    const outcome = await send(traced, ledgerOf(storage), notice, {
      key: notice.id,
      message: notice.message,
      workspaceId: notice.workspaceId,
      dueAt: notice.createdAt,
      of: 'notice',
      about: { channel: notice.channel, notice: notice.id },
    })
    if (outcome.kind === 'failed') closed.add(notice.channel)
  }
}

function ledgerOf({ notices }: Storage): Ledger<Notice> {
  return {
    claim: (read, attempt) => notices.claim(read, attempt),
    save: (notice) => notices.save(notice),
  }
}
