// Which language a text is in, by its script and its smallest words. Says when it cannot tell.
import { isLetter } from './characters.ts'
import { hashWord, IS_FIGURE, readWords, type Words } from './words.ts'

export type TextLanguage = 'french' | 'foreign' | 'unknown'

/** The languages of the lists below, in their order, as ISO 639-1 names them. */
export const NAMED_LANGUAGES = ['fr', 'en', 'de', 'nl', 'es', 'it', 'pt', 'ca', 'ro'] as const

export type NamedLanguage = (typeof NAMED_LANGUAGES)[number]

/** Read no further, in UTF-16 code units: 100 words tell as much as 2,000. */
const MOST_READ = 600
/** Fewer words tell nothing: a name, a title, an exclamation. */
const FEWEST_WORDS = 6
/** From this many words on, a text without French words is foreign, whatever it is. */
const ENOUGH_WORDS = 25
/** Share of small words: 45 % in French news (never under 25 % in 10,000 articles), 5 to 20 % elsewhere. */
const FRENCH_SHARE = 0.2
const FOREIGN_SHARE = 0.1
/** Another language must be ahead by this share, and have this many small words of its own. */
const LEAD = 0.08
const FEWEST_FOREIGN = 4

/** The smallest words of each of `NAMED_LANGUAGES`, without accents. Shared ones stand in every list. */
const SMALL_WORDS: readonly string[] = [
  `le la les l un une des du de d au aux ce cet cette ces c il elle ils elles on nous vous je j son sa ses leur leurs
  notre nos votre vos mon ma mes se s ne n pas plus que qu qui dont ou et mais donc car en dans par pour sur avec sans
  sous chez vers entre contre depuis selon apres avant lors comme quand si a est sont etait etaient ete ont avait sera
  fait font va etre avoir ca cela peut doit trois tout tous toute toutes deux encore meme aussi tres bien y lui ainsi alors jusqu lorsqu`,
  `the of and to in is was for that with on as by at from it be are has have had this will an a his her their they not
  but which who were been would could its said after more about when also into than or if you we he she there what`,
  `der die und den von zu das mit sich des auf fur ist im dem nicht ein eine als auch es an werden aus er hat dass sie
  nach wird bei einer um am sind noch wie einem uber so zum war haben nur oder aber vor zur bis mehr durch man wurde`,
  `de het een en van te dat die in hij niet zijn is was op aan met als voor had er maar om dan zou of wat dit door over
  ze zich bij ook tot uit naar heeft worden werd wordt geen nog deze meer hun haar`,
  `el la de que y en un se los las por con no una su para es al lo como mas o pero sus le ha sin sobre este ya entre
  cuando todo esta ser son dos tambien fue habia era muy anos hasta desde del han a donde`,
  `il di che la e un per in una sono non ma lo ha le si con i da se ci questo del della dei delle nel nella alla al dal
  come piu anche gli stato anni era essere suo loro dopo ai dalla sul sulla hanno`,
  `o a que de e do da em um para com nao uma os no se na por mais as dos como mas foi ao ele das tem seu sua ou ser
  quando muito ha nos ja esta tambem pelo pela ate isso ela entre era depois sem mesmo aos`,
  `el la de que i en un amb per no una els les al del es ha pero seva seu als dels hi com son aquest aquesta`,
  `si de la in cu un o nu pe din este sunt care a au fi mai se pentru sa le lui al ale dar dupa prin fost ce`,
]

/** One bit a language, by the hash of the word. */
const LANGUAGES_OF: ReadonlyMap<number, number> = bitsByWord()

function bitsByWord(): ReadonlyMap<number, number> {
  const bits = new Map<number, number>()
  for (const [language, list] of SMALL_WORDS.entries()) {
    for (const word of list.split(/\s+/)) {
      const hash = hashWord(word)
      bits.set(hash, (bits.get(hash) ?? 0) | (1 << language))
    }
  }
  return bits
}

/** `unknown` for a text too short or too mixed to tell: such a text is left alone. */
export function languageOf(text: string): TextLanguage {
  const head = text.slice(0, MOST_READ)
  if (isOtherScript(head)) return 'foreign'
  const words = readWords([head])
  const count = countLetters(words)
  if (count < FEWEST_WORDS) return 'unknown'
  const [french = 0, ...others] = countByLanguage(words)
  const other = Math.max(...others)
  if (other - french > LEAD * count && other >= FEWEST_FOREIGN) return 'foreign'
  if (french < FOREIGN_SHARE * count && count >= ENOUGH_WORDS) return 'foreign'
  return french >= FRENCH_SHARE * count && french >= other ? 'french' : 'unknown'
}

/** As `languageOf`, and which one where it is foreign: `other` for one that is not known here. */
export function namedLanguageOf(text: string): NamedLanguage | 'other' | undefined {
  const language = languageOf(text)
  if (language !== 'foreign') return language === 'french' ? 'fr' : undefined
  const head = text.slice(0, MOST_READ)
  if (isOtherScript(head)) return 'other'
  const words = readWords([head])
  const counts = countByLanguage(words)
  const most = Math.max(...counts)
  return most < FRENCH_SHARE * countLetters(words) ? 'other' : NAMED_LANGUAGES[counts.indexOf(most)]
}

/** Words that are no figures. */
function countLetters({ count, kinds }: Words): number {
  let letters = 0
  for (let word = 0; word < count; word++) if (((kinds[word] ?? 0) & IS_FIGURE) === 0) letters++
  return letters
}

function countByLanguage(words: Words): readonly number[] {
  const counts = SMALL_WORDS.map(() => 0)
  for (let word = 0; word < words.count; word++) {
    const languages = LANGUAGES_OF.get(words.hashes[word] ?? 0) ?? 0
    for (let at = 0; languages >> at > 0; at++) if ((languages >> at) & 1) counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}

/** Fewer letters are a name or a sign. */
const FEWEST_LETTERS = 8
const BEHIND_ASCII = 0x80
/** Greek is the first script behind Latin; signs and punctuation stand between these two. */
const BEHIND_LATIN = 0x370
const SIGNS = { first: 0x2000, last: 0x2e7f }

/** More letters of another script than Latin ones. */
function isOtherScript(text: string): boolean {
  let [latin, other] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < BEHIND_ASCII) latin += Number((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a)
    else if (code < BEHIND_LATIN) latin += isLetter(text.charAt(at)) ? 1 : 0
    else if ((code < SIGNS.first || code > SIGNS.last) && isLetter(text.charAt(at))) other++
  }
  return other >= FEWEST_LETTERS && other > latin
}
