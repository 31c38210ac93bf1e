// The meetings that the invented articles tell, as a careful reader notes them. Asks nothing.
import type { MeetingMode, MeetingStatus } from '../../../src/french/told-meeting.ts'

export interface ExpectedMeeting {
  /** Any of these is right: a meeting postponed and then held is both. */
  readonly statuses: readonly MeetingStatus[]
  readonly modes: readonly MeetingMode[]
  /** Any of these; empty when no article names one. */
  readonly places: readonly string[]
  /** First and last day, `YYYY-MM-DD`; any day between them is right. Absent when no article tells. */
  readonly days?: readonly [string, string]
  readonly articles: readonly string[]
}

interface More {
  readonly statuses?: readonly MeetingStatus[]
  readonly modes?: readonly MeetingMode[]
  readonly places?: readonly string[]
}

/** Held and face to face unless it says otherwise. `days` is a day, or the first and the last one. */
function told(days: string, articles: string, more: More = {}): ExpectedMeeting {
  const [from, to = from] = days.split('/')
  return {
    statuses: more.statuses ?? ['done'],
    // Most sentences leave it open whether people sat in one room.
    modes: more.modes ?? ['in-person', 'unknown'],
    places: more.places ?? [],
    articles: articles.split(' '),
    ...(from === undefined || to === undefined || from === '' ? {} : { days: [from, to] }),
  }
}

const TOLD = {
  oslo: told('2026-09-02', 'oslo-agence oslo-reprise oslo-fanal', { places: ['Oslo'] }),
  osloHauge: told('2026-09-02', 'oslo-agence oslo-reprise', { statuses: ['cancelled'], places: ['Oslo'] }),
  osloDiner: told('2026-09-02', 'oslo-fanal', { places: ['Oslo', 'résidence de France'] }),
  saparovAppel: told('2026-09-08', 'saparov-telephone', { modes: ['telephone'] }),
  elysee: told('2026-09-22', 'saparov-elysee saparov-attendu', { places: ['Élysée', 'Paris'] }),
  quaiOrsay: told('2026-09-22', 'saparov-elysee', { places: ['Quai d’Orsay', 'Paris'] }),
  haussmann: told('2026-09-22', 'saparov-elysee', { places: ['boulevard Haussmann', 'Paris'] }),
  geneve: told('2026-09-17', 'geneve-entretien geneve-ondes geneve-annonce', { places: ['Genève'] }),
  geneveAalders: told('2026-09-17', 'geneve-entretien', { places: ['Genève'] }),
  ankara: told('2025-06-01/2025-06-30', 'geneve-annonce', { places: ['Ankara'] }),
  caire: told('2026-09-18', 'caire-callahan geneve-entretien', { places: ['Le Caire', 'palais d’Abdine'] }),
  gouverneurs: told('2026-09-21/2026-09-27', 'caire-callahan', { statuses: ['planned'] }),
  vienne: told('2026-10-05/2026-10-12', 'vienne-tenue vienne-reportee', {
    statuses: ['done', 'postponed'],
    places: ['Vienne'],
  }),
  tunis: told('2026-09-29', 'tunis-consultations', { places: ['Tunis'] }),
  tunisHopital: told('2026-09-29', 'tunis-consultations', { places: ['Tunis', 'hôpital militaire'] }),
  tripoli: told('2026-11-09', 'tripoli-ferrando', { places: ['Tripoli'] }),
  benghazi: told('2026-11-19', 'tripoli-ferrando', { statuses: ['planned'], places: ['Benghazi'] }),
  kamara: told('', 'dakar-dementi', { statuses: ['denied'] }),
  otages: told('2026-10-01', 'dakar-dementi', { places: ['palais de la République', 'Dakar'] }),
  dakar: told('2026-10-30', 'dakar-senoussi', { places: ['Dakar'] }),
  dakarRepas: told('2026-10-29/2026-10-30', 'dakar-senoussi', { places: ['Dakar'] }),
  mwangi: told('2026-10-31', 'dakar-senoussi', { statuses: ['cancelled'], places: ['Dakar'] }),
  berlinRefus: told('2026-10-06', 'berlin-refus', { statuses: ['refused'], places: ['Berlin'] }),
  berlin: told('2026-10-06', 'berlin-refus', { places: ['Berlin', 'capitale allemande'] }),
  belgrade: told('2026-11-05', 'belgrade-verhoeven', { places: ['Belgrade'] }),
  patriarche: told('', 'belgrade-verhoeven', { statuses: ['denied'], places: ['Belgrade'] }),
  visio: told('2026-10-20', 'tokyo-visio', { modes: ['video'] }),
  brest: told('2027-03-01/2027-06-30', 'tokyo-visio', {
    statuses: ['planned', 'possible'],
    places: ['Brest'],
  }),
  turin: told('2026-10-23', 'turin-sommet turin-registre', { places: ['Turin', 'palais Madame'] }),
  turinKuntz: told('2026-10-23', 'turin-registre', { places: ['Turin', 'palais Madame'] }),
  lisbonne: told('2026-11-03', 'lisbonne-solheim', { places: ['Lisbonne'] }),
  sesimbra: told('2026-11-03', 'lisbonne-solheim', { places: ['Sesimbra'] }),
  reykjavik: told('2024-05-01/2024-05-31', 'lisbonne-solheim', { places: ['Reykjavik'] }),
  marinsAppel: told('2026-11-10', 'marins-telephone', { modes: ['telephone'] }),
  geneveMars: told('2026-03-16', 'marins-telephone', { places: ['Genève'] }),
  berne: told('2026-11-20', 'berne-annule marins-telephone', { statuses: ['cancelled'], places: ['Berne'] }),
  osloNovembre: told('2026-11-24/2026-11-25', 'oslo-conference', { statuses: ['planned'], places: ['Oslo'] }),
  osloPossible: told('2026-11-24/2026-11-25', 'oslo-conference', {
    statuses: ['possible'],
    places: ['Oslo'],
  }),
  aydinDemande: told('2026-11-09/2026-11-30', 'aydin-demande', { statuses: ['possible', 'planned'] }),
  aydinAppel: told('2026-11-08', 'aydin-demande', { modes: ['telephone'] }),
  syndicats: told('2026-09-07', 'matignon-syndicats', { places: ['Matignon'] }),
  patronat: told('2026-09-09', 'patronat-matignon', { places: ['Matignon'] }),
  cannes: told('2026-06-01/2026-06-30', 'patronat-matignon', { places: ['Cannes'] }),
  demission: told('2026-10-12', 'vasseur-demission', { places: ['Élysée'] }),
  passation: told('2026-10-15', 'passation-matignon', { places: ['Matignon', 'cour de Matignon'] }),
  tardieu: told('2026-10-19', 'castaing-tardieu', { places: ['Matignon'] }),
  kesslerRefus: told('', 'castaing-tardieu', { statuses: ['refused'] }),
  haddad: told('2026-10-22', 'haddad-jeudi castaing-tardieu', { places: ['Matignon'] }),
  lastoursAppel: told('2026-10-19', 'castaing-tardieu', { modes: ['telephone'] }),
  saulnier: told('2026-09-03', 'granger-diner', {
    statuses: ['denied'],
    places: ['restaurant de la rue de Lille', 'rue de Lille', 'restaurant'],
  }),
  dejeuner: told('2026-10-30', 'marechal-dejeuner', { places: ['Élysée'] }),
  lisbonne2016: told('2016-01-01/2016-12-31', 'marechal-dejeuner', { places: ['Lisbonne'] }),
  nuit: told('2026-11-10/2026-11-11', 'kessler-kuntz'),
  arnoult: told('2026-11-17', 'arnoult-invitation', { statuses: ['planned'], places: ['Matignon'] }),
  lestienne: told('2026-11-12', 'arnoult-invitation'),
  garrec: told('', 'arnoult-invitation', { statuses: ['refused'] }),
  decorees: told('2026-11-19', 'laureats-elysee', { statuses: ['planned'], places: ['Élysée'] }),
  prison: told('2026-10-20', 'prison-cormier', { places: ['prison de Valmy-sur-Loire', 'Valmy-sur-Loire'] }),
  sinistres: told('2026-09-10', 'neufpont-interieur', { places: ['Neufpont', 'gymnase'] }),
  eleveurs: told('2026-09-15', 'valmy-eleveurs', { places: ['mairie', 'Valmy-sur-Loire'] }),
  prefecture: told('2026-09-23', 'abattoir-prefet valmy-eleveurs', { places: ['préfecture'] }),
  marcay: told('2026-10-10', 'lescure-marcay', { places: ['Marçay-le-Bourg'] }),
  marcayEvite: told('', 'lescure-marcay', { statuses: ['denied', 'refused'] }),
  mediatheque: told('2026-10-05', 'mediatheque-valmy', {
    places: ['médiathèque Rosa-Parks', 'Valmy-sur-Loire'],
  }),
  tram: told('2026-10-03', 'tram-vernay', { places: ['Vernay', 'place des Tanneurs'] }),
  hopital: told('2026-10-22', 'ferhat-hopital', { places: ['hôpital de Vernay', 'Vernay'] }),
  hopitalEvite: told('', 'ferhat-hopital', { statuses: ['denied', 'refused'] }),
  beauvau: told('2026-11-04', 'deux-dupre', { places: ['place Beauvau'] }),
  transports: told('2026-11-09', 'thevenard-granger', { places: ['ministère des Transports'] }),
  luxembourg: told('2026-10-19', 'luxembourg-lait', { places: ['Luxembourg'] }),
  nairobi: told('2026-11-04', 'nairobi-escale', { places: ['Nairobi'] }),
  mwangiVisio: told('2026-11-09/2026-11-15', 'nairobi-escale', { statuses: ['planned'], modes: ['video'] }),
  aeroport: told('2026-11-11', 'dakar-otages', { places: ['aéroport de Dakar', 'Dakar'] }),
  sidibeAppel: told('2026-11-10/2026-11-11', 'dakar-otages', { modes: ['telephone'] }),
  michel: told('2026-11-02', 'juge-arnaud'),
} as const satisfies Readonly<Record<string, ExpectedMeeting>>

export type MeetingKey = keyof typeof TOLD

export const MEETINGS: Readonly<Record<MeetingKey, ExpectedMeeting>> = TOLD
