import { dateInWords, euros, longDate, shortDate } from './french.js';
import { communeSiren, inventedSiren, siretOf, spacedSiret } from './identifiers.js';
import { amount, citation, date, identifier, imputation, party, sumOf, vote, year } from './marks.js';
import { randomFrom } from './random.js';
import { bold, fr, noted } from './text.js';
import { type Made, Writer } from './writer.js';

const HEADS = ['Saint-Aubin', 'Brécourt', 'Montclair', 'Villevaux', 'Corbreuse', 'Neuvelle', 'Ormeval', 'Tréfontaine'];
// biome-ignore format: a table
const TAILS = [
  'des-Grèves', 'sur-Lène', 'les-Étangs', 'la-Forêt', 'en-Vexelle', 'sous-Roche', 'le-Vieux', 'aux-Saules',
];
const GIVEN = ['Maëlle', 'Gaspard', 'Odile', 'Corentin', 'Solène', 'Armand', 'Coralie', 'Théodore'];
const FAMILY = ['TRÉHOUX', 'LEVERRIN', 'VARENCHON', 'BELLANGREVILLE', 'TISSERAUD', 'PLASSARD', 'MOURICHON'];
// biome-ignore format: a table
const CLUBS = [
  'Club nautique', 'Harmonie', 'Comité des fêtes', 'Judo-club', 'Foyer rural', 'Théâtre', 'Amicale laïque',
];
// biome-ignore format: a table
const AIMS = [
  'fonctionnement général', 'achat de matériel', 'école de musique', 'fête annuelle', 'ateliers du mercredi',
];

interface Town {
  body: string;
  name: string;
  siren: string;
  mayor: string;
}

/** The towns of an archive: forty, each with its own department and number. */
function town(rank: number): Town {
  const at = rank % 40;
  const name = `${HEADS[at % HEADS.length]}-${TAILS[(at * 3 + (at >> 3)) % TAILS.length]}`;
  return {
    name,
    body: `Commune de ${name}`,
    siren: communeSiren(String(10 + at * 2), 910 + at),
    mayor: `${GIVEN[at % GIVEN.length]} ${FAMILY[at % FAMILY.length]}`,
  };
}

/** What the two kinds of act have in common. */
interface Draft {
  readonly writer: Writer;
  readonly by: Town;
  readonly rank: number;
  /** The year of the session, which the act bears on. */
  readonly at: number;
  /** ISO day. */
  readonly session: string;
  readonly number: string;
  readonly random: () => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** The ISO day so many days after the session. */
  readonly after: (days: number) => string;
}

/**
 * One small act of a page, the same for the same seed and rank, different from every other: two deliberations, then a
 * convention.
 */
export function smallAct(seed: number, rank: number): Promise<Made> {
  const random = randomFrom(seed * 1_000_003 + rank);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const by = town(rank);
  const at = 2015 + (rank % 10);
  const session = new Date(Date.UTC(at, 1 + Math.floor(random() * 9), 1 + Math.floor(random() * 27)))
    .toISOString()
    .slice(0, 10);
  const after = (days: number): string =>
    new Date(Date.parse(`${session}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const number = `${at}-${String(rank + 1).padStart(6, '0')}`;
  const writer = new Writer({
    stem: `acte-${String(rank + 1).padStart(6, '0')}`,
    title: number,
    author: by.body,
    made: after(4),
    fonts: 'standard',
    face: rank % 2 === 0 ? 'serif' : 'sans',
  });
  (rank % 3 === 2 ? convention : deliberation)({ writer, by, rank, at, session, number, random, pick, after });
  writer.closeAct();
  return writer.finish((page, pages) => {
    writer.running(() =>
      writer.at(writer.left, writer.height - 40, writer.measure, `${by.body} – page ${page}/${pages}`, { size: 7 }),
    );
  });
}

const clubOf = ({ by, pick, random }: Draft): string =>
  `${pick(CLUBS)} de ${by.name} ${100 + Math.floor(random() * 900)}`;

function convention(draft: Draft): void {
  const { writer, by, rank, at, session, number, random, pick, after } = draft;
  const siret = siretOf(by.siren);
  const name = clubOf(draft);
  const granted = 2 * (500 + Math.floor(random() * 10_000));
  const purpose = pick(AIMS);
  const grant = { payer: by.body, beneficiary: name, year: at, purpose };
  const president = `${pick(GIVEN)} ${pick(FAMILY)}`;
  const signed = after(12);
  writer.openAct({ kind: 'convention', date: signed, issuer: by.body, subject: `CONVENTION DE SUBVENTION ${at}` });
  writer.paragraph(fr`${bold('CONVENTION DE SUBVENTION ')}${bold(year(at))}`, {
    align: 'center',
    size: 13,
    after: 14,
  });
  writer.paragraph(
    noted(
      fr`Entre la ${by.body}, SIRET ${identifier('siret', spacedSiret(siret))}, représentée par son maire, ${by.mayor}, ci-après dénommée « la Commune »,`,
      party({
        name: by.body,
        role: 'grantor',
        kind: 'municipality',
        siren: by.siren,
        siret,
        represented_by: by.mayor,
        representative_title: 'Maire',
        designation: 'la Commune',
      }),
    ),
  );
  const own = siretOf(inventedSiren(rank % 10_000), 1 + (rank % 7));
  writer.paragraph(
    noted(
      fr`et l'association ${name}, SIRET ${identifier('siret', spacedSiret(own))}, représentée par ${president}, ci-après dénommée « l'Association »,`,
      party({
        name,
        role: 'beneficiary',
        kind: 'association',
        siren: own.slice(0, 9),
        siret: own,
        represented_by: president,
        designation: "l'Association",
      }),
    ),
  );
  writer.paragraph(
    fr`Vu la ${citation('deliberation', fr`délibération n° ${number} du ${date(session, 'cited_act', longDate(session))}`, number, session)}, il est convenu ce qui suit :`,
  );
  writer.paragraph(
    fr`${bold('Article 1 –')} La Commune attribue à l'Association une subvention de ${amount(granted, { ...grant, nature: 'grant' })} pour l'année ${year(at)} (${purpose}).`,
  );
  writer.paragraph(
    fr`${bold('Article 2 –')} Elle est versée en deux fois : une avance de ${amount(granted / 2, { ...grant, nature: 'advance' })} à la signature et un solde de ${noted(amount(granted / 2, { ...grant, nature: 'balance' }), sumOf([granted / 2, granted / 2], granted))}.`,
  );
  writer.paragraph(
    fr`${bold('Article 3 –')} La convention est conclue du ${date(`${at}-01-01`, 'period', `${longDate(`${at}-01-01`)} au ${longDate(`${at}-12-31`)}`, `${at}-12-31`)}.`,
  );
  writer.paragraph(fr`Fait à ${by.name}, le ${date(signed, 'signature', longDate(signed))}`, { before: 10 });
}

function deliberation(draft: Draft): void {
  const { writer, by, rank, at, session, number, random, pick, after } = draft;
  const subject = `Subventions aux associations – exercice ${at}`;
  const grants = Array.from(
    { length: 3 + Math.floor(random() * 6) },
    () => [clubOf(draft), pick(AIMS), 50 * (3 + Math.floor(random() * 200))] as const,
  );
  const total = grants.reduce((sum, [, , granted]) => sum + granted, 0);
  writer.openAct({ kind: 'deliberation', reference: number, date: session, issuer: by.body, subject });
  writer.paragraph(bold('RÉPUBLIQUE FRANÇAISE'), { after: 0 });
  writer.paragraph(
    noted(by.body.toUpperCase(), party({ name: by.body, role: 'issuer', kind: 'municipality', siren: by.siren })),
  );
  writer.paragraph(bold('EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS'), { align: 'center', size: 12 });
  writer.paragraph(fr`Séance du ${date(session, 'session')}`, { align: 'center' });
  writer.paragraph(fr`Délibération n° ${number}`, { after: 2 });
  writer.paragraph(fr`Objet : Subventions aux associations – exercice ${year(at)}`);
  writer.paragraph(
    fr`${date(session, 'session', `L'an ${dateInWords(session)}`)}, le conseil municipal de ${by.name}, convoqué le ${date(after(-6), 'convocation', longDate(after(-6)))}, s'est réuni sous la présidence de ${by.mayor}, Maire. En exercice : 15. Présents : 12. Votants : 14.`,
  );
  writer.table(
    [{ width: 210 }, { width: 150 }, { width: 100, align: 'right' }],
    [['Association', 'Objet', 'Montant']],
    [
      ...grants.map(([name, purpose, granted]) => [
        noted(name, party({ name, role: 'beneficiary', kind: 'association' })),
        purpose,
        amount(granted, { nature: 'grant', payer: by.body, beneficiary: name, year: at, purpose, inTable: true }),
      ]),
      [
        'TOTAL',
        '',
        noted(
          amount(total, { nature: 'total', payer: by.body, year: at, inTable: true }),
          sumOf(
            grants.map(([, , granted]) => granted),
            total,
          ),
        ),
      ],
    ],
    { total: true, rules: rank % 2 === 0 ? 'all' : 'rows' },
  );
  writer.paragraph(
    fr`Après en avoir délibéré, le conseil municipal DÉCIDE d'attribuer ces subventions, soit ${noted(euros(total), (truth, place) => amount(total, { nature: 'total', payer: by.body, year: at }).notes?.[0]?.(truth, place), imputation(total, { chapter: '65', account: '65748', function: '30' }))} au chapitre 65, nature 65748, fonction 30.`,
  );
  const against = Math.floor(random() * 4);
  writer.paragraph(
    noted(
      against === 0
        ? "Adopté à l'unanimité."
        : `Adopté à la majorité : pour : ${14 - against}, contre : ${against}, abstention : 0.`,
      vote({
        unanimous: against === 0,
        ...(against === 0 ? {} : { for: 14 - against, against, abstentions: 0 }),
        members_in_office: 15,
        present: 12,
        voters: 14,
      }),
    ),
  );
  writer.paragraph(
    fr`Reçu en préfecture le ${date(after(4), 'transmitted', shortDate(after(4)))}. Publié le ${date(after(5), 'published', shortDate(after(5)))}.`,
  );
}
