/** Funds that the State gives under a name of their own, plain: choices of a pattern. */
export const STATE_FUNDS = 'detr|dsil|dsipl|fonds vert|fnadt|fipd|fctva';
