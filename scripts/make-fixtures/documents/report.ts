import { grouped, longDate } from '../french.js';
import { amount, date, identifier, indicator, party, sumOf, year } from '../marks.js';
import { bold, fr, noted, type Text } from '../text.js';
import { TREMPLIN as BODY } from '../world.js';
import { type Made, Writer } from '../writer.js';

const DARK = '#12355b';
const BRIGHT = '#d7263d';
const PALE = '#e8eef6';
const YEARS = [2021, 2022, 2023] as const;

type Row = readonly [label: string, ...values: [number, number, number]];

const INCOME: readonly Row[] = [
  ['État', 182, 190, 198],
  ['Région', 64, 64, 70],
  ['Département', 88, 91, 91],
  ['Communes', 35, 38, 41],
  ['Ventes et prestations', 121, 134, 142],
];
const COSTS: readonly Row[] = [
  ['Charges de personnel', 361, 382, 401],
  ['Achats', 74, 77, 80],
  ['Services extérieurs', 43, 45, 46],
];
const column = (rows: readonly Row[], i: number): number[] => rows.map((row) => row[i + 1] as number);
const total = (rows: readonly Row[], i: number): number => column(rows, i).reduce((a, b) => a + b, 0);

const percent = (now: number, before: number): string => {
  const value = ((now - before) / before) * 100;
  return `${value > 0 ? '+' : ''}${grouped(value, 1)} %`;
};

interface Card {
  figure: string;
  value: number | string;
  caption: string;
  unit: string;
  delta?: string;
}
const WOMEN = 239;
const MEN = 173;
const WELCOMED = WOMEN + MEN;
const CARDS: readonly Card[] = [
  { figure: grouped(WELCOMED), value: WELCOMED, caption: 'personnes accueillies', unit: 'personnes', delta: '+12' },
  { figure: '58 %', value: 58, caption: 'de femmes parmi les personnes accueillies', unit: '%' },
  { figure: '57', value: 57, caption: "contrats d'insertion signés", unit: 'contrats', delta: '+5' },
  { figure: '27,4', value: '27.4', caption: 'ETP en insertion', unit: 'ETP' },
  { figure: grouped(1860), value: 1860, caption: 'heures de formation', unit: 'heures', delta: '+140' },
  { figure: '63 %', value: 63, caption: 'de sorties dynamiques', unit: '%', delta: '+2 pts' },
];

/** An association's activity report as a designer sets it: bands, cards with big numbers, tables by year in k€. */
export function report(): Promise<Made> {
  const writer = new Writer({
    stem: 'rapport-activite',
    title: "Rapport d'activité 2023",
    author: BODY.name,
    made: '2024-05-21',
    face: 'sans',
    size: 10,
    margin: 50,
  });
  const { left, measure } = writer;
  const band = (title: Text, colour = DARK): void => {
    writer.need(120);
    writer.rect(left, writer.y, measure, 30, colour);
    writer.at(left + 12, writer.y + 7, measure - 24, title, { size: 13, bold: true, colour: '#ffffff' });
    writer.y += 44;
  };
  writer.openAct({
    kind: 'activity_report',
    date: '2023-12-31',
    issuer: BODY.name,
    subject: "RAPPORT D'ACTIVITÉ 2023",
  });

  writer.newPage();
  writer.rect(0, 0, writer.width, 330, DARK);
  writer.at(left, 120, measure, 'RAPPORT\nD’ACTIVITÉ', { size: 40, bold: true, colour: '#ffffff', leading: 1.15 });
  writer.at(left, 230, measure, year(2023), { size: 48, bold: true, colour: '#f6c445' });
  writer.at(
    left,
    370,
    measure,
    noted(
      bold(BODY.name),
      party({
        name: BODY.name,
        role: 'issuer',
        kind: 'association',
        legal_form: 'association',
        address: BODY.address,
        aliases: [...BODY.aliases],
      }),
    ),
    { size: 22, colour: DARK },
  );
  writer.at(left, 404, measure, 'Chantiers d’insertion et accompagnement vers l’emploi', { size: 12 });
  const meeting = '2024-05-17';
  writer.at(left, 440, measure, fr`Présenté à l'assemblée générale du ${date(meeting, 'event')}`, { size: 10 });
  writer.at(
    left,
    writer.height - 90,
    measure,
    fr`27, boulevard de la Gare, ${identifier('postcode', '45990')} Brécourt-sur-Lène – Tél. ${identifier('phone', '02 61 91 37 42')} – ${identifier('email', 'contact@tremplin-lene.example')}`,
    { size: 8, colour: '#444444' },
  );

  writer.newPage();
  band(fr`LES CHIFFRES CLÉS ${year(2023)}`);
  const gap = 14;
  const wide = (measure - 2 * gap) / 3;
  CARDS.forEach((card, i) => {
    const x = left + (i % 3) * (wide + gap);
    const y = writer.y + Math.floor(i / 3) * 128;
    const dark = i === 2 || i === 3;
    writer.rect(x, y, wide, 114, dark ? BRIGHT : PALE);
    const ink = dark ? '#ffffff' : DARK;
    const figure = indicator(card.value, card.figure, {
      unit: card.unit,
      label: card.caption,
      period: '2023',
      ...(card.delta ? { delta: card.delta, delta_base: '2022' } : {}),
    });
    writer.at(x + 8, y + 16, wide - 16, figure, { size: 32, bold: true, colour: ink, align: 'center', leading: 1.2 });
    const under = writer.at(x + 10, y + 58, wide - 20, card.caption, { size: 9.5, colour: ink, align: 'center' });
    if (card.delta)
      writer.at(x + 10, under + 4, wide - 20, `${card.delta} / 2022`, { size: 8.5, colour: ink, align: 'center' });
  });
  writer.y += 2 * 128 + 14;
  band('LE PUBLIC ACCUEILLI', BRIGHT);
  const counted = (value: number, words: string, label: string, unit: string): Text =>
    indicator(value, words, { label, unit, period: '2023' });
  writer.paragraph(
    fr`En ${year(2023)}, l'association a accueilli ${noted(counted(WELCOMED, '412 personnes', 'personnes accueillies', 'personnes'), sumOf([WOMEN, MEN], WELCOMED, 'femmes + hommes'))} : ${counted(WOMEN, '239 femmes', 'femmes accueillies', 'femmes')} et ${counted(MEN, '173 hommes', 'hommes accueillis', 'hommes')}. Parmi elles, ${counted(31, '31 %', "personnes accueillies qui n'ont aucun diplôme", '%')} n'ont aucun diplôme.`,
  );
  writer.paragraph(
    fr`Sur ${counted(164, '164 sorties', 'sorties', 'sorties')}, ${counted(103, '103 sorties', 'sorties dynamiques', 'sorties')} sont dynamiques, soit ${counted(63, '63 %', 'sorties dynamiques', '%')}. L'objectif pour ${year(2024)} est d'accueillir ${indicator(430, '430 personnes', { label: 'personnes à accueillir', unit: 'personnes', period: '2024', qualifier: 'target' })}.`,
  );

  writer.newPage();
  band(fr`L'ACTIVITÉ DE ${year(2021)} À ${year(2023)}`);
  const results: readonly (readonly [label: string, unit: string, ...values: [number, number, number]])[] = [
    ['Personnes accueillies', 'personnes', 365, 400, 412],
    ['Nouvelles personnes', 'personnes', 210, 231, 226],
    ["Contrats d'insertion signés", 'contrats', 48, 52, 57],
    ['Heures de formation', 'heures', 1540, 1720, 1860],
    ['Sorties dynamiques (%)', '%', 58, 61, 63],
  ];
  writer.table(
    [{ width: 225 }, { width: 90, align: 'right' }, { width: 90, align: 'right' }, { width: 90, align: 'right' }],
    [['Indicateur', ...YEARS.map((one) => year(one))]],
    results.map(([label, unit, ...values]): Text[] => [
      label,
      ...values.map((value, i) => {
        const words = unit === '%' ? `${value} %` : grouped(value);
        return indicator(value, words, { label, unit, period: String(YEARS[i]), in_table: true });
      }),
    ]),
    { headFill: DARK, headColour: '#ffffff', zebra: PALE, rules: 'rows', size: 10 },
  );
  writer.space(10);
  band('LES COMPTES EN K€');
  const money = (value: number, label: string, at: number, nature: 'revenue' | 'expense' | 'total' | 'result'): Text =>
    amount(value * 1000, {
      nature,
      ...(nature === 'revenue' ? { payer: label, beneficiary: BODY.name } : {}),
      ...(nature === 'expense' ? { payer: BODY.name } : {}),
      year: at,
      purpose: label,
      inTable: true,
      scale: 'k',
      as: String(value),
    });
  const change = (label: string, now: number, before: number): Text =>
    indicator(percent(now, before).replace('%', '').replace(/\s|\+/g, '').replace(',', '.'), percent(now, before), {
      label: `évolution ${label} 2023/2022`,
      unit: '%',
      period: '2023',
      in_table: true,
    });
  const block = (title: string, rows: readonly Row[], nature: 'revenue' | 'expense', sum: string): void => {
    writer.table(
      [
        { width: 195 },
        { width: 70, align: 'right' },
        { width: 70, align: 'right' },
        { width: 70, align: 'right' },
        { width: 90, align: 'right' },
      ],
      [[title, ...YEARS.map((one) => year(one)), 'Évolution 2023/2022']],
      [
        ...rows.map((row): Text[] => [
          row[0],
          ...YEARS.map((at, i) => money(row[i + 1] as number, row[0], at, nature)),
          change(row[0], row[3], row[2]),
        ]),
        [
          sum,
          ...YEARS.map((at, i) =>
            noted(money(total(rows, i), sum, at, 'total'), sumOf(column(rows, i), total(rows, i), `${sum} ${at}`)),
          ),
          change(sum, total(rows, 2), total(rows, 1)),
        ],
      ],
      { headFill: PALE, total: true, size: 9.5 },
    );
  };
  block('Produits (k€)', INCOME, 'revenue', 'Total des produits');
  block('Charges (k€)', COSTS, 'expense', 'Total des charges');
  const result = total(INCOME, 2) - total(COSTS, 2);
  writer.paragraph(
    fr`Au ${date('2023-12-31', 'other', longDate('2023-12-31'))}, le résultat de l'exercice s'élève à ${amount(result * 1000, { nature: 'result', year: 2023, scale: 'k', as: `${result} k€` })}.`,
    { before: 4 },
  );
  writer.closeAct();
  return writer.finish((page) => {
    if (page === 1) return;
    writer.at(left, writer.height - 34, measure, `${BODY.name} – Rapport d’activité 2023`, {
      size: 7.5,
      colour: '#666666',
    });
    writer.at(left, writer.height - 34, measure, String(page), { size: 7.5, colour: '#666666', align: 'right' });
  });
}
