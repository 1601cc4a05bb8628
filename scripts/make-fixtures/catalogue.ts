import { otherAmount, votedGrant, wrongTotal } from './documents/contradicting.js';
import { agreement, aim } from './documents/convention.js';
import { deliberation } from './documents/deliberation.js';
import { grantsTable } from './documents/grants-table.js';
import { minutes } from './documents/minutes.js';
import { report } from './documents/report.js';
import { type Look, scan } from './scan.js';
import { RUCHE, SAINT_AUBIN } from './world.js';
import type { Made } from './writer.js';

const convention = (): Promise<Made> =>
  agreement({
    stem: 'convention-objectifs',
    town: SAINT_AUBIN,
    association: RUCHE,
    granted: 26_000,
    year: 2024,
    purpose: "épicerie sociale et ateliers d'insertion",
    deliberation: { number: '2024-031', date: '2024-04-11' },
    signed: '2024-04-22',
    account: 73_108,
    aims: [
      aim(
        'accueillir ',
        120,
        'au moins 120 foyers',
        "foyers à accueillir à l'épicerie sociale",
        'foyers',
        " à l'épicerie sociale ;",
      ),
      aim('animer ', 40, '40 ateliers', 'ateliers à animer dans l’année', 'ateliers', ' dans l’année ;'),
      'transmettre à la Commune un bilan de son action.',
    ],
  });

const GREY: Look = { suffix: 'scan-gris', dpi: 200, bits: 8, degrees: 0.45, seed: 11 };
const BLACK: Look = { suffix: 'scan-noir', dpi: 300, bits: 1, degrees: -0.3, seed: 29 };

export interface Entry {
  /** The folder under fixtures/. */
  readonly folder: 'consistent' | 'contradicting' | 'scans';
  readonly make: () => Promise<Made>;
}

/** Every shipped document. */
export const CATALOGUE: readonly Entry[] = [
  { folder: 'consistent', make: deliberation },
  { folder: 'consistent', make: convention },
  { folder: 'consistent', make: report },
  { folder: 'consistent', make: minutes },
  { folder: 'consistent', make: grantsTable },
  { folder: 'contradicting', make: votedGrant },
  { folder: 'contradicting', make: otherAmount },
  { folder: 'contradicting', make: wrongTotal },
  { folder: 'scans', make: async () => scan(await deliberation(), GREY) },
  { folder: 'scans', make: async () => scan(await minutes(), BLACK) },
];
