// Pictures on Slack: a file where everybody may see it, in private where not, and words where there can be no file.
import { afterEach, describe, expect, it } from 'vitest'
import type { Picture } from '../../../src/core/message.ts'
import type { ChatReply } from '../../../src/core/request.ts'
import { openScene, type Scene } from './scene.ts'
import { screenOf } from './screen.ts'

let scene: Scene
afterEach(async () => {
  await scene.close()
})

const PICTURE: Picture = {
  kind: 'picture',
  title: 'Qui rencontre qui',
  alternativeText: 'Odile Vasseur avec Paul Kerbrat.',
  png: new Uint8Array([137, 80, 78, 71]),
}

function reply(audience: 'person' | 'channel', alternativeText = PICTURE.alternativeText): ChatReply {
  const words = { kind: 'paragraph', spans: [{ kind: 'plain', text: 'Voici l’image.' }] } as const
  const blocks = [words, { ...PICTURE, alternativeText }]
  return { kind: 'message', audience, message: { summary: 'Qui rencontre qui', blocks } }
}

async function ask(
  given: ChatReply,
): Promise<Awaited<ReturnType<ReturnType<Scene['slack']['command']>['response']>>> {
  scene = await openScene()
  await scene.start()
  scene.answer(() => given)
  const { slack, alice, channel } = scene
  return slack.command({ user: alice, channel, command: '/rencontres', text: '' }).response()
}

const filesIn = (place: string) => scene.slack.messages(place).flatMap(({ files = [] }) => files)

describe('a picture on Slack', () => {
  it('for one person goes to the private conversation, and the words say so', async () => {
    const seen = await ask(reply('person'))
    expect(screenOf(seen).text).toBe('Voici l’image.\nL’image vous attend dans notre conversation privée.')
    await expect
      .poll(() => filesIn(scene.alice))
      .toMatchObject([
        { title: 'Qui rencontre qui', alternative: PICTURE.alternativeText, received: 4, isShared: true },
      ])
    expect(filesIn(scene.channel)).toEqual([])
    expect(scene.slack.violations).toEqual([])
  })

  it('and a file are given the same way', async () => {
    const words = { kind: 'paragraph', spans: [{ kind: 'plain', text: 'Voici la liste.' }] } as const
    const file = {
      kind: 'file',
      name: 'flux.opml',
      title: 'Les flux',
      alternativeText: 'Le fichier n’a pas pu être envoyé.',
      mediaType: 'text/x-opml',
      octets: new TextEncoder().encode('<opml/>'),
    } as const
    const message = { summary: 'Les flux', blocks: [words, file] }
    const seen = await ask({ kind: 'message', audience: 'person', message })
    expect(screenOf(seen).text).toBe(
      'Voici la liste.\nLe fichier vous attend dans notre conversation privée.',
    )
    await expect
      .poll(() => filesIn(scene.alice))
      .toMatchObject([{ name: 'flux.opml', title: 'Les flux', alternative: '', received: 7, isShared: true }])
    expect(scene.slack.violations).toEqual([])
  })

  it('for everybody stands in the channel', async () => {
    const seen = await ask(reply('channel'))
    expect(screenOf(seen).text).toBe('Voici l’image.')
    await expect.poll(() => filesIn(scene.channel)).toHaveLength(1)
    expect(scene.slack.violations).toEqual([])
  })

  it('is said in words where the right to share files is missing', async () => {
    scene = await openScene()
    await scene.start()
    scene.slack.withdrawScope('files:write')
    scene.answer(() => reply('channel'))
    const { slack, alice, channel } = scene
    await slack.command({ user: alice, channel, command: '/rencontres', text: '' }).response()
    const told = (): readonly string[] => slack.messages(channel).map((message) => screenOf(message).text)
    await expect.poll(told).toContain(PICTURE.alternativeText)
    expect(filesIn(channel)).toEqual([])
    expect(scene.log.map(({ message }) => message)).toContainEqual(expect.stringContaining('dite en mots'))
  })

  it('has no more words than a screen reader bears', async () => {
    await ask(reply('channel', 'Odile Vasseur avec Paul Kerbrat. '.repeat(60)))
    await expect.poll(() => filesIn(scene.channel)).toHaveLength(1)
    expect(scene.slack.violations).toEqual([])
  })
})
