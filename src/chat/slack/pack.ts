// Puts things that stay in order into as few parcels as they need. Knows nothing of what they are.

/**
 * `costsOf` says what a thing costs, in one or several coins; a parcel costs at most `mosts` in each of them, unless it
 * holds a single thing.
 */
export function packed<Thing, Costs extends readonly number[]>(
  things: readonly Thing[],
  costsOf: (thing: Thing) => Costs,
  mosts: NoInfer<Costs>,
): readonly Thing[][] {
  const parcels: Thing[][] = []
  let left: readonly number[] = []
  for (const thing of things) {
    const costs = costsOf(thing)
    const after = left.map((room, coin) => room - (costs[coin] ?? 0))
    const open = parcels.at(-1)
    const isRoom = open !== undefined && after.every((room) => room >= 0)
    if (isRoom) open.push(thing)
    else parcels.push([thing])
    left = isRoom ? after : mosts.map((most, coin) => most - (costs[coin] ?? 0))
  }
  return parcels
}
