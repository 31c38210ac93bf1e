import { mkdtempSync } from 'node:fs'
import { openScene } from './scene.ts'
import { openSlack } from './slack-platform.ts'
import { openDiscord } from './discord-platform.ts'
import { FAULTS } from './play-faults.ts'
import { countDeliveries } from './count.ts'
const [platform, pattern = ''] = process.argv.slice(2)
for (const { name, play, size } of FAULTS.filter((fault) => new RegExp(pattern).test(fault.name))) {
  const root = mkdtempSync('/tmp/one-')
  const scene = await openScene({
    openPlatform: platform === 'slack' ? openSlack : openDiscord,
    root,
    name: 's',
    channelCount: 12,
    load: 'few',
    ...size,
  })
  try {
    console.log(
      name,
      await play(scene),
      JSON.stringify(await countDeliveries(scene)).slice(0, 600),
      scene.platform.violations().slice(0, 2),
    )
  } catch (error) {
    console.log(
      name,
      'THREW',
      String(error).slice(0, 600),
      scene.lives
        .map(({ said }) => said.join(''))
        .join('\n')
        .slice(-1500),
    )
  }
  await scene.close()
}
