// Who met whom, out of stored meetings: people with status, way, day and place. Reads no article but to cut sentences.
import { contentStems } from '../french/stems.ts'
import type { MeetingStatus, Participant } from '../french/told-meeting.ts'
import { type Answer, type AnswerEntry, NOTHING } from './answer.ts'
import type { Article } from './article.ts'
import type { WhenAsked, WhereAsked } from './asked.ts'
import type { MeetingAsked } from './asked-meeting.ts'
import type { HeldTerm } from './fact.ts'
import { countriesIn, holderThen, isMeant, type MeantParty } from './meant-party.ts'
import { type FoundMeeting, haveMet, statusOf, toldTogether } from './meeting.ts'
import { byRank, entryWith, type WeighedMeeting, weightOf } from './meeting-entry.ts'
import { fitOf, NEAR_FIT } from './meeting-filter.ts'
import { whoIsWho } from './person.ts'

/** What storage has on a question: whom it means, what is told, and who held the offices of those unnamed. */
export interface MeetingEvidence {
  readonly about: readonly MeantParty[]
  readonly with: readonly MeantParty[]
  readonly told: readonly FoundMeeting[]
  readonly terms: readonly HeldTerm[]
}

/** A meeting that fits the question, with who met whoever is asked about. */
interface Fitting extends WeighedMeeting {
  /** Whom the question names, and everybody else. */
  readonly own: readonly Participant[]
  readonly others: readonly Participant[]
}

/** Who met whoever is asked about, one entry a person, best first. */
export function chooseMeetings(asked: MeetingAsked, evidence: MeetingEvidence): Answer {
  const fitting = fittingMeetings(asked, evidence, ({ told }) => isAsked(told.fact.status, asked))
  const met = fitting.flatMap((one) =>
    one.others
      .filter((other) => isOnSide(one, other, asked))
      .map((other) => ({ ...one, other: named(other, one, evidence) })),
  )
  const answers = tellingGroups(groupByPerson(met)).map(entryOf).toSorted(byRank)
  return answers.length === 0 ? NOTHING : { kind: 'found', answers }
}

/** «Oui» or «Non» with the sentence; nothing where no meeting of both is told. */
export function chooseWhether(asked: MeetingAsked, evidence: MeetingEvidence): Answer {
  const fitting = fittingMeetings(asked, evidence, ({ told, others }) =>
    evidence.with.every((party) => isAmong(party, others, told.article)),
  )
  // Whether it was called off, the latest article knows.
  const isOfOutcome = asked.status === 'cancelled' || asked.status === 'postponed'
  const judged = fitting
    .map((one) => ({ one, isSo: isSo(one.told.fact.status, asked.status) }))
    .toSorted((one, other) =>
      isOfOutcome
        ? other.one.told.article.publishedAt - one.one.told.article.publishedAt
        : weightOf(other.one) - weightOf(one.one),
    )
  const best = judged.find(({ isSo: so }) => so === true) ?? judged.find(({ isSo: so }) => so === false)
  if (best === undefined) return NOTHING
  const same = judged.filter(({ isSo: so }) => so === best.isSo)
  const text = best.isSo === true ? 'Oui' : 'Non'
  return {
    kind: 'found',
    answers: [
      {
        ...entryWith(
          text,
          same.map(({ one }) => one),
        ),
        isValue: true,
      },
    ],
  }
}

/** Where, or when, those met; one entry a place or a day. */
export function chooseCircumstances(
  asked: WhereAsked | WhenAsked,
  meeting: MeetingAsked,
  evidence: MeetingEvidence,
): Answer {
  const fitting = fittingMeetings(
    meeting,
    evidence,
    ({ told, others }) =>
      isAsked(told.fact.status, meeting) &&
      evidence.with.every((party) => isAmong(party, others, told.article)),
  )
  const valued = fitting.flatMap((one) => {
    const { place, from } = one.told.fact
    const value = asked.kind === 'where' ? place : from
    return value === undefined ? [] : [{ one, value }]
  })
  const answers = [...Map.groupBy(valued, ({ value }) => value)]
    .map(([value, same]) => ({
      ...entryWith(
        value,
        same.map(({ one }) => one),
      ),
      isValue: true,
    }))
    .toSorted(byRank)
  return answers.length === 0 ? NOTHING : { kind: 'found', answers }
}

/** Those that fit exactly, or, where none does, those that fit nearly. */
function fittingMeetings(
  asked: MeetingAsked,
  evidence: MeetingEvidence,
  isWanted: (fitting: Fitting) => boolean,
): readonly Fitting[] {
  const fitting = toldTogether(evidence.told)
    .flatMap((told) => fittingProofs(asked, evidence, told))
    .filter(isWanted)
  const exact = fitting.filter(({ fit }) => fit > NEAR_FIT)
  return exact.length > 0 ? exact : fitting
}

/**
 * The proofs of one meeting that show how it stands in the end; what another article tells of its place counts for all. Who
 * asks what is planned gets what was planned.
 */
function fittingProofs(
  asked: MeetingAsked,
  { about, terms }: MeetingEvidence,
  told: readonly FoundMeeting[],
): readonly Fitting[] {
  const fitting = told.flatMap((one): readonly Fitting[] => {
    const { participants } = one.fact
    const own = about.map((party) =>
      participants.filter((participant) => isMeant(party, participant, one.article, terms)),
    )
    if (own.some((found) => found.length === 0)) return []
    const owned = new Set(own.flat())
    const others = participants.filter((participant) => !owned.has(participant))
    return [{ told: one, fit: fitOf(one, asked), own: own.flat(), others }]
  })
  const fit = Math.max(0, ...fitting.map((one) => one.fit))
  if (fit === 0) return []
  if (asked.status === 'planned') return fitting.filter((one) => one.fit > 0)
  const status = statusOf(told)
  const settled = fitting.filter((one) => one.told.fact.status === status)
  return settled.length > 0 ? settled.map((one) => ({ ...one, fit })) : fitting.filter((one) => one.fit > 0)
}

const AHEAD: ReadonlySet<MeetingStatus> = new Set(['planned', 'possible', 'postponed', 'cancelled'])

function isAsked(status: MeetingStatus, { status: asked }: MeetingAsked): boolean {
  switch (asked) {
    case 'any':
      return status !== 'denied' && status !== 'refused'
    case 'done':
    case 'held':
      return status === 'done' || status === 'planned'
    case 'planned':
      return AHEAD.has(status)
    case 'cancelled':
      return status === 'cancelled' || status === 'postponed'
    case 'possible':
    case 'postponed':
    case 'refused':
      return status === asked
    default:
      return asked satisfies never
  }
}

/** Whether a meeting of this status says yes or no to what is asked. */
function isSo(status: MeetingStatus, asked: MeetingAsked['status']): boolean | undefined {
  switch (asked) {
    case 'any':
    case 'done':
    case 'held':
      return status === 'done' || status === 'planned' ? true : status === 'possible' ? undefined : false
    case 'planned':
      return status === 'planned' || status === 'possible' ? true : status === 'done' ? undefined : false
    case 'possible':
    case 'cancelled':
    case 'postponed':
    case 'refused':
      return status === asked
    default:
      return asked satisfies never
  }
}

/** «qui a reçu X» asks for whoever receives. */
function isOnSide({ told, own }: Fitting, other: Participant, { asks, ways }: MeetingAsked): boolean {
  if (own.length > 0 && !own.some((one) => haveMet(told.fact.kind, one, other))) return false
  const isDirected = ways.includes('received') && told.fact.kind === 'reception'
  return asks === 'either' || !isDirected || other.side === asks
}

function isAmong(party: MeantParty, others: readonly Participant[], article: Article): boolean {
  if (COUNTERPART.test(party.label)) return isOfItsCountries(party.label, article)
  return others.some((other) => isPartOf(party, other, article))
}

/** «Ses homologues iranien et turc» are whoever met where the article speaks of both countries. */
const COUNTERPART = /homologue/iu
const isOfItsCountries = (label: string, { title, text }: Article): boolean =>
  new Set(countriesIn(label).keys()).isSubsetOf(new Set(countriesIn(`${title} ${text}`).keys()))

/**
 * Whether somebody of a meeting is the other side of a question: by name, or by words of which the article has the rest,
 * «une délégation de l’opposition» for «une délégation».
 */
function isPartOf(party: MeantParty, other: Participant, { title, text }: Article): boolean {
  if (party.names.has(other.name)) return true
  const own = new Set(contentStems(other.name))
  if (!party.stems.some((stem) => own.has(stem))) return false
  const missing = party.stems.filter((stem) => !own.has(stem))
  if (missing.length === 0) return true
  const around = new Set(contentStems(`${title} ${text}`))
  return missing.every((stem) => around.has(stem))
}

interface Met extends Fitting {
  readonly other: Participant
}

/** An unnamed holder of an office under the name that articles of that time give. */
function named(other: Participant, { told }: Fitting, { terms }: MeetingEvidence): Participant {
  const holder = other.kind === 'group' ? holderThen(other, terms, told.article.publishedAt) : undefined
  return holder === undefined ? other : { ...other, name: holder, kind: 'person', office: other.name }
}

/** All meetings with one person together, whatever the spelling; groups by their words. */
function groupByPerson(met: readonly Met[]): readonly (readonly Met[])[] {
  const counts = new Map<string, number>()
  for (const { other } of met)
    if (other.kind === 'person') counts.set(other.name, (counts.get(other.name) ?? 0) + 1)
  const { persons } = whoIsWho(Array.from(counts, ([name, articleCount]) => ({ name, articleCount })))
  const personOf = new Map(
    persons.flatMap((person) => person.spellings.map(({ name }) => [name, person.name] as const)),
  )
  const groups = Map.groupBy(met, ({ other }) =>
    other.kind === 'person'
      ? (personOf.get(other.name) ?? other.name)
      : `group ${contentStems(other.name).toSorted().join(' ')}`,
  )
  return [...groups.values()]
}

/** People, and groups that say who they are: «la convention» beside «les 150 membres de la convention» says nothing more. */
function tellingGroups(groups: readonly (readonly Met[])[]): readonly (readonly Met[])[] {
  const stems = new Map(groups.map((met) => [met, new Set(contentStems(met[0]?.other.name ?? ''))]))
  return groups.filter((met) => {
    if (met[0]?.other.kind === 'person' || groups.length === 1) return true
    // «son homologue» names nobody beside those who have names.
    if (RELATIVE.test(met[0]?.other.name ?? '')) return false
    const own = stems.get(met) ?? new Set()
    const isPart = groups.some(
      (other) =>
        other !== met &&
        own.isSubsetOf(stems.get(other) ?? new Set()) &&
        own.size < (stems.get(other)?.size ?? 0),
    )
    return own.size > 1 && !isPart
  })
}

const RELATIVE = /^(?:homologues?|prédécesseurs?|successeurs?|interlocuteurs?)(?!\p{L})/iu

function entryOf(met: readonly Met[]): AnswerEntry {
  const longest = met
    .map(({ other }) => other.name)
    .reduce((one, other) => (other.length > one.length && other.split(' ').length <= 5 ? other : one))
  return { ...entryWith(longest, met), isValue: true }
}
