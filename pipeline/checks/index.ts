export { CHECKS } from './catalogue.js';
export { checkChanged } from './changed.js';
export type { Check, Noticed, Severity } from './check.js';
export { checksPage, SEVERITIES } from './page.js';
export { type Outcome, runChecks } from './run.js';
