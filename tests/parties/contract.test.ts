import { describe, expect, it } from 'vitest';
import { partiesOf, readRoster } from '../../extractors/parties/index.js';
import { contractors } from '../../extractors/parties/soussignes.js';
import { actOf } from './act.js';

/** Each party of an opening, as "name | representative | title | designation | legal form". */
const presented = (opening: string): string[] =>
  contractors(actOf(`CONVENTION\n\n${opening}\n\nIl est convenu ce qui suit :\nArticle 1 : Objet`, 'convention')).map(
    ({ name, representedBy, representativeTitle, designation, legalForm }) =>
      [name, representedBy, representativeTitle, designation, legalForm].map((said) => said ?? '').join(' | '),
  );

describe('the opening of a convention', () => {
  it('is not the heading that says the parties first', () => {
    expect(
      presented(`ENTRE
LA VILLE DE VALBRUNE
ET
L'ASSOCIATION LES TILLEULS

Entre :
La Ville de Valbrune, représentée par Monsieur Paul LANTIER, Maire,
Et :
L'association Les Tilleuls, représentée par Madame Rose AUBIN, Présidente,`),
    ).toEqual([
      'Ville de Valbrune | Paul LANTIER | Maire |  | ',
      'Les Tilleuls | Rose AUBIN | Présidente |  | association',
    ]);
  });

  it('may go without "entre" where somebody is presented "d\'une part"', () => {
    expect(
      presented(`La Région Centre
Représentée par son Président, Monsieur Paul LANTIER,
Ci-après dénommée la Région
d'une part,

Et

La Fédération des sentiers
Représentée par sa Présidente, Madame Rose AUBIN,
d'autre part,`).map((one) => one.split(' | ').slice(0, 2).join(', ')),
    ).toEqual(['Région Centre, Paul LANTIER', 'Fédération des sentiers, Rose AUBIN']);
  });

  it('tells parties apart by "et", by list marks, and by lines that present another', () => {
    const both = ['Commune de Valbrune | Paul LANTIER | maire |  | ', 'Commune de Sourdun | Léa MORVAN | maire |  | '];
    const [first, second] = ['La Commune de Valbrune', 'La Commune de Sourdun'];
    const by = (name: string) => `, représentée par son maire, ${name}`;
    expect(presented(`Entre\n${first}${by('M. Paul LANTIER')},\nET ${second}${by('Mme Léa MORVAN')},`)).toEqual(both);
    expect(presented(`Entre\n- ${first}${by('M. Paul LANTIER')},\n- ${second}${by('Mme Léa MORVAN')},`)).toEqual(both);
    expect(presented(`Entre\n${first}${by('M. Paul LANTIER')},\n&\n${second}${by('Mme Léa MORVAN')}`)).toEqual(both);
    expect(presented(`Entre\n${first}${by('M. Paul LANTIER')}\n${second}${by('Mme Léa MORVAN')}`)).toEqual(both);
  });

  it('tells them apart by a blank line, by numbers, and opens behind "convention entre"', () => {
    const named = (opening: string) => presented(opening).map((one) => one.split(' | ').slice(0, 2).join(', '));
    expect(
      named(`Entre les soussignés
La SAS CLINIQUE DU LAC,
Société par Actions Simplifiée au capital de 2 600 000 €,
Représentée par Mme Léa MORVAN, Présidente,

L'ASSOCIATION PETITS PAS
Association régie par la loi du 1er juillet 1901, représentée par Mme Rose AUBIN, Présidente,`),
    ).toEqual(['SAS CLINIQUE DU LAC, Léa MORVAN', 'ASSOCIATION PETITS PAS, Rose AUBIN']);
    expect(
      named(`CONVENTION ENTRE
1°/ La Ville de Valbrune représentée par M. Paul LANTIER, Maire, ci-dessous désignée “LA COMMUNE” d'une part
2°/ Mme Claire SOLAN domiciliée 1 rue Basse à Valbrune`),
    ).toEqual(['Ville de Valbrune, Paul LANTIER', 'Claire SOLAN, ']);
  });

  it('ends before those who only take part', () => {
    expect(
      presented(`Entre
La Commune de Valbrune, représentée par son maire, M. Paul LANTIER,
ET L'Association des Foulées, représentée par son président, M. Jean ROCHER,
ET EN PARTENARIAT AVEC :
- La Région Haut-Clain
- La Banque du Littoral`),
    ).toHaveLength(2);
  });
});

describe('the name of a party', () => {
  it('runs to the words that present it', () => {
    const named = (name: string) =>
      presented(`Entre\n${name}, représentée par Mme Léa MORVAN, présidente,`)[0]?.split(' | ')[0];
    expect(named("L'Association Maison de quartier du Vieux Four")).toBe(
      'Association Maison de quartier du Vieux Four',
    );
    expect(named("L'ESH Logement familial du Haut-Clain")).toBe('ESH Logement familial du Haut-Clain');
    expect(named('La Ville de Sourdun et Marlemont')).toBe('Ville de Sourdun et Marlemont');
    expect(named('Le Syndicat intercommunal à vocation unique du Clain')).toBe(
      'Syndicat intercommunal à vocation unique du Clain',
    );
    expect(named("Communauté d'Agglomération Val de Brune Sise BP 4, chemin du Lavoir")).toBe(
      "Communauté d'Agglomération Val de Brune",
    );
    expect(named('L’Université Lumière – Lac II')).toBe('Université Lumière – Lac II');
    expect(named('La Ville de Lure - Commune associée de Vy')).toBe('Ville de Lure');
    expect(named("Le GCSMS « L'ACCUEIL DU CLAIN »")).toBe("L'ACCUEIL DU CLAIN");
    expect(named('Le Conseil départemental du Clain et Brune')).toBe('Conseil départemental du Clain et Brune');
    expect(named("L'organisme dénommé : l'Association des riverains pour la sauvegarde du lac")).toBe(
      'Association des riverains pour la sauvegarde du lac',
    );
  });

  it('may follow a comma, and be explained in brackets', () => {
    const [club] = contractors(
      actOf(
        `CONVENTION\n\nEntre\nL'association, "MJC" (Maison des Jeunes et de la Culture), association régie par la loi du 1er juillet 1901, représenté par Monsieur Luc BORDERIE, son Président,\n\nPréambule`,
        'convention',
      ),
    );
    expect(club).toMatchObject({
      name: 'MJC',
      aliases: ['Maison des Jeunes et de la Culture'],
      legalForm: 'association loi 1901',
      representedBy: 'Luc BORDERIE',
    });
  });

  it('has its acronym in quotation marks behind it', () => {
    const [, home] = contractors(
      actOf(
        'CONVENTION\n\nEntre la Ville de Valbrune, représentée par son Maire, M. Paul LANTIER,\n\nEt\n\nL’Association AIDE AU LOGIS « ADLO » dont le siège social se situe 4 rue Basse, représentée par Mme Léa MORVAN, Présidente,\n\nPréambule',
        'convention',
      ),
    );
    expect(home).toMatchObject({ name: 'Association AIDE AU LOGIS', aliases: ['ADLO'] });
  });

  it('is that of the body whose office a person holds', () => {
    expect(
      presented(`Entre
Monsieur Paul LANTIER, sénateur-maire de la Ville de Valbrune, agissant au nom de la Commune, en vertu d'une délibération,
Désigné ci-après par La Ville
Et :
L'Association Les Tilleuls, représentée par Mme Rose AUBIN, sa présidente,`)[0],
    ).toBe('Ville de Valbrune | Paul LANTIER | sénateur-maire | La Ville | ');
  });
});

describe('a person in place of the body', () => {
  it('is the mayor of a place, or the president of a body known by an acronym', () => {
    expect(
      presented(`Entre
Monsieur Paul LANTIER, Maire de Villers sur Brune, autorisé par son Conseil Municipal,
Et
Madame Rose AUBIN, présidente de l’OGEC de l’école privée Saint Luc, agissant en qualité de gestionnaire,`),
    ).toEqual([
      'Villers sur Brune | Paul LANTIER | Maire |  | ',
      'OGEC de l’école privée Saint Luc | Rose AUBIN | présidente |  | ',
    ]);
  });
});

describe('who represents a party', () => {
  const by = (words: string) =>
    presented(`Entre\nLa Ville de Valbrune représentée par ${words}\n`)[0]!.split(' | ').slice(1, 3);
  it('may stand behind the name of an assembly, and behind M without a point', () => {
    expect(by('le Président du Conseil général, M Paul LANTIER, agissant en exécution')).toEqual([
      'Paul LANTIER',
      'Président du Conseil général',
    ]);
  });
  it('is called by the office, without what surrounds it', () => {
    expect(by('son Maire en activité, Monsieur le Maire Paul LANTIER, demeurant')).toEqual(['Paul LANTIER', 'Maire']);
    expect(by('son Maire en exercice, Paul LANTIER, dûment habilité')).toEqual(['Paul LANTIER', 'Maire']);
    expect(by('madame Léa MORVAN, maire, autorisée aux fins des présentes')).toEqual(['Léa MORVAN', 'maire']);
  });
  it('may have a title of two words, a particle, a doctor before it', () => {
    expect(by('son Directeur Général Augustin de Romagne,')).toEqual(['Augustin de Romagne', 'Directeur Général']);
    expect(by('le Docteur Anne LARCHER agissant en qualité de Présidente,')).toEqual(['Anne LARCHER', 'Présidente']);
  });
  it('keeps a last name that begins like an article', () => {
    expect(by('son Maire, Monsieur Christian Lecerf , dûment habilité')).toEqual(['Christian Lecerf', 'Maire']);
  });
});

describe('what a party is called, and its legal form', () => {
  it('needs no quotation marks', () => {
    expect(
      presented(`Entre
Le Département de la Brune représenté par M. Paul LANTIER, président, ci après dénommé le Département, d'une part ;
et :
la Communauté d'agglomération Val de Brune représentée par Mme Léa MORVAN en sa qualité de Présidente, ci après dénommée la Communauté
d'agglomération d'autre part ;`).map((one) => one.split(' | ').slice(3)),
    ).toEqual([
      ['le Département', ''],
      ["la Communauté d'agglomération", ''],
    ]);
  });
});

describe('who gives under a contract between public bodies', () => {
  const roles = (article: string) => {
    const act = actOf(
      `CONVENTION\n\nEntre\nLa Ville de Valbrune, représentée par M. Paul LANTIER, Maire, ci-après désignée « le partenaire ».\nEt\nLa Caisse d’Allocations Familiales de la Brune, représentée par Mme Léa MORVAN, Directrice, ci-après désignée « la Caf » ou « le Financeur ».\n\nPréambule\n${article}`,
      'convention',
    );
    return partiesOf(act, readRoster(act))
      .filter(({ kind }) => kind !== 'person')
      .map(({ role }) => role);
  };
  it('is the one that the act says to pay, by any name that it goes by', () => {
    expect(roles('La Caf verse au partenaire une subvention de 4 000 €.')).toEqual(['beneficiary', 'grantor']);
    expect(roles("Le Financeur s'engage à verser 4 000 €.")).toEqual(['beneficiary', 'grantor']);
    expect(roles('La somme de 4 000 € est versée en juin.')).toEqual(['grantor', 'beneficiary']);
  });
});

describe('what stands in an opening beside the parties', () => {
  it('is no party: the label of a blank, a street, a thing that the body owns', () => {
    expect(
      presented(`Entre
Le propriétaire de l'équipement, la Ville de Valbrune, 4 rue de la Commune de Paris, représentée par M. Paul LANTIER, Maire,
Et
Nom : MORVAN
Prénom : Léa`),
    ).toEqual(['Ville de Valbrune | Paul LANTIER | Maire |  | ']);
  });
});
