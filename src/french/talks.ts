// The talks that verbs tell whose partner has a preposition: «X a discuté avec Y», «X a téléphoné à Y». Knows no noun.
import { type Reading, textBehind } from './meeting-reading.ts'
import { isMany, type PartyList } from './party-lists.ts'
import { subjectBefore } from './subjects.ts'
import { behindPreposition } from './verb-objects.ts'
import { cliticParty, readingOf, type VerbUse } from './verb-reading.ts'

/** Characters behind a verb in which stands how and how long they talk. */
const MOST_OF_MANNER = 120
const MOST_OF_CALL = 70
const MOST_OF_TIME = 60

/** How many units behind «parler» stands «à Y». */
const MOST_AFTER_SPEAKING = 8

/** «X a discuté avec Y», «X a téléphoné à Y», «X et Y ont parlé au téléphone». */
export function readTalk(use: VerbUse): Reading | undefined {
  const { sentence, verb, group } = use
  const subject = subjectBefore(sentence.row, group.from)
  if (subject === undefined) return undefined
  const behind = textBehind(sentence, group.at, MOST_OF_MANNER)
  if (EXCHANGED.test(behind)) return undefined
  const isAlone = /téléphon|visio|vidéo/u.test(behind.slice(0, MOST_OF_CALL)) || FACE_TO_FACE.test(behind)
  const object = partnerOf(use, isAlone)
  if (object !== undefined)
    return isWishToSpeak(use, object, isAlone)
      ? undefined
      : readingOf(use, { subject, objects: object.parties, confidence: 0.85 })
  if (group.clitic === 'lui' && (verb.lemma === 'téléphoner' || isAlone))
    return readingOf(use, { subject, objects: [cliticParty(use)], confidence: 0.5 })
  // «X et Y ont parlé» of something to others, unless they talk for a time.
  const isShared = verb.lemma !== 'parler' || isAlone || TO_EACH_OTHER.test(behind.slice(0, MOST_OF_TIME))
  return isMany(subject) && isShared ? readingOf(use, { subject, objects: [], confidence: 0.7 }) : undefined
}

/** «a échangé des SMS avec Y», «échange sa place avec Y» */
const EXCHANGED =
  /^ (?:des|ses|leurs?|sa|son|un|une|le|la|les|quelques) (?!mots|propos|vues|paroles|impressions|informations|deux hommes|deux)\p{L}/u

const FACE_TO_FACE = /en tête[- ]à[- ]tête/u
const TO_EACH_OTHER =
  /pendant|durant|longuement|brièvement|ensemble|plus d['’]une heure|en tête[- ]à[- ]tête/u

/** «avec Y», «à Y»; «a parlé à Y» only of a call or in private. */
function partnerOf({ sentence: { row }, verb, group }: VerbUse, isAlone: boolean): PartyList | undefined {
  const partner = behindPreposition(row, group.at + 1, verb.frame === 'to' ? 'à' : 'avec')
  if (partner !== undefined || verb.lemma !== 'parler' || !isAlone) return partner
  return behindPreposition(row, group.at + 1, 'à', MOST_AFTER_SPEAKING)
}

/** «parler avec les syndicats»: an infinitive of speaking meets nobody but a person. */
const isWishToSpeak = ({ verb, group }: VerbUse, { parties }: PartyList, isAlone: boolean): boolean =>
  verb.lemma === 'parler' &&
  group.tense === 'infinitive' &&
  !isAlone &&
  !parties.some(({ kind }) => kind === 'person')
