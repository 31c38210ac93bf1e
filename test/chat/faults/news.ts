// What two publishers print in the fault tests: five events a day or twenty, one article each. Invented from end to end.
import { DAY, HOUR, type Instant } from '../../../src/core/calendar.ts'
import type { PressAnswer } from '../../../src/demo/loopback-press.ts'
import { rss, testDigest, testFeed } from '../../services/open-test-app.ts'

/** The first morning. */
export const MORNING: Instant = Date.parse('2026-03-17T08:00:00+01:00')

export const HOSTS = ['lavigie.example', 'lephare.example'] as const
export const FEEDS = HOSTS.map((host) => testFeed(`${host}/flux.xml`, host))

/** One event a sentence, so that each is a story. */
const DAYS = [
  [
    ['vernay', 'La passerelle de Vernay rouvrira vendredi à 6 heures, après dix mois de chantier.'],
    ['marnes', 'Un phoque gris a remonté le fleuve et se repose sous le vieux pont de Marnes.'],
    ['orpierre', 'Huit cents tonnes de roche ont coupé la route du col d’Orpierre, sans faire de blessé.'],
    ['brienne', 'Le lycée de Brienne ouvrira en septembre une classe de lutherie pour vingt élèves.'],
    ['corbigny', 'La fromagerie de Corbigny cherche trente vachers avant les foins.'],
  ],
  [
    ['estaires', 'Une horloge volée en 1944 est revenue dimanche au beffroi d’Estaires.'],
    ['fumel', 'Les pompiers de Fumel ont tiré un chevreuil d’une piscine couverte de glace.'],
    ['limoux', 'Le carnaval de Limoux finira par un concert de vingt fanfares sur la place.'],
    ['sallanches', 'Un téléphérique neuf reliera Sallanches aux alpages dès le mois de juin.'],
    ['dolmayrac', 'Les vignerons de Dolmayrac arrachent douze hectares de ceps gelés en avril.'],
  ],
] as const

interface PrintedEvent {
  readonly town: string
  readonly title: string
  readonly sentence: string
  readonly at: Instant
}

/** Each day's events are printed an hour before its edition. */
const FEW: readonly PrintedEvent[] = DAYS.flatMap((events, day) =>
  events.map(([town, sentence]) => ({
    town,
    title: sentence.split(',', 1)[0] ?? town,
    sentence,
    at: MORNING + day * DAY - HOUR,
  })),
)

const STREETS =
  'Tanneurs Lavoirs Cordiers Ormeaux Verriers Potiers Remparts Tisserands Fontaines Drapiers Bateliers Moulins ' +
  'Carmes Bouchers Sabotiers Meuniers Foulons Vanniers Peupliers Chapeliers Forgerons Glaneurs Luthiers Merles ' +
  'Noyers Orfèvres Pêcheurs Quenouilles Ramoneurs Selliers Teinturiers Ursulines Vignerons Acacias Bergers Charrons ' +
  'Dentelles Écluses Faneurs Grives'

/** Twenty of one day, with titles so long that no platform takes the lead message in one piece. */
const MANY: readonly PrintedEvent[] = STREETS.split(' ')
  .slice(0, 20)
  .map((name, number, names) => {
    const streets = STREETS.split(' ').slice(number, number + 20)
    const along = streets.map((street) => `rue des ${street}`).join(', ')
    return {
      town: `rue-${names.indexOf(name) + 1}`,
      title: `Travaux de la ville, chantier ${number + 1} : ${along}`,
      sentence: `La rue des ${name} sera fermée ${number + 3} semaines, a annoncé la municipalité.`,
      at: MORNING - HOUR,
    }
  })

export type Load = 'few' | 'many'

export const DIGEST = testDigest({
  name: 'essai',
  title: 'La revue du matin',
  schedule: { days: [0, 1, 2, 3, 4, 5, 6], hours: ['08:00'], zone: 'Europe/Paris' },
  channels: [],
  onEmpty: 'skip',
  maxStories: MANY.length,
})

export function answerNews(load: Load, host: string, path: string, now: Instant): PressAnswer | undefined {
  if (path !== '/flux.xml') return undefined
  const mine = (load === 'few' ? FEW : MANY).filter(
    (_, number) => number % HOSTS.length === HOSTS.findIndex((each) => each === host),
  )
  return rss(
    mine
      .filter(({ at }) => at <= now)
      .map(({ town, title, sentence, at }) => ({
        guid: town,
        title,
        link: `http://${host}/${town}`,
        date: new Date(at).toUTCString(),
        text: `<p>${sentence}</p>`,
      })),
  )
}
