// Every warning about a feed has its French sentence, in singular and in plural.
import { describe, expect, it } from 'vitest'
import { explainWarning } from '../../src/locale/warnings.ts'
import type { FeedWarning } from '../../src/ports.ts'

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ')

describe('the sentence of a warning', () => {
  it.each([
    [
      { code: 'encoding-lies', declared: 'utf-8', used: 'windows-1252' },
      'Le flux se dit codé en UTF-8 ; son texte est en windows-1252, et c’est ainsi qu’il a été lu.',
    ],
    [
      { code: 'encoded-twice' },
      'Des accents du flux ont été codés deux fois (« Ã© » pour « é ») ; ils ont été rétablis.',
    ],
    [{ code: 'read-tolerantly', recovered: 0 }, 'Le flux est mal formé ; il a été lu quand même.'],
    [
      { code: 'read-tolerantly', recovered: 1 },
      'Le flux est mal formé ; 1 article abîmé a été lu quand même.',
    ],
    [
      { code: 'read-tolerantly', recovered: 30 },
      'Le flux est mal formé ; 30 articles abîmés ont été lus quand même.',
    ],
    [{ code: 'truncated' }, 'Le flux s’arrête au milieu d’un article : la fin manque.'],
    [
      { code: 'dates-missing', count: 1 },
      'Un article n’a pas de date lisible ; il prend celle de sa découverte.',
    ],
    [
      { code: 'dates-missing', count: 1200 },
      '1 200 articles n’ont pas de date lisible ; ils prennent celle de leur découverte.',
    ],
    [
      { code: 'entities-refused' },
      'Le flux définit ses propres entités XML ; par sécurité, elles n’ont pas été lues.',
    ],
    [{ code: 'links-refused', count: 1 }, 'Un lien ne mène pas à une adresse web ; il a été retiré.'],
    [{ code: 'links-refused', count: 2 }, '2 liens ne mènent pas à une adresse web ; ils ont été retirés.'],
  ] satisfies [FeedWarning, string][])('tells %j', (warning, expected) => {
    const sentence = explainWarning(warning)
    expect(plain(sentence)).toBe(expected)
    expect(sentence).not.toMatch(/ [:;?!»]/)
  })
})
