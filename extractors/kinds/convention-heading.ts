import { type Act, readingsOf } from '../../models/act.js';
import type { Heading } from '../../models/document.js';
import { isPublicBody } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { contractors } from '../parties/soussignes.js';

/**
 * What a convention says of itself: its title down to the parties, the first public body among them, its own number or
 * that of the deliberation to which its footer annexes it, the day it was signed or, unsigned, that deliberation's.
 */
export function conventionHeading(act: Act): Heading {
  const { text, bodyEnd } = act.passage;
  const flat = plain(text);
  const title = titleOf(text, flat, bodyEnd);
  const issuer = contractors(act).find(({ kind }) => isPublicBody(kind));
  const annexed =
    /annexee? a la deliberation\s+n ?°?\s*([\w./-]*\d[\w./-]*)|annexe (?:n° ?\d+ )?(?:a|de) la (?:deliberation|decision)\s+(?:n ?°|no|numero)?\s*([\w./-]*\d[\w./-]*)/.exec(
      flat,
    );
  const own =
    /(?:^|\n)(?!\W*(?:vu|considerant)\b)[^\n]{0,60}\b(?:convention|avenant|contrat)\b[^\n]{0,40}?\bn ?° ?([\w./-]*\d[\w./-]*)/.exec(
      flat.slice(0, 1500),
    );
  const at = own ? place(text, own, own[1]!) : annexed ? place(text, annexed, (annexed[1] ?? annexed[2])!) : undefined;
  const date = signedOn(act, flat) ?? (annexed ? sessionIn(act, flat, annexed.index) : undefined);
  const year = yearOf(flat, title) ?? (date ? Number(date.slice(0, 4)) : undefined);
  return {
    ...(title ? { title } : {}),
    ...(at ? { reference: at } : {}),
    ...(issuer ? { issuer: issuer.name } : {}),
    ...(date ? { date } : {}),
    ...(year ? { year } : {}),
  };
}

const place = (text: string, found: RegExpExecArray, value: string): string =>
  text
    .slice(found.index + found[0].lastIndexOf(value), found.index + found[0].lastIndexOf(value) + value.length)
    .replace(/[.,/-]+$/, '');

const TITLE =
  /(?:^|\n)[ \t]*((?:projet de |avenant |modele de )?(?:convention|avenant|contrat|protocole|bail|charte|accord)\b)/;

/** The lines from "CONVENTION …" to what opens the body. */
function titleOf(text: string, flat: string, bodyEnd: number): string | undefined {
  const found = TITLE.exec(flat.slice(0, Math.min(bodyEnd, 6000)));
  if (!found) return undefined;
  const start = found.index + found[0].length - found[1]!.length;
  const lines: string[] = [];
  let length = 0;
  for (const line of text.slice(start, start + 600).split('\n')) {
    const trimmed = line.trim();
    const flatLine = plain(trimmed);
    if (
      /^(?:(?:etablie?|conclue?|passee?|signee?)? ?entre\b|vu\b|preambule|article|considerant|il a ete|le present|la presente|table des|sommaire|n° ?siret|siret)/.test(
        flatLine,
      )
    )
      break;
    if (trimmed === '') {
      if (length > 120) break;
      continue;
    }
    if (lines.length > 0 && /[.;]$/.test(lines.at(-1)!) && length > 30) break;
    lines.push(trimmed);
    length += trimmed.length;
    if (length > 260) break;
  }
  const title = lines.join(' ').replace(/\s+/g, ' ').trim();
  return title === '' ? undefined : title;
}

/** "Fait à X, le 3 mai 2022": the day behind the closing words; a blank says nothing. */
function signedOn(act: Act, flat: string): string | undefined {
  const from = flat.lastIndexOf('\nfait ') >= 0 ? flat.lastIndexOf('\nfait ') : flat.search(/\bfait (?:a|le|en) /);
  if (from < 0) return undefined;
  const signed = readingsOf(act, 'date').find(
    ({ start, value }) => start > from && start < from + 160 && value.precision === 'day' && !value.endValue,
  );
  return signed?.value.value;
}

/** The session beside the words that annex it: "CM du 06.04.2022 – Annexe à la délibération n° …". */
function sessionIn(act: Act, flat: string, at: number): string | undefined {
  const start = flat.lastIndexOf('\n', at) + 1;
  const end = flat.indexOf('\n', at);
  const beside = readingsOf(act, 'date').find(
    (date) => date.start >= start && date.start < (end < 0 ? flat.length : end) + 1 && date.value.precision === 'day',
  );
  return beside?.value.value;
}

/** The year it bears on: its title's, else the one in which it takes effect. */
function yearOf(flat: string, title: string | undefined): number | undefined {
  const titled = /(?<![\d/.-])((?:19|20)\d{2})(?![\d/.-])/.exec(title ?? '');
  if (titled) return Number(titled[1]);
  const runs =
    /(?:annee|exercice)\s+((?:19|20)\d{2})|(?:du|a compter du|a partir du)\s+1er janvier\s+((?:19|20)\d{2})/.exec(flat);
  return runs ? Number(runs[1] ?? runs[2]) : undefined;
}
