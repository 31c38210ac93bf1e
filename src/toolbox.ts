// What the verbs work with, each tool loaded when it is first asked for: a brief needs neither network nor database.
import { createLog } from './cli/log.ts'
import type { Terminal } from './cli/terminal.ts'
import type { App, AppOptions, Toolbox } from './cli/toolbox.ts'
import { VERSION } from './version.ts'

export function toolbox(terminal: Terminal): Toolbox {
  const openApp = async (options: AppOptions): Promise<App> =>
    (await import('./app.ts')).openApp(options, terminal)
  return {
    terminal,
    version: VERSION,
    loadConfiguration: async (path) => (await import('./config/load.ts')).loadConfiguration(path),
    environmentDatabase: async () => (await import('./config/load.ts')).environmentDatabase(),
    ...databaseTools(terminal),
    openQueue: async (url) =>
      (await import('./open-queue.ts')).openQueue(
        url,
        createLog(terminal.errors, () => new Date()),
      ),
    openApp,
    ...inspectors(),
    openDemo: async ({ log }) => (await import('./demo/open-demo.ts')).openDemo(openApp, log),
    openReader: async (configuration, clock) =>
      (await import('./open-reader.ts')).openReader({ configuration, clock }),
    openOutlines: async () => (await import('./outlines.ts')).outlines,
    describeFeed: async (body, source) => (await import('./feeds/describe.ts')).describeFeed(body, source),
    describePage: async (html, url) => (await import('./feeds/describe.ts')).describePage(html, url),
    renderMessage: async (message) => {
      const { renderMessage } = await import('./chat/console/render.ts')
      return `${renderMessage(message, terminal.output.isTTY === true)}\n\n`
    },
    openMonitor: async ({ configuration, log }) =>
      (await import('./open-monitor.ts')).openMonitor(configuration.monitor, log),
    createLog: () => createLog(terminal.errors, () => new Date()),
  }
}

/** Those that look and change nothing. */
function inspectors(): Pick<Toolbox, 'inspectPlatforms' | 'inspectDoor' | 'inspectInstallations'> {
  return {
    inspectPlatforms: async (configuration, channels) =>
      (await import('./inspect-platforms.ts')).inspectPlatforms(configuration, channels),
    inspectDoor: async (publicAddress, configuration) =>
      (await import('./inspect-door.ts')).inspectDoor(publicAddress, configuration),
    inspectInstallations: async (configuration, storage) =>
      (await import('./inspect-installations.ts')).inspectInstallations(configuration, storage),
  }
}

type DatabaseVerb =
  | 'openStorage'
  | 'backUp'
  | 'backUpToFolder'
  | 'restoreBackup'
  | 'inspectDatabase'
  | 'tryMigrations'
  | 'lastBackupIn'
  | 'moveToServer'

function databaseTools(terminal: Terminal): Pick<Toolbox, DatabaseVerb> {
  return {
    openStorage: async (url, clock) => {
      const { saveBeforeMigrating } = await import('./save-before-migrating.ts')
      await saveBeforeMigrating(url, clock, (line) => terminal.errors.write(`${line}\n`))
      return (await import('./storage/open.ts')).openStorage(url, clock)
    },
    backUp: async (url, file, work) =>
      (await import('./storage/backup.ts')).backUp(url, file, { ...work, version: VERSION }),
    backUpToFolder: async (url, folder, work) =>
      (await import('./storage/backup-folder.ts')).backUpToFolder(url, folder, { ...work, version: VERSION }),
    inspectDatabase: async (url) => (await import('./storage/inspect.ts')).inspectDatabase(url),
    tryMigrations: async (url, now) =>
      (await import('./storage/try-migrations.ts')).tryMigrations(url, { now, version: VERSION }),
    lastBackupIn: async (folder) => (await import('./storage/backup-folder.ts')).lastBackupIn(folder),
    restoreBackup: async (file, url, work) =>
      (await import('./storage/restore.ts')).restoreBackup(file, url, { ...work, version: VERSION }),
    moveToServer: async (url, target, work) =>
      (await import('./storage/move-to-server.ts')).moveToServer(url, target, work),
  }
}
