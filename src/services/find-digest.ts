// Which digests somebody sees, and which one they mean. Nobody sees another person's own, nor another workspace's.
import { findTitled } from '../core/find-titled.ts'
import type { Digest } from '../core/digest.ts'
import type { ChatContext } from '../core/request.ts'
import type { WorkspaceId } from '../core/workspace.ts'
import { DIGEST_GONE, DIGEST_IS_OWN, DIGEST_MISSING } from '../locale/programme.ts'
import type { Storage } from '../ports.ts'
import type { DeskTools } from './desk-tools.ts'
import { isDeclaredFor } from './scope.ts'
import { DIGEST_SENTENCES } from '../locale/titled-things.ts'

/** Those of the channel first, then the others of the workspace; nobody's own. */
export async function digestsHere(
  { storage, declared }: DeskTools,
  from: ChatContext,
): Promise<readonly Digest[]> {
  const shared = (await storage.digests.of(from.workspaceId)).filter(({ owner }) => owner === undefined)
  const ofFile = declared.digests.filter(({ channels }) => isDeclaredFor(channels, from, declared))
  const all = [...ofFile, ...shared]
  const isHere = ({ channels }: Digest): boolean => channels.includes(from.channel)
  return [...all.filter(isHere), ...all.filter((digest) => !isHere(digest))]
}

/** The digest of one person in one workspace. */
export async function ownDigest(
  storage: Storage,
  workspaceId: WorkspaceId,
  person: string,
): Promise<Digest | undefined> {
  return (await storage.digests.of(workspaceId)).find(({ owner }) => owner === person)
}

/** One that may be changed in the chat, or a sentence that says why there is none. */
export async function findDigest(
  tools: DeskTools,
  from: ChatContext,
  typed: string | undefined,
): Promise<Digest | string> {
  if (typed === undefined) return DIGEST_MISSING
  const digest = await digestMeant(tools, from, typed)
  return typeof digest === 'string' ? digest : changeable(digest)
}

/** Any that somebody sees, their own as well, or a sentence that says why there is none. */
export async function digestMeant(
  tools: DeskTools,
  from: ChatContext,
  typed: string,
): Promise<Digest | string> {
  const own = await ownDigest(tools.storage, from.workspaceId, from.person)
  const all = [...(await digestsHere(tools, from)), ...(own === undefined ? [] : [own])]
  const found = findTitled(
    all.map((digest) => ({ id: digest.name, title: digest.title, digest })),
    typed,
  )
  switch (found.kind) {
    case 'one':
      return found.found.digest
    case 'several':
      return DIGEST_SENTENCES.ambiguous(typed, found.titles)
    case 'unknown':
      return DIGEST_SENTENCES.unknown(typed, found.closest)
    default:
      return found satisfies never
  }
}

function changeable(digest: Digest): Digest | string {
  if (digest.owner !== undefined) return DIGEST_IS_OWN
  return digest.workspaceId === undefined ? DIGEST_SENTENCES.readOnly(digest.title) : digest
}

/** For buttons and forms, which name a digest by its name. */
export async function digestByName(
  tools: DeskTools,
  from: ChatContext,
  name: string,
): Promise<Digest | string> {
  const found = (await digestsHere(tools, from)).find((digest) => digest.name === name)
  return found === undefined ? DIGEST_GONE : changeable(found)
}
