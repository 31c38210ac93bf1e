// Pictures on Discord: an attachment with its description, to whoever asked alone.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Picture } from '../../../src/core/message.ts'
import { closeGood, openStage, privately, type Stage, started, text } from './harness.ts'

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
  await started(stage)
})
afterEach(() => closeGood(stage))

const PICTURE: Picture = {
  kind: 'picture',
  title: 'Qui rencontre qui',
  alternativeText: 'Odile Vasseur avec Paul Kerbrat.',
  png: new Uint8Array([137, 80, 78, 71]),
}

const ask = () => stage.fake.command({ user: stage.person, channel: stage.channel, name: 'rencontres' })

describe('a picture on Discord', () => {
  it('comes with the words, in private, and says what it shows', async () => {
    const { summary, blocks } = text('Voici l’image.')
    stage.reply(() => privately({ summary, blocks: [...blocks, PICTURE] }))
    const { responses } = await ask().answered
    expect(responses).toMatchObject([
      {
        text: 'Voici l’image.',
        isEphemeral: true,
        attachments: [{ name: 'rencontres-1.png', alternative: PICTURE.alternativeText }],
      },
    ])
    const uploaded = stage.fake.requests.flatMap(({ files }) => files)
    expect(uploaded).toEqual([{ name: 'rencontres-1.png', size: 4, contentType: 'image/png' }])
  })

  it('comes with the last of several messages, with a description that Discord bears', async () => {
    const { summary, blocks } = text('Une phrase de plus, que la commission a lue. '.repeat(100))
    const picture = { ...PICTURE, alternativeText: 'Odile avec Paul. '.repeat(100) }
    stage.reply(() => privately({ summary, blocks: [...blocks, picture] }))
    const seen = await ask().until((now) => now.responses.length === 3)
    expect(seen.responses.map(({ attachments }) => attachments.length)).toEqual([0, 0, 1])
  })

  it('comes for all when it is for all', async () => {
    stage.reply(() => ({
      kind: 'message',
      audience: 'channel',
      message: { summary: 'Qui', blocks: [PICTURE] },
    }))
    const seen = await ask().until((now) => now.responses.length === 2)
    expect(seen.responses.at(-1)).toMatchObject({ isEphemeral: false, attachments: [{}] })
  })

  it('and a file under its name', async () => {
    const { summary, blocks } = text('Voici la liste.')
    const octets = new TextEncoder().encode('<opml/>')
    const file = {
      kind: 'file',
      name: 'flux.opml',
      title: 'Les flux',
      alternativeText: 'Le fichier n’a pas pu être envoyé.',
      mediaType: 'text/x-opml',
      octets,
    } as const
    stage.reply(() => privately({ summary, blocks: [...blocks, file] }))
    const { responses } = await ask().answered
    expect(responses).toMatchObject([{ isEphemeral: true, attachments: [{ name: 'flux-1.opml' }] }])
    const uploaded = stage.fake.requests.flatMap(({ files }) => files)
    expect(uploaded).toEqual([{ name: 'flux-1.opml', size: 7, contentType: 'text/x-opml' }])
  })
})
