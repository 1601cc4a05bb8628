import type { DocumentKind } from '../../models/document.js';
import activityReport from './activity-report.js';
import annex from './annex.js';
import budget from './budget.js';
import convention from './convention.js';
import deliberation from './deliberation.js';
import type { Kind } from './kind.js';
import minutes from './minutes.js';
import other from './other.js';

/** Every kind of act; their order means nothing. */
export const kinds: readonly Kind[] = [deliberation, convention, activityReport, budget, minutes, annex, other];

const byName = new Map(kinds.map((kind) => [kind.kind, kind]));

/** What is known of a kind of act. */
export const kindOf = (kind: DocumentKind): Kind => byName.get(kind) ?? other;
