// The whole program in a process of its own, but that the hosts of PRESS_HOSTS are dialled on loopback, at PRESS_PORT.
import { runCommandLine } from '../../src/cli/command-line.ts'
import { toolbox } from '../../src/toolbox.ts'

const { PRESS_HOSTS = '', PRESS_PORT = '0' } = process.env
const routes = new Map(
  PRESS_HOSTS.split(' ').map((host) => [host, { host: '127.0.0.1', port: Number(PRESS_PORT) }]),
)
const tools = toolbox({ input: process.stdin, output: process.stdout, errors: process.stderr })

process.exitCode = await runCommandLine(process.argv.slice(2), {
  ...tools,
  openApp: (options) => tools.openApp({ ...options, routes }),
})
