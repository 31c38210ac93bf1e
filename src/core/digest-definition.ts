// How a digest that is set up in the chat is made and named. Reads nothing that people type; saves nothing.
import { createHash } from 'node:crypto'
import { fold } from '../french/normalise.ts'
import type { Instant, Zone } from './calendar.ts'
import { foldWord } from './closest.ts'
import { DEFAULT_STORIES, DEFAULT_WORDS, type Digest } from './digest.ts'
import type { Definition } from './read-definition.ts'
import type { WorkspaceId } from './workspace.ts'

/** Characters of the title in a name: with the digits behind it a name stays under 30, as those of the file. */
const SLUG_LENGTH = 18

/** Hexadecimal digits behind it: 16 million names for one title. */
const NAME_DIGITS = 6

/** What a digest is before anybody says otherwise: on weekdays at eight, out of all that is followed. */
export function defaultDefinition(title: string, zone: Zone): Definition {
  return {
    title,
    schedule: { days: [1, 2, 3, 4, 5], hours: ['08:00'], zone },
    feeds: [],
    rubrics: [],
    withWords: [],
    withoutWords: [],
    maxStories: DEFAULT_STORIES,
    maxWords: DEFAULT_WORDS,
  }
}

export function definitionOf(digest: Digest): Definition {
  const { title, schedule, feeds, rubrics, withWords, withoutWords, filter, maxStories, maxWords } = digest
  const definition = { title, schedule, feeds, rubrics, withWords, withoutWords, maxStories, maxWords }
  return filter === undefined ? definition : { ...definition, filter }
}

/** What a form answers for: a list that comes back empty was emptied. */
export function withoutChoices(definition: Definition): Definition {
  const { filter: _filter, ...rest } = definition
  return { ...rest, feeds: [], rubrics: [], withWords: [], withoutWords: [] }
}

/** The digest with all that can be set anew: a filter that the definition has not is gone. */
export function redefined(digest: Digest, definition: Definition): Digest {
  const { filter: _filter, ...rest } = digest
  return { ...rest, ...definition }
}

/** Where a digest belongs. */
interface DigestPlace {
  readonly workspaceId: WorkspaceId
  /** `platform:channel`. */
  readonly channel: string
  readonly owner?: string
}

export function newDigest(definition: Definition, place: DigestPlace, now: Instant): Digest {
  const { workspaceId, channel, owner } = place
  return {
    ...definition,
    name: digestName(definition.title, [workspaceId, channel, owner ?? ''].join('\n'), now),
    channels: [channel],
    onEmpty: 'say',
    workspaceId,
    ...(owner === undefined ? {} : { owner }),
  }
}

/** As names of the file are: small letters, digits and hyphens, at most 30. */
export function digestName(title: string, place: string, now: Instant): string {
  const slug = foldWord(fold(title))
    .replaceAll(/[^a-z\d]+/g, '-')
    .slice(0, SLUG_LENGTH)
    .replaceAll(/^-+|-+$/g, '')
  const digits = createHash('sha256')
    .update([title, place, now].join('\n'))
    .digest('hex')
    .slice(0, NAME_DIGITS)
  return `${slug === '' ? 'revue' : slug}-${digits}`
}
