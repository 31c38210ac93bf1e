// Answers who met whom out of storage. Orders storage and core about, decides nothing about language.
import { type Answer, NOTHING } from '../core/answer.ts'
import {
  chooseCircumstances,
  chooseMeetings,
  chooseWhether,
  type MeetingEvidence,
} from '../core/answer-meetings.ts'
import type { Asked } from '../core/asked.ts'
import type { MeetingAsked } from '../core/asked-meeting.ts'
import type { HeldTerm } from '../core/fact.ts'
import {
  keysAlike,
  type MeantParty,
  officeKeysOf,
  partyOfOffice,
  partyOfPerson,
  partyOfWords,
} from '../core/meant-party.ts'
import type { FoundMeeting } from '../core/meeting.ts'
import type { KnownPerson } from '../core/person.ts'
import { ministerKeys } from '../french/office-roles.ts'
import { officePhraseAt } from '../french/office-phrases.ts'
import { readOffice } from '../french/offices.ts'
import { isGroupPhrase } from '../french/party-words.ts'
import { isPlaceName } from '../french/place-names.ts'
import { contentStems } from '../french/stems.ts'
import type { Storage } from '../ports.ts'
import { findPerson } from './find-person.ts'
import type { AskedIn } from './reply.ts'

/** Meetings looked at for one question: those of the newest articles. Most people met less often in a year. */
const MOST_MEETINGS = 300

/** Undefined when the question is of another kind. */
export async function answerMeeting(
  storage: Storage,
  asked: Asked,
  { feedIds, canQuote }: AskedIn & { readonly canQuote: (told: FoundMeeting) => boolean },
): Promise<Answer | undefined> {
  const meeting = withoutVerbs(meetingOf(asked))
  if (meeting === undefined) return undefined
  const about = await partiesMeant(storage, meeting.about, feedIds)
  if ('kind' in about) return about
  const others = await partiesMeant(storage, meeting.with, feedIds)
  if ('kind' in others) return others
  const found =
    about.parties.length === 0
      ? await meetingsOfPlace(storage, meeting.place, feedIds)
      : await meetingsOfParties(storage, about.parties, feedIds)
  const told = found.filter(canQuote)
  const evidence = {
    about: about.parties,
    with: others.parties,
    told,
    terms: await termsOf(storage, told, feedIds),
  }
  return answerBy(asked, meeting, evidence)
}

function meetingOf(asked: Asked): MeetingAsked | undefined {
  if (asked.kind === 'met' || asked.kind === 'did-meet') return asked
  return asked.kind === 'where' || asked.kind === 'when' ? asked.meeting : undefined
}

/** «qui a demandé à rencontrer X» leaves its verb among the parties, «reçu place Beauvau» its place. */
function withoutVerbs(meeting: MeetingAsked | undefined): MeetingAsked | undefined {
  if (meeting === undefined) return undefined
  const verbs = meeting.about.filter((phrase) => VERB.test(phrase))
  const place = meeting.about.find(
    (phrase) => PLACE.test(phrase) || (meeting.about.length === 1 && isPlaceName(phrase)),
  )
  const about = meeting.about.filter((phrase) => !VERB.test(phrase) && phrase !== place)
  const isWish = verbs.some((verb) => WISH.test(verb))
  return {
    ...meeting,
    about,
    ...(isWish ? { status: 'possible' as const } : {}),
    ...(place === undefined || meeting.place !== undefined ? {} : { place }),
  }
}
const VERB = /^(?:a|est|ont|s['’ ]est|sont|etait|était|avait|aurait|va|vont|veut|voulait|souhaite) /iu
const WISH = /demand|souhait|propos|veut|voul/iu
const PLACE = /^(?:place|rue|palais|hôtel|hotel|siège|siege|salle|château|chateau|ministère|ministere) /iu

function answerBy(asked: Asked, meeting: MeetingAsked, evidence: MeetingEvidence): Answer {
  if (evidence.about.length === 0 && meeting.place === undefined) return NOTHING
  if (asked.kind === 'where' || asked.kind === 'when') return chooseCircumstances(asked, meeting, evidence)
  return asked.kind === 'did-meet' ? chooseWhether(meeting, evidence) : chooseMeetings(meeting, evidence)
}

type Meant = { readonly parties: readonly MeantParty[] } | Extract<Answer, { readonly kind: 'which' }>

async function partiesMeant(
  storage: Storage,
  phrases: readonly string[],
  feedIds: AskedIn['feedIds'],
): Promise<Meant> {
  const parties: MeantParty[] = []
  for (const phrase of phrases) {
    const party = await partyMeant(storage, phrase, feedIds)
    if ('kind' in party) return party
    parties.push(party)
  }
  return { parties }
}

async function partyMeant(
  { facts }: Storage,
  phrase: string,
  feedIds: AskedIn['feedIds'],
): Promise<MeantParty | Extract<Answer, { readonly kind: 'which' }>> {
  if (isGroupPhrase(phrase)) return partyOfWords(phrase)
  const office = readOffice(phrase)
  const isOfficeAlone =
    office !== undefined && phrase.slice(officePhraseAt(phrase, 0)?.end ?? 0).trim() === ''
  if (isOfficeAlone) {
    const holders = await facts.holdersOf([office.key], feedIds)
    const named = holders.length > 0 ? undefined : await personAtEnd(facts, phrase, feedIds)
    return (
      named ??
      partyOfOffice(
        phrase,
        office.key,
        holders.length > 0 ? holders : await ministersOf(facts, office.key, feedIds),
      )
    )
  }
  const found = await findPerson({ facts }, phrase, feedIds)
  switch (found.kind) {
    case 'one':
      return partyOf(facts, found.person, feedIds)
    case 'several':
      return { kind: 'which', persons: found.people.map(({ name }) => ({ name })) }
    case 'nobody':
      return partyOfWords(phrase)
    default:
      return found satisfies never
  }
}

/** «la ministre norvégienne» is a minister of some portfolio. */
async function ministersOf(
  facts: Storage['facts'],
  key: string,
  feedIds: AskedIn['feedIds'],
): Promise<readonly HeldTerm[]> {
  const [role, where = ''] = key.split('@')
  return role === 'minister' && where !== '' ? facts.holdersOf(ministerKeys(where), feedIds) : []
}

/** «l’envoyé spécial de l’ONU de Valmy»: the name is part of what reads like an office. */
async function personAtEnd(
  facts: Storage['facts'],
  phrase: string,
  feedIds: AskedIn['feedIds'],
): Promise<MeantParty | undefined> {
  const words = phrase.split(/\s+/u)
  for (const count of [2, 1]) {
    const name = words.slice(-count).join(' ')
    const found =
      words.length > count && name.length > 3 ? await findPerson({ facts }, name, feedIds) : undefined
    if (found?.kind === 'one') return partyOf(facts, found.person, feedIds)
  }
  return undefined
}

async function partyOf(
  facts: Storage['facts'],
  { name, names }: KnownPerson,
  feedIds: AskedIn['feedIds'],
): Promise<MeantParty> {
  const alone = await surnameAlone(facts, name, feedIds)
  return partyOfPerson(name, [...names, ...alone], await facts.termsOf(names, feedIds))
}

/** «Qui a participé à la rencontre de Turin ?» */
async function meetingsOfPlace(
  { facts }: Storage,
  place: string | undefined,
  feedIds: AskedIn['feedIds'],
): Promise<readonly FoundMeeting[]> {
  const stems = contentStems(place ?? '')
  return stems.length === 0 ? [] : facts.meetingsAt(stems, MOST_MEETINGS, feedIds)
}

async function meetingsOfParties(
  { facts }: Storage,
  parties: readonly MeantParty[],
  feedIds: AskedIn['feedIds'],
): Promise<readonly FoundMeeting[]> {
  const [first] = parties
  if (first === undefined) return []
  const asked = { names: [...first.names], officeKeys: officeKeysOf(first) }
  const named = await facts.meetingsOf(asked, MOST_MEETINGS, feedIds)
  const grouped =
    first.stems.length === 0 ? [] : await facts.meetingsOfGroup(first.stems, MOST_MEETINGS, feedIds)
  return [...new Map([...named, ...grouped].map((told) => [keyOf(told), told])).values()]
}

const keyOf = ({ article, fact }: FoundMeeting): string =>
  `${article.id} ${fact.start} ${fact.participants.map(({ name }) => name).join('|')}`

/** Who held the offices of participants that articles leave unnamed. */
async function termsOf(
  { facts }: Storage,
  told: readonly FoundMeeting[],
  feedIds: AskedIn['feedIds'],
): Promise<readonly HeldTerm[]> {
  const keys = told.flatMap(({ fact }) =>
    fact.participants.flatMap(({ kind, officeKey }) =>
      kind === 'group' && officeKey !== undefined ? [officeKey] : [],
    ),
  )
  return keys.length === 0 ? [] : facts.holdersOf([...new Set(keys.flatMap(keysAlike))], feedIds)
}

/** The surname as an article has it that never says the first name, where it means nobody else. */
async function surnameAlone(
  facts: Storage['facts'],
  name: string,
  feedIds: AskedIn['feedIds'],
): Promise<readonly string[]> {
  const surname = name.split(' ').slice(1).join(' ')
  if (surname === '') return []
  const found = await findPerson({ facts }, surname, feedIds)
  return found.kind === 'one' && found.person.name === name ? [surname] : []
}
