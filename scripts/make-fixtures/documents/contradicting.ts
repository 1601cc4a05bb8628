import { dateInWords, euros, longDate, shortDate } from '../french.js';
import { spacedSiret } from '../identifiers.js';
import { footer, letterhead } from '../letterhead.js';
import { amount, citation, contradiction, date, identifier, imputation, party, sumOf, vote, year } from '../marks.js';
import { bold, fr, noted, type Text } from '../text.js';
import { CINEMA, MONTCLAIR as TOWN } from '../world.js';
import { type Made, Writer } from '../writer.js';
import { agreement, aim } from './convention.js';

const VOTED = 24_500;
const DELIBERATION = { number: '2024-06-12', date: '2024-06-13' };

/** The deliberation that the agreement of this set belongs to; right in itself. */
export function votedGrant(): Promise<Made> {
  const { number, date: session } = DELIBERATION;
  const subject = `Subvention à l'association ${CINEMA.name}`;
  const writer = new Writer({
    stem: 'deliberation-cinema',
    title: subject,
    author: TOWN.body,
    made: '2024-06-17',
    face: 'sans',
  });
  writer.openAct({ kind: 'deliberation', reference: number, date: session, issuer: TOWN.body, subject });
  letterhead(writer, TOWN);
  writer.paragraph(
    noted(
      bold('DÉLIBÉRATION DU CONSEIL MUNICIPAL'),
      party({ name: TOWN.body, role: 'issuer', kind: 'municipality', aliases: [TOWN.name] }),
    ),
    { align: 'center', size: 13 },
  );
  writer.paragraph(fr`Séance du ${date(session, 'session')} – n° ${number}`, { align: 'center', after: 12 });
  writer.paragraph(fr`${bold('OBJET :')} ${subject}`, { after: 10 });
  writer.paragraph(
    fr`Le ${date(session, 'session', longDate(session))}, à 18 h 30, le conseil municipal, convoqué le ${date('2024-06-07', 'convocation', longDate('2024-06-07'))}, s'est réuni sous la présidence de Mme Odile VARENCHON, Maire.`,
  );
  writer.paragraph('Nombre de conseillers en exercice : 15 – présents : 12 – votants : 14.');
  writer.paragraph(
    fr`Madame le Maire expose que l'association ${noted(CINEMA.name, party({ name: CINEMA.name, role: 'beneficiary', kind: 'association', legal_form: 'association' }))} assure l'exploitation du cinéma municipal.`,
  );
  writer.paragraph(
    fr`Le conseil municipal, après en avoir délibéré, DÉCIDE d'attribuer à l'association ${CINEMA.name} une subvention de ${noted(amount(VOTED, { nature: 'grant', payer: TOWN.body, beneficiary: CINEMA.name, year: 2024, purpose: 'exploitation du cinéma municipal' }), imputation(VOTED, { chapter: '65', account: '65748' }))} au titre de l'année ${year(2024)}, imputée au chapitre 65, article 65748, et AUTORISE Madame le Maire à signer la convention correspondante.`,
  );
  writer.paragraph(
    noted(bold('Adopté à l’unanimité.'), vote({ unanimous: true, members_in_office: 15, present: 12, voters: 14 })),
  );
  writer.paragraph(
    fr`Transmis au représentant de l'État le ${date('2024-06-17', 'transmitted', shortDate('2024-06-17'))}, publié le ${date('2024-06-18', 'published', shortDate('2024-06-18'))}.`,
    { before: 10 },
  );
  writer.paragraph(
    noted(
      'La Maire, Odile VARENCHON',
      party({ name: TOWN.mayor, role: 'signatory', kind: 'person', representative_title: 'Maire' }),
    ),
    { before: 14 },
  );
  writer.closeAct();
  return writer.finish(footer(writer, `${TOWN.body} – Délibération n° ${number}`));
}

/** Its agreement, with another amount than the one voted. */
export const otherAmount = (): Promise<Made> =>
  agreement({
    stem: 'convention-montant-different',
    town: TOWN,
    association: CINEMA,
    granted: 26_500,
    voted: VOTED,
    year: 2024,
    purpose: 'exploitation du cinéma municipal',
    deliberation: DELIBERATION,
    signed: '2024-06-24',
    account: 40_217,
    aims: [
      aim('proposer ', 300, 'au moins 300 séances', 'séances à proposer', 'séances', ' par an ;'),
      'accueillir les classes de la commune.',
    ],
  });

/** A list whose printed total is wrong, a weekday that is not that of its date, a SIRET whose key fails. */
export function wrongTotal(): Promise<Made> {
  const session = '2024-09-19';
  const number = '2024-09-07';
  const writer = new Writer({
    stem: 'deliberation-total-faux',
    title: `Délibération ${number}`,
    author: TOWN.body,
    made: '2024-09-23',
  });
  const subject = 'Aides exceptionnelles aux associations sinistrées';
  writer.openAct({ kind: 'deliberation', reference: number, date: session, issuer: TOWN.body, subject });
  letterhead(writer, TOWN);
  writer.paragraph(
    noted(
      bold('EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS'),
      party({ name: TOWN.body, role: 'issuer', kind: 'municipality', aliases: [TOWN.name] }),
    ),
    { align: 'center', size: 12 },
  );
  writer.paragraph(
    fr`Séance du ${noted(date(session, 'session', `mardi ${longDate(session)}`), contradiction('date', `Le ${longDate(session)} est un jeudi, non un mardi.`))}`,
    { align: 'center', after: 10 },
  );
  writer.paragraph(fr`${bold('Délibération n° ')}${bold(number)} – ${subject}`, { after: 8 });
  writer.paragraph(
    fr`${date(session, 'session', `L'an ${dateInWords(session)}`)}, le conseil municipal, convoqué le ${date('2024-09-13', 'convocation', longDate('2024-09-13'))}, s'est réuni sous la présidence de Mme Odile VARENCHON, Maire. Conseillers en exercice : 15. Présents : 13. Votants : 15.`,
    { align: 'justify' },
  );
  writer.paragraph(
    fr`${bold('Vu')} la ${citation('deliberation', fr`délibération n° 2024-07-03 du ${date('2024-07-11', 'cited_act', longDate('2024-07-11'))}`, '2024-07-03', '2024-07-11')} relative aux inondations ;`,
  );
  writer.paragraph('Le conseil municipal décide d’attribuer les aides suivantes :', { after: 3 });
  const aids: readonly [string, number][] = [
    ['Judo-club des Étangs', 2400],
    ['Compagnie du Moulin-Blanc', 3150],
    ['Tennis-club montclairois', 1800],
  ];
  for (const [name, granted] of aids) {
    writer.paragraph(
      fr`– ${noted(name, party({ name, role: 'beneficiary', kind: 'association' }))} : ${amount(granted, { nature: 'grant', payer: TOWN.body, beneficiary: name, year: 2024, purpose: 'aide exceptionnelle' })}`,
      { indent: 16, after: 2 },
    );
  }
  const printed = 7450;
  const sum = aids.reduce((all, [, granted]) => all + granted, 0);
  writer.paragraph(
    fr`soit un total de ${noted(
      amount(printed, { nature: 'total', payer: TOWN.body, year: 2024 }),
      sumOf(
        aids.map(([, granted]) => granted),
        printed,
        'liste des aides',
      ),
      contradiction('sum', `Les trois aides font ${euros(sum)}, non ${euros(printed)}.`),
    )}.`,
    { before: 3 },
  );
  const siret = `${CINEMA.siret.slice(0, 13)}${(Number(CINEMA.siret[13]) + 1) % 10}`;
  const bad: Text = noted(
    identifier('siret', spacedSiret(siret)),
    contradiction('other', `La clé du SIRET ${siret} est fausse.`),
  );
  writer.paragraph(fr`Les fonds sont gérés par l'association ${CINEMA.name} (SIRET ${bad}).`);
  writer.paragraph(
    noted(
      'Adopté à l’unanimité des suffrages exprimés.',
      vote({ unanimous: true, members_in_office: 15, present: 13, voters: 15 }),
    ),
    { before: 4 },
  );
  writer.paragraph(
    fr`Reçu en préfecture le ${date('2024-09-23', 'transmitted', shortDate('2024-09-23'))}. Publié le ${date('2024-09-24', 'published', shortDate('2024-09-24'))}.`,
    { before: 8 },
  );
  writer.closeAct();
  return writer.finish(footer(writer, `${TOWN.body} – Délibération n° ${number}`));
}
