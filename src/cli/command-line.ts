// The command line as a whole: verbs, help and mistakes, all in French. Runs one verb and gives its exit status.
import { Command, CommanderError } from 'commander'
import { ExplainedError } from '../core/failures.ts'
import { explain } from '../locale/failures.ts'
import {
  explainUsage,
  HELP_OPTION,
  HELP_TITLES,
  PROGRAM_DESCRIPTION,
  VERSION_OPTION,
} from '../locale/command-line.ts'
import { askVerb } from './ask.ts'
import { demoVerb } from './demo.ts'
import { digestVerb } from './digest.ts'
import { doctorVerb } from './doctor.ts'
import { articleVerb, feedVerb } from './documents.ts'
import { healthVerb } from './health.ts'
import { importVerb } from './import.ts'
import { briefVerb, sentencesVerb, storiesVerb } from './reading-verbs.ts'
import { runVerb } from './run.ts'
import { EXIT, type ExitStatus } from './terminal.ts'
import type { Toolbox } from './toolbox.ts'

/** `words` are the arguments after the program's name. Never rejects for a mistake of the person who typed. */
export async function runCommandLine(words: readonly string[], tools: Toolbox): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.allRead
  const exit = (given: ExitStatus): void => {
    status = given
  }
  try {
    await program(tools, exit).parseAsync(words, { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return explainCommander(error, tools)
    if (!(error instanceof ExplainedError)) throw error
    tools.terminal.errors.write(`${explain(error.failure)}\n`)
    return isUsage(error) ? EXIT.badUsage : EXIT.failed
  }
}

function program(tools: Toolbox, exit: (status: ExitStatus) => void): Command {
  const verbs = [
    runVerb(tools, exit),
    demoVerb(tools, exit),
    digestVerb(tools, exit),
    askVerb(tools, exit),
    importVerb(tools, exit),
    briefVerb(tools.terminal, exit),
    storiesVerb(tools.terminal, exit),
    sentencesVerb(tools.terminal, exit),
    feedVerb(tools, exit),
    articleVerb(tools, exit),
    doctorVerb(tools, exit),
    healthVerb(tools, exit),
  ]
  const whole = new Command('pressoir').description(PROGRAM_DESCRIPTION).version(tools.version, '-V, --version', VERSION_OPTION)
  for (const verb of verbs) whole.addCommand(verb)
  inFrench(whole, tools)
  return whole
}

/** Commander has no translations: each command and subcommand gets its French frame. */
function inFrench(command: Command, tools: Toolbox): void {
  command
    .helpOption('-h, --help', HELP_OPTION)
    .helpCommand(false)
    .showSuggestionAfterError(false)
    .exitOverride()
    .configureHelp({ styleTitle: (title) => HELP_TITLES[title] ?? title, showGlobalOptions: false })
    .configureOutput({
      writeOut: (text) => tools.terminal.output.write(text),
      // Told once, in French, by explainCommander.
      writeErr: () => undefined,
    })
  for (const inner of command.commands) inFrench(inner, tools)
}

function explainCommander(error: CommanderError, tools: Toolbox): ExitStatus {
  if (error.exitCode === 0) return EXIT.allRead
  if (error.code === 'commander.help') tools.terminal.errors.write(`${error.message}\n`)
  else tools.terminal.errors.write(`${explainUsage(error.code, error.message)}\n`)
  return EXIT.badUsage
}

/** A configuration or a name that is wrong is a mistake of usage; a database that fails is not. */
function isUsage({ failure }: ExplainedError): boolean {
  return failure.code.startsWith('configuration-') || ['digest-unknown', 'file-missing', 'instant-invalid'].includes(failure.code)
}
