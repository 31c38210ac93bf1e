import { playFaults, FAULTS } from './play-faults.ts'
import { openSlack } from './slack-platform.ts'
import { openDiscord } from './discord-platform.ts'
import { faultTable } from './table.ts'
const [which, pattern = '.'] = process.argv.slice(2)
const started = Date.now()
const performance = playFaults(
  which === 'slack' ? openSlack : openDiscord,
  FAULTS.filter(({ name }) => new RegExp(pattern).test(name)),
)
const rows = []
for (const [name, played] of performance.plays) {
  try {
    const { row, count, violations } = await played
    rows.push(row)
    console.log(
      ((Date.now() - started) / 1000).toFixed(1),
      name,
      JSON.stringify(count).slice(0, 1500),
      violations.slice(0, 5),
    )
  } catch (error) {
    console.log(((Date.now() - started) / 1000).toFixed(1), 'FAILED', (error as Error).stack?.slice(0, 6000))
  }
}
console.log(faultTable(rows))
await performance.close()
console.log((Date.now() - started) / 1000)
