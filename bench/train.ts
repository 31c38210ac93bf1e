// Trains the ranker on articles whose abstract a professional wrote, and writes its weights. Usage: npm run train [-- DATA_FOLDER]
// With --held-out nothing is written: a tenth of the articles is kept apart, and the figures are taken on it.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readArticles, type TaughtArticle } from './train/articles.ts'
import { countLexicon } from './train/count-lexicon.ts'
import { learnSets } from './train/learn-sets.ts'
import { learnWords } from './train/learn-words.ts'
import { foldsOf, lessonOf, untitledSome } from './train/lessons.ts'
import { measureBriefs } from './train/measure-briefs.ts'
import type { RankerWeights } from '../src/core/ranker-weights.ts'
import { writeWeights } from './train/pack-weights.ts'

const WEIGHTS = join(import.meta.dirname, '..', 'src', 'core', 'ranker-weights.json')

const { values, positionals } = parseArgs({
  options: { 'held-out': { type: 'boolean', default: false } },
  allowPositionals: true,
})
const folder = join(positionals[0] ?? join(import.meta.dirname, '..', '..', 'shared', 'data'), 'articles')

function learn(articles: readonly TaughtArticle[]): RankerWeights {
  const lessons = articles.map(lessonOf)
  const lexicons = foldsOf(lessons).map(countLexicon)
  const titled = untitledSome(lessons)
  const wordTrees = tell('mots', () => learnWords(titled, lexicons))
  const setTrees = tell('phrases', () => learnSets(titled, lexicons, wordTrees))
  return { lexicon: countLexicon(lessons), wordTrees, setTrees }
}

function tell<T>(name: string, work: () => T): T {
  const startedAt = performance.now()
  const made = work()
  console.log(`${name} : appris en ${Math.round((performance.now() - startedAt) / 1000)} s`)
  return made
}

/** Every tenth article, so that all months are on both sides. */
const isHeldOut = (_: TaughtArticle, order: number): boolean => order % 10 === 9

const articles = readArticles(join(folder, 'train.jsonl.gz'))
if (values['held-out']) {
  const learned = learn(articles.filter((article, order) => !isHeldOut(article, order)))
  console.log(measureBriefs(articles.filter(isHeldOut), learned))
} else {
  const learned = learn(articles)
  const figures = measureBriefs(readArticles(join(folder, 'valid.jsonl.gz')), learned)
  console.log(figures)
  writeWeights(WEIGHTS, learned, {
    trainer: 'npm run train',
    taught: `${articles.length} articles`,
    reached: figures,
  })
}
