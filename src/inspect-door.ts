// Calls our own public address from outside, as a hub would, by the guarded way of everything that we ask for. Mends nothing.
import type { DoorFinding } from './cli/toolbox.ts'
import type { Configuration } from './config/load.ts'
import { ExplainedError } from './core/failures.ts'
import { createHttpClient, type HttpClientOptions } from './feeds/http-client.ts'
import { VERSION } from './version.ts'
import { HUB_GREETING, HUB_PATH } from './web/hub-room.ts'

/** A greeting is a word; whatever is longer is somebody else's page. */
const GREETING_LIMIT_BYTES = 1000

/** In seconds: whoever runs the doctor is waiting. */
const PATIENCE = { connectSeconds: 5, headersSeconds: 10, totalSeconds: 10 }

/** `routes` are for tests. */
export async function inspectDoor(
  publicAddress: string,
  { contact }: Pick<Configuration, 'contact'>,
  routes?: HttpClientOptions['routes'],
): Promise<DoorFinding> {
  const userAgent = `Pressoir/${VERSION} (+${contact})`
  const dialled = routes === undefined ? {} : { routes }
  const client = createHttpClient({ userAgent, now: () => Date.now(), ...PATIENCE, ...dialled })
  try {
    const request = { limitBytes: GREETING_LIMIT_BYTES, accept: 'text/plain', isCutAtLimit: true }
    const answer = await client.get(publicAddress + HUB_PATH, request)
    const said = answer.kind === 'body' ? Buffer.from(answer.body).toString('utf8') : ''
    return { kind: said === HUB_GREETING ? 'ours' : 'other' }
  } catch (error) {
    if (!(error instanceof ExplainedError)) throw error
    const { failure } = error
    // Another server stands there, and has no such page.
    const isOther = failure.code === 'fetch-status' && failure.status < 500
    return isOther ? { kind: 'other' } : { kind: 'failed', failure }
  } finally {
    await client.close()
  }
}
