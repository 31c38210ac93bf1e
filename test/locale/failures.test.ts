// Every failure has a French sentence that says what happened and what to do.
import { describe, expect, it } from 'vitest'
import type { Failure } from '../../src/core/failures.ts'
import { explain, explainFeed } from '../../src/locale/failures.ts'

const url = 'https://flux.exemple.fr/une.xml'

/** One of each: a new code without an example does not compile. */
const EXAMPLES: { readonly [Code in Failure['code']]: Failure & { readonly code: Code } } = {
  'fetch-unreachable': { code: 'fetch-unreachable', url, reason: 'cut' },
  'fetch-timeout': { code: 'fetch-timeout', url, seconds: 20 },
  'fetch-status': { code: 'fetch-status', url, status: 503 },
  'fetch-too-large': { code: 'fetch-too-large', url, limitBytes: 12_500_000 },
  'fetch-redirects': { code: 'fetch-redirects', url, limit: 5 },
  'fetch-private-address': { code: 'fetch-private-address', url },
  'fetch-scheme': { code: 'fetch-scheme', url: 'ftp://exemple.fr/une.xml', scheme: 'ftp:' },
  'fetch-reserved': { code: 'fetch-reserved', url, by: 'robots' },
  'fetch-damaged': { code: 'fetch-damaged', url, encoding: 'gzip' },
  'feed-empty': { code: 'feed-empty', url },
  'feed-is-html': { code: 'feed-is-html', url },
  'feed-unreadable': { code: 'feed-unreadable', url },
  'feed-not-found': { code: 'feed-not-found', url },
  'outline-unreadable': { code: 'outline-unreadable', url },
  'feed-unforeseen': { code: 'feed-unforeseen', url },
  'page-without-text': { code: 'page-without-text', url },
  'configuration-missing': { code: 'configuration-missing', path: 'config/pressoir.yaml' },
  'configuration-invalid': {
    code: 'configuration-invalid',
    path: 'config/pressoir.yaml',
    mistakes: [{ line: 12, message: 'Cette heure ne se lit pas.' }],
  },
  'environment-invalid': { code: 'environment-invalid', variable: 'PRESSOIR_TOKEN_KEY', expected: 'key' },
  'environment-incomplete': {
    code: 'environment-incomplete',
    variable: 'SLACK_CLIENT_ID',
    missing: ['SLACK_CLIENT_SECRET', 'PRESSOIR_TOKEN_KEY'],
  },
  'public-address-missing': {
    code: 'public-address-missing',
    path: 'config/pressoir.yaml',
    variable: 'SLACK_CLIENT_ID',
  },
  'file-missing': { code: 'file-missing', path: 'articles.jsonl' },
  'file-unwritable': { code: 'file-unwritable', path: 'archives/2026/03' },
  'file-unreadable': { code: 'file-unreadable', path: 'archives' },
  'file-damaged': { code: 'file-damaged', path: 'articles.jsonl.gz' },
  'folder-taken': { code: 'folder-taken', path: 'export' },
  'folder-foreign': { code: 'folder-foreign', path: 'export' },
  'folder-unwritable': { code: 'folder-unwritable', path: 'exports/mars' },
  'disk-full': { code: 'disk-full', path: 'export' },
  'file-no-outline': { code: 'file-no-outline', path: 'mes-flux.opml' },
  'pack-unknown': { code: 'pack-unknown', given: 'suise', closest: 'Suisse' },
  'workspace-unknown': { code: 'workspace-unknown', id: 'slack:T9', known: ['slack:T1', 'discord:100'] },
  'line-not-utf8': { code: 'line-not-utf8' },
  'line-unforeseen': { code: 'line-unforeseen' },
  'question-missing': { code: 'question-missing' },
  'line-not-json': { code: 'line-not-json' },
  'line-invalid': { code: 'line-invalid', field: 'text' },
  'digest-unknown': { code: 'digest-unknown', name: 'soir', known: ['matin', 'midi', 'nuit'] },
  'filter-invalid': {
    code: 'filter-invalid',
    mistake: { code: 'parenthesis-missing', after: '(grève' },
  },
  'instant-invalid': { code: 'instant-invalid', given: 'hier' },
  'database-locked': { code: 'database-locked', path: 'pressoir.sqlite' },
  'database-full': { code: 'database-full', path: 'pressoir.sqlite' },
  'database-newer': { code: 'database-newer', path: 'pressoir.sqlite' },
  'database-damaged': { code: 'database-damaged', path: 'pressoir.sqlite' },
  'database-unopenable': { code: 'database-unopenable', path: 'pressoir.sqlite' },
  'database-unreachable': { code: 'database-unreachable', path: 'postgres://base:5432/pressoir' },
  'database-refused': { code: 'database-refused', path: 'postgres://base:5432/pressoir' },
  'database-absent': { code: 'database-absent', path: 'postgres://base:5432/pressoir' },
  'database-forbidden': { code: 'database-forbidden', path: 'postgres://base:5432/pressoir' },
  'database-crowded': { code: 'database-crowded', path: 'postgres://base:5432/pressoir' },
  'database-encoding': { code: 'database-encoding', path: 'postgres://base:5432/pressoir' },
  'database-moving': { code: 'database-moving', path: 'postgres://base:5432/pressoir' },
  'database-in-use': { code: 'database-in-use', path: 'postgres://base:5432/pressoir' },
  'database-not-empty': { code: 'database-not-empty', path: 'postgres://base:5432/pressoir' },
  'moved-away': { code: 'moved-away', path: 'pressoir.sqlite', server: 'postgres://base/pressoir' },
  'queue-needs-server': { code: 'queue-needs-server' },
  'move-target': { code: 'move-target' },
  'move-differs': { code: 'move-differs', table: 'articles' },
  'database-on-server': { code: 'database-on-server', path: 'postgres://base:5432/pressoir' },
  'database-address-invalid': { code: 'database-address-invalid' },
  'database-unsupported': { code: 'database-unsupported', scheme: 'mysql:' },
  'database-replaced': { code: 'database-replaced', path: 'pressoir.sqlite' },
  'database-restoring': { code: 'database-restoring', path: 'pressoir.sqlite' },
  'backup-target': { code: 'backup-target' },
  'backup-foreign': { code: 'backup-foreign', path: 'photo.jpg' },
  'backup-newer': { code: 'backup-newer', path: 'sauvegarde.sqlite', version: '9.1.0' },
  'backup-damaged': { code: 'backup-damaged', path: 'sauvegarde.sqlite' },
  'backup-name-taken': { code: 'backup-name-taken', path: 'pressoir.sqlite' },
  'disk-too-small': {
    code: 'disk-too-small',
    path: 'sauvegardes/s.sqlite',
    neededBytes: 3_200_000_000,
    freeBytes: 870_000,
  },
  'platform-unknown': { code: 'platform-unknown', channel: 'pigeon:colombier' },
  'platform-absent': { code: 'platform-absent', channel: 'slack:C0123456' },
  'post-failed': { code: 'post-failed', channel: 'console:terminal', reason: 'disk-full' },
  'token-refused': { code: 'token-refused', platform: 'slack' },
  'intents-refused': { code: 'intents-refused', platform: 'discord' },
  'platform-unreachable': { code: 'platform-unreachable', platform: 'discord' },
}

/** The sentence with ordinary spaces, for rows that people can read. */
const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ')

/** What good French never has: a breakable space at these marks, straight quotes, exclamations, holes. */
const UNWANTED = / [:;?!»]|« |[^ \u00A0]:(?!\/\/|\S)|"|'|!|undefined|NaN|\[object| {2}/

describe('the sentence of a failure', () => {
  it.each(Object.values(EXAMPLES))('is well-formed French for $code', (failure) => {
    for (const text of [explain(failure), explainFeed('Le Courrier', failure)]) {
      expect(text).toMatch(/^[\p{Lu}«c].*\.$/u)
      expect(text).not.toMatch(UNWANTED)
    }
  })

  it.each([
    [
      { code: 'fetch-timeout', url, seconds: 20 },
      'Le flux « Le Courrier » ne répond pas (délai de 20 s dépassé).',
    ],
    [
      { code: 'fetch-timeout', url, seconds: 60, hasBegun: true },
      'Le flux « Le Courrier » envoie sa réponse trop lentement (délai de 60 s dépassé).',
    ],
    [
      { code: 'fetch-status', url, status: 403 },
      'Le flux « Le Courrier » refuse l’accès à Pressoir (HTTP 403). Demandez l’autorisation à l’éditeur : il voit votre adresse de contact à chaque lecture.',
    ],
    [
      { code: 'fetch-status', url, status: 404 },
      'Le flux « Le Courrier » n’existe pas ou plus (HTTP 404). Cherchez la nouvelle adresse sur le site de l’éditeur.',
    ],
    [
      { code: 'fetch-status', url, status: 410 },
      'Le flux « Le Courrier » n’existe plus, et l’éditeur dit que c’est définitif (HTTP 410). Cherchez une autre adresse, ou retirez celle-ci.',
    ],
    [
      { code: 'fetch-status', url, status: 429 },
      'Le flux « Le Courrier » reçoit trop de demandes et prie d’attendre (HTTP 429).',
    ],
    [
      { code: 'fetch-status', url, status: 502 },
      'Le flux « Le Courrier » est en panne chez l’éditeur (HTTP 502).',
    ],
    [{ code: 'fetch-status', url, status: 418 }, 'Le flux « Le Courrier » refuse la demande (HTTP 418).'],
    [
      { code: 'fetch-status', url, status: 204 },
      'Le flux « Le Courrier » donne une réponse inattendue (HTTP 204).',
    ],
    [
      { code: 'fetch-too-large', url, limitBytes: 12_500_000 },
      'Le flux « Le Courrier » envoie plus de 12,5 Mo, la limite de Pressoir.',
    ],
    [
      { code: 'feed-is-html', url },
      'Le flux « Le Courrier » répond par une page web au lieu d’un flux. Cherchez l’adresse du flux sur le site de l’éditeur.',
    ],
    [
      { code: 'database-full', path: 'pressoir.sqlite' },
      'Le flux « Le Courrier » n’a pas pu être traité. Le disque qui porte la base pressoir.sqlite est plein. Libérez de la place, puis recommencez.',
    ],
  ] satisfies [Failure, string][])('tells %j about a feed', (failure, expected) => {
    expect(plain(explainFeed('Le Courrier', failure))).toBe(expected)
  })

  it.each([
    ['2026-03-17T08:15Z', 'Nouvel essai à 9 h 15.', 'today'],
    ['2026-03-18T07:00Z', 'Nouvel essai demain à 8 h.', 'after a long wait'],
  ])('announces an attempt at %s: « %s », %s', (at, expected, _why) => {
    const retry = { at: Date.parse(at), now: Date.parse('2026-03-17T08:00Z'), zone: 'Europe/Paris' }
    expect(plain(explainFeed('Le Courrier', EXAMPLES['fetch-timeout'], retry))).toBe(
      `Le flux « Le Courrier » ne répond pas (délai de 20 s dépassé). ${expected}`,
    )
  })

  it('gives the address when there is no feed', () => {
    expect(plain(explain(EXAMPLES['page-without-text']))).toBe(
      'L’adresse https://flux.exemple.fr/une.xml ne contient pas de texte d’article lisible.',
    )
  })

  it('keeps the password of an address to itself', () => {
    const failure: Failure = { code: 'feed-empty', url: 'https://lecteur:secret@flux.exemple.fr/une.xml' }
    expect(explain(failure)).toContain('https://flux.exemple.fr/une.xml')
    expect(explain(failure)).not.toContain('secret')
  })

  it('lists the mistakes of a configuration, one a line', () => {
    const failure: Failure = {
      code: 'configuration-invalid',
      path: 'config/pressoir.yaml',
      mistakes: [
        { line: 3, message: 'La clé « contact » manque.' },
        { line: 12, message: 'Cette heure ne se lit pas.' },
      ],
    }
    expect(plain(explain(failure)).split('\n')).toEqual([
      'config/pressoir.yaml, ligne 3 : La clé « contact » manque.',
      'config/pressoir.yaml, ligne 12 : Cette heure ne se lit pas.',
    ])
  })

  it.each([
    [[], 'Aucune revue ne s’appelle « soir ». La configuration n’en déclare aucune.'],
    [['matin'], 'Aucune revue ne s’appelle « soir ». Revues déclarées : matin.'],
    [
      ['matin', 'midi', 'nuit'],
      'Aucune revue ne s’appelle « soir ». Revues déclarées : matin, midi et nuit.',
    ],
  ])('names the digests %j', (known, expected) => {
    expect(plain(explain({ code: 'digest-unknown', name: 'soir', known }))).toBe(expected)
  })

  it('leaves what people gave as they gave it', () => {
    expect(explain({ code: 'instant-invalid', given: 'à 8 : 30 ?' })).toContain('à 8 : 30 ?')
  })
})
