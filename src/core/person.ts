// Who is who across articles: all spellings of one person’s name together. Never joins two people by a surname alone.
import { isFirstName, isSureFirstName } from '../french/first-names.ts'
import { readName, type ReadName } from '../french/name-sounds.ts'

/** A name as articles have it, and how many have it. */
export interface CountedName {
  readonly name: string
  readonly articleCount: number
}

export interface Person {
  /** The most usual full form. */
  readonly name: string
  /** Every spelling, surnames alone among them, the most usual first. */
  readonly spellings: readonly CountedName[]
  readonly articleCount: number
}

/** Somebody as questions and files ask for them: one name to show, all names to look up. */
export interface KnownPerson {
  readonly name: string
  /** All spellings, as they stand. */
  readonly names: readonly string[]
  readonly articleCount: number
}

export const knownPerson = ({ name, spellings, articleCount }: Person): KnownPerson => ({
  name,
  names: spellings.map((spelling) => spelling.name),
  articleCount,
})

/** A surname that several bear and none clearly leads: the most named first. */
interface SharedSurname extends CountedName {
  readonly persons: readonly Person[]
}

export interface WhoIsWho {
  /** The most named first. */
  readonly persons: readonly Person[]
  readonly shared: readonly SharedSurname[]
}

/** One of several bearers is meant who has four in five of the articles that name one in full. */
const LEADING_SHARE = 0.8

/** `Jean Pierre Dupont` is not `Pierre Dupont`. */
const COMPOUNDING = new Set(['jean', 'marie', 'anne', 'pierre', 'paul', 'louis'])

interface Form extends CountedName, ReadName {}

class Group {
  readonly forms: Form[] = []
  /** Of the form that it began with. */
  readonly words: readonly string[]
  readonly sounds: readonly string[]
  articleCount = 0

  constructor(forms: readonly Form[]) {
    this.words = forms[0]?.words ?? []
    this.sounds = forms[0]?.sounds ?? []
    this.addAll(forms)
  }

  addAll(forms: readonly Form[]): void {
    this.forms.push(...forms)
    this.articleCount += forms.reduce((sum, form) => sum + form.articleCount, 0)
  }
}

/** Linear in the number of names. */
export function whoIsWho(names: readonly CountedName[]): WhoIsWho {
  const forms = names.map(({ name, articleCount }): Form => ({ name, articleCount, ...readName(name) }))
  const full = Map.groupBy(
    forms.filter((form) => !form.isSurnameAlone),
    ({ sounds }) => sounds.join(' '),
  )
  const groups = joinForms(Array.from(full.values(), (own) => new Group(own)))
  const bearers = bearersBySurname(groups)
  const shared: { readonly form: Form; readonly own: readonly Group[] }[] = []
  const alone = Map.groupBy(
    forms.filter((form) => form.isSurnameAlone),
    ({ words }) => words.join(' '),
  )
  for (const [surname, same] of alone) {
    const own = (bearers.get(surname) ?? []).filter((group) => mayBeMeant(group, same))
    const leader = leaderOf(own)
    if (leader !== undefined) leader.addAll(same)
    else if (own.length > 1) shared.push(...same.map((form) => ({ form, own })))
    else groups.push(new Group(same))
  }
  const persons = new Map(groups.map((group) => [group, personOf(group)] as const))
  return {
    persons: [...persons.values()].toSorted(byArticles),
    shared: shared.map(({ form: { name, articleCount }, own }) => ({
      name,
      articleCount,
      persons: own.flatMap((group) => persons.get(group) ?? []).toSorted(byArticles),
    })),
  }
}

const byArticles = (one: Person, other: Person): number =>
  other.articleCount - one.articleCount || (one.name < other.name ? -1 : 1)

/** A first name alone may be anybody’s: `Philippe` is Édouard Philippe where he is named far more often. */
function mayBeMeant(group: Group, same: readonly Form[]): boolean {
  const [form] = same
  if (form === undefined || !isFirstName(form.words[0] ?? '')) return true
  return group.articleCount >= 4 * same.reduce((sum, { articleCount }) => sum + articleCount, 0)
}

/**
 * `Tayyip Erdogan` joins `Recep Tayyip Erdogan`, `John Kennedy` joins `John F. Kennedy`: a shorter form joins the one
 * longer form that it fits. Where it fits several, it stays a person of its own.
 */
function joinForms(groups: readonly Group[]): Group[] {
  const longerOf = longerForms(groups)
  const into = new Map<Group, Group>()
  for (const group of groups.toSorted((one, other) => other.sounds.length - one.sounds.length)) {
    const longer = new Set((longerOf.get(group) ?? []).map((other) => into.get(other) ?? other))
    const [only] = longer
    if (only === undefined || longer.size > 1) continue
    into.set(group, only)
    only.addAll(group.forms)
  }
  return groups.filter((group) => !into.has(group))
}

/** The longer forms of each group. `Jean Dupré-Anne Valmy` is two people: nobody’s longer form. */
function longerForms(groups: readonly Group[]): ReadonlyMap<Group, readonly Group[]> {
  const bySounds = new Map(groups.map((group) => [group.sounds.join(' '), group] as const))
  const longer = new Map<Group, Group[]>()
  for (const group of groups) {
    const shorter = new Set(shorterForms(group).flatMap((form) => bySounds.get(form) ?? []))
    if (!areAlike([...shorter])) continue
    for (const other of shorter) longer.set(other, [...(longer.get(other) ?? []), group])
  }
  return longer
}

/** Each shares a word with the first. */
const areAlike = ([first, ...others]: readonly Group[]): boolean =>
  first === undefined || others.every(({ sounds }) => sounds.some((sound) => first.sounds.includes(sound)))

/** The ends, the beginnings, and first and last word, of two words or more, as they sound. */
export function shorterForms({ words, sounds }: Pick<ReadName, 'words' | 'sounds'>): readonly string[] {
  if (sounds.length < 3) return []
  const forms: string[] = []
  const isCompound = COMPOUNDING.has(words[0] ?? '') && isSureFirstName(words[1] ?? '')
  if (!isCompound) forms.push(`${sounds[0] ?? ''} ${sounds.at(-1) ?? ''}`)
  for (let length = 2; length < sounds.length; length++) {
    if (!isCompound && !words.slice(-length).every((word) => isFirstName(word)))
      forms.push(sounds.slice(-length).join(' '))
    if (!isSureFirstName(words[length - 1] ?? '')) forms.push(sounds.slice(0, length).join(' '))
  }
  return forms
}

/** Who has a first name and each surname, by its folded words. */
function bearersBySurname(groups: readonly Group[]): ReadonlyMap<string, readonly Group[]> {
  const bearers = new Map<string, Group[]>()
  for (const group of groups)
    for (const surname of new Set(group.forms.flatMap(({ words }) => surnamesOf(words, words)))) {
      const known = bearers.get(surname)
      if (known === undefined) bearers.set(surname, [group])
      else known.push(group)
    }
  return bearers
}

/**
 * All endings of `forms`, which are `words` as they stand or as they sound, behind the first; the first as well where it
 * is no first name: `Xi` for `Xi Jinping`.
 */
export function surnamesOf(words: readonly string[], forms: readonly string[]): readonly string[] {
  const endings = forms.slice(1).map((_, at) => forms.slice(at + 1).join(' '))
  return words.length > 1 && isSureFirstName(words[0] ?? '') ? endings : [...endings, forms[0] ?? '']
}

/** Who has most of the articles that name any of them; undefined when none clearly leads. */
export function leaderOf<Named extends { readonly articleCount: number }>(
  bearers: readonly Named[],
): Named | undefined {
  const total = bearers.reduce((sum, { articleCount }) => sum + articleCount, 0)
  return bearers.find(({ articleCount }) => articleCount >= total * LEADING_SHARE)
}

function personOf({ forms, articleCount }: Group): Person {
  const sorted = forms.toSorted(
    (one, other) => other.articleCount - one.articleCount || (one.name < other.name ? -1 : 1),
  )
  const name = sorted.find((form) => !form.isSurnameAlone && !isCapitals(form.name)) ?? sorted[0]
  return {
    name: name?.name ?? '',
    spellings: sorted.map((form) => ({ name: form.name, articleCount: form.articleCount })),
    articleCount,
  }
}

const isCapitals = (name: string): boolean => name === name.toUpperCase()
