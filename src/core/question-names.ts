// Names in a question, typed with capitals, and whether an article writes them so: «Le Parisien» is no «quartier
// parisien», «Tour de France» no tour of somebody in France. Knows nobody.
import { isSureFirstName, keyOf } from '../french/first-names.ts'
import { fold } from '../french/normalise.ts'
import { STOP_WORDS } from '../french/stop-words.ts'
import { contentStems } from '../french/stems.ts'
import type { Article } from './article.ts'

export interface QuestionNames {
  readonly stems: ReadonlySet<string>
  /** Each as typed: `Tour de France`, `Claire Hédon`. */
  readonly runs: readonly string[]
}

export const NO_NAMES: QuestionNames = { stems: new Set(), runs: [] }

const WORD = "\\p{Lu}[\\p{L}\\p{M}\\p{N}’'.-]*"
const RUN = new RegExp(
  `(?<![\\p{L}\\p{N}])${WORD}(?:[ \\u00A0](?:(?:de|du|des|d['’]|la|le|les|l['’]|al|el|ben|von|van|der)[ \\u00A0]?){0,2}${WORD})*`,
  'gu',
)

/** The first word has a capital in any case: it counts only before a further one. A question in capitals names nobody. */
export function questionNames(text: string): QuestionNames {
  const typed = text.trim()
  if (typed === typed.toUpperCase()) return NO_NAMES
  const runs = Array.from(typed.matchAll(RUN), ({ 0: run, index }) => {
    const own = index === 0 ? run.replace(ELIDED_OPENING, '').replace(OPENING, '') : run
    return own.replace(/^(?:L['’]|M\.|Mme|MM\.)[ \u00A0]?/u, '')
  }).filter((run) => /^\p{Lu}/u.test(run))
  const stems = runs.flatMap((run) => contentStems(run))
  return { stems: new Set([...stems, ...typedSmall(typed)]), runs }
}

/** «julien castaing»: a first name with what follows, where nothing was typed with capitals. */
function typedSmall(text: string): readonly string[] {
  if (/(?<=.)\p{Lu}/u.test(text)) return []
  const words = text.match(/[\p{L}\p{M}’'-]+/gu) ?? []
  return words.flatMap((word, at) => {
    const next = words[at + 1]
    return next !== undefined && isSureFirstName(keyOf(word)) && !STOP_WORDS.has(fold(next))
      ? contentStems(`${word} ${next}`)
      : []
  })
}
/** «Qu’a dit», «D’où vient». */
const ELIDED_OPENING = /^(?:Qu|D|C|S|N|J)['’]\p{Ll}[\p{L}-]*/u
/** The first word of a question, where it asks. */
const OPENING =
  /^(?:Qui|Que|Quoi|Qu['’]|Quel(?:le)?s?|Quand|Où|Ou|Combien|Comment|Pourquoi|Est|Avec|Par|Pour|Chez|Sur|De|Dans|À|A|En|Depuis|Le|La|Les|L['’]|Un|Une|Y|C['’]|Dis|Du|Des|Lequel|Laquelle|Jusqu['’])(?![\p{L}])[ \u00A0]?(?:(?:de|du|des|d['’]|la|le|les|l['’])[ \u00A0]?)*/u

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").replaceAll('\u00A0', ' ')

/** Whether title and text write every name with its capitals; one of several words with «de» word for word. */
export function writesNames(
  { title, text }: Pick<Article, 'title' | 'text'>,
  { runs }: QuestionNames,
): boolean {
  // Most names stand as they were typed: folding an article costs more than looking.
  const untold = runs.filter((run) => !text.includes(run) && !title.includes(run))
  if (untold.length === 0) return true
  const whole = plain(`${title}\n${text}`)
  return untold.every((run) => {
    const name = plain(run)
    if (whole.includes(name) || whole.includes(name.toUpperCase())) return true
    const parts = name.split(/ (?:de|du|des|et) (?:la |le |l')?| d'/u)
    // «Tour de France» is one name, «Claire Hédon de Jean Valmy» two.
    if (parts.length > 1 && parts.some((part) => !part.includes(' '))) return false
    return name
      .split(/[ -]/u)
      .filter((word) => word.length > 2 && /^\p{Lu}/u.test(word))
      .every((word) => whole.includes(word))
  })
}
