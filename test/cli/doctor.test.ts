// doctor: what is right, what is wrong, and how to mend it. Each thing is made wrong for real.
import { chmodSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, describe, expect, it } from 'vitest'
import { loadConfiguration } from '../../src/config/load.ts'
import { DAY, HOUR, MINUTE } from '../../src/core/calendar.ts'
import { waitingDraft } from '../../src/core/waiting-draft.ts'
import { backUpToFolder } from '../../src/storage/backup-folder.ts'
import { openStorage } from '../../src/storage/open.ts'
import { configuration } from './articles.ts'
import { newFile, newFolder, plain, run } from './command.ts'

let folder = ''
let database = ''

beforeEach(async () => {
  folder = newFolder()
  database = join(folder, 'essai.sqlite')
})

async function makeDatabase(lastBeatAt?: number): Promise<void> {
  const storage = await openStorage(database, { now: () => 0 })
  if (lastBeatAt !== undefined) await storage.noteBeat(lastBeatAt)
  await storage.close()
}

/** The doctor on a configuration with these keys, and these tokens in the environment. */
async function doctor(more: Readonly<Record<string, unknown>> = {}, tokens: Record<string, string> = {}) {
  const text = configuration({
    base: database,
    archives: join(folder, 'digests'),
    sauvegardes: { dossier: join(folder, 'sauvegardes') },
    ...more,
  })
  const path = newFile(folder, 'pressoir.yaml', text)
  const ended = await run(['doctor', '--config', path], '', {
    loadConfiguration: async (asked) => loadConfiguration(asked, tokens),
  })
  expect(ended.errors).toBe('')
  const lines = plain(ended.output).trimEnd().split('\n')
  for (const line of lines) expect(line).toMatch(/^[✓⚠✗] \S.*[.?]$/)
  return { status: ended.status, lines, wrong: lines.filter((line) => !line.startsWith('✓')) }
}

const SLACK = {
  nom: 'equipe',
  titre: 'L’équipe',
  jours: 'lundi',
  heures: '8 h',
  canaux: ['slack:C0123456', 'discord:123456789012345678'],
}

describe('doctor', () => {
  it('finds everything in order, and leaves nothing behind', async () => {
    await makeDatabase(Date.now())
    const before = readdirSync(folder)
    const { status, lines, wrong } = await doctor()
    expect({ status, wrong }).toEqual({ status: 0, wrong: [] })
    expect(lines).toEqual([
      expect.stringMatching(/^✓ Node 24\.\d+\.\d+ : /),
      expect.stringMatching(/^✓ L’horloge dit \p{L}+ \d+(?:er)? \p{L}+ \d{4}, \d+ h/u),
      `✓ Configuration ${folder}/pressoir.yaml : 1 flux, 2 revues.`,
      `✓ Dossier des archives ${folder}/digests : Pressoir peut y écrire.`,
      `✓ Aucune sauvegarde dans ${folder}/sauvegardes. Le robot en fera une dès qu’il tournera.`,
      `✓ Base ${database} : 0 article.`,
      '✓ La base est entière : toutes ses pages se lisent.',
      expect.stringMatching(/^✓ Taille de la base : \d+ ko\. Place libre : [\d,]+ [GT]o\.$/),
    ])
    expect(readdirSync(folder).filter((name) => name !== 'pressoir.yaml')).toEqual(before)
  })

  it('says that the database is still to come, and does not make it', async () => {
    const { status, lines } = await doctor()
    expect(status).toBe(0)
    expect(lines.at(-1)).toBe(`✓ Base ${database} : elle n’existe pas encore. Pressoir la créera.`)
    expect(existsSync(database)).toBe(false)
  })

  it('tells every mistake of the configuration at once, a line each', async () => {
    const { status, wrong } = await doctor({ contact: 'nous', fuseau: 'Europe/Pari', ruvues: [] })
    expect(status).toBe(1)
    expect(wrong).toHaveLength(3)
    for (const line of wrong) expect(line).toMatch(/^✗ .*pressoir\.yaml, ligne \d+ : /)
  })

  it('says what to do when there is no configuration', async () => {
    const ended = await run(['doctor', '--config', join(folder, 'absente.yaml')])
    expect(ended.status).toBe(1)
    expect(plain(ended.output)).toContain('absente.yaml est introuvable ou illisible. Créez-le')
  })

  it('warns that the contact is still that of the example, and finds nothing else in the example', async () => {
    const ended = await run(['doctor', '--config', 'config/pressoir.yaml', '--database', database])
    expect(ended.status).toBe(0)
    const warnings = plain(ended.output)
      .split('\n')
      .filter((line) => /^[⚠✗]/.test(line))
    expect(warnings).toEqual([
      '⚠ L’adresse de contact est encore celle de l’exemple (votre-adresse@exemple.fr). Mettez la vôtre : elle est donnée à chaque site que Pressoir lit.',
    ])
  })

  it('warns that there is nothing to read or to publish', async () => {
    const { status, wrong } = await doctor({ flux: [], revues: [] })
    expect(status).toBe(0)
    expect(wrong).toEqual([
      '⚠ La configuration ne déclare aucun flux. Il n’y aura rien à lire.',
      '⚠ La configuration ne déclare aucune revue. Rien ne sera publié.',
    ])
  })

  it('names the tokens that channels need', async () => {
    const { status, wrong } = await doctor({ revues: [SLACK] })
    expect(wrong).toEqual([
      '✗ Il manque un jeton à Slack : SLACK_BOT_TOKEN. Rien ne sera publié dans slack:C0123456. Mettez-le dans l’environnement sous ce nom.',
      '✗ Il manque un jeton à Discord : DISCORD_TOKEN. Rien ne sera publié dans discord:123456789012345678. Mettez-le dans l’environnement sous ce nom.',
    ])
    expect(status).toBe(1)
  })

  it('asks for no token that no channel needs', async () => {
    expect((await doctor({}, {})).wrong).toEqual([])
  })

  it.each([
    ['digests', 'a file where the folder should be'],
    ['digests/2026', 'a file on the way to it'],
  ])('sees that the archive cannot be written: %s', async (archives, _why) => {
    newFile(folder, 'digests', 'un fichier')
    const { status, wrong } = await doctor({ archives: join(folder, archives) })
    expect(status).toBe(1)
    expect(wrong).toEqual([
      `✗ Pressoir ne peut pas écrire dans le dossier des archives ${join(folder, archives)}. Vérifiez que c’est un dossier, que vous avez le droit d’y écrire et que le disque n’est pas plein.`,
    ])
  })

  it.runIf(existsSync('/proc/self'))('sees it too where only writing for real tells', async () => {
    const { wrong } = await doctor({ archives: '/proc/pressoir' })
    expect(wrong).toHaveLength(1)
  })

  it.each([
    [3 * DAY, '✗', 'Elle est trop ancienne : vérifiez que le robot tourne et lisez son journal.'],
    [HOUR, '✓', 'Dernière sauvegarde dans'],
  ])('tells how old the last backup is: %i ms', async (age, mark, sentence) => {
    await makeDatabase()
    await backUpToFolder(database, join(folder, 'sauvegardes'), { now: Date.now() - age, version: '1' })
    const { lines } = await doctor()
    expect(lines.find((line) => line.includes('Dernière sauvegarde'))).toMatch(
      new RegExp(`^${mark} .*${sentence}`),
    )
  })

  it.each([
    [3 * HOUR - MINUTE, 1, '✓', '1 article attend d’être lu, depuis', 'a large import is at it for so long'],
    [3 * HOUR + MINUTE, 2, '⚠', '2 articles attendent d’être lus, le premier depuis', 'nobody reads them'],
  ])('tells since when articles wait to be read: %i ms', async (age, count, mark, sentence, _why) => {
    const now = Date.now()
    const storage = await openStorage(database, { now: () => now })
    const drafts = Array.from({ length: count }, (_, at) =>
      waitingDraft(
        {
          keys: [`guid:vernay:${at}`],
          feedId: 'vernay',
          publisher: 'La Vigie',
          rubric: '',
          url: `https://www.lavigie.example/${at}`,
          title: `Vernay rouvre sa halle ${at}`,
          lead: '',
          body: '',
        },
        true,
        now - age,
      ),
    )
    await storage.drafts.add(drafts)
    await storage.close()
    const { status, lines } = await doctor()
    const line = lines.find((told) => told.includes('article') && told.includes('d’être lu'))
    expect(line).toMatch(new RegExp(`^${mark} ${sentence} `))
    expect(line?.includes('relancez-le')).toBe(mark === '⚠')
    expect(status).toBe(0)
  })

  it('advises a backup where none is asked for', async () => {
    const { wrong } = await doctor({ sauvegardes: undefined })
    expect(wrong).toEqual([
      '⚠ Aucune sauvegarde automatique. Ajoutez « sauvegardes » à la configuration, ou lancez « pressoir backup » chaque jour.',
    ])
  })

  it('leaves a database of an older program as it is, and says what will change', async () => {
    await makeDatabase()
    const raw = new DatabaseSync(database)
    raw.exec("delete from pressoir_migration where name = '0011-care'")
    raw.close()
    const { status, wrong } = await doctor()
    expect({ status, wrong }).toEqual({ status: 0, wrong: [expect.stringContaining('(0011-care)')] })
  })

  it('sees that anybody may change the configuration', async () => {
    await makeDatabase()
    await doctor()
    chmodSync(join(folder, 'pressoir.yaml'), 0o666)
    const { output } = await run(['doctor', '--config', join(folder, 'pressoir.yaml')])
    expect(output).toContain('chmod o-w')
  })

  it('sees a damaged database', async () => {
    newFile(
      folder,
      'essai.sqlite',
      'Ceci n’est pas une base de données, mais un texte assez long.'.repeat(100),
    )
    const { status, wrong } = await doctor()
    expect(status).toBe(1)
    expect(wrong).toEqual([
      `✗ La base ${database} est abîmée. Remplacez-la par une sauvegarde, ou donnez un autre fichier.`,
    ])
  })

  it('sees a database of a newer program', async () => {
    await makeDatabase()
    const raw = new DatabaseSync(database)
    raw.exec("insert into pressoir_migration (name, timestamp) values ('9999-demain', '2030-01-01')")
    raw.close()
    const { status, wrong } = await doctor()
    expect(status).toBe(1)
    expect(wrong).toEqual([
      `✗ La base ${database} vient d’une version plus récente de Pressoir. Mettez Pressoir à jour.`,
    ])
  })

  it('sees that the database can have no place', async () => {
    const { status, wrong } = await doctor({ base: join(folder, 'nulle', 'part.sqlite') })
    expect(status).toBe(1)
    expect(wrong).toHaveLength(1)
    expect(wrong[0]).toContain('ne peut pas être ouverte. Vérifiez que son dossier existe')
  })

  it('sees that the clock has gone back behind the last beat', async () => {
    await makeDatabase(Date.now() + 86_400_000)
    const { status, wrong } = await doctor()
    expect(status).toBe(1)
    expect(wrong).toHaveLength(1)
    expect(wrong[0]).toMatch(
      /^✗ L’horloge retarde sur la base : le robot y a tourné pour la dernière fois demain à /,
    )
  })

  it('looks at the database that was named although the configuration is wrong', async () => {
    const path = newFile(folder, 'p.yaml', 'contact: nous\n')
    newFile(folder, 'essai.sqlite', 'abîmée '.repeat(1000))
    const ended = await run(['doctor', '--config', path, '--database', database])
    expect(ended.status).toBe(1)
    expect(ended.output.split('\n').filter((line) => line.startsWith('✗'))).toHaveLength(2)
  })
})
