// What people and clients that mean no good send to the real services behind the real discord.js.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { COMMANDS } from '../../../src/core/command.ts'
import { createInbox } from '../../../src/services/inbox.ts'
import { type Desk, deskFeed, openDesk } from '../../services/open-desk.ts'
import type { Seen } from './fake/action.ts'
import type { CommandOptions } from './fake/people-commands.ts'
import { closeGood, openStage, type Stage, started } from './harness.ts'

const NOW = Date.parse('2026-03-17T08:00:00+01:00')

/** As many as an archive of ours ever had, some with titles that pass every limit. */
const FEEDS = Array.from({ length: 130 }, (_, index) => ({
  ...deskFeed(`Gazette${index % 3 === 0 ? ' très longue,'.repeat(460) : ''} de la ville ${index}`),
  id: `feed${String(index).padStart(12, '0')}`,
  rubric: `Rubrique ${index}`,
}))

/** As long as Discord lets a person type. */
const LONGEST = 6000
const HOSTILE: readonly (readonly [string, string])[] = [
  ['x', 'one endless word'],
  ['a ', 'words of one letter'],
  ['é, ', 'an endless list'],
  ['gazette de la ville 7, ', 'the same title again and again'],
  ['@everyone <@1> ', 'calls'],
  ['\u202E\u200B', 'nothing that can be seen'],
  ['lundi et ', 'days'],
  ['Qui a rencontré Lavrov ? ', 'questions'],
]

describe('people on Discord who mean no good', () => {
  let stage: Stage
  let desk: Desk

  beforeEach(async () => {
    stage = await openStage({ rates: { isOn: false } })
    desk = await openDesk({ now: NOW, feeds: FEEDS })
    const inbox = createInbox(desk.tools)
    stage.reply((request) => inbox(request))
    await started(stage)
  })
  afterEach(() => closeGood(stage))

  const manage = (options: Omit<CommandOptions, 'user'>): Promise<Seen> =>
    stage.fake.command({ user: stage.person, memberPermissions: 1n << 5n, ...options }).answered

  it.each(HOSTILE)(
    'wait no longer than others for what %j says: %s',
    async (unit) => {
      const typed = unit.repeat(LONGEST / unit.length)
      for (const { name, actions } of COMMANDS)
        for (const action of actions) {
          const texts = action.options.filter(({ kind }) => kind === 'text').map((option) => option.name)
          const options = Object.fromEntries(texts.map((option) => [option, typed]))
          const called = { name, options, channel: stage.channel }
          const act = action.name === '' ? called : { ...called, subcommand: action.name }
          if (texts.length === 0 || texts.includes('adresse')) continue
          const seen = await manage(act)
          expect([name, action.name, seen.responses.length > 0, seen.hasFailed]).toEqual([
            name,
            action.name,
            true,
            false,
          ])
          for (const { name: focused, suggests } of action.options) {
            if (suggests === undefined) continue
            const offered = await stage.fake.autocomplete({ ...act, user: stage.person, focused }).answered
            expect(offered.choices?.length).toBeLessThanOrEqual(25)
            // Discord gives up after three seconds.
            expect(offered.hasFailed).toBe(false)
          }
        }
      expect(stage.fake.violations).toEqual([])
      expect(desk.said).toEqual([])
    },
    120_000,
  )

  it('choose among all feeds, whatever they are called', async () => {
    const called = { user: stage.person, channel: stage.channel, name: 'flux', subcommand: 'tester' }
    const typing = { ...called, options: { flux: 'gazette' }, focused: 'flux' }
    const { choices = [] } = await stage.fake.autocomplete(typing).answered
    expect(choices).toHaveLength(25)
    expect(stage.fake.violations).toEqual([])
  })

  it('name no channel of another server, neither from theirs nor in private', async () => {
    const other = stage.fake.addGuild({ name: 'La Dépêche', channels: [{ name: 'direction' }] })
    const canal = other.channels['direction'] ?? ''
    const named = { name: 'reglages', subcommand: 'canal', options: { canal } }
    for (const place of [{ channel: stage.channel }, {}]) {
      const [answer] = (await manage({ ...named, ...place })).responses
      expect(answer?.text).toContain('Je ne reconnais pas ce canal')
    }
    const own = { ...named, options: { canal: stage.channel }, channel: stage.channel }
    expect((await manage(own)).responses[0]?.text).toContain('Pannes annoncées')
  })

  it('change their own settings in private', async () => {
    const [asked] = (await manage({ name: 'reglages', subcommand: 'canal' })).responses
    await stage.fake.press({ user: stage.person, message: asked?.id ?? '', label: 'Confirmer' }).answered
    const [seen] = (await manage({ name: 'reglages', subcommand: 'voir' })).responses
    const press = { user: stage.person, message: seen?.id ?? '', label: 'Modifier les réglages' }
    const { modal } = await stage.fake.press(press).answered
    expect(modal?.title).toBe('Réglages')
    expect(stage.fake.violations).toEqual([])
  })
})

describe('an acknowledgement that Discord took, and that we cannot know of', () => {
  let stage: Stage
  beforeEach(async () => {
    stage = await openStage({ rates: { isOn: false } })
    const desk = await openDesk({ now: NOW })
    const inbox = createInbox(desk.tools)
    stage.reply((request) => inbox(request))
    await started(stage)
  })
  afterEach(() => stage.close())

  it.each([
    [{ kind: 'cut-after' }, 'cut after it'],
    [{ kind: 'status-after', status: 503 }, '503 after it'],
  ] as const)('%o: the answer comes all the same', async (fault, _why) => {
    stage.fake.fault({ ...fault, path: '/callback' })
    const asked = stage.fake.command({ user: stage.person, channel: stage.channel, name: 'aide' })
    const { responses } = await asked.until((seen) => seen.responses.length > 0)
    expect(responses[0]?.text).toContain('/qui')
    expect(stage.fake.violations.map(({ problems }) => problems)).toEqual([
      ['Interaction has already been acknowledged.'],
    ])
  })
})
