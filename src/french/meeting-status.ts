// Whether a meeting took place, will, might, or will not, by the words around what tells it. Knows no date.
import type { GroupTense } from './verb-groups.ts'
import type { MeetingStatus } from './told-meeting.ts'

/** What stands around a verb or noun that tells a meeting, in small letters. */
export interface StatusSetting {
  /** The sentence up to its subject. */
  readonly head: string
  /** From its subject, or from the head of the clause, up to it. */
  readonly before: string
  /** Behind it, to the end of the clause. */
  readonly behind: string
}

/** `open` leaves it to the day: a present tells what was and what will be. */
export type ToldStatus = MeetingStatus | 'open'

const OFF = /(?:^|[^\p{L}])(?:annul(?:é|er|e|ation|ant|a)|déprogramm|supprim)/u
const LATER = /(?:^|[^\p{L}])(?:report(?:é|er|e[^s]|a[^g])|repouss(?:é|er|e)|ajourn)/u
const NO_WISH =
  /(?:refus(?:é|e|ant|er|ait|a|al)|exclu(?:t|ait)?[ ,]|déclin(?:é|e|ant)|interdi[st]|renonc(?:é|e|er|ant)|pas question|boycott|sans (?:même |jamais )?$|évit(?:é|er|e|ant)|empêch)/u
const DENIED =
  /(?:dément(?:i|ir|ent|ant)?[ ,]|(?:^|[^\p{L}])ni(?:e|é|er|ant) |n['’](?:a|ont|avait|avaient) (?:jamais|pas|encore jamais)|ne (?:s['’]est|se sont) (?:jamais|pas))/u
const SET =
  /(?:^|[^\p{L}])(?:doit|doivent|devra|devront|devrai(?:t|ent)|devai(?:t|ent)|va|vont|allai(?:t|ent)|s['’]apprêt\p{L}+ à|s['’]apprêtant|prévoi\p{L}+|prévue?s?|compte(?:nt|nd)?|attendue?s?|programmée?s?|planifiée?s?|convenue?s? de|convi(?:é|e)e?s? à|sera|seront|aura lieu|auront lieu|se tiendr(?:a|ont)|tiendr(?:a|ont)|avant (?:de|d['’])|(?:ra|ront)(?= )|prochaine?s?|à la veille|en vue|d['’]ici|promi(?:s|se|t)|promet|charg(?:é|e|er|era)|mandat(?:é|e)|avant (?:une?|la|le|sa|son|leur|l['’])|confirm(?:é|e) (?:la|le|l['’]|sa|son|une|un)|annonc(?:é|e) (?:la|le|l['’]|une|un))(?!\p{L})/u
const MAYBE =
  /(?:pourrai(?:t|ent)|pourr(?:a|ont)|peu(?:t|vent)|souhait|(?:^|[^\p{L}])v(?:eut|eulent|oulait|oulaient|oudrai(?:t|ent))|espèr|espér|propos(?:é|e|ant|er|ait)|demand(?:é|e|ant|er|ait)|invit(?:é|e|ant|er|ait|ation)|prête?s?(?!\p{L})|envisag|réclam|désir|dispos(?:é|ée|és) à|possib|éventuel|n['’]exclu|faudrai|aimerai|hypothétique|en cas d|(?<!\p{L})si |plaid|appel(?:é|le|lé|ant) (?:à|de|son|sa)|ouvert à|favorable à|cherch|faut qu|faudrait qu)/u
const AHEAD =
  /(?:^|[^\p{L}])(?:ra|ront)(?!\p{L})|\p{L}(?:era|eront|ira|iront|dra|dront)(?!\p{L})|(?:^|[^\p{L}])(?:doit|doivent|devrai(?:t|ent)|va|vont) /u

/** By the verb's own tense, or by what governs its infinitive. */
export function statusOfVerb(
  tense: GroupTense,
  isNegative: boolean,
  { head, before, behind }: StatusSetting,
): ToldStatus {
  if (DENIED_BEFORE.test(head)) return 'denied'
  if (IF.test(head)) return 'possible'
  if (isNegative) return tense === 'past' || tense === 'imperfect' ? 'denied' : 'refused'
  if (tense === 'infinitive') {
    // «a chargé X de rencontrer Y»: what governs the infinitive stands before X.
    const governing = LINK_ALONE.test(before) ? head : before
    return changedLater(statusOfInfinitive(governing), behind)
  }
  if (tense === 'future') return changedLater(MAYBE_FUTURE.test(before) ? 'possible' : 'planned', behind)
  if (tense === 'conditional') return 'possible'
  if (tense === 'past' && (DENIED_HAVING.test(before) || WITHOUT.test(before))) return 'denied'
  if (tense === 'past')
    return OFF.test(behind) && /^[^,]{0,30}(?:a été|ont été)/u.test(behind) ? 'cancelled' : 'done'
  if (tense === 'gerund') return AHEAD.test(before) ? 'planned' : 'open'
  if (tense === 'present') return WILL_BE.test(head) ? 'planned' : 'open'
  return 'done'
}
const LINK_ALONE = /^\s*(?:de |d['’]|à |pour )?$/u

/** «Ce sera la première fois que X et Y se rencontrent», «avant que X ne reçoive Y». */
const WILL_BE = /(?:sera|seront|avant que?|pour que?) [^.;]{0,40}$/u
/** «si X rencontre Y», «il faut que X reçoive Y», «réclame que» */
const IF =
  /(?:^|[^\p{L}])(?:s['’]|si |faut qu(?:e |['’])|faudrait qu(?:e |['’])|exig\p{L}+ qu(?:e |['’])|souhait\p{L}+ qu(?:e |['’])|réclam\p{L}+ qu(?:e |['’])|attend\p{L}* qu(?:e |['’]))$/u

/** «est parti sans avoir rencontré X» */
const WITHOUT = /sans (?:même |jamais )?$/u

const MAYBE_FUTURE = /peut-être|probablement pas|(?<!\p{L})si /u

/** «a démenti vendredi avoir dîné avec X» */
const DENIED_HAVING = /(?:démen\p{L}+|(?<!\p{L})ni(?:e|é|ent|ant|ait)) (?:\p{L}+ ){0,3}$/u

/** «a démenti qu’X ait rencontré Y» */
const DENIED_BEFORE = /(?:dément\p{L}*|nié|nie|nient|faux) (?:[\p{L}-]+ ){0,3}qu(?:e |['’])$/u

/** «devait recevoir X, mais ce rendez-vous a été annulé» */
function changedLater(status: ToldStatus, behind: string): ToldStatus {
  if (status !== 'planned' && status !== 'possible') return status
  const change =
    /(?:rencontre|entretien|rendez-vous|visite|réunion|entrevue|déjeuner|dîner|déplacement|celle-ci|celui-ci)[^.;]{0,25}(?:a été|est|finalement|a finalement été) (annul|report|repouss|ajourn)/u.exec(
      behind,
    )
  return change === null ? status : change[1] === 'annul' ? 'cancelled' : 'postponed'
}

/** Of a participle without an auxiliary: «doit être bientôt reçu par X», «reçu par X». */
export const statusOfParticiple = ({ before }: StatusSetting): ToldStatus =>
  /(?:doit|devrait|sera|seront|va|vont|doivent)[^,]{0,20}$|être\s*$/u.test(before) ? 'planned' : 'done'

/** «n’exclut pas de», «ne refuse pas de» */
const NOT_EXCLUDED = /n['’](?:exclu\p{L}*|est pas exclu\p{L}*)|ne (?:refus|s['’]interdi)\p{L}* pas/u
const ABOUT_TO = /s['’]apprêt\p{L}+ à [^,]{0,20}$/u
const UNSURE =
  /(?:hésit|rêv|tent|faill|sollicit|accept|aurait dû|auraient dû|essa[iy]|comptait)\p{L}* (?:à |de |d['’])?[^,]{0,20}$/u

function statusOfInfinitive(before: string): ToldStatus {
  const near = before.slice(-90)
  if (NOT_EXCLUDED.test(near)) return 'possible'
  if (DENIED.test(near)) return 'denied'
  if (ABOUT_TO.test(near)) return 'planned'
  if (NO_WISH.test(near)) return 'refused'
  if (OFF.test(near)) return 'cancelled'
  if (LATER.test(near)) return 'postponed'
  if (MAYBE.test(near) || UNSURE.test(near)) return 'possible'
  if (/(?:vien(?:t|nent) de|venai(?:t|ent) de|(?:^| )p(?:u|ut)|fini par|après)[^.]{0,20}$/u.test(near))
    return 'done'
  if (SET.test(near))
    return /avant (?:de|d['’])/u.test(near) && !AHEAD.test(near.replace(/avant .*$/u, ''))
      ? 'done'
      : 'planned'
  return 'done'
}

/** Of a meeting that a noun tells, `la rencontre est prévue vendredi`; `tense` is that of its clause where known. */
export function statusOfNoun({ head, before, behind }: StatusSetting): ToldStatus {
  const near = `${head}${before}`.slice(-70)
  const after = behind.slice(0, 220)
  if (OFF.test(near.slice(-40)) || OFF.test(after)) return isDenying(near, after) ? 'done' : 'cancelled'
  if (LATER.test(near.slice(-40)) || LATER.test(after)) return 'postponed'
  if (NONE.test(near)) return AHEAD.test(`${before} ${after}`) ? 'cancelled' : 'denied'
  if (NOT_EXCLUDED.test(near) || NOT_EXCLUDED.test(after)) return 'possible'
  if (NO_WISH.test(near.slice(-45))) return 'refused'
  if (/(?:dément|ni(?:e|é|er)) [^,]{0,25}$/u.test(near)) return 'denied'
  if (/n['’](?:a|aura) pas (?:eu )?lieu|ne (?:s['’]est|se) (?:pas )?(?:tenu|tiendra)/u.test(after))
    return 'cancelled'
  // «a marché vingt minutes avec X, avant un tête-à-tête»
  if (BEFORE_IT.test(near) && PAST_VERB.test(before) && !AHEAD.test(before)) return 'done'
  if (IS_POSSIBLE.test(after)) return 'possible'
  if (PAST_ADJUNCT.test(near)) return AHEAD.test(before) ? 'planned' : 'done'
  if (MAYBE.test(near.slice(-45))) return 'possible'
  if (SET.test(near.slice(-45)) || SET.test(after.replace(/prochain\p{L}*/gu, '').slice(0, 70)))
    return 'planned'
  if (AHEAD.test(before)) return 'planned'
  return PRESENT_ADJUNCT.test(near) ? 'open' : 'done'
}
/** «la réunion maintenue, pas annulée» */
const isDenying = (near: string, after: string): boolean =>
  /(?:n['’]est pas|n['’]a pas été|pas été) annul/u.test(`${near} ${after}`)
/** «aucune rencontre», «pas de rencontre», «sans rencontre» */
const NONE = /(?:aucune? |pas (?:eu |rendu )?(?:de |d['’])?|(?:^|[^\p{L}])sans )$/u
const IS_POSSIBLE =
  /^[^.;]{0,80}(?:est (?:possible|envisagée?|à l['’]étude|souhaitée?)|pourrait (?:avoir lieu|se tenir))/u
const BEFORE_IT = /avant (?:une? |la |le |l['’]|sa |son |leur )(?:\p{L}+ )?$/u
const PAST_VERB =
  /(?:^|[^\p{L}])(?:a|ont|s['’]est|se sont) (?:\p{L}+ ){0,3}\p{L}+(?:é|ée|és|ées|i|u|is)(?!\p{L})/u
const PAST_ADJUNCT =
  /(?:à l['’]issue|après|au sortir|au terme|lors|au cours|à l['’]occasion|pendant|durant|suite à|consécutive? à|au lendemain|depuis)(?: d['’]| de | du | des | à | )?(?:une? |l['’]|la |le |les |son |sa |leur |leurs |cette |ce |cet |premi\p{L}+ |deux )*$/u
const PRESENT_ADJUNCT = /(?:^|[^\p{L}])(?:a|tient|ont|organise|est) (?:une? |l['’]|la |le |sa |son )$/u
