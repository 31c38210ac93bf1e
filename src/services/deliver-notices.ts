// Sends what the bot says of its own accord, each notice once. Writes no notice.
import type { Notice } from '../core/notice.ts'
import type { Storage } from '../ports.ts'
import { send, type Ledger, type SendTools } from './send.ts'

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
    const outcome = await send(tools, ledgerOf(storage), notice, {
      key: notice.id,
      message: notice.message,
      workspaceId: notice.workspaceId,
      dueAt: notice.createdAt,
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
