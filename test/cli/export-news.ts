// Feeds and articles for an export, of two workspaces that must not see each other. French texts written by us.
import { DAY, HOUR } from '../../src/core/calendar.ts'
import type { FeedState } from '../../src/core/feed.ts'
import { keepPassages } from '../../src/core/kept-passages.ts'
import type { Storage } from '../../src/ports.ts'
import { MORNING, sampleArticle, sampleFeed, samplePlacement } from '../storage/samples.ts'
import { sampleFollowing, THEIRS } from '../storage/samples-chat.ts'
import { office, person as somebody, said, told as toldMeeting } from '../storage/samples-facts.ts'
import { OUR_URL, SECRET, STRANGER } from './export-names.ts'

const WHOLE_STATE: Omit<FeedState, 'feedId'> = {
  validators: { etag: '"abc"', lastModified: 'Fri, 20 Nov 2026 06:00:00 GMT' },
  lastReadAt: MORNING,
  lastSuccessAt: MORNING - HOUR,
  nextReadAt: MORNING + HOUR,
  failureCount: 2,
  lastFailure: { code: 'fetch-status', url: OUR_URL, status: 503, retryAt: MORNING + HOUR, words: 'Pause' },
  failingSince: MORNING - HOUR,
  troubleSince: MORNING - HOUR,
  answeringSince: MORNING - DAY,
  restUntil: MORNING + HOUR,
  history: {
    since: MORNING - 9 * DAY,
    days: [{ on: '2026-11-19', readings: 90, failures: 2, articles: 14, slowestSeconds: 3.25 }],
    lastArticleAt: MORNING - HOUR,
    itemCount: 30,
    emptySince: MORNING - HOUR,
    usualSeconds: 0.42,
    slowSince: MORNING - HOUR,
    silentSince: MORNING - DAY,
  },
  move: {
    written: { to: 'https://rennes.example/nouveau.xml', at: MORNING - DAY },
    seen: { to: 'https://rennes.example/bientot.xml', since: MORNING - HOUR },
  },
}

/** Follows: ours `rennes` and, suspended, `brest`; theirs `autrui` and `rennes`. The file: `nantes`, and once `ancien`. */
export async function fillFeeds({ feeds, followings, hubs }: Storage): Promise<void> {
  await feeds.save(
    [
      sampleFeed('nantes', { isQuoted: false }),
      sampleFeed('ancien'),
      sampleFeed('import', { origin: 'import' }),
    ],
    MORNING,
  )
  await feeds.remove(['ancien'])
  // The other one came first: the row of the feed has their words.
  await followings.save(
    sampleFollowing('rennes', {
      workspaceId: THEIRS,
      url: OUR_URL,
      title: STRANGER,
      publisher: STRANGER,
      rubric: STRANGER,
      addedByName: STRANGER,
    }),
    MORNING,
  )
  await followings.save(sampleFollowing('rennes', { url: OUR_URL, isQuoted: false }), MORNING)
  await followings.save(sampleFollowing('brest', { suspendedAt: MORNING }), MORNING)
  for (const feedId of [STRANGER, `${STRANGER}2`])
    await followings.save(
      sampleFollowing(feedId, { workspaceId: THEIRS, title: STRANGER, addedByName: STRANGER }),
      MORNING,
    )
  await followings.remove(THEIRS, `${STRANGER}2`)
  await feeds.saveState({ feedId: 'rennes', ...WHOLE_STATE })
  await hubs.save({
    id: 'moyeu',
    feedId: 'rennes',
    topic: OUR_URL,
    hub: 'https://moyeu.example/',
    callback: `https://revue.example/${SECRET}`,
    secret: SECRET,
    state: 'active',
    since: MORNING,
    nextAskAt: MORNING + DAY,
    attempts: 0,
    debt: 0,
  })
}

const FULL_TEXT =
  'La maire Anne Le Goff a reçu Paul Kerbrat jeudi à Rennes. « Nous avançons », a-t-elle dit. Le port rouvre lundi.'

export async function fillArticles(storage: Storage): Promise<void> {
  const { articles, facts, people, search } = storage
  const meeting = toldMeeting(
    [somebody('Anne Le Goff', { office: 'maire', officeKey: 'mayor@' }), somebody('Paul Kerbrat')],
    {
      end: 57,
      place: 'Rennes',
      from: '2026-11-19',
      to: '2026-11-19',
      attribution: 'le porte-parole',
    },
  )
  const read = {
    people: [],
    offices: [office('maire', 'mayor@')],
    meetings: [meeting],
    statements: [said(58, true)],
  }
  const add = async (id: string, feedId: string, words: string, keys: readonly string[] = []) => {
    const article = sampleArticle(id, {
      feedId,
      url: `https://journal.example/${id}?token=${SECRET}`,
      text: words,
      author: 'Maël Kerven',
      agency: 'AFP',
    })
    await articles.add(article, [`guid:${feedId}:${id}`, `url:${article.url}`, ...keys], samplePlacement(id))
    await facts.save(article, read, 1)
    await people.index(id, ['Anne Le Goff', ...(words.includes(STRANGER) ? [STRANGER] : [])])
    await search.index(article, [{ start: 0, end: 57, stems: ['mair'] }])
    return article
  }
  const first = await add('a1', 'nantes', FULL_TEXT)
  await articles.addVersion({ ...first, version: 2, title: 'Le port rouvre', updatedAt: MORNING }, ['url:b'])
  await articles.noteAppearance('a1', { feedId: 'rennes', rubric: 'Port' })
  await articles.noteAppearance('a1', { feedId: STRANGER, rubric: STRANGER })
  await add('a2', 'rennes', FULL_TEXT)
  await add(`${STRANGER}-3`, STRANGER, `${STRANGER} a dit non. ${FULL_TEXT}`)
  await add('suspendu', 'brest', `${STRANGER} est suspendu. ${FULL_TEXT}`)
  // Theirs had it first, and ours has it as well.
  await add('commun', STRANGER, FULL_TEXT)
  await articles.noteAppearance('commun', { feedId: 'rennes', rubric: 'Commun' })
  // A reprint of what ours sees, and one of what it does not.
  for (const [id, original] of [
    ['r1', 'a1'],
    ['r2', `${STRANGER}-3`],
  ] as const)
    await articles.add(
      sampleArticle(id, { isUndated: true, isReserved: true }),
      [`url:${id}`],
      samplePlacement(id, { duplicateOf: original }),
    )
  const kept = new Map([[1, keepPassages(sampleArticle('r1').text, [{ start: 0, end: 25 }])]])
  await storage.retention.thin({ article: { id: 'r1' }, kept }, MORNING)
}
