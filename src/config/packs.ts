// The packs of feeds that come with Pressoir, read from config/packs. Asks none of their feeds.
import { readFileSync } from 'node:fs'
import { ExplainedError } from '../core/failures.ts'
import type { Outline } from '../core/outline.ts'
import { type PackKey, PACKS } from '../core/pack.ts'
import { readOpml } from '../feeds/opml.ts'

/** Throws ExplainedError `file-unreadable` or `file-no-outline` where the installation is damaged. */
export function readPack(key: PackKey): Outline {
  const path = new URL(`../../config/packs/${key}.opml`, import.meta.url)
  const outline = readOpml(bytesOf(path))
  if (outline === undefined) throw new ExplainedError({ code: 'file-no-outline', path: path.pathname })
  // The list is named by what people call it.
  return { ...outline, title: PACKS[key] }
}

function bytesOf(path: URL): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new ExplainedError({ code: 'file-unreadable', path: path.pathname }, { cause: error })
  }
}
