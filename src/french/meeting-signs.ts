// The signs without which no text and no sentence tells a meeting: a quick look before the readers. Tells no meeting itself.

/** Whether the readers have anything to look at. */
export const mayTellMeeting = (text: string): boolean => SIGN.test(text)

/** Stems of the verbs and nouns, with or without their accents; each a piece of a regular expression. */
const STEMS = String.raw`
rencontr entretien entreten entreti?n re[cç]u re[cç]o recev accueill revoi revu reverr retrouv rejoindre discut [ée]chang
dialogu n[ée]goci d[ée]jeun d[îi]n[eé] r[ée]uni parl t[ée]l[ée]phon voir \bvu verr t[êe]te-[àa]-t[êe]te face-[àa]-face
entrevue rendez-vous audience visit sommet conversation consult appel visio vid[ée]o conf[ée]rence pourparlers concert
`

/** «en présence de X», «aux côtés de X», «ont convenu», «son homologue», «s’est rendu à», «est venue voir». */
const OTHERS = ['présence d', 'côtés d', 'convenu', 'homologue', 'rendue?s? ', 'venue?s? ', 'repas']

const SIGN = new RegExp([...STEMS.trim().split(/\s+/u), ...OTHERS].join('|'), 'iu')
