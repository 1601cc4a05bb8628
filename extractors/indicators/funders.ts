import type { Act } from '../../models/act.js';
import type { Amount, PartyRole } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { kindOfBody } from '../entities/bodies.js';
import type { NewBody } from '../parties/roster.js';
import { explainedBodies } from '../parties/with-acronym.js';
import { type Item, itemsOf } from './items.js';

const FUNDED =
  /\b(?:co)?(?:financ|soutenu|subventionn|cofinanc)(?:ee?s?|e?s?)?\b[^.:;]{0,80}?\b(?:par|grace a|de la part)\b/g;
const FUNDERS =
  /\b(?:financeurs?|partenaires? financiers?|ils nous soutiennent|mecenes?|avec le soutien|avec le concours)\b/;
const PARTNERS =
  /^(?:[ivx\d]+[.)\s-]+)*(?:nos |les |notre |des exemples de |reseau )?(?:partenai(?:res?|riats?)|sponsors|remerciements?)\b/;
/** "Les sponsors du calendrier : X, Y": what an item of a list of partners says of those whom it names. */
const SORT =
  /^[\s•●▪■–o-]*(?:\p{Ll}+['’ ]|l['’]|les |nos )?[\p{L}\d'’ ]{3,60}?\s?:\s+(?=\p{Lu}|l['’]\p{Lu}|la \p{Lu}|le \p{Lu})/iu;
/** What follows a name in a sentence. */
const VERB =
  /\s(?:doi(?:t|vent)|est|sont|a|ont|qui|que|pour|afin|dans|en|à|au titre|selon|sur|depuis|lors|dont|soit|avec)\s/u;
/** Words that begin no body's name. */
const NO_NAME =
  /^(?:et|en|ainsi|autres?|divers|total|sous-total|ensemble|differents?|nos|notre|plusieurs|certains?|fonds|subventions?|actions?|programmes?|projets?|appels?|leurs?|son|sa|ses|ce|cette)\b/;

/** "VI. PARTENAIRES ET SPONSORS", set like the text around it. */
const isNumberedTitle = ({ text }: Item): boolean =>
  /^\s*(?:[IVX]{1,4}|\d{1,2})[.)\s–-]+\p{Lu}[\p{Lu}\s'’&,-]{4,60}$/u.test(text);

/**
 * Who pays for what a report tells, and with whom it was done: the payers of its sums, the names after "financée par",
 * the lists under "Nos financeurs" and "Nos partenaires".
 */
export function reportBodies(act: Act, amounts: readonly Amount[]): NewBody[] {
  const bodies: NewBody[] = [];
  const flat = plain(act.passage.text);
  const add = (name: string, start: number, role: PartyRole): void => {
    const written = name
      .replace(/^[\s•●▪■–-]+/u, '')
      .replace(/^(?:l['’]|la |le |les |des |du |de la |de l['’]|d['’])/i, '')
      // "les photographes Anne Morin et Jean Petit".
      .replace(/^\p{Ll}{4,}s (?=\p{Lu}\p{Ll}+(?:-\p{L}+)? \p{Lu})/u, '');
    const lost = name.length - written.length;
    const clean = written.split(VERB)[0]!.replace(/[\s.,;:)…]+$/u, '');
    if (!/^[\p{Lu}\d]/u.test(clean) || clean.length < 2 || clean.split(/\s+/).length > 8 || NO_NAME.test(plain(clean)))
      return;
    if (!/\p{L}{2}/u.test(clean)) return;
    bodies.push({
      name: clean.replace(/\s+/g, ' '),
      kind: kindOfBody(plain(clean)) ?? (/^\p{Lu}{2,6}$/u.test(clean) ? 'public_body' : 'association'),
      start: start + lost,
      end: start + lost + clean.length,
      extractor: 'parties/report',
      roles: [role],
    });
  };
  /** Names of a list: "État, Région, CCHV (…) et Caisse des écoles". */
  const list = (from: number, to: number, role: PartyRole): void => {
    const text = act.passage.text.slice(from, to);
    let at = 0;
    for (const part of text.split(/(\s*[,;/•()]\s*|\s+(?:et|ET)\s+(?!d['’]|de |du |des )|\s*\.{3}\s*|\s*…\s*)/u)) {
      add(part, from + at, role);
      at += part.length;
    }
  };

  for (const { name, acronym, start, end } of explainedBodies(act.passage.text)) {
    bodies.push({
      name,
      kind: kindOfBody(plain(name)) ?? 'association',
      start,
      end,
      extractor: 'parties/report',
      roles: [
        amounts.some(({ nature, beneficiary }) => nature === 'grant' && beneficiary?.startsWith(name))
          ? 'beneficiary'
          : 'partner',
      ],
      aliases: [acronym],
    });
  }
  for (const match of flat.matchAll(FUNDED)) {
    const from = match.index + match[0].length;
    const stop = /[.;:](?!\.)(?= |\n|$)/.exec(flat.slice(from, from + 400));
    const to = from + Math.min(stop?.index ?? 300, 300);
    list(from, to, 'financer');
  }
  let under: { role: PartyRole; lines: number } | undefined;
  for (const item of itemsOf(act)) {
    if (item.kind === 'heading' || isNumberedTitle(item)) {
      under = FUNDERS.test(item.plain)
        ? { role: 'financer', lines: 0 }
        : PARTNERS.test(item.plain.trim())
          ? { role: 'partner', lines: 0 }
          : undefined;
      continue;
    }
    if (!under || item.table !== undefined || under.lines > 40 || item.text.trim().split(/\s+/).length > 25) continue;
    under.lines += 1;
    if (/\b(?:est|sont|ont|a|avec|permet|permettent|remerci\w+)\b/.test(item.plain)) continue;
    const sort = SORT.exec(item.text)?.[0] ?? '';
    const gives = /\b(?:sponsors?|financeurs?|mecenes?|bailleurs?)\b/.test(plain(sort));
    list(item.start + sort.length, item.end, gives ? 'financer' : under.role);
  }
  for (const amount of amounts) {
    if (amount.payer === undefined || amount.nature !== 'grant') continue;
    const at = act.passage.offsetOf(amount.span.page, amount.span.start) ?? 0;
    const near = act.passage.text.lastIndexOf(amount.payer, at);
    const start = near >= 0 ? near : act.passage.text.indexOf(amount.payer);
    if (start >= 0) list(start, start + amount.payer.length, 'financer');
  }
  return bodies;
}
