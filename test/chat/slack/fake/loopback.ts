// Servers on a free port of this machine only. Serves nothing itself.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Addressable {
  address(): AddressInfo | string | null
}

/** `http://127.0.0.1:port` of a server that listens. */
export function originOf(server: Addressable): string {
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
}

/** Starts to listen on a free port; its origin. */
export async function listenOnLoopback(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return originOf(server)
}
