// Where, when and how a meeting is held, by the words of its sentence. Decides nothing about who meets.
import type { DatedExpression } from './dates.ts'
import type { Reading } from './meeting-reading.ts'
import { meetingNoun, meetingVerb } from './meeting-verbs.ts'
import { fold } from './normalise.ts'
import { findPlaces } from './places.ts'
import { SPEECH } from './roles.ts'
import type { Span } from './sentences.ts'
import type { MeetingMode } from './told-meeting.ts'

export interface MeetingMarks {
  readonly mode: MeetingMode
  readonly place?: string
  readonly day?: DatedExpression
}

export function meetingMarks(
  text: string,
  sentence: Span,
  reading: Reading,
  dates: readonly DatedExpression[],
): MeetingMarks {
  const place = placeOf(text, sentence, reading)
  const day = dayOf(text, sentence, reading, dates)
  const mode = modeOf(text, sentence, reading, place !== undefined)
  const isThere = place !== undefined && mode !== 'telephone' && mode !== 'video'
  return {
    mode,
    ...(isThere ? { place } : {}),
    ...(day === undefined ? {} : { day }),
  }
}

const VIDEO =
  /visio|vidéo[- ]?conférence|vidéoconférence|par vidéo|téléconférence|virtuel|par écran|en duplex/iu
const TELEPHONE = /téléphon|coup de fil|par phone/iu
const TOGETHER =
  /tête[- ]à[- ]tête|face[- ]à[- ]face|déjeun|dîn|petit[- ]déj|bilatéral|en marge|à la table|autour d['’]une table|conférence de presse|en personne|présence|au siège|poignée de main|à huis clos/iu

/** Characters around the words of a meeting in which its mode is told. */
const AROUND = 140

function modeOf(
  text: string,
  sentence: Span,
  { start, end, isInPerson, isCall }: Reading,
  hasPlace: boolean,
): MeetingMode {
  const near = text.slice(Math.max(sentence.start, start - AROUND), Math.min(sentence.end, end + AROUND))
  if (VIDEO.test(near)) return 'video'
  if (isCall === true || TELEPHONE.test(near)) return 'telephone'
  return isInPerson || hasPlace || TOGETHER.test(near) ? 'in-person' : 'unknown'
}

const SEATS =
  /(?:à|au|dans|de) (?:l['’]|la |le |son )?((?:palais de l['’]|palais du )?(?:[ÉE]lysée|Maison[ -]Blanche|Kremlin|Matignon|Vatican|Bercy|Quai d['’]Orsay|Berlaymont|Beauvau|Palais[ -]Bourbon|Bureau ovale|Capitole|Hofburg|Chancellerie|Grimaldi|palais présidentiel)|\d+,? Downing Street)/giu

/** The place nearest to the words that tell the meeting, behind them first. */
function placeOf(text: string, sentence: Span, reading: Reading): string | undefined {
  const whole = text.slice(sentence.start, sentence.end)
  const seats = Array.from(whole.matchAll(SEATS), (match) => {
    const end = match.index + match[0].length
    return { start: end - (match[1] ?? '').length, end }
  })
  const places = [
    ...seats,
    ...findPlaces(whole).filter(
      (place) => !seats.some((seat) => seat.start < place.end && place.start < seat.end),
    ),
  ]
  const at = reading.end - sentence.start
  const near = places
    .map(({ start, end }) => ({ start, end, distance: start >= at ? start - at : (at - end) * 1.5 }))
    .filter(({ start, distance }) => distance <= FARTHEST && !isOfAnother(whole, start))
    .toSorted((one, other) => one.distance - other.distance)[0]
  return near === undefined ? undefined : whole.slice(near.start, near.end)
}

/** Characters between a meeting and its place or day. */
const FARTHEST = 170

/** «depuis Paris», «entre Moscou et Kiev», «la situation en Syrie»: the place of another matter. */
function isOfAnother(whole: string, start: number): boolean {
  const before = whole.slice(Math.max(0, start - 40), start)
  if (!PREPOSED.test(before)) return true
  const word = /([\p{L}-]+)[ \u00A0]*$/u.exec(before.replace(PREPOSED, ''))?.[1] ?? ''
  if (word === '' || /^\p{Lu}/u.test(word)) return false
  return !(
    STANDS_FREE.test(word) ||
    meetingNoun(fold(word)) !== undefined ||
    meetingVerb(word.toLowerCase()) !== undefined
  )
}
const PREPOSED =
  /(?:^|[\s(«"“])(?:à|au|aux|en|dans|chez)[ \u00A0](?:l['’]|la[ \u00A0]|le[ \u00A0]|son[ \u00A0]|les[ \u00A0])?(?:palais[ \u00A0]d[eu][ \u00A0](?:l['’])?)?$/iu
/** What a place may follow: a day, an adverb, a verb, a holder of an office. */
const STANDS_FREE =
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir|après-midi|midi|hier|demain|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|dernière?|prochaine?|jour|semaine|ensuite|ainsi|également|aussi|rendue?s?|réunie?s?|arrivée?s?|déplacement|visite|\p{L}+ment|tenue?|lieu|prévue?s?|organisée?s?|reçue?s?|présente?s?|[a-zé]+ées?|[a-zé]+és?|téléphonique|officielle?|bilatéral\p{L}*|trilatéral\p{L}*|heures?|fois|privée?|américain|français|russe|allemand|britannique|homologue|personnes?|membres|qui|et|jeudi)$/iu

function dayOf(
  text: string,
  sentence: Span,
  reading: Reading,
  dates: readonly DatedExpression[],
): DatedExpression | undefined {
  return dates
    .filter(
      (date) =>
        date.start >= sentence.start &&
        date.end <= sentence.end &&
        !isOfSpeech(text, date) &&
        !isPeriod(text, date),
    )
    .map((date) => ({
      date,
      distance:
        date.start >= reading.start
          ? Math.max(0, date.start - reading.end)
          : (reading.start - date.end) * 1.2,
    }))
    .filter(({ distance }) => distance <= FARTHEST)
    .toSorted((one, other) => one.distance - other.distance)[0]?.date
}

/** «a annoncé mercredi la porte-parole», «déclarait lundi»: when it was said. */
function isOfSpeech(text: string, { start }: DatedExpression): boolean {
  const before = text.slice(Math.max(0, start - 40), start)
  const [last = '', beforeLast = ''] = (before.match(/[\p{L}]+/gu) ?? []).slice(-2).toReversed()
  const isSaid = (word: string): boolean =>
    SPEECH.has(fold(word)) || SPEECH.has(fold(word).replace(/e?s$/u, 'e'))
  return isSaid(last) || (/^(?:le|la|ce|dès|ainsi|aussi)$/u.test(last) && isSaid(beforeLast))
}

const isPeriod = (text: string, { start, end }: DatedExpression): boolean =>
  /(?:depuis|jusqu|entre|avant|d['’]ici|pendant|pour) (?:à |au |le |la |l['’])?$/iu.test(
    text.slice(Math.max(0, start - 14), start),
  ) || /^(?:depuis|jusqu)/iu.test(text.slice(start, end))
