// What a button does, small enough to travel inside it. Never does it.

/** `opensForm`: the answer is a form, which platforms want at once. `isForManagers`: it changes something for all. */
interface ActionKind {
  readonly opensForm: boolean
  readonly isForManagers: boolean
}

const anyone: ActionKind = { opensForm: false, isForManagers: false }
const managers: ActionKind = { opensForm: false, isForManagers: true }
const formForManagers: ActionKind = { opensForm: true, isForManagers: true }

/** Every action there is; `target` and `detail` are said beside each. */
export const ACTIONS = {
  /** The sentence in its paragraph. A delivery, or a memo of stories with the story's position as detail. */
  prove: anyone,
  /** Why the story is in the edition. As `prove`. */
  explain: anyone,
  /** No more of this story for whoever presses. As `prove`. */
  mute: anyone,
  /** No more of this story in this channel. As `prove`. */
  'mute-here': managers,
  /** As `prove`. */
  useful: anyone,
  useless: anyone,
  /** Another page of an answer or a list. A memo; the page as detail, 0 first. */
  turn: anyone,
  /** The answer for all to see. A memo. */
  share: anyone,
  /** One person of several who bear a name. A memo; the position as detail. */
  'pick-person': anyone,
  /** Who met whom, as a picture. A memo. */
  'draw-meetings': anyone,
  /** Carries out a proposed change. A memo. */
  confirm: anyone,
  /** All articles that a filter was tried on. A memo. */
  'list-trial': anyone,
  /** Drops a proposed change. A memo. */
  dismiss: anyone,
  /** Takes a change back. The change. */
  undo: anyone,
  /** One feed of several that an address leads to. A memo; its position as detail. */
  'pick-feed': managers,
  /** Reads the feed at once. A feed. */
  'retry-feed': managers,
  'replace-feed': formForManagers,
  'suspend-feed': managers,
  'resume-feed': managers,
  'remove-feed': managers,
  'add-feed': formForManagers,
  /** Proposes all feeds of a pack. Its key. */
  'import-pack': managers,
  'add-digest': formForManagers,
  /** A digest. */
  'edit-digest': formForManagers,
  'remove-digest': managers,
  /** An alert, by its name; how often it would have rung. */
  'try-alert': anyone,
  'pause-alert': managers,
  'resume-alert': managers,
  'remove-alert': managers,
  /** The alert of the message below which it stands. A raised alert. */
  'suspend-alert': managers,
  /** The digest of whoever presses. */
  subscribe: { opensForm: true, isForManagers: false },
  unsubscribe: anyone,
  settings: formForManagers,
} as const satisfies Readonly<Record<string, ActionKind>>

export type ActionVerb = keyof typeof ACTIONS

export interface Action {
  readonly verb: ActionVerb
  /** An id of ours, at most 40 characters without `~`; `''` where none is needed. */
  readonly target: string
  /** A position or a short word; mostly `''`. */
  readonly detail: string
}

export function act(verb: ActionVerb, target = '', detail = ''): Action {
  return { verb, target, detail }
}

/** At most 70 characters: Discord bears 100, and a message's key goes with it. */
export function formatAction({ verb, target, detail }: Action): string {
  return `${verb}~${target}~${detail}`
}

/** Undefined for what is none of ours, such as the button of an older version. */
export function parseAction(text: string): Action | undefined {
  const [verb = '', target, detail, ...more] = text.split('~')
  if (target === undefined || detail === undefined || more.length > 0 || !isVerb(verb)) return undefined
  return { verb, target, detail }
}

function isVerb(text: string): text is ActionVerb {
  return Object.hasOwn(ACTIONS, text)
}
