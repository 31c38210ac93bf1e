// Lists in pages: which part is shown, and the memo that turns to the next. Knows no list.
import type { MemoContent } from '../core/memo.ts'
import type { ChatContext } from '../core/request.ts'
import type { ListPage } from '../locale/list-page.ts'
import type { DeskTools } from './desk-tools.ts'
import { keepMemo } from './keep-memo.ts'

/** A list that is asked for, or turned: then with the memo of its buttons. */
export interface WantedPage {
  readonly page: number
  readonly memoId?: string | undefined
}

export const FIRST_PAGE: WantedPage = { page: 0 }

interface ListKind {
  readonly of: Extract<MemoContent, { readonly kind: 'list' }>['of']
  readonly perPage: number
}

/** The part of a list that a page shows; beyond its end the last one. */
export async function pageOf<Item>(
  tools: DeskTools,
  from: ChatContext,
  {
    items,
    kind,
    wanted,
  }: { readonly items: readonly Item[]; readonly kind: ListKind; readonly wanted: WantedPage },
): Promise<ListPage<Item>> {
  const pageCount = Math.max(1, Math.ceil(items.length / kind.perPage))
  const page = Math.min(Math.max(0, wanted.page), pageCount - 1)
  const memoId =
    pageCount === 1 ? '' : (wanted.memoId ?? (await keepMemo(tools, from, { kind: 'list', of: kind.of })))
  const start = page * kind.perPage
  return { items: items.slice(start, start + kind.perPage), page, pageCount, total: items.length, memoId }
}
