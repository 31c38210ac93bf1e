// The nouns that tell meetings. Finds none in a text; what stands around them decides.
import type { MeetingKind } from './told-meeting.ts'
import { wordSet } from './word-set.ts'

export interface MeetingNoun {
  readonly kind: MeetingKind
  /** Among people who are together; a call or a word in passing may be either. */
  readonly isInPerson: boolean
}

const IN_PERSON: readonly (readonly [MeetingKind, string])[] = [
  [
    'encounter',
    `rencontre rencontres entrevue entrevues tete-a-tete face-a-face dejeuner repas diner reunion reunions rendez-vous`,
  ],
  ['reception', 'audience'],
  ['visit', 'visite visites'],
  ['summit', 'sommet mini-sommet'],
]

const ANY_WAY: readonly (readonly [MeetingKind, string])[] = [
  [
    'talk',
    `entretien entretiens discussion discussions conversation conversations echange echanges consultations appel
    visioconference videoconference conference`,
  ],
  ['negotiation', 'negociation negociations pourparlers'],
]

const nounsOf = (
  lists: readonly (readonly [MeetingKind, string])[],
  isInPerson: boolean,
): readonly (readonly [string, MeetingNoun])[] =>
  lists.flatMap(([kind, nouns]) => [...wordSet(nouns)].map((noun) => [noun, { kind, isInPerson }] as const))

const NOUNS: ReadonlyMap<string, MeetingNoun> = new Map([
  ...nounsOf(IN_PERSON, true),
  ...nounsOf(ANY_WAY, false),
])

/** By the folded word. */
export const meetingNoun = (key: string): MeetingNoun | undefined => NOUNS.get(key)
