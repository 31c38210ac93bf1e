// Where a sentence says who speaks: «selon X», «…, a déclaré X», «X a dit que». Reads the sentence alone; quotations are
// left to statements.
import type { Span } from './sentences.ts'
import type { Speaker, Speakers } from './speakers.ts'
import { reportsQuotation, reportsSpeech, tells } from './speech-verbs.ts'

/** Offsets are those of the text. */
export interface Attribution extends Span {
  /** `behind`: what is said stands before it. */
  readonly kind: 'selon' | 'behind' | 'ahead'
  /** A pronoun is not resolved yet. */
  readonly speaker: Speaker | 'il' | 'elle'
}

/** Each of the expressions below holds one of these. */
const HINT =
  /["«»“”]|[Ss]elon |[Dd]['’]après |[Pp]our |,|que |qu['’]|nonc|ément|onfirm|prom|egrett|econn|admi?[es]|récis|indiqu|rappel|éclam|exig|evendiqu|ontest|réfut/u

/** The attributions of a sentence, in order. */
export function attributionsIn(
  text: string,
  { start, end }: Span,
  speakers: Speakers,
): readonly Attribution[] {
  const sentence = text.slice(start, Math.min(end, start + LONGEST_SENTENCE))
  if (!HINT.test(sentence)) return []
  const within: Within = { text, start, end: start + sentence.length, sentence, speakers }
  return [...behind(within), ...pronounsBehind(within), ...selon(within), ...ahead(within)].toSorted(
    (one, other) => one.start - other.start,
  )
}

/** What is longer is a list or a lost text, in characters. */
const LONGEST_SENTENCE = 3000

interface Within extends Span {
  readonly text: string
  readonly sentence: string
  readonly speakers: Speakers
}

const SELON = /(?<![\p{L}-])(?:[Ss]elon|[Dd]['’]après|(?:À|A|à) en croire|[Dd]e l['’]avis d[eu]) /gu
/** «Pour X, …» tells an opinion at the head of a sentence. */
const POUR = /^["«“]?Pour (?=\p{Lu}|M\.|Mme|l[ea] |l['’])/gu

function selon(within: Within): readonly Attribution[] {
  const { sentence, start, end, speakers } = within
  const found: Attribution[] = []
  for (const [expression, isOpinion] of [
    [SELON, false],
    [POUR, true],
  ] as const)
    for (const { index, 0: words } of sentence.matchAll(expression)) {
      const at = start + index + words.length
      const speaker = speakers.at(at, end)
      if (speaker === undefined) continue
      if (isOpinion && !opens(within, speaker)) continue
      // «selon les régions» tells what it depends on.
      if (speaker.isDoubtful === true && /^(?:l|d)es /iu.test(speaker.name)) continue
      found.push({ kind: 'selon', start: start + index, end: speaker.end, speaker })
    }
  return found
}

/** «Pour Claire Valmont, il faut», «Pour Jean Valmy, directeur de l’école, …»; not «Pour Jean Valmy et les siens». */
const opens = ({ text }: Within, { isPerson, end }: Speaker): boolean =>
  isPerson ? text.startsWith(',', end) : /^, ["«“]/u.test(text.slice(end, end + 3))

const MARK = String.raw`(?:["»”](?: ?\([^()]{1,40}\))? ?[,.]? ?|, )`
const CLITICS = String.raw`(?:n['’]|ne |s['’]|se |l['’]|lui |leur |y |nous )*`
const AUXILIARY = String.raw`(?:(?:a|ont|avait|avaient|aurait|est|sont|était|étaient) )?`
const LIGHT_WORD = String.raw`(?:également|aussi|ainsi|encore|notamment|ensuite|enfin|d['’]abord|toutefois|cependant|alors|donc|d['’]ailleurs|par ailleurs|de son côté|pour sa part|quant à (?:lui|elle)|à son tour|en effet|en substance|déjà|même|bien|en outre|récemment|lui aussi|elle aussi|eux aussi|lui|elle|en larmes|en riant|en souriant|\p{Ll}+ment)`
const LIGHT = `(?:${LIGHT_WORD} )*`
/** `», a également déclaré `: the verb is the first group. */
const BEHIND = new RegExp(
  `${MARK}(?:comme |ainsi que )?${CLITICS}${AUXILIARY}${LIGHT}(fait (?:valoir|savoir|remarquer|observer)|\\p{Ll}{3,})(?=[ ,])`,
  'gu',
)

function behind(within: Within): readonly Attribution[] {
  const { sentence, start } = within
  const found: Attribution[] = []
  for (const match of sentence.matchAll(BEHIND)) {
    const [words, verb = ''] = match
    const isQuoted = !words.startsWith(',')
    const isKnown = isQuoted ? reportsQuotation(verb) : reportsSpeech(verb)
    if (!isKnown && !(isQuoted && isVerbBeforeName(within, start + match.index + words.length, verb)))
      continue
    const speaker = invertedSpeaker(within, start + match.index + words.length)
    if (speaker === undefined) continue
    if (!isQuoted && (speaker.isDoubtful === true || !closes(within, speaker, HELPED.test(words)))) continue
    found.push({ kind: 'behind', start: start + match.index, end: speaker.end, speaker })
  }
  return found
}

/** «…», loue Claire Valmont, …: any verb of the present between a quotation and a name. */
const isVerbBeforeName = ({ text, speakers }: Within, at: number, verb: string): boolean =>
  /[etd]$/u.test(verb) && !NO_VERB.has(verb) && text.charAt(at) === ' ' && speakers.hasNameAt(at + 1)
const NO_VERB: ReadonlySet<string> = new Set([
  'comme',
  'dont',
  'avant',
  'entre',
  'devant',
  'contre',
  'pendant',
  'durant',
  'soit',
  'notamment',
  'comprend',
])

/** The speaker ends the sentence, or a comma follows; behind a name, or what somebody has said, a day or a place may. */
function closes({ text, end }: Within, { isPerson, end: at }: Speaker, isHelped: boolean): boolean {
  const rest = text.slice(at, Math.min(end, at + 60))
  return /^(?:\s*$|[.,;:)!?…]| \(|["»”])/u.test(rest) || ((isPerson || isHelped) && BEHIND_NAME.test(rest))
}
const BEHIND_NAME =
  /^ (?:dans|lors|sur|à|au|devant|en|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ce|hier|qui|dont|après|auprès)(?!\p{L})/u

const DAY = String.raw`(?:ce |le )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: \d{1,2}(?:er)?(?: \p{Ll}+)?(?: \d{4})?)?(?: (?:matin|midi|soir|après-midi|dernier))?|hier(?: (?:matin|soir))?|aujourd['’]hui|le \d{1,2}(?:er)? \p{Ll}+(?: \d{4})?|en \d{4}|en (?:fin|début|milieu) d(?:e |['’])[\p{L}-]+`
const LISTENER = String.raw`(?:à|auprès d[eu]|sur|au micro d[eu]|devant|chez|au|via|pour) (?:l['’]|la |le |les |des |un |une |quotidien |journal |chaîne |site |magazine )*(?:\p{Lu}[\p{Lu}\d]+(?: (?:\d{1,3}|[Ii]nfo|TV|[Mm]onde))?(?![\p{L}'’])|\p{Lu}[\p{L}\d+.'’&-]*(?: (?:\p{Lu}[\p{L}\d+.&-]*|\d{1,3}|[Ii]nfo|télé|matin|bleu))*)`
const AUDIENCE = String.raw`(?:à|devant|auprès de|auprès d['’]) ?(?:la presse|des journalistes|les journalistes|la télévision|la radio|l['’]antenne|une radio|l['’]assemblée|ses partisans|les députés|les sénateurs)|aux journalistes|aux médias|aux députés|en conférence de presse|en direct|à l['’]antenne|au téléphone|par téléphone`
const SETTING = String.raw`(?:dans|lors d(?:e|['’]|u)|au cours d(?:e|['’]|u)|à l['’]issue d(?:e|['’]|u)|à l['’]occasion d(?:e|['’]|u)|par la voix d(?:e|['’]|u)|à propos d(?:e|['’]|u)|en marge d(?:e|['’]|u)|à la sortie d(?:e|['’]|u)|en référence à|avant d(?:e|['’])|après|par) ?[^,.;:«»"“”]{2,70}?(?=,? (?:l[ea] |l['’]|M\. |Mme |une? |\p{Lu}\p{Ll}))`
const ADVERBIAL = new RegExp(`,? (?:${DAY}|${LISTENER}|${AUDIENCE}|${SETTING}|${LIGHT_WORD})(?=[ ,])`, 'uy')
const PAUSE = /,? /uy
const MOST_ADVERBIALS = 5

/** Behind the verb, over days, listeners and settings. */
function invertedSpeaker({ text, end, speakers }: Within, from: number): Speaker | undefined {
  let at = from
  for (let count = 0; count <= MOST_ADVERBIALS; count++) {
    PAUSE.lastIndex = at
    if (!PAUSE.test(text) || PAUSE.lastIndex >= end) return undefined
    const next = PAUSE.lastIndex
    const adverbialEnd = endOf(ADVERBIAL, text, at)
    if (adverbialEnd === undefined) {
      const mayStand = count > 0 || text.charAt(at) !== ',' || speakers.hasNameAt(next)
      return (mayStand ? speakers.at(next, end) : undefined) ?? namedBehindAside(text, at, speakers)
    }
    if (adverbialEnd >= end) return undefined
    const name = nameWithin(text, { start: at + 2, end: adverbialEnd }, speakers)
    if (name !== undefined) return name
    at = adverbialEnd
  }
  return undefined
}

function endOf(expression: RegExp, text: string, at: number): number | undefined {
  expression.lastIndex = at
  return expression.test(text) ? expression.lastIndex : undefined
}

/** `à l’AFP Claire Valmont`: capitals that do not belong to the listener. */
function nameWithin(text: string, span: Span, speakers: Speakers): Speaker | undefined {
  const name = speakers.namesIn(span).find(({ start }) => !isGoverned(text, span.start, start))
  return name && speakers.speakerOf(name)
}

/** `, masque au visage, Claire Valmont`. */
function namedBehindAside(text: string, at: number, speakers: Speakers): Speaker | undefined {
  const end = endOf(ASIDE, text, at)
  return end === undefined ? undefined : speakers.personAt(end)
}
const ASIDE = /, [^,.;:«»"“”\n]{3,60},? /uy

/** `», a-t-il ajouté`, `», précise-t-elle`. */
const PRONOUN = new RegExp(
  String.raw`(?:["»”](?: ?\([^()]{1,40}\))? ?[,.]? ?|, )${CLITICS}(?:(?:a-t|avait|est|était)-(il|elle) ${LIGHT}(\p{Ll}{3,})|(\p{Ll}{2,}?)(?:-t)?-(il|elle))(?![\p{L}-])`,
  'gu',
)

function pronounsBehind({ sentence, start }: Within): readonly Attribution[] {
  return Array.from(sentence.matchAll(PRONOUN)).flatMap((match): readonly Attribution[] => {
    const verb = match[2] ?? match[3] ?? ''
    const speaker = (match[1] ?? match[4]) === 'il' ? 'il' : 'elle'
    if (!reportsQuotation(verb) && !reportsQuotation(`${verb}e`)) return []
    const at = start + match.index
    return [{ kind: 'behind', start: at, end: at + match[0].length, speaker }]
  })
}

/** From a subject to its verb, which is the only group: a relative or an apposition may stand between. */
const VERBS_BEHIND: readonly RegExp[] = [
  String.raw`,? qui `,
  String.raw`(?:, [^,;:«»"“”\n]{2,140},|,)? `,
].map(
  (between) =>
    new RegExp(String.raw`(?: \([^()]{1,40}\))?${between}${CLITICS}${AUXILIARY}${LIGHT}(\p{Ll}{3,})`, 'uy'),
)

/** What is said begins: «que», a quotation, a colon. Never beyond another clause. */
const SAID =
  /^(?: (?:avoir|être|vouloir|devoir|pouvoir|ne (?:pas|plus)|craindre|espérer|ignorer|attendre|souhaiter) |[^;:«»"“”\n]{0,90}?(?: qu(?:e |['’])|[ ,:]["«“]| ?:)|[^;:«»"“”\n]{0,90}?,? ?["«“])/u
/** Of those whom no name gives away: «la crise a révélé un manque, qu’elle avait constaté». */
const SAID_AT_ONCE =
  /^(?: (?:avoir|être|vouloir|devoir|ne (?:pas|plus)|craindre|espérer|ignorer|attendre|souhaiter) |[^,;:«»"“”\n]{0,45}? qu(?:e |['’])|[^;:«»"“”\n]{0,60}?(?:[ ,:]|, )?["«“]| ?:)/u
/** «le nombre de cas confirmés»: no verb of its own. */
const PARTICIPLE = /(?:ée?s?|u|mis|ti)$/u
const HELPED = /(?:^|[\s'’])(?:a|ont|avait|avaient|aurait|est|sont|était|étaient) /u
const ITSELF = /^(?:dit|dite|félicité|félicitée|réjoui|réjouie|inquiété|inquiétée|indigné|indignée)/u

function ahead(within: Within): readonly Attribution[] {
  const { start } = within
  return subjects(within).flatMap(({ at, speaker }): readonly Attribution[] => {
    // «la chancelière Anne Delorme, Marc Delisle, a dit»: another name is no apposition.
    if (within.speakers.hasNameAt(speaker.end + 2)) return []
    const end = VERBS_BEHIND.map((expression) => endOfSaying(within, speaker, expression)).find(
      (one) => one > 0,
    )
    return end === undefined ? [] : [{ kind: 'ahead', start: Math.max(at, start), end, speaker }]
  })
}

/** Where the verb ends that reports what the speaker says; 0 where none does. */
function endOfSaying({ text, end }: Within, speaker: Speaker, expression: RegExp): number {
  expression.lastIndex = speaker.end
  const match = expression.exec(text)
  const verbEnd = expression.lastIndex
  if (match === null || verbEnd > end) return 0
  const verb = match[1] ?? ''
  if (PARTICIPLE.test(verb) && !HELPED.test(match[0])) return 0
  const rest = text.slice(verbEnd, Math.min(end, verbEnd + 110))
  const hasWords = (speaker.isPerson ? SAID : SAID_AT_ONCE).test(rest)
  const isQuotation = /^ ?:? ?["«“]/u.test(rest)
  const isSaid = (hasWords && (reportsSpeech(verb) || (isQuotation && reportsQuotation(verb)))) || tells(verb)
  return isSaid || (/ s['’]est /u.test(match[0]) && ITSELF.test(verb)) ? verbEnd : 0
}

/** Who opens a clause: names, and offices or groups at the head of the sentence. */
function subjects(within: Within): readonly { readonly at: number; readonly speaker: Speaker }[] {
  const { text, start, end, sentence, speakers } = within
  const named = speakers
    .namesIn(within)
    .filter((person) => !isGoverned(text, start, person.start))
    .map((person) => ({ at: person.start, speaker: speakers.speakerOf(person) }))
  const head =
    /^(?:["«“]? ?)(?=L[ea]s? |L['’]|Une? |Des |Son |Sa |\p{Lu})|(?<=, |mais |et |, alors que |, tandis que )(?=l[ea] |l['’])/gu
  const heads = Array.from(sentence.matchAll(head)).flatMap(({ index, 0: mark }) => {
    const at = start + index + mark.length
    const speaker = speakers.at(at, end)
    return speaker === undefined || named.some(({ speaker: one }) => one.end === speaker.end)
      ? []
      : [{ at, speaker }]
  })
  return [...named, ...heads]
}

/** Behind «de», «à», «avec»: no subject, unless an office stands before it. */
export function isGoverned(text: string, start: number, at: number): boolean {
  const before = text.slice(Math.max(start, at - 30), at)
  return /(?:^|[\s'’(])(?:de|du|d['’]|des|à|au|aux|avec|par|pour|chez|sur|contre|envers|selon|sous|entre|vers|que|comme|face à|et de) (?:M\. |Mme |Me )?$|d['’]$/iu.test(
    before,
  )
}
