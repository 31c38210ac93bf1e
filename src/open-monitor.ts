// Puts together what watches the program: its counters, and the door where they are read. A part of the composition root.
import type { App, Monitor } from './cli/toolbox.ts'
import type { Listening } from './config/values.ts'
import { MINUTE } from './core/calendar.ts'
import { type Pulse, pulseOf } from './core/pulse.ts'
import type { Lack } from './core/readiness.ts'
import type { Room } from './door.ts'
import { monitorOpened, monitorRefused } from './locale/readiness.ts'
import { SILENT_METER } from './meter.ts'
import type { Log } from './ports.ts'
import { atMost } from './services/at-most.ts'
import { VERSION } from './version.ts'
import { createDoor } from './web/door.ts'
import { type Asked, createMetrics, type Metrics } from './web/metrics.ts'
import { monitorRooms } from './web/monitor-rooms.ts'

/** Prometheus waits for ten seconds: what storage cannot tell by then is told as missing. */
const STORAGE_PATIENCE_SECONDS = 5

/** Another Pressoir may be ending on the same port. */
const NEXT_ATTEMPT_AFTER = MINUTE

/** Nothing is counted where nobody may look. */
export async function openMonitor(place: Listening | undefined, log: Log): Promise<Monitor> {
  if (place === undefined) return blindMonitor(log)
  const metrics = createMetrics(VERSION)
  const life = createLife()
  const rooms = monitorRooms(
    {
      pulse: life.pulse,
      lacks: life.lacks,
      metrics: async () => ({
        contentType: metrics.contentType,
        text: await metrics.render(await life.ask()),
      }),
    },
    log,
  )
  const opened = await openRooms(place, log, rooms)
  return {
    meter: metrics.meter,
    log: countedLog(log, metrics),
    ...life,
    close: opened.close,
  }
}

function blindMonitor(log: Log): Monitor {
  return {
    meter: SILENT_METER,
    log,
    tell: () => undefined,
    attend: () => undefined,
    noteBeat: () => undefined,
    close: () => Promise.resolve(),
  }
}

type Stage = 'starting' | 'restoring' | 'draining'

/** Where the program stands. Hours may be set back and forth: a beat is timed by a clock that nobody sets. */
function createLife() {
  let stage: Stage | App = 'starting'
  let lastSignAt = performance.now()
  // Who was told to stop comes back no more.
  const enter = (given: Stage | App): void => {
    if (stage !== 'draining') stage = given
  }
  return {
    tell: enter,
    attend: (app: App): void => {
      enter(app)
      lastSignAt = performance.now()
    },
    noteBeat: (): void => {
      lastSignAt = performance.now()
    },
    pulse: (): Pulse | undefined =>
      typeof stage === 'string' ? undefined : pulseOf(lastSignAt, performance.now()),
    lacks: async (): Promise<readonly Lack[]> =>
      typeof stage === 'string' ? [{ code: stage }] : stage.lacks(),
    ask: async (): Promise<Asked | undefined> => (typeof stage === 'string' ? undefined : ask(stage)),
  }
}

async function ask(app: App): Promise<Asked> {
  const startedAt = performance.now()
  const measured = app.measure().catch(() => undefined)
  const measures = await atMost(measured, STORAGE_PATIENCE_SECONDS)
  return { measures, seconds: (performance.now() - startedAt) / 1000, connections: app.connections() }
}

function countedLog(log: Log, { noteLine }: Metrics): Log {
  const counted =
    (level: 'warn' | 'error'): Log['warn'] =>
    (message, data) => {
      noteLine(level)
      log[level](message, data)
    }
  return {
    debug: (message, data) => log.debug(message, data),
    info: (message, data) => log.info(message, data),
    warn: counted('warn'),
    error: counted('error'),
  }
}

type Rooms = ReturnType<typeof monitorRooms>

/** Resolves after the first attempt, whatever came of it. That the port is taken is said once. */
async function openRooms(
  { host, port }: Listening,
  log: Log,
  rooms: Rooms,
): Promise<{ readonly close: () => Promise<void> }> {
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  let isRefused = false
  const sayRefused = (error: Error): void => {
    if (!isRefused) log.warn(monitorRefused(address), { error: error.message })
    isRefused = true
  }
  const door = createDoor({ host, port, log, sayRefused })
  let opened: readonly Room[] = []
  let retry: NodeJS.Timeout | undefined
  const open = async (): Promise<void> => {
    try {
      for (const [path, answer] of rooms) opened = [...opened, await door.serve(path, answer)]
      log.info(monitorOpened(address))
    } catch {
      retry = setTimeout(() => void open(), NEXT_ATTEMPT_AFTER).unref()
    }
  }
  await open()
  return {
    close: async () => {
      clearTimeout(retry)
      for (const room of opened) await room.close()
    },
  }
}
