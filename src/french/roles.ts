// Words that stand beside a name: civilities, offices, trades, kin, verbs of speech. Our own lists, folded.

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Forms of address that only a name follows; they stay outside the name. */
export const CIVILITIES = words(`
mr mmr mrs ms mme mmes mlle mlles monsieur messieurs madame mesdames mademoiselle me maitre maitres dr drs pr prs
mgr sir lord lady don dona cheikh sheikh
`)

/** Forms of address for several people: `MM. Dupré et Valmy`. */
export const PLURAL_CIVILITIES = words('mmr mmes mlles messieurs mesdames drs prs maitres presidents')

/** Civilities that are another word without a capital or a stop: `Me voilà`, `Don du sang`. */
export const DOUBTFUL_CIVILITIES = words('me m pr dr don dona')

/** Offices that may take a name directly behind them, a surname alone too: `le président Valmy`. */
export const DIRECT_TITLES = words(`
president presidente ex-president ex-presidente presidents vice-president vice-presidente chancelier chanceliere
general generale colonel lieutenant-colonel commandant commandante capitaine lieutenant amiral vice-amiral marechal
sergent adjudant caporal brigadier sergent-chef adjudant-chef caporal-chef brigadier-chef sous-lieutenant contre-amiral major gendarme soldat pape reine roi prince princesse duc duchesse comte comtesse
baron baronne empereur imperatrice tsar emir sultan calife ayatollah imam rabbin pasteur abbe pere soeur frere mere
cardinal archeveque eveque monseigneur juge senateur senatrice gouverneur docteur professeur camarade
guide tante oncle mollah commissaire dictateur prevot ambassadeur candidat candidate
ministre depute deputee maire avocat avocate procureur procureure
`)

/** Nouns for a person, behind or before a full name. Adjectives may stand between. */
export const ROLES = words(`
activiste actrice acteur administrateur administratrice adjoint adjointe agent agriculteur agricultrice
allie alliee ami amie amiral analyste anthropologue animateur animatrice apprenti architecte arbitre artiste
assistant assistante astronaute astrophysicien athlete auteur autrice auteure attaquant avocat avocate
banquier baron baronne batteur bassiste biologiste blogueur blogueuse boxeur boulanger buteur cadet cadette cadre
camarade candidat candidate capitaine cardiologue cardinal cascadeur champion championne chanceliere chancelier
chanteur chanteuse chauffeur chef cheffe chercheur chercheuse chirurgien choregraphe chroniqueur chroniqueuse
cineaste coach coiffeur collaborateur collaboratrice colistier colistiere collegue colonel comedien comedienne
commandant commentateur commissaire compagne compagnon compositeur compositrice comptable concurrent concurrente
conducteur conductrice confrere conjoint conjointe conseiller conseillere conservateur consul consultant
consultante contre-amiral coordinateur coordinatrice correspondant correspondante coureur cousin cousine couturier createur creatrice
criminologue critique cuisinier cycliste danseur danseuse defenseur defenseure defenseuse delegue deleguee
demissionnaire demographe depute deputee dessinateur dessinatrice detective dictateur diplomate directeur
directrice dirigeant dirigeante dissident dissidente docteur doyen doyenne eboueur economiste ecologiste ecrivain
ecrivaine editeur editorialiste editrice eleve elu elue emissaire empereur enquetrice enqueteur enseignant
enseignante entraineur entraineuse entrepreneur entrepreneuse envoye envoyee epidemiologiste epouse epoux escrimeur essayiste
ethnologue etudiant etudiante eurodepute eurodeputee eveque executif expert experte explorateur facteur femme fiance
fiancee figure fille fils fondateur fondatrice footballeur footballeuse frere gardien general gendarme geographe
geologue gerant gerante gouverneur gouverneure greffier greffiere guitariste handballeur heritier heritiere heros
heroine historien historienne homme homologue humoriste icone imam immunologue infectiologue infirmier infirmiere ingenieur
inspecteur instituteur institutrice intellectuel interprete interlocuteur inventeur invite invitee islamologue jihadiste
djihadiste joueur joueuse journaliste judoka juge jeune juriste kine laureat laureate leader lieutenant linguiste
lyceen lyceenne maire mairesse major maitresse magistrat magistrate mannequin marechal mari maman mathematicien medecin
mediateur mediatrice medaille membre menuisier mere militaire militante militant milliardaire ministre modele
monarque mortel motard musicien musicienne mannequin nageur nageuse navigateur navigatrice neveu niece notaire
nounou oncle ophtalmologiste opposant opposante ouvrier ouvriere oncologue palestinien pape papa parolier parrain
marraine parlementaire participante participant partenaire pasteur patient patineur patineuse patron patronne pedagogue
pediatre peintre pere pharmacien philosophe photographe physicien pianiste pilote plasticien pneumologue
poete poetesse policier policiere politicien politologue pompier porte-parole porte-drapeau preneur predecesseur
predicateur prefet prefete premier premiere presentateur presentatrice president presidente pretre prevenu prevenue
prince princesse procureur procureure producteur productrice professeur professeure proviseur psychanalyste
psychiatre psychologue publicitaire questeur rabbin rappeur rappeuse realisateur realisatrice rapporteur rapporteure
recteur rectrice redacteur redactrice referent referente reine rejoue reporter repreneur representant representante
requerant responsable restaurateur retraite retraitee rival rivale roi romancier romanciere rugbyman salarie salariee
sauveteur scenariste scientifique sculpteur secretaire selectionneur senateur senatrice sergent serveur serveuse
snowboardeur sociologue socialiste soldat soeur sprinteur sportif sportive star statisticien styliste specialiste
successeur superieur suppleant suppleante surfeur suspect suspecte syndicaliste tante technicien temoin tenor
terroriste tete theologien titulaire tireur toxicologue traducteur traductrice trader transfuge tresorier tresoriere
trublion tueur tueuse urgentiste urbaniste usager utilisateur vedette veuf veuve viceroi vice-president
vice-presidente victime vigneron violoniste virologue voisin voisine volleyeur voyante webmaster youtubeur youtubeuse
duo garcon fillette adolescent adolescente quadragenaire trentenaire quinquagenaire sexagenaire
ex-ministre ex-depute ex-epouse ex-compagne ex-compagnon ex-femme ex-mari ex-president ex-maire ex-candidat
ex-collaborateur ex-patron ex-chef co-president copresident copresidente cofondateur cofondatrice co-fondateur
republicain democrate centriste travailliste liberal dr pr pdg dg fugitif accuse accusee detenu detenue mis
oncle insoumis insoumise frontiste feministe prodige complice assassin meurtrier meurtriere ravisseur
`)

/** Verbs of speech and thought, third person or participle: `explique Valmy`, `Valmy a déclaré`. */
export const SPEECH = words(`
abonde accuse acheve admet admis affirme affirmait ajoute ajoutait alerte analyse annonce annonçait annoncait appelle
appele argue argumente assene assure assurait attaque atteste avance averti avertit avoue blague celebre certifie
clame cite commente commence complete conclu conclut concede condamne confesse confie confirme conseille constate
conteste conte considere critique convaincu couru crie declare declarait decrit decrypte defend deplore demande demandait
denonce denonçait denoncait desole dement detaille developpe deteste dit disait ecrit ecrivait ecrie elude emu enerve enonce
enjoint enonçait entame enumere ergote espere estime estimait evoque evoquait excuse exhorte explique expliquait exprime expose
felicite fustige garantit glisse hesite ignore illustre imagine indigne indique indiquait informe insiste insistait interroge
interpelle invite invoque ironise juge jugeait jure justifie lache lance lancait lançait livre martele mentionne minimise
moque murmure nie note notait nuance objecte observe opine oppose pense pensait plaide plaisante pointe poursuit
poursuivait precise precisait predit preconise pretend prevenu previent proclame promet promis pronostique propose proteste
questionne rage raconte racontait raille rappelle rappelait rapporte rassure reagit recadre reclame recommande reconnait
reconnaissait redit reconnu refute regrette regrettait relate relativise releve relaye remarque remercie rencherit repete
replique repond repondu repondait reprend reproche resume retorque retrace revele revendique reve riposte salue savoure
scande soulignait souligne soupire souhaite souffle soutient soutenu soupçonne sourit suggere supplie surencherit tacle
tance tempere temoigne tonne tranche tweete twitte vante veut vise
`)

/** Behind these prepositions a speaker stands: `selon Valmy`. */
export const ATTRIBUTIONS = words("selon d'apres pour chez avec contre")

/** «déclare», «déclaré», «fait savoir»: its subject may stand behind it. Folded. */
export const isSpeech = (key: string): boolean =>
  SPEECH.has(key) || SPEECH.has(key.replace(/e?s$/u, 'e')) || SPEECH.has(`${key}t`) || key === 'savoir'
