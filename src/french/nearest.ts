// The nearest of several places or days to the words that tell a meeting. Reads no text.

/** Characters between a meeting and its place or day at most, by judgement. */
const FARTHEST = 170

/** The first of the nearest; undefined where none is near enough. `distanceTo` counts in characters. */
export function nearestOf<Candidate>(
  candidates: readonly Candidate[],
  distanceTo: (candidate: Candidate) => number,
): Candidate | undefined {
  return candidates
    .map((candidate) => ({ candidate, distance: distanceTo(candidate) }))
    .filter(({ distance }) => distance <= FARTHEST)
    .toSorted((one, other) => one.distance - other.distance)[0]?.candidate
}
