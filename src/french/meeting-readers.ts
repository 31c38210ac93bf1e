// The patterns of French that tell a meeting, over a sentence as a row of phrases and words: verbs, nouns, and what is said
// on the occasion of one. Gives who stands where; who that is, participants tell.
import {
  meetingNoun,
  type MeetingNoun,
  meetingVerb,
  type MeetingVerb,
  type VerbForm,
} from './meeting-verbs.ts'
import { statusOfNoun, statusOfVerb, type StatusSetting, type ToldStatus } from './meeting-status.ts'
import type { Party } from './parties.ts'
import { isSpeech } from './roles.ts'
import type { MeetingKind } from './told-meeting.ts'
import {
  isBreak,
  isTimeWord,
  keyOfUnit,
  listFrom,
  lowerOfUnit,
  participleGroup,
  partyAt,
  type PartyList,
  type Row,
  simpleGroup,
  spanAt,
  subjectBefore,
  type VerbGroup,
  wordAt,
} from './unit-row.ts'

/** A meeting as the words of one sentence put it. */
export interface Reading {
  readonly kind: MeetingKind
  readonly status: ToldStatus
  readonly subjects: readonly Party[]
  readonly objects: readonly Party[]
  /** Offsets of the words that tell it. */
  readonly start: number
  readonly end: number
  /** What the verb or noun itself says: «déjeuner» is in person. */
  readonly isInPerson: boolean
  /** «a appelé», «a téléphoné à». */
  readonly isCall?: true
  readonly confidence: number
}

export function readMeetings(text: string, row: Row): readonly Reading[] {
  const lower = (start: number, end: number): string => text.slice(start, end).toLowerCase()
  const sentence: Sentence = { row, lower, text }
  return row.flatMap((_, at) => {
    const word = wordAt(row, at)
    if (word === undefined) return []
    const verb = meetingVerb(word.lower)
    const read = verb === undefined ? undefined : readVerb(sentence, at, verb.verb, verb.form)
    if (read !== undefined) return [read]
    const noun = word.lower.endsWith('é') ? undefined : meetingNoun(word.key)
    const named = noun === undefined ? undefined : readNoun(sentence, at, noun)
    if (named !== undefined) return [named]
    const beside = readBeside(sentence, at) ?? readJourney(sentence, at)
    return beside === undefined ? [] : [beside]
  })
}

interface Sentence {
  readonly row: Row
  readonly text: string
  readonly lower: (start: number, end: number) => string
}

const startOf = (row: Row, at: number): number => spanAt(row, at)?.start ?? 0
const endOf = (row: Row, at: number): number => spanAt(row, at)?.end ?? 0
const rowEnd = (row: Row): number => endOf(row, row.length - 1)

/** A noun, not a verb, stands behind these: «la rencontre», «sa rencontre». */
const NOMINAL =
  /^(?:l[ae]|les|l'|une?|des|du|de|d'|son|sa|ses|leurs?|cette|cet|ce|ces|au|aux|premiere?|deuxieme|seconde?|prochaine?|derniere?|nouvelle?|double|breve?|longue?|autre|toute|chaque|en|par|quelques|plusieurs|deux|trois|nombreuses|nombreux|apres|apres-|avant|sans|lors)$/u

function readVerb(sentence: Sentence, at: number, verb: MeetingVerb, form: VerbForm): Reading | undefined {
  const { row } = sentence
  const before = keyOfUnit(row, at - 1)
  // «la rencontre», «sans appel»: nouns that are written like verbs.
  if (form === 'present' && NOMINAL.test(before) && meetingNoun(keyOfUnit(row, at)) !== undefined)
    return undefined
  if (
    form === 'infinitive' &&
    /^(?:le|un|du|au|ce|son|l')$/u.test(before) &&
    meetingNoun(keyOfUnit(row, at)) !== undefined
  )
    return undefined
  const group = form === 'participle' ? participleGroup(row, at) : simpleGroup(row, at, form)
  if (verb.lemma === 'convenir') return readAgreement(sentence, verb, group)
  if (group.voice === 'passive') return readPassive(sentence, verb, group)
  // «ne s’étaient plus vus depuis quatre ans» tells of an older one.
  if (group.isNegative && isRecalled(sentence, group)) return undefined
  if (group.voice === 'reflexive') return readReflexive(sentence, verb, group)
  if (verb.lemma === 'réunir' && group.voice === 'active') return readConvened(sentence, verb, group)
  if (verb.lemma === 'entretenir' || verb.lemma === 'réunir' || verb.lemma === 'concerter') return undefined
  return verb.frame === 'direct' ? readDirect(sentence, verb, group) : readWith(sentence, verb, group)
}

const isRecalled = ({ row, lower }: Sentence, { from, at }: VerbGroup): boolean =>
  / plus (?:\p{L}+ )?$/u.test(lower(startOf(row, from), startOf(row, at))) ||
  / depuis /u.test(lower(endOf(row, at), rowEnd(row)).split(',')[0] ?? '')

/** «Elle a réuni à Nairobi X et Y»: who convened them meets them, too. */
function readConvened(sentence: Sentence, verb: MeetingVerb, group: VerbGroup): Reading | undefined {
  const subject = subjectBefore(sentence.row, group.from)
  const object = directObject(sentence.row, group.at + 1)
  if (subject === undefined || object === undefined) return undefined
  const isOfPeople = object.parties.length > 1 || object.parties.some(({ isPlural }) => isPlural)
  return isOfPeople ? readingOf(sentence, verb, group, subject, object.parties, 0.75) : undefined
}

function settingOf(
  { row, lower }: Sentence,
  subject: PartyList | undefined,
  group: VerbGroup,
): StatusSetting {
  const from = subject === undefined ? startOf(row, 0) : endOf(row, subject.next - 1)
  const start = startOf(row, group.from)
  return {
    head: lower(startOf(row, 0), Math.min(subject === undefined ? from : startOf(row, subject.from), start)),
    before: lower(Math.min(from, start), start),
    behind: lower(endOf(row, group.at), Math.min(rowEnd(row), endOf(row, group.at) + 220)),
  }
}

function readingOf(
  sentence: Sentence,
  verb: MeetingVerb,
  group: VerbGroup,
  subject: PartyList | undefined,
  objects: readonly Party[],
  confidence: number,
): Reading {
  const { row } = sentence
  return {
    kind: verb.kind,
    status: statusOfVerb(group.tense, group.isNegative, settingOf(sentence, subject, group)),
    subjects: subject?.parties ?? [],
    objects,
    start: startOf(row, group.from),
    end: endOf(row, group.at),
    isInPerson: verb.kind !== 'talk' && verb.kind !== 'negotiation',
    ...(verb.lemma === 'appeler' || verb.lemma === 'téléphoner' ? { isCall: true as const } : {}),
    confidence,
  }
}

/** «X a rencontré Y», «X doit revoir à Genève Y», «X l’a reçu». */
function readDirect(sentence: Sentence, verb: MeetingVerb, group: VerbGroup): Reading | undefined {
  const { row } = sentence
  const subject = subjectBefore(row, group.from)
  const object = directObject(row, group.at + 1)
  if (verb.isWeak && !isStrengthened(sentence, verb, group, object)) return undefined
  if (subject === undefined) return undefined
  if (object !== undefined) {
    if (verb.kind === 'reception' && isFigurative(sentence, group)) return undefined
    return readingOf(sentence, verb, group, subject, object.parties, 0.9)
  }
  if (group.clitic !== undefined && /^(?:l'|le|la|les)$/u.test(group.clitic) && !verb.isWeak)
    return readingOf(sentence, verb, group, subject, [cliticParty(row, group)], 0.6)
  return undefined
}

/** «a reçu un soutien», «accueille favorablement»: what follows is no person. */
const isFigurative = ({ lower, row }: Sentence, { at }: VerbGroup): boolean =>
  /^\s*(?:favorablement|avec (?:satisfaction|prudence|soulagement))/u.test(
    lower(endOf(row, at), endOf(row, at) + 30),
  )

function cliticParty(row: Row, group: VerbGroup): Party {
  const isMany = group.clitic === 'les'
  return {
    kind: 'pronoun',
    pronoun: isMany
      ? 'les'
      : group.clitic === 'la' || /(?<!é)ée$|ue$|ie$/u.test(lowerOfUnit(row, group.at))
        ? 'elle'
        : 'le',
    start: startOf(row, group.from),
    end: startOf(row, group.from) + 1,
    isPlural: isMany,
    isPossessive: false,
    isIndefinite: false,
  }
}

/** «venu voir X», «a vu X en tête-à-tête», «retrouver X à Genève pour…»: weak verbs need more. */
function isStrengthened(
  { row, lower }: Sentence,
  verb: MeetingVerb,
  group: VerbGroup,
  object: PartyList | undefined,
): boolean {
  const before = lower(startOf(row, Math.max(0, group.from - 4)), startOf(row, group.from))
  const behind = lower(endOf(row, group.at), Math.min(rowEnd(row), endOf(row, group.at) + 140))
  if (/en tête[- ]à[- ]tête|en privé|par téléphone|au téléphone|en visio|à huis clos/u.test(behind))
    return true
  const isPerson =
    object?.parties.some(
      ({ kind, isIndefinite }) => (kind === 'person' || kind === 'office') && !isIndefinite,
    ) === true
  switch (verb.lemma) {
    case 'voir':
      return (
        isPerson &&
        /(?:ven(?:u|ue|us|ir)|all(?:é|ée|és|er)|vien(?:t|nent|dra)|passer|retourner|doit|dev(?:ra|ait|rait)) $/u.test(
          before,
        )
      )
    case 'retrouver':
    case 'rejoindre':
      return (
        isPerson &&
        !/mort|vivant|pendu|sans vie|noyé|poste|forme/u.test(behind.slice(0, 60)) &&
        verb.lemma === 'retrouver' &&
        group.tense !== 'present'
      )
    case 'consulter':
      return isPerson
    case 'appeler':
      return (
        isPerson &&
        /^[^,]{0,80}(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|pour (?:lui|le|la|les|l['’]|discuter|évoquer|parler|féliciter))/u.test(
          behind,
        ) &&
        !/^[^,]{0,90} à \p{L}+(?:er|ir|re)(?!\p{L})/u.test(behind)
      )
    default:
      return false
  }
}

/** Words that may stand between a verb and whom it meets. */
const MOST_BETWEEN = 14

/** The phrase right behind a verb, over adverbs, days and places; undefined when something else is its object. */
function directObject(row: Row, from: number): PartyList | undefined {
  for (let at = from; at < row.length && at < from + MOST_BETWEEN; at++) {
    const party = partyAt(row, at)
    if (party !== undefined) {
      if (party.pronoun === 'qui') return undefined
      const isFree = party.preposition === undefined || (party.kind === 'group' && isOfGroup(row, at))
      if (isFree && party.kind !== 'pronoun' && party.pronoun === undefined) return listFrom(row, at)
      if (party.kind === 'pronoun') return undefined
      continue
    }
    if (isBreak(row, at) || keyOfUnit(row, at) === '.') return undefined
    const key = keyOfUnit(row, at)
    if (key === 'et') return undefined
    if (
      /^(?:un|une|des|le|la|les|l'|son|sa|ses|leur|leurs|ce|cette|du)$/u.test(key) &&
      isOtherObject(row, at)
    )
      return undefined
  }
  return undefined
}

/** «a reçu des élus» */
const isOfGroup = (row: Row, at: number): boolean =>
  partyAt(row, at)?.isIndefinite === true || keyOfUnit(row, at - 1) === ''

/** A noun phrase without a preposition that is neither a day nor a moment. */
function isOtherObject(row: Row, at: number): boolean {
  const before = keyOfUnit(row, at - 1)
  if (
    /^(?:a|de|d'|en|dans|sur|pour|par|avec|chez|sous|vers|pendant|durant|apres|avant|lors|depuis|devant|au|aux|entre|toute)$/u.test(
      before,
    )
  )
    return false
  const next = keyOfUnit(row, at + 1)
  return next !== '' && !isTimeWord(next) && !isTimeWord(keyOfUnit(row, at + 2))
}

/** «X a été reçu par Y», «reçu par Y, X…», «Y a été accueilli». */
function readPassive(sentence: Sentence, verb: MeetingVerb, group: VerbGroup): Reading | undefined {
  if (verb.frame !== 'direct' || /^(?:voir|appeler|retrouver|rejoindre)$/u.test(verb.lemma)) return undefined
  const { row } = sentence
  const agent = behindPreposition(row, group.at + 1, 'par')
  if (agent === undefined) return undefined
  const before = group.isLoose ? looseSubject(row, group.at, agent) : subjectBefore(row, group.from)
  if (before === undefined) return undefined
  const setting = settingOf(sentence, group.isLoose ? undefined : before, group)
  return {
    ...readingOf(sentence, verb, group, before, before.parties, group.isLoose ? 0.75 : 0.9),
    status: group.isLoose ? statusOfLoose(setting) : statusOfVerb(group.tense, group.isNegative, setting),
    subjects: agent.parties,
    objects: before.parties,
  }
}

const statusOfLoose = (setting: StatusSetting): ToldStatus =>
  /(?:doit|devrait|sera|seront|va|vont|doivent)[^,]{0,20}$|être\s*$/u.test(setting.before)
    ? 'planned'
    : 'done'

/** «Reçu mardi par Y, X a…»: behind the agent; else the phrase right before. */
function looseSubject(row: Row, at: number, agent: PartyList): PartyList | undefined {
  const isOpening = at <= 1 || keyOfUnit(row, at - 1) === ',' || keyOfUnit(row, at - 1) === '"'
  if (isOpening && at <= 2) {
    for (let next = agent.next; next < row.length && next < agent.next + 14; next++) {
      const party = partyAt(row, next)
      if (party !== undefined && party.preposition === undefined && party.pronoun !== 'qui')
        return listFrom(row, next)
    }
    return undefined
  }
  const near = partyAt(row, at - 1) ?? partyAt(row, at - 2)
  if (near !== undefined) return listFrom(row, partyAt(row, at - 1) === undefined ? at - 2 : at - 1)
  return subjectBefore(row, at)
}

/** The list behind a preposition, within the clause of `from`. */
function behindPreposition(row: Row, from: number, preposition: string, most = 18): PartyList | undefined {
  for (let at = from; at < row.length && at < from + most; at++) {
    const party = partyAt(row, at)
    if (party !== undefined) {
      if (party.preposition === preposition && party.pronoun !== 'qui') return listFrom(row, at)
      continue
    }
    if (isBreak(row, at) || keyOfUnit(row, at) === '.') return undefined
  }
  return undefined
}

/** «se rencontrent», «s’est entretenu avec Y», «se sont réunis». */
function readReflexive(sentence: Sentence, verb: MeetingVerb, group: VerbGroup): Reading | undefined {
  const { row } = sentence
  if (/^(?:recevoir|accueillir|consulter|négocier|téléphoner)$/u.test(verb.lemma)) return undefined
  const subject = subjectBefore(row, group.from)
  const other = behindPreposition(row, group.at + 1, 'avec') ?? fronted(row, group)
  if (subject === undefined && other === undefined) return undefined
  if (other !== undefined && !/^(?:rencontrer|voir|revoir)$/u.test(verb.lemma))
    return readingOf(sentence, verb, group, subject, other.parties, subject === undefined ? 0.4 : 0.9)
  if (subject === undefined || !isMany(subject) || verb.lemma === 'appeler') return undefined
  return readingOf(sentence, verb, group, subject, [], 0.85)
}

/** «la personne avec qui X s’est entretenu», «Avec Y, X s’est entretenu». */
function fronted(row: Row, group: VerbGroup): PartyList | undefined {
  for (let at = group.from - 1; at >= 0 && at > group.from - 10; at--)
    if (partyAt(row, at)?.preposition === 'avec' && partyAt(row, at)?.pronoun !== 'qui')
      return listFrom(row, at)
  return undefined
}

const isMany = ({ parties }: PartyList): boolean =>
  parties.length > 1 || parties.some(({ isPlural, kind }) => isPlural || kind === 'pair')

/** «X a discuté avec Y», «X a téléphoné à Y», «X et Y ont parlé au téléphone». */
function readWith(sentence: Sentence, verb: MeetingVerb, group: VerbGroup): Reading | undefined {
  const { row, lower } = sentence
  const subject = subjectBefore(row, group.from)
  if (subject === undefined) return undefined
  const behind = lower(endOf(row, group.at), Math.min(rowEnd(row), endOf(row, group.at) + 120))
  const isCall = /téléphon|visio|vidéo/u.test(behind.slice(0, 70)) || /en tête[- ]à[- ]tête/u.test(behind)
  const other = behindPreposition(row, group.at + 1, verb.frame === 'to' ? 'à' : 'avec')
  const addressed =
    verb.lemma === 'parler' && isCall ? behindPreposition(row, group.at + 1, 'à', 8) : undefined
  const object = other ?? addressed
  if (object !== undefined) {
    if (
      verb.lemma === 'parler' &&
      group.tense === 'infinitive' &&
      !isCall &&
      !object.parties.some(({ kind }) => kind === 'person')
    )
      return undefined
    return readingOf(sentence, verb, group, subject, object.parties, 0.85)
  }
  if (group.clitic === 'lui' && (verb.lemma === 'téléphoner' || isCall))
    return readingOf(sentence, verb, group, subject, [cliticParty(row, group)], 0.5)
  if (!isMany(subject)) return undefined
  if (verb.lemma === 'parler' && !isCall && !TOGETHER.test(behind.slice(0, 60))) return undefined
  return readingOf(sentence, verb, group, subject, [], 0.7)
}

/** «a convenu avec X de…», «X et Y sont convenus de…». */
function readAgreement(sentence: Sentence, verb: MeetingVerb, group: VerbGroup): Reading | undefined {
  const { row } = sentence
  const subject = subjectBefore(row, group.from)
  if (subject === undefined || group.isLoose || group.tense === 'present') return undefined
  const other = behindPreposition(row, group.at + 1, 'avec', 8)
  if (other !== undefined) return readingOf(sentence, verb, group, subject, other.parties, 0.7)
  return isMany(subject) ? readingOf(sentence, verb, group, subject, [], 0.5) : undefined
}

/** They talk for a time: to each other. */
const TOGETHER = /pendant|durant|longuement|brièvement|ensemble|plus d['’]une heure|en tête[- ]à[- ]tête/u

/** Behind a noun: «entre X et Y», «avec Y», «de X avec Y», «X-Y». */
function readNoun(sentence: Sentence, at: number, noun: MeetingNoun): Reading | undefined {
  const { row, lower } = sentence
  const key = keyOfUnit(row, at)
  const behind = lower(endOf(row, at), Math.min(rowEnd(row), endOf(row, at) + 110))
  if (isNoMeeting(key, behind, lower(startOf(row, Math.max(0, at - 3)), startOf(row, at)))) return undefined
  const sides =
    sidesOf(sentence, at) ?? (isToldAgain(sentence, at) || isOccasion(sentence, at) ? TOLD_BEFORE : undefined)
  if (sides === undefined) return undefined
  const { subjects, objects, confidence } = sides
  const clause = clauseStart(row, at)
  return {
    kind: noun.kind,
    status: statusOfNoun({
      head: lower(startOf(row, 0), startOf(row, clause)),
      before: lower(startOf(row, clause), startOf(row, at)),
      behind: lower(endOf(row, at), rowEnd(row)),
    }),
    subjects,
    objects,
    start: startOf(row, at),
    end: endOf(row, at),
    isInPerson: noun.isInPerson,
    confidence,
  }
}

/** «La rencontre a été maintenue», «Cet entretien aura lieu lundi»: of people that were told before. */
function isToldAgain({ row, lower }: Sentence, at: number): boolean {
  if (!/^(?:la|l'|le|cette|cet|ce|leur)$/u.test(keyOfUnit(row, at - 1)) || /s$/u.test(keyOfUnit(row, at)))
    return false
  if (at > 1 && !/^(?:,|que|qu'|et|:|"|mais)$/u.test(keyOfUnit(row, at - 2))) return false
  return TELLS_OF_IT.test(lower(endOf(row, at), Math.min(rowEnd(row), endOf(row, at) + 60)))
}
const TELLS_OF_IT =
  /^(?:,[^,]{1,40},)? (?:a (?:finalement |bien |donc |ainsi )?(?:été|eu lieu|duré|porté|permis)|aura lieu|s['’]est (?:tenue?|déroulée?)|se tiendra|se déroulera|est (?:prévue?|reportée?|annulée?|maintenue?)|doit (?:avoir lieu|se tenir|porter)|devait (?:avoir lieu|se tenir)|devrait (?:avoir lieu|se tenir)|n['’]a(?:ura)? pas (?:eu )?lieu|portera|durera)/u

/** «à l’issue de l’entretien», «au cours du déjeuner»: a meeting that was told. */
function isOccasion({ row, lower }: Sentence, at: number): boolean {
  const before = lower(startOf(row, Math.max(0, at - 6)), startOf(row, at))
  return /(?:lors|au cours|à l['’]occasion|à l['’]issue|au terme|durant|pendant|après)(?: du | de la | de l['’]| de cette | de ce | de cet | de leur | l['’]| la | le | leur | ce | cette | cet )$/u.test(
    before,
  )
}

/** Whoever met is to be found in what was told before. */
const TOLD_BEFORE: Sides = { subjects: [], objects: [], confidence: 0.5 }

function isNoMeeting(key: string, behind: string, before: string): boolean {
  if (key === 'appel') return !/^ téléphonique/u.test(behind) && !/coup d['’]/u.test(before)
  if (key === 'conference') return !/^ téléphonique/u.test(behind)
  if (key === 'audience')
    return !/^ (?:privée|avec|au vatican|accordée|de [^,]{0,40} avec)/u.test(behind) && !/en $/u.test(before)
  if (key.startsWith('entretien'))
    return /^ (?:\p{L}+ ){0,2}(?:accordé|publié|paru|diffusé|télévisé|sur (?:la chaîne|le plateau|france|cnn|bfm|tf1|lci|rtl|cnews)|d['’]embauche|des? (?:routes|bâtiments|espaces)|à (?:l['’]afp|la presse|paraître)|au (?:journal|quotidien|magazine|site|figaro|monde|parisien))/u.test(
      behind,
    )
  if (key.startsWith('rencontre'))
    return /^ (?:de (?:football|rugby|ligue|coupe|championnat)|amicale|sportive)/u.test(behind)
  return false
}

/** Where the clause of `at` begins, at the last break before it. */
function clauseStart(row: Row, at: number): number {
  for (let index = at - 1; index > 0; index--)
    if (isBreak(row, index) && keyOfUnit(row, index) !== 'comme') return index
  return 0
}

interface Sides {
  readonly subjects: readonly Party[]
  readonly objects: readonly Party[]
  readonly confidence: number
}

/** Words between a noun and «avec», «entre», «de». */
const MOST_BEHIND_NOUN = 12

function sidesOf(sentence: Sentence, at: number): Sides | undefined {
  const { row } = sentence
  const sought = soughtOut(sentence, at)
  if (sought !== undefined) return sought
  const pair = hyphenPair(row, at + 1)
  if (pair !== undefined) return { subjects: pair, objects: [], confidence: 0.9 }
  let owner: PartyList | undefined
  for (let index = at + 1; index < row.length && index < at + MOST_BEHIND_NOUN; index++) {
    const party = partyAt(row, index)
    if (party === undefined) {
      if (isBreak(row, index) || keyOfUnit(row, index) === '.') break
      if (keyOfUnit(row, index) === ',' && !isParenthetic(row, index)) break
      if (isFiniteVerb(row, index)) break
      continue
    }
    const list = listFrom(row, index)
    if (list === undefined || party.pronoun === 'qui') break
    if (party.preposition === undefined && keyOfUnit(row, index - 1) === 'et' && hasBetween(row, at, index))
      return { subjects: [], objects: list.parties, confidence: 0.4 }
    if (party.preposition === 'entre') return { subjects: list.parties, objects: [], confidence: 0.9 }
    if (
      party.preposition === 'avec' ||
      (party.preposition === 'à' && isVisitPaid(row, at)) ||
      party.preposition === 'chez'
    )
      return withSubject(sentence, at, owner, list)
    if (party.preposition === 'de' && owner === undefined && !isSubjectOf(row, list)) {
      owner = list
      index = list.next - 1
      continue
    }
    break
  }
  const shared = owner === undefined ? sharedBy(row, at) : undefined
  if (shared !== undefined) return shared
  if (owner !== undefined && isMany(owner)) return { subjects: owner.parties, objects: [], confidence: 0.8 }
  if (owner !== undefined && keyOfUnit(row, at).startsWith('visite'))
    return { subjects: owner.parties, objects: [], confidence: 0.6 }
  return onOccasion(sentence, at, owner)
}

/** «discussions entre la mairie et X»: the first is no person. */
function hasBetween(row: Row, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (keyOfUnit(row, at) === 'entre') return true
  return false
}

/** «s’est rendu à la rencontre de X», «allé au contact de X». */
function soughtOut({ row, lower }: Sentence, at: number): Sides | undefined {
  if (!/à la $/u.test(lower(startOf(row, Math.max(0, at - 2)), startOf(row, at)))) return undefined
  const party = partyAt(row, at + 1) ?? partyAt(row, at + 2)
  const subject = subjectBefore(row, at)
  if (party === undefined || subject === undefined || keyOfUnit(row, at) !== 'rencontre') return undefined
  return { subjects: subject.parties, objects: [party], confidence: 0.6 }
}

/** «depuis leur tête-à-tête de Genève»: of those who are the subject. */
function sharedBy(row: Row, at: number): Sides | undefined {
  let determiner = at - 1
  while (
    determiner > at - 3 &&
    /^(?:premiere?|deuxieme|seconde?|derniere?|prochaine?|nouvelle?)$/u.test(keyOfUnit(row, determiner))
  )
    determiner--
  if (!/^leurs?$/u.test(keyOfUnit(row, determiner))) return undefined
  const subject = subjectBefore(row, determiner)
  return subject !== undefined && isMany(subject)
    ? { subjects: subject.parties, objects: [], confidence: 0.6 }
    : undefined
}

/** «rendre visite à X» */
const isVisitPaid = (row: Row, at: number): boolean =>
  keyOfUnit(row, at) === 'visite' && /^rend/u.test(keyOfUnit(row, at - 1))

const isSubjectOf = (_row: Row, { parties }: PartyList): boolean => parties[0]?.preposition === undefined

/** A comma that opens a moment or a place: «une rencontre, mardi à Paris, avec X». */
const isParenthetic = (row: Row, at: number): boolean => {
  for (let index = at + 1; index < at + 10; index++) {
    if (keyOfUnit(row, index) === ',') return true
    if (partyAt(row, index)?.preposition === 'avec' || partyAt(row, index)?.preposition === 'entre')
      return true
  }
  return false
}

function isFiniteVerb(row: Row, at: number): boolean {
  const lower = lowerOfUnit(row, at)
  return /^(?:a|ont|est|sont|était|étaient|avait|avaient|sera|seront|aura|auront|doit|doivent|va|vont|devrait|devraient)$/u.test(
    lower,
  )
}

/** «la rencontre Dupré-Valmy» */
function hyphenPair(row: Row, at: number): readonly Party[] | undefined {
  const [first, second] = [partyAt(row, at), partyAt(row, at + 2)]
  if (first === undefined || second === undefined) return undefined
  if (!/^[-–/]$/u.test(keyOfUnit(row, at + 1))) return undefined
  return [first, second]
}

/** Who meets whom a noun names with «avec»: its owner, the subject before, or the one behind an opening phrase. */
function withSubject(
  sentence: Sentence,
  at: number,
  owner: PartyList | undefined,
  other: PartyList,
): Sides | undefined {
  if (owner !== undefined) return { subjects: owner.parties, objects: other.parties, confidence: 0.9 }
  const { row } = sentence
  const subject = ownerBefore(row, at) ?? subjectBefore(row, at) ?? subjectBehind(row, at, other.next)
  if (subject === undefined) return { subjects: [], objects: other.parties, confidence: 0.4 }
  return { subjects: subject.parties, objects: other.parties, confidence: 0.8 }
}

/** «la préparation de X pour son premier sommet avec Y» */
function ownerBefore(row: Row, at: number): PartyList | undefined {
  let determiner = at - 1
  while (
    determiner > at - 4 &&
    /^(?:premiere?|deuxieme|seconde?|derniere?|prochaine?|recente?|longue?|breve?)$/u.test(
      keyOfUnit(row, determiner),
    )
  )
    determiner--
  if (!/^(?:son|sa|ses)$/u.test(keyOfUnit(row, determiner))) return undefined
  const before = determiner - 1
  if (!/^(?:pour|avant|apres|de|lors|durant)$/u.test(keyOfUnit(row, before))) return undefined
  const party = partyAt(row, before - 1)
  return party?.kind === 'person' && party.preposition === 'de' ? listFrom(row, before - 1) : undefined
}

/** «Après un entretien avec Y, X s’est exprimé»; «… après sa rencontre avec Y, a déclaré X». */
function subjectBehind(row: Row, at: number, from: number): PartyList | undefined {
  const isOpening = at <= 8
  for (let index = from; index < row.length && index < from + 24; index++) {
    const party = partyAt(row, index)
    if (party === undefined || party.preposition !== undefined || party.pronoun === 'qui') continue
    const before = keyOfUnit(row, index - 1)
    if (isSpeech(before) || (isOpening && (before === ',' || isTimeWord(before)))) return listFrom(row, index)
  }
  return undefined
}

const OCCASION =
  /(?:lors|au cours|à l['’]occasion|à l['’]issue|à la suite|au terme|pendant|durant|après|avant|par|au sortir|en marge|dans le cadre)(?: d['’]| de | du | des | )(?:une? |l['’]|la |le |leur |leurs |son |sa |cette |ce |cet |brève? |longue? |premi\p{L}+ |nouve\p{L}+ |dernière? |récente? )*$/u

/** «X a dit à Y, lors d’un entretien téléphonique», «X et Y ont exhorté Z, lors de…». */
function onOccasion(sentence: Sentence, at: number, owner: PartyList | undefined): Sides | undefined {
  const { row, lower } = sentence
  const before = lower(startOf(row, clauseStart(row, at)), startOf(row, at))
  if (!OCCASION.test(before) || owner !== undefined) return undefined
  const subject = subjectBefore(row, at) ?? agentBefore(row, at)
  if (subject === undefined) return undefined
  const others = partiesBetween(row, subject.next, at)
  if (others.length > 0) return { subjects: subject.parties, objects: others, confidence: 0.6 }
  return isMany(subject) ? { subjects: subject.parties, objects: [], confidence: 0.6 } : undefined
}

/** «l’invitation faite par X à Y lors d’un entretien» */
function agentBefore(row: Row, at: number): PartyList | undefined {
  for (let index = at - 1; index >= 0; index--)
    if (partyAt(row, index)?.preposition === 'par') return listFrom(row, index)
  return undefined
}

/** Whom the subject addresses: the object of its verb, or «à Y», «par Y». */
function partiesBetween(row: Row, from: number, to: number): readonly Party[] {
  for (let at = from; at < to; at++) {
    const party = partyAt(row, at)
    if (party === undefined) {
      if (isBreak(row, at)) return []
      continue
    }
    const isAddressed =
      party.preposition === undefined || party.preposition === 'à' || party.preposition === 'avec'
    if (isAddressed && (party.kind === 'person' || party.kind === 'office'))
      return listFrom(row, at)?.parties ?? []
  }
  return []
}

/** «en présence de X», «aux côtés de X»: no word for a meeting. */
function readBeside(sentence: Sentence, at: number): Reading | undefined {
  const { row, lower } = sentence
  const key = keyOfUnit(row, at)
  if (key !== 'presence' && key !== 'cotes') return undefined
  const isBeside =
    key === 'presence'
      ? keyOfUnit(row, at - 1) === 'en'
      : key === 'cotes'
        ? keyOfUnit(row, at - 1) === 'aux'
        : false
  if (!isBeside) return undefined
  const other = behindPreposition(row, at + 1, 'de', 2)
  const named =
    other?.parties.filter(
      ({ kind, isIndefinite }) => kind === 'person' || (kind === 'office' && !isIndefinite),
    ) ?? []
  if (named.length === 0 || other === undefined) return undefined
  const subject = subjectBefore(row, at) ?? subjectBehind(row, at, other.next)
  if (subject === undefined) return undefined
  const behind = lower(
    endOf(row, subject.next - 1),
    Math.min(rowEnd(row), endOf(row, subject.next - 1) + 160),
  )
  return {
    kind: 'encounter',
    status: FUTURE.test(behind) ? 'planned' : 'done',
    subjects: subject.parties,
    objects: named,
    start: startOf(row, at),
    end: endOf(row, at),
    isInPerson: true,
    confidence: 0.55,
  }
}
/** «X s’est rendu à Pristina pour soutenir Y», «venu saluer Y»: whom somebody travels for. */
function readJourney(sentence: Sentence, at: number): Reading | undefined {
  const { row } = sentence
  if (!SHOWN_IN_PERSON.has(keyOfUnit(row, at))) return undefined
  const journey = journeyBefore(row, at)
  if (journey === undefined) return undefined
  const subject = subjectBefore(row, journey)
  const object = directObject(row, at + 1)
  const met =
    object?.parties.filter(
      ({ kind, isIndefinite }) => kind === 'person' || (kind === 'office' && !isIndefinite),
    ) ?? []
  if (subject === undefined || met.length === 0) return undefined
  return {
    kind: 'visit',
    status: AHEAD_WORDS.test(keyOfUnit(row, journey)) ? 'planned' : 'done',
    subjects: subject.parties,
    objects: met,
    start: startOf(row, journey),
    end: endOf(row, at),
    isInPerson: true,
    confidence: 0.6,
  }
}
const SHOWN_IN_PERSON = new Set(
  'soutenir voir saluer feliciter consoler remercier epauler accompagner chercher'.split(' '),
)
const AHEAD_WORDS = /^(?:rendra|rendront|viendra|viendront|ira|iront)$/u

/** Index of «rendu», «venu» before an infinitive, with a place and «pour» between at most. */
function journeyBefore(row: Row, at: number): number | undefined {
  for (let index = at - 1; index >= 0 && index > at - 9; index--) {
    if (
      /^(?:rendue?s?|rendra|rendront|deplacee?s?|venue?s?|viendra|viendront|allee?s?|ira|iront)$/u.test(
        keyOfUnit(row, index),
      )
    ) {
      const isClose = index === at - 1 || keyOfUnit(row, at - 1) === 'pour'
      return isClose ? index : undefined
    }
    if (isBreak(row, index) || partyAt(row, index) !== undefined) return undefined
  }
  return undefined
}

const FUTURE =
  /\p{L}(?:era|eront|ira|iront|dra|dront)(?!\p{L})|(?:^|[^\p{L}])(?:doit|doivent|devrait|devraient|va|vont) /u
