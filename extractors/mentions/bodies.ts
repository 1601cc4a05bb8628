import type { Act } from '../../models/act.js';
import type { Mention } from '../../models/records.js';

const BODY = '(conseil\\s+(?:municipal|communal|communautaire|m[ée]tropolitain|d[ée]partemental|r[ée]gional))';
/** Where an act speaks of those who decide it: what is put to them, and what they decide. */
const DECIDES = new RegExp(
  `(?:propos[ée]e?s?|propose|demand[ée]e?s?|demande|soumise?s?|soumet) au ${BODY}|(?<=(?:^|\\n)\\W{0,3})le ${BODY}\\s?,?\\s(?:apr[èe]s en avoir d[ée]lib[ée]r[ée]|d[ée]cide|approuve|adopte|autorise)`,
  'giu',
);

/**
 * The assemblies to which an act says that it is put, as it names them; those of another place ("de Bourg") are left
 * out.
 */
export function bodiesOf(act: Act): Mention[] {
  const text = act.passage.text.slice(0, act.passage.bodyEnd);
  const found: Mention[] = [];
  for (const match of text.matchAll(DECIDES)) {
    const end = match.index + match[0].length;
    if (/^\s+(?:de|du|d['’]|des)\s?(?:la |l['’])?\p{Lu}/u.test(text.slice(end, end + 12))) continue;
    found.push({
      kind: 'body',
      text: match[0].replace(/\s+/g, ' '),
      about: (match[1] ?? match[2])!.replace(/\s+/g, ' ').toLowerCase(),
      span: act.passage.span(match.index, end),
      extractor: 'mentions/bodies',
    });
  }
  return found;
}
