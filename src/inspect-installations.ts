// Which workspaces of Slack have installed the app, and whose tokens our keys do not open. Asks Slack nothing.
import type { InstallationFinding } from './cli/toolbox.ts'
import type { Configuration } from './config/load.ts'
import type { Storage } from './ports.ts'

/** Undefined where workspaces do not install the app by themselves. */
export async function inspectInstallations(
  { slackInstall, publicAddress }: Configuration,
  storage: Storage,
): Promise<InstallationFinding | undefined> {
  if (slackInstall === undefined || publicAddress === undefined) return undefined
  const { openKeyring } = await import('./chat/slack/seal.ts')
  const { INSTALL_PATH } = await import('./chat/slack/install-paths.ts')
  const keyring = openKeyring(slackInstall.keys)
  const installations = await storage.installations.list()
  return {
    address: `${publicAddress}${INSTALL_PATH}`,
    installed: installations.length,
    closed: installations.flatMap((each) =>
      keyring.open(each, each.workspaceId) === undefined ? [each.workspaceId] : [],
    ),
  }
}
