// Places where French is read, with their zones: offered first when somebody chooses a zone. Knows no hour.
import type { Zone } from './calendar.ts'
import { foldWord } from './closest.ts'

export interface PlaceOfZone {
  readonly place: string
  readonly zone: Zone
}

/** By the number of readers, about; zones as IANA names them, 2026a. */
export const FRENCH_PLACES: readonly PlaceOfZone[] = [
  { place: 'Paris', zone: 'Europe/Paris' },
  { place: 'Bruxelles', zone: 'Europe/Brussels' },
  { place: 'Genève', zone: 'Europe/Zurich' },
  { place: 'Montréal', zone: 'America/Toronto' },
  { place: 'Luxembourg', zone: 'Europe/Luxembourg' },
  { place: 'Monaco', zone: 'Europe/Monaco' },
  { place: 'Casablanca', zone: 'Africa/Casablanca' },
  { place: 'Alger', zone: 'Africa/Algiers' },
  { place: 'Tunis', zone: 'Africa/Tunis' },
  { place: 'Dakar', zone: 'Africa/Dakar' },
  { place: 'Abidjan', zone: 'Africa/Abidjan' },
  { place: 'Bamako', zone: 'Africa/Bamako' },
  { place: 'Douala', zone: 'Africa/Douala' },
  { place: 'Kinshasa', zone: 'Africa/Kinshasa' },
  { place: 'Antananarivo', zone: 'Indian/Antananarivo' },
  { place: 'Beyrouth', zone: 'Asia/Beirut' },
  { place: 'Port-au-Prince', zone: 'America/Port-au-Prince' },
  { place: 'La Réunion', zone: 'Indian/Reunion' },
  { place: 'Mayotte', zone: 'Indian/Mayotte' },
  { place: 'Maurice', zone: 'Indian/Mauritius' },
  { place: 'Guadeloupe', zone: 'America/Guadeloupe' },
  { place: 'Martinique', zone: 'America/Martinique' },
  { place: 'Cayenne', zone: 'America/Cayenne' },
  { place: 'Nouméa', zone: 'Pacific/Noumea' },
]

/** Other names that people type for the same zones. */
const OTHER_NAMES: ReadonlyMap<string, Zone> = new Map([
  ['france', 'Europe/Paris'],
  ['belgique', 'Europe/Brussels'],
  ['suisse', 'Europe/Zurich'],
  ['lausanne', 'Europe/Zurich'],
  ['zurich', 'Europe/Zurich'],
  ['quebec', 'America/Toronto'],
  ['ottawa', 'America/Toronto'],
  ['rabat', 'Africa/Casablanca'],
  ['reunion', 'Indian/Reunion'],
  ['papeete', 'Pacific/Tahiti'],
  ['tahiti', 'Pacific/Tahiti'],
  ['londres', 'Europe/London'],
])

/** The zone of a place that is named without doubt, in French or as IANA does; undefined for any other. */
export function zoneOfPlace(typed: string): Zone | undefined {
  const folded = foldWord(typed)
  const known = FRENCH_PLACES.find(({ place }) => foldWord(place) === folded)?.zone ?? OTHER_NAMES.get(folded)
  if (known !== undefined || folded === '') return known
  return Intl.supportedValuesOf('timeZone').find((zone) => foldWord(townOf(zone)) === folded)
}

/** «Montréal (America/Toronto)»; a zone that no place of ours names stands alone. */
export function zoneLabel(zone: Zone): string {
  const place = FRENCH_PLACES.find((candidate) => candidate.zone === zone)?.place
  return place === undefined ? zone : `${place} (${zone})`
}

/** Zones that begin with what is typed, or have a word that does; those where French is read first. */
export function suggestZones(typed: string, limit: number): readonly Zone[] {
  const folded = foldWord(typed)
  const others = Intl.supportedValuesOf('timeZone').map((zone) => ({ place: townOf(zone), zone }))
  const fitting = [...FRENCH_PLACES, ...others].filter(
    ({ place, zone }) => hasWordLike(place, folded) || hasWordLike(zone.replaceAll('/', ' '), folded),
  )
  return [...new Set(fitting.map(({ zone }) => zone))].slice(0, limit)
}

function hasWordLike(text: string, folded: string): boolean {
  return ` ${foldWord(text)}`.includes(` ${folded.replaceAll('/', ' ')}`)
}

function townOf(zone: Zone): string {
  return zone.slice(zone.lastIndexOf('/') + 1)
}
