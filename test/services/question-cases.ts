// All question–answer cases over the invented articles. Asks nothing, scores nothing.
import type { Instant } from '../../src/core/calendar.ts'
import { HOSTILE, WHICH } from './question-cases/ambiguous-and-hostile.ts'
import type { QuestionCase } from './question-cases/case.ts'
import { DID_MEET } from './question-cases/did-meet.ts'
import { HOW_MANY } from './question-cases/how-many.ts'
import { MET_ABROAD } from './question-cases/met-abroad.ts'
import { MET_AT_HOME } from './question-cases/met-at-home.ts'
import { MET_REFERENCES } from './question-cases/met-references.ts'
import { MET_STATUS } from './question-cases/met-status.ts'
import { REFUSED } from './question-cases/refused.ts'
import { EVENTS, SAID } from './question-cases/said-and-happened.ts'
import { WHERE_AND_WHEN } from './question-cases/where-and-when.ts'
import { WHO } from './question-cases/who.ts'

/** Sunday evening: «cette semaine» began on 9 November, «mardi» is the 17th when a plan is asked for. */
export const ASKED_AT: Instant = Date.parse('2026-11-15T18:00:00+01:00')

export const QUESTION_CASES: readonly QuestionCase[] = [
  ...MET_ABROAD,
  ...MET_STATUS,
  ...MET_REFERENCES,
  ...MET_AT_HOME,
  ...DID_MEET,
  ...WHERE_AND_WHEN,
  ...HOW_MANY,
  ...WHO,
  ...SAID,
  ...EVENTS,
  ...REFUSED,
  ...WHICH,
  ...HOSTILE,
]
