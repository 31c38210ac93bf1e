// Surnames that stand for a person whom the text has named in full before: «M. Kerry», «le président Kerry». Where they
// stand and the first name that is missing. Affairs, laws and families that bear a name are left alone.
import { fullNameOf } from './full-names.ts'
import type { Gender } from './first-name-genders.ts'
import { isFirstName, keyOf } from './first-names.ts'
import { SPEECH } from './roles.ts'
import type { Span } from './sentences.ts'

export interface ShortName {
  /** Where the surname begins, its particle included. */
  readonly at: number
  readonly given: string
  /** First name and surname as they stand before. */
  readonly fullName: string
}

const SURNAME =
  "(?:de |du |d['’])?(?:(?:Le|La|De|Di|El|Al|Ben|Van|Von) )?\\p{Lu}[\\p{L}\\p{M}'’]{2,}(?:-\\p{Lu}[\\p{L}\\p{M}]+)*"
const TITLE =
  '(?:[Pp]remi(?:er|ère) ministre|présidente?|ministre|chancelière|chancelier|maire|sénateur|sénatrice|député|députée|juge|général|procureur|procureure)'

/** Where a surname alone is a person's, each with a quick look for what it needs. */
const PLACES: readonly (readonly [needs: RegExp, place: RegExp])[] = [
  [
    /M\. |Mme|Mlle/,
    new RegExp(`(?<!\\p{L})(?<civility>M\\.|Mme|Mlle)[ \\u00A0\\u202F](?<surname>${SURNAME})`, 'gu'),
  ],
  [
    /ministre|présiden|chanceli|maire|sénat|député|juge|général|procureur/,
    new RegExp(`(?<![\\p{L}])(?<article>l[ea]) ${TITLE} (?<surname>${SURNAME})`, 'gu'),
  ],
  [
    /^["«“]?[ \u00A0\u202F]?\p{Lu}/u,
    new RegExp(
      `^["«“]?[ \\u00A0\\u202F]?(?<surname>${SURNAME})(?= (?:n['’]|ne |s['’]|se |l['’])?(?:a|est|avait|était|doit|devait|sera|veut|va|ira|\\p{Ll}+ait)(?![\\p{L}'’]))`,
      'gu',
    ),
  ],
  [
    /["»”],/,
    new RegExp(
      `["»”], (?:a |avait |ainsi |également )*(?<speech>\\p{Ll}+) (?<surname>${SURNAME})(?=[,.;]| (?:à|sur|dans|lors|en|au|devant|auprès|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?!\\p{L}))`,
      'gu',
    ),
  ],
]
/** Another capital behind a surname: it is the first half of a name. */
const MORE_NAME = /^[ \u00A0-]\p{Lu}/u

/** What is longer is a list or a lost text, in characters. */
const LONGEST_READ = 1500

/** The short names of a sentence whose one full name stands in `text` before it, in order. */
export function findShortNames(text: string, { start, end }: Span): readonly ShortName[] {
  if (end - start > LONGEST_READ) return []
  const sentence = text.slice(start, end)
  const names = PLACES.filter(([needs]) => needs.test(sentence)).flatMap(([, place]) =>
    Array.from(sentence.matchAll(place), (match) => shortName(text, start, match)),
  )
  return names.filter((name) => name !== undefined).toSorted((one, other) => one.at - other.at)
}

function shortName(
  text: string,
  start: number,
  { 0: words, index, groups = {} }: RegExpExecArray,
): ShortName | undefined {
  const surname = groups['surname'] ?? ''
  const at = start + index + words.length - surname.length
  if (!isSurname(text, at, surname) || !isSpoken(groups['speech'])) return undefined
  const bare = surname.replace(/^(?:de |du |d['’])/u, '')
  const full = fullNameOf(text, bare, genderOf(groups))
  if (full === undefined || full.at >= start) return undefined
  if (surname !== bare && !full.name.endsWith(` ${surname}`)) return undefined
  return { at, given: full.given, fullName: full.name }
}

function isSurname(text: string, at: number, surname: string): boolean {
  const [first = ''] = surname.split(' ')
  const end = at + surname.length
  return !MORE_NAME.test(text.slice(end, end + 3)) && !(surname.includes(' ') && isFirstName(first))
}

const isSpoken = (verb: string | undefined): boolean =>
  verb === undefined || SPEECH.has(keyOf(verb)) || SPEECH.has(keyOf(verb).replace(/es?$/u, 'e'))

/** By the civility or the article. */
function genderOf({ civility, article }: Readonly<Record<string, string | undefined>>): Gender | undefined {
  if (civility !== undefined) return civility === 'M.' ? 'masculine' : 'feminine'
  return article === 'la' ? 'feminine' : undefined
}
