// Words with which questions and articles say the same: «coûter» and «vendu», «mourir» and «décès». A small table of
// what people ask most, our own; no thesaurus, and never used to rewrite a sentence.
import { COUNTRIES } from './countries.ts'
import { stem } from './stems.ts'

/** A line holds words of one sense in the forms that share no stem. */
const GROUPS = `
mort mourir meurt morte mourut tué tuer tuée décès décédé décéder victime disparition périr cadavre
blessé blessure
coûter coût prix vendre vendu vente vend adjugé payer payé montant acheter acheté facture estimé
gagner remporter victoire vainqueur emporter emporte élu élire élection conquérir ravir bat battu battre succéder
lieu tenir tenu tiendra dérouler organiser organisé prévu
naître né née naissance
supprimer suppression licenciement licencier
rouvrir réouverture rouvert ouvrir ouverture
augmenter augmentation hausse progresser bondir
baisser baisse recul diminuer chuter chute
diriger dirigeant patron chef directeur directrice présider président tête
accuser accusation reprocher dénoncer plainte fustiger critiquer
acheter racheter rachat acquérir acquisition achat
démissionner démission quitter départ
condamner condamnation peine prison écoper
arrêter arrestation interpeller interpellation
défilé défiler parade procession
habiter vivre vit réside résider domicile installer
atterrir poser arriver arrivée atterrissage
décoller lancement lancer tir tirer décollage
annuler annulation annulé
reporter report repousser repoussé différer
manifester manifestation mobilisation rassemblement rassembler défiler protester
bombardement bombarder raid frappe
incendie feu brûler
attaque attaquer attentat assaut
interdire interdiction interdit
covid covid-19 coronavirus épidémie pandémie virus
boycotter boycott boycottent
nommer nomination désigner remplacer
trouver retrouver découvrir découverte
voler vol dérober volé
alerte alerter signaler signalement
test tester dépistage positif
disputer jouer match rencontre
publier paraître sortir sortie parution
commencer débuter début démarrer lancer
finir terminer fin achever
déplacé réfugié migrant
température chaleur degrés
récompense prime
salaire gagner toucher rémunération
diplôme diplômé
policier police agent gendarme
rapatrier rapatriement
perdre défaite perdu battu
emporter porter embarquer transporter placer
fabriquer fabrication produire production assembler assemblage construire construction bâtir usine
tuer meurtre assassiner assassinat abattre abattu meurtrier mort
saisir saisie prise intercepter confisquer
secourir secours sauver sauvetage sauveteur ramener
score voix pourcentage résultat
partir repartir départ quitter reprendre
rester demeurer
reculer recul baisse contraction
fermer fermeture
sortir sortie disponible paraître
grève gréviste débrayage
accord signer signature
détruire destruction démolir
évacuer évacuation
libérer libération relâcher
enlever enlèvement kidnapper
voter vote adopter adoption approuver
refuser refus rejeter rejet
soutenir soutien appuyer
marier mariage épouser
étudier étudiant études
créer création fonder fondation
retour revenir rentrer retourner
blesser blessé blessure
héberger hébergement loger accueillir
exploser explosion
inonder inondation crue
tomber chute
vitesse rafale km/h
gratuit gratuité
bilan mort victime
longueur long longue
hauteur haut haute
durée durer
vent rafale bourrasque
score voix pourcentage
tram tramway
manif manifestation
labo laboratoire
appli application
prof professeur
foot football
pub publicité
ado adolescent
bac baccalauréat
météo météorologie
hosto hôpital
resto restaurant
prendre prend prendra pris prise prennent
venir vient viendra venu viennent
devenir devient deviendra devenu
obtenir obtient obtiendra obtenu
sortir sort sortira sorti sortie
partir part partira parti
mettre met mettra mis mettent
rendre rend rendra rendu
recevoir reçoit recevra reçu réception
perdre perd perdra perdu perte
construire construit construira construction
détruire détruit destruction
réduire réduit réduction
suivre suit suivra suivi
choisir choisit choisi choix
connaître connaît connu
écrire écrit écrivent
peindre peint peinture
craindre craint crainte
promettre promet promis promesse
permettre permet permis
succéder succède successeur remplacer
juger procès tribunal comparaître assises plaider audience
escroc escroquerie arnaque
enseigner enseigne apprendre école cours élève
`

const byStem = new Map<string, Set<string>>()

function join(words: readonly string[]): void {
  const stems = new Set(words.map(stem))
  for (const own of stems) byStem.set(own, (byStem.get(own) ?? new Set()).union(stems))
}

for (const line of GROUPS.trim().split('\n')) join(line.split(/\s+/u))
// «en Italie» and «la police italienne» name one country.
for (const { key, adjectives } of COUNTRIES)
  if (!key.includes('-'))
    join([
      key,
      ...adjectives.flatMap((pair) => pair.split('/')).flatMap((form) => [form, `${form}e`, `${form}ne`]),
    ])
for (const [own, others] of byStem) others.delete(own)

const NONE: ReadonlySet<string> = new Set()

/** Stems that may stand for this one; mostly none. */
export const stemsLike = (own: string): ReadonlySet<string> => byStem.get(own) ?? NONE
