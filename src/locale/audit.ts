// What was changed outside the chat, in French, one line an entry. Changes nothing.
import {
  type AuditEntry,
  type AuditEvent,
  type DeclaredChange,
  type DeclaredEvent,
  whatOf,
} from '../core/audit.ts'
import type { Instant, Zone } from '../core/calendar.ts'
import { definitionOf } from '../core/digest-definition.ts'
import type { Feed } from '../core/feed.ts'
import type { Span } from '../core/message.ts'
import { alertLines } from './alert-changes.ts'
import { plain, strong } from './blocks.ts'
import { formatMoment } from './calendar.ts'
import { definitionChanges } from './definition.ts'
import { titled } from './guillemets.ts'
import { counted } from './plural.ts'
import { enumerate, french, NARROW_SPACE } from './sentence.ts'

export const JOURNAL_EMPTY = 'Aucun changement n’est noté.'

/** Titles that a line names; the others are counted. */
const NAMED = 3

/** «2. config/pressoir.yaml a ajouté le flux « Le Courrier » · hier à 9 h». */
export function auditLine(
  entry: AuditEntry,
  position: number,
  { now, zone }: { readonly now: Instant; readonly zone: Zone },
): readonly Span[] {
  return [
    plain(`${position}. `),
    strong(actorWords(entry)),
    plain(` ${eventWords(entry.event, zone)} · ${formatMoment(entry.at, now, zone)}`),
  ]
}

/** Who did it, outside the chat. */
function actorWords({ origin, actor }: Pick<AuditEntry, 'origin' | 'actor'>): string {
  if (origin === 'program') return 'Pressoir'
  return origin === 'command' ? commandLineOf(actor) : actor
}

export function commandLineOf(user: string): string {
  return user === '' ? 'La ligne de commande' : `La ligne de commande (${user})`
}

function eventWords(event: AuditEvent, zone: Zone): string {
  switch (event.kind) {
    case 'declared':
      return declaredWords(event, zone)
    case 'restored':
      return french`a restauré la sauvegarde ${event.file}`
    case 'settled':
      return french`a repris une copie de la base : ce qui devait paraître depuis compte comme publié`
    case 'backed-up':
      return french`a sauvegardé la base dans ${event.file}`
    case 'imported':
      return french`a versé ${counted(event.articles, 'article')} de ${event.file}`
    case 'feed-moved':
      return french`lit le flux ${titled(event.title)} à sa nouvelle adresse (${event.from} → ${event.to})`
    case 'migrated':
      return french`a mis la base à jour pour une nouvelle version (${enumerate(event.names)})`
    case 'exported':
      return exportedWords(event)
    case 'thinned':
      return french`a allégé ${counted(event.articles, 'article ancien', 'articles anciens')}`
    default:
      return event satisfies never
  }
}

/** A workspace reads of its own export without where it lies. */
function exportedWords(event: Extract<AuditEvent, { readonly kind: 'exported' }>): string {
  const { what, file, workspaceId } = event
  const whose = file === '' ? 'de cet espace' : `de l’espace ${workspaceId}`
  const all = what === 'feeds' ? 'tous les flux' : 'toutes les données'
  const some = what === 'feeds' ? 'les flux' : 'les données'
  const things = workspaceId === undefined ? all : `${some} ${whose}`
  return `a exporté ${things}${file === '' ? '' : ` dans ${file}`}`
}

const VERBS = { added: 'a ajouté', removed: 'a retiré', altered: 'a modifié' } as const
const NOUNS = {
  feed: ['le flux', 'flux'],
  digest: ['la revue', 'revues'],
  alert: ['l’alerte', 'alertes'],
} as const

function declaredWords({ nature, items }: DeclaredEvent, zone: Zone): string {
  const titles = items.map(({ before, after }) => titled((after ?? before)?.definition.title ?? ''))
  const [one, many] = NOUNS[whatOf(items[0] ?? {}) ?? 'feed']
  const [first] = items
  if (first !== undefined && items.length === 1) {
    const changes = nature === 'altered' ? changeWords(first, zone) : []
    const told = changes.length === 0 ? '' : ` (${changes.join(`${NARROW_SPACE}; `)})`
    return `${VERBS[nature]} ${one} ${titles[0] ?? ''}${told}`
  }
  const rest = titles.length - NAMED
  const named = [...titles.slice(0, NAMED), ...(rest > 0 ? [rest === 1 ? 'un autre' : `${rest} autres`] : [])]
  return french`${VERBS[nature]} ${counted(items.length, one, many)} : ${enumerate(named)}`
}

/** From what to what; both are of one kind. */
function changeWords({ before, after }: DeclaredChange, zone: Zone): readonly string[] {
  if (before?.what === 'digest' && after?.what === 'digest')
    return definitionChanges(definitionOf(before.definition), definitionOf(after.definition))
  if (before?.what === 'alert' && after?.what === 'alert')
    return alertLines(before.definition, after.definition, zone)
  if (before?.what === 'feed' && after?.what === 'feed')
    return feedChanges(before.definition, after.definition)
  return []
}

function feedChanges(before: Feed, after: Feed): readonly string[] {
  const rows = [
    ['Titre', before.title, after.title],
    ['Éditeur', before.publisher, after.publisher],
    ['Rubrique', before.rubric, after.rubric],
    ['Citations', quotedWord(before), quotedWord(after)],
  ] as const
  return rows.flatMap(([label, was, is]) =>
    was === is ? [] : [french`${label} : ${was === '' ? 'aucune' : was} → ${is === '' ? 'aucune' : is}`],
  )
}

function quotedWord({ isQuoted }: Feed): string {
  return isQuoted === false ? 'non' : 'oui'
}
