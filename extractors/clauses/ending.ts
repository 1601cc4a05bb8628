import { readingsOf } from '../../models/act.js';
import type { Clause } from '../../models/records.js';
import { fold } from '../parties/name.js';
import type { Contract } from './contract.js';

const TACIT =
  /\btacite(?:ment)?\b[^.;]{0,14}(?:recondu|renouvel)|(?:recondu|renouvel)\w*[^.;]{0,50}\btacite(?:ment)?\b/;
const NOT =
  /\b(?:ne (?!.{0,80}\bque\b)|n'|sans |exclu\w* |non |pas de |aucune? )[^.;]{0,70}(?:tacite|recondu|renouvel)/;
const RENEWED = /\b(?:renouvel\w+|reconduct\w+|reconduit\w*)\b/g;
/** "la convention pourra être renouvelée": of the contract, not of a vehicle. */
const OF_CONTRACT = /\b(?:convention|contrat|avenant|bail|elle|celle-ci|il|reconduction|partenariat|conclue?|duree)\b/;

/** Whether the contract goes on by itself: `tacit`, `express` (only where it is said anew) or `excluded`. */
export function renewalOf(contract: Contract): Clause | undefined {
  for (const { index } of contract.flat.matchAll(RENEWED)) {
    const { start, end } = contract.sentence(index);
    const said = contract.flat.slice(start, end);
    if (!OF_CONTRACT.test(said)) continue;
    const value = NOT.test(said) ? 'excluded' : TACIT.test(said) ? 'tacit' : 'express';
    return contract.clause('renewal', start, end, value);
  }
  return undefined;
}

const NOTICE_BEFORE = /\bpreavis\b[^.;]{0,50}$/;
const NOTICE_BEHIND =
  /^[^.;]{0,25}\bpreavis\b|^ (?:au moins |au plus tard )?(?:avant (?:la |son |l'|chaque |le )?(?:date|fin|expiration|echeance|terme)|a l'avance)/;
const ENDING = /\b(?:resili\w+|denonc\w+|mettre fin|mis fin|preavis|se retirer|retrait)\b/;
const FORMAL_BEFORE =
  /\b(?:expiration|issue|terme|dans|apres|sous)\b[^.;]{0,24}\bdelai\b[^.;]{0,14}$|mise en demeure[^.;]{0,80}$/;
const FORMAL_BEHIND = /^[^.;]{0,60}\b(?:suivant|apres|a compter|mise en demeure|lettre recommandee)\b/;

/** The time between saying that it ends and the end: a notice, or what a formal notice leaves to mend a breach. */
export function noticesOf(contract: Contract): Clause[] {
  const found: Clause[] = [];
  for (const { start, end, value } of readingsOf(contract.act, 'duration')) {
    if (start >= contract.flat.length) continue;
    const sentence = contract.sentence(start);
    if (!ENDING.test(contract.flat.slice(sentence.start, sentence.end))) continue;
    const before = contract.flat.slice(Math.max(sentence.start, start - 120), start);
    const behind = contract.flat.slice(end, Math.min(sentence.end, end + 90));
    const kind =
      NOTICE_BEFORE.test(before) || NOTICE_BEHIND.test(behind)
        ? 'notice'
        : FORMAL_BEFORE.test(before) && FORMAL_BEHIND.test(behind)
          ? 'formal_notice'
          : undefined;
    if (kind && !found.some((other) => other.kind === kind)) found.push(contract.clause(kind, start, end, value.value));
  }
  return found;
}

/** Who may end the contract and when: the first sentence of its article, else the first that says so. */
export function terminationOf(contract: Contract): Clause | undefined {
  const article = contract.titled(/resiliation|denonciation|rupture|retrait|fin de la convention/);
  const flat = contract.flat;
  const [from, to] = article ? [article.headEnd, article.end] : [0, flat.length];
  const found = /\b(?:resilie\w*|resiliation|denoncee?\w*|mettre fin|mis fin|se retirer)\b/.exec(flat.slice(from, to));
  if (!found) return undefined;
  const { start, end } = contract.sentence(from + found.index);
  return contract.clause('termination', start, end);
}

const COURT =
  /(?:tribunal (?:administratif|judiciaire|de commerce|de grande instance|d'instance)|tribunaux|juridictions?)(?: (?:territorialement )?competente?s?)?/g;
const DISPUTE =
  /\b(?:litiges?|contestations?|differends?|recours|contentieux|desaccords?|competence|competent\w*|conflits?)\b/;

/** The court before which disputes are brought, as written: "Tribunal administratif de Valmont". */
export function courtOf(contract: Contract): Clause | undefined {
  for (const { index, 0: words } of contract.flat.matchAll(COURT)) {
    const sentence = contract.sentence(index);
    const article = contract.articleAt(index);
    const about = contract.flat.slice(article?.start ?? sentence.start, index);
    if (!DISPUTE.test(about)) continue;
    const behind = contract.text.slice(index + words.length, index + words.length + 60);
    const seat =
      /^\s(?:de\s|d['’]|du\s)(?:la\s|le\s)?\p{Lu}[\p{L}'’]*(?:[\s-](?:(?:sur|en|lès|de|la|le)[\s-])?\p{Lu}[\p{L}'’]+)*/u.exec(
        behind,
      );
    const end = index + words.length + (seat?.[0].length ?? 0);
    return contract.clause('court', index, end, fold(contract.text.slice(index, end)));
  }
  return undefined;
}
