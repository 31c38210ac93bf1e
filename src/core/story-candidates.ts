// The recent members that an article could join, found by the telling words of their subjects. Compares nothing else.
import type { Vector } from './vector.ts'

export interface Candidate<Member> {
  readonly member: Member
  /** The cosine of the two subjects over the words that were looked up. */
  readonly alike: number
}

export interface CandidateIndex<Member> {
  add(member: Member, subject: Vector): void
  /** Those that share most, best first. Costs no more when more is held. */
  find(subject: Vector): readonly Candidate<Member>[]
  /** Keeps the members for which `isKept` holds. */
  keep(isKept: (member: Member) => boolean): void
  clear(): void
  readonly size: number
}

/** Words of a subject lighter than this lead to nobody: they stand in half of the articles. */
const MIN_TELLING_WEIGHT = 0.06

/** A member whose subject is not as alike as this is not looked at. */
const MIN_ALIKE = 0.04

/** Of one word only its newest members are looked at: more stand for a word that tells nothing. */
const MOST_OF_A_WORD = 250

/** Members touched for one article, rarest words first. */
const MOST_TOUCHED = 4000

/** Members compared with one article. */
const MOST_CANDIDATES = 48

interface Postings {
  readonly slots: number[]
  readonly weights: number[]
}

export function createCandidateIndex<Member>(): CandidateIndex<Member> {
  return new Index()
}

class Index<Member> implements CandidateIndex<Member> {
  #members: Member[] = []
  #subjects: Vector[] = []
  /** By slot, what was summed up so far; 0 between two searches. */
  #sums = new Float64Array(1024)
  readonly #postingsByStem = new Map<number, Postings>()

  get size(): number {
    return this.#members.length
  }

  add(member: Member, subject: Vector): void {
    const slot = this.#members.push(member) - 1
    this.#subjects.push(subject)
    if (slot >= this.#sums.length) this.#sums = new Float64Array(2 * this.#sums.length)
    for (let at = 0; at < subject.keys.length; at++) {
      const [stem, weight] = [subject.keys[at] ?? 0, subject.weights[at] ?? 0]
      if (weight < MIN_TELLING_WEIGHT) continue
      const postings = this.#postingsByStem.get(stem)
      if (postings === undefined) this.#postingsByStem.set(stem, { slots: [slot], weights: [weight] })
      else {
        postings.slots.push(slot)
        postings.weights.push(weight)
      }
    }
  }

  find(subject: Vector): readonly Candidate<Member>[] {
    const found: Candidate<Member>[] = []
    for (const slot of this.#touch(subject)) {
      const [alike, member] = [this.#sums[slot] ?? 0, this.#members[slot]]
      this.#sums[slot] = 0
      if (alike >= MIN_ALIKE && member !== undefined) found.push({ member, alike })
    }
    return found.toSorted((one, other) => other.alike - one.alike).slice(0, MOST_CANDIDATES)
  }

  keep(isKept: (member: Member) => boolean): void {
    const [members, subjects] = [this.#members, this.#subjects]
    this.clear()
    for (const [slot, member] of members.entries()) {
      const subject = subjects[slot]
      if (subject !== undefined && isKept(member)) this.add(member, subject)
    }
  }

  clear(): void {
    this.#members = []
    this.#subjects = []
    this.#sums = new Float64Array(1024)
    this.#postingsByStem.clear()
  }

  /** Sums up what members share with a subject; gives their slots. */
  #touch(subject: Vector): readonly number[] {
    const touched: number[] = []
    const sums = this.#sums
    let steps = 0
    for (const at of heaviestFirst(subject.weights)) {
      const weight = subject.weights[at] ?? 0
      if (weight < MIN_TELLING_WEIGHT || steps >= MOST_TOUCHED) break
      const postings = this.#postingsByStem.get(subject.keys[at] ?? 0)
      if (postings === undefined) continue
      const { slots, weights } = postings
      for (let place = Math.max(0, slots.length - MOST_OF_A_WORD); place < slots.length; place++) {
        const slot = slots[place] ?? 0
        if (sums[slot] === 0) touched.push(slot)
        sums[slot] = (sums[slot] ?? 0) + weight * (weights[place] ?? 0)
        steps++
      }
    }
    return touched
  }
}

function heaviestFirst(weights: Float32Array): readonly number[] {
  return [...weights.keys()].toSorted((one, other) => (weights[other] ?? 0) - (weights[one] ?? 0))
}
