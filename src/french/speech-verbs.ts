// Verbs that report what somebody says, by the word as it stands. Knows no sentence.
import { keyOf } from './first-names.ts'
import { SPEECH } from './roles.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Of SPEECH, those that as often tell of other doings: they report only beside a quotation. */
const OTHER_DOINGS = words(`
attaque commence propose reve livre vise veut lance complete ignore illustre appelle invite tacle condamne defend conseille entame developpe
celebre appele repete reprend poursuit enchaine interroge informe juge oppose releve prevu retrace pointe tance commente
couru emu convaincu prevenu identifie vante trahit engage reçu garantit hesite deteste relaye ecrit mentionne moque menace salue
analyse expose evoque recommande remarque soutient soutenu traduit
`)
/** They report with an object alone, without «que» or a quotation: «a annoncé sa démission». */
const TELLING = words(`
annonce denonce dement regrette confirme promis promet reconnu reconnait admis admet precise indique rappelle
reclame exige revendique conteste nie refute
`)

/** `declare` for «déclaré», «déclarent», «déclarait», «déclara»; undefined for other words. */
function reportOf(word: string): string | undefined {
  const key = keyOf(word)
  if (SPEECH.has(key)) return key
  for (const [ending, rest] of ENDINGS) {
    if (!ending.test(key)) continue
    const stem = key.replace(ending, rest)
    if (SPEECH.has(stem)) return stem
  }
  return OTHERS.has(key) ? key : undefined
}
const ENDINGS: readonly (readonly [ending: RegExp, rest: string])[] = [
  [/nt$/u, ''],
  [/ai(?:t|ent)$/u, 'e'],
  [/geai(?:t|ent)$/u, 'ge'],
  [/ees?$|es$/u, 'e'],
  [/ies?$/u, 'it'],
  [/i$/u, 'it'],
  [/erent$|a$/u, 'e'],
]
/** Not in SPEECH, for nobody’s name stands beside them alone. */
const OTHERS = words(
  'disent disaient dit dits dite dites fait detaillent disait repondaient rappele tonne ecrie exclame exclamee ecriee felicite felicitee rejouit rejoui rejouie inquiete inquietee insurge insurgee enthousiasme reagi tranche abonde renchéri rencheri surenchérit hurle crie resumait retient tempete enchaine',
)

/** Whether a word may report speech beside a quotation. */
export const reportsQuotation = (word: string): boolean =>
  (reportOf(word) !== undefined && keyOf(word) !== 'fait') || word.startsWith('fait ')

/** Whether it reports speech with «que» behind it, or behind what is said. */
export function reportsSpeech(word: string): boolean {
  const report = word.startsWith('fait ') ? 'declare' : reportOf(word)
  return report !== undefined && !OTHER_DOINGS.has(report) && report !== 'fait'
}

/** Whether it reports with an object alone. */
export function tells(word: string): boolean {
  const report = reportOf(word)
  return report !== undefined && TELLING.has(report)
}
