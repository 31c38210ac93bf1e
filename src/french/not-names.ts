// Capitalised words of French news that name no person: institutions, media, firms, peoples. Our own lists, folded.

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** A run of capitals with one of these in it is no person. */
export const NOT_NAMES = words(`
academie academy accord accords action affaires afrique-france afp agence agences agriculture agroalimentaire air airbnb airbus airlines
airways alliance alternatives alzheimer amazon america american americain americaine americaines americains anglais
anglaise anglaises ansm antenne apple arabe arabes arc arcom armada armee armees arabie arte asean assemblee
assises association assurance assurances atlantique attac audiovisuel auchan australien australiens autolib
autorite avenir award awards azur bac balkans bank banque bar basse bataclan beach belge belges belgique belga
best bfm bfmtv bibliotheque big bis black blacks bleu bleue bleues bleus blue board boeing boulevard bourse brexit brigade
britannique britanniques broadway budget bundestag bureau business cabinet caisse canal canadien canadiens
canard caf cap capital capitale capitole caraibe carrefour casino catalans catholique ceinture cellule cent center
centrale centre centres central cesars chaine challenges chambre chambres champions championnat champs charlie-hebdo chateau chinois
chinoise chretiens cinema citroen city civil closer club clubs cnews cnn code cohesion coalition college collectif
collectivites com comite commission commissariat communaute communautes commune compagnie company comptes
concorde confederation conference congres conseil consortium consulting constitution constitutionnel convention
convention-cadre corp corporation corps cop coupe cour couronne covid covid-19 cpi creation credit croix croix-rouge culture daech daesh
daily dassault davis debout declaration defense defenseur delegation democrate democrates democratic
democratie departement departements depeche derby desk deutsche developpement diesel dieu digital dinard direct direction
disneyland disney division docks droit droite droits dupont-de-nemours eau echos ecole ecologie ecologistes ecologique economie
economic editions edf education egalite eglise elite elysee elysees elyseesl emirates emirati enfance enfants
engie enseignement entreprise entreprises environnement equipe espace espagnol espagnols essai essonnien est etat etats europeen
europeenne europeennes europeens europa europol eurostar eurovision euro express facebook faculte faso fashion federal
federation femmes ferrari festival fete figaro film films finance finances flash fnac fondation fonds foot football
force forces formule forum foundation fox francais francaise francaises france-presse franceinfo franciliens france-info free
front futur futuroscope gala galaxy galeries game games garde gardes gauche gazette gendarmerie generation generations
genie genes gilets girl girls global gold golden good google gouvernement grand grande grands grec grecs green greenpeace grenelle
groupe group guardian guerre halloween hall harley haut haute hautes hebdo hexagone high hiver histoire hollywood
home homme hommes honneur hopital hopitaux horizons hot hotel house huffpost humanite hydro ifop immigration
imperial inc inde independant industrie info informations ingenieur initiative insee inserm insoumis insoumise inspection
instagram institut institute institution instruction intelligence inter interieur interministeriel intermarche international internationale
internet iranien iraniens irlandais islam islamique islamiste israelien israeliens italien italienne italiens jardin jardins japonais jaune jaunes jazz
jdd jeunes jeunesse jeu jeux journal journee journees juif juifs jury justice justices kremlin kurdes label laboratoire
lac lancet league leclerc legion liberation liberte libertes libre libanais ligue ligues lille-metropole live livret logement
loi lois london lubrizol lune lycee mac mafia mairie maison maisons maladie manche-ouest manif marche marches marine-nationale marianne-tv marseillais
marseillaise masters match matin media mediapart medias mediateur mediterranee medef mer metropole meteo meteo-france
metro michelin microsoft midi ministere mission miss-france mobilites modem monde mondial mont monument
mosquee mouvement multi musee museum music musulmans nasa nation national nationale nationales nations nato nature navigo
nazi nazie nazis netflix neo new news next night nike nissan nobel noel nord nord-est nord-ouest nouveau nouvel nouvelle nouvelles novembre
numerique observatoire observateur occident office ofii olympia olympiques olympique olympics omc oms onu onze open opera operation opinion orange orchestre
ordre organisation orient oscars otan ouest ouest-france outre-mer pacifique pacte paf palais palestinien palestiniens palme palace panama-papers
parc paralympiques parisien parisienne parisiennes parisiens park parlement parquet part parti partenariat party patriotes patrimoine pays
paques pecheurs pecheur pentagone pentecote permanent petit peugeot peuple peuples philharmonie pitie place planete plan plaine plateau play
point pole police politique pole-emploi polonais pont populaire populaires porsche port porte portugais post poste potager
premier premiere premiers premieres prefecture press presse prime printemps prix profession progres programme protection proprete prud'hommes psg public publique
publics pulitzer quai quotidien racing radio radiodiffusion railway rallye rassemblement ratp recherche red regie region regional regions
relations renault renault-nissan renaissance rencontres rer republicain republicaine republicains
republique republiques republican reseau reseaux resistance restaurant restos retraites reunion revolution revue rivages river
rock roland-garros rouge royal royale royale royaume rte rtl rue rugby russe russes ryanair saint-siege saison salle salon samsung samu
sanofi sante sceaux sciences science seconde secours secretariat section securite security securitas senat sentinelle serie service services
sevices shoah siecle siege sncf social sociale sociaux socialiste socialistes societe society solidaires solidarite solidarites sommet son
sony sorbonne soudanais souverain space spacex sport sports stade stadium star star-wars state states station street stade studio
studios sud sud-est sud-ouest sud-rail suisse suisses sun supermarche super sunday supreme surete surveillance syndicat synode syrien
syriens systeme taliban talibans tech technologies telegraph telegram telegramme television televisions terre territoires
territoriales tesla tgv the theatre thales theatres times tiktok top total tour tourisme tous-ensemble trade trafic transavia
transition transport transports travail tresor tribunal tribune triomphe turc turcs twitter tv uber ue unef unesco unicef union
unite universite university universites usine vaccin valeurs vallee vatican vert verte vertes verts vieille vieux villa village ville
villes vinci vigipirate visas vigie voice voix volkswagen vieillards wall war warner week west whatsapp white white-house windows woman
women world yahoo youtube zone zoo algerien algeriens allemand allemande allemands ukrainien ukrainiens americano
africain africaine africains afro-americain afro-americains asiatique bordelais lyonnais breton bretons corse corses catalan
francilien normand kurde houthis rebelles tunisien tunisiens marocain marocains turque saoudien saoudiens qatari
democrates-chretiens chiites sunnites sunnite chiite jihad etats-unis pays-bas champs-elysees notre-dame
gilet bercy matignon bourbon beauvau brienne orsay varenne lassay solferino
tele loisirs investigation racisme bison fute warrior topics canadairs motors electric gmbh urgence sages cacher
miss pictures entertainment records productions systems industries energy watch rights human law highway medicine rover stones dragon law school
lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre decembre
acte article amendement annee an chapitre episode figure photo video direct live edition image images dossier audio sondage
exclusif urgent lire voir ecouter regarder plus suivez retrouvez abonnez copyright credits source sources
nordique express-roularta telerama marianne-magazine afnor adp axa bnp paribas generale allianz carglass lidl aldi ikea decathlon
boulanger darty pfizer moderna biontech astrazeneca bayer monsanto nestle danone lactalis alstom siemens bouygues
veolia suez vivendi lagardere bertelsmann mediaset canal+ disneyplus starlink xbox playstation nintendo iphone android
tiktokeurs airpods bluetooth wifi gps covax pass navette smartphone huawei xiaomi toyota honda hyundai kia bmw mercedes-benz
audi opel fiat dacia skoda lamborghini bugatti bentley jaguar suzuki yamaha ducati kawasaki michelin
hezbollah hamas fatah al-qaida qaida jazeera aqmi polisario kremlin maison-blanche downing capitol chaos
nba nfl fifa uefa uci fia roland masters f1 wta atp cac nasdaq bitcoin ethereum
ligue1 premiership bundesliga juventus barca inter milan-ac real madrid-fc united arsenal tottenham everton liverpool-fc
bayern borussia ajax benfica celtic rangers dynamo spartak galatasaray fenerbahce
of and for in with you my your love day man men life time story show
`)

/** Common nouns and adverbs that begin a sentence or a title: never the first word of a name. */
export const OPENING_WORDS = words(`
accompagne accompagnee accusation actuellement affaire afin agee ailleurs ainsi alors annonce annoncee apres arrete
arretee arrive arrivee article assassine assassinee attendu attendue auteur avant avec bonjour bonsoir bravo cependant cela
chaque cher chere chers cherement comme comment condamne condamnee contacte contactee contrairement contre coronavirus cote dans
depuis derriere des deux devant dixit dont duo durant elle elles elu elue emission emu emue en enfin ensuite entre et eu ex
exit face faut feu fils gare grace grave hier hors ici il ils interpelle interpellee interroge interrogee interview invite
invitee jamais je jour jusqu jusque justement la las lance le les leur leurs lors lorsque lui mais malgre malgre-tout
maintenant meme merci mes mieux mis mise mon monter mort morte ne ni nomme nommee non nos notre nous nul on or ou oui outre
par parce pareil parmi pas passe pendant personne peu plus plutot pour pourquoi pourtant pres presente presentee
primo prochain puis puisque quand quant que quel quelle quelques qui quitte quoi rappelons reaction reconnu refus regardez
remis reste retour sa sans sauf selon ses seul seule si soit son sous souvent suite suivi sur surtout ta tandis tant tel
telle ton toujours tous tout toute toutes toutefois tres trois trop tu un une vers via video victime vice voici voila vos
votre vous vu y autant autre autres aucun aucune bien bref car ce ceci celui ces cet cette certains certes chez ci
c'est adieu allo allez album amour aujourd'hui aussi auparavant avis bilan bon bonne campagne capture ciao coup cour debut desormais
dernier derniere enquete exclu exclusivite extrait fait fin forte football foot guerre homme idem info infos
legende loin lundi mardi mercredi jeudi vendredi samedi dimanche nouveau nouvelle municipales presidentielle europeennes
legislatives primaire primaires politique pole people portrait proces proche quid rappel recit resultat revoila seuls
sinon sondage temoignage une verdict vrai vraiment faux et-aussi photo photos replay rire rires ndlr cite citee
n'en l'ex d'un
`)

/** A name behind one of these is the name of a thing: `rue Jean-Moulin`, `ouragan Irma`, `loi Valmy`. */
export const THING_HEADS = words(`
rue rues avenue avenues boulevard bd place places quai quais pont ponts square allee allees impasse cours
faubourg chemin esplanade promenade rond-point passage voie route autoroute tunnel station metro gare aeroport
port stade arena gymnase piscine hopital hopitaux clinique chu lycee lycees college colleges ecole ecoles
universite prix trophee coupe challenge tournoi ouragan ouragans cyclone cyclones tempete tempetes typhon
depression loi lois decret amendement ordonnance ordonnances taxe prime primes bus cars bareme jurisprudence
enseigne chaine chaines emission restaurant hotel chateau theatre musee cinema bar cafe paquebot navire ferry
voilier bateau cargo chalutier fregate sous-marin porte-avions porte-conteneurs petrolier methanier yacht
quotidien journal magazine hebdomadaire revue usine salle residence parc parcs jardin jardins foret ile
iles mont monts lac variant virus syndrome maladie operation fusee sonde satellite telescope navette planete
vaccin festival squelette plage fleuve riviere detroit col vallee gouffre galerie galeries editions studio
studios console barrage caserne prison penitentiaire cathedrale eglise basilique chapelle mosquee synagogue
abbaye couvent hippodrome velodrome circuit centre-ville tribunal mediatheque bibliotheque amphitheatre
auditorium espace hashtag tube chanson morceau single clip ballet
`)

/** Behind these a name is a thing's more often than a person's: `la région Île-de-France`, `le groupe Valmy`. */
export const WEAK_THING_HEADS = words(`
entreprise societe maison groupe groupes ville villes commune village bourg quartier quartiers
canton arrondissement departement region province comte localite bastion circonscription district cabinet
agence banque laboratoire laboratoires constructeur fabricant geant equipementier distributeur operateur
assureur application plateforme logiciel assistant robot drone missile avion helicoptere modele voiture
berline jeu accord accords protocole convention directive dispositif plan label mouvement parti
syndicat collectif magasin magasins supermarche supermarches site film films serie series album livre
roman spectacle piece institut centre centres association fondation opera comedie camp palais club clubs tour
tours villa court 
`)

/** What is christened like a person; the name belongs to it in the whole text. */
export const STORMS = words('ouragan ouragans cyclone cyclones tempete tempetes typhon depression')

/** Of `NOT_NAMES`, those that are well-known surnames too: behind a first name they end a name. */
export const SURNAMES_TOO = words(`
adp american bank bar barre best big vinci black bleu bravo blanc bon bourbon brienne british canada casino castor cent centre champagne
champs charme chateau club corse cour couronne croix day dieu droit duc eau ecole est fashion ferrari femme fete force fort
forest fox france front gala game garde gauche gold golden grand grande grands green guerre hall haut hall heart home
house hiver homme honda hot jaguar japon jardin jardins jaune juillet juin king lac leclerc liberte libre live lois london loup
lord love lune mac mafia maison maisons marche mars match mer mercedes ministre moderne monde mont morin music nasa neuf
noel nord nouveau olympe opera orange oriental palais pape parc parent park pasteur petit play place plan poste pont port
post premier prime prince printemps rage renault rivers rivages rock roman rouge roy royal sand saison salle salon sauvage
seigneur siecle soleil sol space star state stone street studio suisse sun temple terre times tour travers vert
villa villiers warner west white wolf young zone may mai avril aout janvier lundi dimanche samedi vendredi mercredi
article michelin peugeot porsche citroen dassault bouygues boulanger lagarde bayern boris norman normand breton le-breton
polonais catalan bar lyonnais francais langlois lallemand suzuki yamaha honda toyota bentley davis generale sanofi
taylor swift barca real arsenal nobel pulitzer kennedy hugo zola bois bosquet avenir ange point
`)
