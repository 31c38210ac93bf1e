// What the doctor finds about alerts: how many may ring, and which of them their channel would not take. Posts nothing.
import type { Alert } from '../core/alert.ts'
import { type Finding, isBad } from '../core/inspection.ts'
import * as say from '../locale/doctor-alerts.ts'
import type { Storage } from '../ports.ts'
import { currentAlerts } from '../services/current.ts'
import { bad, good, type Verdict, warning } from './verdict.ts'

/** The alerts as the program would take them now, and the channels that refused its last message. */
export interface KnownAlerts {
  readonly running: readonly Alert[]
  readonly suspendedCount: number
  readonly refusedChannels: ReadonlySet<string>
}

export async function knownAlerts(storage: Storage, declared: readonly Alert[]): Promise<KnownAlerts> {
  const suspended = (await storage.alerts.list()).filter(({ suspendedAt }) => suspendedAt !== undefined)
  const shut = (await storage.alarms.list()).flatMap(({ subject }) =>
    subject.startsWith('channel:') ? [subject.slice('channel:'.length)] : [],
  )
  return {
    running: await currentAlerts(storage, declared),
    suspendedCount: suspended.length,
    refusedChannels: new Set(shut),
  }
}

/** Nothing where there is no alert: it is nobody's duty to have one. */
export function examineAlerts(
  { running, suspendedCount, refusedChannels }: KnownAlerts,
  findings: readonly Finding[],
): readonly Verdict[] {
  if (running.length + suspendedCount === 0) return []
  const unheard = new Set(
    findings.flatMap((finding) => (isBad(finding) && 'channel' in finding ? [finding.channel] : [])),
  )
  return [
    good(say.alertsLine({ on: running.length, suspended: suspendedCount })),
    ...running.flatMap(({ title, channel }): readonly Verdict[] => {
      if (unheard.has(channel)) return [bad(say.unheardAlertLine(title, channel))]
      return refusedChannels.has(channel) ? [warning(say.refusedAlertLine(title, channel))] : []
    }),
  ]
}
