// Counts how many of the judged meetings `findMeetings` tells. Judges nothing and prints nothing; its texts stay in the
// shared folder.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { findMeetings } from '../src/french/meetings.ts'
import type { MeetingMode, MeetingStatus, ToldMeeting } from '../src/french/told-meeting.ts'

const STATUSES = {
  passé: 'done',
  prévu: 'planned',
  possible: 'possible',
  annulé: 'cancelled',
  reporté: 'postponed',
  refusé: 'refused',
  démenti: 'denied',
} as const satisfies Readonly<Record<string, MeetingStatus>>

const MODES = {
  'en personne': 'in-person',
  téléphone: 'telephone',
  visioconférence: 'video',
  'non précisé': 'unknown',
} as const satisfies Readonly<Record<string, MeetingMode>>

/** `start` and `end` are those of the sentence; of an optional mention the status may be left open. */
const MENTION = z.object({
  people: z.array(z.string()),
  groups: z.array(z.string()),
  status: z
    .enum(['passé', 'prévu', 'possible', 'annulé', 'reporté', 'refusé', 'démenti'])
    .transform((status) => STATUSES[status])
    .optional(),
  mode: z
    .enum(['en personne', 'téléphone', 'visioconférence', 'non précisé'])
    .transform((mode) => MODES[mode])
    .optional(),
  place: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  start: z.number(),
  end: z.number(),
  optional: z.boolean(),
})
const JUDGED = z.object({ id: z.string(), meetings: z.array(MENTION) })
const ARTICLE = z.object({ id: z.coerce.string(), date: z.string(), title: z.string(), text: z.string() })

type Mention = z.infer<typeof MENTION>
type Article = z.infer<typeof ARTICLE>

/** Right out of all. */
interface Tally {
  right: number
  all: number
}

export type Half = 'development' | 'held-out'

function readJudged(half: Half): readonly z.infer<typeof JUDGED>[] {
  const rows = readFileSync(join(import.meta.dirname, 'data', `judged-meetings-${half}.jsonl`), 'utf8')
  return rows
    .split('\n')
    .filter(Boolean)
    .map((row) => JUDGED.parse(JSON.parse(row)))
}

/** By id; `shared` holds the data. Ends the process when they are missing. */
export function readArticles(shared: string): ReadonlyMap<string, Article> {
  const path = join(shared, 'data', 'articles/train.jsonl.gz')
  if (!existsSync(path)) {
    process.stderr.write(`Le fichier ${path} manque. Donnez le dossier des données et des mesures.\n`)
    process.exit(2)
  }
  const rows = gunzipSync(readFileSync(path)).toString('utf8').split('\n').filter(Boolean)
  return new Map(rows.map((row) => ARTICLE.parse(JSON.parse(row))).map((article) => [article.id, article]))
}

const fold = (words: string): string =>
  words.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()

const surname = (name: string): string => fold(name).split(/\s+/).at(-1) ?? ''

const namesOf = ({ participants }: ToldMeeting): readonly string[] =>
  participants.filter(({ kind }) => kind === 'person').map(({ name }) => name)

const isSame = (one: string, other: string): boolean =>
  fold(one).includes(surname(other)) || fold(other).includes(surname(one))

const isOn = (told: ToldMeeting, { start, end }: Mention): boolean => told.start < end && start < told.end

const hasAll = ({ participants }: ToldMeeting, { people }: Mention): boolean =>
  people.every((person) => participants.some(({ name }) => fold(name).includes(surname(person))))

const isPlaceRight = (told: ToldMeeting, place: string): boolean =>
  told.place !== undefined &&
  (fold(told.place).includes(fold(place)) || fold(place).includes(fold(told.place)))

/** What is told of a mention: with its status where several meetings of the same people share the sentence. */
function toldOf(mention: Mention, told: readonly ToldMeeting[]): ToldMeeting | undefined {
  const fitting = told.filter((meeting) => isOn(meeting, mention) && hasAll(meeting, mention))
  return fitting.find(({ status }) => status === mention.status) ?? fitting[0]
}

export type Measure = 'found' | 'precision' | 'people' | 'status' | 'mode' | 'place' | 'days'
export type Report = (
  kind: string,
  article: Article,
  at: { start: number; end: number },
  words: string,
) => void

export const TITLES: Readonly<Record<Measure, string>> = {
  found: 'mentions trouvées',
  precision: 'rencontres dites là où il y en a une',
  people: 'personnes dites qui en sont',
  status: 'état juste',
  mode: 'mode juste',
  place: 'lieu juste',
  days: 'jours justes',
}

function countMention(
  mention: Mention,
  told: readonly ToldMeeting[],
  count: (measure: Measure, isRight: boolean, words: string) => void,
): void {
  const meeting = toldOf(mention, told)
  count('found', meeting !== undefined, mention.people.join(', '))
  if (meeting === undefined) return
  count('status', meeting.status === mention.status, `${meeting.status}, not ${mention.status}`)
  count('mode', meeting.mode === mention.mode, `${meeting.mode}, not ${mention.mode}`)
  const { place, from, to } = mention
  if (place !== undefined) count('place', isPlaceRight(meeting, place), `${meeting.place}, not ${place}`)
  if (from !== undefined)
    count(
      'days',
      meeting.from === from && meeting.to === to,
      `${meeting.from} to ${meeting.to}, not ${from} to ${to}`,
    )
}

function countTold(
  meeting: ToldMeeting,
  mentions: readonly Mention[],
  count: (measure: Measure, isRight: boolean, words: string) => void,
): void {
  const here = mentions.filter((mention) => isOn(meeting, mention))
  const names = namesOf(meeting)
  count('precision', here.length > 0, names.join(', '))
  if (!here.some(({ optional }) => !optional)) return
  const people = here.flatMap((mention) => mention.people)
  for (const name of names)
    count(
      'people',
      people.some((person) => isSame(name, person)),
      name,
    )
}

export interface CountedMeetings {
  readonly articleCount: number
  /** Told where a reader hesitates: neither right nor wrong. */
  readonly optionalCount: number
  readonly tallies: ReadonlyMap<Measure, Tally>
}

export function countMeetings(
  half: Half,
  articles: ReadonlyMap<string, Article>,
  report: Report = () => {},
): CountedMeetings {
  const tallies = new Map<Measure, Tally>()
  const judged = readJudged(half)
  let optional = 0
  for (const { id, meetings } of judged) {
    const article = articles.get(id)
    if (article === undefined) throw new Error(`no article ${id}`)
    const told = findMeetings(article.text, { published: article.date, title: article.title })
    const counted =
      (at: { start: number; end: number }) => (measured: Measure, isRight: boolean, words: string) => {
        const tally = tallies.get(measured) ?? { right: 0, all: 0 }
        tallies.set(measured, { right: tally.right + (isRight ? 1 : 0), all: tally.all + 1 })
        if (!isRight) report(TITLES[measured], article, at, words)
      }
    for (const mention of meetings) if (!mention.optional) countMention(mention, told, counted(mention))
    for (const meeting of told) countTold(meeting, meetings, counted(meeting))
    optional += told.filter((meeting) => {
      const here = meetings.filter((mention) => isOn(meeting, mention))
      return here.length > 0 && here.every((mention) => mention.optional)
    }).length
  }
  return { articleCount: judged.length, optionalCount: optional, tallies }
}
