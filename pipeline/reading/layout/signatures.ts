import { overlap } from '../../../models/geometry.js';
import { type TextLine, textOf } from './lines.js';

/** A name stands no further under its office than this (points): the signature is between. */
const FAR = 150;

/** "Pour la commune," beside "Pour l'association,": who signs, each over their own name. */
export const isSignedBy = (row: readonly TextLine[]): boolean =>
  row.length > 1 && row.every((segment) => SIGNER.test(textOf(segment)));
const SIGNER =
  /^(?:pour|p\/|(?:le|la|les|un|une)\s+(?:\S{1,4}\s+)?(?:vice-)?(?:maire|pr[ée]sident|direct(?:eur|rice)|secr[ée]taire|tr[ée]sori[eè]re?|adjoint|pr[ée]fet))/iu;

/** Whether the parts of a line stand each under one of the offices of those who sign. */
export const isUnder = (offices: readonly TextLine[], row: readonly TextLine[]): boolean =>
  row.length === offices.length &&
  row[0]!.baseline - offices[0]!.baseline < FAR &&
  row.every(({ box }, at) => overlap(box[0], box[2], offices[at]!.box[0], offices[at]!.box[2]) > 1);
