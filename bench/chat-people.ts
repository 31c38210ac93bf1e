// What people do on both platforms, timed: commands, suggestions while somebody types, a button. Draws no conclusion.
import { DatabaseSync } from 'node:sqlite'
import type { UserAction } from '../test/chat/discord/fake/action.ts'
import type { Fakes } from './chat-stage.ts'

/** Milliseconds; undefined where nothing came in time. */
export interface Timing {
  readonly acknowledged: number | undefined
  readonly answered: number | undefined
  /** What was answered begins so. */
  readonly words: string
}

export interface Act {
  readonly platform: 'slack' | 'discord'
  readonly name: string
  /** The `turn`-th time, 0 first. */
  readonly perform: (turn: number) => Promise<Timing>
}

/** Words in thousands of sentences of any paper. */
const COMMON_QUESTIONS = [
  'a rencontré le président ?',
  'dirige le ministère de l’Intérieur ?',
  'a été interpellé par la police à Paris ?',
  'a gagné la finale de la Coupe de France ?',
  'parle du gouvernement cette année ?',
  'a voté la loi à l’Assemblée nationale ?',
  'est le maire de la ville ?',
  'a déclaré jeudi que la France était prête ?',
]
const FEED_BEGINNINGS = ['', 'l', 'le', 'courr', 'gaz', 'nant', 'éch', 'réveil', 'toul', 'xyz']
const PERSON_BEGINNINGS = ['ma', 'jean', 'le', 'mac', 'sar', 'holl', 'phil', 'ben', 'du', 'christ']

/** How long anybody waits for an answer, in milliseconds. */
const PATIENCE = 20_000

/** People who stand in one to three articles, to ask about. */
export function rareNames(database: string): readonly string[] {
  const connection = new DatabaseSync(database, { readOnly: true })
  const rows = connection
    .prepare(
      `select name from article_people where name like '% %' group by name
       having count(*) between 1 and 3 order by length(name), name limit 3000`,
    )
    .all()
  connection.close()
  return rows.map(({ name }) => String(name)).filter((_name, position) => position % 10 === 0)
}

export interface Audience {
  /** Where people ask; no digest of the bench goes there but the first. */
  readonly slackChannel: string
  readonly discordChannel: string
  readonly slackPeople: readonly string[]
  readonly discordPeople: readonly string[]
}

/** People who ask, one of whom may change things on Slack. */
export function invitePeople({ slack, discord, guild }: Fakes, count: number): Audience {
  const slackPeople = Array.from({ length: count }, (_, number) =>
    slack.addUser({ name: `Lectrice ${number}`, isAdmin: true }),
  )
  return {
    slackChannel: slack.addChannel({ name: 'questions', members: slackPeople }),
    discordChannel: discord.addChannel(guild, { name: 'questions' }),
    slackPeople,
    discordPeople: Array.from({ length: count }, (_, number) =>
      discord.addMember(guild, { name: `Lecteur ${number}` }),
    ),
  }
}

/** Every kind of act; the audience's channels have a digest by then. */
export async function actsOf(
  fakes: Fakes,
  audience: Audience,
  rare: readonly string[],
): Promise<readonly Act[]> {
  return [...(await slackActs(fakes, audience, rare)), ...discordActs(fakes, audience, rare)]
}

type NamedAct = readonly [name: string, perform: Act['perform']]

function actsOn(platform: Act['platform'], named: readonly NamedAct[]): readonly Act[] {
  return named.map(([name, perform]) => ({ platform, name, perform }))
}

/** Of one command with one question a turn, whichever the platform. */
function questions(
  ask: (command: string, question: (turn: number) => string) => Act['perform'],
  rare: readonly string[],
): readonly NamedAct[] {
  return [
    ['/qui, mots rares', ask('qui', (turn) => `est ${nth(rare, turn)} ?`)],
    ['/qui, mots courants', ask('qui', (turn) => nth(COMMON_QUESTIONS, turn))],
    ['/question', ask('question', (turn) => `Quand ${nth(rare, turn * 7)} ${nth(COMMON_QUESTIONS, turn)}`)],
  ]
}

function nth<Item>(items: readonly Item[], turn: number): Item {
  const item = items[turn % items.length]
  if (item === undefined) throw new Error('an empty list')
  return item
}

async function slackActs(
  { slack }: Fakes,
  { slackChannel: channel, slackPeople: people }: Audience,
  rare: readonly string[],
): Promise<readonly Act[]> {
  const typed =
    (command: string, text: (turn: number) => string): Act['perform'] =>
    (turn) =>
      slackTiming(slack.command({ user: nth(people, turn), channel, command, text: text(turn) }))
  const viewId = await openDigestForm(slack, channel, nth(people, 0))
  const suggest =
    (actionId: string, values: readonly string[]): Act['perform'] =>
    async (turn) => {
      const { isAcked, afterMs, payload } = await slack.suggest({
        user: nth(people, 0),
        viewId,
        actionId,
        value: nth(values, turn),
      }).acked
      const time = isAcked ? afterMs : undefined
      return { acknowledged: time, answered: time, words: JSON.stringify(payload ?? null).slice(0, 60) }
    }
  const stories = slack
    .messages(channel)
    .flatMap(({ replies }) => replies)
    .flatMap(({ ts, blocks }) => {
      const [actionId] = /prove-\d+-\d+/u.exec(JSON.stringify(blocks)) ?? []
      return actionId === undefined ? [] : [{ ts, actionId }]
    })
  const press: Act['perform'] = (turn) => {
    const { ts: message, actionId } = nth(stories, turn)
    return slackTiming(slack.press({ user: nth(people, turn), channel, message, actionId }))
  }
  return actsOn('slack', [
    ...questions((command, question) => typed(`/${command}`, question), rare),
    ['/revue', typed('/revue', () => '')],
    ['/flux lister', typed('/flux', () => 'lister')],
    ['/programme lister', typed('/programme', () => 'lister')],
    ['suggestions de flux', suggest('suggest-feed~flux', FEED_BEGINNINGS)],
    ['« D’où vient cette phrase ? »', press],
  ])
}

async function openDigestForm(slack: Fakes['slack'], channel: string, user: string): Promise<string> {
  return (await slack.command({ user, channel, command: '/programme', text: 'ajouter' }).openedView(PATIENCE))
    .id
}

function discordActs(
  { discord }: Fakes,
  { discordChannel: channel, discordPeople: people }: Audience,
  rare: readonly string[],
): readonly Act[] {
  const typed =
    (name: string, question: (turn: number) => string): Act['perform'] =>
    (turn) =>
      discordTiming(
        discord.command({ user: nth(people, turn), channel, name, options: { question: question(turn) } }),
      )
  const bare =
    (name: string, subcommand?: string): Act['perform'] =>
    (turn) =>
      discordTiming(
        discord.command({
          user: nth(people, turn),
          channel,
          name,
          ...(subcommand === undefined ? {} : { subcommand }),
        }),
      )
  const proofs = discord
    .messages(channel)
    .flatMap(({ thread }) => thread?.messages ?? [])
    .filter(({ buttons }) => buttons.some(({ label }) => label.startsWith('D’où vient')))
    .map(({ id, buttons }) => ({ id, label: buttons[0]?.label ?? '' }))
  const suggestFeed: Act['perform'] = (turn) =>
    discordTiming(
      discord.autocomplete({
        user: nth(people, turn),
        channel,
        name: 'flux',
        subcommand: 'tester',
        focused: 'flux',
        options: { flux: nth(FEED_BEGINNINGS, turn) },
      }),
    )
  const suggestPerson: Act['perform'] = (turn) =>
    discordTiming(
      discord.autocomplete({
        user: nth(people, turn),
        channel,
        name: 'qui',
        focused: 'question',
        options: { question: `a rencontré ${nth(PERSON_BEGINNINGS, turn)}` },
      }),
    )
  const press: Act['perform'] = (turn) => {
    const { id: message, label } = nth(proofs, turn)
    return discordTiming(discord.press({ user: nth(people, turn), message, label }))
  }
  return actsOn('discord', [
    ...questions(typed, rare),
    ['/revue', bare('revue')],
    ['/flux lister', bare('flux', 'lister')],
    ['/programme lister', bare('programme', 'lister')],
    ['suggestions de flux', suggestFeed],
    ['suggestions de personnes', suggestPerson],
    ['« D’où vient cette phrase ? »', press],
  ])
}

async function slackTiming(interaction: ReturnType<Fakes['slack']['command']>): Promise<Timing> {
  const response = await interaction.response(0, PATIENCE).catch(() => undefined)
  const { isAcked, afterMs } = await interaction.acked
  const words = response?.text.slice(0, 60) ?? ''
  return { acknowledged: isAcked ? afterMs : undefined, answered: response?.afterMs, words }
}

async function discordTiming(action: UserAction): Promise<Timing> {
  const { ackedAfterMs, answeredAfterMs, responses, choices } = await action
    .until(({ answeredAfterMs: after }) => after !== undefined, PATIENCE)
    .catch(() => action.seen())
  const words = responses[0]?.text ?? JSON.stringify(choices ?? '')
  return { acknowledged: ackedAfterMs, answered: answeredAfterMs, words: words.slice(0, 60) }
}
