import type { Stretch } from '../../models/page.js';
import type { Vote } from '../../models/records.js';

/** The sign of a decision: words that say that the assembly decided, and how. Offsets into plain text. */
export interface Sign extends Stretch {
  /** `tally`: votes were counted; `outcome`: "adopté à l'unanimité"; `verb`: "le conseil décide". */
  readonly kind: 'tally' | 'outcome' | 'verb';
  readonly outcome: Vote['outcome'];
  readonly unanimous?: boolean;
  readonly votesFor?: number;
  readonly votesAgainst?: number;
  readonly abstentions?: number;
  readonly voters?: number;
}

/** Not the assembly's own vote, or not on this point. */
export const ELSEWHERE =
  /\b(?:commission(?! permanente)|comite technique|comite social|groupe de travail|jury|bureau de la commission|deliberation (?:du|n°|en date)|seance du|lors d[eu]|par arrete|loi du|code general)\b/;
export const NOT_YET =
  /\b(?:propos(?:e|ent)|invit(?:e|ent)|il est demande|demande (?:au|a l)|appele[es]* a|afin de|pour que|souhaite que|devra|pourra|serait|sera |doit |peut )/;
