// First names that French news is full of, folded. Written for Pressoir from general knowledge, completed with names counted
// in 9,000 press articles. Names no person alone.
import { fold } from './normalise.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Folded (no accents, lower case). Compounds (`jean-michel`) are read from their parts. */
const FIRST_NAMES = words(`
aaron abbas abd abdallah abdel abdelaziz abdelfattah abdelhak abdelhamid abdelkader abdelkrim abdellah
abdellatif abdelmadjid abdelmajid abdelmalek abdelouahab abdelwahab abderrahmane abdeslam abdou abdoul
abdoulaye abdoulkader abdourahim abdourahmane abdul abdulaziz abdullah abel abhijit abir abiy abou aboubacar
abraham achille achraf ada adam adama adel adelaide adele adeline adil adolf adolphe adrian adriana adrien
adrienne afida agathe agnes ahed ahmad ahmed aicha aida aime aimee aissa aissata akbar akim akira alain alan
alassane alba alban albane albert alberto albin aldo alejandro alek aleksandar aleksandr aleksei alessandra
alessandro alessia alex alexander alexandra alexandre alexandria alexei alexia alexis alfie alfonso alfred
alfredo ali alice alicia alina aline alioune alireza alison alix allan allison alma aloys alpha alphonse
alvaro alvin alyssa amadou amal amanda amandine amar amara amartya amaury amber ambre ambroise amedee amedy
amel amelia amelie amin amina aminata amine amir amira amit ammar amos amy ana anais anass anasse anastasia
anatole anders andre andrea andreas andree andrei andrej andres andrew andrey andrzej andy ange angel angela
angele angelina angeline angelique angelo angus anibal anicet anil anish anissa anita ann anna annabelle anne
anne-laure annette annick annie anny anouar anouk anselme anthony antje antoine antoinette anton antonela
antonella antonia antonin antonio antony anwar apolline april arcadi archie ariana ariane ariel arielle
aristide arjun arlette armand armando armelle armen armin arnaud arnold aron arsene arthur artur arturo arvind
asghar ashish ashley ashok ashraf asif asma assia assunta astrid athanase atul aubin aude audrey audric august
auguste augustin augusto aung aurelia aurelie aurelien aurore austin ava avi avigdor axel axelle ayatollah
aydin ayman aymar aymeri aymeric ayoub azzedine babacar bablyne bachar bachir bakary bandar baptiste barack
barbara barham barnabe barry bart bartolome basile bassem bastien baudouin beata beatrice beatrix beatriz
bechara bechir behrouz beji ben benali benazir benedetta benedict benedicte benjamin benny benoit benyamin
berangere berenice bernadette bernard bernardo bernd bernie bertrand beth bettina betty beverley bezalel
bianca bilal bill billie billy birgit birgitte bixente bjarne bjorn blaise blanca blanche blandine bob bobby
bogdan bogdana boniface boris borislav boualem boubacar boyko brad bradley brahim brandon brenda brendan brent
breona breonna brett brian brice brigitte britney brittany bronislaw bruce brune bruno bryan bryce bukola
burkhard byron caitlin caitlyn caleb calin calogero cameron camila camilla camille camillo camilo candice
capucine carina carine carl carla carles carlo carlos carlota carly carlyne carmen carol carola carole
carolina caroline carolyn carrie casey caspar cassandra cassandre cassie caterina catherine cathy catia cecil
cecile cecilia cedric celeste celestin celia celina celine cesar cesaria chad chadlia chadwick chafik chahinez
chakib chantal charlene charles charley charlie charline charlotte cheick cheikh cheikha chelsea cherif cherry
cheryl chiara chirinne chloe chris christa christel christele christelle christian christian-marie christiana
christiane christie christina christine christoph christophe christopher christos christy chrystelle chrystia
chuck cindy claire clara clarence clarisse claude claudette claudia claudie claudine claudio claudius claus
clelia clemence clement clementine cleo cleopatre clint clive cloe clothilde clotilde clovis colette colin
coline conchi conchita connor conor constance constantin cora coralie corantin corentin corinna corinne
cornelia cory cosima cosmin courtney craig cristian cristiana cristiano cristina cristobal curtis cyprien
cyriaque cyrielle cyril cyrille cyrus daisy dalia dalil damian damien damon dan dana daniel daniela daniele
daniella danielle danielo danilo danny dante dany daphne dario darius dariusz darren daryl dave david davide
dean debbie deborah declan deepak delphin delphine demba demetrio demi demian demis denis denise dennis denys
denzel derek desire desiree desmond detlef devin dewayne dhruv diana diane dick didier diego dieter dieudonne
dilma dimitar dimitri dimitrios dimitris dina dino diogo dirk djamel djamila djibril dmitri dmitry dmytro
dolly dolores domenico dominic dominik dominika dominique don donald donatella donatien donatienne donovan
dora dorian doris dorothea dorothee dorothy doug douglas dov drew duarte duncan dunia dustin dwayne dwight
dylan earl ebrahim eddie eddy edern edgar edgard edi edith edmond edmund edna edoardo edouard eduard eduarda
eduardo edward edwige edwin edwy eglantine ehud eileen ekaterina elaine eleanor elen elena eleni elenore
eleonora eleonore elfriede elham eliane elias elie elijah elina elio eliot elisa elisabeth elise elizabeth
ella ellen elliot elliott elmar elodie eloi eloise elon elsa elton elvira elvis elya elyane elyes elza
emanuela emanuele emeline emeric emerson emil emile emilia emilie emilien emilienne emilio emily emine emir
emma emmanuel emmanuele emmanuelle emmeline emmerson emre enea engin enguerrand enis enora enrico enrique enzo
eric erica erich erick erik erika erin ermelinda ernest ernesto ernst erol erwan erwann erwin esperanza
esteban estelle esther estrella ethan etienne eudes eugene eugenia eugenie eugenio eugenius eunice eva evan
evangeline evangelos evariste eve evelyn evelyne evgeni evgueni evgueny ewa eyal ezio fabian fabiana fabien
fabienne fabio fabiola fabrice fabricio fabrizio fadi fadila fahad faisal faiza fanny fany faouzi farah farid
farida farouk fatih fatiha fatima fatma fatna fatou fatoumata fattah faure faustine fausto fauve fawzi faycal
fayez fayza federica federico felicia felicie felicien felicite felicity felipe felix ferdinand ferhat fernand
fernanda fernande fernando fidel filip filipe filippo fiona firass firmin flavia flavie flavien flavio flor
flora floran florence florent florentin florian floriane florine fouad francesca francesco francine francis
francisca francisco franck francky franco francois francoise frank franka frankie franklin frans frantz franz
fred freddie freddy frederic frederica frederick frederico frederik frederique frida friedrich fritz fumio
gabin gabor gabriel gabriela gabriele gabriella gabrielle gad gael gaelle gaetan gaetana gaetane gaetano
gareth garry gary gaspar gaspard gaston gauthier gautier gavin gebran geert gemma gene genevieve geoff
geoffrey geoffroy george georges georgette georgia georgina georgios georgy gerald geraldine geraldo gerard
gerardo gerd gerhard germain germaine gerry gertrude gervais ghislain ghislaine giacomo giampaolo gian
giancarlo gianfranco gianluca gianluigi gianni gideon gil gilad gilbert gilberte gilberto gilda gildas giles
gilles gillian gina ginette gino giorgia giorgio giovanna giovanni gisela gisele giselle gitanas giulia
giuliano giulio giuseppe glen glenda glenn gloria goedele golda gonzague gonzalo goodluck goran gordon
gottfried graca grace gracia graeme graham grant grazia greg gregg gregoire gregor gregorio gregory greta
gretchen griet guadalupe guenael guido guilhem guillaume guillermo gunnar gunter gunther gus gustav gustave
gustavo guy gwen gwenael gwenaelle gwendal gwendoline gwenola gwladys gwyneth habib habiba hadi hadja hadrien
hafedh hafid hafida hage haider haim haithem hajar hakim hakima hal hala halim halima hamad hamadi hamdi hamed
hamid hamida hamma hamza hana hanae hanan hanane hanna hannah hanne hannelore hannes hans hanspeter harald
harlan harold haroun harriet harrison harry haruki harvey hasan hasna hassan hassane hassen hatem hayat hayk
hazel heather hector hedi hedwige heidi heiko heinrich heinz helen helena helene helga helle helmut heloise
hendricus hendrik henk henri henri-konan henrietta henriette henrik henry herbert heribert herman hermann
hermine hernan herve hicham hichem hilary hilda hillary hind hippolyte hiroshi hocine hoda holger holly honore
honorine horace horacio horst hortense hosni hossein houari houcine houda houria howard hubert hubertus hugh
hugo hugo-alexandre hugues humberto hussein hyacinthe hyun iain ian iannis ibrahim ibrahima ida idris idriss
ignace ignacio ignazio igor ihssan iker ikram ilan ilana ilaria ilham ilhan ilia ilias ilona ilya ilyas ilyes
imad imam imane imen imran imrane ines inge inger ingmar ingrid inna ioan ion ioulia iouri iratxe irena irene
irina iris irma irving isaac isaak isabel isabella isabelle isadora isaias isaline ishmael isidore iskander
ismael ismail ismaila isobel issa issam issei issoufou italo itamar ivan ivana ivanka ivica ivo iyad izzat
jaafar jacek jacinda jacinta jack jackie jackson jacky jacline jaco jacob jacobo jacopo jacqueline jacques
jacquie jacquy jade jae jafar jaime jair jairo jake jakob jakub jalal jalil jamal jamel james jamie jamila
jamison jan jana jane janet janez janice janine janos janusz jared jarek jarno jaroslaw jasmin jasmine jason
jasper javad javier jawad jawaharlal jay jayne jean jean-guihen jean-lin jean-loup jean-vincent jeanette
jeanine jeanne jeannette jeannine jeannot jeff jefferson jeffery jeffrey jelena jen jenifer jenna jennie
jennifer jenny jens jens-christian jerame jeremie jeremy jeroen jerome jeronimo jerry jerzy jesse jessica
jessie jessy jesus jihad jihane jill jim jimi jimmy jinping jiro jo joachim joakim joan joana joanna joannie
joao joaquim joaquin jocelyn jocelyne jochen joe joel joelle joerg joey johan johann johanna johannes john
johnnie johnny johny jon jonas jonathan jone jong joost jordan jordane jordi jordy jorg jorge jorgen joris
josaphat joschka jose josee josef josefa josefina josep joseph josephine josh joshua josiane josie josselin
josyane josyanne jovenel joy joyce juan juana juanita judd jude judith judy juha juho jules julia julian
juliana juliane julie julien juliette julio julius june jung junichiro junko jurgen jussi justin justine
justyna juvenal kad kader kadhim kadiatou kaitlin kaja kalidou kamal kamala kamel kamil kamila karel karen
karim karima karin karina karine karl karol karolina karsten kasper katarina katarzyna kate katell katerina
katharina katherine kathleen kathryn kathy katia katie katja katrin katrina katy kay kaya kayla kayleigh keanu
keiko keir keira keith kelly kellyanne kelvin ken kendall kendrick kenji kenneth kent kenza kenzo keqiang
keren kerry kerstin kevin kevyn khadija khadim khaled khalid khalida khalifa khalifah khalil khider ki kiki
kim kimberly kirill kirk kirsten kirstie kirstjen kit kjell klara klaus klemens klervi kofi konrad konstantin
konstantinos kosta kostas kris kristalina kristen kristian kristin kristina kristine kristof krystyna
krzysztof kurt kwame kwasi kyle kylian kylie kym kyriakos ladislas laeticia laetitia lahcene laila lakhdar
lakshmi lamar lambert lamberto lamia lamine lana lance lara larbi larisa larissa larry lars lassana laszlo
latifa laura laure laureline lauren laurence laurene laurent laurette lauriane laurianne laurie laurine
lawrence layla lazare lazaro lea leah leandre leandro lech leigh leila leilani lena lenaig lenny leo leocadie
leon leona leonard leonardo leonce leone leonid leonidas leonie leonor leonora leopold leopoldine leopoldo
leroy lesley leslie leszek leticia levent lewis lexie leyla lia liam liana libor lida lidia lies liesbeth
ligia lila lilia lilian liliana liliane lillie lilou lily lilya lina lincoln linda lindsay lindsey line
linette linh lino lionel liora lisa lisbeth lise lisette lisiane livia liviu liz liza lloyd logan loic loick
lois lola lorena lorenzo loretta lorette lori loris lorna lorraine lotfi lothar lotta lou louane loubna louis
louisa louise louisette louisiane lounes lounis lova luana lubna luc luca lucas luce lucette luci lucia lucian
luciana luciano lucie lucien lucienne lucile lucille lucio lucrece lucy ludivine ludmila ludmilla ludo ludovic
ludovica ludwig luigi luis luisa luiz lukas lukasz luke luna luther luz lya lydia lydie lyne lynn lynne lynsey
lyra lyse maamar maarten maati mabel macha macky maddalena maddie madeleine madeline madison madjid mads mael
maelis maelle maelys maeva magali magalie magda magdalena maggie magnus maguy maha mahamadou mahamane mahamat
mahamoud mahdi maher mahi mahmoud mahmud mahsa mai maia maike maite maitena maiwenn majid malala malam malcolm
malek mali malia malick malik malika malin mallory malo malvina mama mamadou mamdouh mamie mamoudou mamuka
manal mandy manfred manie manoel manohar manon manu manuel manuela manuella mara marat marc marc-antoine
marceau marcel marcela marcelin marceline marcelle marcello marcelo marcia marcin marcio marco marcos marcus
marek maren mareva margaret margareth margarida margarita margaux marge margo margot margrethe marguerite
maria mariah mariam mariama mariana mariane mariangela mariann marianna marianne mariano marie marieke
mariella marielle marietta marilou marilyn marilyne marin marina marine mario marion marios marisa marisol
marissa mariusz marjane marjolaine marjorie mark marko markus marla marlene marlon marouane marta martha
marthe martial martin martina martine martino marty marvin marwa marwan mary maryam maryline marylise marylou
maryse maryvonne masahiro masako masha masih mason masoud massimiliano massimo massoud matej mateo mateus
mateusz mathias mathieu mathilda mathilde mathis mathurin matias matilda matilde matis mats matt matteo
matthew matthias matthieu matthis mattia maud maude maura maureen maurice mauricette mauricio maurits maurizio
mauro max maxence maxima maxime maximilian maximilien maximin maya mayeul maylis mayssa mazarine medhi megan
meghan mehdi mehmet melania melanie melchior melina melinda melisande melissa melissande melody melvin menahem
mendel mercedes meredith merlin mervyn meryem meryl messaoud mette mevlut mia micah michael michaela michal
michalis micheal michel michele micheline michelle mick mickael mickaela mickaelle mickey miguel mihai mihail
miikka mika mikael mike mikel mikhail miki miko mikolaj mila milagros milan milena miles milo milos miloud
mimi mimie mimoun min mina mindy ming miquel mira miranda mireille mirek mirela mireya miriam mirko miro
miroslav mirza misha mitch mitchell mo moana modeste modibo mohamad mohamed mohammad mohammadou mohammed
mohand mohcine mohsen moira moise mokhtar moktar molly momar mona moncef monica monika monique montserrat moon
morad moran morgan morgane moritz morten mory mosa moses moshe mouloud mouna mounia mounir mounira mourad
moussa moustafa moustapha muhammad muhammadu mujib mukesh mukole munir muriel murielle murray mustafa mustapha
mutaib mwai mylene myriam myrtille nabih nabil nabila nacer nacera nacho nacim nacira nada nadal nadege
nadejda nadia nadim nadine nadir nadira nadja naftali nagib nagui naguib nahed naida naima najat najib najla
najwa nana nando naomi naoto napoleon narcisse narendra narges naruhito nasrin nasser nassim nassima nastassja
natacha natalia natalie natan natanael natasha nathalie nathan nathanael nathaniel nawaf nawal nawaz nawel
nayef nayib nazim nechirvan ned negash neil nella nelly nelson neneh nestor neven ngozi niall nic niccolo
nichi nicholas nick nicky nico nicola nicolae nicolai nicolas nicolaus nicole nicoleta nicoletta nicolle nidal
nidia niels nigel nihad nikita nikki nikol nikola nikolai nikolaos nikolas nikolaus nikos nils nina nino
nirmala nizar nkosazana noa noah noam noel noelia noelie noella noelle noemie nolan nolwen nolwenn nora norah
norbert nordahl noreen noriko norma norman norodom noura noureddine nouri nouriel nourredine nuno oceane
octave octavia octavie octavio odalys odette odile odilon odon olaf olav ole oleg oleksandr olena olga olive
oliver olivia olivier olof olusegun olympe omar ombeline omer omid omri ondine onur ophelie oprah oriane
orianne orlando ornella orsolya oscar oskar osman oswald oswaldo otmane otto ouafa ouassim oumar oumarou oumou
ousmane oussama owen ozgur pablo paco paddy pal palmer palmira paloma pamela panagiotis paola paolo parfait
parisa parviz pascal pascale pascaline pasquale pat patrice patricia patricio patrick patrik patrizia patrycja
patsy patti patty paul paula paule paulette paulin paulina pauline paulo pauly pavel pawel pedro peggy pekka
pelagie penelope penny pepe per percival percy perla perrette perrin perrine perry pervez peta pete peter petr
petra petros petru petteri pharrell phil philemon philibert philip philipp philippa philippe philippine
phillip philomene phoebe phyllis pia pier pierangelo pierce pierfrancesco piero pierre pierrette pierrick
pierrot pietro pilar pinar pio piotr plamen polly porfirio pranab prayut prisca priscilla priscillia priti
priyanka prosper prudence qasem qassem qishan quentin quinn quintin quitterie rabah rabia rached rachel rachid
rachida radia radoslaw radouane rafael rafaela rafaele rafaella raffaele rafic rafik raghda rahim rahma rahul
raila raimon raimund raimundo rainer rainier raissa raja rajiv rajnath raju rakesh ralf rallia ralph rama
ramata ramazan ramdane rami ramin ramiro ramon ramona ramses ramy ramzan randall randy rania ranulph raoni
raoul raphael raphaele raphaelle raquel rashid rashida ratan ratko raul raven ravi raymond raymonde raynald
rayshard razzy rebecca rebeka recep redouane reem regina reginald regine regis reiner reinhard remi remo remy
rena renan renata renato renaud rene renee renzo reuben reuven rex reza rhea rhoda riad riadh ricardo riccardo
richard rick ricky rida rigobert rihanna riley rim rima rishi rita roald rob robert roberta roberto robin
robyn rocco roch rocio rod rodney rodolfo rodolphe rodrigo rodrigue roeland roger roland rolande rolando rolf
romain romaine roman romane romano romaric romeo romuald romy ron ronald ronaldo ronan ronen ronnie rosa
rosalia rosalie rosalind rosanna rosario rose roseline roselyne rosemarie rosemary rosie rosine ross rossana
rotraud roula roxana roxane roxanne roy ruben rudi rudolf rudolph rudy rufin ruhollah rumen rupert russell
rutger ruth ryan rym saad saadi sabah sabina sabine sabri sabrina sacha saddam sadek sadi sadio sadiq sadok
saeb saeed safia sahand said saida sajid salah salem salim salima salma salman salome salomon salou salvador
salvatore sam samah samantha samara sami samia samir samira sammy samson samuel samy sana sander sandie sandra
sandrine sandro sandy sang sanjay sanna santiago santino santos saoud sara sarah sarra sascha sasha satoshi
saul savannah scarlett scott sean seb sebastian sebastiao sebastien secil sega segolene seif seini sekou
selena selim selma semyon serbast serena serge sergei sergey sergii sergio serguei servane seth seung sevda
severin severine seydou shahadat shane shannon sharon shaun shawn sheila shelby sheldon sherif sherine sheryl
shigeru shimon shinzo shirin shirley shmuel siaka sibeth sibyle sibylle sid sidi sidney sidonie siegfried
sigmar sigmund sigourney sigrid sihem silvain silvana silvere silvia silvio simeon simon simona simone
simonetta sina sinead sixte sixtine slaheddine slavoj sleiman slim slimane smail sofia sofiane sohan soizic
solal solange solen solene solenn soline solveig sonia sonja sonny sonya sophia sophiane sophie soraya soren
sorin sory souad soufiane soulef souleymane soumaya spencer spike stacey stacy stan stanislas stanislav
stanislaw stanley steeve stefan stefani stefania stefanie stefano stefanos steffen stella sten stephan
stephane stephanie stephen stephon sterling steve steven stewart stig stoyan stuart sue suella suleiman
suleyman sullivan sultan sung sunil sunny surendra susan susana susanna susanne susie suzan suzanne suzie suzy
svante sven svetlana sybille sydney sylvain sylvaine sylvana sylvano sylvere sylvester sylvestre sylvette
sylvia sylviane sylvie sylvio tabea tadashi tadeusz tae taha tahar taher taina takashi takeshi tal talal tamam
tamar tamara tamas tamim tammy tanguy tania tanja tanya taoufik tara taras tarek tarik tariq taro tassadit
tatiana tatjana tawfik tayeb taylor tayyip tea ted teddy tedros telma tenzing teodor teodora teodorin teodoro
terence teresa terezia terry tess tessa thabo thaddee thais thanh thea thelma theo theodora theodore theophile
theoule theresa therese thiago thibaud thibault thibaut thierry thijs thilo thomas thorsten tiago tiberiu
tidiane tidjane tiffany tiken tilman tim timmy timo timothe timothee timothy timur tina tino tiphaine tita
tito titouan titus tobias toby tod todd tom tomas tomasz tomaz tomer tommaso tommy toni tonino tony tonya
torben toufik toussaint tove tracy travis trevor tricia trish tristan troy truong tsipi tsitsi tugdual tullio
tulsi turki tyler tyra tyron tzipi ugo uhuru ulf ulla ulrich ulrika ulrike umar umaro umberto urs ursula usain
usman uwe vaclav valdemar valdis valentin valentina valentine valentino valere valeria valerian valeriane
valerie valerio valery valter vanesa vanessa vania vanik vasco vasile vassili vera verane verena vernon
veronica veronika veronique vianney vic vicente vicky victoire victor victoria victorien vidal viggo vijay
vikash viktor viktoria vilma vin vince vincent vincente vincenzo vinciane viola violaine violeta violette
virgil virgile virginia virginie vital vitali vitaly vivian viviane vivien vivienne vlad vladimir vladislav
volker volodomyr volodymyr wael wafa wahid walaa walid wallace wallerand wally walter wanda warren wassila
wassim wayne weiwei wendy werner wesley whitney wilbur wilfred wilfrid wilfried wilhelm will willem william
williams willie willy wilmer wim winnie winston wissam wladimir wladyslaw wojciech wolf wolfgang woody xavi
xavier xaviere xiaobo xiaoping yacine yael yahya yair yamina yan yana yanick yanis yann yanne yannick yannis
yasmina yasmine yasser yassin yassine yazid yehuda yelena yevgeny yitzhak yoan yoann yoav yohan yohann yoko
yolanda yolande yonatan yoni yoram yossi youcef younes youness young youri yousra youssef youssouf yousuf
yoweri ysabelle yseult yukio yulia yuri yuriko yusuf yuta yvan yves yvette yvon yvonne zacarias zacharie
zachary zahia zahra zaia zakaria zara zarie zbigniew zdenek zeev zeinab zeineb zelda zhanna zia ziad zied
zineb zinedine zita zlatan zoe zofia zohra zohreh zora zoran zoubida zoubir zouhair zsa zulfikar zuzana
`)

/** Also towns, countries, words or brands: they open a full name, but alone they name nobody. */
const DOUBTFUL_ALONE = words(`
palmer sadi tito fauve manie
philippine indiana dante linda amos dov reem ravi amit
abel abou adelaide ahed aime alba alpha amal andy ange angel apolline april art august aurore austin ayatollah
bandar barry ben blaise blanche brune carol cash celeste cesar charlie charlotte chelsea cherry constance cora
cortes dan dean desire dick dolly don dora eden edison emir eve faustine felicite fidel fleur florence franc
franco franklin gad georgia germain gil gordon grace grant gus hal harvey hector honore hyun ida ike iker imam
ion iris irma jackson jade jae jan jay jesus jo jong jordan joy jude june jung justin katrina kerry khalifa ki
kim kit lambert lance lena lincoln linda lorraine love luna luz madison mali malin mama mar marceau mari maria
marin masih maxima mercedes mia milan miles min ming mo modeste moon morgan napoleon nelson noel ole olive
olympe pal parfait pat penny pepe per pia pierce pilar prosper prudence rabia raja rama reagan regina rex rim
rita robin roch rocio roman romane rosa rosario rose ross roy salem salman salomon sam sana sandy sang
santiago santos saul sega seth shine sofia stella sterling sultan sung sunny sydney tae taha tal tara tea ted
tim tod todd tom toussaint turki valentine venus vic victoire victoria vidal vin viola virginia vital wally
will wolf young zara
kemal ahmet binali hakan ekrem meral selahattin fethullah noursoultan nursultan kassym yoshihide shehbaz hafez binyamin
moammar kais faical joko mahathir antonis fredrik sauli petri traian hashim ramush ilir riek ollanta
`)

const COMPOUND_FIRST = words(
  'jean marie anne pierre paul louis charles marc henri andre abdel rose anna lou luc guy yves eva hans karl',
)

/** True for a first name, or a compound of them (`Marie-Élodie`, `Jean-Loup`). Case and accents do not matter. */
export function isFirstName(word: string): boolean {
  const key = keyOf(word)
  if (FIRST_NAMES.has(key)) return true
  const [first = '', second = '', third] = key.split('-')
  if (second === '' || third !== undefined) return false
  return FIRST_NAMES.has(second) && (FIRST_NAMES.has(first) || COMPOUND_FIRST.has(first))
}

/** True when nothing but a person is called so: then it may stand alone. */
export function isSureFirstName(word: string): boolean {
  return isFirstName(word) && !DOUBTFUL_ALONE.has(keyOf(word))
}

const PLAIN = /^[A-Za-z-]+$/

/** Folded, quickly where the word has plain letters. */
export const keyOf = (word: string): string => (PLAIN.test(word) ? word.toLowerCase() : fold(word))
