// The command line as a whole: verbs, help and mistakes, all in French. Runs one verb and gives its exit status.
import { Command, CommanderError } from 'commander'
import { ExplainedError, type Failure } from '../core/failures.ts'
import { explain } from '../locale/failures.ts'
import {
  ANY_VERB,
  EXIT_STATUSES,
  OPTION_DESCRIPTIONS,
  PROGRAM_DESCRIPTION,
  VERB_DESCRIPTIONS,
} from '../locale/help.ts'
import { FRENCH_HELP } from './french-help.ts'
import { EXIT, type ExitStatus } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'

/** `words` are the arguments after the program's name. Never rejects: what went wrong is said on standard error. */
export async function runCommandLine(words: readonly string[], tools: Toolbox): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.allRead
  const exit = (given: ExitStatus): void => {
    status = given
  }
  try {
    const whole = await program(tools, exit, words[0] ?? '')
    await whole.parseAsync(words, { from: 'user' })
    return status
  } catch (error) {
    return await explainEnd(error, tools)
  }
}

type MakeVerb = (tools: Toolbox, exit: (status: ExitStatus) => void) => Promise<Command>

/** In the order of the help. Each loads what it needs when it is asked for: most of a short run is loading. */
const VERBS: ReadonlyMap<string, MakeVerb> = new Map<string, MakeVerb>([
  ['run', async (tools, exit) => (await import('./run.ts')).runVerb(tools, exit)],
  ['demo', async (tools, exit) => (await import('./demo.ts')).demoVerb(tools, exit)],
  ['digest', async (tools, exit) => (await import('./digest.ts')).digestVerb(tools, exit)],
  ['ask', async (tools, exit) => (await import('./ask.ts')).askVerb(tools, exit)],
  ['alerts', async (tools, exit) => (await import('./alerts.ts')).alertsVerb(tools, exit)],
  ['why', async (tools, exit) => (await import('./why.ts')).whyVerb(tools, exit)],
  ['filter', async (tools, exit) => (await import('./filter.ts')).filterVerb(tools, exit)],
  ['import', async (tools, exit) => (await import('./import.ts')).importVerb(tools, exit)],
  ['brief', async ({ terminal }, exit) => (await import('./reading-verbs.ts')).briefVerb(terminal, exit)],
  ['stories', async ({ terminal }, exit) => (await import('./reading-verbs.ts')).storiesVerb(terminal, exit)],
  [
    'sentences',
    async ({ terminal }, exit) => (await import('./reading-verbs.ts')).sentencesVerb(terminal, exit),
  ],
  ['people', async ({ terminal }, exit) => (await import('./reading-verbs.ts')).peopleVerb(terminal, exit)],
  [
    'meetings',
    async ({ terminal }, exit) => (await import('./reading-verbs.ts')).meetingsVerb(terminal, exit),
  ],
  ['dates', async ({ terminal }, exit) => (await import('./reading-verbs.ts')).datesVerb(terminal, exit)],
  ['feed', async (tools, exit) => (await import('./documents.ts')).feedVerb(tools, exit)],
  ['feeds', async (tools, exit) => (await import('./feeds.ts')).feedsVerb(tools, exit)],
  ['article', async (tools, exit) => (await import('./documents.ts')).articleVerb(tools, exit)],
  ['doctor', async (tools, exit) => (await import('./doctor.ts')).doctorVerb(tools, exit)],
  ['quotations', async (tools, exit) => (await import('./quotations.ts')).quotationsVerb(tools, exit)],
  ['backup', async (tools, exit) => (await import('./backup.ts')).backupVerb(tools, exit)],
  ['restore', async (tools, exit) => (await import('./backup.ts')).restoreVerb(tools, exit)],
  ['settle', async (tools, exit) => (await import('./settle.ts')).settleVerb(tools, exit)],
  ['export', async (tools, exit) => (await import('./export.ts')).exportVerb(tools, exit)],
  ['retain', async (tools, exit) => (await import('./retain.ts')).retainVerb(tools, exit)],
  ['journal', async (tools, exit) => (await import('./journal.ts')).journalVerb(tools, exit)],
  ['queues', async (tools, exit) => (await import('./queues.ts')).queuesVerb(tools, exit)],
  ['migrate-to', async (tools, exit) => (await import('./migrate-to.ts')).migrateToVerb(tools, exit)],
  ['migrate', async (tools, exit) => (await import('./migrate.ts')).migrateVerb(tools, exit)],
  ['health', async (tools, exit) => (await import('./health.ts')).healthVerb(tools, exit)],
])

/** With the verb of that name alone; with all of them for the help and for what is no verb. */
async function program(tools: Toolbox, exit: (status: ExitStatus) => void, asked: string): Promise<Command> {
  const wanted = VERBS.get(asked)
  const makers = wanted === undefined ? [...VERBS.values()] : [wanted]
  const verbs = await Promise.all(makers.map((makeVerb) => makeVerb(tools, exit)))
  const whole = new Command('pressoir')
    .description(PROGRAM_DESCRIPTION)
    .version(tools.version, '-V, --version', OPTION_DESCRIPTIONS.version)
    .addHelpText('after', `\n${EXIT_STATUSES}`)
  for (const verb of verbs) whole.addCommand(verb)
  inFrench(whole, tools)
  whole.helpCommand(`help ${ANY_VERB}`, VERB_DESCRIPTIONS.help)
  return whole
}

/** Each command and subcommand gets its French frame. */
function inFrench(command: Command, tools: Toolbox): void {
  command
    .helpOption('-h, --help', OPTION_DESCRIPTIONS.help)
    .helpCommand(false)
    .exitOverride()
    .configureHelp(FRENCH_HELP)
    .configureOutput({
      writeOut: (text) => tools.terminal.output.write(text),
      writeErr: (text) => tools.terminal.errors.write(text),
      // Mistakes are told once, in French, by explainEnd.
      outputError: () => undefined,
    })
  for (const inner of command.commands) inFrench(inner, tools)
}

/** Says how the verb ended when it did not end well. */
async function explainEnd(error: unknown, { terminal }: Toolbox): Promise<ExitStatus> {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.allRead
    // Without a verb, the help has been shown instead.
    if (error.code !== 'commander.help') {
      const { explainUsage } = await import('../locale/usage.ts')
      terminal.errors.write(`${explainUsage(error)}\n`)
    }
    return EXIT.badUsage
  }
  if (error instanceof ExplainedError) {
    terminal.errors.write(`${explain(error.failure)}\n`)
    return isUsage(error.failure) ? EXIT.badUsage : EXIT.failed
  }
  const { UNEXPECTED_END } = await import('../locale/command-line.ts')
  terminal.errors.write(`${UNEXPECTED_END}\n${error instanceof Error ? error.stack : String(error)}\n`)
  return EXIT.failed
}

/** Mistakes of whoever typed the command or wrote the configuration; a database that fails is none. */
const USAGE_FAILURES: ReadonlySet<Failure['code']> = new Set([
  'backup-target',
  'configuration-missing',
  'configuration-invalid',
  'database-unsupported',
  'database-address-invalid',
  'move-target',
  'queue-needs-server',
  'digest-unknown',
  'environment-incomplete',
  'environment-invalid',
  'public-address-missing',
  'file-missing',
  'file-no-outline',
  'pack-unknown',
  'workspace-unknown',
  'file-unreadable',
  'filter-invalid',
  'instant-invalid',
  'question-missing',
])

function isUsage({ code }: Failure): boolean {
  return USAGE_FAILURES.has(code)
}
