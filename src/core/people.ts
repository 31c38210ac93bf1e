// The people named in a text: stretches of it. How French names are found is in french; nobody outside asks it directly.
import { findPeople, type PersonName } from '../french/people.ts'

/** In order; titles («M.», «le président») stand outside of each stretch. */
export function peopleOf(text: string): readonly PersonName[] {
  return findPeople(text)
}
