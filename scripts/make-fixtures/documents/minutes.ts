import { longDate } from '../french.js';
import { footer, letterhead } from '../letterhead.js';
import { amount, citation, date, imputation, indicator, party, present, sumOf, vote, year } from '../marks.js';
import { bold, fr, noted, type Text } from '../text.js';
import type { TrueVote } from '../truth.js';
import { BRECOURT as TOWN, TREMPLIN } from '../world.js';
import { type Made, Writer } from '../writer.js';

const SESSION = '2023-09-26';
const PRESENT = [
  'Gaspard LEVERRIN',
  'Philippine DESROZIERS',
  'Honoré CHANTEMESSE',
  'Blandine PUYGRENIER',
  'Armand TISSERAUD',
  'Coralie VIGNEMONT',
  'Bastien ROQUELAURIER',
  'Ghislaine FONTVIELLARD',
  'Léandre MAUCOUVERT',
  'Séverine ABRAHAMEL',
  'Clément BOISGAUTHIER',
];
const PROXIES = [
  { from: 'Rosalie TERNAVASSE', to: 'Philippine DESROZIERS' },
  { from: 'Maxence DOURDONNET', to: 'Armand TISSERAUD' },
];
const EXCUSED = ['Inès CASTELBOURG'];
const ABSENT = ['Loïc HAUTERIVOIRE'];
const IN_OFFICE = PRESENT.length + PROXIES.length + EXCUSED.length + ABSENT.length;
const VOTERS = PRESENT.length + PROXIES.length;

interface Decision {
  number: string;
  subject: string;
  text: Text[];
  /** The sentence that says the outcome. */
  outcome: Text;
  vote: Partial<Omit<TrueVote, 'page' | 'doc'>>;
}

const town = (purpose: string, beneficiary?: string) => ({
  payer: TOWN.body,
  ...(beneficiary ? { beneficiary } : {}),
  purpose,
  year: 2023,
});

const WORKS = 186_400;
const STATE = 55_920;
const REGION = 37_280;
const OWN = WORKS - STATE - REGION;

const DECISIONS: readonly Decision[] = [
  {
    number: '2023-052',
    subject: 'Approbation du procès-verbal de la séance précédente',
    text: [
      fr`Monsieur le Maire soumet à l'approbation du conseil le procès-verbal de la séance du ${date('2023-07-04', 'event', longDate('2023-07-04'))}.`,
    ],
    outcome: 'Le conseil municipal, à l’unanimité, approuve le procès-verbal.',
    vote: { unanimous: true },
  },
  {
    number: '2023-053',
    subject: 'Rénovation de la salle des fêtes : plan de financement',
    text: [
      fr`Le coût des travaux est estimé à ${amount(WORKS, { nature: 'expense', year: 2023, purpose: 'travaux de rénovation de la salle des fêtes', tax: 'HT', as: fr`186 400 € HT` })}. Le plan de financement est le suivant : État (DETR) ${amount(STATE, { nature: 'revenue', payer: 'État', beneficiary: TOWN.body, purpose: 'DETR' })}, Région ${amount(REGION, { nature: 'revenue', payer: 'Région', beneficiary: TOWN.body, purpose: 'travaux' })}, autofinancement ${noted(amount(OWN, { nature: 'revenue', payer: TOWN.body, purpose: 'autofinancement' }), sumOf([STATE, REGION, OWN], WORKS, 'plan de financement'))}.`,
    ],
    outcome:
      'Après en avoir délibéré, le conseil municipal adopte ce plan de financement à l’unanimité des membres présents et représentés.',
    vote: { unanimous: true },
  },
  {
    number: '2023-054',
    subject: `Subvention à l'association ${TREMPLIN.name}`,
    text: [
      fr`Monsieur le Maire propose d'attribuer à l'association ${noted(TREMPLIN.name, party({ name: TREMPLIN.name, role: 'beneficiary', kind: 'association', legal_form: 'association' }))} une subvention de ${noted(amount(7500, { nature: 'grant', ...town("chantier d'insertion", TREMPLIN.name) }), imputation(7500, { chapter: '65', account: '65748' }))} pour son chantier d'insertion (chapitre 65, article 65748).`,
    ],
    outcome:
      'Le conseil municipal adopte la proposition à la majorité : 10 voix pour, 2 voix contre (M. Clément BOISGAUTHIER, Mme Séverine ABRAHAMEL), 1 abstention (M. Léandre MAUCOUVERT).',
    vote: { unanimous: false, for: 10, against: 2, abstentions: 1 },
  },
  {
    number: '2023-055',
    subject: 'Tarifs de la restauration scolaire',
    text: [
      fr`Il est proposé de fixer le prix du repas à ${amount(3.85, { nature: 'price', ...town('repas enfant') })} pour les enfants et à ${amount(6.2, { nature: 'price', ...town('repas adulte') })} pour les adultes à compter du ${date('2023-10-01', 'effective_from', longDate('2023-10-01'))}.`,
    ],
    outcome: 'Adopté par 12 voix pour et 1 abstention (Mme Coralie VIGNEMONT).',
    vote: { for: 12, abstentions: 1 },
  },
  {
    number: '2023-056',
    subject: 'Création de deux emplois d’agents recenseurs',
    text: [
      fr`Le recensement aura lieu du ${date('2024-01-18', 'event', '18 janvier au 17 février 2024', '2024-02-17')}. Il est proposé de créer ${indicator(2, 'deux emplois', { label: "emplois d'agents recenseurs à créer", unit: 'emplois', qualifier: 'target' })} et de fixer la rémunération à ${amount(1250, { nature: 'expense', ...town("rémunération d'un agent recenseur") })} par agent.`,
    ],
    outcome: 'Vote : pour : 13 – contre : 0 – abstention : 0. La délibération est adoptée à l’unanimité.',
    vote: { unanimous: true, for: 13, against: 0, abstentions: 0 },
  },
  {
    number: '2023-057',
    subject: 'Cession de la parcelle AB 214',
    text: [
      'Le service des domaines n’ayant pas encore rendu son avis, Monsieur le Maire propose de ne pas statuer ce jour.',
    ],
    outcome: 'Le point est ajourné et reporté à une prochaine séance.',
    vote: { outcome: 'postponed' },
  },
  {
    number: '2023-058',
    subject: 'Rapport annuel sur le prix et la qualité du service de l’eau',
    text: [
      fr`Le rapport de l'année ${year(2022)} fait apparaître ${indicator(1312, '1 312 abonnés', { label: "abonnés au service de l'eau", unit: 'abonnés', period: '2022' })} et un rendement du réseau de ${indicator('82.4', '82,4 %', { label: 'rendement du réseau', unit: '%', period: '2022' })}.`,
    ],
    outcome: 'Le conseil municipal prend acte de la présentation de ce rapport.',
    vote: { outcome: 'noted' },
  },
  {
    number: '2023-059',
    subject: 'Vœu relatif à l’extinction de l’éclairage public toute la nuit',
    text: ['Une proposition de vœu est présentée par M. Clément BOISGAUTHIER.'],
    outcome: 'Mis aux voix, le vœu est rejeté : 3 voix pour, 9 voix contre, 1 abstention.',
    vote: { outcome: 'rejected', for: 3, against: 9, abstentions: 1 },
  },
];

/** Minutes of a session with eight decisions: unanimous, by majority with names, put off, taken note of, rejected. */
export function minutes(): Promise<Made> {
  const writer = new Writer({
    stem: 'proces-verbal',
    title: 'Procès-verbal du conseil municipal du 26 septembre 2023',
    author: TOWN.body,
    made: '2023-10-02',
    face: 'sans',
    size: 10,
  });
  writer.openAct({
    kind: 'minutes',
    date: SESSION,
    issuer: TOWN.body,
    subject: 'PROCÈS-VERBAL DE LA SÉANCE DU CONSEIL MUNICIPAL',
  });
  letterhead(writer, TOWN);
  writer.paragraph(
    noted(
      bold('PROCÈS-VERBAL DE LA SÉANCE DU CONSEIL MUNICIPAL'),
      party({
        name: TOWN.body,
        role: 'issuer',
        kind: 'municipality',
        represented_by: TOWN.mayor,
        representative_title: 'Maire',
        aliases: [TOWN.name],
      }),
    ),
    { align: 'center', size: 13, after: 2 },
  );
  writer.paragraph(fr`du ${date(SESSION, 'session')} à 20 h 00`, { align: 'center', size: 11, after: 12 });
  writer.paragraph(
    fr`Le conseil municipal, convoqué le ${date('2023-09-20', 'convocation', longDate('2023-09-20'))}, s'est réuni à la mairie sous la présidence de M. Gaspard LEVERRIN, Maire.`,
  );
  const list = (people: readonly Text[]): Text => people.map((one, i) => (i === 0 ? one : fr`, ${one}`));
  writer.paragraph(fr`${bold('Présents :')} ${list(PRESENT.map((name) => present(name)))}.`);
  writer.paragraph(
    fr`${bold('Pouvoirs :')} ${PROXIES.map(({ from, to }) => `${from} donne pouvoir à ${to}`).join(' ; ')}.`,
  );
  writer.paragraph(fr`${bold('Excusée :')} ${EXCUSED[0]!}.`, { after: 2 });
  writer.paragraph(fr`${bold('Absent :')} ${ABSENT[0]!}.`);
  writer.paragraph(
    noted(
      `Conseillers en exercice : ${IN_OFFICE} – Présents : ${PRESENT.length} – Votants : ${VOTERS}`,
      vote({
        outcome: null,
        members_in_office: IN_OFFICE,
        present: PRESENT.length,
        voters: VOTERS,
        proxies: PROXIES,
        excused: EXCUSED,
        absent: ABSENT,
      }),
    ),
  );
  writer.paragraph(
    fr`Mme Philippine DESROZIERS est élue secrétaire de séance, conformément à l'${citation('code', 'article L.\u00a02121-15 du code général des collectivités territoriales', 'L. 2121-15')}. Le quorum est atteint ; la séance est ouverte.`,
  );
  writer.paragraph(bold('Ordre du jour'), { before: 4, after: 2 });
  DECISIONS.forEach(({ subject }, i) => {
    writer.paragraph(`${i + 1}. ${subject}`, { indent: 12, after: 1 });
  });
  writer.space(8);
  DECISIONS.forEach((decision, i) => {
    writer.need(76);
    writer.openAct({
      kind: 'deliberation',
      reference: decision.number,
      date: SESSION,
      issuer: TOWN.body,
      subject: decision.subject,
    });
    writer.paragraph(bold(`${i + 1}. Délibération n° ${decision.number} – ${decision.subject}`), {
      before: 8,
      after: 4,
      colour: '#7a1f1f',
    });
    for (const text of decision.text) writer.paragraph(text);
    writer.paragraph(noted(decision.outcome, vote(decision.vote)));
    writer.closeAct();
  });
  writer.need(96);
  writer.paragraph('L’ordre du jour étant épuisé, la séance est levée à 22 h 15.', { before: 10 });
  const y = writer.y + 4;
  writer.at(
    writer.left,
    y,
    210,
    noted(
      'Le Maire,\nGaspard LEVERRIN',
      party({ name: TOWN.mayor, role: 'signatory', kind: 'person', representative_title: 'Maire' }),
    ),
  );
  writer.at(writer.left + 255, y, 210, 'La secrétaire de séance,\nPhilippine DESROZIERS');
  writer.closeAct();
  return writer.finish(footer(writer, `${TOWN.body} – Conseil municipal – Procès-verbal`));
}
