// What every chat platform promises, whatever it is made of. Called once per platform, with a fake that speaks its protocol.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HOUR } from '../../src/core/calendar.ts'
import type { Block, OutgoingMessage } from '../../src/core/message.ts'
import type { ChatPlatform } from '../../src/ports.ts'
import { describeEdits } from './contract-edits.ts'

/** A message as people see it in the channel. */
interface SeenMessage {
  /** Every word on the screen, marks and escapes resolved; blanks do not matter. */
  readonly text: string
  /** Addresses that can be followed. */
  readonly links: readonly string[]
  /** People, groups or terminals that the message set off: mentions, steering sequences. */
  readonly pings: readonly string[]
  /** Names that the platform put in place of ids, as they show: `#général`. */
  readonly mentions: readonly string[]
  /** What is said of the pictures to whoever does not see them; those that show none say it in words. */
  readonly pictures?: readonly string[]
  /** The handle of the message above it, where the platform has threads. */
  readonly replyTo?: string | undefined
}

export interface PlatformHarness {
  readonly platform: ChatPlatform
  /** As `post` takes it, without the platform's name. */
  readonly channel: string
  /** The channel, oldest first. */
  read(): Promise<readonly SeenMessage[]>
  /** Somebody deletes the message. */
  takeAway(handle: string): Promise<void>
  /** From now on the platform refuses; gives the way to mend it. */
  breakDown(): Promise<() => Promise<void>>
  close(): Promise<void>
}

let count = 0

/** One white point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
)

/** Before anything was posted here. */
export const BEFORE = Date.now() - 60_000

export function message(blocks: readonly Block[], more: Partial<OutgoingMessage> = {}): OutgoingMessage {
  count++
  return { key: `essai-${count}`, summary: 'La revue du matin', blocks, ...more }
}

export const paragraph = (text: string): Block => ({ kind: 'paragraph', spans: [{ kind: 'plain', text }] })

/** Words apart by one space, whatever the platform did with blanks. */
export const words = (text: string): string => text.split(/\s+/u).filter(Boolean).join(' ')

/** A text that must reach the channel as it is, and do nothing there. */
export const HOSTILE = [
  ['@everyone le préfet a réuni les maires', 'a mention of Discord'],
  ['<!channel> et <@U012345> sont appelés', 'mentions of Slack'],
  ['<https://piege.exemple.fr|le ministère> répond', 'a link of Slack under another name'],
  ['[le ministère](https://piege.exemple.fr) répond', 'a link of Markdown under another name'],
  ['*gras* _italique_ ~barré~ `code` **fort**', 'marks'],
  ['le taux est < 5 % & > 2 %', 'characters of HTML'],
  ['&amp; n’est pas &', 'an entity that was there before'],
] as const

/** The text in nine places: everywhere that words of others can stand. */
function everyBlock(text: string): readonly Block[] {
  const spans = [{ kind: 'plain', text }] as const
  return [
    { kind: 'heading', level: 1, text },
    { kind: 'heading', level: 2, text },
    { kind: 'paragraph', spans },
    { kind: 'paragraph', spans: [{ kind: 'strong', text }] },
    { kind: 'quote', sentences: [text], source: spans },
    { kind: 'list', items: [spans] },
    { kind: 'context', spans },
    { kind: 'context', spans: [{ kind: 'earlier', text, handle: '' }] },
  ]
}

export function describeChatPlatform(name: string, make: () => Promise<PlatformHarness>): void {
  describe(`${name} as a chat platform`, () => {
    let harness: PlatformHarness
    const post = (sent: OutgoingMessage): Promise<string> => harness.platform.post(harness.channel, sent)
    const texts = async (): Promise<readonly string[]> =>
      (await harness.read()).map(({ text }) => words(text))

    beforeEach(async () => {
      harness = await make()
      await harness.platform.start(() => Promise.resolve({ kind: 'nothing' }))
    })
    afterEach(async () => {
      await harness.platform.stop()
      await harness.close()
    })

    it('says whether it is connected', async () => {
      const { platform } = harness
      await expect.poll(() => platform.isConnected()).toBe(true)
      await platform.stop()
      expect(platform.isConnected()).toBe(false)
      await platform.start(() => Promise.resolve({ kind: 'nothing' }))
      await expect.poll(() => platform.isConnected()).toBe(true)
    })

    it('posts a message once, with a handle of its own', async () => {
      const handles = [await post(message([paragraph('Une.')])), await post(message([paragraph('Deux.')]))]
      expect(await texts()).toEqual(['Une.', 'Deux.'])
      expect(new Set(handles.filter((handle) => handle !== '')).size).toBe(2)
    })

    it.each([
      ['before it was sent', BEFORE],
      ['by a clock that is an hour ahead', BEFORE + HOUR],
      ['by a clock that is an hour behind', BEFORE - HOUR],
    ])('does not repeat a message that landed and was doubted %s: gives its handle', async (_why, since) => {
      const sent = message([paragraph('La préfète a reçu les maires.')])
      const handle = await post(sent)
      await post(message([paragraph('Entre-temps.')]))
      expect(await post({ ...sent, doubtfulSince: since })).toBe(handle)
      expect(await texts()).toEqual(['La préfète a reçu les maires.', 'Entre-temps.'])
    })

    it('sends a doubtful message that did not land', async () => {
      await post(message([paragraph('Une autre.')]))
      await post(message([paragraph('La préfète a reçu les maires.')], { doubtfulSince: BEFORE }))
      expect(await texts()).toEqual(['Une autre.', 'La préfète a reçu les maires.'])
    })

    it('says so when it cannot post, and posts once when it can again', async () => {
      const sent = message([paragraph('Après la panne.')])
      const mend = await harness.breakDown()
      await expect(post(sent)).rejects.toMatchObject({
        failure: { code: 'post-failed', channel: `${name}:${harness.channel}` },
      })
      await mend()
      await post({ ...sent, doubtfulSince: BEFORE })
      await post({ ...sent, doubtfulSince: BEFORE })
      expect(await texts()).toEqual(['Après la panne.'])
    })

    describeEdits(name, () => harness)

    it('keeps the order of the calls, even when none waits for another', async () => {
      const numbers = Array.from({ length: 8 }, (_, index) => `Message ${index}.`)
      await Promise.all(
        numbers.map((text, index) =>
          post(message([paragraph(text)], index % 2 === 0 ? { doubtfulSince: BEFORE } : {})),
        ),
      )
      expect(await texts()).toEqual(numbers)
    })

    it('hangs a reply under its parent, or posts it at least', async () => {
      const parent = await post(message([paragraph('La revue.')]))
      await post(message([paragraph('Le premier sujet.')], { replyTo: parent }))
      const seen = await harness.read()
      expect(seen.map(({ text }) => words(text))).toEqual(['La revue.', 'Le premier sujet.'])
      expect([undefined, parent]).toContain(seen[1]?.replyTo)
    })

    it('shows every kind of block, in order, and links that can be followed', async () => {
      const url = 'https://courrier.exemple.fr/2026/03/17/maires?page=2&tri=date'
      const blocks: readonly Block[] = [
        { kind: 'heading', level: 1, text: 'La revue du matin' },
        { kind: 'context', spans: [{ kind: 'plain', text: 'Mardi 17\u00A0mars 2026' }] },
        { kind: 'heading', level: 2, text: 'Les maires reçus' },
        {
          kind: 'paragraph',
          spans: [
            { kind: 'plain', text: 'D’après ' },
            { kind: 'strong', text: 'trois sources' },
            { kind: 'plain', text: ', dont ' },
            { kind: 'link', text: 'Le Courrier', url },
            { kind: 'plain', text: '.' },
          ],
        },
        {
          kind: 'quote',
          sentences: ['La préfète a reçu les maires.', 'Ils sont repartis déçus.'],
          source: [{ kind: 'link', text: 'La Dépêche', url: `${url}#deux` }],
        },
        {
          kind: 'list',
          items: [[{ kind: 'plain', text: 'un point' }], [{ kind: 'strong', text: 'un autre' }]],
        },
      ]
      await post(message(blocks))
      const seen = await harness.read()
      const text = words(seen.map((part) => part.text).join('\n'))
      const expected = [
        'La revue du matin',
        'Mardi 17 mars 2026',
        'Les maires reçus',
        'D’après trois sources, dont Le Courrier',
        'La préfète a reçu les maires.',
        'Ils sont repartis déçus.',
        'La Dépêche',
        'un point',
        'un autre',
      ]
      const places = expected.map((part) => text.indexOf(part))
      expect(places).not.toContain(-1)
      expect(places).toEqual(places.toSorted((one, other) => one - other))
      expect(seen.flatMap(({ links }) => links)).toEqual([url, `${url}#deux`])
    })

    it('shows the words of a reference to an earlier message, which lead to it if anywhere', async () => {
      const handle = await post(message([paragraph('L’édition de mardi.')]))
      const text = 'Suite de l’édition de mardi'
      const before = (await harness.read()).length
      await post(message([{ kind: 'context', spans: [{ kind: 'earlier', text, handle }] }]))
      const [seen] = (await harness.read()).slice(before)
      expect(words(seen?.text ?? '')).toBe(text)
      for (const link of seen?.links ?? []) expect(link.replace('.', '')).toContain(handle.replace('.', ''))
    })

    it.each(['', 'inconnu', '../x', '12', 'javascript:alert(1)', '<!channel>'])(
      'shows the words alone of a reference to « %s », which is no message',
      async (handle) => {
        await post(message([{ kind: 'paragraph', spans: [{ kind: 'earlier', text: 'La suite', handle }] }]))
        const [seen] = await harness.read()
        expect(words(seen?.text ?? '')).toBe('La suite')
        expect(seen?.pings).toEqual([])
      },
    )

    it('shows a picture, and says all of it to whoever does not see it', async () => {
      const alternativeText = 'Rencontres tenues : Odile Vasseur avec Paul Kerbrat.'
      const picture = { kind: 'picture', title: 'Qui rencontre qui', alternativeText, png: PNG } as const
      await post(message([paragraph('Voici.'), picture, paragraph('Fin.')]))
      const seen = await harness.read()
      const told = words(seen.map((part) => part.text).join('\n'))
      const pictures = seen.flatMap((part) => part.pictures ?? [])
      expect([
        ['Voici. Fin.', [alternativeText]],
        [words(`Voici. ${alternativeText} Fin.`), []],
      ]).toContainEqual([told, pictures])
    })

    it('shows a picture alone, and what it is called', async () => {
      const picture = {
        kind: 'picture',
        title: 'Qui rencontre qui',
        alternativeText: 'A avec B.',
        png: PNG,
      } as const
      await post(message([picture], { summary: 'Qui rencontre qui' }))
      const seen = await harness.read()
      const told = [...seen.map((part) => words(part.text)), ...seen.flatMap((part) => part.pictures ?? [])]
      expect(told).toContain('A avec B.')
    })

    it('shows the summary of a message without blocks', async () => {
      await post(message([], { summary: 'Rien de marquant ce matin.' }))
      expect(await texts()).toEqual(['Rien de marquant ce matin.'])
    })

    it.each(HOSTILE)('shows « %s » as it is and sets nothing off: %s', async (text, _why) => {
      await post(message(everyBlock(text)))
      const seen = await harness.read()
      expect(seen.flatMap(({ pings, mentions }) => [...pings, ...mentions])).toEqual([])
      expect(words(seen.map((part) => part.text).join('\n')).split(words(text))).toHaveLength(10)
      expect(seen.flatMap(({ links }) => links).filter((link) => link.includes('piege'))).toEqual([])
    })

    it.each([
      ['channel', 'C0123456', 'a channel, as Slack calls it'],
      ['channel', '123456789012345678', 'a channel, as Discord calls it'],
      ['person', 'U0123456', 'a person on Slack'],
      ['person', '123456789012345678', 'a person on Discord'],
      ['role', '123456789012345678', 'a role'],
      ['person', '<!channel>', 'an id that is none'],
      ['role', '123456789012345678> @everyone <@&123456789012345678', 'an id with more behind it'],
    ] as const)('names %s %s and calls nobody: %s', async (of, id, _why) => {
      const text = 'la rédaction de Vernay'
      const spans = [
        { kind: 'plain', text: 'Dans ' },
        { kind: 'mention', of, id, text },
        { kind: 'plain', text: ', ce matin.' },
      ] as const
      await post(
        message([
          { kind: 'paragraph', spans },
          { kind: 'context', spans },
        ]),
      )
      const seen = await harness.read()
      expect(seen.flatMap(({ pings }) => pings)).toEqual([])
      const shown = words(seen.map((part) => part.text).join('\n'))
      expect(
        [text, `#${id}`, `@${id}`].map((shownName) => `Dans ${shownName}, ce matin. `.repeat(2).trim()),
      ).toContain(shown)
    })

    it.each([
      ['\u001B[31mrouge\u001B[0m et \u001B]0;titre\u0007fin', 'rouge et fin', 'colours and a window title'],
      ['avant\u001B[2J\u001B[Haprès', 'avantaprès', 'a screen wiped'],
      ['\u009B31mrouge', 'rouge', 'the same in one character'],
      ['sonne\u0007 et\u0000 recule\b', 'sonne et recule', 'a bell, a nil, a backspace'],
      ['prix \u202E001\u202C euros', 'prix 001 euros', 'a text turned round'],
    ])('takes what steers a terminal out of %j', async (text, expected, _why) => {
      await post(message(everyBlock(text), { summary: text }))
      const seen = await harness.read()
      const shown = words(seen.map((part) => part.text).join('\n'))
      expect(shown.split(expected)).toHaveLength(10)
      expect(shown.replaceAll(expected, '').trim()).toBe('')
      expect(seen.flatMap(({ pings, mentions }) => [...pings, ...mentions])).toEqual([])
    })

    it('loses nothing of 30,000 characters, and cuts between sentences', async () => {
      const sentences = Array.from(
        { length: 400 },
        (_, index) => `Phrase ${index}, que la commission a lue et que le conseil a suivie en entier.`,
      )
      await post(message([paragraph(sentences.join(' '))]))
      await post(message([paragraph('Après.')]))
      const seen = (await texts()).join('\n')
      expect(sentences.filter((sentence) => !seen.includes(sentence))).toEqual([])
      expect(words(seen)).toBe(`${sentences.join(' ')} Après.`)
    })

    it('loses no word of a title far too long', async () => {
      const text = Array.from({ length: 60 }, (_, index) => `mot${index}`).join(' ')
      await post(message([{ kind: 'heading', level: 2, text }]))
      expect(words((await texts()).join(' '))).toBe(text)
    })

    it('posts again after it was stopped and started', async () => {
      await post(message([paragraph('Hier.')]))
      await harness.platform.stop()
      await harness.platform.start(() => Promise.resolve({ kind: 'nothing' }))
      await post(message([paragraph('Aujourd’hui.')]))
      expect(await texts()).toEqual(['Hier.', 'Aujourd’hui.'])
    })
  })
}
