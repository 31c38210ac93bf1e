// Takes HTTP requests apart and hands them on: /api/METHOD, /response/ID and /upload/ID. Decides nothing of Slack's.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { receiveFile } from './file-methods.ts'
import type { LoggedRequest } from './journal.ts'
import { readArguments } from './json.ts'
import { answerResponseUrl } from './response-address.ts'
import type { State } from './state.ts'
import { handleApiCall, withFaults } from './web-api.ts'

export function createRequestListener(state: State): RequestListener {
  return (request, response) => {
    handle(state, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else response.writeHead(500).end(`The fake failed: ${String(error)}`)
    })
  }
}

async function handle(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://slack.test')
  const octets = await readBody(request)
  const [, root, name = ''] = url.pathname.split('/')
  if (root === 'upload') {
    response.writeHead(receiveFile(state, name, octets.length)).end('OK')
    return
  }
  const body = octets.toString('utf8')
  const args = {
    ...Object.fromEntries(url.searchParams),
    ...readArguments(body, request.headers['content-type'] ?? ''),
  }
  if (root === 'api') {
    await handleApiCall(state, name, args, request.headers, response)
    return
  }
  if (root !== 'response') {
    response.writeHead(404).end()
    return
  }
  const logged: LoggedRequest = { at: state.workspace.now(), method: 'response_url', args, httpStatus: 0 }
  state.journal.requests.push(logged)
  await withFaults(state, logged, response, () => answerResponseUrl(state, name, args))
}

export function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
    })
    request.on('end', () => {
      resolve(Buffer.concat(chunks))
    })
    request.on('error', reject)
  })
}
