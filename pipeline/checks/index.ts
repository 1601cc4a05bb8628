export { CHECKS } from './catalogue.js';
export { checkChanged } from './changed.js';
export { checksPage, SEVERITIES } from './page.js';
export { runChecks } from './run.js';
