// What a question asks for, a union with a reader for each kind; the first that fits is taken. Answers nothing.
import { keysOf, type QuestionLine } from '../french/question-line.ts'
import { readHowMany, readWhen, readWhere } from './asked-circumstances.ts'
import { readMeeting, type MeetingAsked } from './asked-meeting.ts'
import { readWhatSays, readWhoIs, readWhoSaid } from './asked-people.ts'
import { readWhatHappened, readWhatIsNew } from './asked-events.ts'
import type { Day } from './calendar.ts'

/** Phrases are words of the question as typed, without the articles before them. */
export type Asked =
  /** Who met whom. */
  | ({ readonly kind: 'met' } & MeetingAsked)
  /** Whether two parties met, or whether their meeting was held, cancelled, refused. */
  | ({ readonly kind: 'did-meet' } & MeetingAsked)
  | WhereAsked
  | WhenAsked
  | HowManyAsked
  /** Who somebody is; or, `about` being an office, who holds it. */
  | { readonly kind: 'who-is'; readonly about: string; readonly isOffice: boolean }
  /** «que dit X sur Y»: `who` is undefined in «que dit-on de X». */
  | { readonly kind: 'what-says'; readonly who: string | undefined; readonly about: string | undefined }
  /** «qui a dit « … »»: the words as typed, in quotation marks or not. */
  | { readonly kind: 'who-said'; readonly words: string; readonly isQuoted: boolean }
  | { readonly kind: 'what-happened'; readonly about: string }
  | { readonly kind: 'what-is-new'; readonly about: string }
  /** «qui a remporté Perpignan»: somebody who did or underwent something. */
  | { readonly kind: 'who' }
  /** «le Sénat a-t-il voté le budget»: whether something is so. */
  | { readonly kind: 'whether' }
  | { readonly kind: 'other' }

export interface WhereAsked {
  readonly kind: 'where'
  /** «dans quelle université»: what kind of place. */
  readonly noun?: string
  /** Where a meeting was or will be. */
  readonly meeting?: MeetingAsked
}

export interface WhenAsked {
  readonly kind: 'when'
  /** As exactly as asked: «quel jour», «en quelle année», «à quelle heure». */
  readonly unit: 'any' | 'day' | 'hour' | 'month' | 'year'
  readonly meeting?: MeetingAsked
}

export interface HowManyAsked {
  readonly kind: 'how-many'
  /** What is counted, as typed: `chiots morts`; undefined in «combien a coûté». */
  readonly counted: string | undefined
  /** `count` is a number of things; `any` what only the words around tell. */
  readonly measure: 'count' | 'money' | 'temperature' | 'share' | 'age' | 'time' | 'length' | 'any'
}

/** Never throws, whatever was typed. `on` is the day of asking. */
export function askedBy(line: QuestionLine, on: Day | undefined): Asked {
  const { words } = line
  if (words.length === 0) return { kind: 'other' }
  return (
    readWhoSaid(line, 'quoted') ??
    readWhatIsNew(line) ??
    readWhatHappened(line) ??
    readWhen(line, on) ??
    readHowMany(line) ??
    readWhere(line, on) ??
    readWhoIs(line) ??
    readMeeting(line, on) ??
    readWhatSays(line) ??
    readWhoSaid(line, 'any') ??
    readRest(line)
  )
}

const WHO = / (?:qui|quel|quels|quelle|quelles|lequel|laquelle) /u

/** «qui …» asks for somebody; an inversion, «est-ce que» or a question mark without a question word, whether. */
function readRest({ words, isInverted, text }: QuestionLine): Asked {
  const keys = keysOf(words)
  if (/^ (?:c est |a |avec |par |pour |de |d |contre )?qui /u.test(keys) || keys.endsWith(' qui '))
    return { kind: 'who' }
  const isOpen =
    WHO.test(keys) || / (?:que|qu|quoi|comment|pourquoi) (?!on )/u.test(keys.replace(/ est ce qu[e]? /u, ' '))
  if (!isOpen && (isInverted || (/\?\s*$/u.test(text) && VERB.test(keys)))) return { kind: 'whether' }
  return { kind: 'other' }
}
const VERB = / (?:a|ont|est|sont|sera|va|vont|avait|etait) \p{L}/u
