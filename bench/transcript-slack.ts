// Slack for the transcript: people act on the fake, and what it received is read as Slack's client shows it. Judges nothing.
import type { TypedCommand } from '../src/core/typed-command.ts'
import { BOT_SCOPES } from '../src/chat/slack/scopes.ts'
import { type FakeSlack, startFakeSlack } from '../test/chat/slack/fake/fake-slack.ts'
import type { Interaction } from '../test/chat/slack/fake/interaction.ts'
import { isRecord, type Json, parseJson, recordsOf, textOf } from '../test/chat/slack/fake/json.ts'
import { screenOf, viewScreenOf } from './transcript-slack-screen.ts'
import { ADMIN_CHANNEL, NAMES, type Person, quiet, type Received, type Stage } from './transcript-stage.ts'

export interface SlackStage extends Stage {
  readonly slack: FakeSlack
  readonly channel: string
  /** The bot is invited into its channels. */
  join(): Promise<void>
}

/** Calls that show something; the others look things up. */
const SHOWING = /^(?:chat\.|views\.|response_url)/u

export async function openSlackStage(now: () => number): Promise<SlackStage> {
  const slack = await startFakeSlack({ scopes: BOT_SCOPES, rateLimits: 'off', now })
  const people = {
    chief: slack.addUser({ name: NAMES.chief, isAdmin: true }),
    member: slack.addUser({ name: NAMES.member }),
  }
  const members = Object.values(people)
  const channel = slack.addChannel({ name: 'revue-de-presse', members })
  const adminChannel = slack.addChannel({ name: ADMIN_CHANNEL, members })
  const cast: Cast = { slack, channel, adminChannel, people }
  let taken = 0
  const calls = () => slack.requests.filter(({ method }) => SHOWING.test(method))
  const done = async (interaction: Interaction): Promise<void> => {
    await interaction.acked
    await quiet(() => slack.requests.length)
  }
  return {
    name: 'Slack',
    slack,
    channel,
    adminChannel,
    join: async () => {
      for (const each of [channel, adminChannel]) {
        const event = {
          type: 'member_joined_channel',
          user: slack.botUserId,
          channel: each,
          inviter: people.chief,
        }
        await done(slack.event(event, people.chief))
      }
    },
    typed: (command) =>
      `/${command.command} ${typedWords(command).replaceAll(adminChannel, `#${ADMIN_CHANNEL}`)}`.trim(),
    command: (command, person = 'chief') =>
      done(
        slack.command({
          user: people[person],
          channel,
          command: `/${command.command}`,
          // As Slack sends the name of a channel: slack-manifest.yaml, should_escape.
          text: typedWords(command).replaceAll(adminChannel, `<#${adminChannel}|${ADMIN_CHANNEL}>`),
        }),
      ),
    press: (label, on) => done(slack.press({ user: people.chief, ...buttonPlace(cast, label, on) })),
    mention: (words) =>
      done(
        slack.mention({
          user: people.chief,
          channel,
          text: words,
          threadTs: slack.messages(channel)[0]?.ts ?? '',
        }),
      ),
    submit: async (values) => {
      const view = slack.modals(people.chief).at(-1)
      if (view === undefined) throw new Error('no form is open')
      await done(slack.submit({ user: people.chief, viewId: view.id, values }))
    },
    openHome: () => done(slack.openHome(people.chief)),
    take: () => {
      const fresh = calls().slice(taken)
      taken += fresh.length
      return fresh.map(({ method, args }) => receivedOf(cast, method, args))
    },
    problems: () => slack.violations.map((violation) => JSON.stringify(violation)),
  }
}

interface Cast {
  readonly slack: FakeSlack
  readonly channel: string
  readonly adminChannel: string
  readonly people: Readonly<Record<Person, string>>
}

function typedWords({ action, options }: TypedCommand): string {
  const given = Object.entries(options)
  const words =
    given.length === 1 && !action.startsWith('regler')
      ? given.map(([, value]) => value)
      : given.map(([name, value]) => `${name}:${value}`)
  return [action, ...words].filter((part) => part !== '').join(' ')
}

interface Shown {
  readonly channel: string
  readonly message: string
  readonly blocks: readonly Json[]
}

/** Where the chief sees such a button: messages, then what only the chief sees, the latest last. */
function buttonPlace(
  { slack, channel, adminChannel, people }: Cast,
  label: string,
  on: string | undefined,
): { readonly channel: string; readonly message: string; readonly actionId: string } {
  const shown: readonly Shown[] = [channel, adminChannel, people.chief]
    .flatMap((place) => [
      ...slack.messages(place).flatMap(({ replies, ...message }) => [message, ...replies]),
      ...slack.ephemerals(place, people.chief),
    ])
    .toSorted((one, other) => Number(one.ts) - Number(other.ts))
    .map((message) => ({ channel: message.channel, message: message.ts, blocks: message.blocks }))
  const holding = shown.filter(({ blocks }) => on === undefined || screenOf(blocks).includes(on))
  const places = holding.flatMap((each) =>
    each.blocks
      .flatMap(({ elements }) => recordsOf(elements))
      .filter(({ text }) => isRecord(text) && textOf(text['text']) === label)
      .map((element) => ({
        channel: each.channel,
        message: each.message,
        actionId: textOf(element['action_id']),
      })),
  )
  const found = on === undefined ? places.at(-1) : places[0]
  if (found === undefined) throw new Error(`Slack shows no button «${label}»`)
  return found
}

function receivedOf(cast: Cast, method: string, args: Json): Received {
  const { token: _token, trigger_id: _trigger, ...given } = args
  const read = Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key,
      typeof value === 'string' && isJson(key) ? parseJson(value) : value,
    ]),
  )
  const { view, blocks, text } = read
  return {
    where: placeOf(cast, method, read),
    // Slack's client puts the names of channels where messages have their ids.
    seen: (isRecord(view) ? viewScreenOf(view) : screenOf(recordsOf(blocks)) || textOf(text)).replaceAll(
      `#${cast.adminChannel}`,
      `#${ADMIN_CHANNEL}`,
    ),
    json: { method, ...read },
  }
}

const isJson = (key: string): boolean => ['blocks', 'view', 'metadata'].includes(key)

function placeOf({ channel, adminChannel }: Cast, method: string, args: Json): string {
  if (method === 'views.publish') return 'Accueil de l’application'
  if (method.startsWith('views.')) return 'Formulaire'
  if (args['replace_original'] === true) return 'À la place du message'
  if (method === 'chat.postEphemeral') return 'Pour vous seul'
  if (method === 'response_url')
    return args['response_type'] === 'in_channel' ? 'Dans le canal' : 'Pour vous seul'
  const place =
    args['channel'] === channel
      ? 'le canal'
      : args['channel'] === adminChannel
        ? 'le canal des pannes'
        : undefined
  if (place === undefined) return 'En message privé'
  return args['thread_ts'] === undefined ? `Dans ${place}` : `Dans le fil, sous ce message`
}
