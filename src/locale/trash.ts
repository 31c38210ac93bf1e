// What /reglages corbeille says: what was taken away and can still be brought back. Brings nothing back.
import { act } from '../core/action.ts'
import type { Block, MessageText, Span } from '../core/message.ts'
import { button, buttons, heading, paragraph, smallPrint } from './blocks.ts'
import { type ListPage, pageButtons, pageWords } from './list-page.ts'
import { counted } from './plural.ts'
import { french, NO_BREAK_SPACE } from './sentence.ts'

interface TrashRow {
  /** A line of the log. */
  readonly spans: readonly Span[]
  /** The change that its button takes back; undefined for whoever may not. */
  readonly undoable: string | undefined
}

/** Newest first; every row comes with its button. */
export function trashMessage(page: ListPage<TrashRow>, firstPosition: number): MessageText {
  if (page.total === 0) {
    const sentence = 'Rien n’a été retiré ici depuis trente jours.'
    return { summary: sentence, blocks: [paragraph(sentence)] }
  }
  const rows: readonly Block[] = page.items.map(({ spans }) => ({ kind: 'paragraph', spans }))
  const bringing = page.items.flatMap(({ undoable }, at) =>
    undoable === undefined
      ? []
      : [button(`Rétablir le n°${NO_BREAK_SPACE}${firstPosition + at}`, act('undo', undoable, 'journal'))],
  )
  return {
    summary: 'Corbeille',
    blocks: [
      heading(french`Corbeille : ${counted(page.total, 'retrait')}`),
      ...rows,
      smallPrint('Ce qui est retiré se rétablit pendant trente jours, tel qu’il était.'),
      ...pageWords(page),
      ...buttons(bringing),
      ...buttons(pageButtons(page)),
    ],
  }
}
