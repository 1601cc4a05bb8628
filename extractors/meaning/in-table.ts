import type { EntityKind } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { kindOfBody } from '../entities/bodies.js';
import { fold } from '../parties/name.js';
import type { Body } from '../parties/roster.js';
import type { Context } from './context.js';
import { stateFund } from './funds.js';
import { natureBefore } from './nature.js';
import type { Row } from './rows.js';
import type { Sum } from './sum.js';
import { senseOfRow } from './table.js';
import type { Unit } from './units.js';
import { titleCase, townOf } from './whose.js';
import { yearBeside, yearsIn } from './year.js';

/** A sum in a table: its row and its column speak; then what announces the table. */
export function readRow(context: Context, sum: Sum, row: Row): void {
  const { text, unit } = { text: context.text, unit: sum.unit };
  const captions = [context.title, unit?.heading, captionBefore(context, sum)].map((part) =>
    typeof part === 'string' ? part : part ? text.slice(part.start, part.end) : '',
  );
  const caption = captions.join(' ');
  const sense = senseOfRow(row, caption);
  sum.fromTable = true;
  sum.nature = sense.nature ?? natureBefore(captions[2]!)?.nature ?? 'other';
  const year = yearBeside(captions[2]!, '') ?? yearsIn(caption).at(-1)?.year ?? context.year;
  sum.year = sense.year ?? (year && BEFORE.test(plain(row.own.head)) ? year - 1 : year);
  if (sense.purpose) sum.purpose = sense.purpose.slice(0, 200);
  // Under a head that names no bodies, what one body receives is told apart by purpose.
  const label = sense.beneficiary?.text ?? '';
  if (
    sense.beneficiary &&
    !sense.named &&
    (isTitled(context) || /€|^(?:avance|solde|acompte|subvention)\b/.test(plain(label)))
  ) {
    sum.purpose = label.slice(0, 200);
    sum.nature = natureBefore(`${label} `)?.nature ?? sum.nature;
    sum.beneficiary = context.favoured?.name;
    if (context.actorName) sum.payer = context.actorName;
  } else if (sense.beneficiary) {
    const name = rowName(sense.beneficiary.text);
    const body = context.roster.find(name) ?? join(context, name, sense.beneficiary, 'beneficiary');
    body.roles.add('beneficiary');
    sum.beneficiary = name;
  }
  if (sense.asked) sum.purpose = [sum.purpose, 'montant demandé'].filter(Boolean).join(', ');
  if (sense.ownShare && context.actorName) sum.payer = context.actorName;
  if (sense.supplier) {
    const name = rowName(sense.supplier.text);
    sum.beneficiary = (context.roster.find(name) ?? join(context, name, sense.supplier, 'partner')).name;
    if (context.actorName) sum.payer = context.actorName;
  }
  if (sense.payer) {
    const name = rowName(sense.payer.text);
    const body = context.roster.find(name) ?? join(context, name, sense.payer, 'financer');
    if (!body.roles.has('issuer')) body.roles.add('financer');
    sum.payer = stateFund(name) ?? body.name;
    sum.beneficiary = (context.favoured ?? context.actor)?.name;
  } else if (sense.grants && context.actor) sum.payer = townOf(context.actor);
  // Whoever comes pays a tariff.
  if (sum.nature === 'price' && !sum.beneficiary && /\btarifs?\b/.test(plain(`${caption} ${row.heads}`)))
    sum.beneficiary = context.actorName;
  if (
    sum.nature === 'total' &&
    !sum.payer &&
    sense.grants === false &&
    context.favoured &&
    /financement/.test(plain(caption))
  )
    sum.beneficiary = context.favoured.name;
}

/** "Pour mémoire budget précédent", "CA N-1": the column tells of the year before the table's. */
const BEFORE = /\b(?:budget|exercice|annee|bp|ca|vote|realise)s?(?: primitif)? precedente?|\bn ?- ?1\b/;

/** The act's title names the one body that it favours. */
const isTitled = ({ title, favoured }: Context): boolean =>
  favoured !== undefined && title !== '' && plain(title).includes(plain(titleCase(favoured.name)));

/** A name in a list: without the number before it and the mark behind it. */
const rowName = (text: string): string =>
  fold(text)
    .replace(/^(?:\d{1,6}\s*[-–.:)]\s*|[-–•*]\s*)/u, '')
    .replace(/[.…_]{3,}\s*$/u, '')
    .replace(/[\s:*,;–-]+$/u, '');

/** The words that announce a table: the last paragraph or heading before it. */
function captionBefore({ act, units, rows }: Context, { unit }: Sum): Unit | undefined {
  // A line of a cell that is wrapped is no paragraph.
  const isOutside = ({ kind, start }: Unit): boolean =>
    kind !== 'row' && rows.at(act.passage.span(start, start + 1)) === undefined;
  if (unit?.leadIn && isOutside(unit.leadIn)) return unit.leadIn;
  const at = unit ? units.indexOf(unit) : -1;
  for (let i = at; i >= 0 && i > at - 400; i -= 1) if (isOutside(units[i]!)) return units[i];
  return undefined;
}

/** What a cell's name is, where its words do not say it. */
const KIND_OF = { beneficiary: 'association', financer: 'public_body', partner: 'company' } as const;

function join(
  context: Context,
  name: string,
  cell: { page: number; start: number; end: number },
  role: 'beneficiary' | 'financer' | 'partner',
): Body {
  const start = context.act.passage.offsetOf(cell.page, cell.start) ?? -1;
  const kind: EntityKind = kindOfBody(plain(name)) ?? KIND_OF[role];
  const alias = /^(.{4,}?)\s*\(([^()]{2,40})\)$/u.exec(name);
  return context.roster.add({
    name,
    kind,
    start,
    end: start < 0 ? -1 : start + (cell.end - cell.start),
    extractor: 'parties/table',
    roles: [role],
    ...(alias ? { aliases: [alias[1]!, alias[2]!] } : {}),
  });
}
