// Remembers which sets of sentences could tell an article, for stories that share it. Chooses none, and forgets none by itself.
import type { Article } from './article.ts'
import type { SetsOf } from './story-brief.ts'

type Sets = ReturnType<SetsOf<unknown>> extends Iterable<infer Set> ? Set[] : never

/** Those that somebody has asked for so far, in order. */
interface Known {
  readonly sets: Sets
  isWhole: boolean
}

/**
 * The same sets as `setsOf`. What was weighed to find them is not kept, it is some 100 kB an article: who wants more sets
 * than anybody before has them found anew.
 */
export function rememberSets<Told extends Pick<Article, 'id' | 'version'>>(
  setsOf: SetsOf<Told>,
): SetsOf<Told> {
  const remembered = new Map<string, Known>()
  return function* (article, limits) {
    const key = [article.id, article.version, limits.maxSentences, limits.maxWords].join(' ')
    const known = remembered.get(key) ?? { sets: [], isWhole: false }
    remembered.set(key, known)
    let given = 0
    for (let set = known.sets[given]; set !== undefined; set = known.sets[given]) {
      given++
      yield set
    }
    if (known.isWhole) return
    let at = 0
    for (const set of setsOf(article, limits)) {
      if (at++ < given) continue
      if (known.sets.length < at) known.sets.push(set)
      yield set
    }
    known.isWhole = true
  }
}
