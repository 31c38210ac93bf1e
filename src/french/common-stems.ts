// How common the everyday stems of French news are: a starting point before an archive has any statistics.
// Never complete: a stem that is missing here is rare, or a name.

/** Per thousand articles of general news that use the stem, by band. Counted over 8,800 articles, 2018–2020. */
const BANDS: readonly (readonly [perMille: number, stems: string])[] = [
  [
    264,
    `
    a-t-il ajout an anne annonc appel assur compt debut declar demand derni don egal estim etat expliqu fin
    franc gouvern grand homm indiqu jour lund mard ministr mois national not nouveau nouvel paris part pass
    person plac port precis premi present president pris rapport rest semain seul social
    `,
  ],
  [
    150,
    `
    1 10 15 2 20 3 30 affair affirm afp age ancien arret arriv avril beaucoup bon ca cas caus charg chef
    commun communiqu concern confirm conseil coronavirus cot coup cour decid depart devr dimanch direct doit
    droit effet emmanuel enfant enquet euros fac famill femm forc fort gard general group heur import inform
    janvi jeud jeun journal jug juillet juin lanc lieu macron mai mair mar matin mercred mesur million mis
    moment mond mort nombreux organis parisien pay point polic polit pouvoir prendr pres proch prochain
    propos publi public publiqu quatr question quotidien raison rappel republ respons retrouv revel samed
    sant servic situat soir sort soulign temp total trouv vendred vi vill voir vu
    `,
  ],
  [
    96,
    `
    11 12 13 14 16 17 18 19 2017 2018 2019 24 25 4 5 6 7 8 a-t-el accord accus activ actuel aid americain
    aout arme associ aupres autor bas cadr candidat centr chang chos cinq commenc condit confi confin
    continu control covid-19 cris dat decembr decis denonc deput dir dur econom ecrit elect elev engag
    ensembl equip er etabl europ europeen evoqu fais fait ferm fevri fil final fonction francais francois
    gen habit hopital interieur interrog invit journ justic laiss lign local loi malad malgr manifest march
    membr men mer minister mobilis montr mouv moyen nombr novembr nuit octobr ordre ouvert parl particip
    particuli pens personnel petit philipp plein polici possibl post pourr presidentiel press prevu
    principal problem projet pu rassembl realis region regl relat represent reseau respect rien risqu
    sanitair secur septembr ser sit souhait sourc suit sujet tent tet touch transport travail travaill twitt
    utilis ven veut victim video violenc vrai
    `,
  ],
  [
    69,
    `
    2016 21 22 23 26 27 28 50 9 abord accompagn accueil acte action agit alert aller apres-mid assembl
    attaqu atteint attend attent augment avanc avocat baiss besoin bfmtv bless campagn capital centain
    chiffr circul cit class collect condamn connu consider constat contact cre critiqu debat deced deces
    deplac deplor deuxiem dev different difficil diffus directeur dirig disposit dix dizain doivent dossi
    edouard elu elys emiss emploi entrepris epidem etats-un evit exempl exprim extrem fill fond form gilet
    grav haut histoir ide imag international interpel jaun judiciair just larg li limit livr loin lutt main
    maison major mal mani manqu marqu medi menac messag met minut mont municipal nicol niveau nom nord objet
    occas officiel oper origin pandem parfois parquet per period permet permettr pet plan popul porte-parol
    posit poursuiv pourt priv produit programm provoqu quitt racont rapid reag recherch recu reform refus
    relev rencontr rendr rendu rentr repons repris republicain resultat retour ru sais savoir second
    secretair sein sembl simpl situ six societ soutien souvent sud suiv surtout system tard tenu territoir
    tour train trait tu urgenc vis voitur zon
    `,
  ],
  [
    51,
    `
    100 2014 2015 2020 29 31 40 80 accept acces administr adress agenc agress air appliqu apport assist aur
    auteur autoris bilan bleu celebr certain chain chois christoph clair client coeur coler comment commiss
    compagn consequent corp coupl cout decouvert defens depos deroul destin detaill developp devenu dis
    domicil dout eau ecol ecolog effectu element elus enregistr entre entretien envoi esper etud even examen
    execut facon fer feu figur film financ franceinfo frapp gagn gauch grac guerr hauss immediat impos
    inquiet insist install intervent interview issu jou lev list long longu lr lrem marin masqu medecin
    meilleur metr milli mondial mot necessair noir normal object oblig observ occup oeuvr oppos outr ouvr
    pai parent partag passag patient patron pein perdu perm peut-etr plaint polem pos poursuit pratiqu
    precedent prefectur prend prepar presenc pret prison prix professionnel progress protect proteg puiss
    quarti recent reclam reconnu regard regional regret repondu reserv retrait reun reunion rol rout rtl
    scen secour secteur sen sent sept sign signal soupcon special syndicat telephon televis term terr test
    tir tomb tot tourn vehicul veil vent venu verit vient violent virus visit vit viv voi voix vol vot voul
    week-end
    `,
  ],
  [
    40,
    `
    2012 60 70 accident adopt affich agent aim amend analys anim appris argent arrond attendu avis bat bel
    blanch bord bureau chacun cherch choix chut citoyen civil colon commerc complet comport compr conduit
    conferent constitu consult contamin contest contrair crois deconfin democrat determin devoil difficult
    echang educ empech enqueteur enseign entendu entrain epoqu epous essai essentiel etranger etudi eventuel
    evident exist facebook fet financi fix gendarm ger gest grev holland hommag hospitalis identifi
    ile-de-fr impliqu initi institut interess internet justifi km laurent lendemain lettr liber libert libr
    lien lieux longtemp mandat medical milieu milit militair milliard mission moiti ndlr neanmoin opposit or
    ouvertur parlementair parol pen personnal peur pied pompi pourront pouss pouv prevoit probabl procedur
    procureur propag proposit propr realit reguli remont rend renforc repondr restaur reuss revanch reven
    revenu roug salari sall salu sol sondag star sub succes supplementair suscit suspect tel ten text titr
    tribunal troisiem tweet typ union uniqu vagu vert voisin voit voulu
    `,
  ],
  [
    33,
    `
    200 35 90 abandon absenc absolu acteur adapt adjoint allait amelior ami amis annul appui articl artist
    attendr aven avion bout britann bruno cach capac central cibl climat collabor collegu combat command
    compliqu conf confianc connaiss conserv consomm context cultur dang danger davantag degrad del discour
    disparit disparu distanc distribu donald dram ecart effect environ envisag episod espac evolu
    exceptionnel explos faibl faudr faut favor fermetur figaro format foul fronti futur gendarmer gener
    gestion gros hebdomadair heureux histor humain impact incident independ instant intent interdict interet
    invest jean-luc jet jeu kilometr leger log lourd lui-mem lyon magazin majeur marseil mati michel micro
    mme new numero obligatoir olivi orang ouest p pag physiqu pierr plateau plupart populair poursuivr
    prefer prefet pren pression preuv prevenu product professeur profit prom prononc proxim qualifi radio
    rar recommand referent relai remarqu remplac rendez-vous repond report restent retir saison sait
    sanction sarkozy sauv scientif sieg soign solut souten station strateg superieur surveil taux techniqu
    temoin terrain terror trafic transit traver trump univers usag vacanc valeur veulent veux viennent vigil
    visag vivr volont vouloir voyag yeux
    `,
  ],
]

/** Share of articles, 0 to 1, by stem. */
export const STEM_SHARES: ReadonlyMap<string, number> = new Map(
  BANDS.flatMap(([perMille, stems]) =>
    stems
      .trim()
      .split(/\s+/)
      .map((stem): [string, number] => [stem, perMille / 1000]),
  ),
)

/** What a stem that is not listed counts for: below the least common band. */
export const RARE_STEM_SHARE = 0.003
