import type { Nature } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { kindOfBody } from '../entities/bodies.js';
import { isOwnShare, stateFund } from './funds.js';
import { natureBefore } from './nature.js';
import { isFigure, type Row, type RowCell } from './rows.js';

/** What a table's row and column say of a sum. Names are cells: they stand where they are written. */
export interface TableSense {
  nature?: Nature;
  payer?: RowCell;
  beneficiary?: RowCell;
  purpose?: string;
  year?: number;
  /** The row's label, where it may open with a budget code. */
  label?: string;
  /** It lists grants: those who receive are in its rows. */
  grants: boolean;
  /** The company that does the work and is paid for it. */
  supplier?: RowCell;
  /** What is left to the town in a funding plan. */
  ownShare?: boolean;
  /** The column says what was asked for. */
  asked?: boolean;
  /** A head says that the column names bodies. */
  named?: boolean;
}

const WHO =
  /association|beneficiaire|organisme|structure|\bnoms?\b|tiers|\bclubs?\b|entite|denomination|porteur|attributaire|destinataire|etablissement|raison sociale|intitule|libelle|designation/;
/** Heads under which there are bodies and nothing else. */
const NAMED = /associat|beneficiaire|organisme|structure|\bclubs?\b|tiers|attributaire|\bnoms?\b|porteur/;
const WHAT =
  /projet|objet|action|manifestation|motif|description|affectation|evenement|commentaire|observation|domaine|thematique/;
const GRANTS =
  /subvention|aide financiere|attribu|allou|\baides?\b|associations?|beneficiaire|cotisation|participation/;
const COMPANY =
  /\b(?:entreprises?|titulaires?|attributaires?|societes?|fournisseurs?|prestataires?|soumissionnaires?|entreprise retenue)\b/;
const FUNDERS = /financement|financeur|cofinance|plan de financement|ressources|partenaires? financier/;
const BUDGET =
  /depenses?|recettes?|\bchap\b|chapitres?|imputation|\bcomptes?\b|credits?|\bbp\b|restes? a realiser|budget|charges|produits|section|fonctionnement|investissement/;
const TOTAL = /^(?:sous[- ]?)?total|^totaux|total general|^montant total|^ensemble\b|^soit au total/;

/** Spending on one side, what pays for it on the other. */
const SPENT = /\b(?:depenses|charges|emplois|nature des travaux|postes)\b/;
const PAYING = /\b(?:recettes|produits|ressources|financements?|financeurs?|subventions?)\b/;

/** Reads a sum's row: `caption` is what announces the table, its heading and the act's title. */
export function senseOfRow(row: Row, caption: string): TableSense {
  const side = sideOf(row);
  const sense = senseOf(side ?? row, caption);
  // "Charges | 2023 | Produits | 2023": the half of what comes in.
  return side && sense.nature === 'budget_line' && /^(?:recettes|produits|ressources) \|/.test(plain(side.heads))
    ? { ...sense, nature: 'revenue' }
    : sense;
}

/** The half of a table in two halves in which a sum stands: its label is the one beside it. */
function sideOf(row: Row): Row | undefined {
  const wordy = row.cells.filter(
    (cell) => cell.col < row.own.col && !isFigure(cell.text) && /\p{L}{2}/u.test(cell.text),
  );
  const columns = row.cells.length > 0 ? plain(row.heads).split(' | ') : [];
  const paying = columns.findIndex((head) => PAYING.test(head));
  const spent = columns.findIndex((head) => SPENT.test(head));
  if (spent < 0 || paying <= spent + 1 || wordy.length === 0) return undefined;
  const [from, to] = row.own.col >= paying ? [paying, columns.length] : [spent, paying];
  const cells = row.cells.filter(({ col }) => col >= from && col < to);
  const heads = row.heads.split(' | ').slice(from, to).join(' | ');
  return { ...row, cells, heads, labels: row.labelsIn(from) };
}

function senseOf(row: Row, caption: string): TableSense {
  const heads = plain(row.heads);
  const about = plain(`${caption} ${row.heads}`);
  const texts = row.cells.filter(
    (cell) => cell !== row.own && cell.col < row.own.col && !isFigure(cell.text) && /\p{L}{2}/u.test(cell.text),
  );
  const labelCell = pickLabel(texts, heads);
  const label = labelCell?.text ?? '';
  const own = plain(row.own.head);
  const totalRow = row.cells.some((cell) => TOTAL.test(plain(cell.text)) && cell !== row.own);
  const total = totalRow || TOTAL.test(own);
  const year = yearOf(row.own.head) ?? yearOf(row.section ?? '');
  const sense: TableSense = { grants: false, ...(label ? { label } : {}), ...(year ? { year } : {}) };

  const labels = plain(row.labels);
  const named = row.cells.some((cell) => cell !== row.own && NAMED.test(plain(cell.head)));
  const isBudget =
    (!(named && !/depenses?|recettes?|credits?|\bbp\b|budget/.test(own)) &&
      /depenses?|recettes?|credits?|\bchap\b|chapitre|imputation|\bbp\b/.test(heads)) ||
    /(?:^|\| )(?:depenses?|recettes?|resultat)/.test(labels) ||
    /(?:^|\| )\d{3,5} ?[-–]? ?[a-z]{4}/.test(labels) ||
    (BUDGET.test(heads) && !GRANTS.test(heads));
  const whoHead = row.cells.find((cell) => cell !== row.own && WHO.test(plain(cell.head)));
  const company = /subvention|association/.test(heads)
    ? undefined
    : row.cells.find((cell) => cell !== row.own && COMPANY.test(plain(cell.head)) && /\p{L}{2}/u.test(cell.text));
  if (company && !isBudget && (/\b(?:lots?|marches?|travaux|offres?|devis|ht|ttc)\b/.test(about) || total)) {
    sense.nature = total ? 'total' : 'price';
    if (!total) sense.supplier = company;
    const what = texts.find((cell) => cell !== company && cell.text.length > 3);
    if (what) sense.purpose = what.text;
    return sense;
  }
  const isFunders = FUNDERS.test(about) && bodies(row.labels) && !/subvention/.test(heads);
  const isGrants = !isBudget && !isFunders && GRANTS.test(about) && (whoHead !== undefined || labelCell !== undefined);

  if (isFunders) {
    sense.nature = total ? 'total' : isOwnShare(label) ? 'expense' : 'grant';
    if (!total && labelCell && sense.nature === 'grant') sense.payer = labelCell;
    else if (!total) {
      sense.purpose = label;
      sense.ownShare = true;
    }
    return sense;
  }
  if (isGrants) {
    sense.grants = true;
    sense.named = labelCell !== undefined && NAMED.test(plain(labelCell.head));
    sense.nature = total ? 'total' : ASKED.test(own) ? 'other' : (headNature(own) ?? 'grant');
    if (ASKED.test(own)) sense.asked = true;
    // A total of its row is still for the body of the row.
    if (!totalRow && labelCell && !ACCOUNT.test(plain(labelCell.text))) sense.beneficiary = labelCell;
    const what = row.cells.find(
      (cell) => cell !== labelCell && cell !== row.own && WHAT.test(plain(cell.head)) && /\p{L}{2}/u.test(cell.text),
    );
    const purpose = what?.text ?? row.section;
    if (purpose) sense.purpose = purpose;
    return sense;
  }
  if (isBudget) {
    sense.nature = budgetNature(plain(label), own, plain(row.section ?? ''), plain(caption), total);
    // "Dépenses | Montant": the head of the labels says which side of a plan it is.
    if (sense.nature === 'budget_line' && !CODES.test(heads) && /^(?:depenses|charges|emplois)\b/.test(heads))
      sense.nature = 'expense';
    sense.purpose = [row.section, label, row.own.head].filter(Boolean).join(', ');
    return sense;
  }
  if (total) sense.nature = 'total';
  else {
    const nature = natureBefore(`${label} `)?.nature ?? natureBefore(`${row.own.head} `)?.nature;
    if (nature) sense.nature = nature;
  }
  if (label) sense.purpose = label;
  return sense;
}

/** Heads of a budget's own codes and votes. */
const CODES = /\bchap\b|chapitre|article|compte|imputation|credits?|\bbp\b|vote|propos|realis/;

/** The title of an account, which is nobody: "Subventions aux associations", "Personnel titulaire". */
const ACCOUNT =
  /^(?:\d{2,6}[ -]+)?(?:autres? (?:matieres|charges|produits|fournitures)|subventions? (?:aux?|de|d'|versees?)|personnel\b|charges? |frais |dotations? |matieres |fournitures |virement|depenses? |recettes? )/;

/** The cell that says whose row it is: the one under "Association", else the first with words. */
function pickLabel(texts: readonly RowCell[], heads: string): RowCell | undefined {
  const who = texts.find((cell) => WHO.test(plain(cell.head)) && !WHAT.test(plain(cell.head)));
  if (who) return who;
  const wordy = texts.filter((cell) => cell.text.length > 2 && !WHAT.test(plain(cell.head)));
  return heads === '' || wordy.length > 0 ? (wordy[0] ?? texts[0]) : texts[0];
}

/** What was asked for, and is not given. */
const ASKED = /^(?!.*(?:accord|attribu|propos|vot|allou|verse|obtenu)).*\b(?:demandee?s?|sollicitee?s?|demandes?)\b/;

function headNature(head: string): Nature | undefined {
  if (/\bsolde/.test(head)) return 'balance';
  if (/\bavance/.test(head)) return 'advance';
  if (/acompte|versement|tranche|echeance/.test(head)) return 'instalment';
  if (/budget (?:global|total|previsionnel)|cout/.test(head)) return 'total';
  return undefined;
}

/** Rows and columns of a budget: what is voted, spent, received, or left. */
function budgetNature(label: string, head: string, section: string, caption: string, total: boolean): Nature {
  const both = `${label} | ${head}`;
  if (/resultat|excedent|deficit|solde/.test(label) && !/report/.test(label)) return 'result';
  if (total) return 'total';
  if (/credits?|restes? a realiser|\breport|^00[12]\b|decision modificative/.test(both)) return 'budget_line';
  if (/decision modificative|virement de credits|\bdm ?n?°? ?\d/.test(`${caption} ${section}`)) return 'budget_line';
  if (/resultat|excedent|deficit/.test(head)) return 'result';
  if (/recettes?|produits|ressources/.test(head)) return 'revenue';
  if (/depenses?|charges|emplois/.test(head)) return 'expense';
  // What is voted is a line of the budget, whatever its chapter is called.
  if (/\bvot(?:e|ee?s)\b|\bpropos|\bbp\b|\bbudget/.test(head)) return 'budget_line';
  if (/^(?:recettes?|produits)/.test(label)) return 'revenue';
  if (/^(?:depenses?|charges)/.test(label)) return 'expense';
  if (/recettes/.test(section)) return 'revenue';
  if (/depenses/.test(section)) return 'expense';
  return 'budget_line';
}

/** Two labels at least that name public bodies or funds: the rows say who pays. */
function bodies(labels: string): boolean {
  const named = labels.split(' | ').filter((label) => {
    const kind = kindOfBody(plain(label));
    return kind !== undefined && kind !== 'association' && kind !== 'company';
  });
  return named.length >= 2 || labels.split(' | ').some((label) => isOwnShare(label) || stateFund(label) !== undefined);
}

const yearOf = (text: string): number | undefined => {
  const found = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(text);
  return found ? Number(found[1]) : undefined;
};
