// The recent members that an article could join, found by the telling words of their subjects. Compares nothing else.

/** Words by key with the weight that each has in what an article is about. */
export interface Subject {
  readonly keys: Uint32Array
  /** One weight a key, 0 or more; the squares add up to 1 at most. */
  readonly weights: Float32Array
}

export interface Candidate<Member> {
  readonly member: Member
  /** The cosine of the two subjects over the words that were looked up. */
  readonly alike: number
}

export interface CandidateIndex<Member> {
  add(member: Member, subject: Subject): void
  /** Those that share most, best first. Costs no more when more is held. */
  find(subject: Subject): readonly Candidate<Member>[]
  /** Keeps the members for which `isKept` holds. */
  keep(isKept: (member: Member) => boolean): void
  clear(): void
  readonly size: number
}

/** Words of a subject lighter than this lead to nobody: they stand in half of the articles. */
const MIN_TELLING_WEIGHT = 0.06

/** A member whose subject is not as alike as this is not looked at. */
const MIN_ALIKE = 0.06

/** Of one word only its newest members are looked at: more stand for a word that tells nothing. */
const MOST_OF_A_WORD = 250

/** Members touched for one article, rarest words first. With 4,000 two articles of 12,000 went elsewhere. */
const MOST_TOUCHED = 1500

/** Members compared with one article. With 48 eight articles of 12,000 went elsewhere. */
const MOST_CANDIDATES = 32

/** Of one word, the members that have it in the order of their coming. Lists grow by doubling. */
interface Postings {
  count: number
  slots: Int32Array
  weights: Float32Array
}

export function createCandidateIndex<Member>(): CandidateIndex<Member> {
  return new Index()
}

class Index<Member> implements CandidateIndex<Member> {
  #members: Member[] = []
  /** By slot, what was summed up so far; 0 between two searches. */
  #sums = new Float64Array(1024)
  /** The slots of one search; none is touched before it is one of at most so many steps. */
  readonly #touched = new Int32Array(MOST_TOUCHED + MOST_OF_A_WORD)
  readonly #postingsByKey = new Map<number, Postings>()

  get size(): number {
    return this.#members.length
  }

  add(member: Member, { keys, weights }: Subject): void {
    const slot = this.#members.push(member) - 1
    if (slot >= this.#sums.length) this.#sums = new Float64Array(2 * this.#sums.length)
    for (let at = 0; at < keys.length; at++) {
      const weight = weights[at] ?? 0
      if (weight >= MIN_TELLING_WEIGHT) this.#post(keys[at] ?? 0, slot, weight)
    }
  }

  find(subject: Subject): readonly Candidate<Member>[] {
    const touched = this.#touch(subject)
    const alikes = new Float64Array(touched)
    for (let at = 0; at < touched; at++) {
      const slot = this.#touched[at] ?? 0
      alikes[at] = this.#sums[slot] ?? 0
      this.#sums[slot] = 0
    }
    const found: Candidate<Member>[] = []
    for (const at of greatestFirst(alikes, MIN_ALIKE, MOST_CANDIDATES)) {
      const member = this.#members[this.#touched[at] ?? 0]
      if (member !== undefined) found.push({ member, alike: alikes[at] ?? 0 })
    }
    return found
  }

  keep(isKept: (member: Member) => boolean): void {
    const members = this.#members
    const kept: Member[] = []
    const slotsThen = Int32Array.from(members, (member) => (isKept(member) ? kept.push(member) - 1 : -1))
    this.#members = kept
    for (const [key, postings] of this.#postingsByKey) {
      move(postings, slotsThen)
      if (postings.count === 0) this.#postingsByKey.delete(key)
    }
  }

  clear(): void {
    this.#members = []
    this.#sums = new Float64Array(1024)
    this.#postingsByKey.clear()
  }

  #post(key: number, slot: number, weight: number): void {
    let postings = this.#postingsByKey.get(key)
    if (postings === undefined) {
      postings = { count: 0, slots: new Int32Array(2), weights: new Float32Array(2) }
      this.#postingsByKey.set(key, postings)
    } else if (postings.count === postings.slots.length) grow(postings)
    postings.slots[postings.count] = slot
    postings.weights[postings.count++] = weight
  }

  /** Sums up what members share with a subject; gives how many of them it found. */
  #touch({ keys, weights }: Subject): number {
    const [sums, touched] = [this.#sums, this.#touched]
    let [count, steps] = [0, 0]
    for (const at of greatestFirst(weights, MIN_TELLING_WEIGHT, keys.length)) {
      if (steps >= MOST_TOUCHED) break
      const postings = this.#postingsByKey.get(keys[at] ?? 0)
      if (postings === undefined) continue
      const weight = weights[at] ?? 0
      const first = Math.max(0, postings.count - MOST_OF_A_WORD)
      for (let place = first; place < postings.count; place++) {
        const slot = postings.slots[place] ?? 0
        if (sums[slot] === 0) touched[count++] = slot
        sums[slot] = (sums[slot] ?? 0) + weight * (postings.weights[place] ?? 0)
      }
      steps += postings.count - first
    }
    return count
  }
}

function grow(postings: Postings): void {
  const { slots, weights } = postings
  postings.slots = new Int32Array(2 * slots.length)
  postings.weights = new Float32Array(2 * slots.length)
  postings.slots.set(slots)
  postings.weights.set(weights)
}

/** To the slots that members have now; -1 for those that are gone. */
function move(postings: Postings, slotsThen: Int32Array): void {
  const { slots, weights } = postings
  let count = 0
  for (let place = 0; place < postings.count; place++) {
    const slot = slotsThen[slots[place] ?? 0] ?? -1
    if (slot < 0) continue
    slots[count] = slot
    weights[count++] = weights[place] ?? 0
  }
  postings.count = count
}

/** Weights are told apart to the millionth; more places than this cannot be told apart in 53 bits. */
const PLACES = 2 ** 32

/** Places of the values that reach `least`, greatest first, at most `most`. Values are 0 to 1, or hardly more. */
function greatestFirst(values: Float32Array | Float64Array, least: number, most: number): Int32Array {
  const packed = new Float64Array(values.length)
  let size = 0
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0
    if (value >= least) packed[size++] = Math.round(value * 2 ** 20) * PLACES + (PLACES - 1 - at)
  }
  const sorted = packed.subarray(0, size).toSorted()
  const places = new Int32Array(Math.min(size, most))
  for (let at = 0; at < places.length; at++) places[at] = PLACES - 1 - ((sorted[size - 1 - at] ?? 0) % PLACES)
  return places
}
