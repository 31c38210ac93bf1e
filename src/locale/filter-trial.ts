// What a filter would have kept and left out, in French: counts, the newest articles, and all of them in pages.
// Tries nothing.
import { act } from '../core/action.ts'
import type { Article } from '../core/article.ts'
import type { Filter } from '../core/filter.ts'
import { type FilterTrial, MOST_TRIED_LISTED, type TriedArticle } from '../core/filter-trial.ts'
import type { Block, MessageText, Span } from '../core/message.ts'
import { printFilter } from '../core/printed-filter.ts'
import { button, buttons, heading, list, paragraph, plain, smallPrint, strong } from './blocks.ts'
import { formatMoment } from './calendar.ts'
import type { TellingTime } from './feeds.ts'
import { filterReason } from './filter.ts'
import { type ListPage, pageButtons, pageWords } from './list-page.ts'
import { counted } from './plural.ts'
import { capitalised, french } from './sentence.ts'
import { typeset } from './typography.ts'

/** A tried article with what it says of itself; one that is gone since is not shown. */
export interface ShownTrial extends TriedArticle {
  readonly article: Article
}

/** Named of each kind before anybody asks for all. */
export const NAMED_OF_EACH = 3

/** Below the question whether a filter is to be saved: `memoId` leads to all that was tried. */
export function trialBlocks(
  trial: FilterTrial,
  named: readonly ShownTrial[],
  memoId: string,
  time: TellingTime,
): readonly Block[] {
  const { keptCount, droppedCount } = trial
  const total = keptCount + droppedCount
  if (total === 0) return [smallPrint('Aucun article des sept derniers jours ne permet d’essayer ce filtre.')]
  return [
    paragraph(french`Sur les sept derniers jours : ${countsWords(trial)}.`),
    ...(trial.isCut ? [smallPrint(cutWords(trial, time))] : []),
    ...(named.length === 0 ? [] : [list(named.map(rowOf))]),
    ...buttons(
      total > named.length
        ? [
            button(
              `Voir les ${counted(Math.min(total, 2 * MOST_TRIED_LISTED), 'article')}`,
              act('list-trial', memoId),
            ),
          ]
        : [],
    ),
  ]
}

/** «37 articles gardés, 112 écartés». */
function countsWords({ keptCount, droppedCount }: FilterTrial): string {
  const kept = `${counted(keptCount, 'article')} ${keptCount < 2 ? 'gardé' : 'gardés'}`
  return `${kept}, ${counted(droppedCount, 'écarté')}`
}

function cutWords({ keptCount, droppedCount, since }: FilterTrial, { now, zone }: TellingTime): string {
  const count = counted(keptCount + droppedCount, 'article le plus récent', 'articles les plus récents')
  return `Pour ne pas vous faire attendre, seuls les ${count} ont été relus, depuis ${formatMoment(since, now, zone)}.`
}

/** One filter that was tried for its own sake. */
export function trialMessage(filter: Filter, blocks: readonly Block[]): MessageText {
  const line = printFilter(filter)
  return {
    summary: french`Essai du filtre « ${line} »`,
    blocks: [
      heading('Essai d’un filtre'),
      paragraph(plain(french`Filtre compris : `), strong(line)),
      ...blocks,
      smallPrint(french`Rien n’est modifié. Pour l’adopter : /programme modifier, avec filtre en dernier.`),
    ],
  }
}

export function trialPage(page: ListPage<ShownTrial>, trial: FilterTrial): MessageText {
  const title = capitalised(countsWords(trial))
  return {
    summary: title,
    blocks: [
      heading(title),
      list(page.items.map(rowOf)),
      ...(isShort(trial) ? [smallPrint(SHORT_LIST)] : []),
      ...pageWords(page),
      ...buttons(pageButtons(page)),
    ],
  }
}

/** The same for a terminal: the filter as it was understood, the counts, then a line an article. */
export function trialLines(
  line: string,
  trial: FilterTrial,
  shown: readonly ShownTrial[],
  time: TellingTime,
): readonly string[] {
  return [
    french`Filtre compris : ${line}`,
    `${capitalised(countsWords(trial))}.`,
    ...(trial.isCut ? [cutWords(trial, time)] : []),
    ...shown.map((one) =>
      rowOf(one)
        .map(({ text }) => text)
        .join(''),
    ),
    ...(isShort(trial) ? [SHORT_LIST] : []),
  ]
}

const isShort = ({ keptCount, droppedCount }: FilterTrial): boolean =>
  keptCount > MOST_TRIED_LISTED || droppedCount > MOST_TRIED_LISTED
const SHORT_LIST = `De chaque sorte, seuls les ${MOST_TRIED_LISTED} plus récents sont nommés.`

/** «Écarté : Titre, Le Phare (« sport » y figure)». */
function rowOf({ article, isKept, because }: ShownTrial): readonly Span[] {
  const { title, url, publisher } = article
  const shown = typeset(title === '' ? url : title)
  const reason = filterReason(because, isKept)
  return [
    strong(isKept ? 'Gardé' : 'Écarté'),
    plain(french` : `),
    url === '' ? plain(shown) : { kind: 'link', text: shown, url },
    plain(`, ${typeset(publisher)}${reason === '' ? '' : ` (${reason})`}`),
  ]
}
