// What is offered while somebody types: feeds, digests, rubrics, zones and names that they may see. Answers nothing.
import type { SuggestedKind } from '../core/command.ts'
import { completeName, lastOfList, withLast, wordInProgress } from '../core/complete-typed.ts'
import { foldTitle } from '../core/find-titled.ts'
import type { Choice } from '../core/form.ts'
import { suggestZones, zoneLabel } from '../core/french-places.ts'
import { PACK_KEYS, PACKS } from '../core/pack.ts'
import type { ChatContext } from '../core/request.ts'
import { packLabel } from '../locale/feed-lists.ts'
import { choiceOf } from '../locale/forms.ts'
import { typeset } from '../locale/typography.ts'
import type { Storage } from '../ports.ts'
import type { DeskTools } from './desk-tools.ts'
import { alertsHere } from './find-alert.ts'
import { digestsHere, ownDigest } from './find-digest.ts'
import { workspaceOf } from './scope.ts'
import { followedFeeds, visibleFeeds } from './visible-feeds.ts'

/** The least that platforms bear: Discord, autocomplete. */
const MOST_CHOICES = 25

export async function suggest(
  tools: DeskTools,
  from: ChatContext,
  suggests: SuggestedKind,
  typed: string,
): Promise<readonly Choice[]> {
  const choices = await choicesOf(tools, from, suggests, typed)
  return choices.slice(0, MOST_CHOICES)
}

function choicesOf(
  tools: DeskTools,
  from: ChatContext,
  suggests: SuggestedKind,
  typed: string,
): Promise<readonly Choice[]> {
  switch (suggests) {
    case 'feed':
      return suggestFeeds(tools.storage, from, typed)
    case 'digest':
      return suggestDigests(tools, from, typed)
    case 'alert':
      return suggestAlerts(tools, from, typed)
    case 'rubric':
      return suggestRubrics(tools.storage, from, typed)
    case 'zone':
      return Promise.resolve(
        suggestZones(typed, MOST_CHOICES).flatMap((zone) => choiceOf(zoneLabel(zone), zone) ?? []),
      )
    case 'pack':
      return Promise.resolve(suggestPacks(tools, typed))
    case 'person':
      return suggestPeople(tools.storage, from, typed)
    default:
      return suggests satisfies never
  }
}

/** Several may be typed, between commas: the last one is completed. A title that would not stand there is its id. */
async function suggestFeeds(storage: Storage, from: ChatContext, typed: string): Promise<readonly Choice[]> {
  const { before, beginning } = lastOfList(typed)
  const followed = await followedFeeds(storage, await workspaceOf(storage, from))
  const feeds = followed.map(({ feed }) => ({ ...feed, key: foldTitle(`${feed.title} ${feed.publisher}`) }))
  return fitting(feeds, beginning).flatMap(({ id, title }) => {
    const name = /[,;]/u.test(title) || withLast(before, title).length > 100 ? id : title
    return choiceOf(labelOf(before, typeset(title)), withLast(before, name)) ?? []
  })
}

/** What is new must be seen: where there is no room for all, what stands before is left out. */
function labelOf(before: string, item: string): string {
  const whole = withLast(before, item)
  return whole.length > 75 ? `… ${item}` : whole
}

async function suggestRubrics(
  storage: Storage,
  from: ChatContext,
  typed: string,
): Promise<readonly Choice[]> {
  const { before, beginning } = lastOfList(typed)
  const feeds = await visibleFeeds(storage, await workspaceOf(storage, from))
  const rubrics = [...new Set(feeds.map(({ rubric }) => rubric))].filter((rubric) => rubric !== '')
  return fitting(
    rubrics.map((rubric) => ({ rubric, key: foldTitle(rubric) })),
    beginning,
  ).flatMap(({ rubric }) => choiceOf(labelOf(before, typeset(rubric)), withLast(before, rubric)) ?? [])
}

/** One's own digest as well: nobody else is offered it. */
async function suggestDigests(
  tools: DeskTools,
  from: ChatContext,
  typed: string,
): Promise<readonly Choice[]> {
  const workspaceId = await workspaceOf(tools.storage, from)
  const own = await ownDigest(tools.storage, workspaceId, from.person)
  const here = await digestsHere(tools, { ...from, workspaceId })
  const digests = [...here, ...(own === undefined ? [] : [own])]
  return fitting(
    digests.map(({ name, title }) => ({ name, title, key: foldTitle(`${title} ${name}`) })),
    typed,
  ).flatMap(({ name, title }) => choiceOf(typeset(title), name) ?? [])
}

async function suggestAlerts(tools: DeskTools, from: ChatContext, typed: string): Promise<readonly Choice[]> {
  const alerts = await alertsHere(tools, from)
  return fitting(
    alerts.map(({ name, title }) => ({ name, title, key: foldTitle(`${title} ${name}`) })),
    typed,
  ).flatMap(({ name, title }) => choiceOf(typeset(title), name) ?? [])
}

function suggestPacks({ outlines }: DeskTools, typed: string): readonly Choice[] {
  const packs = PACK_KEYS.map((key) => ({ name: PACKS[key], key: foldTitle(PACKS[key]), file: key }))
  return fitting(packs, typed).flatMap(
    ({ name, file }) => choiceOf(packLabel(name, outlines.pack(file).feeds.length), name) ?? [],
  )
}

/** A question's last word is completed to a name: «a rencontré Lav» to «a rencontré Sergueï Lavrov». */
async function suggestPeople(storage: Storage, from: ChatContext, typed: string): Promise<readonly Choice[]> {
  const word = wordInProgress(typed)
  if (word === undefined) return []
  const feeds = await visibleFeeds(storage, await workspaceOf(storage, from))
  const names = await storage.people.suggest(word, new Set(feeds.map(({ id }) => id)), MOST_CHOICES)
  const completed = [...new Set(names.map((name) => completeName(typed, name)))]
  return completed.flatMap((text) => choiceOf(text, text) ?? [])
}

/** Those that begin with what is typed first, then those that have it in them. */
function fitting<Item extends { readonly key: string }>(
  items: readonly Item[],
  typed: string,
): readonly Item[] {
  const folded = foldTitle(typed)
  const beginning = items.filter(({ key }) => key.startsWith(folded))
  return [...beginning, ...items.filter((item) => !beginning.includes(item) && item.key.includes(folded))]
}
