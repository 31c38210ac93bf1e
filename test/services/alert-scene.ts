// A newsroom with five publishers, a channel that notes what stands in it, and a story that spreads. Tests nothing itself.
import type { Alert } from '../../src/core/alert.ts'
import { MINUTE } from '../../src/core/calendar.ts'
import { ExplainedError, type PostFailureReason } from '../../src/core/failures.ts'
import type { OutgoingMessage } from '../../src/core/message.ts'
import type { ChatPlatform } from '../../src/ports.ts'
import { deliverAlerts } from '../../src/services/deliver-alerts.ts'
import { createRaiseDueAlerts } from '../../src/services/raise-alerts.ts'
import { testAlert } from '../core/alert-news.ts'
import { type Desk, deskFeed, openDesk, words } from './open-desk.ts'

export const TEN = Date.parse('2026-03-17T10:00:00+01:00')

export const PAPERS = ['Le Phare', 'La Vigie', 'L’Écho', 'Le Courrier', 'Radio Lac'].map((name) =>
  deskFeed(name),
)

/** One event in five papers' own words. */
const TEXTS = [
  'Le pont de Vernay a été fermé mardi matin à toute circulation après la découverte d’une fissure dans une pile. La préfète de la Lande, Odile Vasseur, a annoncé que le pont de Vernay resterait fermé au moins trois jours.',
  'À Vernay, une fissure découverte dans une pile du pont a conduit la préfecture à fermer l’ouvrage à la circulation mardi matin. Les automobilistes sont renvoyés vers le pont de Sorges, à douze kilomètres de Vernay.',
  'La circulation est coupée depuis mardi matin sur le pont de Vernay, où une fissure a été repérée dans l’une des piles. Les experts attendus sur le pont de Vernay rendront leur avis jeudi, selon la préfète Odile Vasseur.',
  'Le pont de Vernay fermé pour une fissure : la pile du milieu sera étudiée par des experts, précise la préfecture. La mairie de Vernay met en place une navette vers la gare pour les habitants privés du pont.',
  'Une fissure dans une pile ferme le pont de Vernay à la circulation, annonce la préfète Odile Vasseur mardi. Les commerçants de Vernay craignent plusieurs jours sans clients à cause de la fermeture du pont.',
] as const

const TITLES = [
  'Le pont de Vernay fermé après la découverte d’une fissure',
  'Une fissure dans une pile ferme le pont de Vernay',
  'Pont de Vernay : circulation coupée après une fissure',
  'Vernay : le pont fermé pour une fissure dans une pile',
  'Le pont de Vernay fermé à cause d’une fissure',
] as const

/** What people see of a message. */
interface Standing {
  readonly handle: string
  readonly channel: string
  readonly key: string
  text: string
  edits: number
}

interface Channel extends ChatPlatform {
  readonly standing: Standing[]
  /** What happens to the next calls: `before` nothing lands, `after` it has. */
  failure: { readonly at: 'before' | 'after'; readonly reason?: PostFailureReason } | undefined
}

function openChannel(): Channel {
  let count = 0
  const channel: Channel = {
    standing: [],
    failure: undefined,
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    isConnected: () => true,
    post: async (to, message) => {
      fail(channel, 'before')
      const landed = channel.standing.find(({ key }) => key === message.key)
      if (message.doubtfulSince !== undefined && landed !== undefined) return landed.handle
      const handle = `m${(count += 1)}`
      channel.standing.push({ handle, channel: to, key: message.key, text: words(message), edits: 0 })
      fail(channel, 'after')
      return handle
    },
    edit: async (_to, handle, message: OutgoingMessage) => {
      fail(channel, 'before')
      const found = channel.standing.find((standing) => standing.handle === handle)
      if (found === undefined)
        throw new ExplainedError({ code: 'post-failed', channel: 'slack:C1', reason: 'message-gone' })
      found.text = words(message)
      found.edits += 1
      fail(channel, 'after')
    },
  }
  return channel
}

function fail({ failure }: Channel, at: 'before' | 'after'): void {
  if (failure?.at !== at) return
  const { reason } = failure
  throw new ExplainedError({
    code: 'post-failed',
    channel: 'slack:C1',
    ...(reason === undefined ? {} : { reason }),
  })
}

export interface AlertScene {
  readonly desk: Desk
  readonly channel: Channel
  now: number
  /** The paper of this number has the story; minutes after ten. */
  publish(paper: number, minutes: number): Promise<string>
  /** Another story, under a title of its own. */
  publishOther(paper: number, minutes: number, title: string, text: string): Promise<string>
  /** What the program does in a beat, so many minutes after ten. */
  beat(minutes: number, alerts?: readonly Alert[]): Promise<void>
  close(): Promise<void>
}

export const ALERT = testAlert({ minutes: 60 })

export async function openAlertScene(): Promise<AlertScene> {
  const desk = await openDesk({ now: TEN, feeds: PAPERS })
  const channel = openChannel()
  const raise = createRaiseDueAlerts(desk.tools)
  const signal = new AbortController().signal
  const at = (minutes: number): number => {
    scene.now = TEN + minutes * MINUTE
    desk.setNow(scene.now)
    return scene.now
  }
  const scene: AlertScene = {
    desk,
    channel,
    now: TEN,
    publish: (paper, minutes) => scene.publishOther(paper, minutes, TITLES[paper] ?? '', TEXTS[paper] ?? ''),
    publishOther: async (paper, minutes, title, text) => {
      const publishedAt = at(minutes)
      const feed = PAPERS[paper]
      if (feed === undefined) throw new Error(`no paper ${paper}`)
      return desk.keep(feed, { title, text, publishedAt })
    },
    beat: async (minutes, alerts = [ALERT]) => {
      at(minutes)
      await raise(alerts)
      await deliverAlerts({ ...desk.tools, platforms: new Map([['slack', channel]]), signal })
    },
    close: () => desk.storage.close(),
  }
  return scene
}
