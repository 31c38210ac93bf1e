// The one person that a command is about, or what is said instead: which of several, or nobody of that name.
import type { AskedMeetings } from '../core/meeting-list.ts'
import type { MessageText } from '../core/message.ts'
import { type KnownPerson, knownPerson, whoIsWho } from '../core/person.ts'
import type { ChatContext } from '../core/request.ts'
import { readOffice } from '../french/offices.ts'
import { nobodyNamed, whichPerson } from '../locale/fiche.ts'
import type { AskedHere } from './asked-here.ts'
import type { DeskTools } from './desk-tools.ts'
import { findPerson, type FoundPerson } from './find-person.ts'
import { keepMemo } from './keep-memo.ts'

/** Names are cut here: nobody has more. */
const LONGEST_NAME = 100

interface Typed {
  readonly here: AskedHere
  readonly typed: string
  /** Of whoever wants to see meetings. */
  readonly listing?: Pick<AskedMeetings, 'period'>
}

export async function meantPerson(
  tools: DeskTools,
  from: ChatContext,
  { here, typed, listing }: Typed,
): Promise<{ readonly person: KnownPerson } | { readonly message: MessageText }> {
  const name = typed.trim().slice(0, LONGEST_NAME)
  const named = await findPerson(here.storage, name, here.feedIds)
  const found = named.kind === 'nobody' ? ((await inOffice(here, name)) ?? named) : named
  const keep = (people: readonly KnownPerson[]): Promise<string> =>
    keepMemo(tools, from, { kind: 'people', people, ...(listing !== undefined && { listing }) })
  switch (found.kind) {
    case 'one':
      return { person: found.person }
    case 'several':
      return { message: whichPerson(name, found.people, await keep(found.people)) }
    case 'nobody': {
      const knownSince = await here.storage.articles.oldestSeenAt()
      const { closest } = found
      const offered = closest && { person: closest, memoId: await keep([closest]) }
      return { message: nobodyNamed(name, knownSince, here, offered) }
    }
    default:
      return found satisfies never
  }
}

/** «le ministre russe des Affaires étrangères»: whoever articles call so; undefined for what is no office. */
async function inOffice({ storage, feedIds }: AskedHere, phrase: string): Promise<FoundPerson | undefined> {
  const office = readOffice(phrase)
  if (office === undefined) return undefined
  const held = (await storage.facts.holdersOf([office.key], feedIds)).filter(({ isFormer }) => !isFormer)
  const people = whoIsWho(held).persons.map(knownPerson)
  const [first] = people
  if (first === undefined) return undefined
  // By the full name, all spellings are found.
  return people.length > 1 ? { kind: 'several', people } : findPerson(storage, first.name, feedIds)
}
