// What the fake saw: calls, wrongs of the app, and what became visible to people. Judges nothing itself.
import type { Json } from './json.ts'
import type { ShownView } from './live-views.ts'
import type { InteractionId } from './triggers.ts'

/** One call of the Web API or of a response address. */
export interface LoggedRequest {
  /** By the fake's clock. */
  readonly at: number
  /** `chat.postMessage` …, or `response_url`. */
  readonly method: string
  readonly args: Json
  /** 0 when the connection was cut or hangs. */
  httpStatus: number
  /** Slack's code when it refused. */
  error?: string | undefined
  /** The fault that hit it, if one did. */
  fault?: string | undefined
}

/** Something that an app must never do. */
export interface Violation {
  readonly kind:
    /** Content that Slack refuses: blocks, views, lengths, metadata. */
    | 'refused-content'
    /** Another refusal that the app caused: unknown method, used trigger, spent response address … */
    | 'refused-call'
    | 'unknown-argument'
    /** Blocks without the text that notifications and screen readers say. */
    | 'no-fallback-text'
    /** A call before `Retry-After` was over. */
    | 'retry-after-ignored'
    /** Acknowledged after 3 seconds, or twice, or something unknown. */
    | 'late-acknowledgement'
    | 'wrong-acknowledgement'
  readonly method: string
  readonly detail: string
}

/** Something that people can see from now on. */
export type Happening =
  | {
      readonly kind: 'message'
      readonly via: 'ack' | 'response_url' | 'chat.postMessage' | 'chat.update' | 'chat.postEphemeral'
      readonly interaction: InteractionId | undefined
      readonly channel: string
      /** Only this person sees it. */
      readonly onlyFor: string | undefined
      readonly ts: string
      readonly threadTs: string | undefined
      readonly text: string
      readonly blocks: readonly Json[]
      /** It stands in the place of an older one. */
      readonly isReplacement: boolean
    }
  | { readonly kind: 'deleted'; readonly interaction: InteractionId | undefined; readonly ts: string }
  | {
      readonly kind: 'view'
      readonly via: 'open' | 'push' | 'update'
      readonly interaction: InteractionId | undefined
      readonly userId: string
      readonly view: ShownView
    }
  | { readonly kind: 'home'; readonly userId: string; readonly view: ShownView }

export interface Journal {
  readonly requests: LoggedRequest[]
  readonly violations: Violation[]
  /** Answers with HTTP 429, by channel or method; faults count too. */
  readonly rateLimited: Map<string, number>
  blame(violation: Violation): void
  tell(happening: Happening): void
  /** Called at each happening, until the given function is called. */
  listen(listener: (happening: Happening) => void): () => void
  /** Called when a call was carried out and before it is answered. */
  watch(listener: (request: LoggedRequest) => void): () => void
  carriedOut(request: LoggedRequest): void
}

export function createJournal(): Journal {
  const listeners = new Set<(happening: Happening) => void>()
  const watchers = new Set<(request: LoggedRequest) => void>()
  const journal: Journal = {
    requests: [],
    violations: [],
    rateLimited: new Map(),
    blame: (violation) => {
      journal.violations.push(violation)
    },
    tell: (happening) => {
      for (const listener of listeners) listener(happening)
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    watch: (listener) => {
      watchers.add(listener)
      return () => watchers.delete(listener)
    },
    carriedOut: (request) => {
      for (const watcher of watchers) watcher(request)
    },
  }
  return journal
}
