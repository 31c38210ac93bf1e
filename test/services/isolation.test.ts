// No workspace learns or changes anything of another: every command, button, form, suggestion and key, tried from outside.
import { beforeAll, describe, expect, it } from 'vitest'
import { COMMANDS } from '../../src/core/command.ts'
import type { ChatReply } from '../../src/core/request.ts'
import { commandRequests, keyedRequests, plainRequests, type Request } from './isolation-requests.ts'
import { type IsolationScene, openIsolationScene, PARTIES, type Party } from './isolation-scene.ts'

let scene: IsolationScene
beforeAll(async () => {
  scene = await openIsolationScene()
}, 60_000)

type Pair = readonly [spy: string, other: string, Party, Party]

/** Everybody is asked after by the one so many places further on. */
function pairs(step: number): readonly Pair[] {
  return PARTIES.flatMap((other, index): readonly Pair[] => {
    const spy = PARTIES[(index + step) % PARTIES.length]
    return spy === undefined ? [] : [[spy.name, other.name, spy, other]]
  })
}

/** What a person would see or press, files included. */
function shownBy(reply: ChatReply): string {
  return JSON.stringify(reply, (_key, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value,
  ).toLowerCase()
}

/** What the answers to `asker` have of `owner`'s secrets, with what was asked. */
async function leaks(asker: Party, owner: Party, requests: readonly Request[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const request of requests) {
    // What somebody gave us is not learnt from us.
    const given = request.kind === 'press' ? request.action.target : ''
    const shown = shownBy(await scene.ask(asker, request)).replaceAll(given === '' ? /(?!)/gu : given, '')
    const at = shown.indexOf(owner.secret)
    if (at >= 0) found.push(`${JSON.stringify(request)} → ${shown.slice(Math.max(0, at - 80), at + 40)}`)
  }
  return found
}

/**
 * What each command shows of one's own secrets: without this, a test that finds nothing would say nothing. A command that
 * is new stands here, or this does not pass.
 */
const SHOWS_ITS_OWN: Readonly<Record<string, boolean>> = {
  qui: true,
  quand: true,
  ou: true,
  combien: true,
  question: true,
  fiche: true,
  rencontres: true,
  revue: true,
  'flux lister': true,
  'flux etat': true,
  'flux exporter': true,
  'flux tester': true,
  'flux suspendre': true,
  'flux reprendre': true,
  'flux retirer': true,
  'flux signaler': true,
  'flux citer': true,
  'programme lister': true,
  'programme ajouter': true,
  'programme modifier': true,
  'programme essayer': true,
  'programme suspendre': true,
  'programme reprendre': true,
  'programme retirer': true,
  'alerte lister': true,
  'alerte ajouter': true,
  'alerte modifier': true,
  'alerte essayer': true,
  'alerte suspendre': true,
  'alerte reprendre': true,
  'alerte retirer': true,
  'abonnement voir': true,
  'abonnement regler': true,
  'reglages voir': true,
  'reglages journal': true,
  'reglages corbeille': true,
  'reglages canal': true,
  // Addresses, packs and settings that anybody may name, and what the program can do.
  'flux ajouter': false,
  'flux importer': false,
  'flux packs': false,
  'abonnement arreter': false,
  'reglages administrateurs': false,
  'reglages bilan': false,
  'reglages fuseau': false,
  aide: false,
}

describe('what a workspace sees of itself', () => {
  const rows = COMMANDS.flatMap(({ name, actions }) =>
    actions.map((action) => [`${name} ${action.name}`.trim()] as const),
  )

  it.each(rows)('/%s', async (words) => {
    const requests = commandRequests().filter(
      ({ command, action }) => `${command} ${action}`.trim() === words,
    )
    const [owner] = PARTIES
    if (owner === undefined) throw new Error('nobody')
    const isShown = (await leaks(owner, owner, requests)).length > 0
    expect(isShown).toBe(SHOWS_ITS_OWN[words])
  })
})

describe('what others see of it', () => {
  it.each([...pairs(1), ...pairs(3)])(
    '%s asks after %s and hears nothing',
    async (_spy, _other, spy, other) => {
      expect(await leaks(spy, other, plainRequests())).toEqual([])
    },
  )

  it.each(pairs(1))(
    '%s presses and submits what belongs to %s: nothing comes out, nothing changes',
    async (_spy, _other, spy, other) => {
      const before = await scene.stateOf(other)
      expect(before).toContain(other.secret)
      expect(await leaks(spy, other, keyedRequests(await scene.keysOf(other)))).toEqual([])
      expect(await scene.stateOf(other)).toEqual(before)
    },
  )

  it.each(PARTIES.map((who) => [who.name, who] as const))(
    'the export of %s has its own words and nobody else’s',
    async (_name, who) => {
      const text = (await scene.exportOf(who)).toLowerCase()
      for (const { secret } of PARTIES)
        expect([secret, text.includes(secret)]).toEqual([secret, secret === who.secret])
    },
  )

  it('a channel that two workspaces share opens to each what is its own', async () => {
    const [nantes, lyon] = PARTIES
    if (nantes === undefined || lyon === undefined) throw new Error('nobody')
    const guest: Party = { ...lyon, from: { ...lyon.from, channel: nantes.from.channel } }
    const before = await scene.stateOf(nantes)
    expect(
      await leaks(guest, nantes, [...plainRequests(), ...keyedRequests(await scene.keysOf(nantes))]),
    ).toEqual([])
    expect(await scene.stateOf(nantes)).toEqual(before)
  })
})
