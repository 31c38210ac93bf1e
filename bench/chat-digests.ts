// Digests for the bench of the chat. Makes definitions only.
import type { Digest } from '../src/core/digest.ts'

/** Workspaces besides the two that are looked at, and digests of each: what one program may serve. */
const [OTHER_WORKSPACES, DIGESTS_OF_EACH] = [250, 2]

/** Stories when nothing is said: what the program itself proposes. */
export const STORIES = 7

interface Wanted {
  readonly name: string
  readonly hour: string
  readonly channels: readonly string[]
  readonly stories?: number
  readonly workspaceId?: string
}

export function reviewOf({ name, hour, channels, stories = STORIES, workspaceId }: Wanted): Digest {
  return {
    name,
    title: `La revue « ${name} »`,
    schedule: { days: [0, 1, 2, 3, 4, 5, 6], hours: [hour], zone: 'Europe/Paris' },
    channels,
    feeds: [],
    rubrics: [],
    withWords: [],
    withoutWords: [],
    maxStories: stories,
    maxWords: 60,
    onEmpty: 'say',
    ...(workspaceId === undefined ? {} : { workspaceId }),
  }
}

/** Digests of others, at hours that no run reaches. */
export function otherWorkspaces(): readonly Digest[] {
  return Array.from({ length: OTHER_WORKSPACES }, (_, workspace) =>
    Array.from({ length: DIGESTS_OF_EACH }, (__, number) =>
      reviewOf({
        name: `autre-${workspace}-${number}`,
        hour: number === 0 ? '12:00' : '18:30',
        channels: [`discord:9${workspace}${number}`],
        workspaceId: `discord:8${workspace}`,
      }),
    ),
  ).flat()
}
