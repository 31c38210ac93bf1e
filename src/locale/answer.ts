// An answer as blocks: each sentence with who printed it and when, or an honest «nothing found».
import type { Answer, Evidence } from '../core/answer.ts'
import { dayOf, type Instant, type Zone } from '../core/calendar.ts'
import type { Block, Span } from '../core/message.ts'
import { plain } from './blocks.ts'
import { formatDay, formatMoment } from './calendar.ts'
import { capitalised, french } from './sentence.ts'
import { typeset } from './typography.ts'

/** Where nobody said in which zone they live. */
const ANSWER_ZONE: Zone = 'Europe/Paris'

/** `knownSince` is when the oldest article kept was seen; undefined in an empty database. */
export function answerBlocks(
  question: string,
  answer: Answer,
  knownSince: Instant | undefined,
  now: Instant,
  zone: Zone = ANSWER_ZONE,
): readonly Block[] {
  const heading: Block = { kind: 'heading', level: 2, text: capitalised(typeset(question)) }
  if (answer.kind === 'nothing')
    return [heading, { kind: 'paragraph', spans: [plain(nothingFound(knownSince, now, zone))] }]
  return [heading, ...answer.evidence.map((evidence) => quoteOf(evidence, now, zone))]
}

/** «Je n’ai rien trouvé dans les articles lus depuis le mardi 17 mars 2026.», or since an hour of today, and what to try. */
function nothingFound(knownSince: Instant | undefined, now: Instant, zone: Zone): string {
  if (knownSince === undefined)
    return french`Je n’ai rien trouvé : aucun article n’a encore été lu. Réessayez après la première lecture des flux.`
  return french`Je n’ai rien trouvé dans les articles lus depuis ${sinceWords(knownSince, now, zone)}. Essayez avec d’autres mots, ou avec un nom seul.`
}

/** «le mardi 17 mars 2026», «aujourd’hui à 8 h». */
export function sinceWords(knownSince: Instant, now: Instant, zone: Zone): string {
  const isToday = dayOf(knownSince, zone) === dayOf(now, zone)
  return isToday ? formatMoment(knownSince, now, zone) : `le ${formatDay(knownSince, zone)}`
}

function quoteOf({ text, article }: Evidence, now: Instant, zone: Zone): Block {
  const publisher = typeset(article.publisher)
  const source: Span =
    article.url === '' ? plain(publisher) : { kind: 'link', text: publisher, url: article.url }
  const when = plain(`, ${formatMoment(article.publishedAt, now, zone)}`)
  return { kind: 'quote', sentences: [typeset(text)], source: [source, when] }
}
