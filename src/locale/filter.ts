// Why an article passed a filter or not, in French. Reads no filter.
import type { Finding } from '../core/filter.ts'
import { printCondition } from '../core/printed-filter.ts'
import { shorten } from './blocks.ts'
import { enumerate, french } from './sentence.ts'

/**
 * Why a filter kept an article, or left it out: «« sport » y figure», «ni « retraites » ni « grève » n’y figurent».
 * `''` where nothing decided.
 */
export function filterReason(because: readonly Finding[], isKept: boolean): string {
  const deciding = isKept ? because.filter(({ isThere }) => isThere) : because
  const there = deciding.filter(({ isThere }) => isThere).map(named)
  const missing = deciding.filter(({ isThere }) => !isThere).map(named)
  return enumerate([
    ...(there.length === 0 ? [] : [`${enumerate(there)} y ${there.length < 2 ? 'figure' : 'figurent'}`]),
    ...(missing.length === 0 ? [] : [absent(missing)]),
  ])
}

/** Characters told of one condition. */
const LONGEST_CONDITION = 60

const named = ({ condition }: Finding): string =>
  french`« ${shorten(printCondition(condition), LONGEST_CONDITION)} »`

/** More names are told by their number. */
const NAMED = 4

function absent(names: readonly string[]): string {
  const [only] = names
  if (only !== undefined && names.length === 1) return `${only} n’y figure pas`
  if (names.length > NAMED) return `aucune des ${names.length} conditions n’est remplie`
  return `${names.map((name) => `ni ${name}`).join(' ')} n’y figurent`
}
