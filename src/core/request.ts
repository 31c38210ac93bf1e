// What comes in from a chat and what goes back, free of any platform's words. Answers nothing.
import type { Action } from './action.ts'
import { ACTIONS } from './action.ts'
import type { SuggestedKind } from './command.ts'
import type { TypedCommand } from './typed-command.ts'
import type { Choice, Form, FormName, FormValues } from './form.ts'
import type { Block, MessageText } from './message.ts'
import type { WorkspaceId } from './workspace.ts'

/** Who asks, and where. */
export interface ChatContext {
  readonly workspaceId: WorkspaceId
  /** As people call the workspace; `''` where the platform did not say. */
  readonly workspaceName: string
  /** `platform:channel`, the channel itself when it is said in a thread; `platform:@person` in private. */
  readonly channel: string
  /** The platform's id. */
  readonly person: string
  readonly personName: string
  /** The platform's own word: an owner, an administrator, whoever may manage the server. */
  readonly isAdministrator: boolean
  /** The platform's ids; empty where there are no roles. */
  readonly roles: readonly string[]
}

export type ChatRequest = { readonly from: ChatContext } & RequestContent

type RequestContent =
  | ({ readonly kind: 'command' } & TypedCommand)
  | { readonly kind: 'press'; readonly action: Action }
  | {
      readonly kind: 'submission'
      readonly form: FormName
      readonly target: string
      readonly values: FormValues
    }
  /** Said to the bot in a channel or its thread, or in private; mentions taken out. */
  | { readonly kind: 'mention'; readonly text: string }
  | { readonly kind: 'suggestion'; readonly suggests: SuggestedKind; readonly typed: string }
  /** A person looks at the bot's own page. */
  | { readonly kind: 'home' }
  | { readonly kind: 'joined' }
  | { readonly kind: 'left' }

export type ChatReply =
  /** A new message: for whoever asked alone, or for the whole channel, in the thread where it was asked. */
  | { readonly kind: 'message'; readonly audience: 'person' | 'channel'; readonly message: MessageText }
  /** Takes the place of the message whose button was pressed. */
  | { readonly kind: 'replacement'; readonly message: MessageText }
  /** `instead` is for a platform that cannot show a form of that size. */
  | { readonly kind: 'form'; readonly form: Form; readonly instead: MessageText }
  /** What is wrong with a form, a French sentence a field. */
  | { readonly kind: 'mistakes'; readonly mistakes: Readonly<Record<string, string>> }
  /** At most 25, the least that platforms bear. */
  | { readonly kind: 'suggestions'; readonly choices: readonly Choice[] }
  | { readonly kind: 'home'; readonly blocks: readonly Block[] }
  | { readonly kind: 'nothing' }

/**
 * Whether the reply may be a form, which a platform shows only as its first answer, within three seconds: such a
 * request is replied to at once and never put off.
 */
export function mayOpenForm(request: ChatRequest): boolean {
  if (request.kind === 'press') return ACTIONS[request.action.verb].opensForm
  return request.kind === 'command' && isOpening(request)
}

/** Commands that ask back when nothing, or too little, was typed. */
function isOpening({ command, action, options }: TypedCommand): boolean {
  const isBare = Object.keys(options).length === 0
  switch (command) {
    case 'flux':
      return action === 'ajouter' && isBare
    case 'programme':
      return (action === 'ajouter' && isBare) || (action === 'modifier' && Object.keys(options).length === 1)
    case 'abonnement':
      return action === 'regler' && isBare
    case 'qui':
    case 'quand':
    case 'ou':
    case 'combien':
    case 'question':
    case 'fiche':
    case 'rencontres':
    case 'revue':
    case 'alerte':
    case 'reglages':
    case 'aide':
      return false
    default:
      return command satisfies never
  }
}
