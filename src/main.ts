// The program's entry: hands the streams and the words to the command line. Decides nothing.
import { toolbox } from './app.ts'
import { runCommandLine } from './cli/command-line.ts'

const terminal = { input: process.stdin, output: process.stdout, errors: process.stderr }

// A reader that closes early («| head») ends the program without a word.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

process.exitCode = await runCommandLine(process.argv.slice(2), toolbox(terminal))
