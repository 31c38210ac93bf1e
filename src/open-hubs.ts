// Puts together what WebSub needs when there is a public address: the room where hubs call, the keeper who asks them. No rule of its own.
import { randomBytes } from 'node:crypto'
import type { AppOptions } from './cli/toolbox.ts'
import type { Door, Room } from './door.ts'
import type { HttpClient } from './feeds/http-client.ts'
import { createHubClient } from './feeds/hub-client.ts'
import type { Storage } from './ports.ts'
import type { Heart } from './services/heart.ts'
import { createHubDesk } from './services/hub-desk.ts'
import { createHubKeeper } from './services/keep-hubs.ts'
import { createHubRoom, HUB_PATH } from './web/hub-room.ts'

/** 192 bits: nobody guesses one, and their 32 letters fit into any address. */
const TOKEN_BYTES = 24

interface Hubs {
  /** Opens the door where that is still to be done, then asks the hubs whose time has come. Never rejects. */
  tend(): Promise<void>
  /** Hubs are not asked any more, and find nobody. */
  close(): Promise<void>
}

interface HubTools {
  readonly storage: Storage
  readonly door: Door
  readonly http: HttpClient
  readonly signal: AbortSignal
}

/** Undefined without a public address: then nothing of all this exists. */
export function openHubs({ configuration, clock, log }: AppOptions, tools: HubTools): Hubs | undefined {
  const { publicAddress } = configuration
  if (publicAddress === undefined) return undefined
  const { storage, door, http, signal } = tools
  const keeper = createHubKeeper({
    storage,
    client: createHubClient(http),
    clock,
    log,
    signal,
    callbackBase: publicAddress + HUB_PATH,
    newToken: () => randomBytes(TOKEN_BYTES).toString('base64url'),
  })
  const answer = createHubRoom({ desk: createHubDesk({ storage, clock, log }), log, now: clock.now })
  let room: Promise<Room | undefined> | undefined
  // A port that is taken may be free at the next beat; the door has said so in the log.
  const enter = (): Promise<Room | undefined> => door.serve(HUB_PATH, answer).catch(() => undefined)
  return {
    tend: async () => {
      if ((await (room ??= enter())) === undefined) room = undefined
      else if (!signal.aborted) await keeper.tend()
    },
    close: async () => {
      await http.close()
      await keeper.rest()
      await (await room)?.close()
    },
  }
}

/** Hubs are tended at each beat, and keep nobody waiting. */
export function besideHubs(heart: Heart, hubs: Hubs | undefined): Heart {
  if (hubs === undefined) return heart
  return {
    beat: async () => {
      void hubs.tend()
      await heart.beat()
    },
    rest: async () => {
      await hubs.close()
      await heart.rest()
    },
  }
}
