/** What activity reports count, in the singular, without accents. Words in tables; `countedNoun` reads them. */

const PEOPLE = words(`
  abonne abonnee actif adherent adherente adolescent adolescente adulte agent aidant aine allocataire alternant
  animateur animatrice apprenant apprenante apprenti artiste auditeur auteur bachelier bebe beneficiaire benevole candidat
  candidate chercheur citoyen client collegien conseiller conseillere createur creatrice cycliste demandeur detenu
  ecolier educateur eleve employe employeur encadrant enfant enseignant entrepreneur equipe etranger etudiant etudiante
  exploitant exposant famille femme filleul fille formateur formatrice foyer garcon groupe habitant homme hommes
  inscrit intervenant intervenante jeune lecteur lectrice licencie licenciee locataire lyceen majeur marraine
  mediateur membre menage migrant mineur neet orateur ouvrier parent parrain participant participante patient
  pensionnaire personne photographe porteur professionnel public refugie referent referente resident residente retraite
  salarie salariee senior sortant spectateur stagiaire tourquennois travailleur tuteur usager utilisateur vacancier
  veuf victime visiteur volontaire inspecteur facilitateur coordinateur technicien medecin infirmiere pompier ukrainien
  chargee assistante demandeuse internaute follower contributeur donateur personnel proprietaire bailleur artisan
  commercant agriculteur internes externe effectif
`);

const BODIES = words(`
  antenne association atelier-chantier boutique bureau centre chantier club collectivite college commerce commune creche
  ecole employeur entite entreprise epci equipement espace etablissement exploitation federation ferme fondation gite
  hebergement hotel institution librairie ludotheque lycee mairie maison mediatheque microcreche musee ong organisation
  organisme partenaire pays pme point prestataire quartier residence restaurant section site startup structure theatre
  tpe village ville canton departement
`);

const ACTIONS = words(`
  abandon acces accident accompagnement accueil achat action adhesion admission aide analyse animation appel aprem
  arrivee atelier bal braderie brocante kermesse attribution audit autorisation campagne challenge chantier circuit collecte commande competition
  conference concert concours consultation contact contrat-aide contribution controle convention course cours creation
  decision defile degustation demande demarche depart depistage deplacement diagnostic diffusion distribution don
  dossier edition embauche emission enquete entree entretien etape etude evaluation evenement examen exposition
  festival fete formation forum immersion impression incendie incident information infraction inscription inspection installation
  interpellation intervention invitation job livraison manifestation marche matinale mediation message mise mission
  mobilisation naissance nuitee offre operation orientation panier parcours parution parrainage participation
  passage patrouille permanence permis placement pret preparation presence prestation preconisation presentation procedure
  production programme projection projet publication rappel rdv realisation recrutement reclamation
  rencontre rendez-vous renouvellement renovation repas representation reprise reponse reservation resultat retour
  reunion revue salon seance sejour sensibilisation session signalement signature solution sortie sondage situation
  soiree soin spectacle stage suivi tirage titularisation tournage tournoi traitement transaction transport
  trajet traversee vaccination vente verbalisation video village visionnage visite voyage vol
`);

const THINGS = words(`
  abonnement acte affiche album animal appareil appartement arbre article attestation bac bateau batiment batterie borne
  bourse box bus cadeau calendrier camera carte cdd cdi certificat certification chambre chaise colis composteur
  compte connexion contrat copie courriel courrier cv degre diplome document emploi emprunt equivalent etp etpt
  exemplaire fiche flyer heure hectare j'aime jardin jeu journal journee kg kilo kit kwh lampe licence ligne like
  lit litre livre livret logement lot ludique m2 m² machine magazine medaille mail mwh newsletter objet
  offre ordinateur oeuvre ouvrage outil page panneau parcelle parking parution photo photographie piste place plaquette
  poste poster preservatif produit qualification questionnaire radar ration reference repas sac salle scooter sms
  stand kilometre km m3 m³ surface tablette telechargement terrain titre tonne tonnage trophee unite vehicule velo vetement vue zone
  recette ruche jeux
`);

/** Acts counted by the persons who do them: a share of women among entries, of minors among participations. */
const BY_PEOPLE = words('adhesion entree inscription participation sortie');

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

/** Between the figure and its noun: "8 nouveaux membres", "6 grands job-datings", "1 000 autres calendriers". */
const BEFORE_NOUN = words(`
  ancien ancienne autre beau bon bonne courte double dernier derniere different differente divers diverse grand grande
  gros jeune meilleur meilleure nouveau nouvel nouvelle petit petite plein premier premiere principal principale
  prochain prochaine seul seule vrai futur future riche haut haute
`);

/** "jobs" → "job", "jeux" → "jeu"; every word in the singular as this program's tables write it. */
const singular = (word: string): string => (word.length > 3 && /[sx]$/.test(word) ? word.slice(0, -1) : word);

export interface Noun {
  readonly start: number;
  readonly end: number;
  /** In the singular, without accents. */
  readonly word: string;
  readonly people: boolean;
  /** An association, a town, a place: what a text names far more often than it counts. */
  readonly body: boolean;
}

const WORD = /[a-z0-9²³'][a-z0-9²³]*(?:['-][a-z0-9²³]+)*/y;

/** The counted noun at the head of `plain` from `at` on, adjectives that go before it skipped; nothing if none is known. */
export function countedNoun(plain: string, at: number): Noun | undefined {
  let start = at;
  for (let skipped = 0; skipped < 3; skipped += 1) {
    while (plain[start] === ' ' || plain[start] === '"' || plain[start] === '\n') start += 1;
    WORD.lastIndex = start;
    const found = WORD.exec(plain)?.[0];
    if (found === undefined) return undefined;
    const word = known(found);
    if (word !== undefined && !(BEFORE_NOUN.has(word) && isKnownAt(plain, start + found.length))) {
      return {
        start,
        end: start + found.length,
        word,
        people: PEOPLE.has(word) || BY_PEOPLE.has(word),
        body: BODIES.has(word),
      };
    }
    if (!BEFORE_NOUN.has(singular(found))) return undefined;
    start += found.length;
  }
  return undefined;
}

function isKnownAt(plain: string, at: number): boolean {
  WORD.lastIndex = plain[at] === ' ' ? at + 1 : at;
  const next = WORD.exec(plain)?.[0];
  return next !== undefined && known(next) !== undefined;
}

function known(found: string): string | undefined {
  for (const word of [found, singular(found), singular(found.split('-')[0]!), singular(found.replace(/^[ld]'/, ''))]) {
    if (PEOPLE.has(word) || BODIES.has(word) || ACTIONS.has(word) || THINGS.has(word)) return word;
  }
  const root = singular(found);
  if (root.endsWith('ee') && PEOPLE.has(root.slice(0, -1))) return root.slice(0, -1);
  return /(?:ien|ienne|euse|trice)$/.test(root) ? root : undefined;
}
