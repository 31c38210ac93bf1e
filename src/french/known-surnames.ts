// Surnames that name a person alone, folded: those that news uses so. Counted by the Pressoir authors over 9,000
// articles of the French press, 2011–2020 (five full names or more, no everyday word, no first name, no place)
// and completed with statesmen, writers and composers from general knowledge. Says nothing of who is meant.

/** `_` stands for a blank. */
const LIST = `
abad abbott abdeslam abe accoyer adenauer adjani ahmadinejad al-assad al-bachir al-baghdadi al-sarraj al-sissi
al_assad albanese aliagas aliot allen allende amherd anderson angot annan aoun apathie aphatie arafat ardern
ardisson armstrong arnault assad asselineau attal aubert aubry aupetit autain avia ayrault aznar aznavour
azoulay bachelet bachelier bachelot baerbock balkany balladur balzac bardella bardot bargeton barnier baroin
barr barroso barthes bartolone batho baudelaire baupin baye bayou bayrou bazin beaugrand bechu beckham bedos
beethoven behnken bellamy belliard belloubet belmondo beltrame benbassa bendaoud benzema bercot berlusconi
bern bernalicis berset berthout besancenot besson bettencourt bezos biden bigard binoche biolay blair blanchet
blanquer blinken blocher boccolini bolle bollore bolsonaro bolton bompard bonaparte boon borloo borne borrell
bossuyt boudou bouillon boujenah bouleau bourdin bournazel bouteflika bouvard bouzrou boyer brahimi brassens
braun-pivet breivik brejnev brel brengarth bridenstine brogniart brossat brown bruel bruni bruni-sarkozy
bunuel burkhalter bush bussereau buzyn calmels calment calmy-rey cambadelis cameron campion camus canfin
canico cantat capon carvounas castaner castex castro cauchy cazenave cazeneuve ceausescu cezanne chabat
chalencon chancel chassaigne chauvin chavez chazal chekatt chenu chiche chikirou chirac choigou chopin
chouviat churchill ciotti clain clemenceau clerc clinton cluzel cohen cohn-bendit collard collomb colomb
compaore cooper cope coquerel corbiere corbyn cordula cormand cotillard couchepin coulibaly courbet crase
cucherat cummings cuomo cymes dabadie dabi dali dalle danton darmanin darrieussecq darwin dati daval davet
davutoglu de_gaulle de_mistura de_villepin de_wever debbouze debre debussy deby dechavanne dehaene delahousse
delanoe delevoye delfraissy delga delon delormeau delors delpech delpuech deneuve denisot denormandie
depardieu deray descartes deschamps dettinger di_maio di_rupo diab dickens diderot dijsselbloem dion djebbari
djokovic domece dostoievski doucet dray drouet drucker dubos dubost duda duflot dufresne dujardin dumas dumont
dupond-moretti dupont dupont-aignan durand dussopt duterte dutronc einstein el-assad el-sissi el_khomri eldin
elmaleh eltsine engels enthoven epstein erdogan ernotte esper estrosi etchebest fabius farandou fauci federer
fernandez ferrand ferri fesneau fico fillon finkielkraut fiori flahault flaubert floyd foch fogiel forteza
foucault fouillot fourniret freud gainsbourg gantz gantzer garrido gaubert gaudin gaultier gayet gbagbo genest
ghali ghosn gide girard girardin girier giroud giscard glucksmann goebbels goethe gorbatchev gosselin goujon
goulet gourault grau griezmann griveaux guaido guardiola gueant guerini guetta guibert guterres haddad haenel
haftar hallyday hamadou hamel hamon hanouna hariri harpon harris hegel heitz hendrix hernandez herrmann herzog
hidalgo himmler hirsch hitler hollande hortefeux houellebecq houlie hulot hurley ianoukovitch ibrahimovic
jacquet jadot jarre jaures johnson joly jones jospin jouanno joulaud julliard juncker juppe kabila kaczynski
kadhafi kagame kanner kant kardashian karzai kavanaugh keita keller keller-sutter kennedy kerry khamenei
kheris khomeiny kimelfeld king kirchner kissinger klein knoll kohler kosciusko-morizet kouachi lachaud lacroix
ladreit laffont lagache lagaf lagarde lakdim lalanne lallement lamy lang lapix laporte larcher laroche laroque
larrive lassalle laurens lavoine lavrov le_drian le_foll le_gendre le_maire le_pen lebreton lebrun lecointre
lecoq lecornu legros lelandais lelouch lemaire lemoine lemoyne lenine lennon leonetti lepage lepers lescure
leterme leuthard levavasseur levy lhomme lisnard loiseau lopez loukachenko lucet luchini ludosky lukashenko
lula macri macron maduro magimel magnette mahjoubi malagre malraux mandela manteaux mariani martinez marx
mathais matisse matzneff maurel mbappe mccann medvedev melenchon meloni menard mennucci merah mercier merkel
merz messi meyer middleton milei miller milquet minot mistura mitsotakis mittenaere mitterrand modi mogherini
moix moliere molins monet montebourg montel montesquieu moore morales morano moreau morin morsi morvan
moscovici moubarak moudenc mourinho mouzin mozart mugabe muller mulroney mursi muselier musenga musk mussolini
nadal nadot navalny ndiaye netanyahou netanyahu newton neymar nietzsche nixon nkurunziza nunez nyssen obama
obispo odoul ollier onkelinx orban orwell ouattara palmer pannier-runacher panot parisot parly parmelin
parrish pashinyan pasqua pavageau pecresse pelloux pelosi peltier pena_nieto pence penicaud pepy pernaut
perret person peskov petain philippot piaf picasso piccoli pietraszewski pinel pinochet piolle pitt plaza
plenel pogba poirson polanski polnareff pompeo pompidou pompili porochenko portejoie portelli potter poutine
poutou pradie prigojine proust pujadas pujol putin quatennens raab rabault rachline raffarin rajon rajoy
raoult ravier reagan rebsamen reichmann reiser rembrandt renon renson renzi retailleau reynders reynolds
riabkov riester rimbaud roberts robespierre robine rocard rodin rodrigues rohani rolland rompuy roosevelt
rouhani rousseau rousseff roussel rubin rubirola ruffin ruquier russo rutte saakachvili sadate salame salmane
salvini sanchez sanders sanson sardou sarkozy sartre sassou saurel schaeuble schauble schiappa
schneider-ammann scholz schulz schwerdorffer seban sechine sennes shakespeare sharon simeoni smet snowden
soleimani solere soljenitsyne sommaruga son-forget soral sotto springora staline starmer steinmeier
stoltenberg strauss-kahn strzoda sunak takieddine tapie taquet taubira tebboune tellier temal temime thatcher
thill thouroude thunberg tillerson tolstoi toubon tournaire traore travert trierweiler trintignant trogneux
trotski trudeau truffaut trump truss tshisekedi tsipras tsonga tubiana tusk tymochenko valette vallaud
vallaud-belkacem valls van_gogh varoufakis vartan vassal veil veran verhofstadt verlaine veyrier vigier
villani villemin villepin voltaire von_der_leyen voynet vuitton wagner wargon wauquiez weinstein wilson woerth
yeltsine zakharova zelensky zemmour zidane zola zuckerberg zuma
`

export const KNOWN_SURNAMES: ReadonlySet<string> = new Set(
  LIST.trim()
    .split(/\s+/)
    .map((name) => name.replaceAll('_', ' ')),
)
