// What is known of one person as messages: names, offices, meetings, words, stories. Adds nothing to what articles say.
import { act } from '../core/action.ts'
import type { Article } from '../core/article.ts'
import type { KnownPerson } from '../core/person.ts'
import { DAY, type Instant, type Zone } from '../core/calendar.ts'
import type { Found } from '../core/fact.ts'
import type { Meeting } from '../core/meeting.ts'
import type { Block, MessageText, Span } from '../core/message.ts'
import type { PersonFile, PersonPage, PersonTerm } from '../core/person-file.ts'
import type { Statement } from '../french/statements.ts'
import { sinceWords } from './answer.ts'
import {
  button,
  buttons,
  heading,
  list,
  paragraph,
  plain,
  sentenceMessage,
  shorten,
  smallPrint,
  strong,
} from './blocks.ts'
import { formatDay, formatMoment } from './calendar.ts'
import { type ListPage, pageButtons, pageWords } from './list-page.ts'
import { meetingRow } from './meetings.ts'
import { counted } from './plural.ts'
import { enumerate, french } from './sentence.ts'
import { typeset } from './typography.ts'

export interface Telling {
  readonly now: Instant
  readonly zone: Zone
}

/** An office that no article has named for so long is told with its end. */
const CURRENT: Instant = 60 * DAY

/** Characters of a text that stand for a missing title. */
const LONGEST_TITLE = 80

/** Spellings shown; the rest are slips. */
const MOST_SPELLINGS = 6

export function personMessage(
  file: PersonFile,
  page: PersonPage,
  turning: ListPage<unknown>,
  telling: Telling,
): MessageText {
  const name = typeset(file.person.name)
  return {
    summary: name,
    blocks: [
      heading(name, 1),
      ...pageBlocks(file, page, telling),
      ...pageWords(turning),
      ...buttons(pageButtons(turning)),
    ],
  }
}

function pageBlocks(file: PersonFile, page: PersonPage, telling: Telling): readonly Block[] {
  switch (page.kind) {
    case 'identity':
      return [...identityBlocks(file, telling), ...meetingBlocks(file, page.meetings, telling)]
    case 'meetings':
      return meetingBlocks(file, page.meetings, telling)
    case 'said-by':
      return [heading('Ses déclarations'), ...page.statements.map((said) => quoteOf(said, telling))]
    case 'said-about':
      return [heading('Ce qu’on en dit'), ...page.statements.map((said) => quoteOf(said, telling))]
    case 'stories':
      return [heading('Derniers sujets'), list(page.stories.map((article) => storyRow(article, telling)))]
    default:
      return page satisfies never
  }
}

function identityBlocks({ person, offices }: PersonFile, telling: Telling): readonly Block[] {
  const others = person.names.filter((name) => name !== person.name).slice(0, MOST_SPELLINGS)
  const spellings = others.length === 0 ? '' : french`Aussi écrit : ${enumerate(others.map(typeset))}. `
  return [
    smallPrint(`${spellings}${countWords(person)}`),
    ...(offices.length === 0
      ? []
      : [heading('Fonctions'), list(offices.map((term) => officeRow(term, telling)))]),
  ]
}

const countWords = ({ articleCount }: KnownPerson): string =>
  french`Son nom figure dans ${counted(articleCount, 'article')}.`

/** «ministre russe des Affaires étrangères, depuis le 12 mars 2016 au moins — La Vigie». */
function officeRow(term: PersonTerm, { now, zone }: Telling): readonly Span[] {
  const { fact, article } = term.latest
  const [first, last] = [formatDay(term.firstToldAt, zone), formatDay(term.lastToldAt, zone)]
  const isCurrent = now - term.lastToldAt <= CURRENT
  const when = term.isFormer
    ? french`n’exerce plus, d’après un article du ${last}`
    : isCurrent
      ? `depuis le ${first} au moins`
      : first === last
        ? `le ${first}`
        : `du ${first} au ${last} au moins`
  return [strong(typeset(fact.text)), plain(`, ${when} — `), sourceOf(article)]
}

function meetingBlocks(
  file: PersonFile,
  meetings: readonly Meeting[],
  { now, zone }: Telling,
): readonly Block[] {
  if (meetings.length === 0) return []
  const but = new Set(file.person.names)
  return [heading('Rencontres'), list(meetings.map((meeting) => meetingRow(meeting, now, zone, but)))]
}

function quoteOf({ fact, article }: Found<Statement>, { now, zone }: Telling): Block {
  const sentence = article.text.slice(fact.start, fact.end)
  const when = plain(`, ${formatMoment(article.publishedAt, now, zone)}`)
  return { kind: 'quote', sentences: [typeset(sentence)], source: [sourceOf(article), when] }
}

function storyRow(article: Article, { now, zone }: Telling): readonly Span[] {
  // What was imported may have no title: its first words stand for it.
  const title = typeset(article.title.trim() || shorten(article.text, LONGEST_TITLE))
  const link: Span = article.url === '' ? plain(title) : { kind: 'link', text: title, url: article.url }
  return [link, plain(` — ${typeset(article.publisher)}, ${formatMoment(article.publishedAt, now, zone)}`)]
}

function sourceOf(article: Article): Span {
  const publisher = typeset(article.publisher)
  return article.url === '' ? plain(publisher) : { kind: 'link', text: publisher, url: article.url }
}

/** Several people bear the name: a button for each. */
export function whichPerson(typed: string, people: readonly KnownPerson[], memoId: string): MessageText {
  return {
    summary: french`Plusieurs personnes répondent à « ${typeset(typed)} ».`,
    blocks: [
      paragraph(french`Plusieurs personnes répondent à « ${typeset(typed)} ». Laquelle ?`),
      list(
        people.map(({ name, articleCount }) => [
          strong(typeset(name)),
          plain(`, ${counted(articleCount, 'article')}`),
        ]),
      ),
      ...buttons(
        people.map(({ name }, position) =>
          button(typeset(name), act('pick-person', memoId, String(position))),
        ),
      ),
    ],
  }
}

/** «Je n’ai trouvé personne du nom de « Lavrof » dans les articles lus depuis…», and who comes nearest. */
export function nobodyNamed(
  typed: string,
  knownSince: Instant | undefined,
  { now, zone }: Telling,
  closest?: { readonly person: KnownPerson; readonly memoId: string },
): MessageText {
  if (knownSince === undefined)
    return sentenceMessage(
      french`Aucun article n’a encore été lu. Réessayez après la première lecture des flux.`,
    )
  const since = sinceWords(knownSince, now, zone)
  const nothing = french`Je n’ai trouvé personne du nom de « ${typeset(typed)} » dans les articles lus depuis ${since}.`
  if (closest === undefined) return sentenceMessage(nothing)
  const name = typeset(closest.person.name)
  return sentenceMessage(french`${nothing} Pensiez-vous à ${name} ?`, [
    ...buttons([button(name, act('pick-person', closest.memoId, '0'))]),
  ])
}

export const PERSON_MISSING: MessageText = sentenceMessage(
  french`Il manque le nom. Écrivez par exemple : /fiche Simone Veil`,
)
