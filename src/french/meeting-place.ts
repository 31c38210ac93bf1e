// The place of a meeting: the nearest to the words that tell it. Knows neither the country nor the address.
import { meetingNoun } from './meeting-nouns.ts'
import type { Reading } from './meeting-reading.ts'
import { meetingVerb } from './meeting-verbs.ts'
import { nearestOf } from './nearest.ts'
import { fold } from './normalise.ts'
import { findPlaces } from './places.ts'
import type { Span } from './sentences.ts'
import { wordSet } from './word-set.ts'

/** A place before a meeting is so much farther than one behind it, by judgement. */
const BEFORE_WEIGHT = 1.5

/** As it stands: `Élysée`, `Genève`. */
export function placeOfMeeting(text: string, { start, end }: Span, reading: Reading): string | undefined {
  const whole = text.slice(start, end)
  const at = reading.end - start
  const near = nearestOf(
    placesIn(whole).filter((place) => !isOfAnother(whole, place.start)),
    (place) => (place.start >= at ? place.start - at : (at - place.end) * BEFORE_WEIGHT),
  )
  return near === undefined ? undefined : whole.slice(near.start, near.end)
}

/** Seats of power, then towns and countries that stand in none: «au palais de l’Élysée», «à Genève». */
function placesIn(whole: string): readonly Span[] {
  const seats = Array.from(whole.matchAll(SEATS), (match): Span => {
    const end = match.index + match[0].length
    return { start: end - (match[1] ?? '').length, end }
  })
  const isInSeat = (place: Span): boolean =>
    seats.some((seat) => seat.start < place.end && place.start < seat.end)
  return [...seats, ...findPlaces(whole).filter((place) => !isInSeat(place))]
}

const SEATS =
  /(?:à|au|dans|de) (?:l['’]|la |le |son )?((?:palais de l['’]|palais du )?(?:[ÉE]lysée|Maison[ -]Blanche|Kremlin|Matignon|Vatican|Bercy|Quai d['’]Orsay|Berlaymont|Beauvau|Palais[ -]Bourbon|Bureau ovale|Capitole|Hofburg|Chancellerie|Grimaldi|palais présidentiel)|\d+,? Downing Street)/giu

/** Characters before a place that show whether it is that of the meeting. */
const MOST_BEFORE = 40

/** «depuis Paris», «entre Moscou et Kiev», «la situation en Syrie»: the place of another matter. */
function isOfAnother(whole: string, start: number): boolean {
  const before = whole.slice(Math.max(0, start - MOST_BEFORE), start)
  if (!PREPOSED.test(before)) return true
  const word = /([\p{L}-]+)[ \u00A0]*$/u.exec(before.replace(PREPOSED, ''))?.[1] ?? ''
  if (word === '' || /^\p{Lu}/u.test(word)) return false
  const isMeeting = meetingNoun(fold(word)) !== undefined || meetingVerb(word.toLowerCase()) !== undefined
  return !isMeeting && !mayFollow(word)
}

const PREPOSED =
  /(?:^|[\s(«"“])(?:à|au|aux|en|dans|chez)[ \u00A0](?:l['’]|la[ \u00A0]|le[ \u00A0]|son[ \u00A0]|les[ \u00A0])?(?:palais[ \u00A0]d[eu][ \u00A0](?:l['’])?)?$/iu

/** Whether a place of its own may stand behind that word: a day, an adverb, a participle, a holder of an office. */
const mayFollow = (word: string): boolean =>
  STANDS_FREE.has(word.toLowerCase()) || ADVERB_OR_PARTICIPLE.test(word)

const STANDS_FREE = wordSet(`
lundi mardi mercredi jeudi vendredi samedi dimanche matin soir après-midi midi hier demain
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
dernière prochain prochaine jour semaine heure heures fois ensuite ainsi également aussi
rendu rendue rendus rendues réuni réunie réunis réunies tenu tenue tenus tenues prévu prévue prévus prévues
reçu reçue reçus reçues présent présente présents présentes déplacement visite lieu
téléphonique officielle américain français russe allemand britannique homologue personne personnes membres qui et
`)

/** «brièvement», «bilatérale», «invités» */
const ADVERB_OR_PARTICIPLE = /^(?:\p{L}+ment|(?:bi|tri)latéral\p{L}*|[a-zé]+é(?:e?s|e)?)$/iu
