// Pages in the shapes that French sites have, for the tests of extraction. Publishers, names and texts are invented.

export const URL = 'https://www.lephare.example/valmer/budget-2025?utm_source=flux'

export const LEAD =
  'Après six heures de débat, les élus de Valmer ont adopté un budget en hausse de 4 %, sans l’opposition.'
export const FIRST =
  'Le conseil municipal de Valmer a adopté mardi soir son budget pour 2025, par 23 voix contre 10.'
export const SECOND =
  'La maire, Jeanne Corvin, a défendu « un effort pour les écoles », qui recevront 2,1 millions d’euros de plus que l’an passé.'
const TITLE_INSIDE = 'Une dette qui inquiète'
export const THIRD =
  'L’opposition, elle, s’alarme de la dette, passée en un an de 31 à 38 millions d’euros, selon les chiffres de la ville.'
export const FOURTH =
  '« Nous paierons demain ce que nous dépensons aujourd’hui », a regretté son chef de file, Luc Abadie.'
export const TEXT = [FIRST, SECOND, TITLE_INSIDE, THIRD, FOURTH].join('\n\n')

const MENU = `<header class="site-header"><nav><ul>${['Accueil', 'Valmer', 'Sports', 'Météo'].map((name) => `<li><a href="/x">${name}</a></li>`).join('')}</ul></nav></header>`
const FOOTER =
  '<footer class="site-footer"><p>Le Phare de Valmer, journal indépendant depuis 1923. Mentions légales et contacts.</p></footer>'

export const page = (head: string, body: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8">${head}</head><body class="has-sidebar no-comments">${MENU}${body}${FOOTER}</body></html>`
export const jsonLd = (data: object): string =>
  `<script type="application/ld+json">${JSON.stringify(data)}</script>`
export const paragraphsOf = (text: string): readonly string[] => text.split('\n\n')

export const WORDPRESS = page(
  `<title>Valmer vote son budget - Le Phare de Valmer</title>
   <link rel="canonical" href="/valmer/budget-2025"><meta property="og:site_name" content="Le Phare de Valmer">
   <meta property="og:title" content="Valmer vote son budget - Le Phare de Valmer"><meta property="og:description" content="Après six heures de débat, les élus de Valmer ont adopté un budget [&hellip;]">
   ${jsonLd({
     '@graph': [
       { '@type': 'WebSite', name: 'Le Phare' },
       {
         '@type': 'Article',
         headline: 'Valmer vote son budget',
         datePublished: '2025-03-11T21:40:00+00:00',
         author: { '@id': '#a' },
       },
       { '@type': 'Person', '@id': '#a', name: 'Anne Lorme' },
     ],
   })}`,
  `<div id="content" class="site-content sidebar-right"><article class="post-81 post type-post category-valmer tag-newsletter">
     <header class="entry-header"><h1 class="entry-title">Valmer vote son budget</h1><div class="entry-meta"><span class="posted-on">11 mars 2025</span> par Anne Lorme</div></header>
     <div class="entry-content"><p><strong>${LEAD}</strong></p><div class="sharedaddy"><h3>Partager :</h3><ul><li><a href="#">Facebook</a></li></ul></div>
     <figure class="wp-caption"><img src="a.jpg" alt=""><figcaption>La mairie de Valmer. © Paul Vidal</figcaption></figure>
     <p>${FIRST}</p><p>Lire aussi&nbsp;: <a href="/y">Les écoles de Valmer en chantier</a></p><p>${SECOND}</p><h2>${TITLE_INSIDE}</h2><p>${THIRD}</p>
     <div class="inread-newsletter"><p>Recevez chaque matin la newsletter du Phare, avec toute l’actualité de Valmer et de sa région.</p></div><p>${FOURTH}</p></div>
     <footer class="entry-footer">Étiqueté <a href="#">budget</a></footer></article>
     <div id="comments" class="comments-area"><h2>2 commentaires</h2><p>Encore des impôts, comme si nous n’en payions pas assez, c’est une honte pour notre ville et ses habitants.</p></div>
   <aside class="widget-area"><p>Les plus lus de la semaine : le port, la plage, le marché, et la météo des prochains jours à Valmer.</p></aside></div>`,
)

export const DRUPAL = page(
  `<title>Valmer vote son budget | Radio Corvane</title><meta name="dcterms.date" content="2025-03-11T22:40+01:00"><meta name="description" content="${LEAD}">`,
  `<main role="main"><div class="region region-content"><div class="node node--type-article node--view-mode-full"><h1 class="page-header"><span>Valmer vote son budget</span></h1>
   <div class="submitted">Par <span class="field--name-uid">Anne Lorme avec AFP</span></div><div class="field field--name-field-chapo">${LEAD}</div>
   <div class="field field--name-body"><div class="field__item"><p>${FIRST}</p><p>${SECOND}</p><p><strong>${TITLE_INSIDE}</strong></p><p>${THIRD}</p><p>${FOURTH}</p></div></div>
   <div class="field field--name-field-tags"><div class="field__label">Thématiques</div><a href="/t">Valmer</a></div></div></div></main>`,
)

export const MICRODATA = page(
  '<title>Valmer vote son budget</title>',
  `<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">Valmer vote son budget</h1><meta itemprop="datePublished" content="2025-03-11T22:40:00+01:00">
   <span itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">Anne Lorme</span></span>
   <div itemprop="articleBody"><p class="date">Anne Lorme avec AFP, publié le mardi 11 mars 2025 à 22h40</p><b>${LEAD}</b><br><br>${FIRST}<br><br>
   ${SECOND}<br /><br /><b>${TITLE_INSIDE}</b><br>${THIRD}<br><br><script>play("vidéo")</script>${FOURTH}</div></div>
   <div itemscope itemtype="http://schema.org/NewsArticle"><span itemprop="headline">Un autre article</span><meta itemprop="datePublished" content="2024-01-01"></div>`,
)

export const BARE = `<title>Valmer vote son budget</title><article><h1>Valmer vote son budget</h1><p>${FIRST}<p>${SECOND}<h2>${TITLE_INSIDE}</h2><p>${THIRD}<p>${FOURTH}</article>`

export const BOXES = page(
  `<title>Valmer vote son budget</title><meta property="og:title" content="Valmer vote &amp;quot;son&amp;quot; budget"><meta property="article:published_time" content="2025-03-11T22:40:00+01:00">`,
  `<main><article class="article"><h1>Valmer vote "son" budget</h1><p class="article__chapo">${LEAD}</p><div class="article__toolbar"><button>Écouter</button><span>3 min de lecture</span></div>
   <div class="article__body"><p>${FIRST}</p><aside class="box"><h3>Le budget en bref</h3><p>En 2024, la ville de Valmer avait dépensé 118 millions d’euros, dont 40 pour son personnel.</p></aside><p>${SECOND}</p>
   <div class="gallery"><ul><li>Photo 1 : la salle du conseil, remplie comme rarement un soir de semaine.</li><li>Photo 2 : la maire à la tribune.</li></ul></div>
   <h2>${TITLE_INSIDE}</h2><div class="video-player"><p>Lecteur vidéo : le débat en images, à revoir en intégralité sur notre site.</p></div>
   <p>${THIRD}</p><blockquote class="twitter-tweet"><p>Budget adopté, merci aux élus.</p>— Ville de Valmer (@valmer) 11 mars 2025</blockquote>
   <p><a href="/z">Notre enquête sur la dette de Valmer</a></p><p>${FOURTH}</p><p>(Belga)</p></div></article></main>`,
)

export const PAYWALLED = page(
  `<title>Valmer vote son budget</title>${jsonLd({ '@type': 'NewsArticle', headline: 'Valmer vote son budget', isAccessibleForFree: false, articleBody: TEXT.replaceAll('\n\n', '') })}`,
  `<article><h1>Valmer vote son budget</h1><div class="content"><p>${FIRST}</p><p>${SECOND}</p></div><div class="paywall"><p>Il vous reste 70 % de cet article à lire.</p><p>La suite est réservée aux abonnés. Profitez de notre offre à un euro par mois, sans engagement.</p></div></article>`,
)

export const LIVE = page(
  `<title>Tempête sur Valmer : le direct</title>${jsonLd({
    '@type': 'LiveBlogPosting',
    headline: 'Tempête sur Valmer : le direct',
    datePublished: '2025-03-11T06:00:00+01:00',
    liveBlogUpdate: [
      { '@type': 'BlogPosting', headline: 'Le port ferme', articleBody: `<p>${FIRST}</p><p>${SECOND}</p>` },
      { '@type': 'BlogPosting', articleBody: `<p>${THIRD}</p>` },
    ],
  })}`,
  `<main><h1>Tempête sur Valmer : le direct</h1><div class="live"><div class="live-post"><time>14:02</time><h3>Le port ferme</h3><p>${FIRST}</p><p>${SECOND}</p></div><div class="live-post"><time>13:40</time><p>${THIRD}</p></div></div></main>`,
)

export const GLUED = page(
  `<title>Valmer vote son budget</title>${jsonLd({ '@type': 'NewsArticle', headline: 'Valmer vote son budget', datePublished: '2025-03-11T22:40:00+01:00', articleBody: (TEXT + TEXT.replaceAll('a ', 'avait ')).replaceAll('\n\n', '') })}`,
  `<main><h1>Valmer vote son budget</h1><section class="c-body">${[...paragraphsOf(TEXT), ...paragraphsOf(TEXT.replaceAll('a ', 'avait '))].map((text) => `<div class="c-p">${text}</div>`).join('')}</section></main>`,
)
