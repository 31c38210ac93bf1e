// What was published, with the sentences that it quotes and how far each message got, page after page. Sends nothing.
import type { SentenceReference } from '../core/article.ts'
import type { EditionStory } from '../core/edition.ts'
import type { CutSentence, ExportedEdition, ExportedRaisedAlert, ExportedStory } from '../core/export.ts'
import { cut } from './articles.ts'
import { toDelivery } from './deliveries.ts'
import { toEdition } from './editions.ts'
import { LARGE_ROWS_A_PAGE, rowsOf } from './paged-reading.ts'
import { toRaised } from './raised-alerts.ts'
import type { Session } from './session.ts'

export async function* editionPages(session: Session): AsyncGenerator<readonly ExportedEdition[]> {
  for await (const editions of rowsOf(session, 'editions', ['id'], toEdition, LARGE_ROWS_A_PAGE)) {
    const ids = editions.map(({ id }) => id)
    const sent = Map.groupBy(await deliveriesOf(session, ids), ({ editionId }) => editionId)
    const quoted = await quoting(
      session,
      editions.flatMap(({ stories }) => stories),
    )
    yield editions.map((edition) => ({
      ...edition,
      stories: edition.stories.map(quoted),
      deliveries: (sent.get(edition.id) ?? []).map(({ editionId: _editionId, ...delivery }) => delivery),
    }))
  }
}

export async function* raisedAlertPages(session: Session): AsyncGenerator<readonly ExportedRaisedAlert[]> {
  for await (const raised of rowsOf(session, 'raised_alerts', ['id'], toRaised, LARGE_ROWS_A_PAGE)) {
    const quoted = await quoting(
      session,
      raised.flatMap(({ told }) => told.stories),
    )
    yield raised.map(({ told, ...alert }) => ({
      ...alert,
      told: { ...told, stories: told.stories.map(quoted) },
    }))
  }
}

async function deliveriesOf({ database }: Session, editionIds: readonly string[]) {
  const rows = await database
    .selectFrom('deliveries')
    .selectAll()
    .where('edition_id', 'in', editionIds)
    .orderBy('channel')
    .orderBy('part')
    .execute()
  return rows.map(toDelivery)
}

/** Gives any of these stories with the words of its sentences, which are stored as offsets. */
async function quoting(
  session: Session,
  stories: readonly EditionStory[],
): Promise<(story: EditionStory) => ExportedStory> {
  const references = stories.flatMap(({ brief, clashes = [] }) => [
    ...brief,
    ...clashes.flatMap(({ figures }) => figures),
  ])
  const texts = await cut(session, references)
  const textOf = new Map(references.map((reference, at) => [nameOf(reference), texts[at]]))
  const withText = <Sentence extends SentenceReference>(sentence: Sentence): CutSentence<Sentence> => {
    const text = textOf.get(nameOf(sentence))
    return text === undefined ? sentence : { ...sentence, text }
  }
  return ({ brief, clashes, ...story }) => ({
    ...story,
    brief: brief.map(withText),
    ...(clashes !== undefined && {
      clashes: clashes.map(({ kind, figures }) => ({ kind, figures: figures.map(withText) })),
    }),
  })
}

const nameOf = ({ articleId, version, start, end }: SentenceReference): string =>
  `${version} ${start} ${end} ${articleId}`
