import { describe, expect, it } from 'vitest'
import type { FeedConcern } from '../../src/core/feed-preview.ts'
import { daysWords, hoursWords, scheduleWords } from '../../src/locale/definition.ts'
import { explainConcern } from '../../src/locale/feed-concerns.ts'
import { channelSpan, notAllowed, personSpan, roleSpan } from '../../src/locale/people-and-places.ts'
import { digestList } from '../../src/locale/programme.ts'

describe('days and hours', () => {
  it.each([
    [[0, 1, 2, 3, 4, 5, 6], 'tous les jours'],
    [[1, 2, 3, 4, 5], 'du lundi au vendredi'],
    [[0, 6], 'le samedi et le dimanche'],
    [[0, 5, 6], 'du vendredi au dimanche'],
    [[1], 'le lundi'],
    [[1, 3, 5], 'le lundi, le mercredi et le vendredi'],
  ])('%j: %s', (days, words) => expect(daysWords(days)).toBe(words))

  it('never parts a figure from its h', () => {
    expect(hoursWords(['08:00', '18:05'])).toBe('8\u00A0h et 18\u00A0h\u00A005')
  })

  it('names a zone that is not the reader’s', () => {
    const schedule = { days: [1], hours: ['08:00'], zone: 'America/Toronto' }
    expect(scheduleWords(schedule, 'Europe/Paris')).toBe(
      'le lundi à 8\u00A0h, heure de Montréal (America/Toronto)',
    )
    expect(scheduleWords(schedule, 'America/Toronto')).toBe('le lundi à 8\u00A0h')
  })
})

describe('what to know of a feed', () => {
  const concerns: readonly FeedConcern[] = [
    { kind: 'empty' },
    { kind: 'silent', since: Date.parse('2026-03-17T08:00:00+01:00') },
    { kind: 'moved', to: 'https://lephare.example/flux' },
    { kind: 'reserved', by: 'robots' },
    { kind: 'reserved', by: 'tdm' },
    { kind: 'pages-refused', status: 403 },
    { kind: 'paywall', isPartial: true },
    { kind: 'paywall', isPartial: false },
    { kind: 'abstracts-only' },
    {
      kind: 'pages-unread',
      failure: { code: 'fetch-timeout', url: 'https://lephare.example/', seconds: 20 },
    },
    { kind: 'no-dates' },
    { kind: 'mended', warning: { code: 'truncated' } },
  ]

  it.each(concerns.map((concern) => [concern] as const))('is a French sentence: %j', (concern) => {
    const sentence = explainConcern(concern, 'Europe/Paris')
    expect(sentence).toMatch(/^\p{Lu}.*(?:\.|flux)$/u)
    expect(sentence).not.toMatch(/ [:;?!»]|« |[!']|undefined/u)
  })

  it('differs from one to the next', () => {
    expect(new Set(concerns.map((concern) => explainConcern(concern, 'Europe/Paris'))).size).toBe(
      concerns.length,
    )
  })
})

it.each([
  ['slack:C1', 'slack:C1', 'ce canal'],
  ['slack:@U1', 'slack:@U1', 'ce message privé'],
  ['slack:@U1', 'slack:C1', 'un message privé'],
  ['slack:C2', 'slack:C1', 'le canal C2'],
])('calls %s, seen from %s, «%s»', (channel, here, words) =>
  expect(channelSpan(channel, here).text).toBe(words),
)

it.each([
  ['a channel', channelSpan('slack:C2', 'slack:C1'), { of: 'channel', id: 'C2' }],
  ['a role', roleSpan('305'), { of: 'role', id: '305', text: 'le rôle 305' }],
  ['a person without a name', personSpan('U1', new Map([['U1', '']])), { of: 'person', id: 'U1' }],
])('lets the platform name %s', (_what, span, expected) =>
  expect(span).toMatchObject({ kind: 'mention', ...expected }),
)

it('calls a person by the name they had', () => {
  expect(personSpan('U1', new Map([['U1', 'Awa Diop']]))).toEqual({ kind: 'plain', text: 'Awa Diop' })
})

it.each([
  ['slack:T1', 'les administrateurs, et les personnes qu’ils ont désignées'],
  ['discord:1', 'gèrent le serveur'],
])('says who may on %s', (workspaceId, words) => expect(notAllowed({ workspaceId })).toContain(words))

it.each([
  [true, 'Aucune revue n’est programmée.', 'a button is below'],
  [
    false,
    'Aucune revue n’est programmée. Un administrateur peut en programmer une avec /programme ajouter.',
    'who may not add one',
  ],
])('says what to do where there is no digest, may add: %s', (canAdd, said, _why) => {
  const none = { items: [], page: 0, pageCount: 1, total: 0, memoId: '' }
  const time = { now: 0, zone: 'Europe/Paris' }
  expect(digestList(none, { time, here: 'slack:C1', canAdd }).summary).toBe(said)
})
