import { describe, expect, it } from 'vitest';
import { issuerOf } from '../../extractors/acts/issuer.js';
import { partiesOf, readRoster } from '../../extractors/parties/index.js';
import type { DocumentKind, Heading } from '../../models/document.js';
import { actOf } from './act.js';

const parties = (text: string, kind: DocumentKind, heading: Heading = {}) => {
  const act = actOf(text, kind);
  return partiesOf(act, readRoster(act, heading));
};

const CONVENTION = `CONVENTION D'OBJECTIFS 2023

Entre les soussignés

La Ville de Valbrune, représentée par son Maire, M. Paul LANTIER agissant en vertu de la délibération du 3 mai 2022,
ci-après désignée « la Ville »,

et

L'association dénommée Mission Locale du Haut-Clain, régie par la loi du 1er juillet 1901, dont le siège social est
12 rue des Tanneurs, 86999 VALBRUNE, représentée par sa Présidente, Aline QUERCY.
ci-après dénommée « la M.L. »

Préambule
La Ville versera à la Mission Locale une subvention de 12 000 €.

Fait à Valbrune, le
Le Maire
Paul LANTIER`;

describe('the parties of a convention', () => {
  const found = parties(CONVENTION, 'convention');
  it('are those of the opening block, with what it says of them', () => {
    expect(found).toContainEqual(
      expect.objectContaining({
        name: 'Ville de Valbrune',
        role: 'grantor',
        kind: 'municipality',
        designation: 'la Ville',
        representedBy: 'Paul LANTIER',
        representativeTitle: 'Maire',
      }),
    );
    expect(found).toContainEqual(
      expect.objectContaining({
        name: 'Mission Locale du Haut-Clain',
        role: 'beneficiary',
        designation: 'la M.L.',
        legalForm: 'association loi 1901',
        address: '12 rue des Tanneurs, 86999 VALBRUNE',
        representedBy: 'Aline QUERCY',
        representativeTitle: 'Présidente',
      }),
    );
  });
  it('and those who sign', () => {
    expect(found.filter(({ role }) => role === 'signatory').map(({ name }) => name)).toEqual([
      'Paul LANTIER',
      'Aline QUERCY',
    ]);
  });
  it('are partners where no money changes hands', () => {
    const free = CONVENTION.replace('une subvention de 12 000 €', 'des salles, sans contrepartie').replace(
      'versera',
      'prête',
    );
    expect(
      parties(free, 'convention')
        .filter(({ role }) => role === 'partner')
        .map(({ name }) => name),
    ).toEqual(['Ville de Valbrune', 'Mission Locale du Haut-Clain']);
  });
});

describe('the issuer of a deliberation', () => {
  it('is the body whose council decides, with whoever presides', () => {
    const found = parties(
      `Extrait du registre des délibérations du Conseil Municipal de la Ville de Valbrune\nL'an deux mille vingt-deux, le Conseil Municipal s'est réuni sous la présidence de Monsieur Paul LANTIER, Maire.\n\nAprès en avoir délibéré, le Conseil décide.\nPour extrait conforme,\nLe Maire\nPaul LANTIER`,
      'deliberation',
    );
    expect(found).toContainEqual(
      expect.objectContaining({ name: 'Ville de Valbrune', role: 'issuer', representedBy: 'Paul LANTIER' }),
    );
    expect(found).toContainEqual(expect.objectContaining({ name: 'Paul LANTIER', role: 'signatory', kind: 'person' }));
  });
  it('may be known by an acronym alone', () => {
    const found = parties(
      `La CAVB soutient depuis 2010 le programme. Le soutien de la CAVB porte sur deux axes. Une aide est versée par la CAVB. La CAVB est engagée.`,
      'deliberation',
    );
    expect(found).toContainEqual(expect.objectContaining({ name: 'CAVB', role: 'issuer' }));
  });
  it.each<[string, string, DocumentKind]>([
    ['its letterhead by an acronym', 'CC DU PAYS DE VALBRUNE\n\nConseil communautaire du 14 juin 2022', 'minutes'],
    [
      'its letterhead on two lines',
      'Réunion de la Communauté de Communes\ndu Pays de Valbrune\n\nLe Conseil de Communauté, réuni à la salle des fêtes de la Commune de Montel.',
      'deliberation',
    ],
    [
      'a letterhead cut by an empty line',
      'COMMUNAUTÉ DE COMMUNES\n\nDU PAYS DE VALBRUNE\n\nConseil communautaire du 27 mai 2018',
      'deliberation',
    ],
    [
      'where it was done, not by a town that receives',
      'Le Conseil Municipal loue la salle des fêtes de Montel à la commune de Montel. La commune paie.\n\nFait à Valbrune, le 12 mai 2021',
      'deliberation',
    ],
    ['what stands over its sitting', 'CONSEIL GÉNÉRAL DE LA VALBRUNE\nCommission permanente du 6 avril 2007', 'other'],
    [
      'the certificate of the prefecture',
      'N° 2022-31 - Commune de Valbrune\n\nLe Conseil Municipal accorde une aide.',
      'other',
    ],
    [
      'where it was done',
      'Le Conseil Municipal décide.\n\nFait et délibéré à Valbrune, les jour, mois et an.',
      'deliberation',
    ],
    [
      'where it is certified',
      'Le Conseil Municipal de cette commune décide.\n\nÀ Valbrune, le 5 décembre 2014',
      'deliberation',
    ],
    [
      'where the council met',
      'Le Conseil Municipal s’est réuni à la mairie de Valbrune. La commune donne 100 €.',
      'minutes',
    ],
    [
      'the town of the hall',
      'Le Conseil Municipal s’est réuni à Valbrune en la salle du foyer. La commune donne 100 €.',
      'minutes',
    ],
    [
      'its address',
      'MAIRIE\n4 place du Puits\n99140 VALBRUNE\n\nConseil municipal du 4 juin. La commune paie.',
      'minutes',
    ],
  ])('is known by %s', (_, text, kind) => {
    const stated = issuerOf(text);
    const issuer = parties(text, kind, stated ? { issuer: stated } : {}).find(({ role }) => role === 'issuer');
    expect(issuer?.name).toMatch(/valbrune$/i);
  });
  it('is no town where two are named as places of signature', () => {
    const text =
      'Le Conseil Municipal décide. La commune paie.\n\nFait à Valbrune, le 3 mai\n\nFait à Montel, le 4 mai';
    expect(parties(text, 'deliberation').find(({ role }) => role === 'issuer')?.name).toBe('La commune');
  });
  it('is not the court before which it may be contested', () => {
    const found = parties(
      `Le Conseil Municipal de Valbrune décide.\nRecours devant le Tribunal Administratif de Poitiers.`,
      'deliberation',
    );
    expect(found.find(({ role }) => role === 'issuer')?.name).toContain('Valbrune');
  });
});

describe('a body represented in a sentence', () => {
  it('comes with who represents it', () => {
    const found = parties(
      `Conseil municipal de Valbrune. Autorise le Maire à signer l'avenant entre la Commune de Valbrune et la Société Arcture, représentée par Monsieur Luc BORDERIE, agissant en qualité de Directeur, sise rue Basse.`,
      'deliberation',
    );
    expect(found).toContainEqual(
      expect.objectContaining({
        name: 'Société Arcture',
        representedBy: 'Luc BORDERIE',
        representativeTitle: 'Directeur',
      }),
    );
  });
});

describe('bodies of like names', () => {
  it('« la Mission Locale » is the one that receives, not one named in passing', () => {
    const text = CONVENTION.replace(
      'Préambule',
      'Préambule\nUne convention de partenariat Mission Locale/France Travail existe.',
    );
    const act = actOf(text, 'convention');
    expect(readRoster(act).meant('la Mission Locale')?.name).toBe('Mission Locale du Haut-Clain');
  });
});

describe('parties written in other ways', () => {
  it('tells a State from the prefect who speaks for it, and three parties in one block', () => {
    const found = parties(
      `CONVENTION 2022

Entre
L'État, représenté par le préfet de la Brenne, Monsieur Bertrand LACOMBE, désigné sous le terme « l'administration », d'une part,
Et
La SCIC « La Fabrique Commune », domiciliée 9 impasse des Forges, représentée en vertu d'une délibération du 3 mai 2021, par Monsieur Karim BENSAL, gérant, ci-après « le Porteur », d'autre part,

Article 1
L'administration verse au Porteur une subvention de 30 000 €.`,
      'convention',
    );
    expect(found).toContainEqual(
      expect.objectContaining({ name: 'État', role: 'grantor', representedBy: 'Bertrand LACOMBE' }),
    );
    expect(found).toContainEqual(
      expect.objectContaining({ name: 'La Fabrique Commune', role: 'beneficiary', representedBy: 'Karim BENSAL' }),
    );
  });

  it('takes no place of meeting and no words of a heading for a party', () => {
    const found = parties(
      `Extrait du registre des délibérations du Conseil Municipal de la Ville de Valbrune

Le Conseil, légalement convoqué, s'est réuni à la Maison des services de Saint-Cerne.

CONCOURS FINANCIER DE LA VILLE
La somme est de 500 €.`,
      'deliberation',
    ).map(({ name }) => name);
    expect(found).not.toContain('Maison des services de Saint-Cerne');
    expect(found).not.toContain('FINANCIER DE LA VILLE');
  });

  it('knows a town that is never called one by what it is said to have', () => {
    const found = parties(
      'Conseil municipal du 4 juin\n\nLa mairie achète un banc à 100 €.\nDes panneaux à chaque entrée de Valbrune.\nC’est le patrimoine historique de Valbrune.',
      'minutes',
    );
    expect(found).toContainEqual(expect.objectContaining({ name: 'Valbrune', role: 'issuer' }));
  });

  it('knows bodies that no common noun announces, where they are written as names', () => {
    const named = parties(
      'Le conseil municipal de Valbrune retient l’offre du courtier (Groupama), prend l’avis de la SMACL et demande aux Francas leur aide. Les travaux sont faits par le TE99. La maif du tir à l’arc est close.',
      'deliberation',
    ).map(({ name }) => name);
    expect(named).toEqual(expect.arrayContaining(['Groupama', 'SMACL', 'Francas', 'TE99']));
    expect(named).not.toContain('maif');
  });

  it('takes no register, no seat, no legal form and nothing lent for a party', () => {
    const found = parties(
      `CONVENTION ENTRE LA VILLE ET LE TENNIS CLUB DE VALBRUNE

Entre
La Ville de Valbrune, représentée par son Maire, M. Paul LANTIER,
Etablissement public de coopération intercommunal,
Et
Le Tennis Club de Valbrune, déclaré à la préfecture de la Brune, dont le siège social est situé à la Maison des Sports de Valbrune, représenté par Mme Léa MORVAN, Présidente,

Article 1
La Ville met à disposition de l'association des locaux. Le président du Conseil municipal en répond.`,
      'convention',
    );
    expect(found.filter(({ kind }) => kind !== 'person').map(({ name }) => name)).toEqual([
      'Ville de Valbrune',
      'Tennis Club de Valbrune',
    ]);
  });

  it('knows a party again by what the act calls it and its place, and takes no State of a domain for one', () => {
    const found = parties(
      `CONVENTION

Entre
La Commune de Valbrune (Département de la Brune), représentée par son Maire, M. Paul LANTIER,
Et
La Caisse d'Allocations Familiales de la Brune, représentée par Mme Léa MORVAN, Directrice, ci-après désignée « la Caf »,

Préambule
La Caf de la Brune occupe une partie du domaine public de l'Etat.`,
      'convention',
    );
    expect(found.filter(({ kind }) => kind !== 'person').map(({ name }) => name)).toEqual([
      'Commune de Valbrune',
      "Caisse d'Allocations Familiales de la Brune",
    ]);
  });

  it('are not the territory that a letterhead says the town lies in, unless the act speaks of it', () => {
    const letterhead = `RÉPUBLIQUE FRANÇAISE
Département de la Brune
COMMUNE DE VALBRUNE

Délibération n° 2023-12

Le conseil municipal approuve le budget.`;
    const names = (text: string) => parties(text, 'deliberation').map(({ name }) => name);
    expect(names(letterhead)).not.toContain('Département de la Brune');
    expect(names(`${letterhead}\nIl sollicite le Département de la Brune.`)).toContain('Département de la Brune');
    expect(names('RÉPUBLIQUE FRANÇAISE\nDépartement de la Brune\nConseil départemental\n\nIl décide.')).toContain(
      'Département de la Brune',
    );
  });
});

describe('a letterhead', () => {
  it.each([
    [
      "SERVICE DÉPARTEMENTAL D'INCENDIE ET DE SECOURS DU CLAIN\nBureau du 16 novembre 2017",
      "SERVICE DÉPARTEMENTAL D'INCENDIE ET DE SECOURS DU CLAIN",
    ],
    [
      'CONSEIL DÉPARTEMENTAL DE LA HAUTE-LORNE\nCommission permanente\n\nSont allouées :\nCommune de Sourdun : réfection du toit : 18 240 €\nCommune de Vergne : mairie : 7 500 €',
      'CONSEIL DÉPARTEMENTAL DE LA HAUTE-LORNE',
    ],
    [
      'Communauté de communes Cœur de Lorne\nSéance du 3 mai 2022\n\nUn fonds de concours est versé à la commune de Sourdun.',
      'Communauté de communes Cœur de Lorne',
    ],
    [
      'PRÉFET DE LA LORNE\n\nLe préfet de la Lorne,\nVu la demande présentée par la commune de Sourdun,',
      'PRÉFET DE LA LORNE',
    ],
    ['PREFECTURE DE LA LORNE\nCOMMUNE DE SOURDUN\nConseil municipal du 3 mai 2022', 'COMMUNE DE SOURDUN'],
    [
      'SYNDICAT INTERCOMMUNAL DES EAUX DE LA HAUTE VALLÉE\nCOMPTE RENDU DE LA RÉUNION DU 3 MAI 2022',
      'SYNDICAT INTERCOMMUNAL DES EAUX DE LA HAUTE VALLÉE',
    ],
  ])('%s', (text, issuer) => {
    const found = parties(text, 'deliberation', { issuer: issuerOf(text) ?? '' });
    expect(found.filter(({ role }) => role === 'issuer').map(({ name }) => name)).toEqual([issuer]);
  });
  it('of a prefect stands over acts that he signs', () => {
    const found = parties(
      'PRÉFET DE LA LORNE\n\nLe préfet de la Lorne,\nArticle 1er : Une subvention est attribuée.\n\nFait à Lorne, le 2 mai 2022\nLe préfet, Hugues SALVAN',
      'other',
      { issuer: 'PRÉFET DE LA LORNE' },
    );
    expect(found[0]).toMatchObject({ role: 'issuer', kind: 'state', representedBy: 'Hugues SALVAN' });
  });
});

it('a body in a sentence goes by what the act calls it from there on', () => {
  const act = actOf("Le prêt signé entre l'Office public de l'habitat du Clain, ci-après l'Emprunteur, et la banque.");
  expect(readRoster(act).designated('Emprunteur')?.name).toBe("Office public de l'habitat du Clain");
});
