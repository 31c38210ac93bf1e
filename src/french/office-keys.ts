// The key of an office, `role@where`, from the words of a phrase that names it. Decides nothing about where a phrase ends.
import { countryOfAdjective, countryOfCapital, countryOfName } from './demonyms.ts'
import { hasOneLeader, houseOf, organisationOf, type House } from './office-houses.ts'
import { portfolioOf, roleAt } from './office-roles.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Carry nothing of where an office is. */
const LIGHT = words(
  'de du des d la le les l a au aux en et pour un une charge chargee delegue deleguee aupres sur par interim exercice',
)
/** What is said of a holder, or of which party, right behind the role: no part of the office. */
const QUALITIES = words(`
sortant sortante actuel actuelle interimaire demissionnaire socialiste communiste ecologiste republicain republicaine democrate centriste
conservateur conservatrice travailliste liberal liberale populiste islamiste islamo-conservateur nationaliste
souverainiste insoumis insoumise frontiste macroniste ps lr lrem rn fn lfi pcf eelv udi modem ump dvg dvd prg ex-ps ex-lr divers
droite gauche charismatique controverse controversee historique emblematique elu elue reelu reelue nomme nommee
suppleant suppleante laique dlf lre renaissance mr cdh defi ecolo sans etiquette spd cdu csu fdp tory
`)
const ORDINALS = words(
  'ancien ancienne ex nouveau nouvel nouvelle futur future actuel actuelle tout toute jeune feu',
)

/** Longest name of a country or an organisation, in words. */
const LONGEST_NAME = 6

type Unit =
  | { readonly kind: 'word' | 'organisation' | 'country' | 'adjective'; readonly text: string }
  | { readonly kind: 'house'; readonly text: string; readonly house: House }

/** `role@where` of folded words without apostrophes: `chef`, `de`, `la`, `diplomatie`, `russe`. */
export function officeKeyOf(phrase: readonly string[]): string | undefined {
  const from = phrase.findIndex((word) => !ORDINALS.has(word))
  const found = roleAt(phrase, from) ?? roleAt(withoutAdjectives(phrase.slice(from)))
  if (found === undefined) return undefined
  const isSpread = roleAt(phrase, from) === undefined
  const rest = isSpread
    ? [
        ...phrase.slice(from).filter(isCountryAdjective),
        ...withoutAdjectives(phrase.slice(from)).slice(found.words.length),
      ]
    : phrase.slice(from + found.words.length)
  return keyFrom(found.role, found.words, withoutQualities(rest))
}

const isCountryAdjective = (word: string): boolean => countryOfAdjective(word) !== undefined

/** `secretaire americain d etat` without its adjective. */
const withoutAdjectives = (phrase: readonly string[]): readonly string[] =>
  phrase.filter((word) => !isCountryAdjective(word))

/** `socialiste de nantes`: without what stands before the first complement. Countries stay. */
function withoutQualities(whole: readonly string[]): readonly string[] {
  const side = SIDE.exec(whole.join(' '))?.[0].trim().split(' ').length ?? 0
  const rest = whole.slice(side)
  const complement = rest.findIndex((word) => LIGHT.has(word))
  const until = complement < 0 ? rest.length : complement
  return rest.filter((word, at) => at >= until || !QUALITIES.has(word))
}

/** «président d’extrême droite», «maire de gauche de Brive». */
const SIDE = /^(?:d extreme (?:droite|gauche)|de (?:droite|gauche)|du centre)(?: |$)/u

function keyFrom(role: string, head: readonly string[], rest: readonly string[]): string {
  const units = unitsOf(rest, role)
  const plain = rest.join(' ')
  switch (role) {
    case 'minister':
    case 'junior-minister':
    case 'deputy-minister':
    case 'secretary-of-state':
    case 'secretary':
      return ministerKey(role, plain, units)
    case 'head-of-state':
    case 'monarch':
      return join(role, firstCountry(units))
    case 'head-of-government':
      return join(role, firstCountry(units) ?? countryOfHead(head))
    case 'president':
      return presidentKey(plain, units)
    case 'head':
    case 'host':
      return headKey(plain, units)
    case 'dirigeant':
      return dirigeantKey(units)
    case 'ambassador':
    case 'consul':
    case 'envoy':
      return join(role, whereParts(units, true).join(':'))
    default:
      return leaderKey(role, units)
  }
}

const join = (role: string, where: string | undefined): string => `${role}@${where ?? ''}`

/** The chancellor of Germany is who is meant where no country is said. */
const countryOfHead = ([first]: readonly string[]): string | undefined =>
  first === 'chancelier' || first === 'chanceliere'
    ? 'allemagne'
    : first === 'taoiseach'
      ? 'irlande'
      : undefined

/** «secrétaire d’État américain», «secrétaire américain au Trésor», «ministre délégué chargé des Transports». */
function ministerKey(role: string, rest: string, units: readonly Unit[]): string {
  const country = firstCountry(units) ?? stateBehind(rest)
  const isAmerican = country === 'etats-unis'
  if (role === 'secretary-of-state' && isAmerican)
    return join(/\badjointe?\b/u.test(rest) ? 'foreign-deputy-minister' : 'foreign-minister', country)
  const known = portfolioOf(rest)
  if (role === 'secretary' && !isAmerican && !(known !== undefined && AT_FIRST.test(rest)))
    return leaderKey('secretaire', units)
  const portfolio = known ?? plainPortfolio(units)
  if (portfolio === undefined) return join(role === 'secretary' ? 'secretaire' : role, country)
  const rank = RANKS.get(role) ?? ''
  return join(`${portfolio === 'treasury' ? 'finance' : portfolio}-${rank}minister`, country)
}
/** «ministre de l’Intérieur du Baloutchistan»: a state of no list. */
function stateBehind(rest: string): string | undefined {
  const state = /(?<!^)(?<! et) (?:du|d|de) (\p{L}+)$/u.exec(rest)?.[1]
  return state === undefined || portfolioOf(state) !== undefined ? undefined : state
}

/** «secrétaire à la Défense»: a minister, where there are secretaries. */
const AT_FIRST = /^(?:au|a la|a l) /u
const RANKS: ReadonlyMap<string, string> = new Map([
  ['junior-minister', 'junior-'],
  ['deputy-minister', 'deputy-'],
  ['secretary-of-state', 'junior-'],
])

/** `mer` for «ministre de la Mer». */
function plainPortfolio(units: readonly Unit[]): string | undefined {
  const plain = units.filter(({ kind, text }) => kind === 'word' && !LIGHT.has(text)).map(({ text }) => text)
  return plain.length === 0 ? undefined : plain.slice(0, 3).join('-')
}

const isLightWord = ({ kind, text }: Unit): boolean => kind === 'word' && LIGHT.has(text)

function presidentKey(rest: string, units: readonly Unit[]): string {
  const heavy = units.filter((unit) => !isLightWord(unit))
  const [first] = heavy
  const country = firstCountry(units)
  const others = heavy.filter(({ kind }) => kind !== 'country' && kind !== 'adjective')
  if (others.length === 0)
    return country === undefined
      ? 'president@'
      : join(country === 'ue' || country === 'onu' ? 'president' : 'head-of-state', country)
  const only = others.length === 1 ? others[0]?.text : undefined
  if (only === 'republique' || only === 'etat') return join('head-of-state', country)
  if (only === 'conseil' || only === 'gouvernement' || rest.startsWith('du conseil des ministres'))
    return join('head-of-government', country)
  const area = areaKey(others)
  if (area !== undefined) return area
  if (first?.kind === 'organisation' && hasOneLeader(first.text)) return join('head', first.text)
  return join('president', whereParts(units, false).join('-'))
}

/** «président de la région Bretagne», «président du conseil régional de Bretagne». */
function areaKey(units: readonly Unit[]): string | undefined {
  const [first = '', second = ''] = units.map(({ text }) => text)
  const council = first === 'conseil' ? COUNCILS.get(second) : undefined
  const area = council ?? AREAS.get(first)
  if (area === undefined) return undefined
  const rest = units.slice(council === undefined ? 1 : 2)
  return join(`president-of-${area}`, rest.map(({ text }) => text).join('-'))
}
const COUNCILS: ReadonlyMap<string, string> = new Map([
  ['regional', 'region'],
  ['departemental', 'department'],
  ['general', 'department'],
])
const AREAS: ReadonlyMap<string, string> = new Map([
  ['region', 'region'],
  ['departement', 'department'],
])

/** «patron de la diplomatie russe», «locataire de la Maison Blanche», «chef de l’État», «patron de Renault». */
function headKey(rest: string, units: readonly Unit[]): string {
  const heavy = units.filter((unit) => !isLightWord(unit))
  const [first] = heavy
  const country = firstCountry(units)
  if (first?.kind === 'house' && heavy.every((unit) => unit === first || isCountry(unit)))
    return join(first.house.role, country ?? first.house.country)
  if (first?.text === 'executif') return join('head-of-state', country)
  if (/^(?:de l )?opposition\b/u.test(rest))
    return join('opposition-leader', whereParts(units, false).slice(1).join('-'))
  if (/^(?:de l |des )?(?:armees?|etat-major)\b/u.test(rest)) return join('chief-of-staff', country)
  const area = areaKey(heavy)
  if (area !== undefined) return area
  if (heavy.length === 1 && first !== undefined && (first.kind === 'country' || first.kind === 'adjective'))
    return join('head', first.text)
  return join('head', whereParts(units, false).join('-'))
}

/** «le dirigeant nord-coréen» leads the country; «un dirigeant de la CGT» is one of several. */
function dirigeantKey(units: readonly Unit[]): string {
  const heavy = units.filter((unit) => !isLightWord(unit))
  const country = heavy.length === 1 ? firstCountry(heavy) : undefined
  return country === undefined ? leaderKey('dirigeant', units) : join('head', country)
}

/** «secrétaire général de l’ONU» is who leads it. */
function leaderKey(role: string, units: readonly Unit[]): string {
  const heavy = units.filter((unit) => !isLightWord(unit))
  const [first] = heavy
  const isLeading = LEADING.has(role) && first !== undefined && hasOneLeader(first.text) && heavy.length === 1
  if (isLeading) return join('head', first.text)
  const where = whereParts(units, false)
  if (role === 'chief-of-staff') return join(role, firstCountry(units))
  return join(
    role,
    (role === 'mayor' ? where.filter((word) => word !== 'ville' && word !== 'commune') : where).join('-'),
  )
}
const LEADING = words(
  'secretary-general first-secretary national-secretary director governor general-delegate',
)

const firstCountry = (units: readonly Unit[]): string | undefined =>
  units.find(({ kind, text }) => (kind === 'country' || kind === 'adjective') && text !== 'ue')?.text ??
  units.find(({ kind }) => kind === 'country' || kind === 'adjective')?.text

/** Without light words; ministries and houses under one name, countries behind what they qualify unless `isOrdered`. */
function whereParts(units: readonly Unit[], isOrdered: boolean): readonly string[] {
  const heavy = units.filter((unit) => !isLightWord(unit))
  const ministry = ministryOf(heavy)
  if (ministry !== undefined) return ministry
  const [places, things] = [heavy.filter(isCountry), heavy.filter((unit) => !isCountry(unit))]
  if (isOrdered) return heavy.map(({ text }) => text)
  return [...things.map(({ text }) => text), ...places.map(({ text }) => text)]
}

const isCountry = ({ kind }: Unit): boolean => kind === 'country' || kind === 'adjective'

/** «du ministère russe des Affaires étrangères», «de la diplomatie russe», «du Kremlin»: `foreign-ministry`, `russie`. */
function ministryOf(heavy: readonly Unit[]): readonly string[] | undefined {
  const [first] = heavy
  const country = firstCountry(heavy)
  const others = heavy.slice(1).filter((unit) => !isCountry(unit))
  if (first?.kind === 'house' && others.length === 0)
    return [seatOf(first.house.role), country ?? first.house.country].filter((part) => part !== '')
  if (first?.text !== 'ministere') return undefined
  const portfolio = portfolioOf(heavy.map(({ text }) => text).join(' '))
  return portfolio === undefined
    ? undefined
    : [`${portfolio}-ministry`, ...(country === undefined ? [] : [country])]
}

const seatOf = (role: string): string => SEATS.get(role) ?? role.replace('minister', 'ministry')
const SEATS: ReadonlyMap<string, string> = new Map([
  ['head-of-state', 'presidency'],
  ['head-of-government', 'government'],
])

/** The longest names of countries, organisations and houses become one unit. */
function unitsOf(rest: readonly string[], role: string): readonly Unit[] {
  const units: Unit[] = []
  for (let at = 0; at < rest.length;) {
    const named = namedAt(rest, at, role)
    units.push(named?.unit ?? { kind: 'word', text: rest[at] ?? '' })
    at += named?.length ?? 1
  }
  return units
}

function namedAt(
  rest: readonly string[],
  at: number,
  role: string,
): { readonly unit: Unit; readonly length: number } | undefined {
  for (let length = Math.min(LONGEST_NAME, rest.length - at); length > 0; length--) {
    const name = rest.slice(at, at + length).join(' ')
    const unit = unitOf(name, length, role, rest[at - 1])
    if (unit !== undefined) return { unit, length }
  }
  return undefined
}

function unitOf(name: string, length: number, role: string, before: string | undefined): Unit | undefined {
  const organisation = organisationOf(name)
  if (organisation !== undefined) return { kind: 'organisation', text: organisation }
  const house = houseOf(name)
  if (house !== undefined) return { kind: 'house', text: name.replaceAll(' ', '-'), house }
  const country = countryOfName(name)
  if (country !== undefined) return { kind: 'country', text: country }
  if (role === 'ambassador' && before === 'a') {
    const capital = countryOfCapital(name)
    if (capital !== undefined) return { kind: 'country', text: capital }
  }
  const adjective = length === 1 ? countryOfAdjective(name) : undefined
  return adjective === undefined ? undefined : { kind: 'adjective', text: adjective }
}
