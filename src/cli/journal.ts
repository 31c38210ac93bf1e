// The verb journal: who changed what, when, from where, in the chat and outside of it. Changes nothing.
import { Command } from 'commander'
import { type AuditEntry, withoutSecrets } from '../core/audit.ts'
import type { Instant, Zone } from '../core/calendar.ts'
import type { Change } from '../core/change.ts'
import { textOfSpans } from '../core/message.ts'
import { auditLine, JOURNAL_EMPTY } from '../locale/audit.ts'
import { journalLine } from '../locale/changes.ts'
import { OPTION_DESCRIPTIONS, VERB_DESCRIPTIONS } from '../locale/help.ts'
import { configurationOption, databaseOption, nowOption, sinceOption } from './options.ts'
import { EXIT, write, type ExitStatus } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'
import { lookingAtStorage, type StorageChoice, zoneOf } from './with-storage.ts'

interface JournalOptions extends StorageChoice {
  readonly since?: Instant
  readonly jsonl?: true
}

type Line = { readonly at: Instant } & ({ readonly change: Change } | { readonly entry: AuditEntry })

export function journalVerb(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  return new Command('journal')
    .description(VERB_DESCRIPTIONS.journal)
    .addOption(sinceOption())
    .option('--jsonl', OPTION_DESCRIPTIONS.jsonLines)
    .addOption(databaseOption())
    .addOption(configurationOption())
    .addOption(nowOption())
    .action(async (options: JournalOptions) => {
      const lines = await lookingAtStorage(tools, options, async ({ audit, changes }) => {
        const since = options.since ?? 0
        const [made, noted] = [await changes.all(since), await audit.since(since)]
        return [
          ...made.map((change) => ({ at: change.madeAt, change })),
          ...noted.map((entry) => ({ at: entry.at, entry })),
        ].toSorted((one, other) => one.at - other.at)
      })
      const time = { now: options.now ?? Date.now(), zone: await zoneOf(tools, options) }
      const told = lines.map((line, at) =>
        options.jsonl === true ? JSON.stringify(recordOf(line)) : wordsOf(line, at + 1, time),
      )
      if (told.length === 0 && options.jsonl !== true) told.push(JOURNAL_EMPTY)
      await write(tools.terminal.output, told.map((line) => `${line}\n`).join(''))
      exit(EXIT.allRead)
    })
}

function wordsOf(line: Line, position: number, time: { readonly now: Instant; readonly zone: Zone }): string {
  if ('entry' in line) return textOfSpans(auditLine(line.entry, position, time))
  const { workspaceId } = line.change
  const scene = { time, here: '', people: new Map<string, string>() }
  return `${textOfSpans(journalLine(withoutSecrets(line.change), position, scene))} · ${workspaceId}`
}

/** `before` and `after` stand inside `event`, in the chat's changes as in those of the file. */
function recordOf(line: Line): object {
  const at = new Date(line.at).toISOString()
  if ('entry' in line) {
    const { id, origin, actor, event } = line.entry
    return { id, at, from: origin, who: actor, event }
  }
  const { change } = line
  return withoutSecrets({
    id: change.id,
    at,
    from: change.channel === '' ? 'program' : change.channel.startsWith('console:') ? 'command' : 'chat',
    who: change.personName === '' ? change.person : change.personName,
    workspace: change.workspaceId,
    channel: change.channel,
    event: change.subject,
    undoes: change.undoes,
    undoneAt: change.undoneAt === undefined ? undefined : new Date(change.undoneAt).toISOString(),
  })
}
