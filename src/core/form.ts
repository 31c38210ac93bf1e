// A form to fill in, as every chat platform understands it. Checks nothing and saves nothing.
import type { SuggestedKind } from './command.ts'

export interface Form {
  readonly name: FormName
  /** What it is about, handed back with the answers: a feed, a digest; `''` when it makes something new. */
  readonly target: string
  /** At most 24 characters, the least that platforms bear; so is `submit`. */
  readonly title: string
  readonly submit: string
  /** At most eleven; Slack bears a hundred. A platform that shows five at most gets `instead` of a longer form. */
  readonly fields: readonly FormField[]
}

export type FormName = 'question' | 'add-feed' | 'replace-feed' | 'digest' | 'subscription' | 'settings'

export type FormField = {
  readonly name: string
  /** At most 45 characters, the least that platforms bear. */
  readonly label: string
  /** At most 100 characters; `''` when the label says it all. */
  readonly hint: string
  readonly isRequired: boolean
} & FormInput

type FormInput =
  | { readonly kind: 'text'; readonly initial: string }
  | { readonly kind: 'one'; readonly choices: readonly Choice[]; readonly initial: string }
  | { readonly kind: 'several'; readonly choices: readonly Choice[]; readonly initial: readonly string[] }
  /** As many as wanted, out of what is offered while typing. */
  | {
      readonly kind: 'suggested'
      readonly suggests: SuggestedKind
      readonly initial: readonly Choice[]
    }
  /** A channel, by the platform's id. */
  | { readonly kind: 'channel'; readonly initial: string }
  /** People, by the platform's ids. */
  | { readonly kind: 'people'; readonly initial: readonly string[] }

/** `label` at most 75 characters, `value` at most 100. */
export interface Choice {
  readonly label: string
  readonly value: string
}

/** The answers by the names of the fields; a field left empty has none. */
export type FormValues = Readonly<Record<string, readonly string[]>>
