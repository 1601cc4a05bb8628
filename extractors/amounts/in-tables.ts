import type { Act } from '../../models/act.js';
import type { Reading } from '../../models/fields.js';
import type { Cell, Page, Table } from '../../models/page.js';
import { writesYear } from '../french/calendar.js';
import { money, shift } from '../french/decimal.js';
import { type Figure, signOf, withSign } from '../french/figures.js';
import { fold } from '../french/fold.js';
import { type FrenchText, frenchText } from '../french/text.js';

/** Heads under which figures count or name something else than money. */
const NOT_MONEY =
  /(?:^|[^a-z])(?:n°|no|num|numeros?|codes?|articles?|art|chap|chapitres?|comptes?|natures?|fonctions?|operations?|annees?|dates?|nombres?|nbre?s?|nb|effectifs?|etp|etpt|taux|parts?|quantites?|qte|heures?|jours?|mois|tranches?|pages?|ages?|siret|siren|tel|telephone|cp|surfaces?|superficies?|points?|voix|places?|eleves?|beneficiaires?|adherents?|participants?|habitants?|personnes?|duree|evolution en %|indices?|poids|coefficients?|echelons?|grades?|id|ref|references?|lots?|parcelles?)(?![a-z])|%|m²|m2|km/;
/** Heads of money, whatever stands around. */
const MONEY =
  /€|(?:^|[^a-z])(?:eur|euros?|keur|montants?|subventions?|subv|budgets?|budgetises?|couts?|depenses?|recettes?|prix|credits?|charges|dotations?|tarifs?|ttc|ht|autofinancement|financements?|mandates?|annuites?|encours|acomptes?|avances?|versements?|restes? a realiser|rar)(?![a-z])/;
/** Heads of money in a table of money, and of counts in a table of counts. */
const MONEY_IN_CONTEXT =
  /(?:^|[^a-z])(?:bp|ca|dm|bs|realise|realises|prevu|previsionnel|previsions?|votes?|proposes?|propositions?|soldes?|resultats?|valeurs?|aides?|participations?|produits?|sommes?|engages?|titres|mandats|capital|interets|attribue|attribues|sollicite|sollicites|demande|demandee?s?|accorde|accordee?s?|fonctionnement|investissement|totaux|total|exercice|n(?:-1)?)(?![a-z])|^[ ]?(?:19|20)\d\d(?:[ ]{0,2}(?:19|20)\d\d)*[ ]?$|^$/;
/** Words of a table of money: in its caption or heads once, among its labels twice. */
const CONTEXT =
  /€|euros?(?![a-z])|subventions?(?![a-z])|depenses?(?![a-z])|recettes?(?![a-z])|charges?(?![a-z])|produits?(?![a-z])|budgets?(?![a-z])|salaires?(?![a-z])|achats?(?![a-z])|impots(?![a-z])|remunerations?(?![a-z])|amortissements?(?![a-z])|emprunts?(?![a-z])|tresorerie|excedent|deficit|autofinancement|compte de resultat/g;
const THOUSANDS = /k€|k €|keur|kilo ?euros?|milliers? d['e]|milliers d' ?euros?|en milliers/;
const MILLIONS = /m€|m €|meur|millions? d['e]|en millions/;
/** Before a table, or in its first cell: what all of it is told in. */
const WHOLE = /(?:\(|en |: ?)(?:€|k ?€|m ?€|euros?|keur|milliers d'euros|millions d'euros)/;
/** A figure that fills its cell may carry a mark of a note, a dash of emptiness or a bracket of a loss. */
const FILLED = /^[ ]*([+-][ ]?|\()?([ ]*)$/;
const REST = /^[ ]*\)?[ ]*(?:\*{1,2}|\(\d\))?[ ]*$/;
/** Lines of text before a table in which its caption is looked for, in characters. */
const CAPTION = 160;

type Amount = Reading<'amount'>;

/**
 * Amounts of an act that no currency follows, because it is told once: under the head of a column ("Montant en k€",
 * "Dépenses"), in a caption ("en milliers d'euros"), or by the look of an accounting line ("10 053 871,00").
 * Offsets are the passage's. What was read as an amount already is left out.
 */
export function amountsInTables(act: Pick<Act, 'pages' | 'passage' | 'readings'>): Amount[] {
  const taken = act.readings.filter(({ field }) => field !== 'number' && field !== 'ordinal');
  const found: Amount[] = [];
  for (const page of act.pages) {
    for (const table of page.tables) {
      for (const amount of tableAmounts(page, table)) {
        const start = act.passage.offsetOf(page.number, amount.start);
        if (start === undefined) continue;
        found.push({ ...amount, start, end: start + (amount.end - amount.start) });
      }
    }
  }
  found.push(...accountingAmounts(act.passage.text));
  found.sort((a, b) => a.start - b.start);
  return withoutTaken(found, taken);
}

function withoutTaken(found: readonly Amount[], taken: readonly Reading[]): Amount[] {
  const kept: Amount[] = [];
  let t = 0;
  let end = -1;
  for (const amount of found) {
    while (t < taken.length && taken[t]!.end <= amount.start) t += 1;
    const other = taken[t];
    if (amount.start < end || (other && other.start < amount.end && !isWeakDate(other, amount))) continue;
    kept.push(amount);
    end = amount.end;
  }
  return kept;
}

/** "2 013" or "2013" under a head of money is money, whatever the grammar thought of four digits. */
const isWeakDate = (other: Reading, amount: Amount): boolean =>
  other.field === 'date' && other.extractor === 'dates/year' && amount.extractor === 'amounts/in-tables';

/** The amounts of one table, in the page's offsets. */
function tableAmounts(page: Pick<Page, 'text'>, table: Table): Amount[] {
  const caption = fold(page.text.slice(Math.max(0, table.start - CAPTION), table.start));
  const lines = caption.split('\n').slice(-4).join('\n');
  const corner = fold(
    cellText(
      page,
      table.cells.find(({ row, col }) => row === 0 && col === 0),
    ),
  );
  const whole = WHOLE.test(lines) ? lines : WHOLE.test(corner) ? corner : undefined;
  const heads = headsOf(page, table);
  const columns = new Map<number, { cell: Cell; figure: Figure; negative: boolean }[]>();
  const withSignOf = new Set<number>();
  for (const cell of table.cells) {
    if (cell.row < table.headRows) continue;
    const text = cellText(page, cell);
    if (/[€]|\beuros?\b/i.test(text) && /\d/.test(text)) withSignOf.add(cell.col);
    const filled = wholeFigure(text);
    if (!filled) continue;
    const column = columns.get(cell.col) ?? [];
    column.push({ cell, ...filled });
    columns.set(cell.col, column);
  }
  // Before the labels of accounts their codes may stand.
  const labels = table.cells.filter(({ col, row }) => col <= 1 && row > 0).map((cell) => fold(cellText(page, cell)));
  const accounts = new Set(labels.join(' ').match(CONTEXT)).size >= 2;
  const ofMoney = accounts || new Set(`${lines} ${[...heads.values()].join(' ')}`.match(CONTEXT)).size >= 1;
  const amounts: Amount[] = [];
  for (const [col, filled] of columns) {
    // A column of labels has hardly a figure, whatever the table's reader took for labels.
    const formed = filled.filter(({ figure }) => figure.formed).length;
    if (col < table.headCols && (col === 0 || formed * 2 < filled.length)) continue;
    const head = heads.get(col) ?? '';
    const scale = scaleOf(head) ?? (whole === undefined ? undefined : scaleOf(whole)) ?? 0;
    const figures = filled.map(({ figure }) => figure);
    if (!isMoney(head, { whole: whole !== undefined, signed: withSignOf.has(col), ofMoney, accounts }, figures))
      continue;
    for (const { cell, figure, negative } of filled) {
      if (percentRow(page, table, cell)) continue;
      amounts.push({
        field: 'amount',
        extractor: 'amounts/in-tables',
        start: cell.start + figure.start,
        end: cell.start + figure.end,
        value: {
          value: money(withSign(scale === 0 ? figure.value : shift(figure.value, scale), negative)),
          currency: 'EUR',
          approximation: 'exact',
        },
      });
    }
  }
  return amounts;
}

interface Signs {
  /** The caption says what all of the table is told in. */
  readonly whole: boolean;
  /** Some cell of the column carries a currency. */
  readonly signed: boolean;
  readonly ofMoney: boolean;
  /** Its labels are those of accounts: charges, produits, achats … */
  readonly accounts: boolean;
}

function isMoney(head: string, { whole, signed, ofMoney, accounts }: Signs, figures: readonly Figure[]): boolean {
  if (/€|k€|eur|montant|subvention|depense|recette|cout/.test(head) && !/nombre|nb|%|taux|part/.test(head)) return true;
  if (NOT_MONEY.test(head)) return false;
  if (signed || whole) return true;
  if (MONEY.test(head)) return figures.some(({ formed, plain = 0 }) => formed || plain >= 3);
  if (ofMoney && MONEY_IN_CONTEXT.test(head)) return figures.some(({ formed }) => formed);
  const formed = figures.filter((figure) => figure.formed).length;
  if (accounts && formed > 0 && formed * 2 >= figures.length) return true;
  const accounted = figures.filter(looksAccounted).length;
  return accounted > 0 && accounted * 2 >= figures.length;
}

/** "10 053 871,00": thousands apart and two decimals are how accounts are written. */
const looksAccounted = ({ value, formed, end, start }: Figure): boolean =>
  formed && end - start >= 8 && (/\.\d{1,2}$/.test(value) || value.length >= 6);

const scaleOf = (words: string): number | undefined =>
  THOUSANDS.test(words) ? 3 : MILLIONS.test(words) ? 6 : /€|euros?/.test(words) ? 0 : undefined;

/** A row of shares or counts inside a table of money. */
function percentRow(page: Pick<Page, 'text'>, table: Table, cell: Cell): boolean {
  const label = table.cells.find(({ row, col }) => row === cell.row && col === 0);
  return /%|(?:^|[^a-z])(?:nombre|nb|effectifs?|taux|etp)(?![a-z])/.test(fold(cellText(page, label)).slice(0, 60));
}

function headsOf(page: Pick<Page, 'text'>, table: Table): Map<number, string> {
  const heads = new Map<number, string>();
  for (const cell of table.cells) {
    if (cell.row >= Math.max(1, table.headRows)) continue;
    const text = fold(cellText(page, cell));
    for (let col = cell.col; col < cell.col + cell.colSpan; col += 1) {
      heads.set(col, `${heads.get(col) ?? ''} ${text}`.trim());
    }
  }
  return heads;
}

const cellText = (page: Pick<Page, 'text'>, cell: Cell | undefined): string =>
  cell ? page.text.slice(cell.start, cell.end) : '';

/** The figure that a cell is made of, in the cell's offsets, its sign inside; nothing for a year or a code. */
function wholeFigure(text: string): { figure: Figure; negative: boolean } | undefined {
  if (text.length > 30 || !/\d/.test(text)) return undefined;
  const { figures, folded } = frenchText(text);
  const figure = figures[0];
  if (!figure || figures.length > 1 || figure.form !== 'digits' || figure.ordinal) return undefined;
  const before = FILLED.exec(folded.slice(0, figure.start));
  if (!before || !REST.test(folded.slice(figure.end))) return undefined;
  if (figure.plain === 4 && writesYear(figure.value)) return undefined;
  if (figure.plain !== undefined && figure.plain > 1 && folded[figure.start] === '0') return undefined;
  const negative = before[1]?.startsWith('-') === true || (before[1] === '(' && folded.includes(')'));
  const start = before[1] === undefined || before[1] === '(' ? figure.start : folded.indexOf(before[1]);
  return { figure: { ...figure, start }, negative };
}

/**
 * Lines of accounts that layout gave as plain lines: figures with thousands apart and two decimals, that no unit
 * follows. A text without any currency is not trusted.
 */
function accountingAmounts(source: string): Amount[] {
  const text = frenchText(source);
  const { folded, figures } = text;
  if (!/€|euro/.test(folded)) return [];
  const amounts: Amount[] = [];
  for (const figure of figures) {
    if (!isAccounted(text, figure)) continue;
    const sign = signOf(folded, figure);
    amounts.push({
      field: 'amount',
      extractor: 'amounts/accounting-line',
      start: sign.start,
      end: figure.end,
      value: { value: money(withSign(figure.value, sign.negative)), currency: 'EUR', approximation: 'exact' },
    });
  }
  return amounts;
}

function isAccounted({ folded, raw }: FrenchText, { form, start, end }: Figure): boolean {
  if (form !== 'digits' || end - start < 8 || !/^\d{1,3}(?:[ .]\d{3})+,\d\d$/.test(folded.slice(start, end)))
    return false;
  return (
    /^(?:[ ]?[\n\t]|[ ]?$|[ ][\d+-]|[ ]?\))/.test(folded.slice(end, end + 3)) &&
    !/[\p{L}\d]/u.test(raw[start - 1] ?? ' ')
  );
}
