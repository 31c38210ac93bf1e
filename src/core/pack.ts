// The packs of feeds that come with Pressoir: their names, and which one somebody means. Knows none of their feeds.
import { closestWord, foldWord } from './closest.ts'

/** The name of each pack by its file in config/packs. */
export const PACKS = {
  generale: 'générale',
  international: 'international',
  economie: 'économie',
  regions: 'régions',
  belgique: 'Belgique',
  suisse: 'Suisse',
  quebec: 'Québec',
  afrique: 'Afrique',
  institutions: 'institutions',
} as const

/** The name of its file, without `.opml`. */
export type PackKey = keyof typeof PACKS

export const PACK_KEYS: readonly PackKey[] = Object.keys(PACKS).filter(isPackKey)

/** Whatever the accents and capitals. Undefined for what is no pack. */
export function findPack(typed: string): PackKey | undefined {
  return PACK_KEYS.find((key) => key === foldWord(typed))
}

/** The name that was meant instead, if one is near. */
export function closestPack(typed: string): string | undefined {
  return closestWord(typed, Object.values(PACKS))
}

function isPackKey(key: string): key is PackKey {
  return Object.hasOwn(PACKS, key)
}
