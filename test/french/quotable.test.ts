// Which sentences can stand alone in front of a reader.
import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datelineLength, isHanging, isPointing, isProse, isWhole } from '../../src/french/quotable.ts'

const isQuotable = (sentence: string): boolean => isWhole(sentence) && isProse(sentence)

describe('isWhole and isProse', () => {
  it.each([
    ['a plain sentence', 'Le conseil municipal a voté le budget jeudi soir.'],
    ['a stop before the closing mark', 'Le maire a promis « une ville plus calme pour tous. »'],
    ['a question', 'Le gouvernement peut-il encore reculer sur ce texte ?'],
    ['a word that only begins like a byline', 'Par crainte des crues, le maire a fermé le pont.'],
    ['a figure first', '12 personnes ont été blessées dans cet accident de car.'],
    ['a brand with capitals inside', 'La société TikTok compte ouvrir un bureau à Lyon.'],
    ['a source behind «par»', 'Les images relayées par BFMTV montrent un pont à demi effondré.'],
    ['an agency named inside', "L'État aide l'Agence France-Presse (AFP) à ouvrir un bureau à Lyon."],
    ['a verb that only looks like a notice', '"Voir la ville sous la neige est une joie", dit le maire.'],
    ['an order inside a quotation', '"Regardez ce que le maire a fait", lance Anne Roy.'],
    ['proof by pictures', "Images à l'appui, le maire dénonce l'état des routes."],
    ['readers that a speaker has', '"Nous le devons à nos abonnés", répond le patron de la chaîne.'],
    ['an aside between dashes', 'Les élus -cinq femmes et un homme- ont voté le budget.'],
    ['an appointment', 'Le maire prépare-t-il le rendez-vous du mois de mai ?'],
    ['a day of publication inside a sentence', 'Publié le 3 mai, le rapport dénonce le prix des cantines.'],
    ['time gone by', 'Voici quelques semaines, le maire promettait encore un budget.'],
    ['two acronyms', 'La CGT et la SNCF ont repris leurs discussions à Lyon.'],
  ])('takes %s', (_reason, sentence) => {
    expect(isQuotable(sentence)).toBe(true)
  })

  it.each([
    ['a title without a stop', 'Le conseil municipal vote un budget en forte hausse'],
    ['a sentence cut off by a feed', 'Le conseil municipal a voté jeudi soir le budget…'],
    ['a sentence that begins in its middle', 'qui ont voté le budget de la ville jeudi soir.'],
    ['half of a quotation', "Le maire ne dit que ces mots : 'Le budget est voté.'"],
    ['too few words', 'Un budget voté.'],
    ['code', 'Le film film = new Film({ id: 3 }) commence ici même.'],
    ['an address', 'Le texte est à lire sur https://exemple.fr/budget dès ce soir.'],
    ['an account', 'Le maire @maire_de_lyon a voté le budget jeudi soir.'],
    ['a link to another article', 'Lire aussi : le conseil municipal vote enfin son budget.'],
    ['a caption', 'Photo : le maire devant la mairie de Lyon jeudi soir.'],
    ['a byline', 'Par Anne Roy, envoyée spéciale à Genève en Suisse.'],
    ['a film caption run into the text', 'Le budget est votépar BFMTV jeudi soir devant la mairie.'],
    ['an agency mark', 'Le conseil municipal a voté le budget jeudi soir (Belga).'],
    ['the sign-off of an agency', 'agences/jvia/kg.'],
    ['an hour of a live page', '14h03. Le cortège a quitté la mairie sous la pluie.'],
    ['an item of a list', '- Le conseil municipal a voté le budget jeudi soir.'],
    ['a round hour of a live page', '15h. Le cortège a quitté la mairie sous la pluie.'],
    ['an arrow before an item', '► Le conseil municipal a voté le budget jeudi soir.'],
    ['a list run in', 'Le maire demande : - de voter le budget- de fermer le pont.'],
    ['a label and its figure', 'Coût estimé du chantier de la ville : 11 milliards en tout.'],
    ['a sentence that begins in brackets', '(Le maire) a voté le budget de la ville jeudi soir.'],
    ['a question of an interview', 'Q : Le conseil municipal a-t-il voté le budget jeudi ?'],
    ['two sentences glued', 'Le conseil a voté le budget.Le maire est parti avant la fin.'],
    ['a word against a comma', 'Le conseil municipal,dans son entier, a voté le budget.'],
    ['a title in capitals', 'LE CONSEIL MUNICIPAL VA-T-IL VOTER LE BUDGET ?'],
    ['a title in capitals run in', 'UN BUDGET TRÈS SERRÉ Le conseil municipal a voté jeudi soir.'],
    ['a note of a survey', 'Sondage réalisé en ligne les 2 et 3 mai auprès de 1.002 personnes.'],
    ['the method of a survey', "La représentativité de l'échantillon est assurée par des quotas."],
    ['the mark of a note', 'Selon un sondage Elbe* pour la ville, le budget déplaît.'],
    ['a date of update', 'Mis à jour le lundi 3 mai 2021 à 14h05.'],
    ['an invitation', 'Retrouvez tous les résultats du vote dans votre commune.'],
    ['an invitation to subscribe', "Inscrivez-vous à la lettre du maire dès aujourd'hui."],
    ['a page that announces', 'Voici ce que contient le budget de la ville.'],
    ['a question to the reader', "Partagez-vous l'avis du maire sur le budget ?"],
    ['a page that offers', 'La rédaction vous propose de revoir le débat du conseil.'],
    ['a page that names itself', 'Tous les résultats du vote sont sur notre site.'],
    ['what stands above', 'Le maire parle du budget dans la vidéo ci-dessus.'],
    ['a notice on cookies', 'Nous utilisons des cookies pour mesurer les visites de la page.'],
    ['what a subscriber reads', 'La suite de cet article est réservée aux abonnés.'],
    ['an embedded message', 'Une publication partagée par le maire de Lyon ce jeudi.'],
    ['rights', 'Tous droits réservés, sauf accord écrit du journal.'],
    ['where the author writes from', 'De notre correspondante à Genève pour le journal du soir.'],
    ['a lost character', 'Le conseil municipal a vot\uFFFD le budget jeudi soir.'],
    ['half a character', 'Le conseil municipal a voté \uD83D le budget jeudi soir.'],
    ['an emoji', 'Le conseil municipal a voté le budget jeudi soir 🎉 !'],
    ['HTML left in', 'Le conseil <b>municipal</b> a voté le budget jeudi soir.'],
    ['an entity left in', 'Le conseil municipal&nbsp;a voté le budget jeudi soir.'],
  ])('refuses %s', (_reason, sentence) => {
    expect(isQuotable(sentence)).toBe(false)
  })
})

describe('isHanging', () => {
  it.each([
    ['a pronoun first', 'Il a voté le budget jeudi soir.'],
    ['a pronoun first inside marks', '"Elle a voté le budget", selon Paul.'],
    ['a connective first', 'En revanche, le maire a voté le budget.'],
    ['a clause with a pronoun first', "Lorsqu'elle est arrivée, le vote était clos."],
    ['a speaker named before', '"Le budget est voté", a-t-il ajouté.'],
    ['a source named before', 'Le budget serait voté dès jeudi, selon lui.'],
    ['someone named before', 'La mère de ce dernier a voté le budget.'],
    ['an aim told before', 'Pour cela, le maire a voté le budget.'],
    ['one side of two', 'De son côté, le maire a voté le budget.'],
    ['a person told before', 'Comme lui, le maire a voté le budget.'],
    ['some of those told before', "Certains d'entre eux ont voté le budget."],
    ['one of what was told', 'Une partie de ces élus a voté le budget.'],
    ['a label that answers', 'Conséquence : le maire a voté le budget.'],
    ['a consequence', "C'est pourquoi le maire a voté le budget."],
    ['a reserve', "Sauf qu'un maire a voté le budget."],
    ['another one before', 'Le maire a lui aussi voté le budget jeudi soir.'],
    ['a contrast', 'Le maire votera quant à lui le budget jeudi soir.'],
  ])('sees %s', (_reason, sentence) => {
    expect(isHanging(sentence)).toBe(true)
  })

  it.each([
    ['a name first', 'Anne Roy a voté le budget jeudi soir.'],
    ['a word that only begins like a pronoun', 'Ilhan Omar a voté le budget jeudi soir.'],
    ['a question', 'Le maire a-t-il voté le budget ?'],
    ['the last of a series', 'Le vote a eu lieu au cours de ces dernières semaines.'],
    ['an aim inside the sentence', 'Pour un seul article, dit le maire, il fallait voter.'],
    ['a side that is named', 'De nombreux élus ont voté le budget de leur côté.'],
    ['an epoch that is named', 'À cette époque de l’année, le maire vote le budget.'],
    ['a word that only begins so', 'Brefs échanges entre élus avant le vote du budget.'],
  ])('leaves %s', (_reason, sentence) => {
    expect(isHanging(sentence)).toBe(false)
  })
})

describe('isPointing', () => {
  it('sees a demonstrative first', () => {
    expect(isPointing('Cette décision a surpris les élus.')).toBe(true)
    expect(isPointing('Césaire a surpris les élus.')).toBe(false)
  })
})

describe('datelineLength', () => {
  it.each([
    ['PARIS (AFP) — Le maire vote.', 14],
    ['Genève, 3 mai (ats) - Le maire vote.', 22],
    ['14h03. Le cortège part.', 7],
    ['14:03 - Le cortège part.', 8],
    ['(Belga) - Le maire vote.', 10],
    ['Alger, APS - Le maire vote.', 13],
    ['DAKAR, le 3 mai 2021 (APS) – Le maire vote.', 29],
    ['MONTRÉAL — Le maire vote.', 11],
    ['TRIBUNE - Le maire vote.', 10],
    ['INFO LE SOIR : le maire vote.', 15],
    ['SNCF : la grève cesse.', 0],
    ['Le maire vote - enfin.', 0],
    ['Le maire (PS) vote le budget.', 0],
  ])('%s', (sentence, length) => {
    expect(datelineLength(sentence)).toBe(length)
  })
})

const isRead = (text: string): boolean => {
  const flags = [isWhole, isProse, isHanging, isPointing].map((reads) => reads(text))
  return datelineLength(text) <= text.length && flags.length === 4
}

describe('any string', () => {
  it('is read without a failure and a dateline stands inside it', () => {
    expect(() => assert(property(string({ unit: 'binary', maxLength: 300 }), isRead))).not.toThrow()
  })

  it.each([
    'a',
    'A',
    'A ',
    '«',
    '"',
    '. ',
    '- ',
    'vous ',
    'par B',
    '-vous ',
    'M. ',
    'ABCD ',
    '\uD83D',
    '(AFP',
  ])('of a hundred thousand characters is read in time: %j', { retry: 2 }, (unit) => {
    const text = unit.repeat(100_000 / unit.length)
    const before = process.cpuUsage()
    for (const reads of [isWhole, isProse, isHanging, isPointing, datelineLength]) reads(text)
    expect(process.cpuUsage(before).user).toBeLessThan(500_000)
  })
})
