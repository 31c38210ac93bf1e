// What people write in the configuration file alone, read one value at a time: names, addresses, channels. What the
// chat reads as well is in core/typed-values.ts.
import { PLATFORM_NAMES } from '../core/channel.ts'
import { foldWord } from '../core/closest.ts'
import { withoutCredentials } from '../core/web-address.ts'
import { closestPack, findPack, type PackKey, PACKS } from '../core/pack.ts'
import type { Filter } from '../core/filter.ts'
import { readFilterLine } from '../core/filter-line.ts'
import type { Mistake } from '../locale/configuration.ts'

/** Shown instead of a contact in the example; `doctor` asks to change it. */
export const EXAMPLE_CONTACT = 'votre-adresse@exemple.fr'

/** RFC 6335. */
export const HIGHEST_PORT = 65_535

/** Where Bolt listens when nothing is said. */
export const DEFAULT_PORT = 3000

/** Loopback alone: who watches from elsewhere says so. The port is the one that OpenTelemetry takes for the same. */
export const DEFAULT_MONITOR: Listening = { host: '127.0.0.1', port: 9464 }

/** A name becomes part of file names and message keys. */
const NAME = /^[a-z\d](?:[a-z\d-]{0,28}[a-z\d])?$/

export function readName(given: string): string | Mistake {
  if (NAME.test(given)) return given
  const slug = foldWord(given)
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return { code: 'name', given, closest: NAME.test(slug) ? slug : undefined }
}

/** An electronic or a web address that fits into an HTTP header: visible ASCII, RFC 9110, 5.5. */
export function readContact(given: string): string | Mistake {
  const isMail = /^[\x21-\x3f\x41-\x7e]+@[\w-]+(?:\.[\w-]+)+$/.test(given)
  return isMail || isWebAddress(given) ? given : { code: 'contact', given }
}

export function readAddress(given: string): string | Mistake {
  const bare = withoutCredentials(given)
  if (!isWebAddress(given)) return { code: 'address', given: bare }
  return bare === given ? given : { code: 'address-password', given: bare }
}

/** Where others reach us: https and a name, nothing behind it. Given back without a slash at the end. */
export function readPublicAddress(given: string): string | Mistake {
  const url = isWebAddress(given) ? new URL(given) : undefined
  const isNamed = /^https:\/\/(?!\d+(?:\.\d+){3}|\[)[^/@:]+\.[^/@:.]+(?::\d+)?$/.test(url?.origin ?? '')
  if (url === undefined || !isNamed || url.href !== `${url.origin}/`) return { code: 'public-address', given }
  return url.origin
}

/** Where the program may be watched: `9464` on this machine alone, `0.0.0.0:9464`, `[::1]:9464`; `non` for nowhere. */
export function readListening(given: string): Listening | 'none' | Mistake {
  const folded = foldWord(given)
  if (folded === 'non' || folded === 'aucune') return 'none'
  const [, host = '127.0.0.1', digits = ''] =
    /^(?:(\[[\da-f:.]+\]|[\w.-]+):)?(\d{1,5})$/i.exec(given.trim()) ?? []
  const port = Number(digits)
  if (port < 1 || port > HIGHEST_PORT) return { code: 'listening', given }
  return { host: host.replaceAll(/^\[|\]$/g, ''), port }
}

/** One address of this machine, and a port. */
export interface Listening {
  readonly host: string
  readonly port: number
}

function isWebAddress(given: string): boolean {
  return /^https?:\/\/[\x21-\x7e]+$/i.test(given) && URL.canParse(given)
}

/** One of the packs that come with Pressoir, whatever the accents and capitals. */
export function readPackName(given: string): PackKey | Mistake {
  return (
    findPack(given) ?? {
      code: 'pack-unknown',
      given,
      closest: closestPack(given),
      known: Object.values(PACKS),
    }
  )
}

export function readFilter(given: string): Filter | Mistake {
  const read = readFilterLine(given)
  return read.kind === 'read' ? read.filter : { code: 'filter', mistake: read.mistake }
}

/** `platform:channel`, the platform one that we know. */
export function readChannel(given: string): string | Mistake {
  const [, platform, channel] = /^([^:\s]+):(\S+)$/.exec(given) ?? []
  if (platform === undefined || channel === undefined) return { code: 'channel', given }
  if (PLATFORM_NAMES.some((name) => name === platform)) return given
  return { code: 'platform', given: platform, known: PLATFORM_NAMES }
}

/** One of a few words, with or without accents; the schema adds the key. */
export function readChoice<Meaning extends string>(
  meanings: ReadonlyMap<string, Meaning>,
): (given: string) => Meaning | Mistake {
  return (given) =>
    meanings.get(foldWord(given)) ?? { code: 'choice', key: '', given, choices: [...meanings.keys()] }
}
