// Names of backups, and which of them go.
import { describe, expect, it } from 'vitest'
import { backupName, backupTime, lastBackupTime, surplusBackups } from '../../src/core/backup.ts'

const FIRST = Date.UTC(2026, 10, 28, 2, 30, 5)
const SECOND = Date.UTC(2026, 10, 29, 2, 30, 5)
const THIRD = Date.UTC(2026, 10, 30, 2, 30, 5)
const NAMES = [THIRD, FIRST, SECOND].map(backupName)

describe('the name of a backup', () => {
  it('tells its time, to the second, on every file system', () => {
    expect(backupName(FIRST)).toBe('pressoir-2026-11-28T023005Z.sqlite')
    expect(backupTime(backupName(FIRST))).toBe(FIRST)
  })

  it.each([
    ['pressoir.sqlite', 'the database itself'],
    ['pressoir-2026-11-28T023005Z.sqlite-wal', 'what SQLite leaves beside it'],
    ['pressoir-2026-11-28T023005Z.sqlite.0b1c.part', 'one that is being written'],
    ['pressoir-2026-13-28T023005Z.sqlite', 'a month that does not exist'],
    ['notes.txt', 'somebody’s notes'],
  ])('does not take %s for one', (name, _why) => expect(backupTime(name)).toBeUndefined())
})

describe('a folder of backups', () => {
  it.each([
    [2, [backupName(FIRST)], 'the oldest goes'],
    [1, [backupName(FIRST), backupName(SECOND)], 'the newest stays, whatever their order'],
    [3, [], 'there are as many as are kept'],
    [9, [], 'there are fewer'],
  ])('of which %i are kept', (keep, gone, _why) =>
    expect(surplusBackups([...NAMES, 'notes.txt', 'pressoir.sqlite'], keep)).toEqual(gone),
  )

  it.each([
    [[...NAMES, 'notes.txt'], THIRD, 'the newest'],
    [['notes.txt'], undefined, 'none'],
  ])('tells when the last one was made', (names, time, _why) => expect(lastBackupTime(names)).toBe(time))
})
