// Questions about people and their words: «qui est X», «que dit X sur Y», «qui a dit». Answers nothing.
import { countryOfAdjective } from '../french/demonyms.ts'
import { fold } from '../french/normalise.ts'
import { keysOf, phraseOf, type QuestionLine, type QuestionWord, wordsAt } from '../french/question-line.ts'
import { ROLES, SPEECH } from '../french/roles.ts'
import type { Asked } from './asked.ts'

const WHO_IS = [
  /^ (?:mais |alors |dis moi |sais tu |savez vous |dites moi )?(?:c est qui|qui c est|qui est ce|qui est|qui etait|qui sont|qui etaient|qui sera|kikicest|c etait qui|qui fut) (?:donc |ce |cette |au juste |exactement )?(?:que |qu )?(?<about>.+?)(?: deja| au juste| exactement)? $/u,
  /^ (?<about>.+?) (?:c est qui|c etait qui|qui est ce|est qui|qui c est|qui est|etait qui)(?: deja)? $/u,
  /^ (?:quel(?:le)? est|quel(?:le)? etait|c est quoi) (?:le |la |l )?(?:role|poste|fonction|metier|profession|titre|parcours|job) (?:de |d |du |des )(?<about>.+?) $/u,
  /^ (?:que|qu est ce que|quoi) fait (?<about>.+?) (?:dans la vie|comme metier|comme travail) $/u,
  /^ (?:qu est ce que|qu est ce qu|c est quoi|que fait) (?<about>.+?)(?: dans la vie| comme metier)? $/u,
]
const HOLDS =
  /^ (?:qui (?:dirige|preside|gouverne|commande)|qui est a la tete (?:de|du|des|d)|qui (?:est|etait) (?:devenu|nomme|elu)?|quel(?:le)? est le nom (?:de|du|des|d)|comment s appelle|quel(?:le)? est) (?<about>.+?) $/u

/** `about` as people type it: a name, or an office in words that are none. */
export function readWhoIs({ text, words }: QuestionLine): Asked | undefined {
  const keys = keysOf(words)
  const pattern = WHO_IS.find((own) => own.test(keys))
  const held = /^ (?:comment s appelle|qui (?:dirige|preside)|qui est a la tete)/u.test(keys)
  const named = held || pattern === undefined ? groupOf(keys, HOLDS, words) : groupOf(keys, pattern, words)
  if (named === undefined || named.length === 0) return undefined
  if (!held && (pattern === undefined || (pattern === WHO_IS.at(-1) && !isName(named)))) return undefined
  if (isDoing(named, keys)) return undefined
  const about = phraseOf(text, named)
  if (about === '') return undefined
  return { kind: 'who-is', about, isOffice: held || isOfficeAlone(named) }
}

function groupOf(
  keys: string,
  pattern: RegExp,
  words: readonly QuestionWord[],
): readonly QuestionWord[] | undefined {
  const match = pattern.exec(keys)
  const about = match?.groups?.['about']
  if (match === null || about === undefined) return undefined
  const start = match.index + match[0].lastIndexOf(about)
  return wordsAt(words, start, start + about.length)
}

const isName = (words: readonly QuestionWord[]): boolean =>
  words.length > 0 && words.every(({ isCapital }) => isCapital)

/** «qui est mort à Vernay», «qui est accusé de», «qui est-ce que X a vu»: what happened to whom, not who somebody is. */
function isDoing(named: readonly QuestionWord[], keys: string): boolean {
  if (/^ qui est ce (?:qui|que|qu) /u.test(keys) || /^ c est qui (?:qui|que|qu) /u.test(keys)) return true
  const [first, second] = named
  if (first === undefined || first.isCapital) return false
  if (ROLES.has(first.key) && second?.key !== 'par') return false
  if (LE.has(first.key))
    return / (?:qui|que|qu) (?:a|ont|est|va|doit) | a (?!la |l )\p{L}+e /u.test(keysOf(named))
  return (
    /(?:e|ee|es|ees|i|ie|is|ies|u|ue|us|ues|mort|morte|morts|mis|mise|pris|prise)$/u.test(first.key) &&
    second !== undefined &&
    BEHIND_DOING.has(second.key)
  )
}
const LE = new Set(['le', 'la', 'l', 'les'])
const BEHIND_DOING = new Set(
  'a au aux en de d du des par dans pour lors contre hier depuis avec sur voir le la les l'.split(' '),
)

/** An office without a name behind it: «le chef de la diplomatie russe», «maire de Nantes», «le Premier ministre». */
function isOfficeAlone(named: readonly QuestionWord[]): boolean {
  const at = named.findIndex(({ key }) => !LE.has(key) && key !== 'un' && key !== 'une')
  const head = named[at]
  if (head === undefined || !(OFFICES.test(head.key) || ROLES.has(head.key))) return false
  const rest = named.slice(head.key.startsWith('premi') ? at + 2 : at + 1)
  const [first] = rest
  if (first === undefined) return OFFICES.test(head.key)
  // «le général Sergueï Kouralenko», «le président macron»: a name stands directly behind.
  if (first.isCapital && !OF.has(first.key)) return false
  return (
    OF.has(first.key) || ROLES.has(first.key) || isAdjective(first.key) || rest.some(({ key }) => OF.has(key))
  )
}
const isAdjective = (key: string): boolean =>
  countryOfAdjective(key) !== undefined ||
  /^(?:special|general|national|federal|regional|delegue|permanent)e?$/u.test(key)
const OF = new Set(['de', 'd', 'du', 'des', 'a', 'au', 'en'])
const OFFICES =
  /^(?:(?:ex-|vice-|co)?president|presidente|ministre|premier|premiere|chef|cheffe|maire|porte-parole|directeur|directrice|secretaire|gouverneur|gouverneure|roi|reine|pape|patron|patronne|pdg|ambassadeur|ambassadrice|prefet|prefete|procureur|procureure|entraineur|entraineuse|selectionneur|chancelier|chanceliere|depute|deputee|senateur|senatrice|leader|dirigeant|dirigeante|defenseur|defenseure|commissaire|numero|auteur|autrice|realisateur|realisatrice|fondateur|fondatrice|capitaine|champion|championne|recteur|archeveque|eveque|candidat|candidate|laureat|laureate|vainqueur)$/u

const SAYS = `(?:dit|dis|disent|dire|dirait|disait|pense|pensent|penser|declare|declarent|demande|demandent|reclame|reclament|propose|proposent|promet|promettent|annonce|annoncent|affirme|affirment|repond|repondent|reproche|reprochent|raconte|racontent|explique|expliquent|estime|estiment|souhaite|souhaitent|veut|veulent|exige|exigent|denonce|denoncent|critique|critiquent|conseille|recommande|recommandent|ecrit|ecrivent|tweete|confie|precise|ajoute|assure|assurent|prevoit|craint|regrette|deplore|pretend|defend|accuse)`
const SAID = `(?:dit|dite|dits|pense|declare|demande|reclame|propose|promis|annonce|affirme|repondu|reproche|raconte|explique|estime|souhaite|voulu|exige|denonce|critique|conseille|recommande|ecrit|tweete|confie|precise|ajoute|assure|prevu|craint|regrette|deplore|pretendu|defendu|accuse|reagi)`
const TOPIC =
  '(?:sur|a propos (?:de|du|des|d)|au sujet (?:de|du|des|d)|concernant|quant a|de|du|des|d|a|au|aux|apres|contre|pour|face a|en|dans|avant|lors)'

const WHAT_SAYS = [
  new RegExp(
    `^ (?:qu est ce que|qu est ce qu|qu en|que|qu) (?:en )?(?:nous )?${SAYS} (?<who>.+?)(?: (?<topic>${TOPIC} .+))? $`,
    'u',
  ),
  new RegExp(
    `^ (?:qu est ce que|qu est ce qu|qu en|que|qu) (?:en )?(?:a|ont|avait|avaient|va|vont|aurait) ${SAID}(?<who> .+?)(?: (?<topic>${TOPIC} .+))? $`,
    'u',
  ),
  new RegExp(
    `^ (?:qu est ce que|qu est ce qu|que|qu|quoi) (?<who>.+?) (?:en )?(?:(?:a|ont|avait|va) )?(?:${SAID}|${SAYS})(?: (?<topic>${TOPIC} .+))? $`,
    'u',
  ),
  new RegExp(
    `^ (?<who>.+?) (?:en )?(?:(?:a|ont|avait|va) )?(?:${SAID}|${SAYS}) quoi(?: (?<topic>${TOPIC} .+))? $`,
    'u',
  ),
  new RegExp(
    `^ (?:comment (?:a |ont )?reagi[ts]?s?e?n?t?|quelles? (?:est|sont|etait|a ete) (?:la |l |les )?(?:reaction|reactions|position|avis|opinion|reponse|declaration|declarations|proposition|propositions|promesse|promesses|demande|demandes|critique|critiques)(?: (?:de|du|des|d))?) (?<who>.+?)(?: (?<topic>${TOPIC} .+))? $`,
    'u',
  ),
]
/** Prepositions that never belong to an office. */
const STRONG_TOPIC =
  / (?:sur|a propos (?:de|du|des|d)|au sujet (?:de|du|des|d)|concernant|quant a|apres|contre|face a) /u

/** «Kerry a dit quoi», «que reproche le Sénat à l’État». */
export function readWhatSays({ text, words }: QuestionLine): Asked | undefined {
  const keys = keysOf(words)
  const match = WHAT_SAYS.map((pattern) => pattern.exec(keys)).find((own) => own !== null)
  const who = match?.groups?.['who']?.trim()
  if (match === undefined || match === null || who === undefined) return undefined
  const cut = (found: string): string => {
    const start = keys.indexOf(` ${found.trim()} `)
    return start < 0 ? '' : phraseOf(text, wordsAt(words, start, start + found.trim().length + 1))
  }
  const [speaker, topic] = parted(who, match.groups?.['topic'] ?? '')
  const about = cut(topic.replace(new RegExp(`^ ?${TOPIC} `, 'u'), ''))
  return {
    kind: 'what-says',
    who: who === 'on' ? undefined : cut(speaker),
    about: about === '' ? undefined : about,
  }
}

/** «le secrétaire d’État américain sur l’Égypte»: an office goes on behind its «de». */
function parted(who: string, topic: string): readonly [who: string, topic: string] {
  const head = who.split(' ').find((word) => !LE.has(word)) ?? ''
  if (!ROLES.has(head) || !/^(?:de|du|des|d) /u.test(topic)) return [who, topic]
  const whole = ` ${who} ${topic} `
  const at = STRONG_TOPIC.exec(whole)?.index
  return at === undefined ? [whole.trim(), ''] : [whole.slice(1, at), whole.slice(at + 1).trim()]
}

const WHO_SAID = new RegExp(
  `^ (?:c est )?(?:qui|quel \\p{L}+|quelle \\p{L}+)(?: est ce qui| c est qui)? (?:(?:l )?(?:a|avait|aurait) )?(?:bien )?(?<verb>\\p{L}+)(?<words> .+) $`,
  'u',
)

/** `quoted` reads only what holds quotation marks; else «qui a dit que …», «qui accuse …» too. */
export function readWhoSaid(
  { text, words, quoted }: QuestionLine,
  want: 'quoted' | 'any',
): Asked | undefined {
  const keys = keysOf(words)
  const match = WHO_SAID.exec(keys)
  if (match === null) return undefined
  const { verb = '', words: said = '' } = match.groups ?? {}
  const isSpeech = SPEECH.has(verb) || SPEECH.has(fold(verb).replace(/ees?$|es$/u, 'e')) || verb === 'parle'
  if (!isSpeech) return undefined
  if (quoted !== undefined) return { kind: 'who-said', words: quoted, isQuoted: true }
  if (want === 'quoted') return undefined
  const start = keys.length - 1 - said.length
  return { kind: 'who-said', words: phraseOf(text, wordsAt(words, start, keys.length)), isQuoted: false }
}
