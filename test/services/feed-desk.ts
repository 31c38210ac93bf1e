// A desk with one declared feed and one publisher whose feed works, for tests of what is done with feeds.
import type { Feed } from '../../src/core/feed.ts'
import type { PressAnswer } from '../../src/demo/loopback-press.ts'
import { visibleFeeds } from '../../src/services/visible-feeds.ts'
import { declaredFeed, type Desk, feedAnswer, openDesk } from './desk-scene.ts'

export const PHARE = feedAnswer('Essai', [
  ['Le pont de Vernay rouvre', 'Mon, 23 Nov 2026 08:00:00 +0100'],
  ['La halle aura son toit', 'Sun, 22 Nov 2026 18:00:00 +0100'],
])

export const DECLARED: Feed = declaredFeed('lavigie.example/flux.xml', 'Flux La Vigie')

const HOSTS = ['lephare.example', 'lavigie.example', 'laguette.example']

/** `answers` by `host/path`; `lephare.example/flux.xml` has a feed of the title «Essai». */
export function openFeedDesk(answers: Readonly<Record<string, PressAnswer>> = {}): Promise<Desk> {
  const all: Readonly<Record<string, PressAnswer>> = { 'lephare.example/flux.xml': PHARE, ...answers }
  return openDesk({ hosts: HOSTS, feeds: [DECLARED], answer: (address) => all[address] })
}

export async function titles(on: Desk, workspaceId: string): Promise<readonly string[]> {
  return (await visibleFeeds(on.tools.storage, workspaceId)).map(({ title }) => title)
}
