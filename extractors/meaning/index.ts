import type { Act } from '../../models/act.js';
import type { Heading } from '../../models/document.js';
import type { Amount, EntityKind, Nature } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { headOf, kindOfBody } from '../entities/bodies.js';
import { fold, type Name, readName, readPerson } from '../parties/name.js';
import type { Body, Roster } from '../parties/roster.js';
import { codesIn, lineOf, rowCode } from './codes.js';
import {
  cleanPurpose,
  crowdAfter,
  giverAfter,
  giverBefore,
  purposeAfter,
  purposeOfLeadIn,
  receiverAfter,
  receiverBefore,
  SUBJECT_VERB,
  subject,
} from './giving.js';
import { cuesIn, natureBefore, natureBehind } from './nature.js';
import { Rows } from './rows.js';
import { senseOfRow } from './table.js';
import { contentStart, sentenceAround, type Unit, unitAt, unitsOf } from './units.js';
import { yearBeside, yearsIn } from './year.js';

/** What an act tells as a whole, for the sums that say little themselves. */
interface Context {
  readonly act: Act;
  readonly text: string;
  readonly roster: Roster;
  readonly units: readonly Unit[];
  readonly rows: Rows;
  /** The act's title: what it is about. */
  readonly title: string;
  /** Whose money it is where nobody else is named. */
  readonly actor: Body | undefined;
  /** As payer: a town, not its town hall. */
  readonly actorName: string | undefined;
  /** The one body that the act is about. */
  readonly favoured: Body | undefined;
  readonly year: number | undefined;
}

/** A sum, where it stands in the passage, and what was understood of it. */
interface Sum {
  readonly amount: Amount;
  readonly start: number;
  readonly end: number;
  /** Where the words end that belong to it alone: the name behind it. */
  consumed: number;
  nature?: Nature | undefined;
  payer?: string | undefined;
  beneficiary?: string | undefined;
  purpose?: string | undefined;
  year?: number | undefined;
  fromTable: boolean;
  /** Paid to the town by whoever uses its services: nobody in particular pays. */
  taken?: boolean;
  unit?: Unit | undefined;
}

/**
 * Says of each amount what it is, who pays, who receives, for what, for which year and on which budget line.
 * Bodies that receive or give join the roster. Amounts come back in their order.
 */
export function giveMeaning(
  act: Act,
  amounts: readonly Amount[],
  roster: Roster,
  heading: Heading = {},
  container: Heading = {},
): Amount[] {
  const context = contextOf(act, roster, { ...yearOf(container), ...heading });
  const sums: Sum[] = amounts.map((amount) => {
    const start = act.passage.offsetOf(amount.span.page, amount.span.start) ?? -1;
    return { amount, start, end: start + (amount.span.end - amount.span.start), consumed: -1, fromTable: false };
  });
  const inOrder = sums.filter(({ start }) => start >= 0).sort((a, b) => a.start - b.start);
  for (const [i, sum] of inOrder.entries()) {
    sum.unit = unitAt(context.units, sum.start);
    const row = sum.amount.inTable ? context.rows.at(sum.amount.span) : undefined;
    if (row) readRow(context, sum, row);
    else readSentence(context, sum, inOrder[i - 1], nextOther(context, inOrder, i));
    settle(context, sum);
  }
  const lines = budgetLines(context, inOrder);
  return sums.map((sum) => ({ ...sum.amount, ...meaningOf(sum), ...(lines.get(sum) ?? {}) }));
}

const yearOf = ({ date, year }: Heading): Heading => ({ ...(date ? { date } : {}), ...(year ? { year } : {}) });

/** The next sum that is not this one said again, in words or with its tax: "1 200 € (mille deux cents euros)". */
function nextOther({ text }: Context, sums: readonly Sum[], i: number): Sum | undefined {
  let j = i;
  while (j + 1 < sums.length && TWIN.test(plain(text.slice(sums[j]!.end, sums[j + 1]!.start)))) j += 1;
  return sums[j + 1];
}

/** What stands between a sum and the same sum said again. */
const TWIN = /^[\s,(]*(?:(?:ht|ttc|t\.t\.c\.?|h\.t\.?)?[\s,(]*(?:soit|ou)?)[\s,(]*$/;

function meaningOf(sum: Sum): Partial<Amount> {
  return {
    nature: sum.nature ?? 'other',
    ...(sum.payer ? { payer: sum.payer } : {}),
    ...(sum.beneficiary ? { beneficiary: sum.beneficiary } : {}),
    ...(sum.purpose ? { purpose: sum.purpose } : {}),
    ...(sum.year ? { fiscalYear: sum.year } : {}),
  };
}

function contextOf(act: Act, roster: Roster, heading: Heading): Context {
  const text = act.passage.text;
  const units = unitsOf(act);
  const title = heading.title ?? '';
  const year =
    yearsIn(title).at(-1)?.year ?? heading.year ?? (heading.date ? Number(heading.date.slice(0, 4)) : undefined);
  const actor = actorOf(act, roster);
  return {
    act,
    text,
    roster,
    units,
    rows: new Rows(act),
    title,
    actor,
    actorName: actor ? townOf(actor) : undefined,
    favoured: favouredOf(act, roster, title, actor),
    year,
  };
}

/** Who spends: the body that the act calls "la Ville", "la Métropole" most often; else the one whose act it is. */
function actorOf(act: Act, roster: Roster): Body | undefined {
  const grantors = roster.bodies.filter(({ roles }) => roles.has('grantor'));
  if (grantors.length === 1) return grantors[0];
  const counts = new Map<Body, number>();
  const flat = plain(act.passage.text.slice(0, act.passage.bodyEnd));
  for (const found of flat.matchAll(
    /\b(?:la |le |l')(ville|commune|metropole|communaute|agglomeration|departement|region|syndicat|mairie|collectivite)(?= [a-z]|[.,;])(?! (?:de|d'|du|des|europeenne|urbaine|associee))/g,
  )) {
    const body = roster.meant(found[1]!);
    if (body && body.kind !== 'association') counts.set(body, (counts.get(body) ?? 0) + 1);
  }
  const issuer = roster.bodies.find(({ roles }) => roles.has('issuer'));
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most && most[1] >= 3 && (!issuer || most[0].kind === issuer.kind)) return most[0];
  return issuer ?? grantors[0];
}

/** The one body that the act favours: a convention's beneficiary, or the only body in a deliberation's title. */
function favouredOf(act: Act, roster: Roster, title: string, actor: Body | undefined): Body | undefined {
  const beneficiaries = roster.bodies.filter(({ roles }) => roles.has('beneficiary'));
  if (beneficiaries.length === 1) return beneficiaries[0];
  if (beneficiaries.length > 1) return undefined;
  const flat = plain(title);
  if (/\bassociations\b|\bclubs\b/.test(flat)) return undefined;
  const named = roster.bodies.filter((body) => {
    if (
      body === actor ||
      body.kind === 'person' ||
      body.kind === 'municipality' ||
      body.roles.has('issuer') ||
      body.roles.has('grantor')
    )
      return false;
    return [body.name, ...body.aliases].some((name) => name.length > 3 && flat.includes(plain(name)));
  });
  if (named.length === 1 && !SEVERAL.test(flat)) return named[0];
  if (named.length > 1 || SEVERAL.test(flat)) return undefined;
  // "Office de tourisme – participation": the only body of that sort.
  const sort = headOf(flat.replace(/^(?:subvention|participation|convention)s? (?:a |avec )?(?:l'|la |le |au )/, ''));
  if (sort?.head.includes(' ') && !TERRITORY.test(sort.kind)) {
    const alike = roster.bodies.filter((body) => body !== actor && plain(body.name).startsWith(sort.head));
    if (alike.length === 1) return alike[0];
  }
  for (const found of flat.matchAll(/\b(?:association|societe|entreprise|club|amicale|comite|ccas)\b/g)) {
    const name = readName(
      title.replace(/\s[–—-]\s.*$/u, (rest) => ` .${rest}`),
      found.index,
    );
    if (!name || name.bare) continue;
    const text = titleCase(name.text);
    const known = roster.find(text) ?? roster.find(name.text);
    if (known) return known;
  }
  return foremost(act, roster, actor);
}

const TERRITORY = /^(?:municipality|intercommunal|department|region|state|person)$/;

/** The association of which an act speaks far more than of any other. */
function foremost(act: Act, roster: Roster, actor: Body | undefined): Body | undefined {
  const flat = plain(act.passage.text).replace(/\s+/g, ' ');
  const others = roster.bodies.filter(
    (body) => body !== actor && (body.kind === 'association' || body.kind === 'company'),
  );
  if (others.length === 1 && others[0]!.kind === 'association' && act.outline.kind === 'deliberation') return others[0];
  const counts = others
    .map((body) => ({ body, count: flat.split(plain(titleCase(body.name))).length - 1 }))
    .sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  return first && first.count >= 6 && first.count >= 3 * (second?.count ?? 0) ? first.body : undefined;
}

/** A title that speaks of more than one who receives. */
const SEVERAL =
  /\bet (?:a )?(?:l'|la |au |aux )association [a-z]|\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|divers(?:es)?) [a-z]+s\b|\baux\b/;

/** A town hall acts for its town. */
const townOf = (body: Body): string =>
  body.name.replace(
    /^mairie\s+(de la|de l['’]|des|du|de|d['’])/iu,
    (_, joining: string) => `Commune ${joining.toLowerCase()}`,
  );

const titleCase = (text: string): string =>
  text.replace(/^(?:association|ASSOCIATION|société|SOCIETE)\s+(?=\p{Lu})/u, '');

/** A sum in a table: its row and its column speak; then what announces the table. */
function readRow(context: Context, sum: Sum, row: NonNullable<ReturnType<Rows['at']>>): void {
  const { text, unit } = { text: context.text, unit: sum.unit };
  const captions = [context.title, unit?.heading, captionBefore(context, sum)].map((part) =>
    typeof part === 'string' ? part : part ? text.slice(part.start, part.end) : '',
  );
  const caption = captions.join(' ');
  const sense = senseOfRow(row, caption);
  sum.fromTable = true;
  sum.nature = sense.nature ?? natureBefore(captions[2]!)?.nature ?? 'other';
  sum.year = sense.year ?? yearBeside(captions[2]!, '') ?? yearsIn(caption).at(-1)?.year ?? context.year;
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
  if (sense.payer) {
    const name = rowName(sense.payer.text);
    const body = context.roster.find(name) ?? join(context, name, sense.payer, 'financer');
    if (!body.roles.has('issuer')) body.roles.add('financer');
    sum.payer = body.name;
    sum.beneficiary = (context.favoured ?? context.actor)?.name;
  } else if (sense.grants && context.actor) sum.payer = townOf(context.actor);
  if (
    sum.nature === 'total' &&
    !sum.payer &&
    sense.grants === false &&
    context.favoured &&
    /financement/.test(plain(caption))
  )
    sum.beneficiary = context.favoured.name;
}

/** The act's title names the one body that it favours. */
const isTitled = ({ title, favoured }: Context): boolean =>
  favoured !== undefined && title !== '' && plain(title).includes(plain(titleCase(favoured.name)));

/** A name in a list: without the number before it and the mark behind it. */
const rowName = (text: string): string =>
  fold(text)
    .replace(/^(?:\d{1,6}\s*[-–.:)]\s*|[-–•*]\s*)/u, '')
    .replace(/[\s:*,;–-]+$/u, '');

/** The words that announce a table: the last paragraph or heading before it. */
function captionBefore(context: Context, sum: Sum): Unit | undefined {
  const unit = sum.unit;
  if (unit?.leadIn) return unit.leadIn;
  const at = unit ? context.units.indexOf(unit) : -1;
  for (let i = at; i >= 0 && i > at - 400; i -= 1) if (context.units[i]!.kind !== 'row') return context.units[i];
  return undefined;
}

function join(
  context: Context,
  name: string,
  cell: { page: number; start: number; end: number },
  role: 'beneficiary' | 'financer',
): Body {
  const start = context.act.passage.offsetOf(cell.page, cell.start) ?? -1;
  const kind: EntityKind = kindOfBody(plain(name)) ?? (role === 'financer' ? 'public_body' : 'association');
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

/** A sum in a sentence or a list item: the words beside it, then what announces it. */
function readSentence(context: Context, sum: Sum, previous: Sum | undefined, next: Sum | undefined): void {
  const { text, roster } = context;
  const unit = sum.unit ?? {
    start: Math.max(0, sum.start - 300),
    end: Math.min(text.length, sum.end + 300),
    kind: 'paragraph' as const,
    marker: '',
  };
  const sentence = sentenceAround(text, unit.start, Math.max(unit.end, sum.end), sum.start);
  const before = previous && previous.end > sentence.start && previous.end <= sum.start ? previous : undefined;
  const from = before ? Math.max(before.end, before.consumed) : sentence.start;
  const to = next && next.start < sentence.end ? next.start : sentence.end;
  const left = text.slice(from, sum.start);
  const wholeLeft = text.slice(sentence.start, sum.start);
  const twinEnd = twinsEnd(context, sum, to);
  const right = text.slice(twinEnd, to);
  const leadIn = unit.leadIn ? text.slice(unit.leadIn.start, unit.leadIn.end) : '';
  const headingText = unit.heading ? text.slice(unit.heading.start, unit.heading.end) : '';
  const flatLeft = plain(left);
  const twin = before && TWIN.test(plain(text.slice(before.end, sum.start)));
  if (before && twin) {
    inheritFrom(sum, before);
    sum.year ??= yearBeside(left, right);
    return;
  }

  sum.nature = natureIn({
    left,
    wholeLeft,
    right,
    leadIn,
    heading: headingText,
    title: context.title,
    listed: unit.kind !== 'paragraph' || leadIn !== '',
  });
  if (sum.nature === 'grant' && unit.kind !== 'paragraph' && SCHEDULE.test(plain(leadIn))) sum.nature = 'instalment';
  const about = plain(`${headingText} ${context.title}`);
  if (/decision modificative|virements? de credits|\bdm ?n?°? ?\d/.test(about) && sum.nature !== 'total')
    sum.nature = 'budget_line';
  const vague = sum.nature === undefined || sum.nature === 'expense' || sum.nature === 'other';
  const deal = `${about} ${plain(text.slice(Math.max(unit.start, sum.start - 400), sum.start))}`;
  if (vague && /\b(?:acquisition|cession|vente|achat|alienation|acquerir|ceder|vendre)\b/.test(deal))
    sum.nature = 'price';
  const sought =
    seeks(`${wholeLeft} ${right}`) ||
    (unit.leadIn !== undefined && seeks(leadIn)) ||
    seeks(headingText) ||
    seeks(context.title);

  // Who receives.
  const label = labelOf(context, unit, sum, leadIn, headingText, before !== undefined);
  const receivedBefore = resolve(context, receiverBefore(text, from, sum.start)?.name);
  const after = receiverAfter(text, twinEnd, to);
  const receivedAfter = after ? resolve(context, after.name) : undefined;
  const crowd = receivedAfter ? undefined : crowdAfter(text, twinEnd, to);
  const paysAfter =
    receivedAfter?.body &&
    after?.by === 'pour' &&
    isPublic(receivedAfter.kind) &&
    receivedAfter.body !== context.favoured &&
    /a hauteur|soutenu|financ|particip/.test(plain(wholeLeft));
  const adjacent = after !== undefined && after.by === 'à' && receivedAfter !== undefined && sure(receivedAfter);
  const loose =
    receivedBefore !== undefined && /,| et /.test(text.slice(receivedBefore.end, sum.start).replace(/\n/g, ' '));
  const relative = bodyOfRelative(context, sentence.start, sum);
  if (relative) sum.beneficiary = relative.name;
  else if (sum.nature === 'price' && before && companyBefore(context, { start: from }, sum))
    receive(context, sum, bodyAs(companyBefore(context, { start: from }, sum)!));
  else if (receivedBefore && !(adjacent && loose)) {
    receive(context, sum, receivedBefore);
    sum.nature ??= 'grant';
  } else if (
    receivedAfter &&
    after &&
    !paysAfter &&
    (after.by !== 'pour' || (!sought && takes(context, receivedAfter)))
  ) {
    receive(context, sum, receivedAfter);
    sum.consumed = after.name.end;
    sum.nature ??= 'grant';
  } else if (label?.side === 'to') receive(context, sum, label.who);
  else if (crowd) sum.beneficiary = crowd;
  else if (
    before?.beneficiary &&
    (unit.kind !== 'paragraph' || /dont|soit|\(|compren|repartis|respectivement|puis|et /.test(flatLeft))
  ) {
    sum.beneficiary = before.beneficiary;
  } else {
    const wider = resolve(context, receiverBefore(text, sentence.start, sum.start)?.name);
    const announced = unit.leadIn
      ? resolve(context, receiverBefore(text, unit.leadIn.start, unit.leadIn.end)?.name)
      : undefined;
    if (wider && sure(wider)) receive(context, sum, wider);
    else if (announced && sure(announced)) receive(context, sum, announced);
  }

  // Who gives.
  const passedOn = /revers/.test(plain(`${wholeLeft} ${right}`)) ? context.favoured : undefined;
  const giver =
    (passedOn ? { name: passedOn.name, kind: passedOn.kind, body: passedOn, start: -1, end: -1 } : undefined) ??
    (paysAfter ? receivedAfter : undefined) ??
    (label?.side === 'from' ? label.who : undefined) ??
    [giverAfter(text, twinEnd, to), giverBefore(text, from, sum.start), subject(text, sentence.start, sum.start)]
      .map((given) => resolve(context, given?.name))
      .find((who) => who !== undefined && sure(who)) ??
    designatedSubject(context, sentence.start, sum.start);
  if (paysAfter && after) sum.consumed = after.name.end;
  const behind = giverAfter(text, twinEnd, to);
  if (behind && giver && behind.name.start === giver.start) sum.consumed = Math.max(sum.consumed, behind.name.end);
  if (giver && giver.name !== sum.beneficiary) {
    const ownGrant = giver.body && giver.body === context.favoured;
    if (
      !ownGrant ||
      sum.nature === 'expense' ||
      sum.nature === 'revenue' ||
      /revers/.test(plain(`${wholeLeft} ${right}`))
    )
      sum.payer = giver.name;
    if (giver.body && !giver.body.roles.has('issuer') && isPublic(giver.kind)) giver.body.roles.add('financer');
    else if (!giver.body && giver.start >= 0) {
      roster.add({
        name: giver.name,
        kind: giver.kind ?? 'association',
        start: giver.start,
        end: giver.end,
        extractor: 'parties/grant',
        roles: ['financer'],
      });
    }
  }
  // "demander une participation de 50 € au lycée": the one who is asked pays.
  if (ASKS.test(plain(wholeLeft)) && !sum.payer && sum.beneficiary && sum.beneficiary !== context.actorName) {
    sum.payer = sum.beneficiary;
    sum.beneficiary = context.actorName;
    if (sum.nature === 'grant' && !sought) sum.nature = 'revenue';
  }
  const whole = plain(wholeLeft).replace(/\n/g, ' ');
  if (/\b(?:emprunts?|prets?)\b/.test(whole) && sum.payer && sum.payer !== context.actorName)
    sum.beneficiary = borrower(context, twinEnd, to) ?? sum.beneficiary ?? context.actorName;
  if (sum.nature === 'price') sum.beneficiary ??= companyBefore(context, unit, sum)?.name;
  if (/accept\w*[^.;]{0,40}\b(?:dons?|legs)\b/.test(whole)) {
    sum.beneficiary = context.actorName;
    const donor = /^ (?:de |d['’])(?:la |le |l['’])?(?=\p{L})/iu.exec(text.slice(twinEnd, twinEnd + 12));
    const who = donor && !sum.payer ? resolve(context, readName(text, twinEnd + donor[0].length, to)) : undefined;
    if (who && sure(who)) sum.payer = who.name;
  }
  if (sum.nature === 'allowance' && /\b(?:remuneration|indemnite|vacation|prime|gratification)/.test(whole))
    sum.payer ??= context.actorName;
  if (sought && (sum.nature === undefined || sum.nature === 'other')) sum.nature = 'grant';
  if (
    !sum.payer &&
    !sum.beneficiary &&
    (sum.nature === undefined || sum.nature === 'price' || (sum.nature === 'other' && DEPOSIT.test(plain(left))))
  ) {
    const rate = plain(`${headingText} ${headingText ? '' : context.title} ${leadIn}`);
    const deposit = DEPOSIT.test(plain(left));
    if (
      (deposit || TARIFF.test(rate) || TARIFF_SET.test(plain(wholeLeft))) &&
      !/\b(?:devis|marche|entreprise|achat|acquisition)\b/.test(rate)
    ) {
      sum.nature = 'price';
      sum.taken = true;
      if (!deposit) sum.beneficiary = context.actorName;
    }
  }
  if (sum.nature === 'other' && IN_KIND.test(plain(wholeLeft)) && context.favoured)
    sum.beneficiary ??= context.favoured.name;
  if (sum.nature === 'price' && !sum.payer && !sum.taken)
    sell(context, sum, `${headingText} ${context.title} ${text.slice(unit.start, unit.end)}`);
  if (sought && (!sum.payer || giver?.kind === 'person')) {
    const fund = /\b(?:detr|dsil|dsipl|fonds vert|fipd|fnadt|etat)\b/.exec(
      plain(`${wholeLeft} ${right} ${leadIn} ${headingText}`),
    );
    if (fund && sum.nature === 'grant') sum.payer = roster.find('Etat')?.name ?? 'Etat';
  }
  if (sought && sum.nature === 'grant' && sum.payer && sum.payer !== context.actorName && !sum.beneficiary)
    sum.beneficiary = context.actorName;

  // For which year, for what.
  sum.year =
    yearBeside(left, right) ??
    yearBeside(wholeLeft, '') ??
    before?.year ??
    (PARTS.has(sum.nature ?? 'other') &&
    !/\b20\d\d\b/.test(text.slice(unit.start, unit.end)) &&
    previous?.unit?.heading &&
    previous.unit.heading === unit.heading &&
    yearBeside('', text.slice(sum.end, unit.end)) === undefined
      ? previous.year
      : undefined) ??
    yearBeside(text.slice(unit.start, sum.start), text.slice(sum.end, unit.end)) ??
    (leadIn ? yearsIn(leadIn).at(-1)?.year : undefined) ??
    yearsIn(wholeLeft).at(-1)?.year ??
    yearsIn(headingText).at(-1)?.year ??
    context.year;
  sum.purpose =
    purposeAfter(text, Math.max(twinEnd, sum.consumed), to) ??
    purposeBefore(left, label?.text) ??
    ownLabel(text, unit, sum) ??
    (leadIn ? purposeOfLeadIn(leadIn) : undefined);
}

/** "L'occupant s'acquittera de …", "L'administration verse …": a subject that the act calls by a name of its own. */
function designatedSubject({ roster, text }: Context, from: number, at: number): Who | undefined {
  const found = /^[\s\-–•«"“\d.)]*((?:l['’]|la\s|le\s|les\s)?\p{L}[\p{L}-]+(?:\s\p{L}[\p{L}-]+)?)/iu.exec(
    text.slice(from, Math.min(at, from + 80)),
  );
  if (!found) return undefined;
  const end = from + found[0].length;
  for (const words of [found[1]!, found[1]!.replace(/\s\S+$/u, '')]) {
    const body = words ? roster.designated(words) : undefined;
    if (!body) continue;
    const behind = end - found[1]!.length + words.length;
    if (!SUBJECT_VERB.test(` ${plain(text.slice(behind, at)).replace(/\n/g, ' ')}`)) return undefined;
    return { name: body.name, kind: body.kind, body, start: behind - words.length, end: behind };
  }
  return undefined;
}

/** "…l'association X, dont la subvention est de": the body before the comma. */
function bodyOfRelative({ roster, text, actor }: Context, from: number, sum: Sum): Body | undefined {
  const left = plain(text.slice(from, sum.start)).replace(/\n/g, ' ');
  const relative =
    /,? dont (?:la|le|l'|les) ?(?:subventions?|aides?|participation|dotation|contribution|montant)[^.;€]{0,40}$/.exec(
      left,
    );
  if (!relative) return undefined;
  let best: Body | undefined;
  let at = -1;
  for (const body of roster.bodies) {
    if (body === actor || body.kind === 'person') continue;
    const found = left.slice(0, relative.index + 1).lastIndexOf(plain(body.name));
    if (found > at && relative.index - (found + body.name.length) < 12) {
      best = body;
      at = found;
    }
  }
  return best;
}

/** Who borrows: "un prêt de … souscrit par la SA X auprès de …". */
function borrower(context: Context, from: number, to: number): string | undefined {
  const text = context.text.slice(from, to);
  const found = /(?:souscrit|contract[ée]|réalis[ée]|à contracter)e?\s+par\s+(?=\p{L})/iu.exec(text);
  const who = found ? resolve(context, readName(context.text, from + found.index + found[0].length, to)) : undefined;
  return who?.name;
}

const bodyAs = (body: Body): Who => ({ name: body.name, kind: body.kind, body, start: body.start, end: body.end });

/** The company named last before a price: "SARL Dubois et Fils pour 45 200 €". */
function companyBefore({ roster, text }: Context, unit: Pick<Unit, 'start'>, sum: Sum): Body | undefined {
  const flat = plain(text.slice(unit.start, sum.start)).replace(/\n/g, ' ');
  let best: Body | undefined;
  let at = -1;
  for (const body of roster.bodies) {
    if (body.kind !== 'company') continue;
    const found = flat.lastIndexOf(plain(body.name));
    if (found > at) {
      best = body;
      at = found;
    }
  }
  return best;
}

/** Who buys from the town, or sells to it: "cession au profit de M. X", "acquisition d'une parcelle appartenant à X". */
function sell(context: Context, sum: Sum, about: string): void {
  const flat = plain(about);
  const sale =
    /(?:cession|vente|ceder|vendre|aliener|alienation)[^.;]{0,160}?(?:au profit d(?:e la |e l'|es |u |e |')|\ba (?=monsieur|madame|m\.|mme|la s|l'))/.exec(
      flat,
    );
  const purchase =
    /(?:acquisition|acquerir|achat|acheter)[^.;]{0,160}?(?:appartenant (?:a la |a l'|aux |au |a )|aupres d(?:e la |e l'|es |u |e |')|propriete d(?:e la |e l'|es |u |e |'))/.exec(
      flat,
    );
  const found = sale ?? purchase;
  if (!found) return;
  const at = found.index + found[0].length;
  const person = readPerson(about, at);
  const name = person ? { text: person.text, kind: 'person' as const } : readName(about, at);
  if (!name || ('bare' in name && name.bare)) return;
  const { actorName } = context;
  if (sale) {
    sum.payer = name.text;
    sum.beneficiary = actorName;
  } else {
    sum.beneficiary = name.text;
    sum.payer = actorName;
  }
  const start = context.text.indexOf(name.text);
  if (start >= 0 && !context.roster.find(name.text, name.kind === 'person' ? 'person' : undefined)) {
    const kind = name.kind ?? 'company';
    context.roster.add({
      name: name.text,
      kind,
      start,
      end: start + name.text.length,
      extractor: 'parties/sale',
      roles: ['beneficiary'],
    });
  }
}

/** Where the words in brackets end that say a sum again. */
function twinsEnd({ text }: Context, sum: Sum, to: number): number {
  const again = /^\s*\((?:[^()€]|€(?=\)))*\)/u.exec(text.slice(sum.end, Math.min(to, sum.end + 160)));
  return again && /euros?|€|cents?/i.test(again[0]) ? sum.end + again[0].length : sum.end;
}

function inheritFrom(sum: Sum, other: Sum): void {
  if (other.nature) sum.nature = other.nature;
  if (other.payer) sum.payer = other.payer;
  if (other.beneficiary) sum.beneficiary = other.beneficiary;
  if (other.purpose) sum.purpose = other.purpose;
  if (other.year) sum.year = other.year;
}

/** What announces the dates on which a sum is paid in parts. */
const SCHEDULE =
  /echeancier|calendrier (?:de|des) (?:versement|paiement)|modalites (?:de versement|suivantes)|versee?s? (?:selon|comme suit|en (?:deux|trois|quatre|plusieurs)|de la maniere|dans les conditions)/;

/** What the town asks of those who use its halls and services. */
const TARIFF = /\b(?:tarifs?|tarification)\b/;
const TARIFF_SET = /\b(?:fixe\w*|vote\w*|applique\w*)[^.;]{0,40}\b(?:tarifs?|tarification)\b/;
const DEPOSIT = /\b(?:cautions?|depots? de garantie)\b[^.;€]{0,40}$/;
/** What a loan of premises is worth to the one who has them. */
const IN_KIND = /\b(?:valeur locative|valoris\w+)\b/;

/** Parts of one sum: they are of the year of the sum that they part. */
const PARTS: ReadonlySet<Nature> = new Set(['instalment', 'advance', 'balance']);

const ASKS =
  /(?:demander|reclamer|facturer|refacturer|percevoir|encaisser|solliciter|sollicite|sollicitee)\s(?!par)[^.;]{0,80}$/;

const SOUGHT =
  /sollicit|demandes? (?:d[e'] ?|une? |l')?(?:subvention|financement|aide|fonds)|subventions? (?:obtenue|esperee|attendue|sollicitee)|aides? (?:obtenue|esperee|attendue)|plan de financement|au titre de la (?:detr|dsil)|fonds vert/;
const seeks = (text: string): boolean => SOUGHT.test(plain(text));

function natureIn(where: {
  left: string;
  wholeLeft: string;
  right: string;
  leadIn: string;
  heading: string;
  title: string;
  listed: boolean;
}): Nature | undefined {
  const near = natureBefore(where.left);
  if (near && near.distance < 90) return near.nature;
  const behind = natureBehind(where.right);
  if (behind) return behind;
  if (near) return near.nature;
  const wide = natureBefore(where.wholeLeft);
  if (wide) return wide.nature === 'total' ? 'grant' : wide.nature;
  const announced = where.leadIn ? natureBefore(where.leadIn) : undefined;
  if (announced) return announced.nature === 'total' ? strongest(where.leadIn) : announced.nature;
  const right = cuesIn(where.right.slice(0, 80))[0];
  if (right) return right.nature;
  const headed = strongest(where.heading);
  if (headed) return headed;
  return strongest(where.title);
}

/** The nature that a title's words speak for: a grant before anything else. */
function strongest(text: string): Nature | undefined {
  const natures = cuesIn(text).map(({ nature }) => nature);
  if (natures.includes('grant')) return 'grant';
  return natures.find((nature) => nature !== 'other' && nature !== 'total') ?? natures[0];
}

interface Who {
  readonly name: string;
  readonly kind: EntityKind | undefined;
  readonly body?: Body;
  readonly start: number;
  readonly end: number;
}

/** The body that a name means here: the one that the act knows by it, by a designation, by "l'association". */
function resolve(context: Context, name: Name | undefined): Who | undefined {
  if (!name) return undefined;
  const { roster } = context;
  const place = { start: name.start, end: name.end };
  const body = roster.find(name.text, name.kind === 'person' ? 'person' : undefined);
  if (body && !name.bare) return { name: body.name, kind: body.kind, body, ...place };
  if (name.bare) {
    const head = headOf(plain(name.text));
    const meant =
      roster.meant(name) ?? (head && ['association', 'company'].includes(head.kind) ? context.favoured : undefined);
    if (meant) return { name: meant.name, kind: meant.kind, body: meant, ...place };
    if (head?.kind === 'municipality' && context.actor)
      return { name: townOf(context.actor), kind: context.actor.kind, body: context.actor, ...place };
    if (body) return { name: body.name, kind: body.kind, body, ...place };
    return head && (/^(?:state|region|department)$/.test(head.kind) || /^\p{Lu}{3,}$/u.test(name.text))
      ? { name: name.text, kind: head.kind, ...place }
      : undefined;
  }
  return { name: name.text, kind: name.kind, ...place };
}

/** A name that the act knows, or that says itself what it is. */
const sure = (who: Who): boolean => who.body !== undefined || who.kind !== undefined;

const isPublic = (kind: EntityKind | undefined): boolean =>
  kind === 'municipality' ||
  kind === 'intercommunal' ||
  kind === 'department' ||
  kind === 'region' ||
  kind === 'state' ||
  kind === 'public_body';

/** Whether "pour X" names who receives: a body that the act knows, or any body where the act favours none. */
function takes(context: Context, who: Who): boolean {
  if (context.favoured) return who.body === context.favoured;
  return who.body !== undefined || who.kind !== 'municipality';
}

function receive(context: Context, sum: Sum, who: Who): void {
  // Money goes through a bank to somebody else.
  if (
    sum.nature !== 'price' &&
    /^(?:credit (?:agricole|mutuel|cooperatif)|caisse d'epargne|banque (?:postale|populaire|de france)|tresor)/.test(
      plain(who.name),
    )
  )
    return;
  sum.beneficiary = who.name;
  if (!who.body && (who.kind !== undefined || sum.nature === 'grant')) {
    context.roster.add({
      name: who.name,
      kind: who.kind ?? kindOfBody(plain(who.name)) ?? 'association',
      start: who.start,
      end: who.end,
      extractor: 'parties/grant',
      roles: ['partner'],
    });
  }
}

const LABEL = /^([^:;€\t]{2,90}?)\s*(?:\([^)]{0,60}\)\s*)?(?::|\s[–—-]\s|\.{3,}|=|\t|\s{2,}|$)/u;
const NOT_A_LABEL =
  /^(?:article|soit|dont|total|report|reserves?|montant|cout|somme|depenses?|recettes?|budget|section|considerant|vu|cette |ce |ces |cet |en |dans |(?:la|le|les) (?:\S+ ){0,6}(?:est|sont|a|ont|sera|seront|au|aux|pour|montant)\b|(?:la|le|les) (?:commune|ville|conseil|maire|presente?|somme|montant|reste)\b|l'|un |une |de |d'|pour |au |aux |a |que |et |il )/;

/** "ACCA : 60 €", "Etat 45 % : …": an item that begins with a name and gives it a sum. */
function labelOf(
  context: Context,
  unit: Unit,
  sum: Sum,
  leadIn: string,
  heading: string,
  hasBefore: boolean,
): { side: 'to' | 'from'; who: Who; text: string } | undefined {
  const { text } = context;
  const marked = contentStart(text, unit);
  const begin = marked + markLength(text.slice(marked, marked + 8));
  const stretch = text.slice(begin, sum.start);
  const inline = inlineFunder(context, unit, sum);
  if (inline) return inline;
  if (stretch.length > 160 || (hasBefore && !/\(demande|\(sollicit|\(montant demande/.test(plain(stretch))))
    return undefined;
  const clean = fold(stretch.replace(/[.…_·]{2,}[^€]*$/u, ' ').replace(/\((?:demande|demandé)[^)]*\)?/iu, ''));
  const found = LABEL.exec(`${clean} `.replace(/\s$/, ''));
  let label = found ? fold(found[1]!) : '';
  label = label.replace(/\s*\d{1,3}(?:[.,]\d+)?\s*%.*$/u, '').replace(/[\s([]+$|\s+soit$/giu, '');
  if (label.length < 2 || !/^[\p{Lu}\d«"“]/u.test(label) || !/\p{L}{2}/u.test(label)) return undefined;
  if (/^(?:en |annees? |exercices? |saison )?(?:19|20)\d{2}\b/.test(plain(label))) return undefined;
  const about = plain(`${leadIn} ${heading} ${leadIn ? '' : context.title}`);
  const flat = plain(label);
  const place = { start: begin, end: begin + label.length };
  if (
    /plan de financement|financement (?:suivant|previsionnel)|cofinanc|financeurs|sollicit|financement[^.;]{0,60}(?:suivant|comme suit)/.test(
      about,
    )
  ) {
    if (/part communale|commune|autofinancement|fonds propres|reste a charge/.test(flat)) {
      sum.nature = 'expense';
      return context.actor
        ? {
            side: 'from',
            who: { name: townOf(context.actor), kind: context.actor.kind, body: context.actor, ...place },
            text: label,
          }
        : undefined;
    }
    const name = readName(text, begin, sum.start);
    const who = resolve(context, name);
    if (who) {
      sum.nature = 'grant';
      return { side: 'from', who: { ...who, name: who.body?.name ?? label }, text: label };
    }
  }
  if (/:\s*$/u.test(text.slice(unit.start, unit.end)) || label.includes(',')) return undefined;
  if (NOT_A_LABEL.test(flat) || label.split(' ').length > 9) return undefined;
  const grants = /subvention|attribu|associati|allou|aide|soutien|\bdons?\b|demandes?/.test(about);
  if (!grants && (kindOfBody(flat) !== 'association' || /budget|tarif|compte|credit|depense|recette/.test(about)))
    return undefined;
  if (cuesIn(label).length > 0 && kindOfBody(flat) === undefined) return undefined;
  const known = context.roster.find(label);
  sum.nature = sum.nature === 'total' ? 'grant' : (sum.nature ?? 'grant');
  return {
    side: 'to',
    who: {
      name: label,
      kind: known?.kind ?? kindOfBody(flat) ?? 'association',
      ...(known ? { body: known } : {}),
      ...place,
    },
    text: label,
  };
}

/** "… s'établit comme suit : Etat 45 % soit 113 760 €, part communale 55 % soit …": each share behind its funder. */
function inlineFunder(context: Context, unit: Unit, sum: Sum): { side: 'from'; who: Who; text: string } | undefined {
  const { text, actor } = context;
  const before = text.slice(Math.max(unit.start, sum.start - 120), sum.start);
  const so = plain(text.slice(unit.start, sum.start));
  const share =
    /(?:^|[:,;•\n-])\s*([^:,;\n]{2,70}?)\s*[([]?\s*\d{1,3}(?:[.,]\d+)?\s*%\s*[)\]]?[^:;,€\d]{0,12}$/u.exec(before) ??
    (/plan de financement[^€]{0,80}:|financement (?:suivant|comme suit)/.test(so)
      ? /(?:[:,;]|\bet)\s*([^:,;\d€]{3,60}?)[\s:]*$/u.exec(before)
      : null);
  if (!share || !/financement|cofinanc|subvention|aides?\b/.test(so)) return undefined;
  const label = fold(share[1]!);
  const start = sum.start - before.length + share.index + share[0].indexOf(share[1]!);
  const place = { start, end: start + share[1]!.length };
  if (/part communale|commune|autofinancement|fonds propres|reste a charge|maitre d'ouvrage/.test(plain(label))) {
    sum.nature = 'expense';
    return actor
      ? { side: 'from', who: { name: context.actorName!, kind: actor.kind, body: actor, ...place }, text: label }
      : undefined;
  }
  const who = resolve(context, readName(text, start, sum.start));
  if (!who || !sure(who)) return undefined;
  sum.nature = 'grant';
  return { side: 'from', who, text: label };
}

const markLength = (text: string): number =>
  /^[\s\-–—•▪●○■□◆◦➢➤►✓*→·Y_°\d.)]*?(?=[\p{L}«"“])/u.exec(text)?.[0].length ?? 0;

/** "- Section de fonctionnement : 842 315 €": what an item calls its sum, where that names neither giver nor receiver. */
function ownLabel(text: string, unit: Unit, sum: Sum): string | undefined {
  if (unit.kind !== 'item') return undefined;
  const begin = contentStart(text, unit);
  if (sum.start <= begin || sum.start - begin > 160) return undefined;
  const found = /^[\s\-–•]*(\p{L}[^:;€]{3,100}?)\s*(?:\([^()]{0,80}\))?\s*:\s*$/u.exec(text.slice(begin, sum.start));
  const label = found ? cleanPurpose(found[1]!) : undefined;
  if (!label) return undefined;
  const flat = plain(label);
  const names = [sum.beneficiary, sum.payer].filter((name) => name !== undefined).map(plain);
  return names.some((name) => name.includes(flat) || flat.includes(name)) ? undefined : label;
}

function purposeBefore(left: string, label: string | undefined): string | undefined {
  if (label) return undefined;
  const words = fold(left);
  const found =
    /(?<!\p{L})(?:pour(?!\p{L})|au titre d[eu']|concernant|relative? (?:à|au|aux))\s*([^,;:.]{4,120}?)\s*(?:,|:|\(|d['’]un montant|la somme|à hauteur|s['’]élève|pour un montant)[^,;]*$/iu.exec(
      words,
    );
  return found ? cleanPurpose(found[1]!) : undefined;
}

/** What follows from the rest: who pays a grant, who receives a revenue; the roles of those who do. */
function settle(context: Context, sum: Sum): void {
  const { actor, favoured } = context;
  const given =
    sum.nature === 'grant' ||
    sum.nature === 'advance' ||
    sum.nature === 'balance' ||
    sum.nature === 'instalment' ||
    sum.nature === 'budget_line';
  if (given && !sum.beneficiary && favoured && !sum.fromTable && sum.payer !== favoured.name)
    sum.beneficiary = favoured.name;
  if (!sum.payer && actor && !sum.fromTable && !sum.taken) {
    if (sum.nature === 'revenue') sum.beneficiary ??= townOf(actor);
    else if (sum.nature !== 'result' && sum.nature !== 'allowance' && sum.beneficiary !== townOf(actor))
      sum.payer = townOf(actor);
  }
  if (sum.nature === 'revenue' && sum.payer && !sum.beneficiary && actor && sum.payer !== townOf(actor))
    sum.beneficiary = townOf(actor);
  if (
    sum.fromTable &&
    sum.nature === 'total' &&
    !sum.payer &&
    actor &&
    sum.beneficiary === undefined &&
    /subvention|attribution/.test(plain(context.title))
  )
    sum.payer = townOf(actor);
  if (sum.nature === 'grant' || sum.nature === 'advance' || sum.nature === 'balance') {
    const to = sum.beneficiary ? context.roster.find(sum.beneficiary) : undefined;
    const by = sum.payer ? context.roster.find(sum.payer) : undefined;
    if (to && to !== actor) to.roles.add('beneficiary');
    if (by && to && (by === actor || by.roles.has('issuer'))) by.roles.add('grantor');
  } else if (sum.beneficiary) {
    const to = context.roster.find(sum.beneficiary);
    if (to && to.kind === 'association' && to !== actor && sum.nature === 'expense') to.roles.add('beneficiary');
    if (to && to.roles.size === 0) to.roles.add('partner');
  }
}

/** The codes of budget lines, on the sum that they follow, or that they introduce where none stands before them. */
function budgetLines(context: Context, sums: readonly Sum[]): Map<Sum, ReturnType<typeof lineOf>> {
  const lines = new Map<Sum, ReturnType<typeof lineOf>>();
  const byUnit = new Map<Unit, Sum[]>();
  for (const sum of sums) {
    if (!sum.unit) continue;
    const group = byUnit.get(sum.unit);
    if (group) group.push(sum);
    else byUnit.set(sum.unit, [sum]);
  }
  for (const [unit, group] of byUnit) {
    const inTable = group.filter(({ fromTable }) => fromTable);
    for (const sum of inTable) {
      const row = context.rows.at(sum.amount.span);
      const code =
        row?.cells
          .filter((cell) => cell !== row.own && /\p{L}{2}/u.test(cell.text))
          .map((cell) => rowCode(cell.text))
          .find((line) => Object.keys(line).length > 0) ?? {};
      const alone = row?.cells[0]?.text ?? '';
      const named =
        Object.keys(code).length > 0
          ? code
          : /^\d{2,8}$/.test(alone) &&
              row &&
              /chapitre|article|compte|imputation|nature/.test(plain(row.cells[0]!.head))
            ? rowCode(`${alone} x`)
            : {};
      if (sum.nature === 'budget_line' && Object.keys(named).length > 0) lines.set(sum, named);
    }
    const told = group.filter(({ fromTable }) => !fromTable);
    if (told.length === 0) continue;
    const codes = codesIn(context.text.slice(unit.start, Math.max(unit.end, told.at(-1)!.end)), unit.start);
    if (codes.length === 0) continue;
    const first = told[0]!;
    const leading = codes.filter(({ start }) => start < first.start);
    const trailing = codes.some(({ start }) => start > first.end);
    for (const [i, sum] of told.entries()) {
      const until = told[i + 1]?.start ?? Number.POSITIVE_INFINITY;
      const own = codes.filter(({ start }) => start > sum.end && start < until);
      const mine =
        own.length > 0
          ? own
          : i === 0 && !trailing
            ? leading
            : told.length > 1 && !trailing && i > 0
              ? codes.filter(({ start }) => start > told[i - 1]!.end && start < sum.start)
              : [];
      const line = lineOf(mine);
      if (line.chapter || line.account) lines.set(sum, line);
    }
  }
  return lines;
}
