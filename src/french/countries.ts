// Countries, nations and unions of states as French news calls them: names, capitals, adjectives. Our own list, folded.
// Says nothing of who governs them.

/** `key | capitals | other names | adjectives`, masculine singular; feminine forms that no rule gives behind a `/`. */
const LIST = `
afghanistan | kaboul | | afghan
afrique-du-sud | pretoria | | sud-africain
albanie | tirana | | albanais
algerie | alger | | algerien
allemagne | berlin | | allemand, germanique
andorre | | | andorran
angola | luanda | | angolais
arabie-saoudite | riyad, ryad | arabie, royaume saoudien | saoudien, seoudien
argentine | buenos aires | | argentin
armenie | erevan | | armenien
australie | canberra | | australien
autriche | vienne | | autrichien
azerbaidjan | bakou | | azerbaidjanais, azeri
bahamas | nassau | | bahamien
bahrein | manama | | bahreini, bahreinien
bangladesh | dacca | | bangladais, bangladeshi
barbade | | | barbadien
belgique | bruxelles | | belge
belize | | | belizien
benin | cotonou, porto-novo | | beninois
bhoutan | | | bhoutanais
bielorussie | minsk | belarus | bielorusse, belarusse
birmanie | rangoun, naypyidaw | myanmar | birman
bolivie | la paz | | bolivien
bosnie | sarajevo | bosnie-herzegovine | bosnien, bosniaque, bosno-serbe
botswana | gaborone | | botswanais
bresil | brasilia | | bresilien
brunei | | | bruneien
bulgarie | sofia | | bulgare
burkina-faso | ouagadougou | burkina | burkinabe/burkinabee
burundi | bujumbura | | burundais
cambodge | phnom penh | | cambodgien, khmer/khmere
cameroun | yaounde | | camerounais
canada | ottawa | | canadien
cap-vert | | | capverdien, cap-verdien
centrafrique | bangui | republique centrafricaine, rca | centrafricain
chili | santiago | | chilien
chine | pekin, beijing | republique populaire de chine | chinois
chypre | nicosie | | chypriote, chypriote-grec
chypre-nord | | | chypriote-turc/chypriote-turque
colombie | bogota | | colombien
comores | moroni | | comorien
congo | brazzaville | congo-brazzaville | congolais
coree-du-nord | pyongyang | | nord-coreen
coree-du-sud | seoul | coree | sud-coreen, coreen
costa-rica | | | costaricain, costaricien
cote-d-ivoire | abidjan, yamoussoukro | | ivoirien
croatie | zagreb | | croate
cuba | la havane | | cubain
danemark | copenhague | | danois
djibouti | | | djiboutien
dominique | | | dominiquais
egypte | le caire | | egyptien
emirats-arabes-unis | abou dhabi, dubai | emirats, emirats arabes | emirati/emiratie, emirien
equateur | quito | | equatorien
erythree | asmara | | erythreen
espagne | madrid | | espagnol
estonie | tallinn | | estonien
eswatini | | swaziland | swazi
etats-unis | washington | etats-unis d amerique, usa, amerique | americain, etats-unien, etatsunien, us
ethiopie | addis-abeba, addis abeba | | ethiopien
fidji | | | fidjien
finlande | helsinki | | finlandais
france | paris | republique francaise, hexagone | francais, hexagonal
gabon | libreville | | gabonais
gambie | banjul | | gambien
georgie | tbilissi | | georgien
ghana | accra | | ghaneen
grece | athenes | | grec/grecque, hellenique
guatemala | | | guatemalteque
guinee | conakry | | guineen
guinee-bissau | bissau | | bissau-guineen, bissao-guineen
guinee-equatoriale | malabo | | equato-guineen
guyana | georgetown | | guyanien
haiti | port-au-prince | | haitien
honduras | tegucigalpa | | hondurien
hongrie | budapest | | hongrois, magyar
inde | new delhi, delhi | | indien
indonesie | jakarta | | indonesien
irak | bagdad | iraq | irakien, iraquien
iran | teheran | republique islamique d iran, republique islamique | iranien
irlande | dublin | | irlandais
irlande-du-nord | belfast | | nord-irlandais
islande | reykjavik | | islandais
israel | jerusalem, tel-aviv, tel aviv | etat hebreu | israelien
italie | rome | | italien
jamaique | | | jamaicain
japon | tokyo | | japonais, nippon/nippone
jordanie | amman | | jordanien
kazakhstan | astana, noursoultan | | kazakh, kazakhstanais
kenya | nairobi | | kenyan
kirghizstan | bichkek | kirghizistan, kirghizie | kirghiz/kirghize
kosovo | pristina | | kosovar
koweit | | | koweitien
laos | vientiane | | laotien
lesotho | | | lesothan
lettonie | riga | | letton/lettone
liban | beyrouth | | libanais
liberia | monrovia | | liberien
libye | tripoli | | libyen
liechtenstein | vaduz | | liechtensteinois
lituanie | vilnius | | lituanien
luxembourg | | grand-duche de luxembourg | luxembourgeois, grand-ducal
macedoine | skopje | macedoine du nord | macedonien, nord-macedonien
madagascar | antananarivo | | malgache
malaisie | kuala lumpur | | malaisien
malawi | lilongwe | | malawite, malawien
maldives | | | maldivien
mali | bamako | | malien
malte | la valette | | maltais
maroc | rabat | | marocain, cherifien
maurice | port-louis | ile maurice | mauricien
mauritanie | nouakchott | | mauritanien
mexique | mexico | | mexicain
moldavie | chisinau | moldova | moldave
monaco | | principaute de monaco | monegasque
mongolie | oulan-bator | | mongol
montenegro | podgorica | | montenegrin
mozambique | maputo | | mozambicain
namibie | windhoek | | namibien
nepal | katmandou | | nepalais
nicaragua | managua | | nicaraguayen
niger | niamey | | nigerien
nigeria | abuja | nigeria | nigerian
norvege | oslo | | norvegien
nouvelle-zelande | wellington | | neo-zelandais
oman | mascate | sultanat d oman | omanais
ouganda | kampala | | ougandais
ouzbekistan | tachkent | | ouzbek, ouzbeke
pakistan | islamabad | | pakistanais
palestine | ramallah | autorite palestinienne, territoires palestiniens | palestinien
panama | | | panameen
papouasie-nouvelle-guinee | | | papouasien
paraguay | asuncion | | paraguayen
pays-bas | la haye, amsterdam | hollande | neerlandais, hollandais, batave
perou | lima | | peruvien
philippines | manille | | philippin
pologne | varsovie | | polonais
portugal | lisbonne | | portugais, lusitanien
qatar | doha | | qatari/qatarie, qatarien
rdc | kinshasa | republique democratique du congo, congo-kinshasa | rd-congolais
republique-dominicaine | saint-domingue | | dominicain
republique-tcheque | prague | tchequie | tcheque
roumanie | bucarest | | roumain
royaume-uni | londres | grande-bretagne, angleterre | britannique, anglais
russie | moscou | federation de russie, federation russe | russe
rwanda | kigali | | rwandais
salvador | | | salvadorien
sao-tome | | sao tome-et-principe | santomeen
senegal | dakar | | senegalais
serbie | belgrade | | serbe
seychelles | | | seychellois
sierra-leone | freetown | | sierra-leonais
singapour | | | singapourien
slovaquie | bratislava | | slovaque
slovenie | ljubljana | | slovene
somalie | mogadiscio | | somalien
soudan | khartoum | | soudanais
soudan-du-sud | djouba | | sud-soudanais
sri-lanka | colombo | | sri-lankais, srilankais
suede | stockholm | | suedois
suisse | berne | confederation helvetique | suisse, helvetique, helvete
suriname | paramaribo | surinam | surinamais
syrie | damas | | syrien
tadjikistan | douchanbe | | tadjik/tadjike
taiwan | taipei, taipeh | | taiwanais
tanzanie | dodoma | | tanzanien
tchad | n djamena, ndjamena | | tchadien
thailande | bangkok | | thailandais, thai
timor-oriental | | | est-timorais
togo | lome | | togolais
trinite-et-tobago | | | trinidadien
tunisie | tunis | | tunisien
turkmenistan | achgabat | | turkmene
turquie | ankara | | turc/turque
ukraine | kiev, kyiv | | ukrainien
uruguay | montevideo | | uruguayen
vatican | | saint-siege, cite du vatican | 
venezuela | caracas | | venezuelien
vietnam | hanoi | viet nam | vietnamien
yemen | sanaa, aden | | yemenite
yougoslavie | | ex-yougoslavie | yougoslave
urss | | union sovietique | sovietique
tchecoslovaquie | | | tchecoslovaque
zambie | lusaka | | zambien
zimbabwe | harare | | zimbabween
abkhazie | | | abkhaze
baviere | munich | | bavarois
catalogne | barcelone | | catalan
corse | ajaccio | | corse
crimee | | | crimeen
ecosse | edimbourg | | ecossais
flandre | | flandres | flamand
groenland | nuuk | | groenlandais
hong-kong | | hongkong | hongkongais
kurdistan | erbil | kurdistan irakien | kurde
ossetie | | | ossete
pays-basque | | | basque
pays-de-galles | cardiff | | gallois
polynesie | papeete | polynesie francaise | polynesien
nouvelle-caledonie | noumea | | caledonien, neo-caledonien
porto-rico | | | portoricain
puntland | | | 
quebec | | | quebecois
sahara-occidental | | | sahraoui/sahraouie
tchetchenie | grozny | | tchetchene
texas | | | texan
californie | | | californien
tibet | | | tibetain
transnistrie | | | transnistrien
wallonie | namur | | wallon/wallonne
ue | | union europeenne, europe, vingt-sept, vingt-huit | europeen
onu | | nations unies, organisation des nations unies | onusien
union-africaine | | ua | 
`

interface Country {
  readonly key: string
  readonly capitals: readonly string[]
  readonly names: readonly string[]
  readonly adjectives: readonly string[]
}

const parts = (list: string | undefined): readonly string[] =>
  (list ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

export const COUNTRIES: readonly Country[] = LIST.trim()
  .split('\n')
  .map((line) => {
    const [key = '', capitals, names, adjectives] = line.split('|')
    return {
      key: key.trim(),
      capitals: parts(capitals),
      names: parts(names),
      adjectives: parts(adjectives),
    }
  })
