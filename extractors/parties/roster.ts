import type { Span } from '../../models/evidence.js';
import type { EntityKind, PartyRole } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { headOf } from '../entities/bodies.js';
import { nameKey } from '../entities/name.js';
import type { Name } from './name.js';

/** A body or a person of an act, with all that the act says of it. Offsets are into the passage. */
export interface Body {
  name: string;
  kind: EntityKind;
  start: number;
  end: number;
  /** Where it is written, when that is outside the passage: in a part of the act. */
  span?: Span;
  extractor: string;
  roles: Set<PartyRole>;
  designation?: string;
  aliases: Set<string>;
  legalForm?: string;
  address?: string;
  siren?: string;
  siret?: string;
  rna?: string;
  representedBy?: string;
  representativeTitle?: string;
}

export type NewBody = Pick<Body, 'name' | 'kind' | 'start' | 'end' | 'extractor'> &
  Partial<Omit<Body, 'roles' | 'aliases'>> & {
    roles?: Iterable<PartyRole>;
    aliases?: Iterable<string>;
    /** What else the act calls it: « la Métropole » ou « le Bénéficiaire ». */
    alsoCalled?: readonly string[];
  };

/** The bodies of an act; knows them again by any name that the act gives them. */
export class Roster {
  readonly bodies: Body[] = [];
  readonly #byKey = new Map<string, Body>();
  readonly #designations = new Map<string, Body>();

  /** Adds a body, or what is new about one that is there. */
  add(body: NewBody): Body {
    const known = this.find(body.name, body.kind);
    const { roles = [], aliases = [], alsoCalled = [], ...facts } = body;
    if (known) {
      for (const role of roles) known.roles.add(role);
      for (const alias of aliases) this.alias(known, alias);
      if (plain(known.name) !== plain(body.name)) this.alias(known, body.name);
      for (const [fact, value] of Object.entries(facts)) {
        if (value !== undefined && (known as unknown as Record<string, unknown>)[fact] === undefined)
          (known as unknown as Record<string, unknown>)[fact] = value;
      }
      for (const name of [body.designation ?? '', ...alsoCalled]) this.#designate(known, name);
      return known;
    }
    const fresh: Body = { ...facts, roles: new Set(roles), aliases: new Set() };
    this.bodies.push(fresh);
    this.#byKey.set(nameKey(body.name, body.kind), fresh);
    for (const alias of aliases) this.alias(fresh, alias);
    for (const name of [body.designation ?? '', ...alsoCalled]) this.#designate(fresh, name);
    return fresh;
  }

  alias(body: Body, alias: string): void {
    if (alias === body.name) return;
    body.aliases.add(alias);
    const key = nameKey(alias);
    if (key !== '' && !this.#byKey.has(key)) this.#byKey.set(key, body);
  }

  #designate(body: Body, designation: string): void {
    const key = designationKey(designation);
    if (key !== '' && !this.#designations.has(key)) this.#designations.set(key, body);
  }

  /** The body that goes by this name. */
  find(name: string, kind?: EntityKind): Body | undefined {
    const key = nameKey(name, kind);
    const exact = this.#byKey.get(key) ?? this.#designations.get(designationKey(name));
    if (exact || key === '' || kind === 'person') return exact;
    return this.#byShortForm(key, name);
  }

  /** "Mission Locale" for the only "Mission Locale de …", "MIE du Pays" for "Maison de l'Initiative et de l'Emploi du Pays". */
  #byShortForm(key: string, name: string): Body | undefined {
    const words = key.split(' ');
    const opensInCapitals = /^\p{Lu}{2,}/u.test(name);
    const fits = this.bodies.filter((body) => {
      if (body.kind === 'person' || body.kind === 'municipality') return false;
      const theirs = nameKey(body.name, body.kind).split(' ');
      return (
        (words.length >= 2 && startsWith(theirs, words)) ||
        (theirs.length >= 2 && startsWith(words, theirs) && isQualifier(words.slice(theirs.length))) ||
        (opensInCapitals && abbreviates(words, theirs)) ||
        // "le CCAS" in the acts of the CCAS de X.
        (body.kind === 'public_body' && words.length === 1 && /^\p{Lu}{3,}$/u.test(name) && words[0] === theirs[0]) ||
        // "MJC de Bourg" where the act knows an "MJC".
        (body.kind === 'association' && words.length === 2 && words[0] === theirs[0] && /^\p{Lu}{3,}$/u.test(body.name))
      );
    });
    return fits.length === 1 ? fits[0] : (onlyActing(fits) ?? this.#byDesignationAndPlace(words));
  }

  /** "Caf de Paris" for the body of Paris that the act calls "la Caf". */
  #byDesignationAndPlace([called, ...place]: readonly string[]): Body | undefined {
    const body = called === undefined ? undefined : this.#designations.get(called);
    if (!body || place.length === 0) return undefined;
    const theirs = nameKey(body.name, body.kind).split(' ');
    return place.every((word) => theirs.includes(word)) ? body : undefined;
  }

  /** The body that a common noun means: "la Ville", "l'association", "la Métropole". */
  meant(name: Name | string): Body | undefined {
    const text = typeof name === 'string' ? name : name.text;
    const designated = this.#designations.get(designationKey(text));
    if (designated) return designated;
    const written = plain(text).replace(/^(?:l'|la |le |les )/, '');
    const head = headOf(written);
    if (!head) return undefined;
    const same = this.bodies.filter((body) => body.kind !== 'person' && plain(body.name).startsWith(head.head));
    // The State is its prefect's, and not the prefect.
    if (same.length === 1 || head.head === 'etat') return same[0];
    const kindred = this.bodies.filter((body) => body.kind === head.kind && body.kind !== 'person');
    if (same.length === 0 && kindred.length === 1 && KINDRED.test(head.head)) return kindred[0];
    if (same.length > 1) return onlyActing(same);
    const acting = kindred.filter(({ roles }) => roles.has('issuer') || roles.has('grantor'));
    return head.kind !== 'association' && acting.length === 1 ? acting[0] : undefined;
  }

  /** The body whose whole name stands where only the beginning of it was read. */
  writtenAt(text: string, { start, end }: Pick<Name, 'start' | 'end'>): Body | undefined {
    const behind = plain(text.slice(start, start + 160)).replace(/\s+/g, ' ');
    return this.bodies.find(
      ({ kind, name }) => kind !== 'person' && name.length > end - start && behind.startsWith(plain(name)),
    );
  }

  /** The body that the act calls exactly so: "le Porteur", "l'occupant". */
  designated(text: string): Body | undefined {
    return this.#designations.get(designationKey(text));
  }

  /** Says that the act calls a body so. */
  designate(body: Body, designation: string): void {
    body.designation ??= designation;
    this.#designate(body, designation);
  }
}

/** Common nouns that any body of their kind may be called by. */
const KINDRED =
  /^(?:ville|commune|mairie|municipalite|metropole|communaute|agglomeration|epci|intercommunalite|departement|conseil (?:general|departemental|regional)|region|association|club|societe|entreprise|syndicat|etablissement|prestataire)$/;

/** Among bodies of like names, the only one that gives or receives here. */
function onlyActing(bodies: readonly Body[]): Body | undefined {
  const acting = bodies.filter(({ roles }) => roles.has('issuer') || roles.has('grantor') || roles.has('beneficiary'));
  return acting.length === 1 ? acting[0] : undefined;
}

const designationKey = (text: string): string =>
  plain(text)
    .replace(/^(?:l'|la |le |les )/, '')
    .replace(/[^a-z0-9]+/g, '');

const startsWith = (words: readonly string[], first: readonly string[]): boolean =>
  first.length < words.length && first.every((word, i) => words[i] === word);

const isQualifier = (words: readonly string[]): boolean => words.length === 1 && words[0]!.length > 2;

/** "mjc vexellois" for "maison jeunes culture vexellois"; "ahv" for "atelier haut valdain". */
function abbreviates(short: readonly string[], long: readonly string[]): boolean {
  const [acronym, ...rest] = short;
  if (!acronym || acronym.length < 2 || acronym.length > 8) return false;
  if (long.length - rest.length !== acronym.length) return false;
  return (
    [...acronym].every((letter, i) => long[i]![0] === letter) &&
    rest.every((word, i) => long[acronym.length + i] === word)
  );
}
