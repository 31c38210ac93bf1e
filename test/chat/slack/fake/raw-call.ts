// One call of the fake's Web API without any SDK, for what an SDK would not let through. Checks nothing.
import type { FakeSlack } from './fake-slack.ts'
import { isRecord, parseJson, type Json } from './json.ts'

export interface RawCallOptions {
  readonly token?: string | undefined
  readonly isJson?: boolean
}

export interface RawCallAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: Json
}

/** Rejects when the connection is cut. */
export async function callSlack(
  slack: FakeSlack,
  method: string,
  args: Json = {},
  { token = slack.botToken, isJson = false }: RawCallOptions = {},
): Promise<RawCallAnswer> {
  const form = Object.entries(args).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  const response = await fetch(slack.apiUrl + method, {
    method: 'POST',
    headers: {
      'content-type': isJson ? 'application/json; charset=utf-8' : 'application/x-www-form-urlencoded',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    },
    body: isJson ? JSON.stringify(args) : new URLSearchParams(form).toString(),
  })
  const body = parseJson(await response.text())
  return { status: response.status, headers: response.headers, body: isRecord(body) ? body : {} }
}
