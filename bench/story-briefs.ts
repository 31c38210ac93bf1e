// The briefs of the largest stories of a period, counted; with --show they are printed for somebody to read. Judges
// nothing itself but what can be counted.
//   npm exec -- node bench/story-briefs.ts [--show] [DATA_FOLDER]
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { composeText } from '../src/core/article-identity.ts'
import { rankedSets } from '../src/core/brief.ts'
import { composeEdition } from '../src/core/compose-edition.ts'
import { DAY, HOUR } from '../src/core/calendar.ts'
import type { EditionStory } from '../src/core/edition.ts'
import { readFiveWs } from '../src/core/five-ws.ts'
import type { PlacedArticle } from '../src/core/importance.ts'
import { tellsSameFact, traceFact } from '../src/core/same-fact.ts'
import { createStoryShelf } from '../src/core/story-shelf.ts'
import { countWords } from '../src/french/tokens.ts'

/** As many as somebody reads in an hour. */
const STORIES = 60

/** The articles name no publisher: so many are drawn, always the same for one article. */
const PUBLISHERS = 7

const SETS = ['stories/dev-articles.jsonl.gz', 'questions/corpus.jsonl.gz']

const isShowing = process.argv.includes('--show')
const folder =
  process.argv.slice(2).find((word) => !word.startsWith('--')) ??
  join(import.meta.dirname, '..', '..', 'shared', 'data')

function readArticles(path: string): readonly PlacedArticle[] {
  if (!existsSync(path)) {
    console.error(`Données introuvables : ${path}. Indiquez le dossier qui contient ${SETS.join(' et ')}.`)
    process.exit(2)
  }
  const shelf = createStoryShelf()
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n')
  return lines
    .filter((line) => line !== '')
    .map((line) => articleOf(JSON.parse(line), path))
    .toSorted((one, other) => one.publishedAt - other.publishedAt)
    .map((article) => ({ ...article, placement: shelf.place(article), appearances: [] }))
}

function articleOf(row: unknown, path: string): Omit<PlacedArticle, 'placement' | 'appearances'> {
  const has = (name: string): string =>
    String((typeof row === 'object' && row !== null ? Reflect.get(row, name) : '') ?? '')
  const lead = has('lead') || has('summary')
  const publishedAt = Date.parse(has('date')) || 0
  const id = `${path.length} ${has('id')}`
  const sum = Array.from(id).reduce((total, letter) => total * 31 + letter.charCodeAt(0), 7)
  return {
    id,
    feedId: 'banc',
    publisher: `Éditeur ${(sum % PUBLISHERS) + 1}`,
    rubric: '',
    url: `https://banc.example/${encodeURIComponent(id)}`,
    version: 1,
    title: has('title'),
    lead,
    text: composeText(lead, has('text')),
    publishedAt,
    firstSeenAt: publishedAt,
  }
}

/** The story told day by day, as a daily digest does; the edition of its fullest day is kept. */
function toldOn(articles: readonly PlacedArticle[]): EditionStory | undefined {
  const days = [...Map.groupBy(articles, ({ publishedAt }) => Math.floor(publishedAt / DAY))]
  const told: string[] = []
  let fullest: { readonly story: EditionStory; readonly count: number } | undefined
  for (const [day, candidates] of days.toSorted(([one], [other]) => one - other)) {
    const now = (day + 1) * DAY
    const storyId = candidates[0]?.placement.storyId ?? ''
    const { stories } = composeEdition({
      digest: { feeds: [], rubrics: [], withWords: [], withoutWords: [], maxStories: 1, maxWords: 60 },
      feeds: [],
      candidates,
      shown: new Set(),
      muted: new Set(),
      told: new Map([[storyId, { slotAt: now - DAY, sentences: [...told] }]]),
      since: now - DAY - HOUR,
      now,
      brief: rankedSets,
    })
    const [story] = stories
    if (story === undefined) continue
    if (candidates.length > (fullest?.count ?? 0)) fullest = { story, count: candidates.length }
    told.push(...sentencesOf(story, candidates))
  }
  return fullest?.story
}

function sentencesOf({ brief }: EditionStory, articles: readonly PlacedArticle[]): readonly string[] {
  return brief.map(({ articleId, start, end }) => textOf(articles, articleId).slice(start, end))
}

const textOf = (articles: readonly PlacedArticle[], id: string): string =>
  articles.find((article) => article.id === id)?.text ?? ''

const counts = { briefs: 0, several: 0, sentences: 0, words: 0, twice: 0, clashes: 0 }
const groups = SETS.flatMap((set) => [
  ...Map.groupBy(readArticles(join(folder, set)), ({ placement }) => placement.storyId).values(),
])
for (const articles of groups.toSorted((one, other) => other.length - one.length).slice(0, STORIES)) {
  const story = toldOn(articles)
  if (story === undefined) continue
  const sentences = sentencesOf(story, articles)
  const traces = sentences.map(traceFact)
  counts.briefs++
  if (new Set(story.brief.map(({ articleId }) => articleId)).size > 1) counts.several++
  counts.sentences += sentences.length
  counts.words += sentences.reduce((sum, sentence) => sum + countWords(sentence), 0)
  counts.clashes += story.clashes?.length ?? 0
  if (traces.some((trace, at) => traces.slice(0, at).some((other) => tellsSameFact(trace, other))))
    counts.twice++
  if (isShowing) show(story, sentences, articles)
}

function show(story: EditionStory, sentences: readonly string[], articles: readonly PlacedArticle[]): void {
  console.log(`\n${counts.briefs}. ${story.title}`)
  for (const [at, sentence] of sentences.entries()) {
    const source = story.sources.find(({ articleId }) => articleId === story.brief[at]?.articleId)
    console.log(`   - ${sentence} (${source?.publisher ?? ''})`)
  }
  const { who, where, when, figures } = readFiveWs(sentences.map((text) => ({ text })))
  console.log(`   ${[who, where, when, figures].map((values) => values.join(', ')).join(' · ')}`)
  for (const { kind, figures: clashing } of story.clashes ?? [])
    console.log(
      `   ${kind} : ${clashing.map(({ articleId, start, end }) => textOf(articles, articleId).slice(start, end)).join(' / ')}`,
    )
}

console.log(`\n| ${counts.briefs} brèves de sujets | |`)
console.log('|---|---:|')
console.log(`| phrases, en moyenne | ${(counts.sentences / counts.briefs).toFixed(2)} |`)
console.log(`| mots, en moyenne | ${Math.round(counts.words / counts.briefs)} |`)
console.log(`| de plusieurs articles | ${counts.several} |`)
console.log(`| un même fait deux fois, selon same-fact | ${counts.twice} |`)
console.log(`| chiffres qui diffèrent | ${counts.clashes} |`)
