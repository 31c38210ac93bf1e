// Which alerts somebody sees, and which one they mean. Nobody sees another workspace's.
import type { Alert } from '../core/alert.ts'
import { findTitled } from '../core/find-titled.ts'
import type { ChatContext } from '../core/request.ts'
import { ALERT_GONE, ALERT_MISSING } from '../locale/alert-list.ts'
import type { DeskTools } from './desk-tools.ts'
import { isDeclaredFor } from './scope.ts'
import { ALERT_SENTENCES } from '../locale/titled-things.ts'

/** Those of the channel first, then the others. Of the file, as with digests. */
export async function alertsHere(
  { storage, declared }: DeskTools,
  from: Pick<ChatContext, 'workspaceId' | 'channel'>,
): Promise<readonly Alert[]> {
  const ofFile = declared.alerts.filter(({ channel }) => isDeclaredFor([channel], from, declared))
  const all = [...ofFile, ...(await storage.alerts.of(from.workspaceId))]
  return [
    ...all.filter(({ channel }) => channel === from.channel),
    ...all.filter(({ channel }) => channel !== from.channel),
  ]
}

/** Any that may be seen, or a sentence that says why there is none. */
export async function findAlert(
  tools: DeskTools,
  from: ChatContext,
  typed: string | undefined,
): Promise<Alert | string> {
  if (typed === undefined) return ALERT_MISSING
  const found = findTitled(
    (await alertsHere(tools, from)).map((alert) => ({ id: alert.name, title: alert.title, alert })),
    typed,
  )
  switch (found.kind) {
    case 'one':
      return found.found.alert
    case 'several':
      return ALERT_SENTENCES.ambiguous(typed, found.titles)
    case 'unknown':
      return ALERT_SENTENCES.unknown(typed, found.closest)
    default:
      return found satisfies never
  }
}

/** One of the file is changed there. */
export function changeable(alert: Alert | string): Alert | string {
  return typeof alert === 'string' || alert.workspaceId !== undefined
    ? alert
    : ALERT_SENTENCES.readOnly(alert.title)
}

/** For buttons under a list, which name an alert by its name. */
export async function alertByName(
  tools: DeskTools,
  from: ChatContext,
  name: string,
): Promise<Alert | string> {
  const found = (await alertsHere(tools, from)).find((alert) => alert.name === name)
  return changeable(found ?? ALERT_GONE)
}
