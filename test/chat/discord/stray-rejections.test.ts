// What discord.js drops must not end the program; what we drop must.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'

const MODULE = new URL('../../../src/chat/discord/stray-rejections.ts', import.meta.url).href

/** A process that drops a rejected promise whose error says where it comes from; gives its status and what it said. */
async function processThatDrops(stack: string, isCaught: boolean): Promise<readonly [number, string]> {
  const program = `
    const { catchStrayRejections } = await import(${JSON.stringify(MODULE)})
    const end = catchStrayRejections((error) => console.log('stray: ' + error.message))
    if (!${isCaught}) end()
    const error = new Error('perdu')
    error.stack = 'Error: perdu\\n    at ${stack}'
    void Promise.reject(error)
    setTimeout(() => console.log('alive'), 50)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [status] = await once(child, 'close')
  return [Number(status), said.trim()]
}

describe('a rejection that nobody awaits', () => {
  it.each([
    [
      'WebSocketShard.onMessage (/app/node_modules/@discordjs/ws/dist/index.js:1:1)',
      true,
      0,
      'stray: perdu\nalive',
      'theirs',
    ],
    ['work (/app/src/app.ts:1:1)', true, 1, '', 'ours ends the program, as it should'],
    [
      'WebSocketShard.onMessage (/app/node_modules/@discordjs/ws/dist/index.js:1:1)',
      false,
      1,
      '',
      'nobody listens any more',
    ],
  ])('at %s, listened to: %s, ends with %i: %s, %s', async (stack, isCaught, status, said, _why) => {
    expect(await processThatDrops(stack, isCaught)).toEqual([status, said])
  })
})
