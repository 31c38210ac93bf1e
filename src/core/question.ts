// A question as a person types it: the words that carry its subject, and what is asked. Answers nothing.
import { contentStems } from '../french/stems.ts'
import { readLine } from '../french/question-line.ts'
import { type Asked, askedBy } from './asked.ts'
import type { Day } from './calendar.ts'
import { BIRTH } from './weigh-sentences.ts'

export interface Question {
  readonly text: string
  /** Stems that a sentence must share to be an answer, without repeats; empty for «qui ?» alone. */
  readonly stems: readonly string[]
  readonly asked: Asked
}

/** Inverted pronouns hang on their verb: «a-t-il», «est-ce», «dit-on». */
const INVERTED = /(?<=\p{L})-(?:t-)?(?:il|elle|ils|elles|on|ce|je|tu|nous|vous)(?!\p{L})/giu

/** Words that ask and are in no answer. The stop words hold the others (qui, quand, où, quel…). */
const ASKING =
  /(?<!\p{L})(?:combien|pourquoi|comment|quoi|neuf|passée?|passe|nouvelles?|dernièrement|récemment)(?!\p{L})/giu

/** «né» folds into a stop word and would be lost. */
const BORN = /(?<!\p{L})née?s?(?!\p{L})/iu

/** «où se trouve X», «quel est le montant de X», «comment s’appelle X»: the words ask, what is asked about stands behind. */
const ASKING_PHRASES =
  /(?<!\p{L})(?:se (?:trouve|situe|déroule)(?:nt)?|s['’]appelle|quel(?:le)?s? (?:(?:est|était|sera|sont|a été) )?(?:l[ea]s? |l['’])?(?:montant|nombre|prix|coût|cout|pourcentage|taux|bilan|date|jour|heure|lieu|endroit|nom|rôle|role|poste|fonction|position|réaction|avis)|(?:a|ont) (?:eu |lieu)+|(?:aura|auront) lieu|avoir lieu)(?!\p{L})/giu

/** `on` is the day of asking, against which «cette semaine» is resolved; without it no period is read. */
export function readQuestion(text: string, on?: Day): Question {
  const asked = askedBy(readLine(text), on)
  const bare = subjectOf(text, asked).replace(INVERTED, ' ').replace(ASKING_PHRASES, ' ').replace(ASKING, ' ')
  const born = BORN.test(text) ? [BIRTH] : []
  return { text, stems: [...new Set([...contentStems(bare), ...born])], asked }
}

/** Verbs of speech that tell no more than that somebody spoke. */
const SPOKEN =
  /(?<!\p{L})(?:dit|dire|dis|déclar\p{L}*|affirm\p{L}*|annonc\p{L}*|expliqu\p{L}*|estim\p{L}*|pens\p{L}*|assur\p{L}*|ajout\p{L}*|indiqu\p{L}*|précis\p{L}*|racont\p{L}*|répond\p{L}*)(?!\p{L})/giu

/** The words that carry the subject: of «qu’est-il arrivé à X» X alone. */
function subjectOf(text: string, asked: Asked): string {
  switch (asked.kind) {
    case 'what-happened':
    case 'what-is-new':
      return asked.about
    case 'what-says':
      return text.replace(SPOKEN, ' ')
    case 'who-said':
      return asked.isQuoted ? text : text.replace(SPOKEN, ' ')
    case 'met':
    case 'did-meet':
    case 'where':
    case 'when':
    case 'how-many':
    case 'who-is':
    case 'who':
    case 'whether':
    case 'other':
      return text
    default:
      return asked satisfies never
  }
}
