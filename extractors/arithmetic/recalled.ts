import type { Relation } from '../../models/records.js';
import { plain, unbroken } from '../acts/plain.js';
import breakdown from './breakdown.js';
import type { Figure } from './figures.js';
import grandTotal from './grand-total.js';
import { type Context, defineRelation, one, sum } from './relation.js';

const ID = 'arithmetic/recalled';
/** "les huit structures précédemment citées", "les 4 associations ayant déjà été recensées". */
const RECALLED =
  /^ (?:[a-z'-]+ ){1,5}?(?:sus-?)?(?:citee?s|visee?s|mentionnee?s|enumeree?s|recensee?s|listee?s|designee?s|nommee?s|ci-dessus)\b/;
/** Whatever the parts are, they are these. */
const ANY =
  /^ (?:structures?|organismes?|associations?|entites?|beneficiaires?|partenaires?|etablissements?|collectivites?|acteurs?|membres?|services?)\b/;
/** "sept maisons de l'emploi et à l'association": so many, and one more. */
const AND_ONE = /^ [a-z](?:[a-z' ()-]){2,60}? et (?:a |de |d')?(?:l'|une? |la |le )[a-z]/;
/** A list is recalled no further below than this. */
const REACH = 2500;

/** A number that recalls what the act has listed or named before: it counts them. */
export default defineRelation({
  id: ID,
  title: 'Nombre qui rappelle ce que l’acte a énuméré : « les huit structures précédemment citées »',
  reads: {
    'Le conseil accorde 900 € :\n- 400 € à la Chorale ;\n- 200 € au Ciné-club ;\n- 300 € au Judo.\n\nLe maire signe avec les trois associations citées ci-dessus.':
      ['1 + 1 + 1 = 3'],
    'Soutien à sept maisons de quartier et à l’association Horizon. Le président signe avec les huit structures précédemment citées.':
      ['7 + 1 = 8'],
  },
  ignores: [
    'Soutien à sept maisons de quartier et à l’association Horizon. Les huit communes votent.',
    'Soutien à six maisons de quartier et à l’association Horizon. Les huit structures précédemment citées.',
  ],
  *find(context: Context): Iterable<Relation> {
    const { act } = context;
    const text = unbroken(plain(act.passage.text.slice(0, act.passage.bodyEnd)));
    const counts = context.figures.filter(
      ({ unit, step, yearLike, signed, end }) =>
        unit === '' && step.equals(1) && !yearLike && !signed && end <= text.length,
    );
    for (const count of counts) {
      const after = text.slice(count.end, count.end + 110);
      if (count.value.lessThan(2) || count.value.greaterThan(60) || !RECALLED.test(after)) continue;
      const listed = listsOf(context).findLast(
        (parts) => parts.at(-1)!.end < count.start && count.start - parts.at(-1)!.end < REACH,
      );
      if (listed && count.value.equals(listed.length)) yield sum(act, ID, count, listed);
      const more = ANY.test(after) ? oneMore(text, counts, count) : undefined;
      if (more) yield sum(act, ID, count, more);
    }
  },
});

/** The lists whose sums hold, each as so many things. */
const listsOf = (context: Context): Figure[][] =>
  [...breakdown.find(context), ...grandTotal.find(context)]
    .filter(({ holds }) => holds)
    .map(({ terms }) =>
      terms
        .filter(({ role }) => role === 'part')
        .map(({ span }) => one(context.act.passage.offsetOf(span.page, span.start)!, span.end - span.start)),
    );

/** "sept maisons et l'association" before "les huit structures". */
function oneMore(text: string, counts: readonly Figure[], count: Figure): Figure[] | undefined {
  const several = counts.findLast(
    ({ end, value }) =>
      end < count.start && value.plus(1).equals(count.value) && AND_ONE.test(text.slice(end, end + 90)),
  );
  if (!several) return undefined;
  const end = several.end + AND_ONE.exec(text.slice(several.end, several.end + 90))![0].length;
  const another = text.lastIndexOf(' et ', end) + 1;
  return [several, one(another, end - another)];
}
