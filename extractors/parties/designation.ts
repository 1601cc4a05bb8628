import { plain } from '../acts/plain.js';
import { fold } from './name.js';

/** Words that announce what a party will be called. */
const CALLED = '(?:ci-?\\s?(?:apr[èe]s|dessous)|désignée?s?|dénommée?s?|appelée?s?|sous\\s+le\\s+terme)';
const QUOTED = new RegExp(
  `${CALLED}[^«"“\\n]{0,60}\\n?[^«"“\\n]{0,40}[«"“]\\s*(?=\\S)((?:[^»"”\\n]|\\n(?!\\n)){2,60}?)\\s*[»"”]`,
  'giu',
);
const UNQUOTED =
  /(?:[Cc]i-?\s?(?:[Aa]près|dessous),?(?:\s+(?:dénommée?|désignée?|appelée?)|(?=\s+(?:[Ll]['’]|[Ll]a\s|[Ll]e\s)\p{Lu}[\p{L}-]+[,;.)]))|(?:[Dd]énommée?|[Dd]ésignée?|[Aa]ppelée?)\s+ci-?\s?après)(?:\s+(?:par|sous le nom de))?\s*:?\s+((?:(?:[Ll]a|[Ll]e|[Ll]es)\s+|[Ll]\s?['’]\s?)?\p{Lu}[\p{L}\d’'-]*(?:\s(?:de\s|du\s|des\s|d['’]|la\s|le\s)*\p{L}[\p{L}’'-]+){0,4}?)(?=\s*(?:[,.;»]|\n\n|\n\p{Lu}|$|[Dd]['’]une part|[Dd]['’]autre part))/u;

const AGAIN = /^\s*(?:,|;|ou|et)\s*(?:(?:ou|par)\s*)?[«"“]\s*(?=\S)((?:[^»"”\n]|\n(?!\n)){2,60}?)\s*[»"”]/iu;

/** What the act will call a party: ci-après dénommée « la Ville » ou « la Commune », "ci-après dénommée la Ville,". */
export function designationsIn(text: string, at: number, end: number, name: string): string[] {
  const found: string[] = [];
  const stretch = text.slice(at, Math.min(text.length, end + 120));
  for (const quoted of stretch.matchAll(QUOTED)) {
    if (quoted.index >= end - at) break;
    found.push(quoted[1]!);
    let behind = quoted.index + quoted[0].length;
    for (let more = AGAIN.exec(stretch.slice(behind)); more; more = AGAIN.exec(stretch.slice(behind))) {
      found.push(more[1]!);
      behind += more[0].length;
    }
  }
  const plainWords = UNQUOTED.exec(text.slice(at, end));
  if (plainWords) found.push(plainWords[1]!);
  return found.map(fold).filter((words) => !BOTH.test(words) && plain(words) !== plain(name));
}

/** What all parties are called together. */
const BOTH = /^(?:les\s+)?part(?:ies?|enaires)$/iu;
