// The answer that a case expects, as the program would give it: what the scorer is tried with. Asks nothing.
import type { ExpectedPerson, QuestionCase } from './case.ts'
import type { GivenAnswer, GivenEntry } from './given-answer.ts'
import { MEETINGS, type MeetingKey } from './meetings.ts'
import { PEOPLE } from './people.ts'

export function expectedAnswer(asked: QuestionCase): GivenAnswer {
  if ('texts' in asked) return found([entry(asked.texts[0], asked.articles[0])])
  switch (asked.kind) {
    case 'met':
      return found(asked.people.filter(({ isOptional }) => !isOptional).map(metEntry))
    case 'did-meet':
      return found([entry(asked.says === 'oui' ? 'Oui' : 'Non', articleOf(asked.meetings[0]))])
    case 'which':
      return { kind: 'which', names: asked.names.map((key) => PEOPLE[key].name) }
    case 'refused':
    case 'hostile':
    default:
      return { kind: 'nothing' }
  }
}

const found = (entries: readonly GivenEntry[]): GivenAnswer =>
  entries.length === 0 ? { kind: 'nothing' } : { kind: 'found', entries }

const articleOf = (key: MeetingKey | undefined): string | undefined =>
  key === undefined ? undefined : MEETINGS[key].articles[0]

function entry(text = '', articleId = ''): GivenEntry {
  return { text, sentence: text, articleId, sourceCount: 1, isBackground: false }
}

function metEntry({ person, meetings: [key] }: ExpectedPerson): GivenEntry {
  const plain = entry(PEOPLE[person].name, articleOf(key))
  if (key === undefined) return plain
  const { statuses, modes, places, days } = MEETINGS[key]
  const [status, mode, place] = [statuses[0], modes[0], places[0]]
  return {
    ...plain,
    ...(status === undefined ? {} : { status }),
    ...(mode === undefined ? {} : { mode }),
    ...(place === undefined ? {} : { place }),
    ...(days === undefined ? {} : { days }),
  }
}
