import type { Context } from './context.js';
import type { Dealing } from './dealing.js';
import { accept } from './gift.js';
import { borrow, guarantee } from './loan.js';
import { compensate, repay } from './pay.js';
import type { Place } from './place.js';
import { lend, rent } from './rent.js';
import { estimate, trade } from './sale.js';
import { claim, demand, receiveFromState, request, seek } from './sought.js';
import type { Sum } from './sum.js';
import { supply } from './supply.js';
import { charge } from './tariff.js';
import type { Who } from './who.js';

/** Their order matters: each looks at what is still open. */
const DEALINGS: readonly Dealing[] = [
  demand,
  claim,
  rent,
  borrow,
  guarantee,
  supply,
  accept,
  compensate,
  repay,
  request,
  receiveFromState,
  charge,
  lend,
  estimate,
  trade,
  seek,
];

/** Whatever a sum's words tell of a sale, a rent, a loan, a gift, a tariff, a pay, or of money that is asked for. */
export function readDealing(context: Context, sum: Sum, place: Place, giver: Who | undefined): void {
  for (const dealing of DEALINGS) dealing(context, sum, place, giver);
}
