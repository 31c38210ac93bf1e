// Workspaces that keep secrets, one real database for all of them, and everything that somebody could ask for. Asserts nothing.
import type { Action } from '../../src/core/action.ts'
import { feedId } from '../../src/core/article-identity.ts'
import { newAuditEntry } from '../../src/core/audit.ts'
import { HOUR } from '../../src/core/calendar.ts'
import { type CommandName, COMMANDS } from '../../src/core/command.ts'
import type { Feed } from '../../src/core/feed.ts'
import { ExplainedError } from '../../src/core/failures.ts'
import type { MemoContent } from '../../src/core/memo.ts'
import type { Block } from '../../src/core/message.ts'
import { newNotice } from '../../src/core/notice.ts'
import type { ChatContext, ChatReply } from '../../src/core/request.ts'
import { newRaisedAlert } from '../../src/core/raised-alert.ts'
import { isPersonal } from '../../src/core/workspace.ts'
import { sentenceMessage } from '../../src/locale/blocks.ts'
import { SILENT_METER } from '../../src/meter.ts'
import type { FeedReader } from '../../src/ports.ts'
import { createInbox } from '../../src/services/inbox.ts'
import { makeDue, type PublishTools } from '../../src/services/publish.ts'
import { currentDigests } from '../../src/services/current.ts'
import { writeExport } from '../../src/services/write-export.ts'
import { type Request, wholeCommands } from './isolation-requests.ts'
import { type Desk, deskFeed, openDesk } from './open-desk.ts'

const NOW = Date.parse('2026-03-17T08:00:00+01:00')

/** Everybody may read it. */
const OPEN_FEED = deskFeed('Le Courrier')

/** A workspace and whoever asks there. What it keeps to itself has its secret word in it; what is typed never has. */
export interface Party {
  readonly name: string
  readonly from: ChatContext
  readonly secret: string
}

function party(name: string, secret: string, from: Partial<ChatContext>): Party {
  const base: ChatContext = {
    workspaceId: '',
    workspaceName: name,
    channel: '',
    person: '',
    personName: '',
    isAdministrator: true,
    roles: [],
  }
  return { name, secret, from: { ...base, personName: `Awa ${capital(secret)}`, ...from } }
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** Two of Slack, two of Discord, two people alone. Some bear the id that somebody else bears elsewhere. */
export const PARTIES: readonly Party[] = [
  party('Nantes', 'zibelune', { workspaceId: 'slack:T1', channel: 'slack:C1', person: 'U1' }),
  party('Lyon', 'krapfoul', { workspaceId: 'slack:T2', channel: 'slack:C2', person: 'U1' }),
  party('Le Cercle', 'mirlitou', { workspaceId: 'discord:100', channel: 'discord:101', person: '9001' }),
  party('Le Club', 'pommelou', { workspaceId: 'discord:200', channel: 'discord:201', person: '9002' }),
  party('une personne', 'tarabistou', {
    workspaceId: 'discord:@9003',
    channel: 'discord:@9003',
    person: '9003',
  }),
  party('une autre', 'barbichon', { workspaceId: 'discord:@U1', channel: 'discord:@U1', person: 'U1' }),
]

export interface IsolationScene {
  readonly desk: Desk
  ask(who: Party, request: Request): Promise<ChatReply>
  /** Ids that buttons of this workspace carry: two of each kind of memo, and all that are none. */
  keysOf(who: Party): Promise<readonly string[]>
  /** What its export says, and what it keeps for single people. */
  stateOf(who: Party): Promise<string>
  exportOf(who: Party): Promise<string>
}

const unreachable = (): never => {
  throw new ExplainedError({
    code: 'fetch-unreachable',
    url: 'https://nulle-part.example/',
    reason: 'refused',
  })
}
const NO_READER: FeedReader = {
  readFeed: async () => unreachable(),
  readPage: async () => unreachable(),
  discover: async () => unreachable(),
  readOutline: async () => unreachable(),
  close: () => Promise.resolve(),
}

export async function openIsolationScene(): Promise<IsolationScene> {
  const desk = await openDesk({ now: NOW - 2 * HOUR, feeds: [OPEN_FEED], reader: NO_READER })
  const quotas = { feeds: 1e6, questionsAMinute: 1e9, editionsADay: 1e6 }
  const inbox = createInbox({ ...desk.tools, quotas })
  const keys = new Map<string, Set<string>>()
  const ask = async (who: Party, request: Request): Promise<ChatReply> => {
    const reply = await inbox({ from: who.from, ...request })
    const known = keys.get(who.name) ?? new Set<string>()
    keys.set(who.name, known)
    for (const { target } of actionsIn(reply)) known.add(target)
    return reply
  }
  for (const who of PARTIES) await settle(desk, ask, who)
  desk.setNow(NOW)
  await publish(desk)
  for (const who of PARTIES) for (const id of await stored(desk, who)) keys.get(who.name)?.add(id)
  for (const who of PARTIES) for (const request of wholeCommands()) await ask(who, request)
  return {
    desk,
    ask,
    keysOf: (who) => someOfEach(desk, keys.get(who.name) ?? new Set()),
    stateOf: (who) => stateOf(desk, who, keys.get(who.name) ?? new Set()),
    exportOf: (who) => exportOf(desk, who),
  }
}

type Ask = (who: Party, request: Request) => Promise<ChatReply>

function command(name: CommandName, action: string, options: object): Request {
  const typed = COMMANDS.find((each) => each.name === name)?.actions.find((each) => each.name === action)
  if (typed === undefined) throw new Error(`no command /${name} ${action}`)
  return { kind: 'command', command: name, action: typed.name, options }
}

/** A feed with articles, a digest, an alert, settings, a digest of one's own, something thrown away. */
async function settle(desk: Desk, ask: Ask, who: Party): Promise<void> {
  const { storage } = desk
  const { secret, from } = who
  await ask(who, { kind: 'joined' })
  for (const [title, host] of [
    ['Gazette', 'gazette'],
    ['Brouillon', 'brouillon'],
  ] as const) {
    const url = `https://${host}-${secret}.example/flux.xml`
    await storage.followings.save(
      {
        workspaceId: from.workspaceId,
        feedId: feedId(url),
        url,
        title: `${title} ${capital(secret)}`,
        publisher: `Presse ${capital(secret)}`,
        rubric: `Rubrique ${capital(secret)}`,
        addedBy: from.person,
        addedByName: from.personName,
        addedAt: NOW,
      },
      NOW,
    )
  }
  await keepArticles(desk, who)
  const confirm = async (request: Request): Promise<void> => {
    const confirmed = actionsIn(await ask(who, request)).find(({ verb }) => verb === 'confirm')
    if (confirmed === undefined) throw new Error(`${who.name} could not ${JSON.stringify(request)}`)
    await ask(who, { kind: 'press', action: confirmed })
  }
  const title = `Veille ${capital(secret)}`
  const definition = { jours: 'tous les jours', heures: '8 h', flux: `Gazette ${capital(secret)}` }
  await confirm(command('programme', 'ajouter', { titre: title, ...definition, avec: `${secret}, pont` }))
  const watched = { expression: `le pont de ${secret}`, titre: `Alerte ${capital(secret)}` }
  await confirm(command('alerte', 'ajouter', watched))
  if (!isPersonal(from.workspaceId)) {
    await confirm(command('reglages', 'canal', { canal: `C${secret}` }))
    await confirm(command('reglages', 'administrateurs', { personne: `U${secret}` }))
  }
  await confirm(command('flux', 'retirer', { flux: `Brouillon ${capital(secret)}` }))
  const own = { jours: 'tous les jours', heures: '8 h', avec: `${secret} privé, pont` }
  await confirm(command('abonnement', 'regler', own))
  const exported = {
    kind: 'exported',
    what: 'data',
    file: `/srv/${secret}`,
    workspaceId: from.workspaceId,
  } as const
  await storage.audit.add(newAuditEntry({ origin: 'command', actor: secret }, exported, NOW))
}

async function keepArticles(desk: Desk, { secret }: Party): Promise<void> {
  const url = `https://gazette-${secret}.example/flux.xml`
  const feed: Feed = {
    id: feedId(url),
    url,
    title: `Gazette ${capital(secret)}`,
    publisher: `Presse ${capital(secret)}`,
    rubric: `Rubrique ${capital(secret)}`,
    origin: 'chat',
  }
  const name = capital(secret)
  await desk.keep(feed, {
    title: `Vernay : le pont de ${name} rouvre`,
    text: `Le pont de ${name} rouvrira vendredi à 6 heures, a dit la maire Odile Vasseur devant le conseil de Vernay. Le ministre Serge ${name} a rencontré Odile Vasseur lundi à Paris pour parler du pont. « Le pont de ${name} sera gratuit », a déclaré Odile Vasseur.`,
    publishedAt: NOW - 3 * HOUR,
  })
  await desk.keep(feed, {
    title: `${name} : une école ferme à Marnes`,
    text: `L’école de Marnes fermera en juillet faute d’élèves, a décidé le conseil de ${name} mardi soir. La directrice Jeanne ${name} regrette cette décision.`,
    publishedAt: NOW - 3 * HOUR,
  })
}

/** Editions of everybody's digests, an alert that rang, a notice, somebody who liked a story. */
async function publish(desk: Desk): Promise<void> {
  const { storage, tools } = desk
  const publishing: PublishTools = {
    storage,
    platforms: new Map(),
    writeArchive: async () => undefined,
    clock: tools.clock,
    log: tools.log,
    meter: SILENT_METER,
    signal: new AbortController().signal,
  }
  const editions = await makeDue(publishing, await currentDigests(storage, []))
  for (const { from, secret } of PARTIES) {
    const [alert] = await storage.alerts.of(from.workspaceId)
    const edition = editions.find(({ title }) => title.toLowerCase().includes(secret))
    const [story] = edition?.stories ?? []
    if (alert === undefined || story === undefined) throw new Error(`nothing to tell to ${secret}`)
    const told = {
      stories: [story],
      moreCount: 0,
      publisherCount: 1,
      storyIds: [story.storyId],
      startedAt: NOW,
      reachedAt: NOW,
      toldAt: NOW,
      isLate: false,
      isTogether: false,
      isLast: false,
    }
    const raising = { storyIds: [story.storyId] }
    await storage.raisedAlerts.add({
      ...newRaisedAlert(alert, raising, told, 0, NOW),
      state: 'posted',
      handle: '1',
    })
    const message = sentenceMessage(`Le flux ${secret} est en panne.`)
    await storage.notices.add(newNotice(from.workspaceId, from.channel, `panne ${secret}`, message, NOW))
    await storage.reactions.mute({ audience: from.channel, storyId: `muet-${secret}`, until: NOW + HOUR })
  }
}

/** The hundredth proposal to change a digest is no other key than the first. */
const OF_EACH_KIND = 2

async function someOfEach({ storage }: Desk, keys: ReadonlySet<string>): Promise<readonly string[]> {
  const kinds = new Map<string, number>()
  const some: string[] = []
  for (const key of keys) {
    const content = (await storage.memos.get(key, NOW))?.content
    const kind = content && [content.kind, 'of' in content ? content.of : '', subjectOf(content)].join(' ')
    const count = kind === undefined ? 0 : (kinds.get(kind) ?? 0)
    if (kind !== undefined) kinds.set(kind, count + 1)
    if (count < OF_EACH_KIND) some.push(key)
  }
  return some
}

function subjectOf(content: MemoContent): string {
  if (content.kind !== 'proposal') return ''
  const { kind, before, after } = content.subject
  return `${kind} ${before === undefined} ${after === undefined}`
}

/** Ids that stand in no button of a reply: of deliveries and alerts that were posted, of changes, feeds, digests, alerts. */
async function stored({ storage }: Desk, { from }: Party): Promise<readonly string[]> {
  const { workspaceId } = from
  const digests = await storage.digests.of(workspaceId)
  const alerts = await storage.alerts.of(workspaceId)
  const editions = (await storage.editions.madeSince(0)).filter(({ digestName }) =>
    digests.some(({ name }) => name === digestName),
  )
  const deliveries = await Promise.all(editions.map(({ id }) => storage.editions.deliveriesOf(id)))
  const raised = await storage.raisedAlerts.raisedSince(
    alerts.map(({ name }) => name),
    0,
  )
  return [
    ...deliveries.flat().map(({ id }) => id),
    ...raised.map(({ id }) => id),
    ...(await storage.changes.latest(workspaceId, 100, 0)).map(({ id }) => id),
    ...(await storage.followings.of(workspaceId)).map(({ feedId: id }) => id),
    ...[...digests, ...alerts].map(({ name }) => name),
  ]
}

async function exportOf({ storage, tools }: Desk, { from }: Party): Promise<string> {
  const pieces: string[] = []
  const write = async (name: string, given: AsyncIterable<string>) => {
    pieces.push(name)
    for await (const piece of given) pieces.push(piece)
    return { bytes: 0, sha256: '' }
  }
  const { outlines } = tools
  const { workspaceId } = from
  await writeExport({ storage, outlines, target: { write } }, { workspaceId, now: NOW, version: '1.0.0' })
  return pieces.join('\n')
}

async function stateOf(desk: Desk, who: Party, keys: ReadonlySet<string>): Promise<string> {
  const { storage } = desk
  const { workspaceId, channel, person } = who.from
  const memos = await Promise.all([...keys].toSorted().map((key) => storage.memos.get(key, NOW)))
  const own = {
    workspace: await storage.workspaces.get(workspaceId),
    followings: await storage.followings.of(workspaceId),
    states: (await storage.feeds.states()).filter(({ feedId: id }) => keys.has(id)),
    digests: await storage.digests.of(workspaceId),
    alerts: await storage.alerts.of(workspaceId),
    changes: await storage.changes.latest(workspaceId, 1000, 0),
    notices: (await storage.notices.open(Number.MAX_SAFE_INTEGER)).filter(
      (each) => each.workspaceId === workspaceId,
    ),
    muted: [...(await storage.reactions.muted([channel, `${channel.split(':', 1)[0]}:@${person}`], NOW))],
    memos,
  }
  return JSON.stringify(own)
}

function actionsIn(reply: ChatReply): readonly Action[] {
  return blocksOf(reply)
    .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    .map(({ action }) => action)
}

function blocksOf(reply: ChatReply): readonly Block[] {
  if (reply.kind === 'message' || reply.kind === 'replacement') return reply.message.blocks
  if (reply.kind === 'home') return reply.blocks
  return reply.kind === 'form' ? reply.instead.blocks : []
}
