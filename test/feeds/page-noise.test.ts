// What a page shows and an article does not say, and the sentences that only look like it.
import { describe, expect, it } from 'vitest'
import { NOISE_LINES, noiseOfLine } from '../../src/feeds/noise-lines.ts'
import { NOISE_NAMES, noiseOfElement } from '../../src/feeds/page-noise.ts'
import { elementsOf, parsePage } from '../../src/feeds/page-tree.ts'

function elementOf(html: string) {
  const element = elementsOf(parsePage(html))[0]
  if (element === undefined) throw new Error('the test has no element')
  return element
}

describe('lines that are no text', () => {
  it.each(NOISE_LINES)(
    'row of $reason knows its own example « $example »',
    ({ reason, pattern, example }) => {
      expect(example).toMatch(pattern)
      expect(noiseOfLine(example)).toBe(reason)
    },
  )

  it.each([
    ['La Vigie avec AFP, publié le mardi 3 mars 2026 à 7h20', 'date', 'after a signature'],
    ['Par Anne Lorme Publié le 12/03/2025 à 10:15', 'date', 'glued to a signature'],
    ['Mis à jour le 3 février 2025 à 10h00', 'date', 'an update'],
    ['Publié hier à 18h', 'date', 'a relative day'],
    ["A lire aussi : l'hiver au port", 'links', 'no accent, straight apostrophe'],
    ['LIRE AUSSI - Le port en travaux', 'links', 'capitals and a dash'],
    ['>> Lire : la grève reconduite', 'links', 'arrows'],
    ['À voir aussi sur Le Phare :', 'links', 'a video'],
    ['Lire notre enquête : le port sans ferries', 'links', 'our inquiry'],
    ['© Jeanne Valmer / Le Phare', 'caption', 'a credit'],
    ['(©Le Phare / 12 mai 2025 10h24)', 'caption', 'a credit in brackets'],
    ['Photo d’illustration', 'caption', 'a bare caption'],
    ['Il vous reste 63.5% de cet article à lire. La suite est réservée aux abonnés.', 'paywall', 'a wall'],
    ['Partager', 'share', 'a button'],
    ['Envoyer par e-mail', 'share', 'another button'],
    ['PUBLICITÉ', 'advertisement', 'a label'],
    ['Tout accepter', 'consent', 'a banner'],
    ['Laisser un commentaire', 'comments', 'below an article'],
    ['Propos recueillis par Anne Lorme', 'signature', 'below an interview'],
    ['Article abonné', 'paywall', 'a label'],
    ['Dès 1 € par mois', 'paywall', 'a price'],
    ['Cet article vous est offert par Le Phare', 'paywall', 'a gift'],
    ['Offrir l’article', 'share', 'a gift to make'],
    ['Téléchargez notre application', 'share', 'an application'],
    ['Suivez Le Phare sur WhatsApp', 'share', 'a channel'],
    ['Cela pourrait vous intéresser', 'links', 'a heading'],
    ['Pour aller plus loin', 'links', 'another heading'],
    ['Passer la publicité', 'advertisement', 'a button'],
    ['Le maire, le 3 mars à Valmer. (JEANNE LORME / AFP)', 'caption', 'a credit behind a caption'],
    ['Le maire, le 3 mars 2026. | PHOTO : LE PHARE', 'caption', 'a credit behind a bar'],
    ['Illustration. LP/Jeanne Lorme', 'caption', 'initials of a paper'],
    ['Par Anne Lorme, à Valmer', 'signature', 'a place'],
    ['Envoyée spéciale à Valmer', 'signature', 'who was there'],
  ])('drops « %s » as %s', (line, reason, _why) => expect(noiseOfLine(line)).toBe(reason))

  it.each([
    ['Publié le 3 mars, le rapport conclut à une négligence.', 'a sentence that begins with a date'],
    ['Le décret a été publié le 3 mars 2024.', 'a sentence that ends with a date'],
    ['Le rapport, publié le 3 mars à Valmer, est sévère.', 'a date inside'],
    ['12 mai 2020', 'the title of a chronology'],
    ['Tous droits réservés, la marque reste à son créateur.', 'a clause'],
    [
      'Pour aller plus loin, il faudrait une loi, estime le sénateur.',
      'a clause that is a heading elsewhere',
    ],
    ['Offrir un livre reste un geste simple.', 'a gift that is told'],
    ['Créer un compte prend deux minutes, promet la banque.', 'an account that is told'],
    ['Le stade est réservé aux abonnés du club.', 'subscribers of a club'],
    ['Ce contenu a été vu un million de fois en deux jours.', 'a content that is told'],
    ['Par deux fois, le tribunal a refusé.', '«par» without a name'],
    ['Recevez vos proches sans vous ruiner, conseille-t-elle.', 'an advice'],
    ['Lire et écrire restent difficiles pour un élève sur dix.', 'an infinitive'],
    ['Voir aussi loin demande de la patience.', '«voir aussi» in a sentence'],
    ['À voir les visages, la soirée a été longue.', '«à voir» in a sentence'],
    ['Partager ce fardeau, c’est déjà l’alléger, dit-elle.', 'a sentence that begins like a button'],
    ['Recevez mes excuses, a écrit le maire.', 'a sentence that begins like an offer'],
    ['La Cnil inflige une amende à Valmer pour les cookies de son site.', 'an article about cookies'],
    ['Accepter cette offre serait une faute, dit le syndicat.', 'a sentence that begins like a banner'],
    ['La vidéo n’a pas été authentifiée.', 'a sentence about a video'],
    ['Chargement et déchargement sont interdits le dimanche.', 'a sentence that begins like a player'],
    ['Sans engagement clair du ministre, la grève continue.', 'a sentence that begins like an offer'],
    ['Premium, la marque de Valmer, ferme deux usines.', 'a brand'],
    ['Se connecter au réseau prend deux jours.', 'a sentence that begins like a button'],
    ['Photographe, il vivait à Valmer.', 'a word that begins like a credit'],
    ['Par ailleurs, le port restera fermé.', '«par» is not always a signature'],
    ['Commentaires et rumeurs vont bon train.', 'a sentence about comments'],
    ['Toute reproduction de l’œuvre demande l’accord de la famille.', 'a sentence about copies'],
    ['Illustration : en 2019, la commune avait déjà refusé.', 'a colon that is not a credit'],
    ['Les abonnés au gaz paieront davantage.', 'subscribers of another kind'],
    ['J’en profite pour remercier les pompiers.', 'a quotation'],
    ['« Facebook », a-t-elle répondu.', 'a network in a quotation'],
    ['► Les soins de base seront remboursés.', 'a bullet'],
    ['A'.repeat(301), 'too long for a label'],
  ])('keeps « %s »', (line, _why) => expect(noiseOfLine(line)).toBeUndefined())

  it('judges a hostile line at once', () => {
    const startedAt = performance.now()
    for (const piece of ['publié le 1 ', '1', 'Par A ', 'a ', 'lire ', '© ', '— ', '- ']) {
      noiseOfLine(`Publié le ${piece.repeat(300)}`.slice(0, 299))
      noiseOfLine(`Par ${piece.repeat(300)}`.slice(0, 299))
    }
    expect(performance.now() - startedAt).toBeLessThan(500)
  })
})

describe('elements that are no text', () => {
  it.each(NOISE_NAMES)('row of $reason knows its own example « $example »', ({ reason, example }) => {
    expect(noiseOfElement(elementOf(`<div class="${example}">x</div>`))).toBe(reason)
  })

  it.each([
    ['<nav>x</nav>', 'links', 'a menu'],
    ['<aside>x</aside>', 'links', 'a box'],
    ['<figcaption>x</figcaption>', 'caption', 'a caption'],
    ['<div role="dialog">x</div>', 'consent', 'a window'],
    ['<div style="display: none">x</div>', 'links', 'hidden by style'],
    ['<div hidden>x</div>', 'links', 'hidden'],
    ['<div class="ArticleShareBar">x</div>', 'share', 'names in camel case'],
    ['<div id="LireAussi">x</div>', 'links', 'an id'],
  ])('drops %s as %s', (html, reason, _why) => expect(noiseOfElement(elementOf(html))).toBe(reason))

  it.each([
    ['<p class="paragraph">x</p>', 'a paragraph'],
    ['<div class="publication-body">x</div>', '«publication» is not «pub»'],
    ['<div class="headline">x</div>', '«headline» holds «ad»'],
    ['<article class="post tag-newsletter category-pub">x</article>', 'classes that describe the article'],
    ['<body class="has-sidebar">x</body>', 'classes that describe the page'],
    ['<div class="sharepoint">x</div>', 'a longer word'],
  ])('keeps %s', (html, _why) => expect(noiseOfElement(elementOf(html))).toBeUndefined())
})
