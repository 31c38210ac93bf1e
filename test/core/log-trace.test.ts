// The names of lives in the log: the same for one life, others for any other.
import { describe, expect, it } from 'vitest'
import { editionId } from '../../src/core/edition.ts'
import { editionTrace, messageTrace, requestTrace } from '../../src/core/log-trace.ts'
import type { ChatContext } from '../../src/core/request.ts'

const SLOT = Date.UTC(2026, 10, 20, 7)

const FROM: ChatContext = {
  workspaceId: 'slack:T1',
  workspaceName: 'Le Courrier',
  channel: 'slack:C1',
  person: 'U1',
  personName: 'Anne',
  isAdministrator: false,
  roles: [],
}

describe('the trace of an edition', () => {
  it('is 32 hexadecimal digits, the same in every life of the program', () => {
    expect(editionTrace(editionId('matin', SLOT))).toBe('04874c77a88dbbf2a99c3d27ba10dcc5')
  })

  it.each([
    ['soir', SLOT, 'another digest'],
    ['matin', SLOT + 60_000, 'another slot'],
  ])('is another one for %s at %i', (name, slotAt, _why) => {
    expect(editionTrace(editionId(name, slotAt))).not.toBe(editionTrace(editionId('matin', SLOT)))
  })

  it('is not that of a message with the same id', () => {
    expect(messageTrace(editionId('matin', SLOT))).not.toBe(editionTrace(editionId('matin', SLOT)))
  })
})

describe('the trace of a request', () => {
  const trace = requestTrace(FROM, SLOT, 0)

  it('holds nothing of who asked', () => {
    expect(trace).toMatch(/^[\da-f]{32}$/)
  })

  it.each([
    [{ ...FROM, person: 'U2' }, SLOT, 0, 'somebody else'],
    [{ ...FROM, channel: 'slack:C2' }, SLOT, 0, 'elsewhere'],
    [FROM, SLOT + 1, 0, 'later'],
    [FROM, SLOT, 1, 'the next one in the same instant'],
  ])('is another one for %#', (from, now, count, _why) => {
    expect(requestTrace(from, now, count)).not.toBe(trace)
  })
})
