// Answers a question out of the sentences found for it, or says that nothing supports an answer. Never rewrites a
// sentence. Who met whom is answered in answer-meetings.
import { contentStems } from '../french/stems.ts'
import type { Answer, AnswerEntry, Evidence, FoundSentence, StemFrequencies } from './answer.ts'
import { readDays, readNumbers, readPlaces } from './answer-circumstances.ts'
import { entriesOf, sentenceEntry } from './answer-values.ts'
import { bearersOf, readAgents, readHolders, readPersons, readRoles } from './answer-who.ts'
import { type Weighed, whatHappened, whatSays, whether, whoSaid } from './answer-told.ts'
import type { Zone } from './calendar.ts'
import { USUAL_ZONE } from './calendar.ts'
import type { Question } from './question.ts'
import { questionNames } from './question-names.ts'
import { carriesHead, isSupported, LEAST, namesAreCarried, type Support } from './support.ts'
import { likeOf, type Term, termsOf, type WeighedSentence, weighSentences } from './weigh-sentences.ts'

/** Stems to search for and to count: those of the question and those like them. */
export const searchStems = ({ stems }: Question): readonly string[] => [
  ...new Set(stems.flatMap((stem) => [stem, ...likeOf(stem)])),
]

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
  const terms = termsOf(question.stems, names.stems, frequencies)
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
  const { question, terms, sentences, zone } = weighed
  const { asked } = question
  const from = (need: Support): readonly WeighedSentence[] =>
    sentences.filter((sentence) => isSupported(sentence, terms, need))
  switch (asked.kind) {
    case 'where':
      return entriesOf(from(LEAST.where), (sentence) => readPlaces(sentence, asked, terms))
    case 'when': {
      const isAhead =
        /(?:^|\s)(?:aura|auront|va|vont|doit|sera|\p{L}+ra|\p{L}+ront)(?:-t-|\s|$)|pr[ée]vu|prochain/u.test(
          question.text,
        )
      return entriesOf(
        from(LEAST.when),
        (sentence) => readDays(sentence, asked, terms, { zone, isAhead }),
        ({ from: first = '', to = '', text }) => (first === '' ? text : `${first} ${to}`),
      )
    }
    case 'how-many':
      return entriesOf(
        from(LEAST.howMany).filter((sentence) => carriesHead(asked.counted, sentence, terms)),
        (sentence) => readNumbers(sentence, asked, terms),
      )
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
    case 'other':
      return from(LEAST.sentence).map(sentenceEntry)
    default:
      return asked satisfies never
  }
}

function whoIs({ terms, sentences }: Weighed, about: string, isOffice: boolean): readonly AnswerEntry[] {
  const named = sentences.filter((sentence) => namesAreCarried(sentence, terms))
  if (isOffice) return entriesOf(named, (sentence) => readHolders(sentence, about))
  const roles = entriesOf(named, (sentence) => readRoles(sentence, about))
  if (roles.length > 0) return roles
  return named.filter((sentence) => sentence.ownCoverage > 0.95).map(sentenceEntry)
}

/** A person or an agent where one stands close by what is asked, else the sentence. */
function who({ terms, sentences }: Weighed): readonly AnswerEntry[] {
  const supported = sentences.filter((sentence) => isSupported(sentence, terms, LEAST.who))
  const persons = entriesOf(supported, (sentence) => [
    ...readPersons(sentence, terms),
    ...readAgents(sentence, terms),
  ])
  return [...persons, ...supported.map(sentenceEntry)]
}

/** Two or more people of that surname, when the question gives no more of the name. */
function sharedSurname({ asked }: Question, sentences: readonly WeighedSentence[]): readonly string[] {
  if (asked.kind !== 'who-is' || asked.isOffice || /\s/u.test(asked.about.trim())) return []
  const [first, ...others] = bearersOf(sentences, asked.about)
  return first === undefined ? [] : [first, ...others].slice(0, 5)
}

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
