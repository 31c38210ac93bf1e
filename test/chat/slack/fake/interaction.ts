// What a person sees of one command, button, form or mention: the handle that tests wait on. Delivers nothing.
import type { Acknowledgement } from './delivery.ts'
import type { Happening, Journal } from './journal.ts'
import type { Json } from './json.ts'
import type { ShownView } from './live-views.ts'
import type { InteractionId } from './triggers.ts'

/** A message that came up after the interaction. */
interface SeenMessage {
  readonly via: 'ack' | 'response_url' | 'chat.postEphemeral' | 'chat.postMessage' | 'chat.update'
  readonly isEphemeral: boolean
  readonly channel: string
  readonly ts: string
  readonly threadTs: string | undefined
  readonly text: string
  readonly blocks: readonly Json[]
  /** It stands in the place of the message that was pressed, or of another one. */
  readonly isReplacement: boolean
  /** From the interaction on, in milliseconds of the machine's clock. */
  readonly afterMs: number
}

interface Seen {
  /** Missing while nobody acknowledged and the 3 seconds are not over. */
  readonly acked: Acknowledgement | undefined
  readonly responses: readonly SeenMessage[]
  readonly openedViews: readonly ShownView[]
  readonly publishedHome: ShownView | undefined
  /** Messages that were taken away. */
  readonly deleted: readonly string[]
}

export interface Interaction {
  /** When the app acknowledged, or gave up the 3 seconds; never rejects. */
  readonly acked: Promise<Acknowledgement>
  /** What the person saw up to now. */
  seen(): Seen
  /** The response number `index`, 0 the first one; waits, rejects after `timeoutMs` (5 s) with what was seen. */
  response(index?: number, timeoutMs?: number): Promise<SeenMessage>
  /** The modal that was opened, pushed or updated last; waits for the first one. */
  openedView(timeoutMs?: number): Promise<ShownView>
  publishedHome(timeoutMs?: number): Promise<ShownView>
  /** Everything, once it was acknowledged and nothing came for `quietMs` (100). */
  settled(quietMs?: number): Promise<Seen>
}

export interface Watched {
  readonly id: InteractionId
  readonly userId: string
  /** Where posts count as answers: the channel, and the private conversation with the bot. */
  readonly channels: readonly string[]
}

const WAIT_MS = 5000
const QUIET_MS = 100

/** After this time an interaction follows no more, in milliseconds: thousands of them would slow each post down. */
const FOLLOWED_MS = 60_000

export function followInteraction(
  journal: Journal,
  watched: Watched,
  acked: Promise<Acknowledgement>,
): Interaction {
  const startedAt = performance.now()
  const responses: SeenMessage[] = []
  const openedViews: ShownView[] = []
  const deleted: string[] = []
  const wakers = new Set<() => void>()
  let publishedHome: ShownView | undefined
  let acknowledgement: Acknowledgement | undefined
  let changedAt = startedAt

  const wake = (): void => {
    changedAt = performance.now()
    for (const waker of wakers) waker()
  }
  const stopListening = journal.listen((happening) => {
    if (!concerns(watched, happening)) return
    if (happening.kind === 'message') responses.push(seenMessage(happening, performance.now() - startedAt))
    if (happening.kind === 'view') openedViews.push(happening.view)
    if (happening.kind === 'home') publishedHome = happening.view
    if (happening.kind === 'deleted') deleted.push(happening.ts)
    wake()
  })
  setTimeout(stopListening, FOLLOWED_MS).unref()
  void acked.then((value) => {
    acknowledgement = value
    wake()
  })

  const seen = (): Seen => ({ acked: acknowledgement, responses, openedViews, publishedHome, deleted })
  const waitFor = <Found>(what: string, find: () => Found | undefined, timeoutMs = WAIT_MS): Promise<Found> =>
    new Promise((resolve, reject) => {
      const waker = (): void => {
        const found = find()
        if (found === undefined) return
        stop()
        resolve(found)
      }
      const timer = setTimeout(() => {
        stop()
        reject(new Error(`No ${what} within ${timeoutMs} ms; seen: ${JSON.stringify(seen())}`))
      }, timeoutMs)
      const stop = (): void => {
        clearTimeout(timer)
        wakers.delete(waker)
      }
      wakers.add(waker)
      waker()
    })

  return {
    acked,
    seen,
    response: (index = 0, timeoutMs) => waitFor(`response ${index}`, () => responses[index], timeoutMs),
    openedView: (timeoutMs) => waitFor('view', () => openedViews.at(-1), timeoutMs),
    publishedHome: (timeoutMs) => waitFor('home', () => publishedHome, timeoutMs),
    async settled(quietMs = QUIET_MS) {
      await acked
      changedAt = Math.max(changedAt, performance.now())
      while (performance.now() - changedAt < quietMs) {
        await new Promise((resolve) => {
          setTimeout(resolve, quietMs - (performance.now() - changedAt))
        })
      }
      return seen()
    },
  }
}

/** An answer that names its interaction belongs to it alone; a post belongs to all who stand in its channel. */
function concerns(watched: Watched, happening: Happening): boolean {
  if (happening.kind === 'home') return happening.userId === watched.userId
  if (happening.interaction !== undefined) return happening.interaction === watched.id
  if (happening.kind === 'view') return happening.userId === watched.userId
  if (happening.kind === 'deleted') return true
  if (happening.onlyFor !== undefined) return happening.onlyFor === watched.userId
  return watched.channels.includes(happening.channel)
}

function seenMessage(happening: Happening & { readonly kind: 'message' }, afterMs: number): SeenMessage {
  const { via, onlyFor, channel, ts, threadTs, text, blocks, isReplacement } = happening
  return {
    via,
    isEphemeral: onlyFor !== undefined,
    channel,
    ts,
    threadTs,
    text,
    blocks,
    isReplacement,
    afterMs,
  }
}
