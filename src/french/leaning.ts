// Whether a sentence leans on what stood before it in its own article: a pronoun, «cet homme», «également». Stricter than
// `isHanging`: for a sentence that is shown behind one of another article. Never ranks.

const START = String.raw`^["«“(\s]*`

/** Counted without being named: «Deux ont été libérés.», «Toutes les six…», «Certains», «L’un d’eux». */
const UNNAMED = new RegExp(
  `${START}(?:(?:tou(?:te)?s(?: les \\p{L}+)?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|certaine?s|plusieurs|beaucoup|aucune?|chacune?|d['’]autres|l['’]une?|les deux|les autres|la plupart)(?: (?:d['’]entre (?:eux|elles)|d['’](?:eux|elles)))? (?:l['’]|n['’]|s['’]|y |en |se |ne |les? |la )*(?:a|ont|est|sont|avai(?:t|ent)|étai(?:t|ent)|ser(?:a|ont)|aur(?:a|ont)|serai(?:t|ent)|doi(?:t|vent)|peu(?:t|vent)|devrai(?:t|ent)) )`,
  'iu',
)

/** «C’était sans doute l’un des plus émus»; not «C’est à Valmer que…», which only stresses. */
const SHOWN = new RegExp(
  `${START}(?:c['’](?:est|était)|ce (?:sont|fut|furent|sera)|cela|ça) (?!.* qu(?:e|i|['’]))`,
  'iu',
)

/** Adds to something that was said: «ont aussi dénoncé», «ont ensuite gagné». */
const ADDING =
  /(?<![\p{L}-])(?:(?:ensuite|par la suite)(?<!d['’]abord .{0,200})|aussi(?! bien| longtemps| vite| important)|également|en outre|donc|par ailleurs|à son tour|à leur tour|en revanche|cependant|toutefois|néanmoins|pourtant|autre part|ci-dessus|susmentionnée?s?|précitée?s?)(?![\p{L}-])/iu

/** «cet animateur», «ces intrusions»; not «ce lundi», «cette semaine», «ces derniers jours», «ce que». */
const POINTED =
  /(?<![\p{L}-])(?:ce|cet|cette|ces) (?!qu|qui|dont|sont|n['’]|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|midi|soir|jour|mois|week-end|printemps|été|automne|hiver|semaine|année|nuit|après-midi|matinée|soirée|siècle|derniers? (?:jours?|mois|semaines?|années?|heures?)|dernières? (?:jours?|mois|semaines?|années?|heures?|nuits?)|1er|\d{1,2}(?:er)? )\p{Ll}/iu

/** Somebody or something put in place of a pronoun: «l’avait promis», «leur a répondu», «lui a été retiré», «y voit». */
const OBJECT =
  /(?<!qui |que |dont |où |(?:il|elle|on|nous|je)s? )(?<![\p{L}-])(?:l['’](?:a|ai|ont|avai(?:t|ent)|aur(?:a|ont)|aurai(?:t|ent)) \p{Ll}+(?:é|i|is|it|u)e?s?(?!\p{L})|(?:lui|leur) (?:a|ont|avai(?:t|ent)|est|sont|étai(?:t|ent)) )/iu

/** Third person: «il a dit» where nobody was named before. Not «il y a», «il faut», «il s’agit». */
const SUBJECT =
  /(?<![\p{L}])(?:qu['’]|lorsqu['’]|puisqu['’]|s['’])?(?:ils?|elles?)(?= )(?! (?:n['’]|ne )?(?:y (?:a|avait|aura|aurait)|faut|faudra(?:it)?|fallait|s['’]agit|s['’]agissait|est (?:\p{Ll}+ment )?(?:question|possible|probable|interdit|temps|nécessaire|difficile|impossible|important|trop tôt|prévu)|pleu(?:t|vait)|vaut|semble|suffit|reste|fait))|(?<=-t?-?)(?:ils?|elles?)(?![\p{L}])/giu
/** «ses propos», «leur retour»; «lui-même». */
const POSSESSIVE = /(?<![\p{L}-])(?:son|sa|ses|leurs?|celui|celle|ceux|celles|lui|eux)(?=[ -])/giu

/** A name or a noun phrase as subject: what a pronoun behind it may stand for. */
const NAMED = /(?:^|[ ('’«"“])(?:\p{Lu}[\p{L}’'-]+)/gu
const DETERMINED = /(?:^|[ ("«“])(?:l['’]|la |les? |une? |des |du |au |aux |de la |de l['’])["«“]?\p{L}{3,}/iu

/** What is quoted is shorter: 120 words at most. */
const MOST_READ = 1500

/** Whether a reader who did not see the sentence before would ask who or what is meant. */
export function leansBack(whole: string): boolean {
  const sentence = whole.slice(0, MOST_READ)
  if (
    UNNAMED.test(sentence) ||
    SHOWN.test(sentence) ||
    ADDING.test(sentence) ||
    POINTED.test(sentence) ||
    OBJECT.test(sentence)
  )
    return true
  return [SUBJECT, POSSESSIVE].some((expression) =>
    Array.from(sentence.matchAll(expression)).some(
      ({ index }) => !isNamedBefore(sentence, index, expression === SUBJECT),
    ),
  )
}

/** «Dans son bulletin, Météo France…»: an opening phrase up to its comma. */
const OPENING_PHRASE =
  /^["«“(\s]*(?:dans|lors|de|du|des|à|a|au|aux|pour|selon|avec|après|avant|depuis|en|sur|sous|par|d['’]après|devant|face|suite|interrogée?s?|invitée?s?|entendue?s?|\p{L}+ée?s?)(?![\p{L}])[^,]{2,120},\s+/iu
/** «Ancien avocat devenu maire de Valmer, il…», «Fille de pêcheurs, elle…»: says of the subject what he is. */
const APPOSITION =
  /^["«“(\s]*(?:ancien(?:ne)?|natif|native|originaire|né|née|fils|fille|membre|proche|figure|fondat(?:eur|rice)|direct(?:eur|rice)|président|présidente|chef|cheffe|élu|élue|devenu|devenue|connu|connue|venu|venue|issu|issue|auteur|autrice|avocat|avocate|député|députée|militant|militante|héritier|héritière)s? [^,]{2,120},\s+(?=(?:ils?|elles?) )/iu
/** «Selon Claire Valmont, elle…»: whom it names may be meant. */
const SPEAKER_PHRASE = /^["«“(\s]*(?:selon|pour|d['’]après|interrogée?|invitée?|entendue?)(?!\p{L})/iu
const FIRM_SUBJECT = /^["«“]?(?:\p{Lu}|les? |la |l['’])/u

/**
 * Whether somebody or something stands before a pronoun that it may mean; a lone first capital may be any word. In an
 * opening phrase a pronoun means the subject behind it, and what the phrase itself names is not the subject.
 */
function isNamedBefore(sentence: string, at: number, isSubject: boolean): boolean {
  const opening = (APPOSITION.exec(sentence) ?? OPENING_PHRASE.exec(sentence))?.[0].length ?? 0
  if (at < opening) return FIRM_SUBJECT.test(sentence.slice(opening))
  const before = sentence.slice(0, at)
  const from = isSubject && !SPEAKER_PHRASE.test(sentence) ? opening : 0
  const names = Array.from(before.matchAll(NAMED)).filter(({ index }) => index > 1 && index >= from - 1)
  return names.length > 0 || DETERMINED.test(before.slice(opening))
}
