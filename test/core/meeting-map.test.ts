// Which people and links a picture shows, and in which order people stand.
import { describe, expect, it } from 'vitest'
import type { Meeting } from '../../src/core/meeting.ts'
import { mapMeetings } from '../../src/core/meeting-map.ts'

function meeting(names: readonly string[], status: Meeting['status'] = 'done'): Meeting {
  const participants = names.map((name) => ({
    name,
    kind: name === 'des pêcheurs' ? ('group' as const) : ('person' as const),
    side: 'subject' as const,
  }))
  return { kind: 'encounter', status, mode: 'unknown', participants, proofs: [], sourceCount: 1 }
}

const [ANNE, PAUL, LUC, EVA] = ['Anne Le Goff', 'Paul Kerbrat', 'Luc Morin', 'Eva Bihan'] as const

describe('the map of meetings', () => {
  it('links whoever met, tells held from planned, and counts', () => {
    const map = mapMeetings([
      meeting([ANNE, PAUL]),
      meeting([PAUL, ANNE], 'planned'),
      meeting([ANNE, LUC], 'possible'),
      meeting([ANNE, EVA], 'cancelled'),
      meeting([ANNE, 'des pêcheurs']),
      meeting([EVA]),
    ])
    expect(map).toEqual({
      people: [ANNE, LUC, PAUL],
      links: [
        { one: 0, other: 1, isHeld: false, isPlanned: true, meetingCount: 1 },
        { one: 0, other: 2, isHeld: true, isPlanned: true, meetingCount: 2 },
      ],
    })
  })

  it('takes the ways in which articles write a name for one person', () => {
    const { people } = mapMeetings([
      meeting([ANNE, 'Sergueï Lavrov']),
      meeting([ANNE, 'Sergueï Lavrov']),
      meeting([ANNE, 'Lavrov']),
      meeting([ANNE, 'Sergei Lavrov']),
    ])
    expect(people).toEqual([ANNE, 'Sergueï Lavrov'])
  })

  it('links everybody of a small company and nobody of a large one', () => {
    expect(mapMeetings([meeting([ANNE, PAUL, LUC])]).links).toHaveLength(3)
    const crowd = Array.from({ length: 6 }, (_, at) => `Camille Dupré${'abcdef'.charAt(at)}`)
    expect(mapMeetings([meeting(crowd)]).links).toEqual([])
  })

  it('keeps twelve people and those who met most often, however many there are', () => {
    const many = Array.from({ length: 40 }, (_, at) => meeting([`Un Nom${at}`, `Deux Mots${at}`]))
    const { people, links } = mapMeetings([...many, meeting([ANNE, PAUL]), meeting([ANNE, PAUL])])
    expect(people).toHaveLength(12)
    expect(links).toHaveLength(6)
    expect(people).toContain(ANNE)
  })

  it('is empty where nobody met', () => expect(mapMeetings([])).toEqual({ people: [], links: [] }))
})
