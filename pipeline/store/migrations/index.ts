import { contract } from './0001-contract.js';
import { checks } from './0002-checks.js';
import { series } from './0003-series.js';
import { openData } from './0004-open-data.js';
import { mentions } from './0005-mentions.js';
import { announcements } from './0006-announcements.js';
import { units } from './0007-units.js';
import { clauses } from './0008-clauses.js';
import { names } from './0009-names.js';
import { links } from './0010-links.js';
import { ways } from './0011-ways.js';

export interface Migration {
  /** 1, 2, 3 …: the database's `user_version` after it. */
  readonly id: number;
  readonly name: string;
  readonly sql: string;
}

/** Append only: a migration that has been released is never changed. */
export const MIGRATIONS: readonly Migration[] = [
  contract,
  checks,
  series,
  openData,
  mentions,
  announcements,
  units,
  clauses,
  names,
  links,
  ways,
];
