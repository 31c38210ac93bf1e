// A press that goes on printing: forty houses, each article about something that happens in one town only. Invented.
import { type Instant, MINUTE } from '../src/core/calendar.ts'
import type { Feed } from '../src/core/feed.ts'
import { type LoopbackPress, startLoopbackPress } from '../src/demo/loopback-press.ts'
import { createChance } from '../test/chat/faults/chance.ts'
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

const ACTORS =
  'La mairie|Un boulanger|Le conseil départemental|Une apicultrice|La chorale paroissiale|Le club de rugby|Un menuisier|La coopérative laitière|L’office de tourisme|Une institutrice|Le syndicat des eaux|Un vétérinaire|La compagnie de théâtre|Le lycée agricole|Un imprimeur|La bibliothèque municipale|Le comité des fêtes|Une pharmacienne|La brigade fluviale|Un éleveur|L’hôpital|La scierie|Un géologue|La fanfare'.split(
    '|',
  )
const DEEDS =
  'rachète|restaure|dessine|refuse|prête|recense|repeint|vend|déménage|protège|filme|ferme|agrandit|inaugure|cherche|offre|retrouve|interdit|mesure|chauffe|transforme|raconte|expertise|démonte'.split(
    '|',
  )
const THINGS =
  'une piscine couverte|un musée du sabot|trois centenaires|mille tilleuls|un orgue de 1740|une météorite|le pont suspendu|douze hectares de vigne|un téléphérique|une source chaude|le guichet de la gare|des parcs à huîtres|un trésor gaulois|la vieille horloge|une classe de lutherie|un troupeau de moutons|le kiosque à musique|deux tramways|une carrière de grès|un observatoire|la halle aux grains|six ruches|un navire à voiles|le lavoir|une collection de timbres|un moulin à papier|la salle des mariages|quatre autobus|un verger de mirabelles|le sentier des douaniers'.split(
    '|',
  )
const PLACES =
  'près du canal|derrière la cathédrale|au bord du lac|dans l’ancienne tannerie|sur la place du marché|sous les remparts|à la sortie du tunnel|dans la zone artisanale|au pied du glacier|devant le tribunal|le long de la voie ferrée|au milieu des rizières|dans une grange|au sommet du phare|à l’entrée du port|dans la vallée voisine|sur le plateau|au fond d’une impasse'.split(
    '|',
  )
const REASONS =
  'Le gel d’avril avait détruit presque tous les bourgeons|Un incendie avait noirci la charpente en février|Les habitants réclamaient cette décision depuis dix ans|La préfecture avait donné son accord lundi soir|Une souscription a rapporté quarante mille euros|Les écoliers avaient choisi ce projet parmi six propositions|La rivière a débordé deux fois cet hiver|Un notaire a découvert le testament dans une armoire|Les assurances refusent de payer les dégâts|Le dernier artisan du métier prend sa retraite|Une étude des sols a révélé une nappe d’argile|Le tribunal administratif avait annulé le premier marché|Les touristes sont venus deux fois plus nombreux|Un mécène suédois finance la moitié des travaux|La toiture menaçait de tomber sur les passants|Des plongeurs ont remonté les premières pièces|Les commerçants craignent de perdre leur clientèle|Une maladie frappe les platanes de la région|Le cadastre contenait une erreur vieille d’un siècle|La sécheresse a vidé les citernes communales'.split(
    '|',
  )

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
  const chance = createChance(`article ${number}`)
  const pick = (words: readonly string[]): string => words[chance(0, words.length - 1)] ?? ''
  const town = `${pick(TOWNS)}${pick(PARTS)}`
  const [actor, deed, thing] = [pick(ACTORS), pick(DEEDS), pick(THINGS)]
  const title = `${actor} de ${town} ${deed} ${thing}`
  return {
    guid: `article-${number}`,
    title,
    link: `http://${host}/article-${number}`,
    date: new Date(at - MINUTE).toUTCString(),
    text:
      `<p>${title} ${pick(PLACES)}, a-t-on appris mardi. ${pick(REASONS)}. ` +
      `« Nous n’avions rien vu de tel depuis ${chance(1700, 1999)} », a dit ${speakerOf(number)}, maire de ${town}. ` +
      `Le dossier n° ${number} sera présenté avant la fin du mois.</p>`,
  }
}
