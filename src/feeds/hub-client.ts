// Asks hubs to begin or to end, by the same guarded way as everything else that we ask for. Never listens to what they say.
import type { HubClient } from '../hub-ports.ts'
import type { HttpClient } from './http-client.ts'

/** WebSub § 5.1. The secret is ours alone and of no other use, so that a hub without https may know it too. */
export function createHubClient(client: Pick<HttpClient, 'post'>): HubClient {
  return {
    ask: (hub, { mode, topic, callback, secret, leaseSeconds }) =>
      client.post(hub, {
        'hub.mode': mode,
        'hub.topic': topic,
        'hub.callback': callback,
        'hub.secret': secret,
        'hub.lease_seconds': String(leaseSeconds),
      }),
  }
}
