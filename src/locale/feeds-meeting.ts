// What administrators are told when two of their feeds have come to lead to one address. Compares no addresses.
import type { Feed } from '../core/feed.ts'
import type { MessageText } from '../core/message.ts'
import { sentenceMessage } from './blocks.ts'
import { titled } from './guillemets.ts'
import { french } from './sentence.ts'

type ToldFeed = Pick<Feed, 'title' | 'url' | 'origin'>

/** `moved` redirects to `to`, where `other` is read already. */
export function sameAddressMessage(moved: ToldFeed, other: Pick<Feed, 'title'>, to: string): MessageText {
  return sentenceMessage(
    french`Les flux ${titled(moved.title)} et ${titled(other.title)} mènent maintenant à la même adresse : ${to}. ${toDo(moved)} Leurs articles restent, et aucun n’est annoncé deux fois.`,
  )
}

function toDo({ title, url, origin }: ToldFeed): string {
  return origin === 'file'
    ? french`Dans config/pressoir.yaml, retirez ${url}.`
    : french`Retirez le premier : /flux retirer ${title}.`
}
