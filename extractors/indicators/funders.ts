import type { Act } from '../../models/act.js';
import type { Amount, PartyRole } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { kindOfBody } from '../entities/bodies.js';
import type { NewBody } from '../parties/roster.js';
import { itemsOf } from './items.js';

const FUNDED =
  /\b(?:co)?(?:financ|soutenu|subventionn|cofinanc)(?:ee?s?|e?s?)?\b[^.:;]{0,80}?\b(?:par|grace a|de la part)\b/g;
const FUNDERS =
  /\b(?:financeurs?|partenaires? financiers?|ils nous soutiennent|mecenes?|avec le soutien|avec le concours)\b/;
const PARTNERS = /^(?:nos |les |notre |des exemples de |reseau )?partenai(?:res?|riats?)\b/;
/** What follows a name in a sentence. */
const VERB =
  /\s(?:doi(?:t|vent)|est|sont|a|ont|qui|que|pour|afin|dans|en|à|au titre|selon|sur|depuis|lors|dont|soit|avec)\s/u;
/** Words that begin no body's name. */
const NO_NAME =
  /^(?:autres?|divers|total|sous-total|ensemble|differents?|nos|notre|plusieurs|certains?|fonds|subventions?|actions?|programmes?|projets?|appels?|leurs?|son|sa|ses|ce|cette)\b/;

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
      .replace(/^(?:l['’]|la |le |les |des |du |de la |de l['’]|d['’])/i, '');
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
    for (const part of text.split(/(\s*[,;/•()]\s*|\s+(?:et|ET)\s+|\s*\.{3}\s*|\s*…\s*)/u)) {
      add(part, from + at, role);
      at += part.length;
    }
  };

  for (const match of flat.matchAll(FUNDED)) {
    const from = match.index + match[0].length;
    const stop = /[.;:](?!\.)(?= |\n|$)/.exec(flat.slice(from, from + 400));
    const to = from + Math.min(stop?.index ?? 300, 300);
    list(from, to, 'financer');
  }
  let under: { role: PartyRole; lines: number } | undefined;
  for (const item of itemsOf(act)) {
    if (item.kind === 'heading') {
      under = FUNDERS.test(item.plain)
        ? { role: 'financer', lines: 0 }
        : PARTNERS.test(item.plain.trim())
          ? { role: 'partner', lines: 0 }
          : undefined;
      continue;
    }
    if (!under || item.table !== undefined || under.lines > 40 || item.text.trim().split(/\s+/).length > 25) continue;
    under.lines += 1;
    if (!/\b(?:est|sont|ont|a|avec|permet|permettent)\b/.test(item.plain)) list(item.start, item.end, under.role);
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
