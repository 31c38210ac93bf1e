// The rest of the transcript's week: an evening digest, a story that breaks, a feed that refuses us, a report. Writes nothing.
import type { TypedCommand } from '../src/core/typed-command.ts'
import type { Teller } from './transcript-day.ts'
import { ADDED, type Scene } from './transcript-scene.ts'

/** The first Monday behind a week that was whole, in days after Tuesday 17 March. */
const REPORT_DAY = 13

/** Something that every platform lives through. */
type Each = (act: (teller: Teller) => Promise<void> | void) => Promise<void>

const stateOf = (options: TypedCommand['options']): TypedCommand => ({
  command: 'flux',
  action: 'etat',
  options,
})

/** Hours are those of Paris, so many days after Tuesday 17 March. */
interface Clock {
  /** What comes is told under this title. */
  readonly beatAt: (hour: string, daysLater: number, title: string, asked: string) => Promise<void>
  /** What comes is like what came before, and is not told. */
  readonly untoldAt: (daysLater: number, hours: readonly string[]) => Promise<void>
}

export async function tellWeek(scene: Scene, each: Each): Promise<void> {
  const beatAt: Clock['beatAt'] = async (hour, daysLater, title, asked) => {
    scene.setHour(hour, daysLater)
    await scene.app.beat()
    await each((teller) => teller.arrived(title, asked))
  }
  const untoldAt: Clock['untoldAt'] = async (daysLater, hours) => {
    for (const hour of hours) {
      scene.setHour(hour, daysLater)
      await scene.app.beat()
    }
    await each(({ stage }) => void stage.take())
  }
  await untoldAt(0, ['10:00', '14:00', '17:30'])
  await beatAt('18:00', 0, '18 h : la revue du soir', 'C’est l’heure du « Point du soir ».')
  scene.setRefusing(true)
  await untoldAt(0, ['20:00'])
  await untoldAt(1, ['06:00'])
  await tellWednesday(scene, each, { beatAt, untoldAt })
  for (let daysLater = 2; daysLater < REPORT_DAY; daysLater++) await untoldAt(daysLater, ['08:00', '18:00'])
  await untoldAt(REPORT_DAY, ['07:30'])
  await beatAt(
    '08:00',
    REPORT_DAY,
    'Lundi 30 mars, 8 h : le bilan des flux',
    'Une semaine entière est passée. La revue du matin paraît aussi.',
  )
}

async function tellWednesday(scene: Scene, each: Each, { beatAt, untoldAt }: Clock): Promise<void> {
  await beatAt(
    '07:30',
    1,
    'Mercredi, 7 h 30 : l’abonnement, et une panne',
    'C’est l’heure de la revue personnelle. Un flux n’a pas répondu depuis un jour.',
  )
  await beatAt('08:00', 1, 'Mercredi, 8 h : un jour calme', 'Aucun journal n’a rien publié depuis la veille.')
  await beatAt(
    '14:05',
    1,
    'Mercredi, 14 h 05 : l’alerte sonne',
    'Deux journaux viennent d’annoncer la même chose.',
  )
  await beatAt('14:30', 1, 'Mercredi, 14 h 30 : l’alerte grandit', 'Un troisième journal en parle.')
  await beatAt('18:00', 1, 'Mercredi, 18 h : la revue du soir', 'C’est l’heure du « Point du soir ».')
  await beatAt(
    '20:30',
    1,
    'Mercredi, 20 h 30 : un flux est bloqué',
    `Depuis la veille, ${ADDED.feed} répond 403.`,
  )
  await each(({ command }) => command('Ce flux en détail', stateOf({ flux: ADDED.feed })))
  await each(({ press }) => press('On réessaie, en vain', 'Réessayer', ADDED.feed))
  scene.setRefusing(false)
  await each(({ press }) => press('On réessaie, et le flux répond', 'Réessayer', ADDED.feed))
  await untoldAt(1, ['22:00'])
  await beatAt('23:15', 1, 'Le flux est de retour', `${ADDED.feed} répond depuis plus d’une heure.`)
  await each(({ command }) => command('L’état de tous les flux', stateOf({})))
}
