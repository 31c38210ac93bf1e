// The program's entry: hands the streams and the words to the command line. Decides nothing.
import { runCommandLine } from './cli/command-line.ts'
import { toolbox } from './toolbox.ts'

const terminal = { input: process.stdin, output: process.stdout, errors: process.stderr }

// A reader that closes early («| head») ends the program without a word.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
// Nobody who could be told: what is under way goes on.
process.stderr.on('error', () => undefined)

process.exitCode = await runCommandLine(process.argv.slice(2), toolbox(terminal))
