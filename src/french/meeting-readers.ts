// The patterns of French that tell a meeting, tried at every word of a sentence. Gives who stands where; whom a phrase means,
// discourse tells.
import { readBeside } from './beside-meetings.ts'
import { readJourney } from './journeys.ts'
import type { Reading, RowOfText } from './meeting-reading.ts'
import { meetingNoun } from './meeting-nouns.ts'
import { meetingVerb } from './meeting-verbs.ts'
import { readNoun } from './noun-meetings.ts'
import { wordAt } from './unit-row.ts'
import { readVerb } from './verb-meetings.ts'

/** In the order of the words that tell them; one word tells one meeting at most. */
export function readMeetings(sentence: RowOfText): readonly Reading[] {
  return sentence.row.flatMap((_, at) => readMeetingAt(sentence, at) ?? [])
}

function readMeetingAt(sentence: RowOfText, at: number): Reading | undefined {
  const word = wordAt(sentence.row, at)
  if (word === undefined) return undefined
  const verb = meetingVerb(word.lower)
  // «rencontré» is no noun, though its key is that of «rencontre».
  const noun = word.lower.endsWith('é') ? undefined : meetingNoun(word.key)
  return (
    (verb === undefined ? undefined : readVerb(sentence, at, verb)) ??
    (noun === undefined ? undefined : readNoun(sentence, at, noun)) ??
    readBeside(sentence, at) ??
    readJourney(sentence, at)
  )
}
