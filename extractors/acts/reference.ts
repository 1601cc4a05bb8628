import { plain } from './plain.js';

/** An act's own number at the start of a line. */
export interface ReferenceAt {
  /** As written, without "n°", white space folded. */
  readonly reference: string;
  /** Offset behind it. */
  readonly end: number;
  /** A word says that it is a number: "Délibération n°". */
  readonly labelled: boolean;
}

const PART = '(?:\\d{1,8}[a-z]{0,2}|[a-z]{1,5}\\d{1,6}|[a-z]{1,6}(?=[-_/.]?\\d|[^\\p{L}]|$))';
/** "2023-045", "24-B-0045", "DCM_2024_12", "2023/ 40", "20231218 1", "2022.39", "12". */
const TOKEN = `(?:[a-z]{1,8}[-_. ]{0,2})?\\d{1,8}[a-z]{0,2}(?:(?:[-_/.]| ?/ ?| - (?=\\d)| (?=\\d{1,3}(?!\\d)))${PART}){0,4}`;
const WORD =
  '(?:(?:projet de )?deliberation|delib\\.?|de(?= ?n°)|dcm|dcc|dcs|dbc|arrete|decision(?! modificative)|acte|rapport|resolution)(?: (?:municipale?|(?:inter)?prefectoral|du (?:maire|president)|de la (?:maire|presidente)|du (?:conseil|bureau|comite))(?: (?:municipal|communautaire|metropolitain|syndical|departemental|regional|communal))?)?';
const LABELLED = new RegExp(
  `^[ \\t>*•-]*(?:(?:(?:point|question|dossier|affaire) (?:n° ?)?)?\\d{1,2} ?[-:.,)/°] ?)?(?:${WORD}[ \\t]*(?:n°|no |numero|n\\.|#|:)?|n°|no |numero|reference ?:|ref\\.? ?:)[ \\t]*:?[ \\t]*(?!(?:seance|page|folio|feuillet)\\b)(${TOKEN})(?![a-z\\d])`,
  'u',
);
const JOIN = '(?:[-_.]| ?/ ?)';
const YEARED = new RegExp(
  `^(?:[a-z]{1,5}[-_. ]?)?(?:(?:19|20)\\d{2}|\\d{2})(?:${JOIN}(?:\\d{1,6}[a-z]?(?![a-z])|[a-z]{1,3}(?=[-_/.]\\d))){1,4}|^\\d{8} ?[-_ /] ?\\d{1,3}|^(?:del|dcm|dcc|delib)[-_. ]?\\d{2,8}(?:[-_/.]\\d{1,6}){0,3}|^[a-z]{1,6}_\\d{2,8}(?:_\\d{1,6}){1,3}|^(?:19|20)\\d{2}[ -]\\d{2} ?n° ?\\d{1,3}`,
);
const DATE =
  /^(?:\d{1,2} ?([./-]) ?\d{1,2} ?\1 ?(?:19|20)?\d{2}(?![\d./-])|(?:19|20)\d{2} ?[-/] ?(?:19|20)\d{2}(?!\d))/;
const DECIMAL = /^\d+[.,]\d{2}(?!\d|[-/.]\d)/;

/** The number that `line` opens with, labelled ("N° 2023-12") or of a form that nothing else has ("24-B-0045"). */
export function referenceAt(line: string): ReferenceAt | undefined {
  const text = plain(line);
  const labelled = LABELLED.exec(text);
  if (labelled) {
    const end = labelled[0].length;
    const start = end - labelled[1]!.length;
    const isDay = DATE.test(labelled[1]!) && !/n°\s*$/.test(text.slice(0, start));
    if (/\d/.test(labelled[1]!) && !isDay && !/^ ?(?:€|%|euros?|du mois)/.test(text.slice(end)))
      return { reference: tidy(line.slice(start, end)), end, labelled: true };
  }
  const indent = /^[ \t>*•]*/.exec(text)![0].length;
  const bare = YEARED.exec(text.slice(indent));
  if (!bare || DECIMAL.test(bare[0]) || !/\d\D+\d|\d{4}/.test(bare[0])) return undefined;
  const end = indent + bare[0].length;
  const behind = text.slice(end);
  if (DATE.test(bare[0]) && !isTitled(bare[0], line.slice(end))) return undefined;
  if (/^[ \t]*(?:€|%|euros?|h\b|,\d|\d)/.test(behind) || !/^(?:[ \t]*[-:.\t][ \t]*|[ \t]+|$)/.test(behind))
    return undefined;
  return { reference: tidy(line.slice(indent, end)), end, labelled: false };
}

/** "19-05-02 TRAVAUX" numbers an act of May 2019: no day stands before a title in capitals, but before "SEANCE". */
const isTitled = (number: string, behind: string): boolean =>
  /^\d\d-\d\d-\d\d$/.test(number) &&
  /^[ \t]*(?:[-–:][ \t]*)?\p{Lu}{3}/u.test(behind) &&
  !/^\W*(?:seance|reunion|conseil|bureau|comite|commission|convocation)/.test(plain(behind));

const tidy = (reference: string): string =>
  reference
    .replace(/\s*([-_/.])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/[-_/. ]+$/, '')
    .trim();

/** "N° 2023/21 à N° 2023/43" numbers a session, not an act. */
export const isRange = (behind: string): boolean => /^\s*(?:à|a|au|-)\s*(?:n°|no)?\s*\d{1,4}\s*[-/]/i.test(behind);
