// Whether what follows «Il» or «Elle» is told of a person: «a déclaré», «est né», «a été condamné». A thing, a company
// or the weather would need another verb. Reads the words right behind the pronoun only.
import { fold } from './normalise.ts'
import { SPEECH } from './roles.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Folded participles behind avoir. */
const DONE = words(`
rencontre recu ecrit tweete publie vote quitte demissionne rejoint accorde participe nie avoue remercie felicite demande
appele invite tenu souhaite voulu decide choisi refuse accepte pris rendu joue remporte incarne travaille etudie grandi
debute epouse vecu servi dirige occupe reconnu defendu evoque fait ete pu su perdu gagne passe signe porte
`)
/** Behind «a été», «sera», «doit être»: done to people. */
const SUFFERED = words(`
arrete arretee interpelle interpellee condamne condamnee place placee ecroue ecrouee incarcere incarceree hospitalise
hospitalisee elu elue reelu reelue nomme nommee entendu entendue inculpe inculpee relaxe relaxee limoge limogee inhume inhumee
blesse blessee designe designee tue tuee assassine assassinee transfere transferee juge jugee acquitte acquittee decore decoree naturalise naturalisee
`)
/** Behind «est», «était»: what people are. */
const STATES = words(`
ne nee mort morte decede decedee soupconne soupconnee poursuivi poursuivie incarcere incarceree detenu detenue candidat
candidate marie mariee pere mere devenu devenue revenu revenue alle allee accuse accusee age agee connu connue hospitalise
hospitalisee
`)
/** Behind «s’est», «s’était». */
const REFLEXIVE = words(`
dit dite exprime exprimee excuse excusee rendu rendue felicite felicitee engage engagee entretenu entretenue montre montree
insurge insurgee defendu defendue confie confiee declare declaree prononce prononcee adresse adressee suicide suicidee
inquiete inquietee rejoui rejouie emu emue moque moquee interroge interrogee indigne indignee presente presentee
`)
const LIGHT =
  /^(?:alors|aussi|ainsi|également|ensuite|encore|enfin|donc|déjà|pas|plus|jamais|notamment|finalement|toutefois|cependant|néanmoins|par ailleurs|en outre|d['’]abord|à nouveau|de nouveau|de plus|d['’]ailleurs|lui-même|elle-même|quant à (?:lui|elle)|pour sa part|de son côté|au passage|\p{Ll}+ment),? /u
/** «Il y a 50 ans». */
const IMPERSONAL = /^(?:n['’])?y (?:a|avait|aura|en)(?!\p{L})/u
const CLITICS = /^(?:n['’]|ne |lui |leur |l['’]|les |la |le |y |en )*/u

/** `behind` begins right after the pronoun and its blank. */
export function tellsOfPerson(behind: string): boolean {
  const rest = skipLight(behind.replace(/^, [^,]{3,60}, /u, ''))
  const reflexive = /^s['’](?:est|était) /u.exec(rest)
  if (reflexive !== null) return REFLEXIVE.has(nextWord(rest.slice(reflexive[0].length)))
  const clause = rest.replace(CLITICS, '')
  if (IMPERSONAL.test(rest)) return false
  const auxiliary = /^(a|avait|est|était|sera|doit être|devait être|devrait être)(?![\p{L}'’])/u.exec(
    clause,
  )?.[1]
  if (auxiliary === undefined) return isSaying(clause)
  const after = skipLight(clause.slice(auxiliary.length + 1))
  if (auxiliary === 'a' || auxiliary === 'avait') return hasDone(after)
  const key = nextWord(after)
  if (auxiliary === 'est' || auxiliary === 'était') return isState(key, after)
  return SUFFERED.has(key)
}

function hasDone(after: string): boolean {
  if (/^\d+ ans(?!\p{L})/u.test(after)) return true
  const key = nextWord(after)
  if (key === 'ete')
    return SUFFERED.has(nextWord(skipLight(after.slice(4)))) || /^été mise? en examen/u.test(after)
  return key !== 'ete' && (DONE.has(key) || SPEECH.has(key) || SPEECH.has(key.replace(/i$/u, 'it')))
}

/** Not «Il est accusé que», «Il est né de…». */
const isState = (key: string, after: string): boolean =>
  STATES.has(key) && !/^\p{L}+ que(?!\p{L})/u.test(after)

/** «Il affirme», «Elle expliquait»; no «Il convient», «Il reste», «Il faut». */
function isSaying(clause: string): boolean {
  const key = nextWord(clause)
  return SPEECH.has(key) && !NEVER_SAYING.has(key)
}
const NEVER_SAYING = words(
  'commence vaut veut vise appelle juge note livre dit complete illustre garantit attaque lance reste',
)

function skipLight(text: string): string {
  let rest = text
  for (let step = 0; step < 4; step++) {
    const match = LIGHT.exec(rest)
    if (match === null) break
    rest = rest.slice(match[0].length)
  }
  return rest
}

/** Folded. */
const nextWord = (text: string): string => fold(/^\p{L}+/u.exec(text)?.[0] ?? '')
