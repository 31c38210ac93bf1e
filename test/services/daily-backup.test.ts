// A backup a day at a quiet hour, and what administrators are told when it fails.
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { BackupReport } from '../../src/core/backup.ts'
import { DAY, HOUR, type Instant, MINUTE } from '../../src/core/calendar.ts'
import { ExplainedError } from '../../src/core/failures.ts'
import type { Storage } from '../../src/ports.ts'
import { createDailyBackup } from '../../src/services/daily-backup.ts'
import { openStorage } from '../../src/storage/open.ts'

/** Tuesday 1 December 2026, 4 h in Paris. */
const QUIET: Instant = Date.UTC(2026, 11, 1, 3)
const FULL = new ExplainedError({ code: 'disk-too-small', path: 's', neededBytes: 9e9, freeBytes: 1e6 })

let storage: Storage
let now = QUIET
let lastAt: Instant | undefined
let failure: ExplainedError | undefined
const said: string[] = []

beforeEach(async () => {
  ;[now, lastAt, failure] = [QUIET, undefined, undefined]
  said.length = 0
  storage = await openStorage(':memory:', { now: () => now })
  onTestFinished(() => storage.close())
})

const note = (line: string): void => void said.push(line.replaceAll(/[\u00A0\u202F]/g, ' '))

const log = {
  debug: note,
  info: note,
  warn: note,
  error: note,
}

async function backUp(at: Instant): Promise<BackupReport> {
  if (failure !== undefined) throw failure
  lastAt = at
  return {
    path: 's/p.sqlite',
    bytes: 3_200_000,
    manifest: { version: '1', madeAt: at, rows: { articles: 2 } },
  }
}

function daily(): () => Promise<void> {
  return createDailyBackup({
    storage,
    clock: { now: () => now },
    log,
    zone: 'Europe/Paris',
    backUp,
    lastBackupAt: async () => lastAt,
  })
}

async function beats(duty: () => Promise<void>, until: Instant): Promise<readonly Instant[]> {
  const made: Instant[] = []
  for (; now < until; now += 10 * MINUTE) {
    const before = lastAt
    await duty()
    if (lastAt !== before && lastAt !== undefined) made.push(lastAt)
  }
  return made
}

describe('the backup of the day', () => {
  it('is made at once the first time, then once a quiet hour', async () => {
    now = QUIET + 9 * HOUR
    expect(await beats(daily(), QUIET + 3 * DAY)).toEqual([QUIET + 9 * HOUR, QUIET + DAY, QUIET + 2 * DAY])
    expect(said[0]).toBe('Sauvegarde faite et relue : s/p.sqlite, 3,2 Mo, 2 articles, 0 édition.')
    expect(await storage.upkeep.last('backup')).toMatchObject({ at: QUIET + 2 * DAY })
  })

  it('that was missed while the program was away is made when it is back', async () => {
    lastAt = QUIET - DAY
    now = QUIET + 5 * HOUR
    expect(await beats(daily(), QUIET + 6 * HOUR)).toEqual([QUIET + 5 * HOUR])
  })

  it('that fails is tried every hour, and administrators are told once, then that it works', async () => {
    const settings = { zone: 'Europe/Paris', managers: [], managerRoles: [], adminChannel: 'slack:C1' }
    await storage.workspaces.save({ id: 'slack:T1', name: 'La Vigie', joinedAt: 0, settings })
    failure = FULL
    const duty = daily()
    await beats(duty, QUIET + 3 * HOUR)
    expect(said).toHaveLength(3)
    const told = await storage.notices.open(now)
    expect(told.map(({ message }) => message.summary.replaceAll(/[\u00A0\u202F]/g, ' '))).toEqual([
      'La sauvegarde du jour a échoué. Le disque de s n’a pas assez de place : il faut 9 Go, il reste 1 Mo. Libérez de la place, puis recommencez. J’essaie encore toutes les heures.',
    ])
    failure = undefined
    expect(await beats(duty, QUIET + 5 * HOUR)).toHaveLength(1)
    expect(await storage.notices.open(now)).toHaveLength(2)
    expect(await storage.alarms.list()).toEqual([])
  })
})
