// An export of one workspace: what it may see or has made, in every file, and nothing of another's or of one person's.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OURS, THEIRS } from '../storage/samples-chat.ts'
import { plain } from './command.ts'
import { SECRET, STRANGER } from './export-names.ts'
import { type ExportPlace, newPlace, NOW, textIn } from './export-place.ts'
import { linesOf, readManifest } from './export-reading.ts'

const STRANGE = new RegExp(`.*(?:${STRANGER}|${THEIRS}|${SECRET}).*`)

let place: ExportPlace
beforeAll(async () => {
  place = await newPlace()
  await place.exported('--workspace', OURS)
})
afterAll(() => place.remove())

describe('an export of one workspace', () => {
  it('has nothing of another workspace, nor of one person alone, in any file', async () => {
    for (const name of readdirSync(place.folder))
      expect([name, readFileSync(join(place.folder, name), 'utf8').match(STRANGE)?.[0]]).toEqual([
        name,
        undefined,
      ])
    expect(readManifest(place.folder).workspaceId).toBe(OURS)
  })

  it.each([
    ['workspaces.jsonl', 'id', [OURS]],
    ['feeds.jsonl', 'id', ['ancien', 'brest', 'import', 'nantes', 'rennes']],
    ['followings.jsonl', 'feedId', ['brest', 'rennes']],
    ['digests.jsonl', 'name', ['du-fichier', 'notre-revue']],
    ['alerts.jsonl', 'name', ['notre-alerte-0', 'notre-alerte-1', 'notre-alerte-2', 'une']],
    ['articles.jsonl', 'id', ['a1', 'a2', 'commun', 'r1', 'r2']],
    ['keys.jsonl', 'articleId', ['a1', 'a2', 'commun', 'r1', 'r2']],
    ['people.jsonl', 'articleId', ['a1', 'a2', 'commun']],
    ['offices.jsonl', 'articleId', ['a1', 'a2', 'commun']],
    ['meetings.jsonl', 'articleId', ['a1', 'a2', 'commun']],
    ['statements.jsonl', 'articleId', ['a1', 'a2', 'commun']],
    ['editions.jsonl', 'id', [`matin@${NOW}`]],
    ['raised-alerts.jsonl', 'alertName', ['notre-alerte-0', 'une']],
    ['notices.jsonl', 'message', ['Flux muet depuis trois jours.']],
    ['ratings.jsonl', 'person', [undefined]],
    ['mutes.jsonl', 'audience', ['slack:C0123456']],
    ['changes.jsonl', 'id', ['c1', 'c2', 'c3', 'c4', 'c7']],
    ['audit.jsonl', 'actor', ['', 'config/pressoir.yaml']],
  ])('has its own in %s', async (file, key, own) => {
    expect(new Set(linesOf(place.folder, file).map((line) => line[key]))).toEqual(new Set(own))
  })

  it('calls a shared feed as the workspace does, and puts an article of another’s feed into its own', async () => {
    const feed = linesOf(place.folder, 'feeds.jsonl').find(({ id }) => id === 'rennes')
    expect(feed).toMatchObject({
      title: 'La Dépêche de rennes',
      publisher: 'Dépêche rennes',
      rubric: 'Région',
    })
    const articles = new Map(linesOf(place.folder, 'articles.jsonl').map((line) => [line['id'], line]))
    expect(articles.get('commun')).toMatchObject({ feedId: 'rennes', rubric: 'Commun', appearances: [] })
    expect(articles.get('a1')).toMatchObject({ feedId: 'nantes', appearances: [{ feedId: 'rennes' }] })
    expect(articles.get('r2')).not.toHaveProperty('duplicateOf')
  })

  it('gives the other workspace nothing of ours', async () => {
    await place.exported('--workspace', THEIRS, '--force')
    expect(
      [...textIn(place.folder).matchAll(/.{0,40}(?:notre-|Cœurderoy|brest|slack:).{0,40}/g)].map(String),
    ).toEqual([])
    expect(linesOf(place.folder, 'editions.jsonl')).toHaveLength(2)
  })

  it('refuses one that nobody knows', async () => {
    const ended = await place.exportTo('--workspace', 'slack:T9', '--force')
    expect(ended.status).toBe(2)
    expect(plain(ended.errors)).toContain('La base ne connaît pas l’espace « slack:T9 »')
    expect(readdirSync(dirname(place.folder)).filter((name) => name.startsWith('export'))).toEqual(['export'])
  })
})
