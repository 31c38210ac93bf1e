// The doctor and workspaces of Slack that install the app: where, how many, and whose tokens our keys do not open.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openKeyring } from '../../src/chat/slack/seal.ts'
import { loadConfiguration } from '../../src/config/load.ts'
import { openStorage } from '../../src/storage/open.ts'
import { configuration } from './articles.ts'
import { newFile, newFolder, plain, run } from './command.ts'

const [OURS, THEIRS] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]

const ENVIRONMENT = {
  SLACK_CLIENT_ID: '11.22',
  SLACK_CLIENT_SECRET: 'secret',
  SLACK_SIGNING_SECRET: 'signature',
  PRESSOIR_TOKEN_KEY: OURS.toString('base64'),
}

async function doctor(
  sealedWith: readonly Buffer[],
  { environment = ENVIRONMENT, address = 'https://revue.example' } = {},
) {
  const folder = newFolder()
  const database = join(folder, 'essai.sqlite')
  const storage = await openStorage(database, { now: () => 0 })
  for (const [index, current] of sealedWith.entries()) {
    const workspaceId = `slack:T${index}`
    const sealed = openKeyring({ current }).seal('{}', workspaceId)
    await storage.installations.save({ workspaceId, ...sealed, installedAt: 0, renewedAt: 0 })
  }
  await storage.close()
  const more = { base: database, archives: join(folder, 'digests') }
  const file = configuration(address === '' ? more : { ...more, 'adresse publique': address })
  const path = newFile(folder, 'pressoir.yaml', file)
  const ended = await run(['doctor', '--config', path], '', {
    inspectDoor: async () => ({ kind: 'ours' }),
    loadConfiguration: async (given) => loadConfiguration(given, environment),
  })
  return { status: ended.status, lines: plain(ended.output).trimEnd().split('\n') }
}

const PAGE = '✓ Pressoir s’installe dans Slack depuis https://revue.example/slack/install'

describe('what the doctor says of installations', () => {
  it.each<[string, readonly Buffer[], number, readonly string[]]>([
    ['nobody yet', [], 0, [`${PAGE} : aucun espace ne l’a encore installé.`]],
    ['one', [OURS], 0, [`${PAGE} : 1 espace l’a installé.`]],
    [
      'three, of which two are sealed with a lost key',
      [OURS, THEIRS, THEIRS],
      1,
      [
        `${PAGE} : 3 espaces l’ont installé.`,
        '✗ Le jeton de slack:T1 et slack:T2 est chiffré avec une autre clé. Remettez cette clé dans PRESSOIR_TOKEN_KEY_PREVIOUS, ou réinstallez Pressoir dans l’espace.',
      ],
    ],
  ])('%s', async (_what, sealedWith, status, lines) => {
    const found = await doctor(sealedWith)
    expect(found.lines.slice(-lines.length)).toEqual(lines)
    expect(found.status).toBe(status)
  })

  it('nothing where no workspace installs the app by itself, and Slack is missed', async () => {
    const { lines } = await doctor([], {
      environment: { ...ENVIRONMENT, SLACK_CLIENT_ID: '', SLACK_CLIENT_SECRET: '' },
    })
    expect(lines.join('\n')).not.toContain('s’installe dans Slack')
  })

  it.each<[string, Parameters<typeof doctor>[1], string]>([
    [
      'half of it',
      { environment: { ...ENVIRONMENT, PRESSOIR_TOKEN_KEY: '' } },
      '✗ SLACK_CLIENT_ID est dans l’environnement, mais il manque PRESSOIR_TOKEN_KEY. Donnez le tout, ou retirez SLACK_CLIENT_ID.',
    ],
    [
      'a key that is none',
      { environment: { ...ENVIRONMENT, PRESSOIR_TOKEN_KEY: 'motdepasse' } },
      '✗ La clé PRESSOIR_TOKEN_KEY doit compter 32 octets, en hexadécimal ou en base64. Faites-en une avec « openssl rand -base64 32 ».',
    ],
    ['no public address', { address: '' }, 'demande une adresse publique. Écrivez-la dans'],
  ])('a mistake for %s', async (_what, options, line) => {
    const { lines, status } = await doctor([], options)
    expect(lines.join('\n')).toContain(line)
    expect(lines.join('\n')).not.toContain('motdepasse')
    expect(status).toBe(1)
  })
})
