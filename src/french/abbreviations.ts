// French abbreviations that end with a full stop, and words that open a sentence. Our own lists; never a rule.

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** A name always follows: the stop after these never ends a sentence. Case matters (`Me` is a lawyer). */
export const TITLES = words(`
M MM Mme Mmes Mlle Mlles Mr Mrs Ms Dr Drs Pr Prs Me Mgr Mgrs St Ste Sts Stes Cdt Cne Gal Gén Lt Sgt Adjt Capt
Cf cf mr mme mlle dr éd
`)

/** A number, a numeral or a letter follows: `art. 49`, `p. 12`, `3 sept. 2015`. Many are words of their own too. */
export const BEFORE_NUMBER = words(`
No Vol Art Chap Fig art al alin chap fig vol no nos n p pp par tél tel env ann annexe réf ref ch sect tit liv t v ibid max min
janv févr fév avr juil sept oct nov déc
`)

/** A name or a noun follows most of the time: the stop ends a sentence only before a word that opens one. */
export const BEFORE_NAME = words(`
av bd bld blvd boul fg pl rte prof Prof Col lieut Lieut ap apr env Jr Sr Inc Corp Ltd Cie Co Bros dir resp
ndlr NDLR Ndlr ex Ex vs hab dépt dép arr c-à-d id N.B sq suiv
`)

/** What stands after the dot of a domain name, capitals or not: `Booking.Com`. */
export const DOMAIN_ENDINGS = words(`
com fr org net html js jpg jpeg png gif pdf
`)

/** Longer abbreviations: a small letter after their stop goes on, while after any other word it is a slip. */
export const SHORTENED = words(`
prof dept dépt suiv resp trad coll univ suppl comp prés adjt chap fasc sept févr janv juil appt édit inéd impr
approx boul masc plur sing litt illustr invest orig anon ital angl allem ndlr temp catég arrond
`)

/** Names with a figure before their capital: `20Minutes`, `TV5Monde`. */
export const JOINED_TO_FIGURE = words('Minutes Monde')

/** Names that carry their own exclamation mark; the last word before it, folded. */
export const EXCLAIMED_NAMES = words('yahoo marche poste')

/**
 * Words that open a sentence and are hardly ever written with a capital inside one: pronouns, determiners,
 * prepositions, connectives. Lower case; an elided one (`L'`, `Qu'`) stands without its apostrophe.
 */
export const OPENERS = words(`
le la les l un une des du de d au aux ce cet cette ces c ça cela ceci celui celle ceux celles il ils elle elles on
nous vous je j tu mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs s se n ne ni non oui qui que qu
quoi quel quelle quels quelles quand comment pourquoi combien où mais et ou or donc car si à a après avant avec
chez contre dans depuis dès durant en entre grâce hors jusqu lors lorsqu lorsque malgré par parmi pendant pour
puis puisqu puisque quant sans sauf selon sous suite sur vers via afin ainsi alors aussi autre autres aucun aucune
beaucoup bien certains certaines chacun chacune chaque comme cependant désormais deux trois quatre cinq six sept
huit neuf dix également enfin ensuite environ face finalement hier aujourd demain ici là idem interrogé interrogée
interrogés invité invitée jamais justement loin maintenant même notamment outre parfois pas peu personne peut plus
plusieurs plutôt pourtant presque près quelque quelques quiconque quoiqu rien seul seule seuls seules surtout
tandis tant tel telle telles tels tous tout toute toutes toutefois toujours très trop voici voilà vu y premier
première deuxième troisième dernier dernière autant autour bref certes concernant contacté contactée côté
cité dimanche lundi mardi mercredi jeudi vendredi samedi début fin mi faute faut fort forte résultat
reste soit sinon total preuve précision rappelons né née âgé âgée situé située
lire
`)

/** Openers that stand only before an apostrophe. */
export const ELIDED = words('l d j s n c qu jusqu lorsqu puisqu')

/** Nothing ends after these small words: an ellipsis behind one of them is a pause. */
export const PAUSED = words('le la les un une de du des à au aux en et par pour avec')

/** Nouns that a title or a name follows: «dans l'émission Un jour ailleurs», «le journal La Gazette». */
export const ANNOUNCERS = words(`
émission émissions film films livre livres roman essai journal magazine site sites quotidien hebdomadaire mensuel
chaîne chaine groupe association collectif mouvement parti syndicat programme série feuilleton jeu restaurant
chanson titre tube album pièce spectacle sketch opération réseau saga trilogie tétralogie revue radio podcast
documentaire application plateforme société entreprise enseigne marque candidat députés liste agence fondation
festival exposition tableau poème conte nouvelle rapporte rapportent selon intitulé intitulée titré titrée baptisé
baptisée appelé appelée appelle appelait appellera appellerait intitule nommé nommée type duo trio compte page segment magazines hôtel bar café théâtre cinéma
pétition banderole prix club équipe navire bateau
`)
