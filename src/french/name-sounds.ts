// The words of a name as they sound, so that one name written by several alphabets’ rules is one: «Sergueï», «Sergei»,
// «Zelensky», «Zelenskyy», «Erdoğan». Keeps apart what differs in French: «Michel», «Michèle». Says not who is meant.
import { isFirstName, keyOf } from './first-names.ts'

/** One name, read once. */
export interface ReadName {
  /** Folded words without particles; a compound first name, `jean-pierre`, is one of them, initials in front as well. */
  readonly words: readonly string[]
  /** As they sound: `sergei` for «Sergueï». */
  readonly sounds: readonly string[]
  /** One word, or words behind an article or a particle: `Le Pen`, `al-Assad`, `de Mistura`. */
  readonly isSurnameAlone: boolean
}

/** They open a surname or join its parts, and are often left out. */
const PARTICLES = new Set(
  'al el as ar ad at an ach ul de du d des der den dos da di ben bin ibn van von'.split(' '),
)
/** They belong to a surname that stands alone: `Le Pen`, `La Fontaine`. */
const ARTICLES = new Set(['le', 'la', 'les'])

/** What folding leaves: letters of their own in Turkish, Polish, Danish, German. */
const OWN_LETTERS: ReadonlyMap<string, string> = new Map([
  ['ı', 'i'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ß', 'ss'],
])

/** In order. Sounds that several alphabets’ rules write differently, over folded letters; `š` is the sound of «ch». */
const SOUNDS: readonly (readonly [written: RegExp, sound: string])[] = [
  [/^m[ou]u?h[ae]m+[ae]d$/u, 'mohamed'],
  [/^ahm[ae]d$/u, 'ahmed'],
  [/^abdel?(?=[a-z]{4})/u, 'abdel'],
  [/^dimitri/u, 'dmitri'],
  [/ph/gu, 'f'],
  [/tch|sch|ch|sh/gu, 'š'],
  [/([kgtd])h/gu, '$1'],
  [/gu(?=[eiy])/gu, 'g'],
  [/qu|q|c(?![eiy])/gu, 'k'],
  [/ou|oo/gu, 'u'],
  [/w/gu, 'v'],
  [/off?$/u, 'ov'],
  [/y|j$/gu, 'i'],
  [/^ie(?=[a-z]{3})/u, 'e'],
  [/x/gu, 'ks'],
  [/nd(?:re|er)$/u, 'ndr'],
  [/([a-df-z])\1+/gu, '$1'],
]

/** Sounds of words already heard: names share their words. Forgotten all at once when there are many. */
const heard = new Map<string, string>()
const MOST_HEARD = 20_000

/** A final e tells «Michèle» from «Michel» and stays. */
function soundOf(word: string): string {
  const known = heard.get(word)
  if (known !== undefined) return known
  if (heard.size >= MOST_HEARD) heard.clear()
  const sound = SOUNDS.reduce((rest, [written, one]) => rest.replace(written, one), word)
  heard.set(word, sound)
  return sound
}

/** `Poutine`, `Putin`. */
function surnameSound(word: string): string {
  const sound = soundOf(word)
  return sound.endsWith('ine') && sound.length > 4 ? sound.slice(0, -1) : sound
}

/** Names already read: a question compares the names that the one before did. */
const read = new Map<string, ReadName>()

/** Never fails: what has no letters has no words. */
export function readName(name: string): ReadName {
  const known = read.get(name)
  if (known !== undefined) return known
  if (read.size >= MOST_HEARD) read.clear()
  const found = readAnew(name)
  read.set(name, found)
  return found
}

function readAnew(name: string): ReadName {
  const all = partsOf(name)
  const heavy = joinInitials(all.filter((part) => !PARTICLES.has(part)))
  const words = heavy.length === 0 ? all : heavy
  const sounds = words.map((word, at) =>
    at > 0 || words.length === 1 ? surnameSound(word) : word.split('-').map(soundOf).join('-'),
  )
  return {
    words,
    sounds,
    isSurnameAlone: words.length < 2 || (words.length === 2 && ARTICLES.has(words[0] ?? '')),
  }
}

function partsOf(name: string): readonly string[] {
  const folded = keyOf(name).replaceAll(/[ıłøđß]/gu, (letter) => OWN_LETTERS.get(letter) ?? letter)
  return folded
    .split(/[\s'’.]+/u)
    .filter((word) => word !== '')
    .flatMap((word, at) => {
      if (!word.includes('-') && !word.includes('‑')) return [word]
      const halves = word.split(/[-‑]/u).filter((half) => half !== '')
      const isCompound = at === 0 && halves.length === 2 && halves.every((half) => isFirstName(half))
      return isCompound ? [halves.join('-')] : halves
    })
}

/** `J. K. Rowan`, `JK Rowan`. */
function joinInitials(parts: readonly string[]): readonly string[] {
  const count = parts.findIndex((part) => part.length > 1)
  return count < 2 ? parts : [parts.slice(0, count).join(''), ...parts.slice(count)]
}
