import { ASSEMBLY } from '../acts/assembly.js';
import { plain } from '../acts/plain.js';
import { fold, type Name, readName } from '../parties/name.js';
import { readPerson } from '../parties/person.js';

/** A name that grammar puts beside a sum: who receives it, or who gives it. */
export interface Given {
  readonly name: Name;
  readonly side: 'to' | 'from';
  /** How it was joined: "à", "pour", "par", "subject" … */
  readonly by: string;
  /** The grammar alone tells that a body stands there, though nothing announces it. */
  readonly firm?: boolean;
}

/** Plain, on one line; "1'" is how scans write "l'". */
const flatOf = (text: string, from: number, to: number): string =>
  plain(text.slice(from, to))
    .replace(/\n/g, ' ')
    .replace(/(?<![\d.,])1(?=' ?[a-z"])/g, 'l');

const TO_AFTER =
  /^[\s,]*(?:\([^)]{0,60}\)\s*)?(?:ht|ttc|h\.t\.?|t\.t\.c\.?)?[\s,]*(?:(?:par an|annuels?|chacune?)\s*)?(?:(?:pour|en|au titre de) (?:l'annee |l'exercice )?20\d\d[\s,]*)?(?:(?:est|sont|sera|seront|a ete|ont ete|ayant ete)\s+)?(?:ainsi\s+)?(?:attribuee?s?|accordee?s?|allouee?s?|octroyee?s?|versee?s?|reversee?s?|destinee?s?|consentie?s?|votee?s?|remise?s?|proposee?s?|prevue?s?|inscrite?s?|budgetee?s?)?[\s,]*(?:(?:pour|en|au titre de) (?:l'annee |l'exercice )?20\d\d[\s,]*)?(?:au profit d(?:e la |e l' ?|es |u |e |')|en faveur d(?:e la |e l' ?|es |u |e |')|au benefice d(?:e la |e l' ?|es |u |e |')|a destination d(?:e la |e l' ?|es |u |e |')|a la |a l' ?|aux |au |a |pour la |pour l' ?|pour les |pour le |pour )(?=\S)/;

const TO_BEFORE =
  /(?:au profit d|en faveur d|au benefice d|a destination d|a (?:la )?disposition d)(?:e la |e l' ?|es |u |e |')|(?<![a-z])(?:a la (?!disposition)|a l'|aux |au |a |(?:indemniser|rembourser|dedommager) (?:la |l'|le )?|avec la societe |avec l'entreprise |(?:convention|contrat)s? (?:[^.;:€]{0,50} )?avec (?:la |le |l'|les )?|(?:a )?l'entreprise |la societe )/g;

const GIVE =
  /(?:attribu|accord|allou|octroy|vers(?:er|e|ee?s?|ement|era)|subvention|aide|soutien|soutenir|don\b|secours|reverse|participation|confi|paye|regle|indemnis|rembours|cotisation|adhesion|adhere|retenir|marche|met a (?:la )?disposition|revenant)/;

const FROM_AFTER =
  /^[\s,]*(?:ht|ttc)?[\s,]*(?:(?:est|sont|sera|seront|a ete|ont ete)\s+)?(?:provenant d|attribuee?s? pa|accordee?s? pa|allouee?s? pa|octroyee?s? pa|versee?s? pa|apportee?s? pa|financee?s? pa|de la part d|emanant d|aupres d|pa)(?:e la |e l'|es |u |e |'|r la |r l'|r les |r le |r )(?=\S)|^ (?:de |d'une )(?:participation|subvention|contribution|financement)s? d(?:e la |e l'|es |u |e |')(?=\S)|^ (?:de |d')(?=(?:madame|monsieur|m\.|mme|la societe|l'entreprise|l'association|la famille)\b)/;

/** Who gives, said further on: "150 € par an, à la charge de la société X". */
const FROM_FURTHER =
  /(?:a la charge d|payable pa|due?s? pa|acquittee?s? pa|reglee?s? pa|versee?s? pa|supportee?s? pa|apportee?s? pa|financee?s? pa|provenant d|aupres d|de la part d)(?:e la |e l'|es |u |e |'|r la |r l'|r les |r le |r )(?=\S)/;

const FROM_BEFORE =
  /(?:(?:due?s?|payee?s?|acquittee?s?|attribuee?s?|accordee?s?|allouee?s?|octroyee?s?|versee?s?|apportee?s?|finance(?:es?|r)?|consentie?s?|soutenue?s?|proposee?s?|prise? en charge)[^.;:]{0,30}? par (?:la |l'|les |le )?|sollicit\w* (?:de )?(?:la |le |l' ?|les )|aupres d(?:e la |e l' ?|es |u |e |')|provenant d(?:e la |e l' ?|es |u |e |')|(?:participation|contribution|subvention|aide|financement|concours|soutien|dotation|part|engagement|celle)s? (?:financieres?s? |previsionnelles? |annuelles? |globales? )?d(?:e la |e l' ?|es |u |e |'))(?=\S)/g;

/** Who receives, said further on: "350 € pour sept élèves, versée à la coopérative X". */
const TO_FURTHER =
  /^[^.;:€]{0,60}?\b(?:(?:versee?|attribuee?|allouee?|accordee?|octroyee?|reglee?|mandatee?)s?|a (?:re)?verser) (?:directement )?(?:a la |a l' ?|aux |au |a )(?=\S)|^[^.;:€]{0,90}? (?:en faveur|au profit|au benefice) d(?:e la |e l' ?|es |u |e |')(?=\S)/;

/** Who receives, said behind the sum: "40 000 € à l'association X", "… au profit de X". */
export function receiverAfter(text: string, at: number, end: number): Given | undefined {
  const flat = flatOf(text, at, end);
  const near = TO_AFTER.exec(flat);
  const name = near ? nameAt(text, at, near, end) : undefined;
  if (near && name) return { name, side: 'to', by: /pour/.test(near[0].slice(-9)) ? 'pour' : 'à' };
  const far = TO_FURTHER.exec(flat);
  const named = far ? nameAt(text, at, far, end) : undefined;
  return named && !named.bare ? { name: named, side: 'to', by: 'à' } : undefined;
}

const ASKED_FOR =
  /\b(?:sollicit|demand)(?:e|ent|ait|ee?)? (?:a la commune |a la ville )?(?:une|l'|la)[ ]?[^.;:€]{0,30}\b(?:aide|subvention|participation|soutien|dotation)\b/g;

/** Who speaks for the town itself. */
const DECIDES = new RegExp(`^(?:${ASSEMBLY}|monsieur|madame|maire|president|assemblee|bureau)\\b`);

/** "Le collège X sollicite une aide. Le Conseil accorde 60 €": who asked receives. The last one before the sum. */
export function askerBefore(text: string, from: number, at: number): Given | undefined {
  const flat = flatOf(text, from, at);
  let best: Given | undefined;
  for (const { index } of flat.matchAll(ASKED_FOR)) {
    const sentence = /[^.:;]*$/.exec(flat.slice(0, index))!.index;
    const start = from + Math.max(sentence, text.slice(from, from + index).lastIndexOf('\n\n') + 1);
    const name = readName(text, start, from + index);
    if (name && from + index - name.end < 20 && !DECIDES.test(plain(name.text)))
      best = { name, side: 'to', by: 'asker' };
  }
  return best;
}

const THIS_SUM_TO =
  /\b(?:vers|revers|attribu|allou|octroy|regl|remett|donn)[a-z]* (?:integralement |ensuite )?(?:cette (?:somme|subvention|participation|contribution|cotisation|aide)|ce (?:montant|don)|celle-ci) (?:a la |a l' ?|aux |au |a )(?=\S)/;

/** "La contribution s'élève à 450 €. Le Conseil décide de verser cette somme au SDIS": who receives, said further on. */
export function receiverOfThisSum(text: string, at: number, end: number): Given | undefined {
  const found = THIS_SUM_TO.exec(flatOf(text, at, end));
  const name = found ? nameAt(text, at + found.index, found, end) : undefined;
  return name && { name, side: 'to', by: 'à' };
}

const TO_ONE = "(?:€|euros?)\\s(?:a la |a l'|aux? )[^€.;]{3,60}";
const RUN = new RegExp(TO_ONE.repeat(3));
/** "50 € à la chasse, 300 € aux cyclos, 600 € au judo": only a run of such sums tells that they receive. */
export const isRunOfPlayers = (text: string): boolean => RUN.test(plain(text).replace(/\n/g, ' '));

/** Clubs by what they play: "300 € aux cyclos, 600 € à la danse". */
export function playersAfter(text: string, at: number, end: number): string | undefined {
  const found = /^\s(?:à la|à l['’]|aux|au)\s?(\p{Ll}[\p{L}'’ -]{2,40}?)(?=\s*(?:[,;.(]|\set\s|$))/u.exec(
    text.slice(at, end),
  );
  return found ? fold(found[1]!) : undefined;
}

/** Receivers without a name: "versés à 3 394 jeunes", "reversés à des partenaires locaux". */
export function crowdAfter(text: string, at: number, end: number): string | undefined {
  const flat = flatOf(text, at, end);
  const found =
    /^[^.;:€]{0,40}?(?:vers|attribu|distribu|octroy)\w*\s+(?:a|aux)\s+(?:des\s+)?((?:\d[\d ]*\s)?[a-z-]{4,}(?:\s(?!de\b|du\b|des\b|pour\b|dans\b|menant\b|au\b|a\b)[a-z-]{3,})?)/.exec(
      flat,
    );
  if (!found || /signature|reception|titre|issue|hauteur|compter|notification/.test(found[1]!)) return undefined;
  const start = at + found.index + found[0].length - found[1]!.length;
  return fold(text.slice(start, start + found[1]!.length));
}

/** Who gives, said right behind the sum: "26 € provenant de X", "… versée par X". */
export function giverAfter(text: string, at: number, end: number): Given | undefined {
  const flat = flatOf(text, at, end);
  for (const pattern of [FROM_AFTER, FROM_FURTHER]) {
    const found = pattern.exec(flat.slice(0, 140).replace(/;.*$/s, ''));
    // "…, les frais de notaire à la charge de X", "…, et auprès de X": these are another sum.
    if (found && /\bfrais\b|,? et $/.test(flat.slice(0, found.index))) continue;
    const name = found ? nameAt(text, at + found.index, found, end) : undefined;
    if (found && name) return { name, side: 'from', by: found[0].trim() };
  }
  return undefined;
}

/** "reçu 80 000 € de l'État, 45 000 € de la Région": who gave what was received stands right behind it. */
export function giverOf(text: string, at: number, end: number): Given | undefined {
  const found = /^\s?(?:de la |de l' ?|des |du |de |d')(?=\S)/.exec(flatOf(text, at, end));
  const name = found ? nameAt(text, at, found, end) : undefined;
  return found && name ? { name, side: 'from', by: found[0].trim() } : undefined;
}

const GOES_ON = /^[\s,;]*(?:et |puis |ainsi qu[e'] ?)(?:a la |a l'|aux |au |a )/;

/** Who receives, said before the sum in its sentence: "verser à l'association X une subvention de". The last one. */
export function receiverBefore(text: string, from: number, at: number, since = from): Given | undefined {
  const flat = flatOf(text, from, at);
  // "…, et à l'association Y une somme de": the verb stands before the sum that precedes.
  const given = GIVE.test(flat) || (GOES_ON.test(flat) && GIVE.test(flatOf(text, since, from)));
  if (!given) return undefined;
  let best: Given | undefined;
  for (const found of flat.matchAll(TO_BEFORE)) {
    const before = flat.slice(Math.max(0, found.index - 24), found.index);
    if (
      /(?:s'eleve|porte[er]?|fixee?|estimee?|jusqu|rapport|conforme\w*|par rapport|grace|suite|relati\w*|face|droit|montant|egale?|concern\w*|quant|lors|aide|participe\w*|domicilie\w*|situe\w*|sise?|siege|implante\w*|installe\w*) $/.test(
        before,
      )
    )
      continue;
    const name = nameAt(text, from + found.index, found, at);
    if (!name) continue;
    if (/aupres|par/.test(before.slice(-8))) continue;
    best = { name, side: 'to', by: 'à' };
  }
  return best;
}

/** Only a body stands behind these words, whatever its name: "redevance due par X". */
const PAID_BY =
  /(?:due?s?|versee?s?|payee?s?|acquittee?s?|reglee?s?|facturee? a|prise? en charge) pa(?:r la |r l'|r les |r le |r )$/;

/** Who gives, said before the sum: "la participation de la Région s'élève à", "sollicite auprès de X". The last one. */
export function giverBefore(text: string, from: number, at: number): Given | undefined {
  const flat = flatOf(text, from, at);
  let best: Given | undefined;
  for (const found of flat.matchAll(FROM_BEFORE)) {
    const name = nameAt(text, from + found.index, found, at);
    if (name) best = { name, side: 'from', by: found[0].trim(), firm: PAID_BY.test(found[0]) };
  }
  return best;
}

/** A verb of giving or paying behind its subject. */
export const SUBJECT_VERB =
  /^[^.;:]{0,40}?\s(?:versera|verse|attribue(?:ra)?|accorde(?:ra)?|alloue(?:ra)?|octroie(?:ra)?|soutient|soutiendra|finance(?:ra)?|participe(?:ra)?|contribue(?:ra)?|apporte(?:ra)?|s'engage a (?:verser|financer|attribuer|soutenir|participer)|(?:a )?decide d(?:e |')(?:attribuer|accorder|verser|allouer|octroyer)|donne(?:ra)?|fait don|prend(?:ra)? en charge|s'acquitte(?:ra)?|supporte(?:ra)?|rembourse(?:ra)?|(?:nous |l')aide(?:ra)?|a accorde|a attribue|a alloue|a octroye|a notifie|notifie|a verse|prevoit|souhaite|reglera|paiera|offre|propose|met a (?:la )?disposition|indemnise(?:ra)?|(?:peut|pourra|pourrait|doit|devra|devrait|va|serait susceptible de) (?:aider|financer|soutenir|participer|contribuer|intervenir|verser|subventionner|apporter|accorder|attribuer|allouer))\b/;

/** A name in capitals inside a sentence that is not: "ENEDIS versera". */
const ACRONYM = /^\p{Lu}[\p{Lu}\d&.-]{2,}(?: \p{Lu}{2,}){0,2}$/u;

/** What may stand before a subject: "Par délibération du 5 mars, la Région …", "le Maire informe que la Région …". */
const OPENERS = [
  /^[ \t]*article \S{1,5}[ \t]*[-:.]+[ \t]*/,
  /^[^:.;€]{3,60}:\s+(?=la |le |l'|les )/,
  /^[\s–•-]*(?:par|lors de|suite a|dans le cadre|conformement|en|apres|au titre|pour|depuis|a cet effet)\b[^;.€]{3,120}?,\s+(?=la |le |l'|les )/,
  /\bque\s+(?=la |le |l'|les )(?!.*\bque\s+(?:la |le |l'|les ))/s,
];

/** The subject of the giving: "La Ville versera …". */
export function subject(text: string, from: number, at: number): Given | undefined {
  const flat = plain(text.slice(from, Math.min(at, from + 600)));
  for (const opener of [/^/, ...OPENERS]) {
    const found = opener.exec(flat);
    const given = found ? subjectAt(text, from + found.index + found[0].length, at) : undefined;
    if (given) return given;
  }
  return undefined;
}

/** "…, la commune paiera donc 50 €": the subject of the last clause before the sum. */
export function clauseSubject(text: string, from: number, at: number): Given | undefined {
  const clause = /^[^()]*,\s(?:et\s)?(?=la |le |l['’]|les )/u.exec(text.slice(from, at));
  return clause ? subjectAt(text, from + clause[0].length, at) : undefined;
}

/** "…, et la Région à hauteur de 30 %, soit 60 €": another giver, for whom the verb stands before. */
export function coordinated(text: string, from: number, at: number): Given | undefined {
  const joint = /^[^.:€]*(?:(?<!\p{L})(?:et|puis)|[,;])\s+(?:par\s+)?(?=[Ll]a |[Ll]e |[Ll]['’]|[Ll]es |\p{Lu})/u.exec(
    text.slice(from, at),
  );
  if (!joint) return undefined;
  const name = readName(text, from + joint[0].length, at);
  const share = name && plain(text.slice(name.end, at)).replace(/\n/g, ' ');
  return name && share && SHARE.test(share) ? { name, side: 'from', by: 'subject' } : undefined;
}

const SHARE =
  /^(?: \([^()]{2,40}\))?(?: (?:au titre|dans le cadre) d[^,;.€()]{3,50}?)? (?:(?:a hauteur de|a concurrence de|pour)\b[^.;:€]{0,30})?$/;

function subjectAt(text: string, from: number, at: number): Given | undefined {
  const person = readPerson(text, from, false, at);
  const name: Name | undefined = person ? { ...person, bare: false, kind: 'person' } : readName(text, from, at);
  if (!name) return undefined;
  const behind = plain(text.slice(name.end, at)).replace(/\n/g, ' ');
  if (!SUBJECT_VERB.test(` ${behind}`)) return undefined;
  return { name, side: 'from', by: 'subject', firm: ACRONYM.test(name.text) && behind.startsWith(' ') };
}

/** The name behind what was matched at `base`; a person where a civility announces one. */
function nameAt(text: string, base: number, found: RegExpExecArray | RegExpMatchArray, end: number): Name | undefined {
  let at = base + found[0].length;
  // "l'entreprise X": the common noun is read with the name.
  const common = /(?:entreprise|societe) $/.exec(found[0]);
  if (common) at = at - common[0].length;
  // "à des associations": nobody in particular.
  if (/^des\s/i.test(text.slice(at, at + 4))) return undefined;
  if (
    /^(?:conseil (?!departemental|regional|general)|assemblee|bureau|commission|comite syndical)\b/.test(
      plain(text.slice(at, at + 40)),
    )
  )
    return undefined;
  const person = readPerson(text, at, false, end);
  if (person) return { start: person.start, end: person.end, text: person.text, bare: false, kind: 'person' };
  return readName(text, at, Math.min(end, at + 160));
}
