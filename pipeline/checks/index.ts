export { CHECKS } from './catalogue.js';
export { checkChanged, runChecks } from './changed.js';
export { checksPage, SEVERITIES } from './page.js';
