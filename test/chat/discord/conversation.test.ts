import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { act, type ActionVerb } from '../../../src/core/action.ts'
import type { Form } from '../../../src/core/form.ts'
import type { MessageText } from '../../../src/core/message.ts'
import type { ChatReply } from '../../../src/core/request.ts'
import type { UserAction } from './fake/action.ts'
import { openStage, type Stage } from './harness.ts'

const text = (words: string): MessageText => ({
  summary: words,
  blocks: [{ kind: 'paragraph', spans: [{ kind: 'plain', text: words }] }],
})
const withButton = (words: string, verb: ActionVerb, target = 'memo-1'): MessageText => ({
  ...text(words),
  blocks: [
    ...text(words).blocks,
    { kind: 'buttons', buttons: [{ label: 'Suite', action: act(verb, target, '1'), style: 'plain' }] },
  ],
})
const privately = (message: MessageText): ChatReply => ({ kind: 'message', audience: 'person', message })
const FORM: Form = {
  name: 'add-feed',
  target: '',
  title: 'Ajouter un flux',
  submit: 'Ajouter',
  fields: [
    {
      name: 'adresse',
      label: 'Adresse',
      hint: 'Celle du flux, ou d’une page d’accueil',
      isRequired: true,
      kind: 'text',
      initial: '',
    },
    {
      name: 'rubrique',
      label: 'Rubrique',
      hint: '',
      isRequired: false,
      kind: 'one',
      choices: [
        { label: 'Sport', value: 'sport' },
        { label: 'Culture', value: 'culture' },
      ],
      initial: 'culture',
    },
    {
      name: 'flux',
      label: 'Flux',
      hint: '',
      isRequired: false,
      kind: 'suggested',
      suggests: 'feed',
      initial: [
        { label: 'Le Fil', value: 'f1' },
        { label: 'La Dépêche', value: 'f2' },
      ],
    },
    { name: 'canal', label: 'Canal', hint: '', isRequired: false, kind: 'channel', initial: '' },
    { name: 'personnes', label: 'Personnes', hint: '', isRequired: false, kind: 'people', initial: [] },
  ],
}

describe('a conversation on Discord', () => {
  let stage: Stage
  const ask = (
    name: string,
    options: Record<string, string | number> = {},
    subcommand?: string,
  ): UserAction =>
    stage.fake.command({
      user: stage.person,
      channel: stage.channel,
      name,
      options,
      ...(subcommand === undefined ? {} : { subcommand }),
    })
  const responses = async (action: UserAction, count = 1): Promise<readonly string[]> =>
    (await action.until((seen) => seen.responses.length >= count)).responses.map((one) => one.text)

  beforeEach(async () => {
    stage = await openStage({ rates: { windowScale: 0.02 } })
    await stage.platform.start(stage.inbox)
    await expect.poll(() => stage.fake.commands().length, { timeout: 5000 }).toBe(11)
    stage.reply(() => privately(text('Oui.')))
  })
  afterEach(async () => {
    const { violations } = stage.fake
    await stage.close()
    expect(violations).toEqual([])
  })

  it('says whose, where and what a command is, and answers its person alone', async () => {
    stage.reply(() => privately(text('Trois rencontres.')))
    const seen = await ask('qui', { question: ' a rencontré Lavrov ? ' }).answered
    expect(seen.responses.map((one) => [one.text, one.isEphemeral, one.hasPreviewsOff])).toEqual([
      ['Trois rencontres.', true, true],
    ])
    expect(seen.isDeferred).toBe(true)
    expect(stage.requests.filter(({ kind }) => kind === 'command')).toEqual([
      {
        kind: 'command',
        command: 'qui',
        action: '',
        options: { question: 'a rencontré Lavrov ?' },
        from: {
          workspaceId: `discord:${stage.guild}`,
          workspaceName: 'Le Courrier',
          channel: `discord:${stage.channel}`,
          person: stage.person,
          personName: 'Camille Roux',
          isAdministrator: false,
          roles: [],
        },
      },
    ])
  })

  it('acknowledges before the answer is there', async () => {
    stage.reply(async () => {
      await new Promise((resolve) => {
        setTimeout(resolve, 400)
      })
      return privately(text('Enfin.'))
    })
    const seen = await ask('aide').answered
    expect(seen.ackedAfterMs).toBeLessThan(200)
    expect(seen.answeredAfterMs).toBeGreaterThan(390)
  })

  it('reads the words of an action, numbers, roles and who manages the server', async () => {
    const role = stage.fake.addRole(stage.guild, { name: 'Rédaction' })
    await ask('programme', { jours: 'lundi', sujets: 5 }, 'ajouter').answered
    await stage.fake.command({
      user: stage.person,
      channel: stage.channel,
      name: 'reglages',
      subcommand: 'administrateurs',
      options: { role },
      memberPermissions: 1n << 5n,
    }).answered
    expect(stage.requests.slice(-2)).toMatchObject([
      {
        command: 'programme',
        action: 'ajouter',
        options: { jours: 'lundi', sujets: '5' },
        from: { isAdministrator: false },
      },
      { command: 'reglages', action: 'administrateurs', options: { role }, from: { isAdministrator: true } },
    ])
  })

  it('takes a thread for its channel, and a private conversation for a workspace of its own', async () => {
    const thread = stage.fake.startThread(
      stage.fake.say({ user: stage.person, channel: stage.channel, text: 'Ici' }).id,
      'Fil',
      stage.person,
    )
    await stage.fake.command({ user: stage.person, channel: thread, name: 'aide' }).answered
    await stage.fake.command({ user: stage.person, name: 'aide' }).answered
    const own = `discord:@${stage.person}`
    expect(stage.requests.slice(-2).map(({ from }) => from)).toMatchObject([
      { workspaceId: `discord:${stage.guild}`, channel: `discord:${stage.channel}` },
      { workspaceId: own, channel: own, isAdministrator: true },
    ])
  })

  it('splits a long answer into several messages, all private, the buttons below the last', async () => {
    stage.reply(() =>
      privately(withButton('Une phrase de plus, que la commission a lue. '.repeat(100), 'turn')),
    )
    const seen = await ask('aide').until((now) => now.responses.length === 3)
    expect(seen.responses.map((one) => [one.isEphemeral, one.buttons.length])).toEqual([
      [true, 0],
      [true, 0],
      [true, 1],
    ])
  })

  it('answers everybody when asked to, and says so to whoever asked', async () => {
    stage.reply(() => ({ kind: 'message', audience: 'channel', message: text('Pour tous.') }))
    const seen = await ask('aide').until((now) => now.responses.length === 2)
    expect(seen.responses.map((one) => [one.text, one.isEphemeral])).toEqual([
      ['C’est partagé dans le canal.', true],
      ['Pour tous.', false],
    ])
  })

  it('takes the announcement back when there is nothing to say', async () => {
    stage.reply(() => ({ kind: 'nothing' }))
    const action = ask('aide')
    await action.until((seen) => seen.ackedAfterMs !== undefined)
    await expect.poll(() => stage.fake.requests.some(({ method }) => method === 'DELETE')).toBe(true)
    expect(action.seen().responses).toEqual([])
  })

  it('offers at most 25 suggestions, each short enough', async () => {
    stage.reply(() => ({
      kind: 'suggestions',
      choices: [
        ...Array.from({ length: 30 }, (_, index) => ({ label: 'Nom '.repeat(40), value: `v${index}` })),
      ],
    }))
    const seen = await stage.fake.autocomplete({
      user: stage.person,
      channel: stage.channel,
      name: 'flux',
      subcommand: 'tester',
      focused: 'flux',
      options: { flux: 'Le' },
    }).answered
    expect([seen.choices?.length, seen.choices?.every(({ name }) => name.length <= 100)]).toEqual([25, true])
    expect(stage.requests.at(-1)).toMatchObject({ kind: 'suggestion', suggests: 'feed', typed: 'Le' })
  })

  describe('buttons', () => {
    const pressOn = async (message: MessageText, reply: ChatReply): Promise<UserAction> => {
      stage.reply(() => privately(message))
      const [shown] = (await ask('aide').answered).responses
      stage.reply(() => reply)
      return stage.fake.press({ user: stage.person, message: shown?.id ?? '', label: 'Suite' })
    }

    it('turns the page in place', async () => {
      const seen = await (
        await pressOn(withButton('Page 1', 'turn'), {
          kind: 'replacement',
          message: withButton('Page 2', 'turn'),
        })
      ).answered
      expect([seen.updated?.text, seen.updated?.buttons.length, seen.responses]).toEqual(['Page 2', 1, []])
      expect(stage.requests.at(-1)).toMatchObject({
        kind: 'press',
        action: { verb: 'turn', target: 'memo-1', detail: '1' },
      })
    })

    it.each<readonly [ActionVerb, ChatReply, string]>([
      ['confirm', privately(text('C’est fait.')), 'a message where a replacement was foreseen'],
      [
        'prove',
        { kind: 'replacement', message: text('C’est fait.') },
        'a replacement where a message was foreseen',
      ],
      ['retry-feed', privately(text('C’est fait.')), 'a message'],
    ])('answers « %s » with %j', async (verb, reply, _why) => {
      expect(await responses(await pressOn(withButton('Avant', verb), reply))).toEqual(['C’est fait.'])
    })

    it('shares a private answer with the channel', async () => {
      const action = await pressOn(withButton('La réponse', 'share'), {
        kind: 'message',
        audience: 'channel',
        message: text('La réponse'),
      })
      const seen = await action.answered
      expect(seen.responses.map((one) => [one.text, one.isEphemeral])).toEqual([['La réponse', false]])
    })

    it('replaces a message of the channel, which keeps its key', async () => {
      const handle = await stage.platform.post(stage.channel, {
        key: 'alarme-1',
        ...withButton('Le flux est muet.', 'retry-feed'),
      })
      stage.reply(() => ({ kind: 'replacement', message: withButton('Le flux est revenu.', 'retry-feed') }))
      stage.fake.press({ user: stage.person, message: handle, label: 'Suite' })
      await expect.poll(() => stage.fake.message(handle).text).toBe('Le flux est revenu.')
      expect(stage.fake.message(handle).buttons[0]?.customId).toBe('retry-feed~memo-1~1#alarme-1')
      await expect.poll(() => stage.fake.requests.at(-1)?.method).toBe('DELETE')
    })

    it('says that a button is too old', async () => {
      const other = await stage.platform.post(stage.channel, { key: 'cle', ...withButton('Avant', 'turn') })
      const message = stage.fake.message(other)
      expect(message.buttons).toHaveLength(1)
      // A verb that nobody knows any more.
      const body = {
        content: 'Avant',
        components: [
          { type: 1, components: [{ type: 2, style: 2, label: 'Vieux', custom_id: 'press~a~b#c' }] },
        ],
      }
      const answer = await fetch(`${stage.fake.apiUrl}/v10/channels/${stage.channel}/messages`, {
        method: 'POST',
        headers: { authorization: `Bot ${stage.fake.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      expect(answer.status).toBe(200)
      const old = stage.fake.messages(stage.channel).at(-1)
      const seen = await stage.fake.press({ user: stage.person, message: old?.id ?? '', label: 'Vieux' })
        .answered
      expect(seen.responses.map((one) => [one.text.slice(0, 28), one.isEphemeral])).toEqual([
        ['Ce bouton est trop ancien. R', true],
      ])
    })
  })

  describe('forms', () => {
    it('shows a form at once, reads what was filled in, and lists the mistakes', async () => {
      const press = await stage.platform.post(stage.channel, {
        key: 'cle',
        ...withButton('Flux', 'add-feed', ''),
      })
      stage.reply(() => ({ kind: 'form', form: FORM, instead: text('Écrivez /flux ajouter.') }))
      const { modal } = await stage.fake.press({ user: stage.person, message: press, label: 'Suite' })
        .answered
      expect([modal?.title, modal?.fields.map(({ label, value }) => [label, value])]).toEqual([
        'Ajouter un flux',
        [
          ['Adresse', ''],
          ['Rubrique', ''],
          ['Flux', 'Le Fil, La Dépêche'],
          ['Canal', ''],
          ['Personnes', ''],
        ],
      ])
      stage.reply(() => ({ kind: 'mistakes', mistakes: { adresse: 'Cette adresse n’est pas complète.' } }))
      if (modal === undefined) throw new Error('No form was shown')
      const submitted = stage.fake.submitModal({
        user: stage.person,
        modal,
        fields: {
          Adresse: ' courrier.exemple.fr ',
          Rubrique: ['sport'],
          Flux: 'Le Fil, , La Dépêche',
          Canal: [stage.channel],
          Personnes: [],
        },
      })
      const [answer] = (await submitted.answered).responses
      expect([answer?.isEphemeral, answer?.text]).toEqual([
        true,
        'Le formulaire n’a pas été enregistré\u00A0:\n\n• Cette adresse n’est pas complète.\n\nRefaites la même commande pour réessayer.',
      ])
      expect(stage.requests.at(-1)).toMatchObject({
        kind: 'submission',
        form: 'add-feed',
        target: '',
        values: {
          adresse: ['courrier.exemple.fr'],
          rubrique: ['sport'],
          flux: ['Le Fil', 'La Dépêche'],
          canal: [stage.channel],
        },
      })
      expect(Object.keys((stage.requests.at(-1) as { values?: object }).values ?? {})).not.toContain(
        'personnes',
      )
    })

    it('writes instead of a form that is too long for Discord', async () => {
      const fields = [...FORM.fields, ...FORM.fields.slice(0, 1)]
      stage.reply(() => ({
        kind: 'form',
        form: { ...FORM, fields },
        instead: text('Écrivez /programme ajouter.'),
      }))
      expect(await responses(ask('abonnement', {}, 'regler'))).toEqual(['Écrivez /programme ajouter.'])
    })

    it('writes instead of a form that comes too late to be shown', async () => {
      stage.reply(async () => {
        await new Promise((resolve) => {
          setTimeout(resolve, 2300)
        })
        return { kind: 'form', form: FORM, instead: text('Écrivez /programme ajouter.') }
      })
      expect(await responses(ask('abonnement', {}, 'regler'))).toEqual(['Écrivez /programme ajouter.'])
    })

    it('answers at once what might have been a form', async () => {
      stage.reply(() => privately(text('Vous ne gérez pas ce serveur.')))
      const seen = await ask('abonnement', {}, 'regler').answered
      expect([seen.isDeferred, seen.responses.map((one) => [one.text, one.isEphemeral])]).toEqual([
        false,
        [['Vous ne gérez pas ce serveur.', true]],
      ])
    })
  })

  describe('what is said to the bot', () => {
    const say = (
      words: string,
      more: { readonly channel?: string; readonly user?: string } = {},
    ): UserAction => stage.fake.say({ user: stage.person, channel: stage.channel, text: words, ...more })
    beforeEach(() => stage.reply(() => privately(text('Trois rencontres.'))))

    it('answers below a mention, without calling anybody', async () => {
      const action = say(`<@${stage.fake.botId}> qui a rencontré\nLavrov ?`)
      const [answer] = (await action.answered).responses
      expect([answer?.text, answer?.repliesTo, answer?.pings.users]).toEqual([
        'Trois rencontres.',
        action.id,
        [],
      ])
      expect(stage.requests.at(-1)).toMatchObject({
        kind: 'mention',
        text: 'qui a rencontré Lavrov ?',
        from: { channel: `discord:${stage.channel}`, isAdministrator: false },
      })
    })

    it('answers in a thread, for the channel of the thread', async () => {
      const thread = stage.fake.startThread(say('Ici').id, 'Fil', stage.person)
      const [answer] = (await say(`<@${stage.fake.botId}> et quand ?`, { channel: thread }).answered)
        .responses
      expect([answer?.channelId, stage.requests.at(-1)?.from.channel]).toEqual([
        thread,
        `discord:${stage.channel}`,
      ])
    })

    it('answers in private without being called', async () => {
      const [answer] = (
        await stage.fake.say({ user: stage.person, text: 'Qui a rencontré Lavrov ?' }).answered
      ).responses
      expect(answer?.text).toBe('Trois rencontres.')
      expect(stage.requests.at(-1)?.from).toMatchObject({
        workspaceId: `discord:@${stage.person}`,
        channel: `discord:@${stage.person}`,
      })
    })

    it('knows from roles who manages the server', async () => {
      stage.fake.addRole(stage.guild, { name: 'Gérance', permissions: ['MANAGE_GUILD'] })
      const chief = stage.fake.addMember(stage.guild, { name: 'Dominique', roles: ['Gérance'] })
      await say(`<@${stage.fake.botId}> bonjour`, { user: chief }).answered
      expect(stage.requests.at(-1)?.from).toMatchObject({ isAdministrator: true, personName: 'Dominique' })
    })

    it('keeps silent when it is not meant', async () => {
      const before = stage.requests.length
      say('@everyone bonjour')
      say(`<@${stage.person}> bonjour`)
      await stage.platform.post(stage.channel, { key: 'cle', ...text(`Merci <@${stage.fake.botId}>`) })
      await say(`<@${stage.fake.botId}> bonjour`).answered
      expect(stage.requests.slice(before).map(({ kind }) => kind)).toEqual(['mention'])
    })
  })

  it('swallows an interaction that has expired, with one line of the log', async () => {
    stage.reply(async () => {
      stage.fake.advanceClock(16 * 60_000)
      return privately(text('Trop tard.'))
    })
    const lines = stage.lines.length
    const action = ask('aide')
    await expect.poll(() => stage.lines.length).toBe(lines + 1)
    expect(stage.lines.at(-1)).toContain('a expiré')
    expect([action.seen().responses, stage.lines.join('').includes(stage.fake.token)]).toEqual([[], false])
  })
})
