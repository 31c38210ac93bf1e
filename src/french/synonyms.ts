// Words with which questions and articles say the same: «coûter» and «vendu», «mourir» and «décès». A small table of
// what people ask most, our own; no thesaurus, and never used to rewrite a sentence.
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
`

const byStem = new Map<string, Set<string>>()
for (const line of GROUPS.trim().split('\n')) {
  const stems = new Set(line.split(/\s+/u).map(stem))
  for (const own of stems) byStem.set(own, (byStem.get(own) ?? new Set()).union(stems))
}
for (const [own, others] of byStem) others.delete(own)

const NONE: ReadonlySet<string> = new Set()

/** Stems that may stand for this one; mostly none. */
export const stemsLike = (own: string): ReadonlySet<string> => byStem.get(own) ?? NONE
