import { runChecks } from '../../pipeline/checks/index.js';
import type { Database } from '../../pipeline/store/database.js';
import {
  bankAccount,
  communeSiren,
  inventedSiren,
  siretOf,
  spacedIban,
} from '../../scripts/make-fixtures/identifiers.js';
import { emptyDatabase, fileOf, load, NOW } from '../checks/base.js';

export const TOWN_SIRET = siretOf(communeSiren('50', 951));
export const CLUB_SIRET = siretOf(inventedSiren(17));
export const ACCOUNT = bankAccount(73_108);
export const SPACED_IBAN = spacedIban(ACCOUNT.iban).replaceAll('\u00a0', ' ');

const TOWN = 'Commune de Saint-Aubin';
const OTHER = 'Commune de Brécourt';
const CLUB = 'Club nautique';

/** Two councils: one with its convention, whose account is printed; one that grants much and adds badly. */
export function smallDatabase(db: Database = emptyDatabase()): Database {
  const deliberation = fileOf(
    'deliberation.pdf',
    `${TOWN} (SIRET ${TOWN_SIRET})\nSéance du jeudi 11 avril 2024\nEn exercice : 19\nClub nautique : 26 000 €\nChorale : 1 500 €\nPour : 14, contre : 1, abstentions : 2\nReçu en préfecture le 15/04/2024`,
    {
      heading: {
        title: 'Subventions aux associations',
        reference: '2024-031',
        issuer: TOWN,
        date: '2024-04-11',
        year: 2024,
        matter: '7.5',
      },
      records: (at) => ({
        parties: [
          { ...at(TOWN), name: TOWN, kind: 'municipality', role: 'issuer', siret: TOWN_SIRET },
          { ...at(CLUB), name: CLUB, kind: 'association', role: 'beneficiary', siret: CLUB_SIRET },
        ],
        amounts: [grantOf(at('26 000 €'), '26000.00', TOWN, CLUB), grantOf(at('1 500 €'), '1500.00', TOWN, 'Chorale')],
        dates: [
          { ...at('15/04/2024'), value: '2024-04-15', precision: 'day', role: 'transmitted', certainty: 'stated' },
        ],
        sessions: [{ ...at('En exercice : 19'), membersInOffice: 19, date: '2024-04-11' }],
        votes: [
          { ...at('Pour : 14'), outcome: 'adopted', unanimous: false, votesFor: 14, votesAgainst: 1, abstentions: 2 },
        ],
      }),
    },
  );
  const rib = `${ACCOUNT.bank}\t${ACCOUNT.branch}\t${ACCOUNT.account}\t${ACCOUNT.key}`;
  const convention = fileOf(
    'convention.pdf',
    `Convention avec le Club nautique\nVu la délibération n° 2024-031\n26 000 €, avance 13 000 €\nIBAN : ${SPACED_IBAN}\n${rib}\nà rappeler : ${ACCOUNT.iban}`,
    {
      kind: 'convention',
      heading: { title: `Convention, compte ${ACCOUNT.iban}`, issuer: TOWN, date: '2024-04-22', year: 2024 },
      records: (at) => ({
        parties: [{ ...at('Club nautique'), name: CLUB, kind: 'association', role: 'beneficiary' }],
        amounts: [
          grantOf(at('26 000 €'), '26000.00', TOWN, CLUB),
          { ...grantOf(at('13 000 €'), '13000.00', TOWN, CLUB), nature: 'advance' },
        ],
        citations: [{ ...at('délibération n° 2024-031'), kind: 'deliberation', number: '2024-031' }],
        identifiers: [
          { ...at(SPACED_IBAN), kind: 'iban', value: ACCOUNT.iban, valid: false },
          { ...at(rib), kind: 'rib', value: ACCOUNT.rib, valid: true },
        ],
        clauses: [
          { ...at(`à rappeler : ${ACCOUNT.iban}`), kind: 'object', value: `virement à rappeler : ${ACCOUNT.iban}` },
        ],
        cells: [
          {
            page: 1,
            table: 1,
            row: 0,
            col: 2,
            text: ACCOUNT.account,
            value: String(Number(ACCOUNT.account)),
            span: at(ACCOUNT.account).span,
          },
        ],
      }),
    },
  );
  const other = fileOf('autre.pdf', `${OTHER}\nClub nautique : 24 000 €\nFanfare : 500 €\nTotal : 24 600 €`, {
    heading: { title: 'Aides', reference: '2023-07', issuer: OTHER, date: '2023-06-01', year: 2023 },
    records: (at) => ({
      amounts: [
        grantOf(at('24 000 €'), '24000.00', OTHER, CLUB, 2023),
        grantOf(at('500 €'), '500.00', OTHER, 'Fanfare', 2023),
      ],
      relations: [
        {
          extractor: 'tests/by-hand',
          kind: 'sum',
          statement: '24 000 + 500 = 24 600',
          holds: false,
          expected: '24500',
          observed: '24600',
          difference: '100',
          tolerance: '0',
          terms: [
            { role: 'part', value: '24000', span: at('24 000').span },
            { role: 'part', value: '500', span: at('500').span },
            { role: 'total', value: '24600', span: at('24 600').span },
          ],
        },
      ],
      votes: [{ ...at(OTHER), outcome: 'adopted', unanimous: true }],
    }),
  });
  const [decided] = load(db, deliberation);
  const [agreed] = load(db, convention);
  load(db, other);
  db.prepare('update citations set target_document_id = ? where document_id = ?').run(decided, agreed);
  runChecks(db, undefined, NOW);
  return db;
}

const grantOf = <At extends object>(at: At, value: string, payer: string, beneficiary: string, fiscalYear = 2024) => ({
  ...at,
  value,
  currency: 'EUR',
  approximation: 'exact' as const,
  nature: 'grant' as const,
  payer,
  beneficiary,
  fiscalYear,
  inTable: false,
});
