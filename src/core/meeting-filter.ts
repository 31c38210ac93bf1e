// Whether a meeting is one that a question asks for: its way, place, period, topic and state. Knows no people.
import { fold } from '../french/normalise.ts'
import { contentStems } from '../french/stems.ts'
import type { MeetingAsked } from './asked-meeting.ts'
import type { FoundMeeting } from './meeting.ts'

/** The place stands near the sentence, not in it; the way is not told: good only while nothing better is. */
export const NEAR_FIT = 0.6

/** 0 where the meeting is not asked for, 1 where everything that is asked stands in its sentence. */
export function fitOf(told: FoundMeeting, asked: MeetingAsked): number {
  const { fact, article } = told
  const sentence = article.text.slice(fact.start, fact.end)
  if (!isInPeriod(told, asked)) return 0
  return wayFit(fact, sentence, asked) * placeFit(told, sentence, asked) * topicFit(told, sentence, asked)
}

/** Told by a verb or a noun of meeting. */
const SURE = 0.7

type WayFit = (fact: FoundMeeting['fact'], sentence: string) => number

const WAYS: Readonly<Record<MeetingAsked['ways'][number], WayFit>> = {
  received: ({ kind, place, mode, confidence }) =>
    kind === 'reception' || (place !== undefined && mode !== 'telephone')
      ? 1
      : NEAR_FIT * Number(mode === 'in-person' && confidence >= SURE),
  visited: ({ kind, mode }) =>
    kind === 'visit' || kind === 'encounter' ? 1 : NEAR_FIT * Number(mode === 'in-person'),
  telephone: ({ mode }) => Number(mode === 'telephone'),
  video: ({ mode }) => Number(mode === 'video'),
  meal: (_, sentence) => Number(/d[ée]jeun|d[îi]n(?:er|é)|petit[- ]déj|repas/iu.test(sentence)),
  'tete-a-tete': (_, sentence) =>
    Number(/tête[- ]à[- ]tête|face[- ]à[- ]face|en privé|à huis clos/iu.test(sentence)),
}

const wayFit = (fact: FoundMeeting['fact'], sentence: string, { ways }: MeetingAsked): number =>
  ways.length === 0 ? 1 : Math.max(...ways.map((way) => WAYS[way](fact, sentence)))

function isInPeriod({ fact, article }: FoundMeeting, { period }: MeetingAsked): boolean {
  if (period === undefined) return true
  const published = new Date(article.publishedAt).toISOString().slice(0, 10)
  const [from, to] = [fact.from ?? published, fact.to ?? published]
  return (period.from === undefined || to >= period.from) && (period.to === undefined || from <= period.to)
}

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
    ? NEAR_FIT
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
