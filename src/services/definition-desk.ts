// What a digest's definition needs of storage: the feeds and rubrics that it may name, and its first values in a form.
// Changes nothing.
import type { TypedCommand } from '../core/typed-command.ts'
import type { Digest } from '../core/digest.ts'
import { type KnownNames, namesOf } from '../core/filter-names.ts'
import type { FormValues } from '../core/form.ts'
import {
  type Definition,
  DEFINITION_FIELDS,
  type DefinitionMistakes,
  type DefinitionWords,
} from '../core/read-definition.ts'
import type { ChatReply } from '../core/request.ts'
import type { WorkspaceId } from '../core/workspace.ts'
import { choiceOf, type InitialChoices } from '../locale/forms.ts'
import { definitionMistakes, fieldMistakes } from '../locale/programme.ts'
import type { Storage } from '../ports.ts'
import { privately } from './desk-tools.ts'
import { followedFeeds } from './visible-feeds.ts'

/** Feeds that are suspended count as well, and so do those that the digest, or the alert, has named before. */
export async function knownNames(
  storage: Storage,
  workspaceId: WorkspaceId,
  before: Pick<Digest, 'feeds' | 'rubrics'> | undefined,
): Promise<KnownNames> {
  const feeds = (await followedFeeds(storage, workspaceId)).map(({ feed }) => feed)
  const titles = new Set(feeds.map(({ title }) => title))
  const gone = (before?.feeds ?? []).filter((title) => !titles.has(title)).map((title) => ({ title }))
  const { rubrics, ...names } = namesOf(feeds)
  return {
    ...names,
    feeds: [...names.feeds, ...gone],
    rubrics: [...new Set([...rubrics, ...(before?.rubrics ?? [])])],
  }
}

export function initialChoices({ feeds, rubrics }: Definition, known: KnownNames): InitialChoices {
  return {
    feeds: feeds.flatMap((title) => {
      const id = known.feeds.find((feed) => feed.title === title)?.id
      return choiceOf(title, id ?? title) ?? []
    }),
    rubrics: rubrics.flatMap((rubric) => choiceOf(rubric, rubric) ?? []),
  }
}

/** What was typed behind a command. */
function wordsOfOptions(options: TypedCommand['options']): DefinitionWords {
  return wordsOf((field) => {
    const typed = options[field]
    return typed === undefined ? undefined : [typed]
  })
}

/** What came back of a form. */
function wordsOfForm(values: FormValues): DefinitionWords {
  return wordsOf((field) => values[field])
}

function wordsOf(
  read: (field: (typeof DEFINITION_FIELDS)[number]) => readonly string[] | undefined,
): DefinitionWords {
  return Object.fromEntries(
    DEFINITION_FIELDS.flatMap((field) => {
      const typed = read(field)
      return typed === undefined ? [] : [[field, typed] as const]
    }),
  )
}

/** What was typed, and how to say what is wrong with it. */
export interface TypedDefinition {
  readonly words: DefinitionWords
  /** A form that is filled in says everything; behind a command stands only what is to change. */
  readonly isWhole: boolean
  readonly refuse: (mistakes: DefinitionMistakes) => ChatReply
}

export function definitionOfOptions(options: TypedCommand['options']): TypedDefinition {
  return {
    words: wordsOfOptions(options),
    isWhole: false,
    refuse: (mistakes) => privately(definitionMistakes(mistakes)),
  }
}

export function definitionOfForm(values: FormValues): TypedDefinition {
  return {
    words: wordsOfForm(values),
    isWhole: true,
    refuse: (mistakes) => ({ kind: 'mistakes', mistakes: fieldMistakes(mistakes) }),
  }
}
