// Names in a question, typed with capitals, and whether an article writes them so: «Le Parisien» is no «quartier
// parisien», «Tour de France» no tour of somebody in France. Knows nobody.
import { contentStems } from '../french/stems.ts'
import type { Article } from './article.ts'

export interface QuestionNames {
  readonly stems: ReadonlySet<string>
  /** Each as typed: `Tour de France`, `Claire Hédon`. */
  readonly runs: readonly string[]
}

const WORD = "\\p{Lu}[\\p{L}\\p{M}\\p{N}’'.-]*"
const RUN = new RegExp(
  `(?<![\\p{L}\\p{N}])${WORD}(?:[ \\u00A0](?:(?:de|du|des|d['’]|la|le|les|l['’]|al|el|ben|von|van|der|et)[ \\u00A0]?){0,2}${WORD})*`,
  'gu',
)

/** The first word has a capital in any case: it counts only before a further one. A question in capitals names nobody. */
export function questionNames(text: string): QuestionNames {
  const typed = text.trim()
  if (typed === typed.toUpperCase()) return { stems: new Set(), runs: [] }
  const runs = Array.from(typed.matchAll(RUN), ({ 0: run, index }) => {
    const own = index === 0 ? run.replace(OPENING, '') : run
    return own.replace(/^(?:L['’]|M\.|Mme|MM\.)[ \u00A0]?/u, '')
  }).filter((run) => /^\p{Lu}/u.test(run))
  return { stems: new Set(runs.flatMap((run) => contentStems(run))), runs }
}
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
  if (runs.length === 0) return true
  const whole = plain(`${title}\n${text}`)
  return runs.every((run) => {
    const name = plain(run)
    if (whole.includes(name) || whole.includes(name.toUpperCase())) return true
    if (/ (?:de|du|des|d') ?/u.test(name)) return false
    return name
      .split(/[ -]/u)
      .filter((word) => word.length > 2)
      .every((word) => whole.includes(word))
  })
}
