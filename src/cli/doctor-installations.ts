// What the doctor finds about workspaces of Slack that install the app by themselves. Mends nothing.
import type { Configuration } from '../config/load.ts'
import type { Instant } from '../core/calendar.ts'
import { closedTokensLine, installationsLine } from '../locale/doctor-installations.ts'
import type { Toolbox } from './toolbox.ts'
import { bad, good, type Verdict } from './verdict.ts'
import { lookInto } from './with-storage.ts'

export async function examineInstallations(
  tools: Toolbox,
  configuration: Configuration,
  database: string,
  now: Instant,
): Promise<readonly Verdict[]> {
  const finding = await lookInto(tools, database, now, undefined, (storage) =>
    tools.inspectInstallations(configuration, storage),
  )
  if (finding === undefined) return []
  const { address, installed, closed } = finding
  return [
    good(installationsLine(address, installed)),
    ...(closed.length === 0 ? [] : [bad(closedTokensLine(closed))]),
  ]
}
