// One page of a list, with the buttons that lead to the others. Knows no list.
import { act } from '../core/action.ts'
import type { Block, Button } from '../core/message.ts'
import { button, smallPrint } from './blocks.ts'

export interface ListPage<Item> {
  readonly items: readonly Item[]
  /** The first one is 0. */
  readonly page: number
  readonly pageCount: number
  /** Of all pages together. */
  readonly total: number
  /** The memo by which the pages are turned; `''` when there is one page. */
  readonly memoId: string
}

export function pageWords({ page, pageCount }: ListPage<unknown>): readonly Block[] {
  return pageCount < 2 ? [] : [smallPrint(`Page ${page + 1} sur ${pageCount}`)]
}

export function pageButtons({ page, pageCount, memoId }: ListPage<unknown>): readonly Button[] {
  return [
    ...(page > 0 ? [button('Page précédente', act('turn', memoId, String(page - 1)))] : []),
    ...(page + 1 < pageCount ? [button('Page suivante', act('turn', memoId, String(page + 1)))] : []),
  ]
}
