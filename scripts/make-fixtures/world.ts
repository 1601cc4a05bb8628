import { communeSiren, inventedSiren, rnaOf, siretOf } from './identifiers.js';

/** The invented places, bodies and people of the fixtures. Nobody and nowhere bears these names together. */

export interface Commune {
  /** "Saint-Aubin-des-Grèves" */
  readonly name: string;
  /** "Commune de Saint-Aubin-des-Grèves" */
  readonly body: string;
  /** "de Saint-Aubin-des-Grèves" */
  readonly of: string;
  readonly department: string;
  readonly code: string;
  readonly postcode: string;
  readonly address: string;
  readonly siren: string;
  readonly siret: string;
  readonly phone: string;
  readonly domain: string;
  readonly mayor: string;
  readonly mayorTitle: string;
}

function commune(facts: Omit<Commune, 'body' | 'siren' | 'siret'> & { rank: number }): Commune {
  const siren = communeSiren(facts.code, facts.rank);
  return { ...facts, body: `Commune ${facts.of}`, siren, siret: siretOf(siren) };
}

export const SAINT_AUBIN = commune({
  name: 'Saint-Aubin-des-Grèves',
  of: 'de Saint-Aubin-des-Grèves',
  department: 'Manche',
  code: '50',
  rank: 951,
  postcode: '50990',
  address: '2, place du Vieux-Quai',
  phone: '02 61 91 14 20',
  domain: 'saint-aubin-des-greves.example',
  mayor: 'Maëlle TRÉHOUX',
  mayorTitle: 'Maire',
});

export const BRECOURT = commune({
  name: 'Brécourt-sur-Lène',
  of: 'de Brécourt-sur-Lène',
  department: 'Loiret',
  code: '45',
  rank: 962,
  postcode: '45990',
  address: '14, rue de la Halle',
  phone: '02 61 91 37 05',
  domain: 'brecourt-sur-lene.example',
  mayor: 'Gaspard LEVERRIN',
  mayorTitle: 'Maire',
});

export const MONTCLAIR = commune({
  name: 'Montclair-les-Étangs',
  of: 'de Montclair-les-Étangs',
  department: 'Ain',
  code: '01',
  rank: 973,
  postcode: '01990',
  address: '1, esplanade des Tilleuls',
  phone: '04 65 71 08 33',
  domain: 'montclair-les-etangs.example',
  mayor: 'Odile VARENCHON',
  mayorTitle: 'Maire',
});

export interface Association {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly address: string;
  readonly siren: string;
  readonly siret: string;
  readonly rna: string;
  readonly president: string;
  readonly presidentTitle: string;
}

const association = (
  facts: Omit<Association, 'siren' | 'siret' | 'rna'> & { rank: number; department: string },
): Association => {
  const siren = inventedSiren(facts.rank);
  return { ...facts, siren, siret: siretOf(siren), rna: rnaOf(facts.department, facts.rank) };
};

export const RUCHE = association({
  name: 'La Ruche solidaire',
  aliases: ['Ruche solidaire'],
  address: '8, rue des Sauniers, 50990 Saint-Aubin-des-Grèves',
  rank: 17,
  department: '50',
  president: 'Ronan KERDELVAL',
  presidentTitle: 'Président',
});

export const TREMPLIN = association({
  name: 'Tremplin Lène-Orvanne',
  aliases: ['Tremplin'],
  address: '27, boulevard de la Gare, 45990 Brécourt-sur-Lène',
  rank: 42,
  department: '45',
  president: 'Agathe MOURICHON',
  presidentTitle: 'Présidente',
});

export const CINEMA = association({
  name: 'Ciné-Étangs',
  aliases: ['Association Ciné-Étangs'],
  address: '3, rue du Moulin-Blanc, 01990 Montclair-les-Étangs',
  rank: 88,
  department: '01',
  president: 'Théodore PLASSARD',
  presidentTitle: 'Président',
});
