import { plain } from '../acts/plain.js';
import { STATE_FUNDS } from '../entities/state-funds.js';
import type { Context } from './context.js';
import type { Who } from './who.js';
import { ownerOf } from './whose.js';

const OF_THE_STATE = new RegExp(`\\b(${STATE_FUNDS})\\b`);

/** What is left to whoever has the work done. */
const OWN_SHARE =
  /\b(?:part communale|autofinancement|auto-financement|fonds (?:propres|libres)|reste a (?:la )?charge|maitre d'ouvrage|emprunt)\b|^(?:la |part (?:de la )?|participation (?:de la )?)?(?:commune|ville|mairie|collectivite)\b(?! d)/;

/** Whether a row or an item of a funding plan says what is left to pay. */
export const isOwnShare = (label: string): boolean => OWN_SHARE.test(plain(label).trim());

/** "DETR (40 %)", "Fonds vert": the State's money, by the name of its fund, where no other body is named. */
export function stateFund(label: string): string | undefined {
  const found = OF_THE_STATE.exec(plain(label));
  if (!found || /\betat\b|prefecture|region|departement/.test(plain(label))) return undefined;
  return `Etat (${label.slice(found.index, found.index + found[0].length)})`;
}

/** Whoever has the work done, as the payer of its own share. */
export function ownPayer(context: Context, place: { start: number; end: number }): Who | undefined {
  const name = ownerOf(context);
  const body = name === context.actorName ? context.actor : context.favoured;
  return name && body ? { name, kind: body.kind, body, ...place } : undefined;
}
