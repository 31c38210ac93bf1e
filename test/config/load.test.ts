// The configuration: a French file and the environment become English values.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadConfiguration } from '../../src/config/load.ts'
import { EXAMPLE_CONTACT } from '../../src/config/values.ts'
import { feedId } from '../../src/core/article-identity.ts'
import { CONTACT, mistakesOf, digest, FEEDS, folder, load } from './sources.ts'

describe('a good configuration', () => {
  it('is the one that is committed, but for its contact', () => {
    const { contact, feeds, digests } = loadConfiguration('config/pressoir.yaml', {})
    expect(contact).toBe(EXAMPLE_CONTACT)
    expect(feeds.length).toBeGreaterThanOrEqual(7)
    expect(digests.map(({ name }) => name)).toEqual(['matin', 'monde'])
  })

  it('needs a contact and nothing else', () => {
    expect(load(CONTACT)).toEqual({
      file: expect.stringMatching(/\.yaml$/),
      contact: 'redaction@exemple.fr',
      alerts: [],
      zone: 'Europe/Paris',
      database: 'pressoir.sqlite',
      archive: 'digests',
      port: 3000,
      monitor: { host: '127.0.0.1', port: 9464 },
      feeds: [],
      digests: [],
      tokens: {},
      platformUrls: {},
    })
  })

  it.each([
    ['9100', { host: '127.0.0.1', port: 9100 }, 'a port alone: this machine alone'],
    ['0.0.0.0:9464', { host: '0.0.0.0', port: 9464 }, 'every address, as in a container'],
    ['localhost:9464', { host: 'localhost', port: 9464 }, 'a name'],
    ['"[::1]:9464"', { host: '::1', port: 9464 }, 'an address of IPv6'],
    ['non', undefined, 'nowhere'],
  ])('is watched at « %s »', (given, expected, _why) => {
    expect(load(`${CONTACT}surveillance: ${given}\n`).monitor).toEqual(expected)
  })

  it('becomes feeds and digests in English', () => {
    const { feeds, digests, zone, database } = load(`
contact: https://exemple.fr/robot
fuseau: America/Montreal
base: donnees/revue.sqlite
flux:
  - titre: Le Courrier
    adresse: https://courrier.exemple.fr/une.xml
    éditeur: Groupe du Courrier
    rubrique: Régions
  - titre: 24
    adresse: https://heures.exemple.fr/rss?rubrique=une
    citer: non
revues:
  - nom: matin
    titre: "La revue : l’essentiel"
    jours: [vendredi, en semaine, samedis]
    heures: [18 h 30, "08:00", 8h]
    canaux: [console:terminal, "slack:C01", console:terminal]
    flux: Le Courrier
    rubriques: [Régions]
    sujets: 3
    mots: "40"
    jour creux: taire
  - nom: soir-2
    titre: Le soir
    jours: le week-end
    heures: 23h
    fuseau: Pacific/Noumea
    canaux: discord:123456789012345678
`)
    expect({ zone, database }).toEqual({ zone: 'America/Montreal', database: 'donnees/revue.sqlite' })
    expect(feeds).toEqual([
      {
        id: feedId('https://courrier.exemple.fr/une.xml'),
        url: 'https://courrier.exemple.fr/une.xml',
        title: 'Le Courrier',
        publisher: 'Groupe du Courrier',
        rubric: 'Régions',
        origin: 'file',
      },
      {
        id: feedId('https://heures.exemple.fr/rss?rubrique=une'),
        url: 'https://heures.exemple.fr/rss?rubrique=une',
        title: '24',
        publisher: '24',
        rubric: '',
        origin: 'file',
        isQuoted: false,
      },
    ])
    expect(digests).toEqual([
      {
        name: 'matin',
        title: 'La revue : l’essentiel',
        schedule: { days: [1, 2, 3, 4, 5, 6], hours: ['08:00', '18:30'], zone: 'America/Montreal' },
        channels: ['console:terminal', 'slack:C01'],
        feeds: ['Le Courrier'],
        rubrics: ['Régions'],
        withWords: [],
        withoutWords: [],
        maxStories: 3,
        maxWords: 40,
        onEmpty: 'skip',
      },
      {
        name: 'soir-2',
        title: 'Le soir',
        schedule: { days: [0, 6], hours: ['23:00'], zone: 'Pacific/Noumea' },
        channels: ['discord:123456789012345678'],
        feeds: [],
        rubrics: [],
        withWords: [],
        withoutWords: [],
        maxStories: 7,
        maxWords: 60,
        onEmpty: 'say',
      },
    ])
  })

  it.each([
    ['08:00', '08:00', 'as the example has it'],
    ['8:30', '08:30', 'no sexagesimal number: YAML 1.2'],
    ['"8:05"', '08:05', 'quoted'],
    ['8h', '08:00', 'as people write'],
    ['8 h 30', '08:30', 'as typographers write'],
    ['8H30', '08:30', 'in capitals'],
    ['9 heures', '09:00', 'in full'],
    ['08', '08:00', 'no octal number either'],
    ['05:00', '05:00', 'the first one offered'],
    ['23:00', '23:00', 'the last one'],
  ])('reads the hour %s as %s: %s', (written, expected, _why) => {
    expect(load(digest({ heures: written })).digests[0]?.schedule.hours).toEqual([expected])
  })

  it.each([
    ['tous les jours', [0, 1, 2, 3, 4, 5, 6], 'every day'],
    ['En semaine', [1, 2, 3, 4, 5], 'working days'],
    ['week-end', [0, 6], 'with a hyphen'],
    ['[Dimanche, MARDI]', [0, 2], 'ascending, 0 is Sunday'],
    ['[mercredis, mercredi]', [3], 'once'],
  ])('reads the days %s as %j: %s', (written, expected, _why) => {
    expect(load(digest({ jours: written })).digests[0]?.schedule.days).toEqual(expected)
  })

  it('reads a filter, and calls its feeds by their whole title', () => {
    const filter = load(digest({ filtre: '\'"plan social" ET flux:le courr\'' })).digests[0]?.filter
    expect(filter).toEqual({
      kind: 'all',
      filters: [
        { kind: 'phrase', words: 'plan social', where: 'everywhere' },
        { kind: 'feed', name: 'Le Courrier' },
      ],
    })
  })

  it('says where backups go and what is kept, when it wants any', () => {
    const given = 'sauvegardes:\n  dossier: /srv/sauvegardes\nconserver:\n  jours: 730\n  taille: 1,5 Go\n'
    expect(load(`${CONTACT}${given}`)).toMatchObject({
      backups: { folder: '/srv/sauvegardes', keep: 14 },
      retention: { days: 730, bytes: 1_500_000_000 },
    })
  })

  it('says how much a workspace may use; what is not said stays as usual', () => {
    expect(load(CONTACT)).not.toHaveProperty('quotas')
    expect(load(`${CONTACT}quotas:\n  flux: 50\n  éditions: 20\n`).quotas).toEqual({
      feeds: 50,
      questionsAMinute: 60,
      editionsADay: 20,
    })
  })

  it.each([
    ['quotas:\n  flux: 0', 2, 'La clé « flux » attend un nombre entier entre 1 et 1000000.'],
    ['quotas:\n  editions: beaucoup', 2, 'La clé « éditions » attend un nombre entier'],
    ['quotas:\n  edition: 3', 2, 'La clé « edition » n’existe pas ici ; vouliez-vous dire « éditions » ?'],
    ['quotas: 50', 1, 'La clé « quotas » attend des clés suivies d’un deux-points.'],
    ['conserver:\n  taille: 5 giga', 2, 'La taille « 5 giga » ne se lit pas.'],
    ['conserver:\n  jours: 3', 2, 'La clé « jours » attend un nombre entier entre 30 et 36500.'],
    ['conserver:\n  jour: 300', 2, 'La clé « jour » n’existe pas ici ; vouliez-vous dire « jours » ?'],
    ['conserver: toujours', 1, 'La clé « conserver » attend des clés suivies d’un deux-points.'],
    ['sauvegardes:\n  garder: 7', 1, 'La clé « dossier » manque'],
    [
      'sauvegardes:\n  dossier: s\n  garder: zéro',
      3,
      'La clé « garder » attend un nombre entier entre 1 et 1000.',
    ],
  ])('is told what is wrong about the care of the data: %s', (given, line, sentence) => {
    const mistakes = mistakesOf(`${CONTACT}${given}\n`)
    expect(mistakes).toHaveLength(1)
    expect(mistakes[0]).toContain(`${CONTACT.split('\n').length - 1 + line}: ${sentence}`)
  })

  it('knows keys without accents, in capitals, and values shared by an anchor', () => {
    const { feeds } = load(`CONTACT: a@exemple.fr
Flux:
  - {Titre: Un, adresse: "https://un.exemple.fr", Editeur: &qui Groupe}
  - {titre: Deux, adresse: "https://deux.exemple.fr", éditeur: *qui}
`)
    expect(feeds.map(({ publisher }) => publisher)).toEqual(['Groupe', 'Groupe'])
  })

  it('bears Windows: a byte order mark and its line ends', () => {
    expect(load(`\uFEFF${FEEDS.replaceAll('\n', '\r\n')}`).feeds[0]?.rubric).toBe('Régions')
  })

  it('takes empty lists and lists whose every line is commented out as nothing', () => {
    expect(load(`${CONTACT}flux:\n  # - titre: Un\nrevues: []\n`)).toMatchObject({ feeds: [], digests: [] })
  })

  it('takes tokens from the environment, and blank ones as none', () => {
    const { tokens, platformUrls } = load(CONTACT, {
      SLACK_BOT_TOKEN: 'xoxb-essai',
      SLACK_APP_TOKEN: ' xapp-essai\n',
      SLACK_SIGNING_SECRET: 'secret',
      DISCORD_TOKEN: '  ',
      PRESSOIR_SLACK_API_URL: 'http://127.0.0.1:9/',
    })
    expect(tokens).toEqual({ slackBot: 'xoxb-essai', slackApp: 'xapp-essai', slackSigning: 'secret' })
    expect(platformUrls).toEqual({ slack: 'http://127.0.0.1:9/' })
  })
})

describe('a configuration that is not there', () => {
  it.each([
    [join(folder, 'absente.yaml'), 'no such file'],
    [folder, 'a folder'],
  ])('says so for %s: %s', (missing, _why) => {
    expect(() => loadConfiguration(missing, {})).toThrow(
      expect.objectContaining({ failure: { code: 'configuration-missing', path: missing } }),
    )
  })
})
