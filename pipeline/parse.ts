/** The grammar alone, for the command line. */
export { type Parsed, parse } from '../extractors/parse.js';
