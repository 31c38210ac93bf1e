// The buttons that turn pages, and what stands on an answer that somebody shared.
import { act } from '../core/action.ts'
import type { Block, Button } from '../core/message.ts'
import { french } from './sentence.ts'

interface Pages {
  readonly memoId: string
  /** 0 for the first. */
  readonly page: number
  readonly hasNext: boolean
  readonly canShare: boolean
}

/** Nothing when there is nothing to press. */
export function pagingBlocks({ memoId, page, hasNext, canShare }: Pages): readonly Block[] {
  const turnTo = (label: string, to: number): Button => ({
    label,
    action: act('turn', memoId, String(to)),
    style: 'plain',
  })
  const buttons: readonly Button[] = [
    ...(page > 0 ? [turnTo('Page précédente', page - 1)] : []),
    ...(hasNext ? [turnTo('Page suivante', page + 1)] : []),
    ...(canShare
      ? [
          {
            label: 'Partager dans le canal',
            action: act('share', memoId, String(page)),
            style: 'plain' as const,
          },
        ]
      : []),
  ]
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }]
}

/** «Partagé par Claire Martin.» */
export function sharedBy(personName: string): Block {
  return { kind: 'context', spans: [{ kind: 'plain', text: french`Partagé par ${personName}.` }] }
}
