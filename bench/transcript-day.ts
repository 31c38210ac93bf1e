// The day that the transcript tells: who does what at which hour. Writes nothing.
import type { TypedCommand } from '../src/core/typed-command.ts'
import { ADDED, LIST_PATH, type Scene } from './transcript-scene.ts'
import { NAMES, type Person, type Received, type Stage } from './transcript-stage.ts'
import { tellWeek } from './transcript-week.ts'

export interface Exchange {
  readonly title: string
  /** What somebody did, in words. */
  readonly asked: string
  readonly received: readonly Received[]
}

export interface Teller {
  readonly stage: Stage
  /** Something comes by itself. */
  readonly arrived: (title: string, asked: string) => void
  readonly command: (title: string, command: TypedCommand, person?: Person) => Promise<void>
  readonly press: (title: string, label: string, on?: string) => Promise<void>
  readonly act: (title: string, asked: string, act: () => Promise<void>) => Promise<void>
}

/** What could not be done. */
export const missed: string[] = []

const FIRST_STORY = 'sauvent la face'

/** Both platforms live the same day; what each received, in order. */
export async function tellDay(scene: Scene): Promise<ReadonlyMap<Stage['name'], readonly Exchange[]>> {
  const stages: readonly Stage[] = [scene.slack, scene.discord]
  const told = new Map<Stage['name'], Exchange[]>(stages.map(({ name }) => [name, []]))
  const tellers = stages.map((stage) => createTeller(scene, stage, told.get(stage.name) ?? []))
  const each = async (act: (teller: Teller) => Promise<void> | void): Promise<void> => {
    for (const teller of tellers) await act(teller)
  }
  await scene.slack.join()
  for (const [hour, round] of [
    ['06:30', 1],
    ['07:45', 2],
  ] as const) {
    scene.setHour(hour)
    scene.setRound(round)
    await scene.app.beat()
  }
  await each(setUp)
  scene.setHour('08:00')
  await scene.app.beat()
  await each((teller) =>
    teller.arrived('8 h : la revue paraît', 'Personne n’a rien demandé : c’est l’heure de la revue.'),
  )
  scene.setHour('08:05')
  await each(readStories)
  await each(askQuestions)
  scene.setHour('09:00')
  await each(manageFeeds)
  await each(importFeeds)
  scene.setHour('09:30')
  await each(manageDigests)
  await each(tryFilters)
  await each(setAlerts)
  await each(readSettings)
  await tellWeek(scene, each)
  return told
}

async function setUp(teller: Teller): Promise<void> {
  const { stage, command, press } = teller
  await command('Les pannes auront leur canal', reglages('canal', { canal: stage.adminChannel }))
  await press('Le changement est confirmé', 'Confirmer')
}

async function readStories({ press }: Teller): Promise<void> {
  await press('D’où vient cette phrase ?', 'D’où vient cette phrase\u202F?', FIRST_STORY)
  await press('Pourquoi ?', 'Pourquoi\u202F?', FIRST_STORY)
  await press('Masquer ce sujet', 'Masquer ce sujet', FIRST_STORY)
  await press('Utile', 'Utile', FIRST_STORY)
}

async function askQuestions({ stage, command, press, act }: Teller): Promise<void> {
  await command('Une question', {
    command: 'qui',
    action: '',
    options: { question: 'a rencontré Marković ?' },
  })
  await press('La réponse est partagée', 'Partager dans le canal')
  await command('Une question large', { command: 'question', action: '', options: { question: 'Marković' } })
  await press('La suite de la réponse', 'Page suivante')
  await act('Une question dans le fil', '@Pressoir quand la rencontre a-t-elle eu lieu ?', () =>
    stage.mention('quand la rencontre a-t-elle eu lieu ?'),
  )
  await command('Une question sans réponse', {
    command: 'question',
    action: '',
    options: { question: 'Qui a couronné le roi du Siam ?' },
  })
  await command('La revue, tout de suite', { command: 'revue', action: '', options: {} })
  await press('Les sujets de cette revue', 'Page suivante')
}

async function manageFeeds({ stage, command, press, act }: Teller): Promise<void> {
  const add: TypedCommand = { command: 'flux', action: 'ajouter', options: { adresse: ADDED.host } }
  await command('Ajouter un flux par l’adresse du site', add)
  await press('Le flux est suivi', 'Confirmer')
  await press('Finalement non', 'Annuler ce changement')
  await command('Les flux et leur état', { command: 'flux', action: 'lister', options: {} })
  await press('Ajouter par le formulaire', 'Ajouter un flux')
  await act('Le formulaire est rempli', `${NAMES.chief} écrit ${ADDED.host} et envoie le formulaire.`, () =>
    stage.submit({ adresse: ADDED.host }),
  )
  await press('Le flux est suivi, cette fois pour de bon', 'Confirmer')
  await command(
    'Un membre veut retirer un flux',
    { command: 'flux', action: 'retirer', options: { flux: ADDED.feed } },
    'member',
  )
}

/** A list from elsewhere, which is taken back as it came: as one change. */
async function importFeeds({ command, press }: Teller): Promise<void> {
  await command('Des paquets tout prêts', { command: 'flux', action: 'packs', options: {} })
  const address = `http://${ADDED.host}${LIST_PATH}`
  await command('Importer une liste', { command: 'flux', action: 'importer', options: { adresse: address } })
  await press('La liste est suivie', 'Confirmer')
  await press('Finalement, rien de tout cela', 'Annuler ce changement')
}

/** What a digest would take, before anything is changed. */
async function tryFilters({ command }: Teller): Promise<void> {
  await command('Essayer un filtre', tryFilter('personne:"Elena Marković" OU (crue SAUF titre:météo)'))
  await command('Un filtre mal écrit', tryFilter('crue SAUF (météo'))
  await command('Comment écrire un filtre', { command: 'programme', action: 'essayer', options: {} })
}

function tryFilter(filtre: string): TypedCommand {
  return { command: 'programme', action: 'essayer', options: { filtre } }
}

async function setAlerts({ command, press }: Teller): Promise<void> {
  const options = { personne: 'Elena Marković', editeurs: '2', minutes: '60' }
  await command('Régler une alerte', { command: 'alerte', action: 'ajouter', options })
  await press('L’alerte est réglée', 'Confirmer')
  await command('Les alertes', { command: 'alerte', action: 'lister', options: {} })
}

async function manageDigests({ command, press }: Teller): Promise<void> {
  await command('Programmer une revue', {
    command: 'programme',
    action: 'ajouter',
    options: {
      titre: 'Le point du soir',
      jours: 'en semaine',
      heures: '18 h',
      rubriques: 'Régions, Belgique',
      sujets: '5',
    },
  })
  await press('La revue est programmée', 'Confirmer')
  await command('Les revues de ce canal', { command: 'programme', action: 'lister', options: {} })
  await command('Programmer par le formulaire', { command: 'programme', action: 'ajouter', options: {} })
  await command('Son abonnement', { command: 'abonnement', action: 'voir', options: {} })
  await command('S’abonner', {
    command: 'abonnement',
    action: 'regler',
    options: { jours: 'tous les jours', heures: '7 h 30', sujets: '3' },
  })
  await press('L’abonnement est pris', 'Confirmer')
}

async function readSettings({ stage, command, act }: Teller): Promise<void> {
  await command('Les réglages', reglages('voir'))
  await command('Le journal', reglages('journal'))
  await command('La corbeille', reglages('corbeille'))
  await command('L’aide', { command: 'aide', action: '', options: {} })
  const { openHome } = stage
  if (openHome !== undefined)
    await act('L’accueil de l’application', 'Ouvre l’onglet Accueil de Pressoir.', openHome)
}

function reglages(
  action: 'voir' | 'journal' | 'corbeille' | 'canal',
  options: TypedCommand['options'] = {},
): TypedCommand {
  return { command: 'reglages', action, options }
}

function createTeller(scene: Scene, stage: Stage, told: Exchange[]): Teller {
  const arrived = (title: string, asked: string): void => {
    told.push({ title, asked, received: stage.take() })
  }
  const act = async (title: string, asked: string, work: () => Promise<void>): Promise<void> => {
    scene.pass()
    try {
      await work()
    } catch (error) {
      // A button that is not there: the day goes on, and whoever runs this hears of it.
      missed.push(`${stage.name}, «${title}»: ${String(error)}`)
    }
    arrived(title, asked)
  }
  return {
    stage,
    arrived,
    act,
    command: (title, command, person = 'chief') =>
      act(title, `${NAMES[person]} : ${stage.typed(command)}`, () => stage.command(command, person)),
    press: (title, label, on) => act(title, `${NAMES.chief} : [${label}]`, () => stage.press(label, on)),
  }
}
