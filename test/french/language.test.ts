// Which texts are French: short ones in many languages, written for this table, and what must hold for any string.
import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languageOf } from '../../src/french/language.ts'

const isStable = (text: string): boolean => languageOf(text) === languageOf(text)

describe('languageOf', () => {
  it.each([
    [
      'news',
      'Le conseil municipal a voté jeudi soir le budget de la ville, malgré les réserves de l’opposition.',
    ],
    [
      'without accents',
      'Les eleves ont ete recus par le maire, qui leur a parle de la greve et de ses suites.',
    ],
    ['in capitals', 'LES ÉLÈVES ONT ÉTÉ REÇUS PAR LE MAIRE, QUI LEUR A PARLÉ DE LA GRÈVE ET DE SES SUITES.'],
    [
      'with English names',
      'Le film « The Last of the Winter » sera montré à New York par le studio Black Sun Pictures.',
    ],
    [
      'with figures',
      'Au 3 mai, 12 des 40 communes de la vallée avaient reçu 1,5 million d’euros pour leurs routes.',
    ],
    [
      'a quotation of people who talk',
      '« Ça va, on a vu pire, mais je ne sais pas ce qui nous attend », dit-elle.',
    ],
    ['one sentence', 'Une enquête a été ouverte après la chute d’un arbre.'],
  ])('takes for French: %s', (_reason, text) => expect(languageOf(text)).toBe('french'))

  it.each([
    ['English', 'The town council voted on Thursday night for a budget that will cut spending on roads.'],
    ['English, short', 'The mayor said that he would not be there.'],
    ['German', 'Der Gemeinderat hat am Donnerstag das Budget der Stadt mit großer Mehrheit angenommen.'],
    ['Dutch', 'De gemeenteraad heeft donderdag het budget van de stad goedgekeurd, maar niet zonder debat.'],
    [
      'Spanish',
      'El ayuntamiento aprobó el jueves los presupuestos de la ciudad, que no gustan a los vecinos.',
    ],
    [
      'Italian',
      'Il consiglio comunale ha approvato giovedì il bilancio della città, che non piace ai cittadini.',
    ],
    [
      'Portuguese',
      'A câmara municipal aprovou na quinta-feira o orçamento da cidade, que não agrada aos moradores.',
    ],
    ['Catalan', 'L’ajuntament ha aprovat dijous el pressupost de la ciutat amb els vots de la majoria.'],
    [
      'Romanian',
      'Consiliul local a votat joi bugetul orașului, care nu este pe placul tuturor locuitorilor din zonă.',
    ],
    ['Arabic', 'صوت المجلس البلدي مساء الخميس على ميزانية المدينة.'],
    ['Russian', 'Городской совет в четверг вечером принял бюджет города.'],
    ['Greek', 'Το δημοτικό συμβούλιο ψήφισε την Πέμπτη τον προϋπολογισμό.'],
    ['Chinese', '市议会星期四晚上通过了城市预算案。'],
    ['Japanese', '市議会は木曜日の夜に予算を可決した。'],
    [
      'a language without a list: Polish',
      'Rada miasta przyjęła w czwartek wieczorem budżet, który ograniczy wydatki na drogi. Mieszkańcy protestowali przed ratuszem, ponieważ obawiają się, że szkoły zostaną zamknięte jeszcze przed wakacjami.',
    ],
    [
      'a language without a list: Turkish',
      'Belediye meclisi perşembe akşamı kentin bütçesini kabul etti. Yolların bakımı için ayrılan pay azaltılacak ve okulların ısıtılması için yeni kaynak aranacak. Mahalle sakinleri kararı protesto etmek üzere toplandı.',
    ],
  ])('takes for foreign: %s', (_reason, text) => expect(languageOf(text)).toBe('foreign'))

  it.each([
    ['nothing', ''],
    ['one word', 'Budget'],
    ['a name', 'Anne-Marie Roy-Durand'],
    ['an exclamation', 'Vive la mairie libre !'],
    ['figures', '12 34 56 78 90 12 34 56'],
    ['signs', '!!! ??? ... «»'],
    ['a title of names', 'Trump, Macron, Merkel, Biden, Zelensky, Poutine'],
    ['a foreign word or two', 'Привет Paris'],
  ])('cannot tell: %s', (_reason, text) => expect(languageOf(text)).toBe('unknown'))

  it('reads any string, the same way twice', () => {
    expect(() => assert(property(string({ unit: 'binary', maxLength: 300 }), isStable))).not.toThrow()
  })

  it.each(['a', ' ', '\uD83D', 'é', 'я', '. '])('reads the head of a megabyte of %j only', (unit) => {
    const before = process.cpuUsage()
    languageOf(unit.repeat(1_000_000))
    expect(process.cpuUsage(before).user).toBeLessThan(100_000)
  })
})
