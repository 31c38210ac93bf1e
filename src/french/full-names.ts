// The full name behind a short one within one text, and whether it is a man's or a woman's. Unsure, it says nothing.
import { type Gender, genderOfFirstName } from './first-name-genders.ts'
import { isFirstName, isSureFirstName } from './first-names.ts'

/** First names, at most two of them, and the particle between them and the surname. */
const GIVEN_BEFORE =
  /(?:^|[^\p{L}\p{M}-])((?:\p{Lu}[\p{L}\p{M}]+(?:[-‑]\p{Lu}[\p{L}\p{M}]+)?[ \u00A0]){1,2})((?:al[- ]|el[- ]|de |du |ben |bin |van |von |d['’])?)$/u

/** Longest run of first names and particles looked at, in characters. */
const LONGEST_GIVEN = 40

/** More places of one surname than these are not looked at: a text that repeats it a thousand times is no article. */
const MOST_PLACES = 60

export interface FullName {
  readonly name: string
  /** `Sergueï`, without a particle. */
  readonly given: string
  readonly gender: Gender | undefined
  /** Where the text has it first. */
  readonly at: number
}

/**
 * The only person whom `text` calls by first name and `surname`, of `gender` where that is known; undefined where it has
 * none or several. A surname that is a full name already is looked up by all but its first name.
 */
export function fullNameOf(text: string, surname: string, gender?: Gender): FullName | undefined {
  const [first = ''] = surname.split(' ')
  const isFull = surname.includes(' ') && isFirstName(first)
  const forms = fullForms(text, isFull ? surname.slice(first.length + 1) : surname)
  const fitting = gender === undefined ? forms : forms.filter((form) => form.gender !== opposite(gender))
  const [only] = fitting
  if (only === undefined || fitting.length > 1) return undefined
  if (gender !== undefined && only.gender !== gender) return undefined
  return isFull && only.name !== surname ? undefined : only
}

const opposite = (gender: Gender): Gender => (gender === 'masculine' ? 'feminine' : 'masculine')

/** Each full name once, in order. */
function fullForms(text: string, surname: string): readonly FullName[] {
  const forms = new Map<string, FullName>()
  let places = 0
  for (
    let at = text.indexOf(surname);
    at >= 0 && places < MOST_PLACES;
    at = text.indexOf(surname, at + surname.length)
  ) {
    places++
    if (!isWholeName(text, at, at + surname.length)) continue
    const from = Math.max(0, at - LONGEST_GIVEN)
    const before = GIVEN_BEFORE.exec(text.slice(from, at))
    const given = givenNames(before?.[1] ?? '')
    if (given === '') continue
    const name = `${given} ${before?.[2] ?? ''}${surname}`
    if (!forms.has(name))
      forms.set(name, { name, given, gender: genderOfFirstName(given.split(' ')[0] ?? ''), at })
  }
  return [...forms.values()]
}

/** Neither part of a longer word nor followed by more of a name: `Philippe` in `Louis Philippe Dupré`. */
function isWholeName(text: string, start: number, end: number): boolean {
  return (
    !/[\p{L}\p{M}-]/u.test(text.charAt(start - 1)) &&
    !/^(?:[\p{L}\p{M}]|-\p{L}|[ \u00A0]\p{Lu}\p{Ll})/u.test(text.slice(end, end + 3))
  )
}

/** The first names at the end of a run of capitalised words: `Hier Jean` gives `Jean`. */
function givenNames(run: string): string {
  const words = run.trim().split(/[ \u00A0]/u)
  const from = words.findIndex((word) => isFirstName(word))
  const given = from < 0 ? [] : words.slice(from)
  return given.every((word, at) => at === 0 || isSureFirstName(word)) ? given.join(' ') : ''
}
