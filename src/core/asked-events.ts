// «Que s’est-il passé à …», «quoi de neuf sur …»: questions for the newest sentences about a place or a thing.
import { keysOf, phraseOf, type QuestionLine, wordsAt } from '../french/question-line.ts'
import type { Asked } from './asked.ts'

/** What stands behind the first of the patterns that matches, as typed. */
function behind({ text, words }: QuestionLine, pattern: RegExp): string | undefined {
  const keys = keysOf(words)
  const match = pattern.exec(keys)
  if (match === null) return undefined
  const phrase = phraseOf(text, wordsAt(words, match.index + match[0].length - 1, keys.length))
  const ahead = phraseOf(text, wordsAt(words, 0, match.index + 1))
  return phrase === '' ? ahead : phrase
}

const ABOUT =
  '(?:sur|a propos (?:de|du|des|d)|au sujet (?:de|du|des|d)|concernant|chez|pour|cote|avec|a|au|aux|en|dans|de|du|des|d|autour (?:de|du|des|d))'
const NEWS = new RegExp(
  `^ (?:(?:quoi|qu est ce qu il y a|qu y a t il|qu y a il|qu y a|y a t il|y a il|il y a quoi|il y a|y a|y a quoi|quelque chose|rien) (?:de |du )?(?:neuf|nouveau)|(?:du|des|les|quelles sont les|l|quelle est l|donne moi les|quelles?|la|derniere?s?) ?(?:toutes )?(?:dernieres? )?(?:nouveau|nouvelles?|news|actus?|actualites?|infos?|informations?)(?: recentes?)?|ou en (?:est|sont)(?: on)?|quoi de neuf|les news)(?: (?:aujourd hui|cette semaine|ce matin|recemment|ces jours ci))?(?: ${ABOUT}(?: (?:l|la|le|les))?)? `,
  'u',
)

export function readWhatIsNew(line: QuestionLine): Asked | undefined {
  const about = behind(line, NEWS)
  return about === undefined ? undefined : { kind: 'what-is-new', about }
}

const HAPPENED = new RegExp(
  `(?: |^)(?:(?:que |qu |qu est ce qui |qu est ce qu )?(?:il )?(?:s |se )(?:est |etait )?passe(?: quoi)?|(?:qu|qu est ce qui|qu est ce qu)(?: il)? (?:est|etait) arrive|(?:il )?(?:s )?(?:est )?(?:passe|arrive) quoi|que (?:se )?passe)(?: (?:exactement|hier|aujourd hui|recemment))?(?: ${ABOUT}(?: (?:l|la|le|les))?)? `,
  'u',
)

export function readWhatHappened(line: QuestionLine): Asked | undefined {
  const keys = keysOf(line.words)
  // «quand s’est passé», «où s’est passé» ask for a day, a place.
  if (!/^ (?:qu|que|quoi|il|ca|c|est ce qu|se|s) | quoi(?: |$)/u.test(keys)) return undefined
  const about = behind(line, HAPPENED)
  return about === undefined ? undefined : { kind: 'what-happened', about }
}
