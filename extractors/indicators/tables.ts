import type { Act } from '../../models/act.js';
import type { Page, Table } from '../../models/page.js';
import type { Found } from './found.js';
import type { Context, Taken } from './statements.js';

/** The indicators of a table: row label × column head. */
export function readTable(_act: Act, _page: Page, _table: Table, _context: Context, _taken: Taken): Found[] {
  return [];
}
