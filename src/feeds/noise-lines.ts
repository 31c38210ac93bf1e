// Lines of an article page that are no text, read by their words: a small French list. Never drops a sentence of the article.
import type { NoiseReason } from './page-noise.ts'

interface LinePattern {
  readonly reason: NoiseReason
  /** Tested with plain spaces and curly apostrophes. */
  readonly pattern: RegExp
  /** A line as pages show it. */
  readonly example: string
}

/** What a line may hold that says only when: days, months, figures, small words. */
const DATE_WORD =
  '(?:le|la|à|a|de|du|ce|il|y|vers|et|par|heure|paris|aujourd|hui|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|' +
  'dimanche|lun|mar|mer|jeu|ven|sam|dim|janv(?:ier)?|f[ée]vr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[ûu]t|' +
  'sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|d[ée]c(?:embre)?|1er|\\d{1,4}|\\d{1,2}h\\d{0,2}|h|min|mn|minutes?|heures?|' +
  'jours?|semaines?|mois|ans?|gmt|utc|cest|cet|publiée?|mise?|jour|modifiée?|actualisée?|m[àa]j)'

/** `Publié le …` alone, after a signature and a mark, or after a signature with a capital of its own. */
const DATE_LINE = new RegExp(
  '^(?:[^.!?]{0,80}[,|·•(–—-] ?(?:publié|mis à jour|modifié|actualisé)|[^.!?]{0,80} (?:Publié|Mis à jour|Modifié)|' +
    '(?:[Pp]ubliée?|[Pp]osté|[Cc]réé|[Mm]is en ligne|[Mm]ise? à jour|[Mm]odifiée?|[Aa]ctualisée?|M[AÀ]J|' +
    'Dernière (?:mise à jour|modification)))' +
    `[ :]+(?:${DATE_WORD}(?:[ .,:;|/·•()’–—-]+|$))+$`,
  'u',
)

/** A day with an hour, `Lundi 3 février 2025 à 10h00`; a day alone may be the title of a chronology. */
const STAMP_LINE =
  /^(?:le )?(?:\p{L}+ )?(?:\d{1,2}|1er) ?(?:\/\d{1,2}\/|\p{L}{3,9}\.? )\d{4},? ?(?:à|[-–|•·])? ?\d{1,2} ?[:h] ?\d{0,2}$/iu

const DATE_LINES: readonly LinePattern[] = [
  {
    reason: 'date',
    pattern: DATE_LINE,
    example: 'Publié le lundi 3 février 2025 à 10h00, mis à jour à 11h15',
  },
  { reason: 'date', pattern: STAMP_LINE, example: 'Lundi 3 février 2025 à 10h00' },
  {
    reason: 'date',
    pattern:
      /^(?:(?:temps|durée) de lecture(?: estimée?)?|lecture) ?:? (?:environ )?\d+ ?(?:min(?:utes?)?|mn)\.?$/iu,
    example: 'Temps de lecture : 3 min',
  },
  { reason: 'date', pattern: /^\d+ ?(?:min(?:utes?)?|mn) de lecture$/iu, example: '3 min de lecture' },
]

const LINK_LINES: readonly LinePattern[] = [
  {
    reason: 'links',
    pattern:
      /^[ >»→➡▶►•*–-]*(?:[àa] )?(?:lire|relire),? (?:aussi|également|ailleurs|par ailleurs)(?!\p{L})/iu,
    example: 'À lire aussi : le port de Valmer attend ses ferries',
  },
  {
    reason: 'links',
    pattern:
      /^[ >»→➡▶►•*–-]*(?:[àa] )?(?:voir|revoir|(?:ré)?écouter|découvrir|regarder|retrouver),? (?:aussi|également)(?!\p{L}).*[^.]$/iu,
    example: 'Voir aussi notre carte des fermetures',
  },
  {
    reason: 'links',
    pattern:
      /^[ >»→➡▶►•*–-]*(?:[àa] )?(?:lire|relire|lisez|voir|revoir|voyez|(?:ré)?écouter|écoutez|regarder|regardez|retrouver)(?: (?:notre|nos|le|la|l’) ?\p{L}+)? ?:/iu,
    example: '>> Lire : la grève reconduite à Brisac',
  },
  { reason: 'links', pattern: /^>> ?\p{L}.*[^.]$/u, example: '>> Notre dossier sur la réforme' },
  {
    reason: 'links',
    pattern:
      /^(?:lire la suite|(?:en )?(?:lire|savoir|voir) plus|voir tous? les .{1,40}|lire l’article(?: complet| original)?|retour à l’accueil|haut de page|retour en haut(?: de (?:la )?page)?|afficher (?:tout|la suite))[ .…>»→]*$/iu,
    example: 'Lire la suite',
  },
  {
    reason: 'links',
    pattern:
      /^(?:sur le même (?:sujet|thème)|dans la même (?:rubrique|catégorie)|(?:articles?|contenus?) (?:liés?|associés?|similaires?|connexes?|recommandés?|sponsorisés?|précédents?|suivants?)|nos (?:derniers|autres) articles|(?:articles? )?les? plus (?:lus|vus|partagés)|vous (?:aimerez|pourriez aimer) aussi|(?:cela|ça) (?:peut|peuvent|pourrait) (?:aussi )?vous intéresser|plus d’articles|(?:à )?(?:lire|voir) (?:aussi|ensuite|également)|vidéos? (?:associée|liée|suivante)s?|en vidéos?|notre (?:sélection(?: d’articles)?|dossier)|pour aller plus loin|liens? utiles?|sur le web|à la une|à découvrir|sommaire|ailleurs sur le web)(?: ?:)?$/iu,
    example: 'Sur le même sujet',
  },
  {
    reason: 'links',
    pattern:
      /^(?:lire|relire|voir|écouter) (?:notre |nos |l’|le |la |les )(?:\p{L}+ )?(?:analyses?|articles?|chroniques?|critiques?|décryptages?|dossiers?|éditorial|éditoriaux|enquêtes?|entretiens?|infographies?|interviews?|portraits?|récits?|reportages?|tribunes?|vidéos?)(?: \p{L}+){0,2}$/iu,
    example: 'Lire notre décryptage',
  },
]

const SHARE_LINES: readonly LinePattern[] = [
  {
    reason: 'share',
    pattern:
      /^(?:partage[rz]|tweeter|imprimer|commenter|réagir|copier(?: le lien)?|lien copié|enregistrer|sauvegarder|envoyer|épingler|facebook|twitter|x|linkedin|whatsapp|messenger|telegram|pinterest|e-?mail|bluesky|threads|instagram|suivre|fermer|aller au contenu|menu|favoris|écouter|offrir|agrandir|afficher plus)(?: (?:cet |l’|cette |la |le )?(?:article|page|lien|info|actualité|vidéo|épisode|image|photo))?(?: (?:sur|par|via) [\p{L}\p{N}’ -]{1,30})?(?: ?:)?$/iu,
    example: 'Partager sur Facebook',
  },
  {
    reason: 'share',
    pattern:
      /^(?:partagez cet(?:te)? (?:article|info|page)|ajouter (?:à (?:mes|vos)|aux) (?:favoris|articles)|télécharge[rz] (?:notre|l’) ?appli(?:cation)?(?!\p{L})[^.]*$|suivez .{1,40} sur (?:google|whatsapp|facebook|instagram|x|linkedin|bluesky|youtube|tiktok)(?!\p{L})[^.]*$|ouvrir l’image|suivez[- ]nous|suivez (?:toute )?l’actualité|retrouvez[- ]nous|retrouvez toute l’actualité|rejoignez[- ]nous|abonnez-vous à notre (?:chaîne|page|compte))(?!\p{L})/iu,
    example: 'Suivez-nous sur Google Actualités',
  },
  {
    reason: 'share',
    pattern: /^(?:\d+ (?:partages?|vues?|j’aime|réactions?)|réagir \(\d+\))$/iu,
    example: '12 partages',
  },
  {
    reason: 'comments',
    pattern:
      /^(?:\d+|aucun|laisse[rz] un|poster un|ajouter un|écrire un|(?:voir|lire) les(?: \d+)?|les) commentaires?(?: \(\d+\))?$|^commentaires?(?: \(\d+\))?(?: ?:)?$/iu,
    example: '12 commentaires',
  },
  {
    reason: 'comments',
    pattern:
      /^(?:votre adresse e-?mail ne sera pas publiée|connectez-vous pour (?:commenter|réagir)|signaler (?:ce contenu|un abus|une erreur)|soyez le premier à (?:réagir|commenter))/iu,
    example: 'Soyez le premier à réagir',
  },
]

const OFFER_LINES: readonly LinePattern[] = [
  {
    reason: 'newsletter',
    pattern:
      /^(?:inscrivez[- ]vous|s’inscrire|je m’inscris|abonnez[- ]vous|recevez|recevoir|découvrez)(?!\p{L}).{0,120}(?:newsletters?|infolettres?|lettre d’information|lettre quotidienne|boîte (?:mail|de réception))/iu,
    example: 'Inscrivez-vous à notre newsletter',
  },
  {
    reason: 'newsletter',
    pattern:
      /^(?:(?:notre|la|nos) )?(?:newsletters?|infolettres?)(?: ?:)?$|^(?:votre (?:adresse )?e-?mail|merci pour votre inscription|je m’inscris|s’inscrire)(?: ?[:.])?$/iu,
    example: 'Votre adresse e-mail',
  },
  {
    reason: 'newsletter',
    pattern:
      /^(?:recevez (?:chaque|tous les|toutes les|gratuitement|le meilleur|l’essentiel|nos|notre)(?!\p{L})|ne manquez (?:aucune?|rien|pas)(?!\p{L}).{0,80}(?:newsletters?|infolettres?)|votre (?:adresse )?e-?mail est (?:collectée?|utilisée?))/iu,
    example: 'Recevez chaque matin l’essentiel de l’actualité',
  },
  {
    reason: 'newsletter',
    pattern:
      /^(?:en vous inscrivant, vous acceptez|vous pouvez (?:à tout moment )?vous désinscrire|votre adresse (?:e-?)?mail (?:est|sera) (?:uniquement )?utilisée)/iu,
    example: 'En vous inscrivant, vous acceptez nos conditions.',
  },
  {
    reason: 'paywall',
    pattern:
      /^(?:(?:cet article|l’article|ce contenu|article|contenu|la suite(?: de (?:cet |l’)article)?) (?:complet )?(?:est )?)?(?:exclusivement )?(?:réservée?|accessible) (?:exclusivement |uniquement )?(?:aux|à nos|pour les) abonnée?s/iu,
    example: 'Cet article est réservé aux abonnés.',
  },
  {
    reason: 'paywall',
    pattern:
      /^(?:il vous reste \d+(?:[.,]\d+)? ?% de (?:cet |l’)article|déjà abonnée? ?\?|pour lire la suite,|(?:abonnez|connectez)[- ]vous (?:pour (?:lire|accéder|continuer|poursuivre|profiter)|à partir de|dès)|créez (?:un|votre) compte (?:pour|gratuit)|accédez à (?:tous nos|l’intégralité de)|lire la suite de (?:cet |l’)article)/iu,
    example: 'Il vous reste 75 % de cet article à lire.',
  },
  {
    reason: 'paywall',
    pattern:
      /^(?:(?:article )?(?:abonnés?|premium)|sans engagement|offre découverte|(?:essayez|testez) gratuitement|profitez de (?:notre|nos|l’) ?offres?|j’en profite|j’accède|j’ai déjà un compte|(?:se|je me) connecter?|créer (?:un|mon) compte|s’abonner|je m’abonne|abonnez[- ]vous|(?:à partir de |dès )?\d+(?:[.,]\d+)? ?€ (?:le premier mois|par mois|\/ ?mois)(?: .{0,30})?|cet article (?:vous )?est offert(?: par .{1,40})?)[ !.]*$/iu,
    example: 'S’abonner',
  },
  {
    reason: 'advertisement',
    pattern:
      /^[- ]*(?:(?:passer la )?publicité|publicite|annonces?|pub|advertisement|(?:contenu )?sponsorisé)[- ]*$|^(?:la suite|(?:l’|cet |votre )article)(?: continue| se poursuit)? après (?:la|cette|une) (?:pub|publicité|annonce)/iu,
    example: 'La suite après cette publicité',
  },
]

const CONSENT_LINES: readonly LinePattern[] = [
  {
    reason: 'consent',
    pattern:
      /^(?:pour (?:afficher|voir|lire|regarder|écouter|accéder à) (?:ce|cette|le|la) \p{L}+.{0,40}(?:vous devez|veuillez|merci d|il faut|acceptez)|afin d’afficher (?:ce|cette) \p{L}+.{0,40}(?:vous|veuillez))/iu,
    example: 'Pour afficher ce contenu, vous devez accepter les cookies.',
  },
  {
    reason: 'consent',
    pattern:
      /^(?:(?:tout |j’)?(?:accepter?|refuser?)(?: (?:tout|et (?:fermer|continuer)|(?:les|mes) cookies))?|continuer sans accepter|(?:gérer|modifier|paramétrer) (?:mes|vos|les) (?:choix|préférences|cookies))[ .>→]*$|^(?:en cliquant sur .{1,40}cookies|ce contenu (?:est bloqué|n’est pas visible|n’a pas pu être chargé)|nous respectons votre vie privée|(?:nous|ce site) utilis(?:ons|e) des cookies|nos partenaires et nous|nous et nos partenaires)/iu,
    example: 'Continuer sans accepter',
  },
  {
    reason: 'player',
    pattern:
      /^(?:votre navigateur ne (?:supporte|prend|permet)|(?:la|cette) vidéo n’est (?:pas|plus) disponible|durée ?:|(?:écouter (?:l’|cet )article|écouter le podcast)[^.]{0,30}$|(?:lecteur (?:vidéo|audio)|(?:lire|voir|revoir) la vidéo|chargement(?: en cours)?|vidéo suivante|activer le son|plein écran|voir (?:le|ce) (?:tweet|post))[ .…]*$)/iu,
    example: 'Votre navigateur ne prend pas en charge la vidéo.',
  },
  { reason: 'player', pattern: /^\d{1,2}:\d{2}(?: ?[/|–-] ?\d{1,2}:\d{2})?$/u, example: '00:00 / 03:21' },
  {
    reason: 'player',
    pattern:
      /^(?:view this post on instagram|voir cette publication sur|une publication partagée par|a post shared by|pic\.twitter\.com|— .{1,80} \(@\w+\)|@\w+$)/iu,
    example: 'Une publication partagée par Le Phare (@lephare)',
  },
]

const CREDIT_LINES: readonly LinePattern[] = [
  {
    reason: 'caption',
    pattern:
      /^(?:légende$|\(?©|\(c\) ?\p{L}|crédits?(?: photos?| images?)? ?[:/©]|(?:photos?|images?)(?: d’(?:illustration|archives?))? ?(?:[:©/]|\(c\))|(?:illustrations?|vidéos?|infographies?|dessins?|archives?) ?©|légende ?:|ph\. ?\p{Lu})/iu,
    example: 'Crédit photo : Jeanne Valmer',
  },
  {
    reason: 'caption',
    pattern: /^.{0,250}(?:©|\| ?photos? ?:|\(?crédits?(?: photos?)? ?:)[^.!?]{0,80}$/iu,
    example: 'Le port de Valmer, mardi. © Jeanne Valmer / Le Phare',
  },
  {
    reason: 'caption',
    pattern:
      /^.{0,200}(?:^|[ (.])\p{Lu}[\p{Lu}.’-]+(?: \p{Lu}[\p{Lu}.’-]+)* ?\/ ?(?:AFP|REUTERS|AP|SIPA|GETTY(?: IMAGES)?|BELGA|KEYSTONE|MAXPPP|ABACA|EPA|ANP|HANS LUCAS|[\p{Lu}.’ -]{3,30})\)?$/u,
    example: 'Le maire de Valmer, mardi. JEANNE LORME / AFP',
  },
  {
    reason: 'caption',
    pattern:
      /^(?:(?:Photos?|Illustrations?|Images?)\.? )?(?:[A-Z]{2,8} ?\/ ?\p{Lu}[\p{L}.’-]+(?: \p{Lu}[\p{L}.’-]+){0,3}|\p{Lu}[\p{L}’-]+(?: \p{Lu}[\p{L}’-]+){1,3} ?\/ ?\p{Lu}[\p{L} ’-]{1,40})$/u,
    example: 'Jeanne Lorme / Le Phare',
  },
  {
    reason: 'caption',
    pattern:
      /^\(?(?:photos?|images?|illustrations?) (?:afp|reuters|ap|sipa|belga|keystone|epa|d’archives)\)?\.?$/iu,
    example: 'Photo AFP',
  },
  {
    reason: 'caption',
    pattern:
      /^(?:photo|image|illustration|vidéo|infographie)s?(?: d’(?:illustration|archives?))?\.?$|^.{0,120}\((?:photo|image)s? (?:d’(?:illustration|archives?)|(?:de )?\p{Lu}[^)]{1,60})\)\.?$/iu,
    example: 'Une rue de Valmer (photo d’illustration)',
  },
  {
    reason: 'caption',
    pattern:
      /^(?:tous droits (?:de reproduction )?réservés(?! ?,)|reproduction interdite|toute reproduction .{0,60}interdite|copyright ?[©:\d])/iu,
    example: 'Tous droits réservés.',
  },
  {
    reason: 'tags',
    pattern:
      /^(?:tags?|mots[- ]clés?|étiquettes?|(?:tags?|sujets?|thèmes?|mots[- ]clés?) associés?|thématiques?|catégories?|rubriques?|posté dans|classé dans) ?(?::.{0,200}[^.]|:?)$/iu,
    example: 'Mots-clés : port, ferries, Valmer',
  },
  {
    reason: 'signature',
    pattern:
      /^(?:[ÉéEe]crit |[Pp]ublié |[Rr]édigé |(?:Un |L’)?[Aa]rticle (?:de |écrit )?|Propos recueillis |Texte (?:et photos? )?)?(?:[Pp]ar|PAR) (?:(?:\p{Lu}[\p{L}.’-]*|la|de|du|le|et|avec|rédaction)(?:[ ,]+|$)){1,8}$/u,
    example: 'Par Anne Lorme',
  },
  {
    reason: 'signature',
    pattern:
      /^(?:[Pp]ar|PAR) \p{Lu}[\p{L}.’-]*(?: (?:\p{Lu}[\p{L}.’-]*|de|du|le|la|et))*, (?:à|en|au|aux) \p{Lu}[\p{L}’-]+(?: \p{Lu}[\p{L}’-]+)*$/u,
    example: 'Par Anne Lorme, à Valmer',
  },
  {
    reason: 'signature',
    pattern:
      /^(?:(?:notre )?(?:correspondante?|envoyée? spéciale?)(?: permanente?)? (?:à|en|au|aux|de|dans) \p{L}[\p{L} ’-]{2,40}|traduit (?:de l’|du )\p{L}+ par .{3,60}|cet article a été publié automatiquement.{0,40}|ce texte fait partie d(?:u|e la|’un) .{3,60})$/iu,
    example: 'Envoyée spéciale à Valmer',
  },
]

/**
 * The list. A pattern holds a whole line, or a beginning that no sentence of an article has.
 * Source: the furniture of French news sites and of WordPress, Drupal and SPIP themes, collected by hand.
 */
export const NOISE_LINES: readonly LinePattern[] = [
  ...DATE_LINES,
  ...LINK_LINES,
  ...SHARE_LINES,
  ...OFFER_LINES,
  ...CONSENT_LINES,
  ...CREDIT_LINES,
]

/** A longer line is text whatever its first words, in characters. By judgement: a link to an article shows its title and lead. */
const LINE_LIMIT = 300

/** Why a line is no text; undefined for text. */
export function noiseOfLine(line: string): NoiseReason | undefined {
  if (line.length > LINE_LIMIT) return undefined
  const plain = line
    .replaceAll(/[\s\u00A0\u202F]+/g, ' ')
    .replaceAll("'", '’')
    .trim()
  return NOISE_LINES.find(({ pattern }) => pattern.test(plain))?.reason
}
