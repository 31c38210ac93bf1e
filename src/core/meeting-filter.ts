// Whether a meeting is one that a question asks for: its way, place, period, topic and state. Knows no people.
import { fold } from '../french/normalise.ts'
import { contentStems } from '../french/stems.ts'
import type { MeetingAsked } from './asked-meeting.ts'
import type { FoundMeeting } from './meeting.ts'

/** 0 where the meeting is not asked for, 1 where everything that is asked stands in its sentence. */
export function fitOf(told: FoundMeeting, asked: MeetingAsked): number {
  const { fact, article } = told
  const sentence = article.text.slice(fact.start, fact.end)
  if (!isOfWays(fact, sentence, asked)) return 0
  if (!isInPeriod(told, asked)) return 0
  return placeFit(told, sentence, asked) * topicFit(told, sentence, asked)
}

const WAYS: Readonly<
  Record<MeetingAsked['ways'][number], (fact: FoundMeeting['fact'], sentence: string) => boolean>
> = {
  received: ({ kind, place, mode }) => kind === 'reception' || (place !== undefined && mode !== 'telephone'),
  visited: ({ kind, mode }) => kind === 'visit' || kind === 'encounter' || mode === 'in-person',
  telephone: ({ mode }) => mode === 'telephone',
  video: ({ mode }) => mode === 'video',
  meal: (_, sentence) => /d[ée]jeun|d[îi]n(?:er|é)|petit[- ]déj|repas/iu.test(sentence),
  'tete-a-tete': (_, sentence) => /tête[- ]à[- ]tête|face[- ]à[- ]face|en privé|à huis clos/iu.test(sentence),
}

const isOfWays = (fact: FoundMeeting['fact'], sentence: string, { ways }: MeetingAsked): boolean =>
  ways.length === 0 || ways.some((way) => WAYS[way](fact, sentence))

function isInPeriod({ fact, article }: FoundMeeting, { period }: MeetingAsked): boolean {
  if (period === undefined) return true
  const published = new Date(article.publishedAt).toISOString().slice(0, 10)
  const [from, to] = [fact.from ?? published, fact.to ?? published]
  return (period.from === undefined || to >= period.from) && (period.to === undefined || from <= period.to)
}

/** The place stands near the sentence, not in it: good only while nothing else is. */
export const NEAR_PLACE = 0.6

/** Characters around a sentence in which its place may stand. */
const AROUND = 300

function placeFit({ fact, article }: FoundMeeting, sentence: string, { place }: MeetingAsked): number {
  if (place === undefined) return 1
  const wanted = wordsOf(place)
  const isIn = (text: string): boolean => {
    const own = new Set(wordsOf(text))
    return wanted.every((word) => own.has(word))
  }
  if (fact.place !== undefined && isIn(fact.place)) return 1
  if (isIn(sentence)) return 0.9
  const around = article.text.slice(Math.max(0, fact.start - AROUND), fact.end + AROUND)
  return fact.place === undefined && fact.mode !== 'telephone' && isIn(`${article.title} ${around}`)
    ? NEAR_PLACE
    : 0
}

const SMALL = new Set(['a', 'au', 'aux', 'la', 'le', 'les', 'l', 'de', 'du', 'des', 'd', 'en'])
const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !SMALL.has(word))

function topicFit({ fact, article }: FoundMeeting, sentence: string, { topic }: MeetingAsked): number {
  const stems = topic === undefined ? [] : contentStems(topic)
  if (stems.length === 0) return 1
  const near = article.text.slice(Math.max(0, fact.start - AROUND), fact.end + AROUND)
  const [own, around] = [new Set(contentStems(sentence)), new Set(contentStems(`${article.title} ${near}`))]
  if (stems.every((stem) => own.has(stem))) return 1
  return stems.every((stem) => around.has(stem)) ? 0.7 : 0
}
