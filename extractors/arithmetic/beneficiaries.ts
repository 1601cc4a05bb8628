import type { Relation } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import type { Figure } from './figures.js';
import { type Item, itemsOf } from './layout.js';
import { type Context, defineRelation, makes, show, slipped, spanOf, sum } from './relation.js';

/** What one beneficiary is given in several sections of an act makes the amount beside its name in the summary. */
export default defineRelation({
  id: 'arithmetic/beneficiaries',
  title: 'Parts d’un même bénéficiaire, réparties dans plusieurs sections, et son montant dans la synthèse',
  reads: {
    'Un financement de 40 000 € pour chaque entité :\n\n- Horizon Emploi propose des ateliers.\n\nFacilitateurs :\n\n- 15 000 € à l’association Horizon Emploi pour un poste ;\n- 25 000 € à Cap Avenir.\n\nSynthèse :\n\n55 000 € à Horizon Emploi ;\n\n65 000 € à Cap Avenir.':
      ['40000 + 15000 = 55000', '40000 + 25000 = 65000'],
  },
  ignores: ['- 15 000 € à Horizon ;\n- 25 000 € à Cap Avenir ;\n- 40 000 € à la Mairie'],
  *find({ act, figures }: Context): Iterable<Relation> {
    const text = act.passage.text.slice(0, act.passage.bodyEnd);
    const gifts = itemsOf(text, figures)
      .filter(({ row }) => !row)
      .map(giftOf)
      .filter((gift) => gift !== undefined);
    if (gifts.length < 3) return;
    const each = figures.filter(
      ({ unit, end }) =>
        unit === 'EUR' &&
        /^[^.;\d]{0,30}(?:\bchaque|\bchacun|\bpar (?:entit[ée]|association|structure|b[ée]n[ée]ficiaire|commune))/i.test(
          text.slice(end, end + 50),
        ),
    );
    const slips: { at: number; relation: Relation }[] = [];
    const held = new Set<number>();
    for (let i = 1; i < gifts.length; i += 1) {
      const { amount, name } = gifts[i]!;
      const own = gifts.slice(0, i).filter((gift) => same(gift.name, name));
      const parts = own.map((gift) => gift.amount).filter(({ value }) => value.lessThan(amount.value));
      // What came again after an earlier summary is that summary's.
      const given = each.filter(({ start }) => start < amount.start);
      const tries: Figure[][] = [parts, ...given.map((figure) => [figure, ...parts])];
      const made = tries.find((some) => some.length >= 2 && makes(amount, some));
      const slip = made ? undefined : tries.find((some) => some.length >= 2 && slipped(amount, some));
      if (!made) {
        if (slip) slips.push({ at: i, relation: sum(act, 'arithmetic/beneficiaries', amount, slip) });
        continue;
      }
      held.add(i);
      const stated = sum(act, 'arithmetic/beneficiaries', amount, made);
      // The same amount beside the same name, further on: the summary and the decision say it twice.
      const again = gifts.slice(i + 1).find((gift) => gift.amount.value.equals(amount.value) && same(gift.name, name));
      yield again
        ? {
            ...stated,
            terms: [
              ...stated.terms,
              { role: 'result', value: show(again.amount.value), span: spanOf(act, again.amount) },
            ],
          }
        : stated;
    }
    // Where the other beneficiaries show that the act adds up its sections, one that is a digit off is a mistake.
    for (const { at, relation } of slips.length <= 2 && held.size >= 3 ? slips : []) {
      if (held.has(at - 1) && (held.has(at + 1) || at + 1 === gifts.length || held.has(at - 2))) yield relation;
    }
  },
});

interface Gift {
  readonly amount: Figure;
  readonly name: ReadonlySet<string>;
}

const TO =
  /^\s*(?:[àa]|au|aux|pour|en faveur (?:de|du)|au profit (?:de|du))\s+(?:(?:l['’]\s?)?association\s+|la\s+|le\s+|les\s+|l['’]\s?)*/i;

/** "- 15 000 € à l'association Horizon pour …": an item that opens with an amount and names who gets it. */
function giftOf(item: Item): Gift | undefined {
  const amount = item.figures.find(({ unit }) => unit === 'EUR');
  if (!amount || amount.start - item.start > 24) return undefined;
  const after = item.text.slice(amount.end - item.start).replace(/\s+/g, ' ');
  const to = TO.exec(after);
  if (!to) return undefined;
  const name: string[] = [];
  for (const word of after.slice(to[0].length, to[0].length + 120).split(/ /)) {
    const bare = word.replace(/[,;:.()»"]+$/, '');
    if (
      !/^[«"(]?(?:[\p{Lu}\d]|[ld]['’]\p{Lu})/u.test(bare) &&
      !(name.length > 0 && /^(?:de|du|des|d['’]\S*|et|la|le|les|l['’]\S*|-|à|en)$/i.test(bare))
    )
      break;
    name.push(bare);
    if (bare !== word) break;
  }
  const tokens = plain(name.join(' '))
    .split(/[^a-z0-9]+/)
    .filter((token) => token.length > 2 && !['des', 'les', 'association', 'pour'].includes(token));
  return tokens.length === 0 ? undefined : { amount, name: new Set(tokens) };
}

/** The same beneficiary, written more or less in full. */
function same(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  // "MJC du Vexellois" and "Maison des Jeunes et de la Culture du Vexellois".
  const letters = [...large].map((token) => token[0]).join('');
  const [first, ...rest] = small;
  if (first !== undefined && first.length <= 6 && first.length >= 3 && large.size >= first.length) {
    if (letters.startsWith(first) && rest.length > 0 && rest.every((token) => large.has(token))) return true;
  }
  let common = 0;
  for (const token of small) if (large.has(token)) common += 1;
  return common === small.size && (small.size >= 2 || large.size === 1 || [...small][0]!.length >= 5);
}
