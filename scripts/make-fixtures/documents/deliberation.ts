import { dateInWords, longDate } from '../french.js';
import { footer, letterhead, transmissionStamp } from '../letterhead.js';
import { amount, citation, date, imputation, indicator, party, present, sumOf, vote, year } from '../marks.js';
import { bold, fr, noted, type Text } from '../text.js';
import { RUCHE, SAINT_AUBIN as TOWN } from '../world.js';
import { type Made, Writer } from '../writer.js';

const SESSION = '2024-04-11';
const REFERENCE = '2024-031';
const SUBJECT = 'Attribution des subventions aux associations – exercice 2024';

const PRESENT: readonly [title: string, name: string][] = [
  ['Mme ', 'Maëlle TRÉHOUX'],
  ['M. ', 'Corentin BELLANGREVILLE'],
  ['Mme ', 'Solène KERBRAZ'],
  ['M. ', 'Jean-Yves AUMÔNIER-DUVAL'],
  ['Mme ', 'Bérengère LOQUET'],
  ['M. ', 'Yannick PRIGENTEAU'],
  ['Mme ', 'Capucine HÉROUVILLOIS'],
  ['M. ', 'Aldric MONTFERRIER'],
  ['Mme ', 'Nolwenn TASSELIN'],
  ['M. ', 'Étienne QUERCHOIS'],
  ['Mme ', 'Marie-Ange DELAFORGERIE'],
  ['M. ', 'Gwenaël SALMONT'],
  ['Mme ', 'Hortense VAUDRÉMONT'],
  ['M. ', 'Sylvain CRÉTEVILLE'],
];
const PROXIES = [
  { from: 'Anatole RIVOISIER', to: 'Maëlle TRÉHOUX' },
  { from: 'Lucile GRANDCHEMIN', to: 'Étienne QUERCHOIS' },
  { from: 'Pierrick LANDEVANT', to: 'Bérengère LOQUET' },
];
const EXCUSED = ['Fabienne ORGEVILLE'];
const ABSENT = ['Tugdual MARCHENOIR'];
const IN_OFFICE = PRESENT.length + PROXIES.length + EXCUSED.length + ABSENT.length;
const ASIDE = 'Solène KERBRAZ';

/** Name, what for, granted the year before, granted this year. */
const GRANTS: readonly [name: string, purpose: string, before: number, now: number][] = [
  ['Les Amis du Vieux Lavoir', 'restauration du lavoir et visites', 1200, 1500],
  ['Club nautique des Grèves', "école de voile, achat d'un dériveur", 8000, 8500],
  ['Harmonie Sainte-Cécile', 'école de musique', 4300, 4300],
  [RUCHE.name, 'épicerie sociale et ateliers', 24_000, 26_000],
  ['Union sportive aubinoise', 'fonctionnement général', 12_000, 12_000],
  ['Comité des fêtes de la Grève', 'fête de la mer', 3500, 3200],
];
const BEFORE = GRANTS.reduce((sum, [, , before]) => sum + before, 0);
const TOTAL = GRANTS.reduce((sum, [, , , now]) => sum + now, 0);

/** A council's grants: attendance, recitals, a table, articles, budget lines and a vote that is not unanimous. */
export function deliberation(): Promise<Made> {
  const writer = new Writer({
    stem: 'deliberation-subventions',
    title: `Délibération ${REFERENCE}`,
    author: TOWN.body,
    made: '2024-04-15',
  });
  writer.onPage = () => {
    transmissionStamp(writer, {
      sent: '2024-04-15',
      received: '2024-04-15',
      published: '2024-04-16',
      id: `050-${TOWN.siren}-20240411-2024_031-DE`,
      siren: TOWN.siren,
    });
    writer.y = Math.max(writer.y, 70);
  };
  writer.openAct({ kind: 'deliberation', reference: REFERENCE, date: SESSION, issuer: TOWN.body, subject: SUBJECT });
  letterhead(writer, TOWN);
  writer.paragraph(
    noted(
      bold('EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS'),
      party({
        name: TOWN.body,
        role: 'issuer',
        kind: 'municipality',
        siren: TOWN.siren,
        represented_by: TOWN.mayor,
        representative_title: TOWN.mayorTitle,
        aliases: [TOWN.name],
      }),
    ),
    { align: 'center', size: 12, after: 1 },
  );
  writer.paragraph(bold('DU CONSEIL MUNICIPAL'), { align: 'center', size: 12 });
  writer.paragraph(fr`Séance du ${date(SESSION, 'session')}`, { align: 'center', size: 11, after: 10 });
  writer.paragraph(fr`${bold('Délibération n° ')}${bold(REFERENCE)}`, { after: 2 });
  writer.paragraph(fr`${bold('Objet :')} Attribution des subventions aux associations – exercice ${year(2024)}`, {
    after: 10,
  });

  writer.paragraph(
    fr`${date(SESSION, 'session', `L'an ${dateInWords(SESSION)}`)}, à dix-neuf heures trente, le conseil municipal de la commune de ${TOWN.name}, légalement convoqué le ${date('2024-04-05', 'convocation', longDate('2024-04-05'))}, s'est réuni en séance ordinaire, en mairie, sous la présidence de Mme Maëlle TRÉHOUX, Maire.`,
    { align: 'justify' },
  );
  writer.paragraph(
    fr`Nombre de membres en exercice : ${String(IN_OFFICE)} – Présents : ${String(PRESENT.length)} – Votants : ${String(PRESENT.length + PROXIES.length)}`,
  );
  const list = (people: readonly Text[]): Text => people.map((one, i) => (i === 0 ? one : fr`, ${one}`));
  writer.paragraph(fr`${bold('Étaient présents :')} ${list(PRESENT.map(([title, name]) => present(name, title)))}.`, {
    align: 'justify',
  });
  writer.paragraph(
    fr`${bold('Absents ayant donné procuration :')} ${list(['M. Anatole RIVOISIER à Mme Maëlle TRÉHOUX', 'Mme Lucile GRANDCHEMIN à M. Étienne QUERCHOIS', 'M. Pierrick LANDEVANT à Mme Bérengère LOQUET'])}.`,
    { align: 'justify' },
  );
  writer.paragraph(fr`${bold('Absente excusée :')} Mme ${EXCUSED[0]!}. ${bold('Absent :')} M. ${ABSENT[0]!}.`);
  writer.paragraph(
    'Le quorum étant atteint, la séance est ouverte. M. Aldric MONTFERRIER est désigné secrétaire de séance.',
  );

  for (const visa of [
    fr`${bold('Vu')} le ${citation('code', 'code général des collectivités territoriales, notamment ses articles L. 2121-29 et L. 2311-7')} ;`,
    fr`${bold('Vu')} la ${citation('law', fr`loi n° 2000-321 du ${date('2000-04-12', 'cited_act', longDate('2000-04-12'))}`, '2000-321', '2000-04-12')} relative aux droits des citoyens dans leurs relations avec les administrations, et notamment son article 10 ;`,
    fr`${bold('Vu')} la ${citation('deliberation', fr`délibération n° 2024-018 du ${date('2024-03-14', 'cited_act', longDate('2024-03-14'))}`, '2024-018', '2024-03-14')} adoptant le budget primitif ;`,
    fr`${bold('Vu')} l'avis de la commission « vie associative » du ${date('2024-03-28', 'event', longDate('2024-03-28'))} ;`,
  ]) {
    writer.paragraph(visa, { align: 'justify', after: 3 });
  }
  writer.space(3);
  writer.paragraph(
    fr`${bold('Considérant')} que la commune compte ${indicator(48, '48 associations', { unit: 'associations', label: 'associations que compte la commune' })} et que leur action contribue à la vie locale ;`,
    { align: 'justify', after: 3 },
  );
  writer.paragraph(
    fr`${bold('Considérant')} que ${indicator(6, 'six dossiers', { unit: 'dossiers', label: 'dossiers complets déposés dans les délais', period: '2024' })} complets ont été déposés dans les délais ;`,
    { align: 'justify', after: 8 },
  );
  writer.paragraph('Madame le Maire propose à l’assemblée de retenir les montants suivants :');

  const cell = (value: number, name: string, purpose: string, at: number): Text =>
    amount(value, { nature: 'grant', payer: TOWN.body, beneficiary: name, year: at, purpose, inTable: true });
  writer.table(
    [{ width: 158 }, { width: 165 }, { width: 74, align: 'right' }, { width: 74, align: 'right' }],
    [['Association', 'Objet', fr`Subvention ${year(2023)}`, fr`Subvention ${year(2024)}`]],
    [
      ...GRANTS.map(([name, purpose, before, now]): Text[] => [
        noted(name, party({ name, role: 'beneficiary', kind: 'association', legal_form: 'association' })),
        purpose,
        cell(before, name, purpose, 2023),
        cell(now, name, purpose, 2024),
      ]),
      [
        'TOTAL',
        '',
        noted(
          amount(BEFORE, { nature: 'total', payer: TOWN.body, year: 2023, inTable: true }),
          sumOf(
            GRANTS.map(([, , before]) => before),
            BEFORE,
            'total de la colonne 2023',
          ),
        ),
        noted(
          amount(TOTAL, { nature: 'total', payer: TOWN.body, year: 2024, inTable: true }),
          sumOf(
            GRANTS.map(([, , , now]) => now),
            TOTAL,
            'total de la colonne 2024',
          ),
        ),
      ],
    ],
    { headFill: '#dde5f1', total: true },
  );

  const social = 26_000;
  const rest = TOTAL - social;
  writer.paragraph(bold('Après en avoir délibéré, le conseil municipal :'), { before: 4 });
  const articles: Text[] = [
    fr`${bold('Article 1 :')} DÉCIDE d'attribuer aux associations les subventions figurant au tableau ci-dessus, pour un montant total de ${amount(TOTAL, { nature: 'total', payer: TOWN.body, year: 2024 })} ;`,
    fr`${bold('Article 2 :')} AUTORISE Madame le Maire à signer avec l'association ${RUCHE.name}, dont la subvention est de ${amount(social, { nature: 'grant', payer: TOWN.body, beneficiary: RUCHE.name, year: 2024, purpose: 'épicerie sociale et ateliers' })}, la convention prévue par le ${citation('decree', fr`décret n° 2001-495 du ${date('2001-06-06', 'cited_act', longDate('2001-06-06'))}`, '2001-495', '2001-06-06')} ;`,
    fr`${bold('Article 3 :')} DIT que la dépense est inscrite au budget principal ${year(2024)}, comme suit : ${noted(amount(social, { nature: 'budget_line', payer: TOWN.body, year: 2024 }), imputation(social, { chapter: '65', account: '65748', function: '420', operation: '2024-07' }))} au chapitre 65, nature 65748, fonction 420, opération 2024-07 ; ${noted(amount(rest, { nature: 'budget_line', payer: TOWN.body, year: 2024 }), imputation(rest, { chapter: '65', account: '65748', function: '326', operation: '2024-03' }), sumOf([social, rest], TOTAL, 'lignes budgétaires = total voté'))} au chapitre 65, nature 65748, fonction 326, opération 2024-03.`,
  ];
  for (const article of articles) writer.paragraph(article, { align: 'justify', after: 4 });
  writer.paragraph(
    noted(
      fr`Mme ${ASIDE}, membre du bureau du Club nautique, ne prend pas part au vote.`,
      vote({
        unanimous: false,
        for: 14,
        against: 0,
        abstentions: 2,
        not_participating: [ASIDE],
        members_in_office: IN_OFFICE,
        present: PRESENT.length,
        voters: PRESENT.length + PROXIES.length,
        proxies: PROXIES,
        excused: EXCUSED,
        absent: ABSENT,
      }),
    ),
    { before: 4, after: 3 },
  );
  writer.paragraph(
    fr`${bold('Adopté à la majorité :')} Pour : 14 – Contre : 0 – Abstentions : 2 (M. Sylvain CRÉTEVILLE, Mme Hortense VAUDRÉMONT)`,
  );
  writer.need(96);
  writer.paragraph('Fait et délibéré les jour, mois et an susdits. Pour extrait conforme au registre.', { before: 4 });
  const y = writer.y;
  writer.at(writer.left, y, 210, 'Le secrétaire de séance,\nAldric MONTFERRIER');
  writer.at(
    writer.left + 270,
    y,
    200,
    noted(
      'La Maire,\nMaëlle TRÉHOUX',
      party({ name: TOWN.mayor, role: 'signatory', kind: 'person', representative_title: 'Maire' }),
    ),
  );
  writer.y = y + 50;
  writer.paragraph(
    'La présente délibération peut faire l’objet d’un recours devant le tribunal administratif dans un délai de deux mois à compter de sa publication.',
    { size: 7.5 },
  );
  writer.closeAct();
  return writer.finish(footer(writer, `${TOWN.body} – Délibération n° ${REFERENCE}`));
}
