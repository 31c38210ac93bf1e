// How a filter is written, on one page for the chat. Reads none.
import type { Block, MessageText, Span } from '../core/message.ts'
import { heading, list, paragraph, plain, smallPrint, strong } from './blocks.ts'
import { french } from './sentence.ts'

/** What each way of writing keeps, by example. */
const EXAMPLES: readonly (readonly [line: string, meaning: string])[] = [
  ['réforme des retraites', 'tous ces mots, dans n’importe quel ordre, au singulier comme au pluriel'],
  ['"plan social"', 'ces mots à la suite'],
  ['grève OU retraites', 'l’un des deux'],
  ['grève ET retraites', 'les deux'],
  ['retraites SAUF sport', 'le premier sans le second'],
  [
    '(grève OU "plan social") SAUF titre:sport',
    french`les parenthèses groupent ; « titre: » ne regarde que le titre`,
  ],
  ['personne:"Emmanuel Macron"', 'une personne, nommée en entier ou par son seul nom'],
  ['lieu:Paris', french`un lieu, et non « Paris Match » ; un pays vaut aussi pour sa capitale`],
  ['éditeur:"Le Monde"', french`un éditeur ; de même « rubrique:Sport » et « flux:"Le Courrier" »`],
  ['langue:fr', french`une langue ; « langue:étrangère » pour toutes les autres`],
  ['/grève (générale|nationale)/', 'une expression régulière'],
]

export function filterGuide(): MessageText {
  return {
    summary: 'Écrire un filtre',
    blocks: filterGuideBlocks(),
  }
}

function filterGuideBlocks(): readonly Block[] {
  return [
    heading('Écrire un filtre'),
    paragraph('Un filtre choisit les articles d’une revue. Les accents et les majuscules ne comptent pas.'),
    list(EXAMPLES.map(row)),
    smallPrint(
      french`Essayez : /programme essayer filtre:retraites SAUF sport. Puis adoptez-le avec /programme modifier ou /abonnement regler, « filtre » en dernier.`,
    ),
  ]
}

const row = ([line, meaning]: readonly [string, string]): readonly Span[] => [
  strong(line),
  plain(french` : ${meaning}`),
]
