import type { EntityKind } from '../../models/records.js';

/**
 * The words by which a body's name begins, or that alone make a body: what kind of body they announce.
 * Written plain (lower case, no accents); longer heads are tried before shorter ones.
 */
// biome-ignore format: a table
const HEADS: Readonly<Record<EntityKind, readonly string[]>> = {
  municipality: [
    'ville', 'villes', 'commune', 'communes', 'commune associee', 'communes associees', 'commune deleguee',
    'commune nouvelle', 'mairie', 'municipalite', 'hotel de ville', 'conseil municipal', 'conseil communal',
  ],
  intercommunal: [
    'metropole', 'eurometropole', 'communaute', 'communaute de communes', "communaute d'agglomeration",
    'communaute urbaine', 'communaute metropolitaine', 'conseil communautaire', 'conseil metropolitain',
    'agglomeration', 'syndicat intercommunal', 'syndicat de communes', 'intercommunalite', 'sivom', 'cc', 'sivu',
    'sivos', 'sictom', 'smictom', 'siaep', 'epci',
  ],
  department: [
    'departement', 'conseil departemental', 'conseil general',
  ],
  region: [
    'region', 'conseil regional', 'collectivite de corse', 'collectivite territoriale', 'collectivite europeenne',
  ],
  state: [
    'etat', 'prefecture', 'sous-prefecture', 'prefet', 'prefete', 'ministere', 'direction regionale',
    'direction departementale',
    'direction generale', 'education nationale', 'gendarmerie', 'drac', 'dreal', 'ddets', 'dreets', 'ddt',
    'ambassade', 'tresor public', 'rectorat', 'academie', 'inspection academique', 'dsden', 'ddcs', 'ddcspp', 'ddtm',
    'ddfip', 'dgfip', 'direccte',
  ],
  association: [
    'association', 'associations', 'asso', 'ass', 'amicale', 'club', 'comite', 'union', 'federation', 'foyer',
    'cercle', 'ligue', 'mission locale', 'mission emploi', "maison de l'emploi", "maisons de l'emploi",
    'maison des jeunes', 'maison', 'secours', 'croix-rouge', 'croix rouge', 'restos du coeur', 'groupement',
    'collectif', 'compagnie', 'atelier', 'centre social', 'centre culturel', 'centre de loisirs', 'mjc', 'ogec',
    'fondation', 'harmonie', 'fanfare', 'chorale', 'cooperative scolaire', 'coop scolaire', 'banque alimentaire',
    'acca', 'aappma', 'adil', 'admr', 'usep', 'ape', 'alliance', 'amis', 'anciens combattants', 'etoile sportive',
    'entente', 'theatre', 'festival', 'cyclo club', 'tennis club', 'football club', 'olympique', 'racing', 'stade',
    'don du sang', 'donneurs de sang', 'souvenir francais', 'creche', 'micro-creche', 'familles rurales',
    'jeunesse sportive', 'sporting club', 'groupe scolaire', 'fnaca', 'spa', 'caue', 'secours populaire',
    'secours catholique', 'restaurants du coeur', 'confrerie', 'confederation', 'orchestre', 'cuma',
    'regie de quartier', 'section',
  ],
  company: [
    'societe', 'entreprise', 'entreprises', 'sarl', 's.a.r.l', 'sas', 's.a.s', 'sasu', 'sa', 'eurl', 'sci', 'scop',
    'scea', 'gaec', 'earl', 'snc', 'sem', 'spl', 'cabinet', 'etablissements', 'etablissement', 'ets', 'groupe',
    'agence', "bureau d'etudes", 'banque', "caisse d'epargne", 'credit agricole', 'credit mutuel', 'credit local',
    'banque postale', 'compagnie generale', 'imprimerie', 'menuiserie', 'garage', 'prestataire', "sa d'hlm", 'sa hlm',
    'societe anonyme', 'scic', 'caisse regionale', 'mutuelle', 'groupama', 'enedis', 'grdf', 'veolia', 'fournisseur',
  ],
  public_body: [
    'ccas', "centre communal d'action sociale", "centre intercommunal d'action sociale", 'cias', 'caisse des ecoles',
    'gip', "groupement d'interet public", 'epcc', 'epic', 'syndicat mixte', 'syndicat departemental',
    "syndicat d'energie", 'syndicat des eaux', 'syndicat', 'pole metropolitain', 'parc naturel', 'office public',
    "office public de l'habitat", 'oph', 'office de tourisme', 'college', 'lycee', 'ecole', 'ecoles',
    'ecole primaire', 'ecole maternelle', 'ecole elementaire', 'universite', "caisse d'allocations familiales", 'caf',
    'caisse des depots', 'caisse des depots et consignations', 'caisse nationale', 'caisse centrale', 'msa', 'cpam',
    'carsat', 'anct', 'sdee', 'caisse primaire', "agence de l'eau", 'agence regionale', 'agence nationale',
    'agence departementale', 'agence technique', 'sdis', 'service departemental',
    "service departemental d'incendie", "service departemental d'incendie et de secours", 'centre hospitalier', 'hopital',
    'ehpad', 'cnfpt', 'centre de gestion', 'chambre de commerce', 'chambre des metiers', 'chambre de metiers',
    "chambre d'agriculture", 'pole emploi', 'france travail', 'fse', 'feder', 'fonds social europeen',
    'union europeenne', 'regie', 'etablissement public', 'conservatoire', 'mediatheque', 'ademe', 'anah', 'anru',
    'ars',
  ],
  person: [],
};

const kinds = new Map<string, EntityKind>();
for (const [kind, heads] of Object.entries(HEADS) as [EntityKind, readonly string[]][]) {
  for (const head of heads) kinds.set(head, kind);
}

const longest = Math.max(...[...kinds.keys()].map((head) => head.split(/[ ']/).length));

/** Halves of a budget, which no one can be. */
const ACCOUNT = /^section[ \n]d(?:e[ \n]fonctionnement|'investissement|'exploitation)\b/;

/**
 * A head at the beginning of a plain text, the longest one, with its length; nothing when the text begins otherwise.
 */
export function headOf(plainText: string): { head: string; kind: EntityKind } | undefined {
  if (ACCOUNT.test(plainText)) return undefined;
  let end = 0;
  let best: { head: string; kind: EntityKind } | undefined;
  for (let words = 0; words < longest && end < plainText.length; words += 1) {
    const next = /[ \n']/g;
    next.lastIndex = end + (words === 0 ? 0 : 1);
    const found = next.exec(plainText);
    const stop = found ? found.index : plainText.length;
    const head = plainText
      .slice(0, stop)
      .replace(/\n/g, ' ')
      .replace(/[,;:.)]+$/, '');
    const kind = kinds.get(head);
    if (kind) best = { head, kind };
    end = stop;
  }
  return best;
}

/**
 * Besides the heads, words that say what sort of body it is, and not which: a name made of them alone means the one of
 * the place.
 */
const GENERIC = new Set(
  `sportif sportive municipal municipale communal communale intercommunal scolaire local locale rural rurale social
  sociale culturel culturelle departemental departementale regional regionale national nationale alimentaire
  agricole mixte general generale public publique parents eleves enfants jeunes fetes fete loisirs animation
  jumelage chasse peche pecheurs chasseurs pompiers sapeurs sapeurs-pompiers anciens combattants afn aines retraites
  age troisieme primaire maternelle elementaire foot football tennis judo gym gymnastique petanque cyclo danse
  musique basket handball rugby velo randonnee yoga cantine garderie habitants quartier village associee deleguee
  action centre education physique donneurs sang benevoles cooperative coop conseil bibliotheque communautaire
  metropolitain bureau apel mission emploi office tourisme personnel`.split(/\s+/),
);

/** Whether a word of a plain name says only what sort of body it is. */
export const isGeneric = (word: string): boolean => GENERIC.has(word) || kinds.has(word);

/** What kind of body a name announces; nothing when its first words say nothing. */
export function kindOfBody(plainName: string): EntityKind | undefined {
  const head = headOf(plainName.replace(/^(?:l'|la |le |les |the |d'|du |de la |des )/, ''));
  if (head) return head.kind;
  if (/\b(?:sarl|sas|sasu|eurl|s\.a\.r\.l|scop)\b/.test(plainName)) return 'company';
  if (/\b(?:metropole|communaute)\b/.test(plainName)) return 'intercommunal';
  if (
    /\b(?:club|association|amicale|comite|football|judo|basket|volley|handball|rugby|cyclo|tennis|fc|asptt)\b/.test(
      plainName,
    )
  )
    return 'association';
  return undefined;
}
