// Discord for the transcript: people act on the fake, and what it received is read as Discord's client shows it. Judges nothing.
import type { TypedCommand } from '../src/core/typed-command.ts'
import type { UserAction } from '../test/chat/discord/fake/action.ts'
import { type FakeDiscord, startFakeDiscord } from '../test/chat/discord/fake/fake-discord.ts'
import { isRecord, type Json, recordsOf, textOf } from '../test/chat/discord/fake/json.ts'
import type { SeenMessage, SeenModal } from '../test/chat/discord/fake/view.ts'
import { contentScreenOf, modalScreenOf } from './transcript-discord-screen.ts'
import { ADMIN_CHANNEL, NAMES, quiet, type Received, type Stage } from './transcript-stage.ts'

export interface DiscordStage extends Stage {
  readonly discord: FakeDiscord
  readonly channel: string
}

type LoggedRequest = FakeDiscord['requests'][number]

/** Requests that show something; the others look things up, or make the commands known. */
const SHOWING =
  /^\/(?:channels\/\d+\/(?:messages|threads)|channels\/\d+\/messages\/\d+(?:\/threads)?|interactions|webhooks)/u

export async function openDiscordStage(now: () => number): Promise<DiscordStage> {
  const discord = await startFakeDiscord({ now, token: 'jeton.de.transcription' })
  const guild = discord.addGuild({
    name: 'Rédaction d’essai',
    channels: [{ name: 'revue-de-presse' }, { name: ADMIN_CHANNEL }],
    roles: [{ name: 'Rédaction en chef', permissions: ['MANAGE_GUILD'] }],
    members: [{ name: NAMES.chief, roles: ['Rédaction en chef'] }, { name: NAMES.member }],
  })
  const people = { chief: guild.members[NAMES.chief] ?? '', member: guild.members[NAMES.member] ?? '' }
  const [channel, adminChannel] = [
    guild.channels['revue-de-presse'] ?? '',
    guild.channels[ADMIN_CHANNEL] ?? '',
  ]
  /** What was answered to somebody alone is in no channel. */
  const actions: UserAction[] = []
  const done = async (action: UserAction): Promise<void> => {
    actions.push(action)
    await action.answered
    await quiet(() => discord.requests.length)
  }
  const shown = (): readonly SeenMessage[] => {
    const threads = discord
      .messages(channel)
      .flatMap((message) => [message, ...(message.thread?.messages ?? [])])
    const others = [...discord.messages(adminChannel), ...discord.directMessages(people.chief)]
    const answers = actions.flatMap((action) => action.seen().responses)
    const all = new Map([...threads, ...others, ...answers].map((message) => [message.id, message]))
    return [...all.values()].toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1))
  }
  let taken = 0
  const cast: Cast = { channel, adminChannel, threads: new Set(), acknowledged: new Map() }
  return {
    name: 'Discord',
    discord,
    channel,
    adminChannel,
    typed: ({ command, action, options }) =>
      [`/${command}`, action, ...Object.entries(options).map(([name, value]) => `${name}:${value}`)]
        .filter((part) => part !== '')
        .join(' ')
        .replaceAll(adminChannel, `#${ADMIN_CHANNEL}`),
    command: (command, person = 'chief') =>
      done(discord.command(commandOf(command, people[person], channel))),
    press: (label, on) => {
      const holding = shown().filter(
        ({ buttons, text }) =>
          buttons.some((button) => button.label === label) && (on === undefined || text.includes(on)),
      )
      const message = on === undefined ? holding.at(-1) : holding[0]
      if (message === undefined) throw new Error(`Discord shows no button «${label}»`)
      return done(discord.press({ user: people.chief, message: message.id, label }))
    },
    mention: (words) => {
      const thread = discord.messages(channel).find((message) => message.thread !== undefined)?.thread
      const text = `<@${discord.botId}> ${words}`
      return done(discord.say({ user: people.chief, channel: thread?.id ?? channel, text }))
    },
    submit: (values) => {
      const modal = actions.map((action) => action.seen().modal).findLast((each) => each !== undefined)
      if (modal === undefined) throw new Error('no form is open')
      return done(discord.submitModal({ user: people.chief, modal, fields: fieldsOf(modal, values) }))
    },
    take: () => {
      const fresh = discord.requests.slice(taken)
      taken = discord.requests.length
      return fresh.filter(isShowing).map((request) => {
        note(cast, request)
        return receivedOf(cast, request)
      })
    },
    problems: () => discord.violations.map((violation) => JSON.stringify(violation)),
  }
}

interface Cast {
  readonly channel: string
  readonly adminChannel: string
  /** Their ids are those of the messages that they hang on. */
  readonly threads: Set<string>
  /** The first answer to each interaction, by its token. */
  readonly acknowledged: Map<string, unknown>
}

function note({ threads, acknowledged }: Cast, { path, body }: LoggedRequest): void {
  const [, place = '', , kind = '', lead = ''] = path.split('/')
  if (place === 'channels' && path.endsWith('/threads')) threads.add(lead)
  if (place === 'interactions' && isRecord(body)) acknowledged.set(kind, body['type'])
}

function commandOf({ command, action, options }: TypedCommand, user: string, channel: string) {
  const given = Object.entries(options).map(([name, value]) => [
    name,
    ['sujets', 'mots', 'editeurs', 'minutes'].includes(name) ? Number(value) : value,
  ])
  return {
    user,
    channel,
    name: command,
    ...(action === '' ? {} : { subcommand: action }),
    options: Object.fromEntries(given),
  }
}

/** Menus take lists. */
function fieldsOf(modal: SeenModal, values: Readonly<Record<string, string>>) {
  const isMenu = (name: string): boolean =>
    modal.fields.some(({ customId, type }) => customId === name && type !== TEXT_INPUT)
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, isMenu(name) ? value.split(',') : value]),
  )
}
const TEXT_INPUT = 4

function isShowing({ method, path, body }: LoggedRequest): boolean {
  return method !== 'GET' && SHOWING.test(path) && isRecord(body)
}

/** An answer will come. */
const DEFERRED = 5

/** Kinds of first answers to an interaction; discord-api-docs, interactions/receiving-and-responding. */
const CALLBACKS: ReadonlyMap<unknown, string> = new Map([
  [DEFERRED, 'Accusé de réception : « Pressoir réfléchit… »'],
  [6, 'Accusé de réception, sans rien montrer'],
  [9, 'Formulaire'],
])

function receivedOf(cast: Cast, { method, path, body }: LoggedRequest): Received {
  const neutralPath = path
    .replace(/^(\/interactions\/\d+\/)[^/]+/u, '$1jeton')
    .replace(/^(\/webhooks\/\d+\/)[^/]+/u, '$1jeton')
  const given = isRecord(body) ? body : {}
  const data = isRecord(given['data']) ? given['data'] : given
  return {
    where: placeOf(cast, method, path, given),
    seen: seenOf(cast, path, given, data),
    json: { method, path: neutralPath, body },
  }
}

function seenOf({ adminChannel }: Cast, path: string, body: Json, data: Json): string {
  if (path.endsWith('/threads')) return textOf(body['name'])
  if (body['type'] === 9) return modalScreenOf(data)
  return contentScreenOf(
    textOf(data['content']),
    recordsOf(data['components']),
    new Map([[adminChannel, ADMIN_CHANNEL]]),
  )
}

function placeOf(cast: Cast, method: string, path: string, body: Json): string {
  const [, kind, place = '', token = ''] = path.split('/')
  if (path.endsWith('/threads')) return 'Un fil s’ouvre sous ce message'
  if (kind === 'interactions') return CALLBACKS.get(body['type']) ?? 'Pour vous seul'
  if (kind === 'webhooks') {
    if (method === 'PATCH')
      return cast.acknowledged.get(token) === DEFERRED ? 'Pour vous seul' : 'À la place du message'
    return (Number(body['flags'] ?? 0) & EPHEMERAL) === 0 ? 'Dans le canal' : 'Pour vous seul'
  }
  if (place === cast.channel) return 'Dans le canal'
  if (place === cast.adminChannel) return 'Dans le canal des pannes'
  return cast.threads.has(place) ? 'Dans le fil, sous ce message' : 'En message privé'
}

/** Shown to one person alone; discord-api-docs, resources/message. */
const EPHEMERAL = 64
