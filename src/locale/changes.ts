// A change in French: the question before it, what was done, and its line in the log. Carries nothing out.
import { act } from '../core/action.ts'
import type { Instant, Zone } from '../core/calendar.ts'
import type { Change, ChangeSubject } from '../core/change.ts'
import { natureOfChange, ownerOf, type ChangeNature } from '../core/change-nature.ts'
import { definitionOf } from '../core/digest-definition.ts'
import type { Digest } from '../core/digest.ts'
import type { Following } from '../core/following.ts'
import { zoneLabel } from '../core/french-places.ts'
import type { Block, MessageText, Span } from '../core/message.ts'
import { ALERT_WORDS, alertLines } from './alert-changes.ts'
import {
  button,
  buttons,
  heading,
  joinSpans,
  list,
  plain,
  sentenceMessage,
  smallPrint,
  strong,
} from './blocks.ts'
import { formatMoment } from './calendar.ts'
import { definitionChanges, definitionLine } from './definition.ts'
import type { TellingTime } from './feeds.ts'
import { titled } from './guillemets.ts'
import { listedFeeds, listWords } from './feed-lists.ts'
import { channelSpan, type KnownPeople } from './people-and-places.ts'
import { capitalised, french, NARROW_SPACE } from './sentence.ts'
import { settingsChanges } from './settings.ts'
import { typeset } from './typography.ts'

/** What the words of a change depend on, besides the change. */
export interface ChangeScene {
  readonly time: TellingTime
  /** Where it is told, `platform:channel`. */
  readonly here: string
  readonly people: KnownPeople
}

interface Proposal {
  readonly subject: ChangeSubject
  readonly memoId: string
  /** What to look at before deciding, below the question. */
  readonly preface: readonly Block[]
  /** What will follow from it, in small print. */
  readonly outlook: readonly string[]
}

/** «Retirer le flux « Le Courrier » ?», what changes, and two buttons. */
export function proposeChange(proposal: Proposal, scene: ChangeScene): MessageText {
  const { subject, memoId, preface, outlook } = proposal
  const question = questionOf(subject)
  const changes = changeLines(subject, scene)
  return {
    summary: question,
    blocks: [
      heading(question),
      ...preface,
      ...(changes.length === 0 ? [] : [list(changes)]),
      ...(outlook.length === 0 ? [] : [smallPrint(outlook.join(' '))]),
      ...buttons([
        button('Confirmer', act('confirm', memoId), isLoss(subject) ? 'danger' : 'primary'),
        button('Laisser tel quel', act('dismiss', memoId)),
      ]),
    ],
  }
}

/** What was done, with the way back for a day. */
export function changeDone(change: Change, outlook: readonly string[]): MessageText {
  const sentence = [doneSentence(change.subject), ...outlook].join(' ')
  return sentenceMessage(sentence, buttons([button('Annuler ce changement', act('undo', change.id))]))
}

export function changeUndone(undoing: Change, outlook: readonly string[]): MessageText {
  const sentence = ['Changement annulé.', doneSentence(undoing.subject), ...outlook].join(' ')
  return sentenceMessage(sentence, buttons([button('Rétablir', act('undo', undoing.id))]))
}

export const NOTHING_DONE = 'Rien n’a changé.'
export const NOTHING_TO_CHANGE = french`Il n’y a rien à changer : c’est déjà ainsi.`
export const CHANGED_MEANWHILE =
  'Quelque chose a changé entre-temps, et je n’ai rien fait. Vérifiez, puis refaites votre demande.'
export const PLACE_TAKEN = french`Ce retrait ne peut pas s’annuler : quelque chose a pris la place de ce qui était là, et je n’ai rien fait. Retirez ce qui le remplace, puis recommencez.`
export const UNDONE_ALREADY = 'Ce changement est déjà annulé.'
export const TOO_LATE_TO_UNDO = french`Un changement s’annule pendant une journée, un retrait pendant trente jours ; ce temps est passé. Faites le changement inverse.`
export const PROPOSAL_GONE =
  'Ce message est trop ancien, il a déjà servi, ou il appartient à quelqu’un d’autre. Refaites votre demande.'
export const CHANGE_UNKNOWN = 'Je ne retrouve pas ce changement. Voyez la liste avec /reglages journal.'

/** A line of the log: «1. Awa Diop a retiré le flux « Le Courrier » · hier à 9 h · dans ce canal». */
export function journalLine(change: Change, position: number, scene: ChangeScene): readonly Span[] {
  const { now, zone } = scene.time
  const undone = change.undoneAt === undefined ? [] : [`annulé ${formatMoment(change.undoneAt, now, zone)}`]
  const more = [...(change.undoes === undefined ? [] : ['pour annuler un changement']), ...undone]
  return [
    plain(`${position}. `),
    authorOf(change),
    ...journalSpans(change.subject, scene),
    plain(` · ${formatMoment(change.madeAt, now, zone)}`),
    // What the program did by itself was asked for nowhere.
    ...(change.channel === '' ? [] : [plain(' · depuis '), channelSpan(change.channel, scene.here)]),
    ...more.map((words) => plain(` · ${words}`)),
  ]
}

function authorOf({ person, personName }: Change): Span {
  return personName === ''
    ? { kind: 'mention', of: 'person', id: person, text: 'Quelqu’un' }
    : strong(typeset(personName))
}

function journalSpans(subject: ChangeSubject, scene: ChangeScene): readonly Span[] {
  const said = plain(` ${wordsOf(subject).log}${nameOf(subject)}`)
  const nature = natureOfChange(subject)
  const lines = nature === 'altered' || nature === 'moved' ? changeLines(subject, scene) : []
  return lines.length === 0
    ? [said]
    : [said, plain(' ('), ...joinSpans(lines, `${NARROW_SPACE}; `), plain(')')]
}

/** From what to what, one line a thing. */
function changeLines(subject: ChangeSubject, scene: ChangeScene): readonly (readonly Span[])[] {
  switch (subject.kind) {
    case 'following':
      return followingLines(subject.before, subject.after).map((line) => [plain(line)])
    case 'followings':
      return []
    case 'digest':
      return digestLines(subject.before, subject.after, scene).map((line) => [plain(line)])
    case 'alert':
      return alertLines(subject.before, subject.after, scene.time.zone).map((line) => [plain(line)])
    case 'settings':
      return settingsChanges(subject.before, subject.after, scene.here, scene.people)
    default:
      return subject satisfies never
  }
}

function followingLines(before: Following | undefined, after: Following | undefined): readonly string[] {
  if (after === undefined) return []
  if (before === undefined) return after.rubric === '' ? [] : [french`Rubrique : ${typeset(after.rubric)}`]
  const [was, is] = [before, after].map(({ isQuoted }) => (isQuoted === false ? 'non' : 'oui'))
  return [
    ...(before.url === after.url ? [] : [french`Adresse : ${before.url} → ${after.url}`]),
    ...(was === is ? [] : [french`Citations : ${was ?? ''} → ${is ?? ''}`]),
  ]
}

function digestLines(
  before: Digest | undefined,
  after: Digest | undefined,
  { time: { zone } }: ChangeScene,
): readonly string[] {
  const [was, is] = [before, after].map((digest) => (digest === undefined ? undefined : definitionOf(digest)))
  if (was !== undefined && is !== undefined) return definitionChanges(was, is)
  return is === undefined ? [] : [capitalised(definitionLine(is, zone))]
}

function isLoss(subject: ChangeSubject): boolean {
  return natureOfChange(subject) === 'removed'
}

/** «Ne plus suivre le flux « Le Courrier » ?» */
function questionOf(subject: ChangeSubject): string {
  return french`${wordsOf(subject).ask}${nameOf(subject)} ?`
}

function doneSentence(subject: ChangeSubject): string {
  return wordsOf(subject).done(nameOf(subject, true).trim())
}

/**
 * The title with a blank before, as it was, or as it is once all is done; `''` for what has no name of its own.
 */
function nameOf(subject: ChangeSubject, isDone = false): string {
  if (subject.kind === 'settings' || ownerOf(subject) !== undefined) return ''
  if (subject.kind === 'followings') return ` ${listedFeeds(subject)}`
  const { before, after } = subject
  const title = (isDone ? (after ?? before) : (before ?? after))?.title ?? ''
  return ` ${titled(title)}`
}

export interface ChangeWords {
  /** The name and a question mark follow. */
  readonly ask: string
  readonly done: (name: string) => string
  /** After who did it; the name follows. */
  readonly log: string
}

function wordsOf(subject: ChangeSubject): ChangeWords {
  const nature = natureOfChange(subject)
  if (subject.kind === 'following') return FEED_WORDS[nature]
  if (subject.kind === 'followings') return listWords(subject)
  if (subject.kind === 'settings') return SETTINGS_WORDS
  if (subject.kind === 'alert') return ALERT_WORDS[nature]
  return ownerOf(subject) === undefined ? DIGEST_WORDS[nature] : SUBSCRIPTION_WORDS[nature]
}

const FEED_WORDS: Readonly<Record<ChangeNature, ChangeWords>> = {
  added: {
    ask: 'Suivre le flux',
    done: (name) => `Le flux ${name} est suivi.`,
    log: 'a ajouté le flux',
  },
  removed: {
    ask: 'Ne plus suivre le flux',
    done: (name) => `Le flux ${name} n’est plus suivi. Les articles déjà lus restent.`,
    log: 'a retiré le flux',
  },
  suspended: {
    ask: 'Suspendre le flux',
    done: (name) => `Le flux ${name} est en pause.`,
    log: 'a suspendu le flux',
  },
  resumed: {
    ask: 'Suivre de nouveau le flux',
    done: (name) => `Le flux ${name} est suivi de nouveau.`,
    log: 'a repris le flux',
  },
  moved: {
    ask: 'Remplacer l’adresse du flux',
    done: (name) => `Le flux ${name} a une nouvelle adresse.`,
    log: 'a remplacé l’adresse du flux',
  },
  altered: {
    ask: 'Modifier le flux',
    done: (name) => `Le flux ${name} est modifié.`,
    log: 'a modifié le flux',
  },
}

const DIGEST_WORDS: Readonly<Record<ChangeNature, ChangeWords>> = {
  added: {
    ask: 'Programmer la revue',
    done: (name) => `La revue ${name} est programmée.`,
    log: 'a programmé la revue',
  },
  removed: {
    ask: 'Ne plus publier la revue',
    done: (name) => `La revue ${name} n’est plus publiée. Ses éditions passées restent.`,
    log: 'a retiré la revue',
  },
  suspended: {
    ask: 'Suspendre la revue',
    done: (name) => `La revue ${name} est en pause.`,
    log: 'a suspendu la revue',
  },
  resumed: {
    ask: 'Publier de nouveau la revue',
    done: (name) => `La revue ${name} est publiée de nouveau.`,
    log: 'a repris la revue',
  },
  moved: changedDigest(),
  altered: changedDigest(),
}

function changedDigest(): ChangeWords {
  return {
    ask: 'Modifier la revue',
    done: (name) => `La revue ${name} est modifiée.`,
    log: 'a modifié la revue',
  }
}

const SUBSCRIPTION_WORDS: Readonly<Record<ChangeNature, ChangeWords>> = {
  added: {
    ask: 'Recevoir votre revue en message privé',
    done: () => 'Vous recevrez votre revue en message privé.',
    log: 'a réglé sa revue',
  },
  removed: {
    ask: 'Ne plus recevoir votre revue',
    done: () => 'Vous ne recevrez plus votre revue.',
    log: 'a arrêté sa revue',
  },
  suspended: ownDigest('Suspendre votre revue', 'Votre revue est en pause.'),
  resumed: ownDigest('Recevoir de nouveau votre revue', 'Vous recevrez de nouveau votre revue.'),
  moved: ownDigest('Modifier votre revue', 'Votre revue est modifiée.'),
  altered: ownDigest('Modifier votre revue', 'Votre revue est modifiée.'),
}

function ownDigest(ask: string, done: string): ChangeWords {
  return { ask, done: () => done, log: 'a modifié sa revue' }
}

const SETTINGS_WORDS: ChangeWords = {
  ask: 'Modifier les réglages',
  done: () => 'Les réglages sont modifiés.',
  log: 'a modifié les réglages',
}

/** When a digest appears next, by the clock of its own zone; the reader’s when none is given. */
export function nextEdition(slotAt: Instant, time: TellingTime, zone: Zone = time.zone): string {
  const elsewhere = zone === time.zone ? '' : `, heure de ${zoneLabel(zone)}`
  return french`Prochaine édition : ${formatMoment(slotAt, time.now, zone)}${elsewhere}.`
}
