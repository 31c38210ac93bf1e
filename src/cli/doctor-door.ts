// What the doctor finds about our public address: whether it leads here, and how many feeds announce their news there.
import type { Configuration } from '../config/load.ts'
import type { Instant } from '../core/calendar.ts'
import * as say from '../locale/doctor-door.ts'
import type { Toolbox } from './toolbox.ts'
import type { Verdict } from './verdict.ts'
import { lookInto } from './with-storage.ts'

/** Nothing without a public address: it is nobody's duty to have one. */
export async function examineDoor(
  tools: Toolbox,
  configuration: Configuration,
  database: string,
  now: Instant,
): Promise<readonly Verdict[]> {
  const { publicAddress: address, port } = configuration
  if (address === undefined) return []
  const way = { address, port, paths: pathsOf(configuration) }
  const finding = await tools.inspectDoor(address, configuration)
  switch (finding.kind) {
    case 'ours': {
      const counts = await lookInto(tools, database, now, { offered: 0, announced: 0 }, async ({ hubs }) => {
        const announced = (await hubs.list()).filter(({ state }) => state === 'active').length
        return { offered: (await hubs.offered()).length, announced }
      })
      return [{ kind: 'good', line: say.publicAddressLine(address, counts) }]
    }
    case 'other':
      return [{ kind: 'bad', line: say.addressOfAnotherLine(way) }]
    case 'failed': {
      const isPrivate = finding.failure.code === 'fetch-private-address'
      return isPrivate
        ? [{ kind: 'bad', line: say.privateAddressLine(address) }]
        : [{ kind: 'warning', line: say.silentAddressLine(way, finding.failure) }]
    }
    default:
      return finding satisfies never
  }
}

/** Hubs call us, and Slack where it has no connection of ours to send through, or where workspaces install the app. */
function pathsOf({ tokens, slackInstall }: Configuration): readonly string[] {
  const { slackSigning, slackApp } = tokens
  const isSlackCalling = slackInstall !== undefined || (slackSigning !== undefined && slackApp === undefined)
  return isSlackCalling ? ['/websub', '/slack'] : ['/websub']
}
