// Help: every verb has some, all of it in French. Commander's own words must not come through.
import { describe, expect, it } from 'vitest'
import { FRENCH_HELP } from '../../src/cli/french-help.ts'
import { run } from './command.ts'

const PAGES: readonly (readonly string[])[] = [
  [],
  ['run'],
  ['demo'],
  ['digest'],
  ['ask'],
  ['alerts'],
  ['why'],
  ['import'],
  ['brief'],
  ['stories'],
  ['sentences'],
  ['people'],
  ['feed'],
  ['feed', 'parse'],
  ['article'],
  ['article', 'extract'],
  ['doctor'],
  ['quotations'],
  ['backup'],
  ['restore'],
  ['settle'],
  ['export'],
  ['retain'],
  ['migrate'],
  ['health'],
]

/** Words of commander and of English in general; «Usage», «Options» and «Arguments» are French too. */
const ENGLISH =
  /\[options\]|\[command\]|\bcommands?\b|\bUsage:|\bOptions:|\bArguments:|\bdefault\b|\bchoices\b|\bdisplay\b|\bhelp for\b|\bthe\b|\bfor\b|\boutput\b|\bversion number\b|\brequired\b/i

/** A space that may break before a high mark or inside guillemets. */
const BAD_SPACE = /\S [:;?!»]|« /

describe('help', () => {
  it.each(PAGES.map((words) => ({ words })))('is French: $words', async ({ words }) => {
    const { status, output, errors } = await run([...words, '--help'])
    expect(status).toBe(0)
    expect(errors).toBe('')
    expect(output).toContain('Usage\u00A0: pressoir')
    expect(output).not.toMatch(ENGLISH)
    expect(output).not.toMatch(BAD_SPACE)
    expect(output.split('\n').find((line) => line.length > 100)).toBeUndefined()
  })

  it('knows every verb that it lists, each with a description', async () => {
    const { output } = await run(['--help'])
    const list = output.split('Verbes\u00A0:\n')[1]?.split('\n\n')[0] ?? ''
    const verbs = [...list.matchAll(/^ {2}(\w+)(?: \S+)? {2,}\S/gm)].map(([, verb]) => verb)
    expect(verbs).toEqual([
      'run',
      'demo',
      'digest',
      'ask',
      'alerts',
      'why',
      'filter',
      'import',
      'brief',
      'stories',
      'sentences',
      'people',
      'meetings',
      'dates',
      'feed',
      'feeds',
      'article',
      'doctor',
      'quotations',
      'backup',
      'restore',
      'settle',
      'export',
      'retain',
      'journal',
      'queues',
      'migrate',
      'health',
      'help',
    ])
  })

  it('never breaks a line at a space that must not break', () => {
    const sentence =
      'Un mot\u00A0: un autre, «\u202Fun mot entre guillemets\u202F» et 12\u00A0articles\u202F; rien de plus.'
    for (let width = 40; width <= 80; width++) {
      const wrapped = FRENCH_HELP.boxWrap?.(sentence, width) ?? ''
      expect(wrapped.split('\n').every((line) => line.length <= width)).toBe(true)
      expect(wrapped.replaceAll('\n', ' ')).toBe(sentence)
    }
  })

  it('is the same under «help verb» and «verb --help»', async () => {
    expect(await run(['help', 'digest'])).toEqual(await run(['digest', '--help']))
  })

  it('tells defaults in French', async () => {
    const { output } = await run(['brief', '--help'])
    expect(output).toContain('(par défaut\u00A0: 60)')
    expect(output).toContain('(par défaut\u00A0: 2)')
  })

  it.each([[[]], [['feed']], [['article']]])(
    'takes the place of a missing verb, on standard error: %s',
    async (words) => {
      const { status, output, errors } = await run(words)
      expect({ status, output }).toEqual({ status: 2, output: '' })
      expect(errors).toContain('Verbes\u00A0:')
      expect(errors).not.toMatch(ENGLISH)
    },
  )

  it('gives the version alone', async () => {
    expect(await run(['--version'])).toEqual({
      status: 0,
      output: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      errors: '',
    })
  })
})
