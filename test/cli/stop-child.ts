// The verb run, for real, but that its end lasts until standard input says so.
import { once } from 'node:events'
import { runCommandLine } from '../../src/cli/command-line.ts'
import { toolbox } from '../../src/toolbox.ts'

const tools = toolbox({ input: process.stdin, output: process.stdout, errors: process.stderr })

process.exitCode = await runCommandLine(process.argv.slice(2), {
  ...tools,
  openApp: async (options) => {
    const app = await tools.openApp(options)
    const close = async (): Promise<void> => {
      await once(process.stdin, 'data')
      await app.close()
    }
    return { ...app, close }
  },
})
process.stdin.unref()
