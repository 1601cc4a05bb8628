import { Decimal } from 'decimal.js';
import type { Act } from '../../models/act.js';
import type { Heading } from '../../models/document.js';
import type { Page } from '../../models/page.js';
import type { Amount, Nature } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { isTitle } from './captions.js';
import { gridOf, soleFigure } from './grid.js';
import { type Item, itemsOf } from './items.js';
import { yearOfHeading } from './period.js';
import { nominal, sentenceCase, trimmed, withoutPartitive } from './phrase.js';
import { scopeOf } from './scope.js';

/** What an amount may be, by the words that say what it is for; the first that fits wins. Texts are plain. */
const NATURES: readonly (readonly [Nature, RegExp])[] = [
  ['result', /\b(?:resultats?(?! (?:d'insertion|obtenus))|excedents?|deficits?|benefices? (?:net|de)|pertes?)\b/],
  [
    'allowance',
    /\b(?:allocations?|aides? (?:ponctuelles?|financieres?|individuelles?|d'urgence|attribuees?|aux|au)|demandes? d'aides?|bourses?|indemnites?|gratifications?|secours|primes?|enveloppe scolaire|verses? (?:aux?|a) (?:jeunes?|familles?|beneficiaires?)|fajem?|pret d'honneur)\b/,
  ],
  [
    'price',
    /\b(?:prix|tarifs?|cout (?:unitaire|horaire|moyen)|coute(?:nt)?|adhesions? (?:a|de)|parrainages? a|montant annuel)\b/,
  ],
  ['advance', /\b(?:avances?|acomptes?)\b/],
  [
    'grant',
    /\b(?:subventions?|dotations?|financements?|cofinancements?|concours financier|mecenat|fse|feder|appels? a projets?|aides? (?:apportee|alimentaire|octroyee|annuelle|au fonctionnement)|conventionnement)\b/,
  ],
  ['total', /\b(?:total|totaux|totale|cout total|montant global|au total)\b/],
  [
    'revenue',
    /\b(?:produits?|recettes?|chiffre d'affaires|cotisations?|dons?|ventes?|ressources|recolte(?:r|s|es)?|rapporte|recueilli(?:s|es)?|donne(?:s|es|e)?|recu(?:s|es|e)?|collecte(?:s|r|es)?|reverse(?:e|es|s)?|somme)\b/,
  ],
  [
    'expense',
    /\b(?:charges?|depenses?|frais|achats?|salaires?|masse salariale|remunerations?|loyers?|investissements?|travaux|paye(?:s|e|es)?|depense)\b/,
  ],
  ['balance', /\b(?:soldes?|tresorerie|encours|dettes?|fonds propres|reserves?|en caisse|en banque)\b/],
  ['budget_line', /\b(?:budgets?|enveloppes?|credits?)\b/],
];
const NEXT_SUM = /[+-]? ?\d[\d .,]* ?(?:[km]?€|eur\b|euros?\b|vnd\b|usd\b|francs?\b)/;
/** Bodies that fund, as row labels and lists name them. Texts are plain. */
const FUNDER =
  /^(?:l'|la |le |les )?(?:etat|union europeenne|europe|fse|feder|region|departement|conseil (?:regional|departemental|general)|communes?|ville|mairie|metropole|communaute|agglomeration|intercommunalite|epci|caf|cnaf|msa|cpam|ars|drac|ddets|dreets|direccte|dreal|prefecture|ministere|agence|anct|ademe|pole emploi|france travail|fonjep|fondation|uniformation|collectivites?|bailleurs?|mecenes?|ccas|cnc|cnl|caisse)(?![a-z])/;
const GIVEN =
  /\b(?:subventions?|financements?|financeurs?|produits|ressources|recettes|concours|soutiens?|participations?)\b/;
const RECEIVED =
  /\b(?:recu(?:e|s|es)?|recoi(?:t|vent)|percu(?:e|s|es)?|percoi(?:t|vent)|obtenu(?:e|s|es)?|beneficie)\b/;
const TOTAL_ROW = /^\s*(?:sous[- ])?(?:total|totaux|ensemble)\b/;
const VARIATION = /\b(?:variations?|evolutions?|ecarts?|progressions?|differences?)\b/;
const FUNDERS =
  /\b(?:financeurs?|partenaires? financiers?|origine|bailleurs? de fonds|subventions? par|collectivites?)\b/;
const NOT_A_FUNDER =
  /^\s*(?:(?:sous[- ])?total|ensemble|charges?|produits?|achats?|autres? (?:produits?|charges?)|resultat|fonctionnement|investissement|annee|mois|\d)/;

/**
 * What the sums of a report mean: results, revenues, expenses, subsidies by funder or programme, allowances; with their
 * year, their label as purpose, and their sign. Bare cells of a table in euros (or k€, M€) become amounts too.
 */
export function reportMoney(act: Act, amounts: readonly Amount[], heading: Heading): Amount[] {
  const reader = new MoneyReader(act, heading);
  return reader.read(amounts);
}

interface Surroundings {
  readonly item: Item;
  readonly scope: string;
  readonly title: string;
  readonly year: number | undefined;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

class MoneyReader {
  readonly #places: Surroundings[] = [];
  readonly #issuer: string | undefined;
  #last: Amount | undefined;

  constructor(
    readonly act: Act,
    heading: Heading,
  ) {
    this.#issuer = heading.issuer;
    const items = itemsOf(act);
    let scope = '';
    let title = '';
    let level = 9;
    let year = heading.year;
    items.forEach((item, index) => {
      if (item.kind === 'heading' || isTitle(item)) {
        if (item.level > level) title = scope;
        scope = scopeOf(item.text) || scope;
        level = item.level;
        const stated = yearOfHeading(item.plain);
        year = stated === undefined ? heading.year : Number(stated.slice(-4));
      }
      this.#places.push({ item, scope, title, year, before: items[index - 1], after: items[index + 1] });
    });
  }

  read(amounts: readonly Amount[]): Amount[] {
    const placed = amounts.map((amount) => ({
      amount,
      at: this.act.passage.offsetOf(amount.span.page, amount.span.start) ?? 0,
    }));
    const meant: Amount[] = [];
    const inTables = new Set<Amount>();
    for (const place of this.#places) {
      if (place.item.table === undefined) continue;
      const page = this.act.pages.find(({ number }) => number === place.item.page)!;
      for (const [amount, told] of this.#table(page, place, placed)) {
        if (amount) inTables.add(amount);
        meant.push(told);
      }
    }
    for (const { amount, at } of placed.sort((a, b) => a.at - b.at)) {
      if (inTables.has(amount)) continue;
      const place = this.#placeOf(at);
      const told = place ? this.#sentence(amount, at, place) : amount;
      meant.push(told);
      this.#last = told;
    }
    return meant.sort((a, b) => a.span.page - b.span.page || a.span.start - b.span.start);
  }

  /** The item that holds an offset: items stand in order. */
  #placeOf(at: number): Surroundings | undefined {
    let low = 0;
    let high = this.#places.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#places[middle]!.item.start <= at) low = middle;
      else high = middle - 1;
    }
    const place = this.#places[low];
    return place && place.item.start <= at && at < place.item.end ? place : undefined;
  }

  /** An amount of running text, of a line "label : amount", or of a big figure over its caption. */
  #sentence(amount: Amount, at: number, place: Surroundings): Amount {
    const { item } = place;
    const from = at - item.start;
    const to = from + amount.span.end - amount.span.start;
    const back = Math.max(0, from - 500);
    const run = item.plain.slice(back, from);
    const begin = back + Math.max(run.lastIndexOf('. ') + 1, run.lastIndexOf('; ') + 1, 0);
    const stop = /[.;](?= |$)/.exec(item.plain.slice(to, to + 600));
    const end = stop ? to + stop.index : Math.min(item.plain.length, to + 600);
    const before = item.text.slice(this.#opening(item, begin, from), from);
    const following = NEXT_SUM.exec(item.plain.slice(to, end));
    const after = item.text.slice(to, following ? to + following.index : end);
    const beforePlain = plain(before);
    const afterPlain = plain(after);
    const previous = this.#last;
    const sameSentence =
      previous !== undefined && this.#between(previous, amount) < 40 && /[(\d€]|contre/.test(beforePlain);

    const compared =
      /(?:contre|\(|au lieu de|apres|pour memoire) ?[+-]? ?$/.test(beforePlain) &&
      /^ ?(?:en|pour|au titre de) ?(?:19|20)\d\d/.test(afterPlain.trim());
    if (compared && sameSentence) {
      const year = Number(/(?:19|20)\d\d/.exec(afterPlain)![0]);
      return { ...amount, ...kept(previous), fiscalYear: year };
    }
    const raw = item.text.slice(from, to);
    if (
      /^[+–−-]/.test(raw.trim()) &&
      previous !== undefined &&
      /^ ?(?:\([^)]*%\)|[+-]? ?\d+(?:,\d+)? ?%)? ?(?:\/|par rapport|vs)/.test(afterPlain)
    ) {
      const base = /(?:19|20)\d\d/.exec(afterPlain)?.[0];
      return {
        ...amount,
        ...kept(previous),
        nature: 'other',
        purpose: `variation : ${previous.purpose ?? place.scope}${base ? ` par rapport à ${base}` : ''}`,
      };
    }
    const purpose = this.#purpose(before, after, place);
    const context = `${plain(purpose)} ${afterPlain.slice(0, 60)}`;
    const funder = this.#funder(before, after, item.plain.slice(0, from), place);
    const nature = funder?.granted
      ? 'grant'
      : natureOf(plain(purpose), context, `${beforePlain} ${afterPlain}`, plain(`${place.scope} ${place.title}`));
    const year =
      this.#yearNear(beforePlain, afterPlain) ??
      this.#yearEarlier(item.plain.slice(Math.max(0, from - 1500), from)) ??
      (amount.approximation === 'at_most' && nature === 'allowance' ? undefined : place.year);
    return {
      ...amount,
      nature,
      ...(purpose === '' ? {} : { purpose }),
      ...(year === undefined ? {} : { fiscalYear: year }),
      ...this.#sides(nature, before, after),
      ...(funder === undefined ? {} : { payer: funder.name }),
      ...(funder && this.#issuer !== undefined ? { beneficiary: this.#issuer } : {}),
    };
  }

  /**
   * Who gives a sum: "Région : 21 000 €" among subsidies, "a reçu 21 000 € de la Région", "la Région a versé 21 000 €".
   * A public body's money is a grant.
   */
  #funder(before: string, after: string, earlier: string, { scope, title }: Surroundings) {
    const listed = /(?:^|[;,(•:–-]|\bdont|\bet)\s*((?:l['’]|la |le )?\p{Lu}[^;,(:€]{1,50}?)\s*:\s*$/u.exec(
      before.slice(-80),
    )?.[1];
    if (listed && FUNDER.test(plain(listed)) && GIVEN.test(`${earlier.slice(-600)} ${plain(scope)} ${plain(title)}`))
      return { name: bare(listed), granted: true };
    const from =
      RECEIVED.test(plain(before)) &&
      /^\s*(?:de la |de l['’]|du |de |d['’])((?:\p{L}+ (?:de |d['’]|du |des )?)?\p{Lu}[^,.;:()€]{1,60}?)(?=\s+(?:au titre|pour|afin|et\b|dans|en\b|sur)|\s*[,.;:()€]|\s*$)/u.exec(
        after,
      )?.[1];
    if (from) return { name: bare(from), granted: FUNDER.test(plain(from)) };
    const giver =
      /(?:^|[.;,]\s*)((?:La |Le |Les |L['’]|la |le |les |l['’])?[^.;,:()\d]{2,60}?) (?:nous )?(?:a|ont)(?: également| ainsi| aussi)? (?:versé|attribué|accordé|alloué|apporté|octroyé)(?!\p{L})[^.;\d]{0,60}$/u.exec(
        before,
      )?.[1];
    if (giver && FUNDER.test(plain(giver.trim()))) return { name: bare(giver), granted: true };
    return undefined;
  }

  /** How far `next` stands from the end of `amount`; endless on another page. */
  #between(amount: Amount, next: Amount): number {
    return amount.span.page === next.span.page ? next.span.start - amount.span.end : Number.POSITIVE_INFINITY;
  }

  #purpose(before: string, after: string, { item, scope, title, before: above, after: below }: Surroundings): string {
    const label = /(?:^|[.;•])\s*(?:[o-]\s)?[+=]?\s*([^.;•]{3,90}?)\s*:\s*(?:[+-]\s*)?$/u.exec(before)?.[1];
    if (label) return sentenceCase(trimmed(label.replace(/^\s*(?:À|A) noter\s*:?\s*/i, '').replace(/^[+=]\s*/, '')));
    const following =
      /^\s*\)?\s*((?:d['’]|de |des |du |pour |au titre |versé|alloué|attribué|accordé|en faveur)[^.;(]{3,90})/iu.exec(
        after,
      )?.[1];
    if (before.trim() === '' || /\b(?:dont|soit|et)\s*$/i.test(before)) {
      const caption =
        following ??
        (below && below.kind !== 'heading' && after.trim() === '' && !/^\s*[+(-]?\s*\d/.test(below.text)
          ? below.text
          : undefined);
      if (caption && /^(?:\s*(?:d['’]|de |des |du |versé|alloué|attribué))/iu.test(caption))
        return sentenceCase(withoutPartitive(nominal(trimmed(caption).split(/\s+/).slice(0, 14).join(' '))));
      const standing =
        above && above.kind !== 'heading' && !/\d/.test(above.text) && above.text.length < 60 ? above.text.trim() : '';
      if (after.trim() === '' || /^\s*[(/]/.test(after)) {
        return [
          title && title !== scope ? title : '',
          scope,
          item.kind === 'heading' || standing === scope ? '' : standing,
        ]
          .filter((part) => part !== '')
          .map(sentenceCase)
          .join(' – ');
      }
    }
    const verb =
      /\b(?:s['’]élève(?:nt)?|s['’]établi(?:t|ssent)|est|sont|était|étaient|a été|ont été|représente(?:nt)?|atteint|atteignent|a rapporté|ont rapporté|a permis de)\b/i.exec(
        before,
      );
    const subject = verb ? before.slice(0, verb.index) : before;
    const words = trimmed(
      subject.replace(/^\s*[o•-]?\s*(?:(?:[Ll]es?|[Ll]a|[Uu]ne?|[Cc]e(?:tte|t|s)?)\s+|[Ll]['’])?/, ''),
    ).split(/\s+/);
    const head = (verb ? words.slice(0, 16) : words.slice(-14)).join(' ');
    const tail = following ? trimmed(following).split(/\s+/).slice(0, 10).join(' ') : '';
    const said = [head, tail].filter((part) => part !== '').join(' ');
    return said !== '' || /^\s*\)?\s*$/.test(after)
      ? said
      : trimmed(nominal(trimmed(after).split(/\s+/).slice(0, 12).join(' ')));
  }

  #yearNear(before: string, after: string): number | undefined {
    const behind = /^[^.;]{0,60}?\b(?:en|pour|exercice|annee|de|au titre de) ((?:19|20)\d\d)\b/.exec(after)?.[1];
    const ahead = [...before.matchAll(/\b(?:en|pour|exercice|annee|de|au titre de) ((?:19|20)\d\d)\b/g)].at(-1)?.[1];
    return behind !== undefined ? Number(behind) : ahead !== undefined ? Number(ahead) : undefined;
  }

  /** The year that the paragraph last spoke of: "Le 3 octobre 2019, … La vente a rapporté 500 €." */
  #yearEarlier(before: string): number | undefined {
    const year = [
      ...before.matchAll(
        /(?<!\b(?:contre|au lieu de) [^.;]{0,24}|\([^)]{0,24})\b(?:en|annee|exercice|fevrier|mars|avril|mai|juin|juillet|aout|janvier|septembre|octobre|novembre|decembre) ((?:19|20)\d\d)\b/g,
      ),
    ].at(-1)?.[1];
    return year === undefined ? undefined : Number(year);
  }

  /** Where the sentence of a sum begins; "(jusqu'à 900 € par an)" by itself belongs to the sentence before it. */
  #opening(item: Item, begin: number, from: number): number {
    if (
      /\p{L}{4}/u.test(item.plain.slice(begin, from).replace(/jusqu'a|environ|pres de|plus de|maximum|soit|dont/g, ''))
    )
      return begin;
    const back = Math.max(0, begin - 500);
    return begin > 1 ? back + item.plain.slice(back, begin - 1).lastIndexOf('. ') + 1 : begin;
  }

  #sides(nature: Nature, before: string, after: string): Pick<Amount, 'payer' | 'beneficiary'> {
    const payer =
      /\b(?:versée?s?|attribuée?s?|accordée?s?|financée?s?|allouée?s?|apportée?s?) par ((?:l['’]|la |le |les )?\p{Lu}[^,.;:()]{1,60})/u.exec(
        `${before} ${after}`,
      )?.[1] ??
      (nature === 'grant'
        ? /^\s*(?:de la |de l['’]|du |des |de |d['’])(\p{Lu}[\p{L}'’ -]{1,50})/u.exec(after)?.[1]
        : undefined);
    const beneficiary =
      /\b(?:versée?s?|attribuée?s?|accordée?s?|allouée?s?) (?:aux?|à|à l['’]|à la) ((?:\d[\d ]* )?\p{L}[\p{L}'’ -]{2,40})/u.exec(
        `${before} ${after}`,
      )?.[1] ?? (nature === 'grant' || nature === 'total' || nature === 'revenue' ? this.#issuer : undefined);
    const paying = payer ?? (nature === 'expense' ? this.#issuer : undefined);
    return {
      ...(paying === undefined ? {} : { payer: trimmed(paying) }),
      ...(beneficiary === undefined ? {} : { beneficiary: trimmed(beneficiary) }),
    };
  }

  /** The amounts of one table, and those that its bare cells make. */
  *#table(
    page: Page,
    place: Surroundings,
    placed: readonly { amount: Amount; at: number }[],
  ): Iterable<[Amount | undefined, Amount]> {
    const table = page.tables[place.item.table!]!;
    const grid = gridOf(this.act.pages, page, table);
    const titlePlain = plain(`${place.title} ${place.scope}`);
    const heads = Array.from({ length: table.cols }, (_, col) => grid.head(col));
    const inMoney = heads.map((head) => scaleOf(plain(head)) ?? (/\bmontants?\b/.test(plain(head)) ? 1 : undefined));
    const whole = scaleOf(titlePlain) ?? scaleOf(plain(grid.head(0)));
    const funders = FUNDERS.test(plain(grid.head(0))) || /\bsubventions?|financements?|financeurs?\b/.test(titlePlain);
    const corner = plain(grid.head(0));
    const products = /\b(?:produits|recettes|ressources)\b/.test(corner) && !/\bcharges|depenses\b/.test(corner);
    const charges = /\b(?:charges|depenses|emplois)\b/.test(corner) && !products;
    for (let row = 0; row < table.rows; row += 1) {
      for (let col = 0; col < table.cols; col += 1) {
        const cell = grid.at(row, col);
        if (!cell) continue;
        const start = this.act.passage.offsetOf(page.number, cell.start);
        if (start === undefined) continue;
        const end = start + cell.end - cell.start;
        const held = placed.filter(({ at }) => at >= start && at < end).map(({ amount }) => amount);
        const text = page.text.slice(cell.start, cell.end);
        const label = trimmed(grid.label(row));
        const head = heads[col]!;
        const headPlain = plain(head);
        if (held.length === 0) {
          const scale = inMoney[col] ?? whole;
          const figure =
            row >= grid.headRows && col >= grid.headCols && scale !== undefined && !/%/.test(headPlain)
              ? soleFigure(text)
              : undefined;
          if (figure?.form !== 'number') continue;
          held.push({
            span: { page: page.number, start: cell.start + figure.start, end: cell.start + figure.end },
            extractor: 'amounts/table-cell',
            value: new Decimal(figure.value).times(scale!).toFixed(2),
            currency: 'EUR',
            approximation: 'exact',
            nature: 'other',
            inTable: true,
          });
        }
        for (const amount of held) {
          const total = TOTAL_ROW.test(plain(label));
          const variation = VARIATION.test(headPlain);
          // A variation belongs to the year that moved, not to the one it is measured from.
          const year = variation
            ? heads
                .map((one) => yearOfHeading(plain(one)))
                .filter((one) => one !== undefined)
                .sort()
                .at(-1)
            : yearOfHeading(headPlain);
          const subject = [place.title === place.scope ? '' : place.scope || place.title, label]
            .filter((part) => part !== '')
            .map(sentenceCase)
            .join(' – ');
          const funded = !total && (funders || products) && FUNDER.test(plain(label));
          const byWords = natureOf(plain(label), plain(label), headPlain, titlePlain);
          const bySide: Nature = funders ? 'grant' : products ? 'revenue' : charges ? 'expense' : 'other';
          const nature: Nature = variation ? 'other' : total ? 'total' : byWords === 'other' ? bySide : byWords;
          const spent = charges && this.#issuer !== undefined;
          const received = funders || products || nature === 'grant' || nature === 'total';
          const signed = /^\s*[-–−]\s*\d/.test(text) && !amount.value.startsWith('-');
          const told: Amount = {
            ...amount,
            ...(signed ? negative(amount, page, cell.start) : {}),
            inTable: true,
            nature,
            purpose: variation ? `variation – ${subject}` : subject,
            ...yearOf(year, place.year),
            ...(funded || (funders && !total && label !== '' && !NOT_A_FUNDER.test(plain(label)))
              ? { payer: label }
              : {}),
            ...(spent ? { payer: this.#issuer! } : {}),
            ...(!spent && received && this.#issuer !== undefined ? { beneficiary: this.#issuer } : {}),
          };
          yield [placed.some((one) => one.amount === amount) ? amount : undefined, told];
        }
      }
    }
  }
}

const bare = (name: string): string => trimmed(name).replace(/^(?:l['’]|la |le |les )/i, '');

const yearOf = (stated: string | undefined, otherwise: number | undefined): Pick<Amount, 'fiscalYear'> => {
  const year = stated === undefined ? otherwise : Number(stated.slice(-4));
  return year === undefined ? {} : { fiscalYear: year };
};

/** A cell that opens with a minus: the sign belongs to its amount. */
function negative(amount: Amount, page: Page, start: number): Pick<Amount, 'value' | 'span'> {
  const sign = page.text.slice(start, amount.span.start).search(/[-–−]/);
  const value = new Decimal(amount.value);
  return {
    value: value.isZero() ? amount.value : value.negated().toFixed(2),
    span: { ...amount.span, start: sign < 0 ? amount.span.start : start + sign },
  };
}

const kept = ({ nature, purpose, payer, beneficiary, fiscalYear }: Amount): Partial<Amount> => ({
  nature,
  ...(purpose === undefined ? {} : { purpose }),
  ...(payer === undefined ? {} : { payer }),
  ...(beneficiary === undefined ? {} : { beneficiary }),
  ...(fiscalYear === undefined ? {} : { fiscalYear }),
});

/** The nearest words speak first: the label, what follows, the sentence, the headings. */
function natureOf(...texts: readonly string[]): Nature {
  for (const text of texts) {
    for (const [nature, pattern] of NATURES) if (pattern.test(text)) return nature;
  }
  return 'other';
}

/** 1, 1 000 or 1 000 000, where a head says that its column is in euros, k€ or M€. */
function scaleOf(head: string): number | undefined {
  if (/\bk ?€|\bkeur|\bmilliers? d'euros|\bk euros/.test(head)) return 1000;
  if (/\bm ?€|\bmillions? d'euros|\bmeur/.test(head)) return 1_000_000;
  return /€|\beuros?\b/.test(head) ? 1 : undefined;
}
