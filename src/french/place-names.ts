// Names of countries, regions and towns that French news names most, folded. Written for Pressoir from general
// knowledge of geography; never complete: other places are read from their shape and their preposition.
import { keyOf } from './first-names.ts'

const names = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .trim()
      .split(/\s+/)
      .map((name) => name.replaceAll('_', ' ')),
  )

/** `_` stands for a blank. */
const COUNTRIES = `
afghanistan afrique afrique_du_sud albanie algerie allemagne amerique amerique_latine amerique_du_nord amerique_du_sud
andorre angola angleterre antarctique antilles arabie_saoudite argentine armenie asie australie autriche azerbaidjan
bahamas bahrein balkans bangladesh barbade belarus belgique belize benin bielorussie birmanie bolivie
bosnie bosnie-herzegovine botswana bresil bulgarie burkina burkina_faso burundi cambodge cameroun canada cap-vert
caraibes caucase centrafrique chili chine chypre colombie comores congo coree coree_du_nord coree_du_sud costa_rica
cote_d'ivoire croatie cuba danemark djibouti ecosse egypte emirats_arabes_unis emirats equateur erythree espagne
estonie etats-unis usa ethiopie europe eurasie finlande france gabon gambie georgie ghana grande-bretagne grece
groenland guatemala guinee guinee-bissau guinee_equatoriale guyana haiti honduras hongrie inde indonesie irak iran
irlande irlande_du_nord islande israel italie jamaique japon jordanie kazakhstan kenya kirghizistan kosovo koweit laos
lesotho lettonie liban liberia libye liechtenstein lituanie luxembourg macedoine macedoine_du_nord madagascar malaisie
malawi maldives mali malte maroc maurice mauritanie mexique micronesie moldavie monaco mongolie montenegro mozambique
myanmar namibie nepal nicaragua niger nigeria norvege nouvelle-zelande oceanie oman ouganda ouzbekistan pakistan
palestine panama papouasie-nouvelle-guinee paraguay pays-bas pays_de_galles hollande perou philippines pologne portugal
qatar republique_dominicaine republique_tcheque republique_democratique_du_congo rdc roumanie royaume-uni russie rwanda
sahel salvador senegal serbie seychelles sierra_leone singapour slovaquie slovenie somalie soudan soudan_du_sud
sri_lanka suede suisse surinam syrie tadjikistan taiwan tanzanie tchad tchequie thailande togo tunisie turkmenistan
turquie ukraine uruguay vatican venezuela vietnam yemen zambie zimbabwe maghreb proche-orient moyen-orient
golfe scandinavie cachemire tibet xinjiang catalogne baviere flandre flandres wallonie crimee donbass tchetchenie
californie floride texas oregon alaska hawai hawaii louisiane nevada arizona michigan wisconsin pennsylvanie minnesota
ohio illinois massachusetts virginie caroline_du_nord caroline_du_sud quebec ontario andalousie galice lombardie toscane
sicile sardaigne venetie calabre ligurie piemont crete corfou lesbos kurdistan cisjordanie gaza bande_de_gaza
siberie oural saxe hesse bade-wurtemberg ecosse ulster pays_basque
`
const FRENCH_REGIONS = `
ile-de-france normandie bretagne occitanie nouvelle-aquitaine aquitaine grand_est hauts-de-france auvergne
auvergne-rhone-alpes rhone-alpes bourgogne bourgogne-franche-comte franche-comte pays_de_la_loire centre-val_de_loire
provence provence-alpes-cote_d'azur paca cote_d'azur corse guadeloupe martinique guyane mayotte reunion la_reunion
polynesie nouvelle-caledonie wallis-et-futuna saint-martin saint-barthelemy saint-pierre-et-miquelon outre-mer alsace
lorraine champagne champagne-ardenne picardie nord-pas-de-calais limousin poitou poitou-charentes languedoc
languedoc-roussillon midi-pyrenees savoie beaujolais perigord quercy bearn berry touraine anjou camargue sologne beauce
ain aisne allier alpes-de-haute-provence hautes-alpes alpes-maritimes ardeche ardennes ariege aube aude aveyron
bouches-du-rhone calvados cantal charente charente-maritime cher correze corse-du-sud haute-corse cote-d'or
cotes-d'armor creuse dordogne doubs drome eure eure-et-loir finistere gard haute-garonne gers gironde herault
ille-et-vilaine indre indre-et-loire isere jura landes loir-et-cher loire haute-loire loire-atlantique loiret lot
lot-et-garonne lozere maine-et-loire manche marne haute-marne mayenne meurthe-et-moselle meuse morbihan moselle nievre
nord oise orne pas-de-calais puy-de-dome pyrenees-atlantiques hautes-pyrenees pyrenees-orientales bas-rhin haut-rhin
rhone haute-saone saone-et-loire sarthe haute-savoie seine-maritime seine-et-marne yvelines deux-sevres somme tarn
tarn-et-garonne var vaucluse vendee vienne haute-vienne vosges yonne essonne hauts-de-seine seine-saint-denis
val-de-marne val-d'oise territoire_de_belfort alpes pyrenees ardenne cevennes vercors massif_central chablais medoc
`
const TOWNS = `
paris marseille lyon toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims toulon saint-etienne
le_havre grenoble dijon angers nimes villeurbanne clermont-ferrand aix-en-provence le_mans brest tours amiens limoges
annecy perpignan metz besancon orleans rouen mulhouse caen nancy argenteuil montreuil saint-denis roubaix tourcoing
avignon dunkerque poitiers nanterre creteil versailles colombes vitry-sur-seine aubervilliers asnieres courbevoie rueil
pau la_rochelle calais cannes antibes beziers saint-nazaire colmar bourges merignac ajaccio bastia valence quimper
lorient vannes troyes niort chambery charleville-mezieres beauvais cholet arras evreux laval belfort albi blois
chalon-sur-saone chalons-en-champagne saint-brieuc saint-malo boulogne boulogne-billancourt bobigny pantin drancy evry
sarcelles trappes meaux melun pontoise cergy bayonne biarritz anglet tarbes lourdes agen montauban rodez aurillac
cahors carcassonne narbonne ales gap digne frejus saint-tropez menton grasse arles martigues aubagne istres vichy
montlucon moulins nevers auxerre sens macon lens lievin douai cambrai valenciennes maubeuge saint-quentin laon soissons
compiegne epernay epinal thionville forbach sarreguemines haguenau saint-louis saint-dizier chaumont vesoul
montbeliard dole lons-le-saunier annemasse thonon chamonix albertville bourg-en-bresse roanne vienne privas
montelimar le_puy-en-velay mende perigueux bergerac angouleme cognac royan rochefort saintes la_roche-sur-yon
les_sables-d'olonne saumur alencon cherbourg dieppe fecamp deauville lisieux saint-lo chartres dreux vierzon
chateauroux gueret tulle brive ouistreham notre-dame-des-landes vesoul puteaux levallois neuilly
neuilly-sur-seine clichy saint-ouen gennevilliers orly roissy rungis massy palaiseau saclay poissy mantes-la-jolie
noumea papeete cayenne fort-de-france pointe-a-pitre basse-terre saint-denis mamoudzou
abidjan abou_dhabi abuja accra addis-abeba aden alep alger amman amsterdam anchorage ankara antananarivo anvers athenes
atlanta auckland bagdad bakou bali bamako bangkok bangui barcelone bassora beijing belfast belgrade benghazi bergame
berlin berne beyrouth bogota bombay boston bratislava brasilia brazzaville bruges bruxelles bucarest budapest
buenos_aires cardiff caracas casablanca charleroi charlotte chicago christchurch cologne conakry copenhague
cotonou dacca dakar dallas damas davos delhi denver detroit djeddah jeddah doha donetsk douala dresde dubai dublin durban
dusseldorf edimbourg essen florence francfort freetown gand gdansk genes geneve gibraltar glasgow goma grozny
guantanamo hambourg hanoi hanovre harare helsinki hiroshima hong_kong homs houston idleb istanbul islamabad jakarta
jerusalem johannesburg kaboul kampala karachi katmandou khartoum kiev kigali kinshasa konakry kyoto la_haye
la_havane la_nouvelle-orleans la_valette lagos las_vegas lausanne le_caire le_cap leipzig liege lima lisbonne liverpool
ljubljana lome londres los_angeles luanda lugano madrid malaga managua manchester manille maputo marrakech mecque
la_mecque melbourne memphis mexico miami milan milwaukee minneapolis minsk mogadiscio mons montevideo montreal mossoul
moscou mumbai munich mykonos nagasaki nairobi namur naples new_delhi new_york niamey nicosie nouakchott novossibirsk
orlando oslo ottawa ouagadougou oran oxford cambridge palerme palmyre pekin philadelphie phnom_penh pise
port-au-prince portland porto prague pretoria pristina pyongyang quito rabat rakka raqqa raqa ramallah reykjavik riga
rio rio_de_janeiro riyad rome rotterdam saint-petersbourg salerne salonique salzbourg san_diego san_francisco sanaa
santiago sao_paulo sarajevo seattle seoul seville shanghai sheffield skopje sofia sotchi stockholm stuttgart sydney
tallinn tanger tbilissi tel-aviv tel_aviv teheran tirana tokyo toronto tripoli tunis turin ulm valence valladolid
vancouver varsovie venise verone vienne vilnius vladivostok washington wellington wuhan yalta yaounde york zagreb
zurich bale biarritz taormina hangzhou shenzhen osaka kourou agadez gao kidal tombouctou lampedusa calgary charm_el-cheikh
`
const COUNTRY_NAMES = names(COUNTRIES)
const PLACES = new Set([...COUNTRY_NAMES, ...names(FRENCH_REGIONS), ...names(TOWNS)])

/** Whether the name, one word or more, is a place of these lists. Case and accents do not matter. */
export const isPlaceName = (name: string): boolean => PLACES.has(keyOf(name).replace('’', "'"))

/** Whether the name is a country, a part of the world or a foreign state of a federation. */
export const isCountryName = (name: string): boolean => COUNTRY_NAMES.has(keyOf(name))

const SHAPE =
  /^(?:(?:Saint|Sainte|Saints|Val|Mont|Pont|Bourg|Château|Fort|Port|Ville|Villers|Neuilly|Villeneuve|Notre)-\p{L}|.*[-‑](?:sur|sous|en|lès|les|lez|la|le|aux|au|et|de|du|des|d['’]\p{L}+)[-‑])/u

/** The shape of a French town or department: `Fontenay-sous-Bois`, `Saint-Ouen`, `Lot-et-Garonne`. */
export const hasPlaceShape = (word: string): boolean => SHAPE.test(word)
