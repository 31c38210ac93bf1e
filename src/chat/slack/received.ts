// What came from Slack, told apart from who asks and where the answer goes. Only types and what follows from them.
import type { CommandName } from '../../core/command.ts'
import type { ChatRequest } from '../../core/request.ts'

type WithoutSender<Request> = Request extends unknown ? Omit<Request, 'from'> : never

/** A request before anybody looked up who it is from. */
export type RequestContent = WithoutSender<ChatRequest>

export interface Sender {
  readonly id: string
  /** As the payload says; `''` when it does not. */
  readonly name: string
  /** The person's own workspace; `''` when the payload does not say. */
  readonly teamId: string
}

/** Where it was asked, which is where the answer goes. */
export interface Place {
  /** Slack's id of the conversation; `''` on the bot's own page. */
  readonly conversation: string
  /** The first message of the thread. */
  readonly thread?: string
  readonly responseUrl?: string
  readonly triggerId?: string
  /** The answer hangs on a message that everybody may see, and gets a key of its own. */
  readonly event?: { readonly id: string; readonly isRetry: boolean; readonly saidAt: number }
  readonly isHome?: true
  /** The message whose button was pressed is seen by one person alone. */
  readonly isForOne?: true
}

export interface Asked {
  readonly kind: 'request'
  readonly sender: Sender
  readonly place: Place
  readonly content: RequestContent
  /** Each of them stands for this request alone. */
  readonly ids: readonly string[]
}

export type Received =
  | Asked
  /** Not understood, and the person is told why. */
  | {
      readonly kind: 'refused'
      readonly sender: Sender
      readonly place: Place
      readonly why:
        | { readonly kind: 'old-button' }
        | { readonly kind: 'unknown-action'; readonly command: CommandName }
      readonly ids: readonly string[]
    }
  /** Nothing to answer: our own message, an event that means nothing here. */
  | { readonly kind: 'ignored' }

export const IGNORED: Received = { kind: 'ignored' }

/** As ports want it: in private, with the bot or with anybody else, it is the person that counts. */
export function contextChannel({ conversation }: Place, person: string): string {
  return isPrivate(conversation) ? `slack:@${person}` : `slack:${conversation}`
}

/** Conversations of two begin with a D (docs.slack.dev, conversations API). */
export function isPrivate(conversation: string): boolean {
  return conversation === '' || conversation.startsWith('D')
}
