import { plain } from '../acts/plain.js';
import { readName } from '../parties/name.js';
import { readPerson } from '../parties/person.js';
import type { Context } from './context.js';
import type { Dealing } from './dealing.js';
import type { Place } from './place.js';
import type { Sum } from './sum.js';
import { sentenceAround } from './units.js';
import { resolve } from './who.js';

const ESTIMATED = /(?<!\bmontants? (?:[a-z]+ )?)\b(?:estim|evalu)(?:e|ee|es|ees|ation)\b[^.;€]{0,40}$/;

/** What something is thought to be worth: nobody pays it. */
export const estimate: Dealing = (_, sum, { said }) => {
  if (sum.nature === 'price' && ESTIMATED.test(said))
    Object.assign(sum, { taken: true, payer: undefined, beneficiary: undefined });
};

/** Who buys from the town, or sells to it. */
export const trade: Dealing = (context, sum, place) => {
  const { unit, heading } = place;
  if (sum.nature !== 'price' || sum.taken || (sum.payer && sum.payer !== context.actorName)) return;
  if (sells(context, sum, place)) return;
  const { text, title } = context;
  const said = `${heading} ${title} ${text.slice(unit.start, unit.end)}`;
  if (sell(context, sum, said) || buy(context, sum) || sum.beneficiary) return;
  if (!sell(context, sum, `${title} ${text.slice(Math.max(0, unit.start - BEFORE), unit.end)}`) && !sum.beneficiary)
    sell(context, sum, text.slice(unit.start, unit.end + BEFORE));
};

/** Who sells, or buys, may be said that far from the price. */
const BEFORE = 500;

const SELLS =
  /^[^.;:]{0,20} (?:accepte|propose|souhaite|consent) (?:a |de |d')?(?:la |le |les |lui |l')?(?:ceder|vendre)\b|^ (?:vend|cede)\b/;

/** "la SCI X accepte de le céder pour la somme de": the subject sells to the town. */
function sells(context: Context, sum: Sum, { sentence }: Place): boolean {
  const { text } = context;
  const opening = /^[^.;:€]{0,60}, (?=la |le |l['’])/iu.exec(text.slice(sentence.start, sum.start))?.[0].length ?? 0;
  const at = sentence.start + opening;
  const person = readPerson(text, at, false, sum.start);
  const name = person ? undefined : readName(text, at, sum.start);
  const end = person?.end ?? name?.end;
  if (end === undefined || !SELLS.test(plain(text.slice(end, sum.start)).replace(/\n/g, ' '))) return false;
  const seller = person?.text ?? resolve(context, name)?.name;
  if (!seller || seller === context.actorName) return false;
  Object.assign(sum, { payer: context.actorName, beneficiary: seller });
  return true;
}

const WISHES =
  /\b(?:souhaite|desire|propose d'|demande a|se porte|s'engage a|a sollicite l') ?(?:acquerir|acheter|acquereur|acquisition|achat)\b/;

/** "La SARL X souhaite acquérir le lot 4. Le prix est fixé à": who wishes to buy pays the town. */
function buy(context: Context, sum: Sum): boolean {
  const from = Math.max(0, sum.start - BEFORE);
  const before = context.text.slice(from, sum.start);
  const wish = WISHES.exec(plain(before).replace(/\n/g, ' '));
  if (!wish) return false;
  const { start } = sentenceAround(context.text, from, sum.start, from + wish.index);
  const block = context.text.lastIndexOf('\n', from + wish.index) + 1;
  const at = Math.max(start, block);
  const person = readPerson(context.text, at, false, sum.start);
  const name = person?.text ?? resolve(context, readName(context.text, at, from + wish.index))?.name;
  if (!name || name === context.actorName) return false;
  sum.payer = context.roster.find(name)?.name ?? name;
  sum.beneficiary = context.actorName;
  return true;
}

/** "cession au profit de M. X", "acquisition d'une parcelle appartenant à X". */
function sell(context: Context, sum: Sum, about: string): boolean {
  const flat = plain(about);
  const sale =
    /(?:cession|vente|ceder|vendre|aliener|alienation)[^.;]{0,160}?(?:au profit d(?:e la |e l'|es |u |e |')|\ba (?=monsieur|madame|m\.|mme|la s|l'))/.exec(
      flat,
    );
  const purchase =
    /(?:acquisition|acquerir|achat|acheter)[^.;]{0,160}?(?:appartenant (?:a la |a l'|aux |au |a )|aupres d(?:e la |e l'|es |u |e |')|propriete d(?:e la |e l'|es |u |e |'))/.exec(
      flat,
    );
  const found = sale ?? purchase;
  if (!found) return false;
  const at = found.index + found[0].length;
  const person = readPerson(about, at);
  const name = person ? { text: person.text, kind: 'person' as const } : readName(about, at);
  if (!name || ('bare' in name && name.bare)) return false;
  const { actorName } = context;
  if (sale) {
    sum.payer = name.text;
    sum.beneficiary = actorName;
  } else {
    sum.beneficiary = name.text;
    sum.payer = actorName;
  }
  const start = context.text.indexOf(name.text);
  if (start >= 0 && !context.roster.find(name.text, name.kind === 'person' ? 'person' : undefined)) {
    const kind = name.kind ?? 'company';
    context.roster.add({
      name: name.text,
      kind,
      start,
      end: start + name.text.length,
      extractor: 'parties/sale',
      roles: ['beneficiary'],
    });
  }
  return true;
}
