// An answer as blocks: the answer first, then the sentence that proves it with who printed it and when; or an honest
// «nothing found» with what comes nearest.
import type { Answer, AnswerEntry, Evidence, MeantPerson } from '../core/answer.ts'
import { type Day, dayOf, type Instant, type Zone } from '../core/calendar.ts'
import type { Block, Span } from '../core/message.ts'
import { plain } from './blocks.ts'
import { formatDay, formatMoment } from './calendar.ts'
import type { MeetingStatus } from '../french/told-meeting.ts'
import { MEETING_STATUSES } from './meeting-terms.ts'
import { dayWords } from './meetings.ts'
import { atPlace } from './place-words.ts'
import { capitalised, enumerate, french } from './sentence.ts'
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
  switch (answer.kind) {
    case 'found':
      return [heading, ...foundBlocks(answer.answers, now, zone)]
    case 'which':
      return [heading, paragraph(whichOne(answer.persons))]
    case 'nothing':
      return [
        heading,
        paragraph(nothingFound(knownSince, now, zone)),
        ...nearestBlocks(answer.nearest, now, zone),
      ]
    default:
      return answer satisfies never
  }
}

/** Old meetings that a text recalls stand apart, behind the others. */
function foundBlocks(answers: readonly AnswerEntry[], now: Instant, zone: Zone): readonly Block[] {
  const [recalled, recent] = [answers.filter(isRecalled), answers.filter((entry) => !isRecalled(entry))]
  const blocksOf = (entries: readonly AnswerEntry[]): readonly Block[] =>
    entries.flatMap((entry) => entryBlocks(entry, now, zone))
  if (recalled.length === 0) return blocksOf(recent)
  return [
    ...blocksOf(recent),
    paragraph(french`Rappel de rencontres plus anciennes :`),
    ...blocksOf(recalled),
  ]
}

const isRecalled = ({ isBackground }: AnswerEntry): boolean => isBackground === true

const paragraph = (text: string): Block => ({ kind: 'paragraph', spans: [plain(text)] })

/** The value in bold with what is known of it, then its sentence; a sentence that is the answer stands alone. */
function entryBlocks(entry: AnswerEntry, now: Instant, zone: Zone): readonly Block[] {
  const quote = quoteOf(entry.evidence, now, zone)
  if (!entry.isValue) return [quote]
  const more = detailsOf(entry, dayOf(now, zone))
  const spans: readonly Span[] = [
    { kind: 'strong', text: capitalised(typeset(entry.text)) },
    ...(more === '' ? [] : [plain(more)]),
  ]
  return [{ kind: 'paragraph', spans }, quote]
}

/** « — prévu vendredi 26 août, à Genève, par téléphone · 3 sources»; of a place or a day « (mercredi 24 juin 2026)». */
function detailsOf(entry: AnswerEntry, today: Day): string {
  const { text, status, from, to, sourceCount } = entry
  const sources = sourceCount > 1 ? french` · ${sourceCount} sources` : ''
  if (status === undefined || from === text) return `${dayOfValue(text, from, to)}${sources}`
  const said = meetingDetails(entry, status, today)
  return `${said === '' ? '' : ` — ${said}`}${sources}`
}

function meetingDetails(
  { text, mode, from, to, place }: AnswerEntry,
  status: MeetingStatus,
  today: Day,
): string {
  const day = dayWords(
    { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
    today,
  )
  const state = status === 'done' ? day : `${MEETING_STATUSES[status]} ${day}`.trim()
  const how =
    mode === 'telephone' ? french`par téléphone` : mode === 'video' ? french`en visioconférence` : ''
  const where = place === undefined || place === text ? '' : atPlace(typeset(place))
  return [state, where, how].filter((part) => part !== '').join(', ')
}

/** The day where the value does not say it whole: «lundi (29 juin 2026)». */
function dayOfValue(text: string, from: Day | undefined, to: Day | undefined): string {
  if (from === undefined || to === undefined) return ''
  if (/\d{4}/u.test(text) && from === to) return ''
  const first = formatDay(Date.parse(`${from}T12:00Z`), 'UTC')
  // «Jeudi 19 novembre» needs its year alone.
  const isTold = /\d/u.test(text) && from === to && first.startsWith(typeset(text).toLowerCase())
  if (isTold) return french` ${from.slice(0, 4)}`
  if (from === to) return french` (${first})`
  return french` (du ${first} au ${formatDay(Date.parse(`${to}T12:00Z`), 'UTC')})`
}

function whichOne(persons: readonly MeantPerson[]): string {
  const names = persons.map(({ name, office }) =>
    office === undefined ? typeset(name) : french`${typeset(name)} (${typeset(office)})`,
  )
  return french`Plusieurs personnes portent ce nom : ${enumerate(names, 'ou')}. Posez la question avec le nom complet.`
}

/** «Je n’ai rien trouvé dans les articles suivis depuis le mardi 17 mars 2026.», or since an hour of today, and what to try. */
function nothingFound(knownSince: Instant | undefined, now: Instant, zone: Zone): string {
  if (knownSince === undefined)
    return french`Je n’ai rien trouvé : aucun article n’a encore été lu. Réessayez après la première lecture des flux.`
  return french`Je n’ai rien trouvé dans les articles suivis depuis ${sinceWords(knownSince, now, zone)}. Essayez avec d’autres mots, ou avec un nom seul.`
}

/** «le mardi 17 mars 2026», «aujourd’hui à 8 h». */
export function sinceWords(knownSince: Instant, now: Instant, zone: Zone): string {
  const isToday = dayOf(knownSince, zone) === dayOf(now, zone)
  return isToday ? formatMoment(knownSince, now, zone) : `le ${formatDay(knownSince, zone)}`
}

function nearestBlocks(nearest: readonly Evidence[], now: Instant, zone: Zone): readonly Block[] {
  if (nearest.length === 0) return []
  return [
    paragraph(french`Ces phrases en parlent sans répondre à la question :`),
    ...nearest.map((evidence) => quoteOf(evidence, now, zone)),
  ]
}

function quoteOf({ text, article }: Evidence, now: Instant, zone: Zone): Block {
  const publisher = typeset(article.publisher)
  const source: Span =
    article.url === '' ? plain(publisher) : { kind: 'link', text: publisher, url: article.url }
  const when = plain(`, ${formatMoment(article.publishedAt, now, zone)}`)
  return { kind: 'quote', sentences: [typeset(text)], source: [source, when] }
}
