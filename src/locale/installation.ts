// What people read in their browser while they install the app on Slack. Writes no markup.
import { french } from './sentence.ts'

export interface PageText {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly link?: { readonly label: string; readonly address: string }
}

/** `address` is Slack's, with the question that it will bring back. */
export function installPage(address: string): PageText {
  return {
    title: 'Installer Pressoir dans Slack',
    paragraphs: [
      french`Pressoir publie la revue de presse de votre équipe dans vos canaux. Il répond aussi à vos questions, avec des phrases citées mot pour mot.`,
      'Slack vous montrera les droits demandés avant de les accorder. Pressoir lit ce qu’on lui écrit. Il ne relit un canal que pour ne pas y publier deux fois.',
      'Ce lien reste valable dix minutes.',
    ],
    link: { label: 'Choisir mon espace Slack', address },
  }
}

/** `workspaceName` is `''` when Slack does not say. */
export function installedPage(workspaceName: string, address: string): PageText {
  return {
    title:
      workspaceName === ''
        ? 'Pressoir est installé'
        : french`Pressoir est installé dans « ${workspaceName} »`,
    paragraphs: [
      french`Dans Slack, ouvrez le canal de votre choix et écrivez /invite @Pressoir.`,
      french`Écrivez ensuite /aide : Pressoir vous dira ce qu’il sait faire. Vous pouvez fermer cette page.`,
    ],
    link: { label: 'Ouvrir Slack', address },
  }
}

/** Why somebody comes back without an installation. */
export type InstallRefusal = 'declined' | 'stale' | 'organisation' | 'failed' | 'crowded'

const REFUSALS: Readonly<Record<InstallRefusal, Omit<PageText, 'link'>>> = {
  declined: {
    title: 'L’installation est abandonnée',
    paragraphs: ['Vous n’avez pas accordé les droits demandés. Rien n’a été changé dans votre espace.'],
  },
  stale: {
    title: 'Ce lien n’est plus valable',
    paragraphs: [
      'Il ne sert qu’une fois, pendant dix minutes, dans le navigateur qui l’a ouvert. Rien n’a été changé.',
    ],
  },
  organisation: {
    title: 'Choisissez un seul espace',
    paragraphs: [
      'Pressoir s’installe espace par espace, et non pour toute une organisation. Rien n’a été enregistré.',
    ],
  },
  failed: {
    title: 'L’installation n’a pas abouti',
    paragraphs: ['Slack n’a pas confirmé l’installation. Rien n’a été enregistré.'],
  },
  crowded: {
    title: 'Trop de demandes à la fois',
    paragraphs: ['Patientez une minute.'],
  },
}

/** `again` is where to begin anew. */
export function refusalPage(refusal: InstallRefusal, again: string): PageText {
  return { ...REFUSALS[refusal], link: { label: 'Recommencer l’installation', address: again } }
}
