// A press that goes on printing: forty houses, each article about something that happens in one town only. Invented.
import { type Instant, MINUTE } from '../src/core/calendar.ts'
import type { Feed } from '../src/core/feed.ts'
import { type LoopbackPress, startLoopbackPress } from '../src/demo/loopback-press.ts'
import { rss, testFeed, type TestItem } from '../test/services/open-test-app.ts'

export interface FaultPress {
  readonly port: number
  readonly hosts: readonly string[]
  readonly feeds: readonly Feed[]
  /** Prints one article more, in the next house. */
  readonly print: (at: Instant) => void
  /** Addresses of all articles, in the order of printing. */
  readonly printed: readonly string[]
  readonly server: LoopbackPress
}

const HOUSES = 40

/** What a house keeps in its feed, as most do. */
const KEPT_ITEMS = 50

const TOWNS =
  'Vernay Marnes Orpierre Brienne Corbigny Estaires Fumel Limoux Sallanches Dolmayrac Guéret Ribérac Bergues Souvigny Loudun Cancale Modane Bavay Mirepoix Aubusson Bellac Chauny Decize Embrun Figeac Gisors Hesdin Issoire Jonzac Lodève Mortagne Nantua Ornans Pontivy Quimperlé Rethel Saverne Thiers Uzerche Vouziers'.split(
    ' ',
  )

/** Towns of one name are many in France. */
const PARTS = ['', '-le-Haut', '-sous-Bois', '-la-Forêt', '-les-Prés', '-le-Vieux', '-sur-Orne', '-en-Plaine']

const FIRST_NAMES = 'Camille Louise Adèle Inès Jeanne Lucie Hugo Paul Émile Victor Jules Simon'.split(' ')
const LAST_NAMES =
  'Roux Marchand Delorme Vasseur Lacombe Perrault Guérin Fabre Boyer Caron Lemoine Aubry Renaud'.split(' ')

/** What happens, and what is said of it. */
const EVENTS = [
  ['rouvre sa piscine couverte', 'Le bassin avait été vidé après une fuite sous le plongeoir'],
  ['inaugure un musée du sabot', 'Quatre cents paires sont exposées dans l’ancienne tannerie'],
  ['perd le guichet de sa gare', 'Les voyageurs achèteront leurs billets au bureau de tabac'],
  ['fête ses trois centenaires', 'Une fanfare a joué devant la maison de retraite'],
  ['confie son stade à des moutons', 'Le troupeau tondra la pelouse jusqu’à l’automne'],
  ['vend son ancienne caserne', 'Un menuisier veut y loger douze apprentis'],
  ['connaît une grève des cantines', 'Les cuisiniers demandent un second poste pour le soir'],
  ['plante mille tilleuls', 'Les arbres viennent d’une pépinière du canton voisin'],
  ['interdit les feux d’artifice', 'La sécheresse a jauni les collines depuis trois semaines'],
  ['voit tomber une météorite', 'La pierre a traversé le toit d’une grange sans blesser personne'],
  ['cherche un dentiste', 'Le dernier cabinet a fermé ses portes en janvier'],
  ['repeint son pont suspendu en bleu', 'Les câbles seront remplacés pendant l’été'],
  ['accueille un congrès d’apiculteurs', 'Les éleveurs ont parlé du frelon pendant deux jours'],
  ['répare les ascenseurs de son beffroi', 'Les visiteurs montaient trois cents marches depuis Pâques'],
  ['restaure un orgue de 1740', 'Le facteur a retrouvé vingt tuyaux dans une sacristie'],
  ['attend un nouveau facteur', 'La tournée des hameaux n’était plus faite le mardi'],
  ['classe ses parcs à huîtres', 'Les ostréiculteurs réclamaient cette protection depuis dix ans'],
  ['mesure un record de neige', 'Deux mètres dix ont été relevés devant le refuge'],
  ['expose un trésor gaulois', 'Les pièces ont été trouvées sous une vigne arrachée'],
  ['baptise une rue Simone-Veil', 'Les écoliers avaient choisi ce nom parmi six propositions'],
  ['ouvre une classe de lutherie', 'Vingt élèves apprendront à fabriquer des violons'],
  ['retrouve une horloge volée en 1944', 'Un collectionneur l’a rendue sans rien demander'],
  ['relie ses alpages par téléphérique', 'La cabine transportera soixante personnes en neuf minutes'],
  ['arrache douze hectares de vigne', 'Le gel d’avril avait détruit presque tous les bourgeons'],
  ['découvre une source chaude', 'L’eau sort à quarante degrés derrière le lavoir'],
] as const

export async function openFaultPress(): Promise<FaultPress> {
  const hosts = Array.from({ length: HOUSES }, (_, house) => `maison-${house + 1}.example`)
  const items = new Map<string, TestItem[]>(hosts.map((host) => [host, []]))
  const printed: string[] = []
  const server = await startLoopbackPress((host, path) =>
    path === '/flux.xml' ? rss(items.get(host) ?? []) : undefined,
  )
  return {
    port: server.port,
    hosts,
    feeds: hosts.map((host) => testFeed(`${host}/flux.xml`, host)),
    print: (at) => {
      const number = printed.length
      const host = hosts[number % HOUSES] ?? ''
      const item = articleOf(number, host, at)
      const own = items.get(host)
      own?.unshift(item)
      own?.splice(KEPT_ITEMS)
      printed.push(item.link)
    },
    printed,
    server,
  }
}

/** Who speaks in the article of this number. */
export function speakerOf(number: number): string {
  const first = FIRST_NAMES[number % FIRST_NAMES.length]
  return `${first} ${LAST_NAMES[Math.floor(number / FIRST_NAMES.length) % LAST_NAMES.length]}`
}

function articleOf(number: number, host: string, at: Instant): TestItem {
  // Towns and events go round without meeting twice before the thousandth, and then in another part of the town.
  const round = Math.floor(number / (TOWNS.length * EVENTS.length))
  const town = `${TOWNS[(number * 7) % TOWNS.length]}${PARTS[round % PARTS.length]}`
  const [event, told] = EVENTS[(number + Math.floor(number / TOWNS.length)) % EVENTS.length] ?? ['', '']
  const title = `${town} ${event}`
  const year = 1700 + ((number * 37) % 300)
  return {
    guid: `article-${number}`,
    title,
    link: `http://${host}/article-${number}`,
    date: new Date(at - MINUTE).toUTCString(),
    text:
      `<p>${title}, a annoncé mardi la mairie, qui en a débattu pendant ${2 + (number % 50)} minutes. ${told}. ` +
      `« Nous n’avions rien vu de tel depuis ${year} », a dit ${speakerOf(number)}, maire de ${town}. ` +
      `Le dossier n° ${number} sera présenté aux habitants avant la fin du mois.</p>`,
  }
}
