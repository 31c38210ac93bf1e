// Whether a first name is a man's or a woman's, for the names that press articles are full of. Written for Pressoir from
// general knowledge; a name that either may bear is in neither list.
import { keyOf } from './first-names.ts'

export type Gender = 'masculine' | 'feminine'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

const MEN = words(`
aaron abbas abdallah abdel abdelaziz abdelfattah abdelkader abdellah abdelmadjid abdoulaye abdullah achille adam adama
adel adolphe adrian adrien ahmad ahmed akim alain alan alassane albert alberto aleksandar alessandro alexandre alexei
alfred ali amadou amaury amin amine amir anatole anders andres andrew andrzej andy anthony antoine antonio antony ari
armand arnaud arnold arsene arthur artur asif auguste augustin aurelien axel ayman aymeric ayoub azzedine babacar
bachar bachir barack baptiste barry bart bashar basile bastien benjamin benoit bernard bertrand bill blaise bob boris
brad brahim brett brian brice bruce bruno carlos cedric cesar charles chris christian christophe christopher clement
clint colin constantin corentin cyprien cyril cyrille dan daniel danny dario darren dave david denis derek didier
diego dimitri djamel donald dylan ed eddy edgar edgard edmond edouard eduardo edward edwy elias elie eliott elon emanuel
emile emilio emmanuel enrico enzo eric ernest erwan erwann ethan etienne eugene evan evo fabien fabio fabrice
farid faycal felipe felix ferdinand fernand fernando fidel filippo florent florian francis francisco franck franco
francois frank franklin fred freddy frederic gabriel gad gael gaetan gaspard gaston gauthier gautier gavin geoffroy
george georges gerald gerard germain ghislain gianni gilbert gilles giovanni giuseppe glenn gordon greg gregoire
gregory guillaume gustave guy habib hakim hamed hamid hamza hans harold harrison harry harvey hassan hector helmut
henri henrik henry herbert hermann herve hicham hubert hugo hugues humphrey hussein ian ibrahim idriss igor ilham imad
imran isaac ismael ismail issam ivan jack jacob jacques jair jake jamal james janez jared jason javier jean jeff
jeffrey jens jeremie jeremy jerome jesus jim jimmy joachim joaquin joe joel joffrey johannes john johnny jon jonas
jonathan jorge jose josep joseph joshua juan jules julian julien jurgen justin kader kamel karim karl kemal ken kenneth
kevin khaled khalid khalifa kofi konrad kurt kyle kylian lakhdar larry laurent leandro leo leon leonardo leonid leopold lewis
liam lionel lloyd loic louis luc luca lucas lucien ludovic luis luigi lukas mael mahmoud malik mamadou manuel marc
marcel marcelo marco marcus mario mark martin massoud mateusz mathias mathieu mathis matt matteo matthew matthias
matthieu mauricio max maxime mehdi michael michel miguel mikhail milos mohamed mohammad mohammed moise mokhtar moncef
moussa mourad mouloud mustafa mustapha nabil narendra nasser nathan nelson nicholas nicolas nigel nikola nikos noel
nordine norbert octave olaf oleg oliver olivier omar oscar oskar othman otto pablo paolo pascal patrice patrick paul paulo
pavel pedro peter petro phil philip philippe pierre piotr quentin rachid rafael raffaele rainer ralph ramon
ramzan raoul raphael raul raymond rayan raynald recep reda regis remi remy renaud rene rex ricardo richard robert roberto
robin rodolphe rodrigo roger roland romain roman romano romuald ronald ronaldo rudy ryan sadio salah salim salman salvador
samir samuel samy sebastian sebastien serge sergei sergey sergio serguei shinzo silvio simon slimane sofiane stanislas
stefan stefano stephane stephen steve steven sylvain tariq tayyip ted teddy theo theodore theophile thibaud thibault
thibaut thierry thomas tim timothy tom tomas tommy tony tristan uhuru ulrich vaclav valentin valery victor viktor
vincent vladimir volodymyr walter werner wilfried willem william willy wolfgang xavier yacine yanis yann yannick yassine
yasser youri youssef yves yvan yvon zinedine zine
`)

const WOMEN = words(`
adele adeline adriana agathe agnes agnieszka aicha aissata alexandra alexia alice alicia aline alison alizee amanda amandine
amelie amina ana anais anastasia andreea angela angele angelina angelique anissa anita ann anna annabelle anne
annegret annette annick annie annika antoinette antonella apolline ariane arlette armelle asia asma assa astrid aude audrey
aung aurelie aurore aya barbara beatrice benazir benedicte berengere bernadette bertille beth betty bianca brigitte britney caitlyn
camilla carine carla carly carmen carol carola carole carolina caroline carrie catherine cathy cecile cecilia celeste celia celine
chantal charlene charlotte chelsea chiara chloe christel christelle christiane christina christine cindy claire clara
clarisse claudette claudia claudine clemence clementine cleo clotilde colette constance coralie coraline corinne cristina
cynthia daisy dalia daniela daniele danielle daphne debbie deborah delphine diana diane dilma dolores dominica donatella
doria dorothee edith edwige eileen elena eleonore elisabeth elise eliane elizabeth ella ellen elodie elsa elvire emilie
emily emma emmanuelle erica erika ericka estelle esther eugenie eva eve evelyne fabienne fadela fanny farida fatima
fatoumata faustine federica federica felicia fiona flavie fleur flora florence francesca francine francoise frederique gabriela
gabriella gabrielle gaelle genevieve geraldine ghislaine gina ginette giorgia gisele giulia gloria greta gwenaelle gwendoline
hafsat hannah heidi helen helena helene heloise henriette hilary hillary huguette ilana imane ines ingrid irene irina iris isabel
isabella isabelle isadora ivana ivanka jacinda jacqueline jane janet janine jeanne jeannette jennifer jenny jessica jill
joanna jocelyne johanna josette josephine josiane joy joyce juana judith julia juliana julie juliette justine kamala
karen karima karin karine karla kate katherine kathleen kathy katia katrin katy keira kellyanne khadija kristalina kristin
laeticia laetitia lana latifa laura laure laurence lea leila lena leonor leslie leticia leyla lili liliane lily linda
lindsay lisa liz louise lucia lucie lucienne lucile lydia lydie lynda macarena maddy madeleine madonna maelys magali
magalie maggie maite malala malika manon manuela margaret margarita margaux margot marguerite maria mariam
mariana marianne marie mariel marielle marietta marilou marilyn marina marine marion marisol marjorie marlene marta martha
marthe martine mary maryam maryline maryse mathilde maud maureen megan meghan melania melanie melissa mercedes meryl
michaelle micheline michele michelle mireille miriam moira mona monica monika monique muriel myriam nadege nadia nadine
najat nancy naomi natacha natalia natalie natasha nathalie nelly nicole nina ninon noemie nora nouria odette odile
olga olivia ophelie orane oprah pamela panayota paola pascale patricia paula paulette pauline penelope perrine petra prisca
priscilla priscillia rachel rachele rachida raissa rama raymonde rebecca regine renate renee rihanna rita roberta rokhaya
romane rosalie rosa rosario roselyne rosine roxana roxane ruth sabine sabrina salome samantha sandra sandrine sara sarah scarlett
segolene selma serena severine shakira sharon sheila sheryl shirley sibeth sibyle simone simonetta sofia solange
solene sonia sophie stefania stephanie susan susana susanne suzanne svetlana sybille sylvana sylviane sylvie tatiana
teresa thalia theresa therese tiphaine ursula valentina valerie vanessa vera veronica veronique victoria victoire viktoria
violaine violette virginia virginie viviane wendy whitney winnie yael yolande yvette yvonne zahia zineb zoe
`)

/** Of a first name, or of the first part of a compound one; undefined for names of both and unknown ones. */
export function genderOfFirstName(word: string): Gender | undefined {
  const [first = ''] = keyOf(word).split('-')
  if (MEN.has(first)) return 'masculine'
  return WOMEN.has(first) ? 'feminine' : undefined
}
