import { type EntityKind, isPublicBody } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { headOf, kindOfBody } from '../entities/bodies.js';
import type { Name } from '../parties/name.js';
import type { Body } from '../parties/roster.js';
import type { Context } from './context.js';
import type { Sum } from './sum.js';
import { townOf } from './whose.js';

export interface Who {
  readonly name: string;
  readonly kind: EntityKind | undefined;
  readonly body?: Body;
  readonly start: number;
  readonly end: number;
}

/** The body that a name means here: the one that the act knows by it, by a designation, by "l'association". */
export function resolve(context: Context, name: Name | undefined): Who | undefined {
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
    if (head?.kind === 'municipality' && context.actor) {
      const { actor } = context;
      // A town's CCAS asks "la commune": another than itself.
      if (actor.kind === 'public_body') return { name: name.text, kind: head.kind, ...place };
      return { name: townOf(actor), kind: actor.kind, body: actor, ...place };
    }
    if (body) return { name: body.name, kind: body.kind, body, ...place };
    return head &&
      (/^(?:state|region|department)$/.test(head.kind) || /^\p{Lu}{3,}$/u.test(name.text) || isTheOneOf(head))
      ? { name: name.text, kind: head.kind, ...place }
      : undefined;
  }
  return { name: name.text, kind: name.kind, ...place };
}

/** "à l'Office de tourisme", "au Comité des fêtes": a town has one, and needs no other name for it. */
const isTheOneOf = ({ head, kind }: { head: string; kind: EntityKind }): boolean =>
  (kind === 'association' || kind === 'public_body') && /[ -]/.test(head);

/** A name that the act knows, or that says itself what it is. */
export const sure = (who: Who): boolean => who.body !== undefined || who.kind !== undefined;

/** Whether a body is known to be a public one. */
export const isPublic = (kind: EntityKind | undefined): boolean => kind !== undefined && isPublicBody(kind);

export const bodyAs = (body: Body): Who => ({
  name: body.name,
  kind: body.kind,
  body,
  start: body.start,
  end: body.end,
});

export function receive(context: Context, sum: Sum, who: Who): void {
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
