// Answers a question out of the sentences found for it, or says that nothing supports an answer. Never rewrites a
// sentence. Who met whom is answered in answer-meetings.
import { contentStems } from '../french/stems.ts'
import type { Answer, AnswerEntry, Evidence, FoundSentence, StemFrequencies } from './answer.ts'
import { readDays, readNumbers, readPlaces } from './answer-circumstances.ts'
import { entriesOf, nearBest, sentenceEntry } from './answer-values.ts'
import { bearersOf, readAgents, readHolders, readPersons, readRoles, readSubjects } from './answer-who.ts'
import { type Weighed, whatHappened, whatSays, whether, whoSaid } from './answer-told.ts'
import type { HowManyAsked, WhenAsked, WhereAsked } from './asked.ts'
import type { Zone } from './calendar.ts'
import { USUAL_ZONE } from './calendar.ts'
import type { Question } from './question.ts'
import { questionNames } from './question-names.ts'
import { carriesHead, carriesVerbs, isSupported, LEAST, namesAreCarried, type Support } from './support.ts'
import { likeOf, type Term, termsOf, type WeighedSentence, weighSentences } from './weigh-sentences.ts'

/** Stems to search for and to count: those of the question and those like them. */
export function searchStems({ stems, text }: Question): readonly string[] {
  const names = questionNames(text).stems
  return [...new Set(stems.flatMap((stem) => [stem, ...likeOf(stem, names.has(stem))]))]
}

export interface Asking {
  readonly question: Question
  readonly found: readonly FoundSentence[]
  readonly frequencies: StemFrequencies
  readonly limit: number
  /** Where the day of an article is told. */
  readonly zone?: Zone
}

/** Sentences that come nearest when nothing answers. */
const NEAREST = 3

export function chooseAnswer({ question, found, frequencies, limit, zone = USUAL_ZONE }: Asking): Answer {
  const names = questionNames(question.text)
  const terms = termsOf(question, names.stems, frequencies)
  const sentences = weighSentences(found, terms, names).filter(({ isNamed }) => isNamed)
  const answers = withoutRepeats(answersOf({ question, terms, sentences, zone })).slice(0, limit)
  if (answers.length > 0) {
    const persons = sharedSurname(question, sentences)
    return persons.length > 1
      ? { kind: 'which', persons: persons.map((name) => ({ name })) }
      : { kind: 'found', answers }
  }
  return { kind: 'nothing', nearest: nearestOf(sentences, terms) }
}

interface Weighing extends Weighed {
  readonly zone: Zone
}

/** Every entry that is supported, best first. */
function answersOf(weighed: Weighing): readonly AnswerEntry[] {
  const { question, terms, sentences } = weighed
  const { asked } = question
  switch (asked.kind) {
    case 'where':
    case 'when':
    case 'how-many':
      return circumstances(weighed, asked)
    case 'who-is':
      return whoIs(weighed, asked.about, asked.isOffice)
    case 'who':
      return who(weighed)
    case 'what-says':
      return whatSays(weighed, asked)
    case 'who-said':
      return whoSaid(weighed, asked)
    case 'what-happened':
    case 'what-is-new':
      return whatHappened(weighed, asked)
    case 'whether':
      return whether(weighed)
    case 'met':
    case 'did-meet':
      return sentences
        .filter((sentence) => sentence.coverage >= LEAST.meeting && namesAreCarried(sentence, terms))
        .map(sentenceEntry)
    case 'other':
      return bestSentences(question.text, supportedBy(weighed, LEAST.sentence))
    default:
      return asked satisfies never
  }
}

const supportedBy = ({ sentences, terms }: Weighing, need: Support): readonly WeighedSentence[] =>
  sentences.filter((sentence) => isSupported(sentence, terms, need))

/** Verbs and words of a question that look ahead. */
const AHEAD =
  /(?:^|\s)(?:aura|auront|va|vont|doit|doivent|sera|seront|\p{L}{2,}ra|\p{L}{2,}ront)(?:-t-|-\p{L}|\s|$)|pr[ée]vu|prochain/iu

/** What grows from article to article: the newest figure is the answer. */
const TOLL =
  /^(?:morts?|bless[ée]s?|disparus?|victimes?|cas|d[ée]c[èe]s|interpell\p{L}*|[ée]vacu[ée]s?|arrestations?|otages?)(?!\p{L})/iu
/** Among so many best figures, each with what is counted. */
const MOST_TOLLS = 4

function newestToll({ counted }: HowManyAsked, entries: readonly AnswerEntry[]): readonly AnswerEntry[] {
  const noun = TOLL.exec(counted ?? '')?.[0]
  if (noun === undefined) return entries
  const head = contentStems(noun)
  const isToll = ({ text, confidence }: AnswerEntry): boolean =>
    confidence >= (entries[0]?.confidence ?? 0) - MOST_LOST &&
    contentStems(text).some((stem) => head.includes(stem))
  const tolls = entries
    .slice(0, MOST_TOLLS)
    .filter(isToll)
    .toSorted((one, other) => other.evidence.article.publishedAt - one.evidence.article.publishedAt)
  return [...tolls, ...entries.filter((entry) => !tolls.includes(entry))]
}
/** A sentence that carries less than the best by more is about another toll. */
const MOST_LOST = 0.2

function circumstances(
  weighed: Weighing,
  asked: WhereAsked | WhenAsked | HowManyAsked,
): readonly AnswerEntry[] {
  const { question, terms, zone } = weighed
  switch (asked.kind) {
    case 'where':
      return entriesOf(supportedBy(weighed, LEAST.where), (sentence) => readPlaces(sentence, asked, terms))
    case 'when': {
      const isAhead = AHEAD.test(question.text)
      return entriesOf(
        supportedBy(weighed, LEAST.when),
        (sentence) => readDays(sentence, asked, terms, { zone, isAhead }),
        // «lundi» and «le 29 juin» are one day.
        ({ from = '', to = '', text }) => (from === '' ? text : `${from} ${to}`),
      )
    }
    case 'how-many':
      return newestToll(
        asked,
        entriesOf(
          supportedBy(weighed, LEAST.howMany).filter((sentence) =>
            carriesHead(asked.counted, sentence, terms),
          ),
          (sentence) => readNumbers(sentence, asked, terms),
        ),
      )
    default:
      return asked satisfies never
  }
}

/** «pourquoi»: a sentence that gives a reason or an aim. */
const WHY = /^\W*(?:pourquoi|pour quelle|pour quoi)/iu
const REASON =
  /(?<!\p{L})(?:parce qu|car |en raison d|à cause d|afin d|pour (?:\p{L}+(?:er|ir|re)|d[eé]noncer|protester)|en vue d|faute d|grâce à|réclam|dénon|exig|contre |puisqu|motif)/iu

function bestSentences(question: string, sentences: readonly WeighedSentence[]): readonly AnswerEntry[] {
  if (!WHY.test(question)) return sentences.map(sentenceEntry)
  const [given, others] = [
    sentences.filter(({ text }) => REASON.test(text)),
    sentences.filter(({ text }) => !REASON.test(text)),
  ]
  return [...given, ...others].map(sentenceEntry)
}

/** Sentences that name somebody, read for who it is: few say it. */
const MOST_MENTIONS = 60

function whoIs({ terms, sentences }: Weighed, about: string, isOffice: boolean): readonly AnswerEntry[] {
  const named = sentences.filter((sentence) => namesAreCarried(sentence, terms))
  if (isOffice)
    return newestHolder(
      entriesOf(named, (sentence) => readHolders(sentence, about), undefined, MOST_MENTIONS),
    )
  const roles = entriesOf(named, (sentence) => readRoles(sentence, about), undefined, MOST_MENTIONS)
  if (roles.length > 0) return roles
  return named.filter((sentence) => sentence.ownCoverage > 0.95).map(sentenceEntry)
}

/** Below this somebody stands too far from what is asked: the sentence says more. */
const LEAST_FIT = 0.45

/** An office changes hands: of the holders told surely, whoever the newest article names. */
function newestHolder(entries: readonly AnswerEntry[]): readonly AnswerEntry[] {
  const sure = entries.slice(0, MOST_HOLDERS)
  return [
    ...sure.toSorted((one, other) => other.evidence.article.publishedAt - one.evidence.article.publishedAt),
    ...entries.slice(MOST_HOLDERS),
  ]
}
const MOST_HOLDERS = 2

/** A person or an agent where one stands close by what is asked, else the sentence. */
function who({ terms, sentences }: Weighed): readonly AnswerEntry[] {
  const supported = sentences.filter(
    (sentence) => isSupported(sentence, terms, LEAST.who) && carriesVerbs(sentence, terms),
  )
  const persons = entriesOf(nearBest(supported), (sentence) =>
    [
      ...readPersons(sentence, terms),
      ...readAgents(sentence, terms),
      ...readSubjects(sentence, terms),
    ].filter(({ fit }) => fit >= LEAST_FIT),
  )
  return [...persons, ...supported.map(sentenceEntry)]
}

/** Two or more people of that surname, when the question gives no more of the name. */
function sharedSurname({ asked }: Question, sentences: readonly WeighedSentence[]): readonly string[] {
  const name =
    asked.kind === 'what-says'
      ? asked.who
      : asked.kind === 'who-is' && !asked.isOffice
        ? asked.about
        : undefined
  return name === undefined || /\s/u.test(name.trim()) ? [] : bearersOf(sentences, name).slice(0, MOST_MEANT)
}
const MOST_MEANT = 5

/** No answer twice and no sentence twice; a dispatch reprinted answers once. */
function withoutRepeats(answers: readonly AnswerEntry[]): readonly AnswerEntry[] {
  const values = new Set<string>()
  const sentences = new Set<string>()
  return answers.filter(({ text, isValue, evidence }) => {
    const value = contentStems(text).join(' ')
    const sentence = contentStems(evidence.text).join(' ')
    const isKnown = isValue ? values.has(value || text) : sentences.has(sentence)
    if (isValue) values.add(value || text)
    sentences.add(sentence)
    return !isKnown
  })
}

/** One sentence an article that shares what is rarest. */
function nearestOf(sentences: readonly WeighedSentence[], terms: readonly Term[]): readonly Evidence[] {
  const articles = new Set<string>()
  return sentences
    .filter((sentence) => sentence.coverage >= LEAST.nearest && namesAreCarried(sentence, terms))
    .filter(({ article }) => !articles.has(article.id) && articles.add(article.id))
    .slice(0, NEAREST)
    .map(({ reference, text, article }) => ({ reference, text, article }))
}
