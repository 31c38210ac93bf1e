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
  let members: Member[] = []
  let subjects: Vector[] = []
  let sums = new Float64Array(1024)
  const postingsOf = new Map<number, Postings>()

  function add(member: Member, subject: Vector): void {
    const slot = members.push(member) - 1
    subjects.push(subject)
    if (slot >= sums.length) sums = new Float64Array(2 * sums.length)
    for (let at = 0; at < subject.keys.length; at++) {
      const stem = subject.keys[at] ?? 0
      const weight = subject.weights[at] ?? 0
      if (weight < MIN_TELLING_WEIGHT) continue
      const postings = postingsOf.get(stem)
      if (postings === undefined) postingsOf.set(stem, { slots: [slot], weights: [weight] })
      else {
        postings.slots.push(slot)
        postings.weights.push(weight)
      }
    }
  }

  function find(subject: Vector): readonly Candidate<Member>[] {
    const touched: number[] = []
    let steps = 0
    for (const at of heaviestFirst(subject.weights)) {
      const weight = subject.weights[at] ?? 0
      if (weight < MIN_TELLING_WEIGHT || steps >= MOST_TOUCHED) break
      const postings = postingsOf.get(subject.keys[at] ?? 0)
      if (postings === undefined) continue
      const { slots, weights } = postings
      for (let place = Math.max(0, slots.length - MOST_OF_A_WORD); place < slots.length; place++) {
        const slot = slots[place] ?? 0
        if (sums[slot] === 0) touched.push(slot)
        sums[slot] = (sums[slot] ?? 0) + weight * (weights[place] ?? 0)
        steps++
      }
    }
    const found: Candidate<Member>[] = []
    for (const slot of touched) {
      const [alike, member] = [sums[slot] ?? 0, members[slot]]
      sums[slot] = 0
      if (alike >= MIN_ALIKE && member !== undefined) found.push({ member, alike })
    }
    return found.toSorted((one, other) => other.alike - one.alike).slice(0, MOST_CANDIDATES)
  }

  function clear(): void {
    members = []
    subjects = []
    sums = new Float64Array(1024)
    postingsOf.clear()
  }

  return {
    add,
    find,
    clear,
    keep(isKept) {
      const [oldMembers, oldSubjects] = [members, subjects]
      clear()
      for (const [slot, member] of oldMembers.entries()) {
        const subject = oldSubjects[slot]
        if (subject !== undefined && isKept(member)) add(member, subject)
      }
    },
    get size() {
      return members.length
    },
  }
}

function heaviestFirst(weights: Float32Array): readonly number[] {
  return [...weights.keys()].sort((one, other) => (weights[other] ?? 0) - (weights[one] ?? 0))
}
