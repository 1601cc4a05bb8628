import type { Context } from './context.js';
import type { Place } from './place.js';
import type { Sum } from './sum.js';
import type { Who } from './who.js';

/**
 * A dealing in which giver and receiver stand otherwise than in a grant: says of a sum what it is, who pays and who
 * receives, where its words tell of this dealing, and leaves it alone where they do not. `giver` is whom they name.
 */
export type Dealing = (context: Context, sum: Sum, place: Place, giver: Who | undefined) => void;
