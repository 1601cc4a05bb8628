import type { Act } from '../../models/act.js';
import type { Heading } from '../../models/document.js';
import type { DocumentRecords, Party, PartyRole } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { spells } from '../entities/acronym.js';
import { initials } from '../entities/name.js';
import { apposed } from './apposed.js';
import { contractRoles } from './contract-roles.js';
import { designationsIn } from './designation.js';
import { issuerOf } from './issuer.js';
import { mentionsOf } from './mentions.js';
import { fold } from './name.js';
import { represented } from './represented.js';
import { type Body, Roster } from './roster.js';
import { acronymSpokenOf } from './self-called.js';
import { closedByOffice, presiding, type Signatory, signatories } from './signatures.js';
import { contractors } from './soussignes.js';

/** The bodies and persons that act in a document; beneficiaries of single amounts join when these get their meaning. */
export function readRoster(act: Act, heading: Heading = {}, container?: Pick<DocumentRecords, 'parties'>): Roster {
  const roster = new Roster();
  const isConvention = act.outline.kind === 'convention';
  const parties = contractors(act);
  const roles = contractRoles(act, parties);
  for (const [i, party] of parties.entries()) {
    const added = roster.add({ ...party, roles: [roles[i]!] });
    if (added.representedBy) {
      const at = plain(act.passage.text).indexOf(plain(added.representedBy), added.start);
      const start = at >= 0 ? at : added.start;
      roster.add({
        name: added.representedBy,
        kind: 'person',
        start,
        end: at >= 0 ? start + added.representedBy.length : added.end,
        extractor: 'parties/soussignes',
        roles: ['signatory'],
        ...(added.representativeTitle ? { representativeTitle: added.representativeTitle } : {}),
      });
    }
  }

  const issuer =
    isConvention && parties.length > 0
      ? undefined
      : act.outline.parentRelation !== 'part_of' && (COUNCILS.has(act.outline.kind) || heading.issuer)
        ? issuerOf(act, heading.issuer)
        : undefined;
  if (issuer) {
    const body = roster.add({ ...issuer, roles: ['issuer'], ...siren(act) });
    for (const alias of otherNames(act, body)) roster.alias(body, alias);
  } else if (!isConvention) {
    // Decisions in minutes do not say again whose they are.
    const theirs = container?.parties.find(({ role }) => role === 'issuer');
    if (theirs) {
      const { name, kind, aliases } = theirs;
      roster.add({
        name,
        kind,
        start: -1,
        end: -1,
        extractor: 'parties/issuer',
        roles: ['issuer'],
        ...(aliases ? { aliases } : {}),
      });
    }
  }

  const signed = SIGNED.has(act.outline.kind) ? signatories(act) : [];
  const chair = act.outline.parentRelation === 'part_of' ? {} : presiding(act);
  for (const person of [...signed, ...chaired(act, signed, chair)]) sign(roster, person);
  const head = chair.president ?? signed.find(({ title }) => isHead(title));
  const own = roster.bodies.find(({ roles }) => roles.has('issuer'));
  if (own && head && (own.start >= 0 || own.span) && !own.representedBy && isHead(head.title)) {
    own.representedBy = head.name;
    if (head.title) own.representativeTitle = head.title;
  }

  if (parties.length === 0) for (const body of represented(act)) roster.add(body);
  for (const { name, kind, role } of mentionsOf(act)) {
    const known =
      roster.find(name.text) ??
      (name.bare ? roster.meant(name) : undefined) ??
      roster.writtenAt(act.passage.text, name);
    if (known && name.alias) roster.alias(known, name.alias);
    const body =
      known ??
      roster.add({
        name: name.text,
        kind,
        start: name.start,
        end: name.end,
        extractor: 'parties/named',
        roles: [role],
        ...(name.alias ? { aliases: [name.alias] } : {}),
        ...(name.form ? { legalForm: name.form } : {}),
      });
    // "l'Office public de X, ci-après l'Emprunteur"
    if (CALLED.test(act.passage.text.slice(name.end, name.end + 20)))
      for (const called of designationsIn(act.passage.text, name.end, name.end + 100, name.text))
        roster.designate(body, called);
  }
  for (const body of apposed(act)) if (!roster.find(body.name, body.kind)) roster.add(body);
  return roster;
}

const CALLED = /^[\s,(«»"]{0,3}ci-?\s?après\b/iu;

/** Kinds of acts that an assembly issues. */
const COUNCILS: ReadonlySet<string> = new Set(['deliberation', 'minutes', 'convention', 'annex', 'budget', 'other']);

/** Kinds of acts that somebody signs. */
const SIGNED: ReadonlySet<string> = new Set(['deliberation', 'convention', 'minutes', 'annex', 'other']);

const isHead = (title = ''): boolean =>
  /maire|president|prefet/.test(plain(title)) && !/adjoint|vice/.test(plain(title));

/** Without a name under the act, whoever presided signs it; minutes are signed by the secretary too. */
function chaired(act: Act, signed: readonly Signatory[], chair: ReturnType<typeof presiding>): Signatory[] {
  const kind = act.outline.kind;
  if (kind === 'minutes') return [chair.president, chair.secretary].filter((person) => person !== undefined);
  if (kind === 'deliberation' && signed.length === 0 && chair.president && closedByOffice(act))
    return [chair.president];
  return [];
}

function sign(roster: Roster, person: Signatory): void {
  roster.add({
    name: person.name,
    kind: 'person',
    start: person.start,
    end: person.end,
    extractor: 'parties/signatures',
    roles: ['signatory'],
    ...(person.title ? { representativeTitle: person.title } : {}),
  });
}

/** The number that the prefecture's receipt gives to the body that sent the act: 034-213401722-20130325-… */
function siren(act: Act): { siren?: string } {
  const found = /\b\d[\dAB]\d-(\d{9})-\d{8}-/.exec(act.passage.text);
  return found ? { siren: found[1]! } : {};
}

/** The same territory under its other names: "Commune de X" for "Ville de X", an acronym for a long name. */
function otherNames(act: Act, body: Body): string[] {
  const { text } = act.passage;
  const place =
    /(?:ville|commune|mairie)\s+(?:associée\s+|nouvelle\s+)?(?:de\s+la\s+|de\s+l['’]|des\s+|du\s+|de\s+|d['’])(.+)$/iu.exec(
      body.name,
    )?.[1];
  const found = new Set<string>();
  if (place && body.kind === 'municipality') {
    const others =
      /\b((?:Ville|Commune|Mairie|VILLE|COMMUNE|MAIRIE)\s+(?:associée\s+)?(?:de\s+|d['’]|du\s+|DE\s+|D['’]|DU\s+))(\p{Lu}[\p{L}'’ -]{2,60})/gu;
    let count = 0;
    for (const [, before, behind] of text.matchAll(others)) {
      count += 1;
      if (count > 200) break;
      if (plain(behind!).startsWith(plain(place))) found.add(fold(before! + behind!.slice(0, place.length)));
    }
  } else if (body.kind !== 'municipality') {
    const spoken = acronymSpokenOf(text)?.acronym;
    if (spoken && spells(spoken, body.name)) found.add(spoken);
    const short = initials(body.name).toUpperCase();
    if (short.length >= 2 && new RegExp(`(?:^|[\\s('’])${short}(?![\\p{L}\\d])`, 'u').test(text)) found.add(short);
  }
  found.delete(body.name);
  return [...found];
}

/** What a roster says, as records: one for each body and role, where it is first named. */
export function partiesOf(act: Act, roster: Roster): Party[] {
  return roster.bodies
    .filter(({ start, span, roles }) => (start >= 0 || span !== undefined) && roles.size > 0)
    .flatMap((body) =>
      rolesOf(body).map((role): Party => {
        const { name, kind, designation, legalForm, address, representedBy, representativeTitle } = body;
        const ids = { siren: body.siren, siret: body.siret, rna: body.rna };
        return {
          span: body.span ?? act.passage.span(body.start, body.end),
          extractor: body.extractor,
          name,
          kind,
          role,
          ...defined({ designation, legalForm, address, ...ids, representedBy, representativeTitle }),
          ...(body.aliases.size > 0 ? { aliases: [...body.aliases] } : {}),
        };
      }),
    );
}

/** One who acts is not counted among partners too. */
function rolesOf({ roles }: Body): PartyRole[] {
  const acting = [...roles].filter((role) => role !== 'partner' && role !== 'financer');
  return acting.length > 0 ? acting : roles.has('financer') ? ['financer'] : [...roles];
}

function defined<T extends Record<string, string | undefined>>(facts: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string;
  };
}
