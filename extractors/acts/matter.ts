import { plain } from './plain.js';

/** What the object of an act is about, in words, for each matter of the @ctes nomenclature. The first that fits decides. */
const MATTERS: readonly [string, RegExp][] = [
  ['9.4', /\b(?:voeux?|motion)\b/],
  ['2.3', /\bpreemption\b/],
  ['1.2', /\b(?:delegation de service public|dsp|concession de service|affermage)\b/],
  ['1.5', /\b(?:transaction|protocole transactionnel)\b/],
  ['1.6', /\bmaitrise d'oeuvre\b/],
  [
    '1.1',
    /\b(?:marches?(?: publics?)?|appel d'offres|accord[- ]cadre|groupement de commandes?|commande publique|consultation des entreprises)\b(?! (?:hebdomadaire|de noel|forain|couvert))/,
  ],
  [
    '4.5',
    /\b(?:regime indemnitaire|rifseep|ifse|indemnites? (?:horaires|kilometriques|des agents)|primes? (?:de|aux) (?:agents|personnel)|heures supplementaires|titres[- ]restaurant|bons? (?:de noel|cadeaux?))\b/,
  ],
  [
    '4.2',
    /\b(?:contractuels?|saisonniers?|vacataires?|apprentis?|apprentissage|accroissement (?:temporaire|saisonnier))\b/,
  ],
  [
    '4.1',
    /\b(?:tableau des (?:effectifs|emplois)|creations? (?:d'un |de |d')?(?:emplois?|postes?)|suppressions? (?:d'un |de |d')?(?:emplois?|postes?)|personnel (?:communal|territorial)|ressources humaines|temps de travail|avancement de grade|centre de gestion|reglement de formation|protection sociale complementaire|compte epargne temps)\b/,
  ],
  ['5.1', /\belections? (?:du maire|des adjoints|du president|des vice)/],
  ['5.6', /\b(?:indemnites? (?:de fonctions?|des elus|du maire)|formation des elus|frais de mission|mandat special)\b/],
  [
    '5.4',
    /\b(?:delegations? (?:de (?:pouvoirs?|fonctions?|competences?)|au maire|du conseil)|decisions (?:du maire|prises))\b/,
  ],
  [
    '5.3',
    /\b(?:designation d[eu]s? (?:representants?|delegues?|membres?|correspondants?|un)|representants? (?:au|a la|du conseil)|composition des commissions|election des membres)\b/,
  ],
  ['5.8', /\b(?:ester en justice|contentieux|defense des interets)\b/],
  [
    '5.2',
    /\b(?:reglement interieur du conseil|approbation du (?:proces[- ]verbal|compte[- ]rendu|pv)|(?:proces[- ]verbal|compte[- ]rendu) de la (?:seance|reunion)|secretaire de seance|installation (?:du conseil|d'un conseiller)|calendrier des seances)\b/,
  ],
  [
    '5.7',
    /\b(?:intercommunalite|transfert de competences?|modification des statuts|statuts d[eu]|rapport d'activites? d[eu] (?:la communaute|syndicat|l'agglomeration)|adhesion (?:de la commune )?a (?:un |la |au )?(?:syndicat|communaute)|clect|transferts? de(?:s)? charges)\b/,
  ],
  [
    '7.5',
    /\b(?:subventions?|aides? (?:financieres?|aux associations)|soutien (?:financier|au programme|aux?)|plan de financement|dotation d'equipement|detr|dsil|convention (?:annuelle )?d'objectifs)\b/,
  ],
  ['7.3', /\b(?:emprunts?|garantie d'emprunt|lignes? de tresorerie|prets? (?:bancaire|relais))\b/],
  [
    '7.2',
    /\b(?:taux (?:des|d'imposition)|taxes?|fiscalite|impots?|exoneration|cotisation fonciere|taxe d'amenagement|teom)\b/,
  ],
  ['7.8', /\bfonds de concours\b/],
  [
    '7.6',
    /\b(?:contributions? (?:budgetaires?|au sdis)|participations? (?:au syndicat|aux charges|financieres? au)|attribution de compensation)\b/,
  ],
  [
    '7.1',
    /\b(?:budgets?|decisions? modificatives?|d\.?m\.? ?n?°? ?\d|deliberation modificative|compte administratif|compte de gestion|compte financier|affectation d[eu]s? resultats?|orientations? budgetaires?|tarifs?|tarification|admissions? en non[- ]valeurs?|creances|amortissements?|provisions?|recettes|autorisations? de programme|regies?)\b/,
  ],
  ['3.1', /\b(?:acquisitions?|achat (?:d'un terrain|de (?:la )?parcelle|du terrain|immobilier))\b/],
  ['3.2', /\b(?:cessions?|ventes?|alienations?|vendre)\b/],
  [
    '3.3',
    /\b(?:locations?|bail|baux|loyers?|mise a disposition (?:de|d'un) (?:locaux|local|salle|terrain|batiment)|pret de (?:la )?salle|reglement de (?:location|la salle))\b/,
  ],
  [
    '3.5',
    /\b(?:domaine public|declassement|deviation|concessions? (?:de|au) cimetiere|cimetiere|servitudes?|occupation du domaine|denomination|adressage|numerotation)\b/,
  ],
  ['3.6', /\b(?:domaine prive|coupe de bois|onf|foret communale|affouage)\b/],
  ['2.1', /\b(?:plu|plui|plan local d'urbanisme|carte communale|scot|zac|zonage|document d'urbanisme)\b/],
  ['2.2', /\b(?:permis de construire|declaration prealable|lotissement|droit des sols|projet urbain partenarial)\b/],
  ['8.6', /\b(?:emploi|insertion professionnelle|mission locale|formation professionnelle|maison de l'emploi)\b/],
  ['8.1', /\b(?:ecoles?|scolaires?|periscolaires?|cantine|restauration scolaire|enseignement|college|lycee|atsem)\b/],
  ['8.2', /\b(?:ccas|aide sociale|action sociale|personnes agees|petite enfance|creche|solidarite|handicap)\b/],
  [
    '8.9',
    /\b(?:culture|culturel(?:le)?s?|bibliotheque|mediatheque|musee|theatre|festival|patrimoine|ecole de musique)\b/,
  ],
  [
    '8.8',
    /\b(?:environnement|eaux? (?:potable|usees)?|assainissement|dechets|energie|biodiversite|faune|animaux|natura|climat|photovoltaique|eclairage public|verger)\b/,
  ],
  ['8.3', /\b(?:voirie|routes?|trottoirs?|chemins?|circulation|stationnement)\b/],
  ['8.7', /\b(?:transports?|mobilites?|velo)\b/],
  ['8.5', /\b(?:logements?|habitat|politique de la ville|quartiers? prioritaires?|renovation urbaine)\b/],
  ['8.4', /\b(?:amenagement|effacement de reseaux|revitalisation|contrat de territoire)\b/],
  ['6.1', /\b(?:police municipale|fourriere|videoprotection|repos dominical|securite publique|recensement)\b/],
  ['1.4', /\b(?:contrats?|conventions?|avenants?|partenariats?)\b/],
];

const STATED =
  /\b(?:nomenclature(?: actes| @ctes)?|matiere|classification|code matiere|domaine)[ \t]*(?:n°|:|-|\n)?[ \t]*([1-9])[ \t]*[.-][ \t]*(\d{1,2})\b/;

/** The @ctes code of an act, two levels: stated in `text`, or deduced from the words of its object. */
export function matterOf(title: string | undefined, text: string): string | undefined {
  const stated = STATED.exec(plain(text));
  if (stated) return `${stated[1]}.${Number(stated[2])}`;
  if (!title) return undefined;
  const folded = plain(title).replace(/œ/g, 'oe');
  return MATTERS.find(([, pattern]) => pattern.test(folded))?.[0];
}
