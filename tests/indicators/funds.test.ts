import { describe, expect, it } from 'vitest';
import { interpret } from '../../extractors/interpret.js';
import type { Amount } from '../../models/records.js';
import { act, heading, page, paragraph, table, type Written } from './written.js';

/** The sums of a report of the association « Le Relais de Valbois ». */
function sums(...blocks: Written[]): Amount[] {
  const cover = [heading('ASSOCIATION LE RELAIS DE VALBOIS'), heading("RAPPORT D'ACTIVITÉ 2021")];
  return [...interpret(act('activity_report', page(...cover, ...blocks))).amounts];
}

const ISSUER = 'ASSOCIATION LE RELAIS DE VALBOIS';

describe('who pays', () => {
  it('is named by the rows of a table of revenues; charges are paid by the association', () => {
    const found = sums(
      table(1, ['Produits (k€)', '2020', '2021'], ['État', '182', '190'], ['Ventes', '12', '14']),
      table(1, ['Charges (k€)', '2020', '2021'], ['Services extérieurs', '43', '45']),
    );
    expect(found.map(({ nature, payer, beneficiary }) => [nature, payer, beneficiary])).toEqual([
      ['revenue', 'État', ISSUER],
      ['revenue', 'État', ISSUER],
      ['revenue', undefined, ISSUER],
      ['revenue', undefined, ISSUER],
      ['expense', ISSUER, undefined],
      ['expense', ISSUER, undefined],
    ]);
  });

  it('stands before a colon in a list of subsidies', () => {
    const found = sums(
      paragraph(
        'Les subventions publiques atteignent 74 000 € (Ville : 45 000 € ; Département : 21 000 € ; CAF : 8 000 €).',
      ),
    );
    expect(found.slice(1).map(({ nature, payer, beneficiary }) => [nature, payer, beneficiary])).toEqual([
      ['grant', 'Ville', ISSUER],
      ['grant', 'Département', ISSUER],
      ['grant', 'CAF', ISSUER],
    ]);
  });

  it('stands behind a sum received, and before a sum given', () => {
    const found = sums(
      paragraph("L'association a reçu 42 000 € de la Ville d’Aubreville et 18 500 € de la Région."),
      paragraph('La CAF a versé 68 400 € au titre de la prestation de service.'),
    );
    expect(found.map(({ nature, payer }) => [nature, payer])).toEqual([
      ['grant', 'Ville d’Aubreville'],
      ['grant', 'Région'],
      ['grant', 'CAF'],
    ]);
  });

  it('is nobody where a heading only speaks of prices', () => {
    const [found] = sums(paragraph('Le prix du repas est de 8,20 €.'));
    expect(found).toMatchObject({ nature: 'price' });
    expect(found!.payer).toBeUndefined();
  });
});

describe('the year of a sum', () => {
  it('is not the year that a count is compared with', () => {
    const [found] = sums(
      paragraph(
        'En 2021, 214 demandes ont été examinées, contre 198 en 2020. 176 aides ont été accordées pour 28 640 €.',
      ),
    );
    expect(found).toMatchObject({ fiscalYear: 2021 });
  });
});

describe('the partners of a report', () => {
  const roles = (...blocks: Written[]) =>
    interpret(
      act(
        'activity_report',
        page(heading('ASSOCIATION LE RELAIS DE VALBOIS'), heading("RAPPORT D'ACTIVITÉ 2021"), ...blocks),
      ),
    ).parties.map(({ name, role }) => `${role} ${name}`);

  it('stand in the list under their title, sponsors behind a colon', () => {
    const found = roles(
      paragraph('VI. PARTENAIRES ET SPONSORS'),
      paragraph('Le Relais remercie ses nombreux partenaires et amis.'),
      paragraph('- Le Petit Chêne'),
      paragraph('- Les sponsors du calendrier 2021 : TELVIA et l’AXO'),
      paragraph("- La Chambre de Commerce et d'Industrie de Valbois"),
    );
    expect(found).toContain('partner Petit Chêne');
    expect(found).toContain('financer TELVIA');
    expect(found).toContain('financer AXO');
    expect(found).toContain("partner Chambre de Commerce et d'Industrie de Valbois");
    expect(found.some((party) => party.includes('remercie'))).toBe(false);
  });

  it('receive what the association says to have given them', () => {
    const [given] = sums(
      heading('Maison des Aînés (MDA)'),
      paragraph("L'aide apportée à MDA a été reconduite pour un montant de 8 800 €."),
    );
    expect(given).toMatchObject({ nature: 'grant', payer: ISSUER, beneficiary: 'Maison des Aînés (MDA)' });
  });

  it('give what stands behind their names in a run', () => {
    const found = sums(paragraph('Les subventions atteignent 98 000 € : État 62 000 €, Ville de Valbois 36 000 €.'));
    expect(found.slice(1).map(({ payer }) => payer)).toEqual(['État', 'Ville de Valbois']);
  });

  it('give what is told as their gift', () => {
    expect(
      sums(paragraph('La fête a coûté moins que prévu grâce au don de TELVIA pour un montant de 150 €.'))[0],
    ).toMatchObject({ payer: 'TELVIA', beneficiary: ISSUER });
  });

  it.each([
    ['La sortie a été financée par le don d’un adhérent d’un montant de 85 €.', 'un adhérent', ISSUER],
    ['- 340 € donnés par un ami de Valbois', 'un ami de Valbois', ISSUER],
    ['Les 60 € annuels versés par chaque adhérent couvrent l’assurance.', 'chaque adhérent', ISSUER],
    ['L’assemblée a porté le montant des cotisations à 60 €.', undefined, ISSUER],
    ['Chaque famille a également reçu une prime de transport de 50 €.', ISSUER, 'famille'],
    ['Le coût total de la fête (1 850 €) a été couvert.', ISSUER, undefined],
    ['Le reste a été financé sur les fonds propres de l’association à hauteur de 1 535 €.', ISSUER, undefined],
    ['Nous avons pu financer quelques travaux pour un montant total de 1 230 €.', ISSUER, undefined],
  ])('%s', (text, payer, beneficiary) => {
    const [sum] = sums(paragraph(text));
    expect([sum!.payer, sum!.beneficiary]).toEqual([payer, beneficiary]);
  });
});
