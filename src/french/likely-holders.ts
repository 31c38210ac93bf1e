// Who holds an office that an article gives to nobody: whoever it is about, or a well-known person it names most. Takes
// nobody of the other side, with another office, or of another gender.
import { canBe, type Cast } from './cast.ts'
import { keyOf } from './first-names.ts'
import { KNOWN_SURNAMES } from './known-surnames.ts'
import type { Party } from './party.ts'
import { protagonistOf } from './protagonist.ts'
import type { Somebody } from './somebody.ts'

/**
 * «Emmanuel Valmy est arrivé. Le chef de l’État a reçu…»: papers name a well-known person without an office and take up the
 * name by it. Of the people named before `party`, the one named twice as often as anybody else.
 */
export function likelyHolderOf(
  cast: Cast,
  key: string,
  party: Party,
  subjects: readonly Somebody[],
): string | undefined {
  if (!HELD_BY_ONE.test(key)) return undefined
  const protagonist = protagonistOf(cast)
  if (protagonist !== undefined && mayHold(cast, protagonist, party, subjects)) return protagonist
  const before = cast.namesBefore(party.start, 0)
  const fit = before.filter((name) => isWellKnown(name) && mayHold(cast, name, party, subjects))
  const [first, second] = cast.counted(fit, party.start)
  return first !== undefined && first.count >= 2 * (second?.count ?? 0) ? first.name : undefined
}

/** Offices of which a text has one holder in mind. */
const HELD_BY_ONE =
  /^(?:minister|mayor|deputy|senator|candidate|chancellor|monarch|pope|[a-z]+-minister|minister-delegate)@$/u

const isWellKnown = (name: string): boolean =>
  name.includes(' ') && KNOWN_SURNAMES.has(keyOf(name.split(' ').at(-1) ?? name))

/** Nobody of the other side, without an office here, and of the gender of «le» or «la». */
function mayHold(cast: Cast, name: string, party: Party, subjects: readonly Somebody[]): boolean {
  if (!name.includes(' ') || subjects.some((subject) => subject.name === name)) return false
  if (cast.offices.some((held) => held.name === name)) return false
  const article = /^\p{L}+/u.exec(cast.text.slice(party.start, party.start + LONGEST_ARTICLE).toLowerCase())
  if (article?.[0] === 'la') return canBe(name, 'feminine')
  return article?.[0] !== 'le' || canBe(name, 'masculine')
}

/** Characters in which an article and the blank behind it stand. */
const LONGEST_ARTICLE = 6
