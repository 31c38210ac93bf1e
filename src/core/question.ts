// A question as a person types it: the words that carry its subject, and what is asked. Answers nothing.
import { contentStems } from '../french/stems.ts'
import { readLine } from '../french/question-line.ts'
import { askedBy, type Asked } from './asked.ts'
import type { Day } from './calendar.ts'
import { BIRTH } from './weigh-sentences.ts'

export interface Question {
  readonly text: string
  /** Stems that a sentence must share to be an answer, without repeats; empty for «qui ?» alone. */
  readonly stems: readonly string[]
  readonly asked: Asked
}

/** Inverted pronouns hang on their verb: «a-t-il», «est-ce», «dit-on». */
const INVERTED = /(?<=\p{L})-(?:t-)?(?:il|elle|ils|elles|on|ce|je|tu|nous|vous)(?!\p{L})/giu

/** Words that ask and are in no answer. The stop words hold the others (qui, quand, où, quel…). */
const ASKING =
  /(?<!\p{L})(?:combien|pourquoi|comment|quoi|neuf|passée?|passe|nouvelles?|dernièrement|récemment)(?!\p{L})/giu

/** «né» folds into a stop word and would be lost. */
const BORN = /(?<!\p{L})née?s?(?!\p{L})/iu

/** `on` is the day of asking, against which «cette semaine» is resolved; without it no period is read. */
export function readQuestion(text: string, on?: Day): Question {
  const bare = text.replace(INVERTED, ' ').replace(ASKING, ' ')
  const born = BORN.test(text) ? [BIRTH] : []
  return { text, stems: [...new Set([...contentStems(bare), ...born])], asked: askedBy(readLine(text), on) }
}
