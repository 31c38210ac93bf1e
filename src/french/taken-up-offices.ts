// How an article takes up an office that it has told: «le ministre» for the foreign minister, «son homologue russe» for the
// same office elsewhere. Knows no holder.
import { countryOfAdjective } from './demonyms.ts'
import type { Somebody } from './somebody.ts'

/** Whether an asked key may mean a held one: `minister@` the `foreign-minister@russie`, `president@` the `head-of-state@mali`. */
export function takesUp(asked: string, held: string): boolean {
  const [askedRole = '', askedWhere = ''] = asked.split('@')
  const [heldRole = '', heldWhere = ''] = held.split('@')
  if (askedWhere !== '' && heldWhere !== '' && askedWhere !== heldWhere) return false
  if (askedRole === heldRole) return true
  if (askedRole === 'minister') return heldRole.endsWith('-minister')
  return isHeadOfState(askedRole, askedWhere) && isHeadOfState(heldRole, heldWhere)
}

const isHeadOfState = (role: string, where: string): boolean =>
  role === 'head-of-state' || (role === 'president' && where === '')

/** «homologue russe»: words of a phrase without its article. */
export const isCounterpart = (words: string): boolean => /^homologues?(?!\p{L})/iu.test(words)

/** The key of the office that the first of the subjects holds, in the country of `words`. */
export function counterpartKey(words: string, [subject]: readonly Somebody[]): string | undefined {
  const own = subject?.officeKey?.split('@')[0]
  const role = own === 'president' ? 'head-of-state' : own
  const country = Array.from(words.matchAll(/\p{L}+(?:-\p{L}+)*/gu), ([word]) =>
    countryOfAdjective(word),
  ).find((found) => found !== undefined)
  return role === undefined || country === undefined ? undefined : `${role}@${country}`
}
