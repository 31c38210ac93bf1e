// The console keeps the contract, and its transcript survives what happens to files.
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createConsolePlatform } from '../../../src/chat/console/platform.ts'
import { readTranscript, type TranscriptLine } from '../../../src/chat/console/transcript.ts'
import type { OutgoingMessage } from '../../../src/core/message.ts'
import { describeChatPlatform, type PlatformHarness } from '../contract.ts'

const now = () => Date.parse('2026-03-17T07:00Z')
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressoir-console-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Each message once, with the words that it has in the end. */
function standing(lines: readonly TranscriptLine[]): readonly TranscriptLine[] {
  const edits = new Map(lines.flatMap((line) => (line.replaces === undefined ? [] : [[line.replaces, line]])))
  return lines
    .filter(({ replaces }) => replaces === undefined)
    .map((line) => ({ ...line, text: edits.get(line.key)?.text ?? line.text }))
}

async function makeHarness(): Promise<PlatformHarness> {
  const transcript = join(folder, 'console.jsonl')
  const shown: string[] = []
  return {
    platform: createConsolePlatform({ transcript, write: (text) => shown.push(text), isColour: false, now }),
    channel: 'terminal',
    read: async () =>
      standing(await readTranscript(transcript)).map(({ text, replyTo }, index) => ({
        text: text.replaceAll(/[«»•─—]|\u00A0?\[\d+\]|<https?:[^>\s|]*>/gu, ' ').replaceAll(' .', '.'),
        links: [...text.matchAll(/\s<(https?:[^>\s|]*)>/g)].map(([, link]) => link ?? ''),
        // oxlint-disable-next-line no-control-regex -- the very characters that must not come through
        pings: [...`${text}${shown[index]}`.matchAll(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/g)].map(
          String,
        ),
        mentions: [],
        replyTo,
      })),
    takeAway: async (handle) => {
      const lines = (await readFile(transcript, 'utf8')).split('\n')
      await writeFile(transcript, lines.filter((line) => !line.includes(`"key":"${handle}"`)).join('\n'))
    },
    breakDown: async () => {
      await rename(folder, `${folder}-absent`)
      return () => rename(`${folder}-absent`, folder)
    },
    close: () => Promise.resolve(),
  }
}

describeChatPlatform('console', makeHarness)

const message = (key: string, text: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  key,
  summary: text,
  blocks: [{ kind: 'paragraph', spans: [{ kind: 'plain', text }] }],
  ...more,
})

describe('the transcript of the console', () => {
  const shown: string[] = []
  const platformAt = (transcript: string, isColour = false) =>
    createConsolePlatform({ transcript, write: (text) => shown.push(text), isColour, now })
  beforeEach(() => {
    shown.length = 0
  })

  it('is one line of JSON a message', async () => {
    const path = join(folder, 'console.jsonl')
    await platformAt(path).post('terminal', message('un', 'Première\nligne.', { replyTo: 'zéro' }))
    expect(await readFile(path, 'utf8')).toBe(
      '{"key":"un","channel":"terminal","postedAt":"2026-03-17T07:00:00.000Z","text":"Première\\nligne.","replyTo":"zéro"}\n',
    )
  })

  it('keeps colours for the terminal', async () => {
    const path = join(folder, 'console.jsonl')
    const blocks = [{ kind: 'heading', level: 1, text: 'La revue' }] as const
    await platformAt(path, true).post('terminal', message('un', '', { blocks }))
    expect(shown).toEqual(['\u001B[1mLa\u001B[0m \u001B[1mrevue\u001B[0m\n\n'])
    expect((await readTranscript(path))[0]?.text).toBe('La revue\n────────')
  })

  it.each([
    ['{"key":"deux","chan', 'cut in the middle'],
    ['{"key":"deux","channel":"terminal","postedAt":"x","text":"Deux."}', 'cut before its line end'],
    ['\uFFFD', 'no JSON at all'],
  ])('loses the torn end %j, which then is posted as if for the first time: %s', async (torn, _why) => {
    const path = join(folder, 'console.jsonl')
    const platform = platformAt(path)
    await platform.post('terminal', message('un', 'Une.'))
    await writeFile(path, torn, { flag: 'a' })
    await platform.post('terminal', message('deux', 'Deux.', { doubtfulSince: 1 }))
    expect((await readTranscript(path)).map(({ key, text }) => [key, text])).toEqual([
      ['un', 'Une.'],
      ['deux', 'Deux.'],
    ])
    expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(3)
  })

  it('cuts off a torn end that is all there is', async () => {
    const path = join(folder, 'console.jsonl')
    await writeFile(path, '{"key":"un"')
    await platformAt(path).post('terminal', message('un', 'Une.'))
    expect(await readTranscript(path)).toHaveLength(1)
  })

  it('leaves alone a line that it does not understand', async () => {
    const path = join(folder, 'console.jsonl')
    await writeFile(path, 'note à la main\n')
    await platformAt(path).post('terminal', message('un', 'Une.', { doubtfulSince: 1 }))
    expect((await readFile(path, 'utf8')).startsWith('note à la main\n{')).toBe(true)
  })

  it('tells channels apart when it looks for a doubtful message', async () => {
    const path = join(folder, 'console.jsonl')
    const platform = platformAt(path)
    await platform.post('matin', message('un', 'Une.'))
    await platform.post('soir', message('un', 'Une.', { doubtfulSince: 1 }))
    expect((await readTranscript(path)).map(({ channel }) => channel)).toEqual(['matin', 'soir'])
  })

  it('shows nothing that is not written down', async () => {
    const absent = join(folder, 'absent', 'console.jsonl')
    await expect(platformAt(absent).post('terminal', message('un', 'Une.'))).rejects.toMatchObject({
      failure: { code: 'post-failed', channel: 'console:terminal', reason: 'unwritable' },
      cause: { code: 'ENOENT' },
    })
    await expect(platformAt(folder).post('terminal', message('un', 'Une.'))).rejects.toMatchObject({
      failure: { code: 'post-failed', reason: 'unwritable' },
    })
    expect(shown).toEqual([])
  })

  it.skipIf(!existsSync('/dev/full'))('tells a full disk', async () => {
    await expect(platformAt('/dev/full').post('terminal', message('un', 'Une.'))).rejects.toMatchObject({
      failure: { code: 'post-failed', channel: 'console:terminal', reason: 'disk-full' },
    })
  })

  it('goes on after a failure', async () => {
    const path = join(folder, 'tard', 'console.jsonl')
    const platform = platformAt(path)
    await expect(platform.post('terminal', message('un', 'Une.'))).rejects.toThrow('post-failed')
    await rename(await mkdtemp(join(tmpdir(), 'pressoir-tard-')), join(folder, 'tard'))
    await platform.post('terminal', message('un', 'Une.', { doubtfulSince: 1 }))
    expect(await readTranscript(path)).toHaveLength(1)
  })
})
