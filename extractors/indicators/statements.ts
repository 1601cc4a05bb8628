import type { Indicator } from '../../models/records.js';
import type { Statement } from './captions.js';
import { countedNoun } from './counted.js';
import { type Delta, deltasIn } from './delta.js';
import { type Figure, scanFigures } from './figures.js';
import type { Found } from './found.js';
import { isNoise } from './noise.js';
import { type Period, periodsIn } from './period.js';
import { leans, nominal, phraseEnd, sentenceCase, trimmed, withoutPartitive } from './phrase.js';
import { Cues, qualifierIn } from './qualifier.js';
import { sentencesOf } from './sentences.js';

/** What the lines before say of the figures in this one. */
export interface Context {
  /** An activity report: every figure with a noun counts. */
  readonly report: boolean;
  readonly year: string | undefined;
  /** The year of an act that decides: what it speaks of after that is to come. */
  readonly actYear: string | undefined;
  /** The heading's or the lead-in's. */
  period: string | undefined;
  qualifier: Indicator['qualifier'] | undefined;
  scope: string;
  /** The same, where the heading says that its figures are of it: "Chiffres clés du parrainage". */
  keyedScope: string;
  /** The heading over the heading. */
  title: string;
  /** Of the heading. */
  level: number;
  /** Words of the lead-in, where the statement stands in its list. */
  leadIn: { readonly text: string; readonly plain: string } | undefined;
  /** The figure that the lead-in gave: the whole of which the list gives the parts. */
  leadFigure: Found | undefined;
  /** The last figure that opened a line or a sentence with a noun. */
  main: Found | undefined;
  /** The same, of people. */
  people: Found | undefined;
  /** The last short line without a figure, where no heading names what stands below. */
  above: string;
}

/** Places already read as money, dates, identifiers, citations. */
export type Taken = (start: number, end: number) => boolean;

/** The indicators of one statement; `context` goes on to the next. */
export function readStatement(statement: Statement, context: Context, taken: Taken): Found[] {
  const found: Found[] = [];
  // What running text counts is the whole of nothing outside it.
  const prose = !statement.keyed && (statement.text.trim().split(/\s+/).length > 14 || /\.\s*$/.test(statement.text));
  if (prose || context.main?.extractor === 'indicators/sentence') {
    context.main = undefined;
    context.people = undefined;
  }
  if (statement.caption !== undefined) {
    const lone = loneFigure(statement, context, taken);
    if (lone) {
      found.push(lone);
      remember(context, lone);
    }
    return found;
  }
  for (const { start, end } of sentencesOf(statement.text)) {
    const sentence = new Sentence(statement, start, end, context, taken);
    found.push(...sentence.read(found));
  }
  return found;
}

function remember(context: Context, found: Found): void {
  if (!found.count) return;
  context.main = found;
  if (found.people) context.people = found;
}

/** A figure whose caption stands above it, or is shared. */
function loneFigure(statement: Statement, context: Context, taken: Taken): Found | undefined {
  const caption = statement.caption!;
  const [figure] = scanFigures(statement.plain);
  if (!figure || taken(statement.start + figure.start, statement.start + figure.end)) return undefined;
  if (/^(?:19|20)\d\d$/.test(figure.value) && statement.plain.trim().length === 4) return undefined;
  const label = sentenceCase(trimmed(withoutPartitive(nominal(sentenceCase(trimmed(caption))))));
  if (!/\p{L}{3}/u.test(label)) return undefined;
  const noun = countedNoun(fold(label), 0);
  const period = periodsIn(fold(caption)).at(-1)?.value ?? context.period ?? context.year;
  return {
    ...basis(statement, figure, context),
    label,
    ...(figure.form === 'percent'
      ? { unit: '%' }
      : noun
        ? { unit: label.slice(noun.start, noun.end).toLowerCase() }
        : {}),
    people: noun?.people ?? false,
    count: figure.form === 'number',
    ...(period === undefined ? {} : { period }),
    qualifier: qualifierIn(fold(caption)) ?? context.qualifier ?? 'actual',
  };
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function basis(statement: Statement, figure: Figure, context: Context) {
  return {
    start: statement.start + figure.start,
    end: statement.start + figure.end,
    extractor: statement.keyed ? 'indicators/key-figure' : 'indicators/sentence',
    value: figure.value,
    ...(figure.max === undefined ? {} : { valueMax: figure.max }),
    approximation: figure.approximation,
    inTable: false,
    scope: context.scope,
  };
}

/** One sentence, or one line that begins with a figure. */
class Sentence {
  readonly #plain: string;
  readonly #text: string;
  readonly #periods: Period[];
  #read: Cues | undefined;

  constructor(
    readonly statement: Statement,
    readonly from: number,
    readonly to: number,
    readonly context: Context,
    readonly taken: Taken,
  ) {
    this.#plain = statement.plain.slice(from, to);
    this.#text = statement.text.slice(from, to);
    this.#periods = periodsIn(this.#plain);
    // "En 2022, …" at the head of a sentence holds for those that follow.
    const opening = this.#periods[0];
    if (
      opening &&
      opening.start < 14 &&
      (context.report || to - from > 40) &&
      !opening.stock &&
      !/-\d\d-/.test(opening.value) &&
      !statement.keyed
    )
      context.period = opening.value;
  }

  /** Most sentences hold no figure, and are not asked. */
  get #cues(): Cues {
    this.#read ??= new Cues(this.#plain, this.#text);
    return this.#read;
  }

  read(earlier: readonly Found[]): Found[] {
    const deltas = deltasIn(this.#plain).filter(
      ({ start, end }) => !this.#isTaken(start, this.#numeralEnd(start, end)),
    );
    const figures = this.#figures(deltas);
    const found: Found[] = [];
    const loose: Delta[] = [];
    const limits = [...figures.map(({ start }) => start), ...deltas.map(({ start }) => start)].sort((a, b) => a - b);
    let previous: Found | undefined;
    for (const figure of figures) {
      const next = this.#indicator(figure, limits, previous ?? earlier.at(-1), found);
      if (!next) continue;
      found.push(next);
      previous = next;
    }
    for (const delta of deltas) {
      const before = found.filter(({ end }) => end <= this.statement.start + this.from + delta.start).at(-1);
      const owner = this.#ownerOf(delta, before);
      if (owner && owner.delta === undefined) {
        owner.delta = delta.delta;
        const base = this.#base(delta);
        if (base !== undefined) owner.deltaBase = base;
      } else loose.push(delta);
    }
    for (const delta of loose) {
      const variation = this.#variation(delta, found);
      if (variation) found.push(variation);
    }
    found.sort((a, b) => a.start - b.start);
    const first = found.find(({ count }) => count);
    if (first && (this.statement.keyed || first.parent === undefined)) remember(this.context, first);
    return found;
  }

  /** Where the digits of a variation end: a year after them is its base. */
  #numeralEnd(start: number, end: number): number {
    const text = this.#plain.slice(start, end);
    return start + (/^[^\d]*\d(?:[\d.,]| \d{3}(?!\d))*/.exec(text)?.[0].length ?? text.length);
  }

  #isTaken(start: number, end: number): boolean {
    return this.taken(this.statement.start + this.from + start, this.statement.start + this.from + end);
  }

  /** The figures of the sentence that may measure something. */
  #figures(deltas: readonly Delta[]): Figure[] {
    const accepted: Figure[] = [];
    const surroundings = { plain: this.#plain, text: this.#text, report: this.context.report };
    for (const figure of scanFigures(this.#plain)) {
      const last = accepted.at(-1);
      if (last && figure.start < last.end) continue;
      if (deltas.some(({ start, end }) => figure.start < end && start < figure.end)) continue;
      const noun = countedNoun(this.#plain, figure.end);
      if (
        this.#isTaken(figure.start, figure.end) &&
        !(noun && figure.form === 'number' && this.#plain[figure.end] === ' ')
      )
        continue;
      if (isNoise(figure, surroundings)) continue;
      const counted =
        noun !== undefined && (this.context.report || !noun.body) && this.#text !== this.#text.toUpperCase();
      if (figure.inWords && !this.#spoken(figure, counted)) continue;
      accepted.push(figure);
    }
    return accepted;
  }

  /** Figures in words are mostly no measure: they need a counted noun, and no article that points back. */
  #spoken(figure: Figure, counted: boolean): boolean {
    const after = this.#plain.slice(figure.end, figure.end + 40);
    const before = this.#plain.slice(Math.max(0, figure.start - 14), figure.start);
    if (figure.form === 'fraction') {
      if (/^ d'heure/.test(after)) return false;
      return figure.approximation !== 'exact' || /^ (?:de[s ]|d'|du |realise)/.test(after);
    }
    if (
      /\b(?:ces|ses|nos|leurs|cette|l'|chacun des|ce|mes|vos|des|tous les|toutes les) $/.test(before) ||
      /\bl'$/.test(before)
    )
      return false;
    if (figure.approximation === 'about' && /aine$/.test(this.#plain.slice(figure.start, figure.end)))
      return /^ d(?:e |')/.test(after);
    if (figure.value === '1')
      return /^ (?:postes? d|etp\b|emplois? (?:permanents?|a temps|non permanents?)|equivalents? temps)/.test(after);
    if (
      /^ (?:exemplaires?|membres?|pages?|copies|parties|actes?|articles?|mises?|resultats?|regards?|questions?)\b/.test(
        after,
      )
    )
      return false;
    if (/\bles $/.test(before)) return false;
    return counted;
  }

  #indicator(
    figure: Figure,
    limits: readonly number[],
    previous: Found | undefined,
    siblings: readonly Found[],
  ): Found | undefined {
    const { context } = this;
    // "3 218 (+420/2020) jeunes suivis": its variation stands before its caption.
    const variation = /^\s*\(?\s?[+-] ?\d[\d .,]*%?\)?(?: ?\/ ?(?:a )?\d{4}\)?)?\s*/;
    const from = figure.end + (variation.exec(this.#plain.slice(figure.end))?.[0].length ?? 0);
    const limit = limits.find((start) => start >= from && start > figure.start) ?? this.#plain.length;
    const end = phraseEnd(this.#plain, from, limit, figure.form === 'percent');
    const raw = this.#text.slice(from, end);
    const words = trimmed(raw + this.#afterBracket(raw, end, limits));
    const bare = fold(words);
    const noun = figure.form === 'number' ? countedNoun(this.#plain, from) : undefined;
    const before = this.#plain.slice(Math.max(0, figure.start - 240), figure.start);
    const partOf = /\b(?:dont|parmi (?:eux|elles|ces|les)|y compris)\b[^.;:]{0,40}$/.test(before)
      ? (previous ?? context.main)
      : undefined;
    const antecedent = this.#antecedent(figure, siblings, previous);
    let label: string;
    let parent: Found | undefined = partOf;
    let unit: string | undefined;
    if (figure.form !== 'number') {
      const share = sentenceCase(trimmed(withoutPartitive(nominal(sentenceCase(words)))));
      const base = antecedent;
      if (
        share === '' &&
        (base === undefined ||
          !this.statement.keyed ||
          this.#subject(figure) !== undefined ||
          /\b(?:taux|part|proportion) de $/.test(before))
      ) {
        const subject =
          this.#sameAs(figure, siblings) ??
          this.#rate(figure, siblings) ??
          this.#subject(figure) ??
          this.#besides(figure);
        if (subject === undefined) return undefined;
        label = subject;
      } else {
        parent ??= base;
        label = share === '' ? base!.label : this.#share(share, base, bare);
      }
      unit = figure.form === 'fraction' ? 'fraction' : '%';
    } else if (noun === undefined && /^est (?:le |la |l')/.test(bare)) {
      label = withoutPartitive(words.replace(/^est\s+/i, ''));
    } else if (noun === undefined && (leans(bare) || words === '')) {
      const subject = words === '' ? this.#subject(figure) : undefined;
      if (subject !== undefined) {
        const again = /^(?:realisee?s?|atteint|resultats?|obtenu|constatee?)$/.test(fold(subject)) && antecedent;
        label = again ? antecedent.label : subject;
        unit = again ? antecedent.unit : unitOf(subject.replace(/^nombre (?:total |moyen )?(?:de |d['’]|des )/i, ''));
        if (
          !context.report &&
          countedNoun(fold(subject), 0) === undefined &&
          !/^(?:nombre|n[br]+e?|total|effectif|population)\b/i.test(subject)
        )
          return undefined;
      } else {
        const among = /\bparmi (?:ces|les|nos|eux|elles)(?: (?:\d[\d ]*)?(\p{L}[\p{L}'-]*))?[^.;:]{0,20}$/u.exec(
          before,
        )?.[1];
        if ((antecedent === undefined && among === undefined) || words === '') return undefined;
        if (!context.report && previous === undefined && among === undefined) return undefined;
        const head = among ?? headOf(antecedent!);
        label = trimmed(`${head} ${nominal(sentenceCase(words))}`);
        unit = among ?? antecedent!.unit;
        parent ??=
          /^(?:d'entre|ont|sont|issu|originaire|de |par )/.test(bare) && /\bparmi\b|d'entre/.test(`${before} ${bare}`)
            ? antecedent
            : undefined;
      }
    } else {
      if (noun === undefined && (!context.report || figure.inWords || !/^[\s"«“(]*\p{L}{2}/u.test(raw)))
        return undefined;
      if (noun === undefined && !this.statement.keyed && !/^ [a-z]/.test(this.#plain.slice(figure.end, figure.end + 2)))
        return undefined;
      label = sentenceCase(trimmed(nominal(sentenceCase(words))));
      if (figure.inWords && figure.approximation === 'about') label = withoutPartitive(label);
      unit = unitOf(label);
    }
    const outOf = /\/(\d+)$/.exec(this.#plain.slice(figure.start, figure.end))?.[1];
    // "1 228 jeunes en ont bénéficié": of what the sentence is about.
    if (/ en ayant /.test(label))
      label = `${label.split(/\s+/).slice(0, 8).join(' ')} (${this.#clauseSubject(figure.start)})`.replace(' ()', '');
    if (outOf === '100') unit = '/100';
    if (/\ben moyenne[^.;]{0,12}$/.test(before) && !/moyenne/.test(fold(label))) label += ' en moyenne';
    // "animations ont attiré 1 845 personnes": the verb belongs to the next figure.
    label = shortened(label).replace(
      / ayant (?:attiré|réuni|rassemblé|mobilisé|regroupé|donné|assuré|permis|concerné|généré|touché|représenté|assisté|accueilli|reçu|effectué|réalisé|bénéficié|participé|compté|totalisé)$/,
      '',
    );
    // A time alone is the measure of what stands before it: "la durée moyenne d'un suivi est de 18 mois".
    if (/^(?:mois|jours?|semaines?|heures?|ans?|annees?|minutes?)(?: en moyenne)?$/.test(fold(label))) {
      const measured =
        this.#subject(figure) ??
        trimmed(
          this.#text
            .slice(0, figure.start)
            .split(/[(,;:]/)
            .at(-1)!,
        );
      const given = /^\s*(?:\d[\d ]* )?(\p{L}[^\d]*?) (?:ont|a) (\p{L}+é)$/u.exec(measured);
      if (given && label === 'heures') label = `heures ${given[2]}es par les ${given[1]}`;
      else if (/\p{L}{3}/u.test(measured)) label = withoutPartitive(measured);
    }
    const topic = context.report && figure.form === 'number' && noun !== undefined ? this.#topic(figure) : undefined;
    if (topic !== undefined && !fold(label).includes(fold(topic))) label = shortened(`${label} – ${topic}`);
    if (/^fois par\b/.test(fold(label))) label = this.#frequency(figure, label);
    else if (this.statement.keyed) label = completed(label, figure, context.keyedScope);
    if (!/\p{L}{2}/u.test(label)) return undefined;
    const period = this.#periodOf(figure, end) ?? context.period ?? context.year;
    return {
      ...basis(this.statement, shifted(figure, this.from), context),
      label,
      ...(unit === undefined ? {} : { unit }),
      people: noun?.people ?? (figure.form === 'number' && leans(bare) ? (antecedent?.people ?? false) : false),
      count: figure.form === 'number' && !/^etp\b/i.test(label),
      ...(period === undefined ? {} : { period }),
      qualifier: this.#qualifierOf(figure.start, period, label),
      ...(parent === undefined ? {} : { parent }),
    };
  }

  /** "79 salariés (78,4 ETP) sont affectés à …": what a bracket interrupts goes on behind it, for both figures. */
  #afterBracket(raw: string, end: number, limits: readonly number[]): string {
    if (raw.trim().split(/\s+/).length > 1 || !/^\s*[()]/.test(this.#plain.slice(end, end + 2))) return '';
    const close = this.#plain.indexOf(')', end);
    if (close < 0 || close - end > 30 || !/^\) [a-z]/.test(this.#plain.slice(close, close + 3))) return '';
    const from = close + 1;
    return this.#text.slice(
      from,
      phraseEnd(this.#plain, from, limits.find((start) => start >= from) ?? this.#plain.length),
    );
  }

  /** "Jauge moyenne : 412 places", "Facebook : 9 870 abonnés": what the line says before its figure. */
  #topic(figure: Figure): string | undefined {
    const match = /^[\s•●▪■–-]*(\p{Lu}[^.;:,()\d]{2,40}?)\s?:\s?$/u.exec(this.#text.slice(0, figure.start));
    if (!match || match[1]!.trim().split(/\s+/).length > 5) return undefined;
    const said = fold(match[1]!);
    const says =
      /\b(?:objectifs?|cibles?|realise|resultats?|previsions?|perspectives?|bilan|total|dont|soit|chiffres?|nombre|horaires?|dates?|lieu|effectifs?|public)\b/;
    return says.test(said) ? undefined : sentenceCase(trimmed(match[1]!));
  }

  /** "HALLUIN, 6 fois par mois au service jeunesse" → "fois par mois – Halluin". */
  #frequency(figure: Figure, label: string): string {
    const often = /^fois par \p{L}+/u.exec(label)?.[0] ?? label;
    const whose = sentenceCase(
      trimmed(this.#text.slice(Math.max(0, figure.start - 240), figure.start).replace(/^\s*[•●▪■–-]\s*/u, '')),
    );
    return whose === '' ? often : `${often} – ${whose.split(/\s+/).slice(-8).join(' ')}`;
  }

  /** "femmes" of which? The whole that a share is a share of. */
  #share(share: string, base: Found | undefined, bare: string): string {
    if (
      /^(?:taux|part|moyenne|indice|proportion|pourcentage|score|note|augmentation|baisse|hausse)\b/.test(fold(share))
    )
      return share;
    if (base !== undefined && !base.people && countedNoun(fold(share), 0)?.people) return share;
    if (base === undefined || / (?:des|de l'ensemble|du total|de l'effectif|d'entre) /.test(` ${bare} `)) return share;
    const whole = base.parent && base.unit === '%' ? base.parent : base;
    return fold(share).includes(fold(whole.label)) ? share : `${share} parmi les ${shortened(whole.label)}`;
  }

  /** The count that an elliptic figure leans on. */
  #antecedent(figure: Figure, siblings: readonly Found[], previous: Found | undefined): Found | undefined {
    const inSentence = siblings.filter(({ count, parent }) => count && parent === undefined);
    if (inSentence.length > 0)
      return inSentence.find(({ people }) => people && figure.form === 'percent') ?? inSentence.at(-1);
    if (previous?.count && !this.statement.keyed) return previous.parent ?? previous;
    if (figure.form === 'number') return this.context.main ?? this.context.people;
    return this.context.people ?? this.context.main;
  }

  /** "entre 5 % et 10 %", "65 % ou 80 %": the second share is of what the first is. */
  #sameAs(figure: Figure, siblings: readonly Found[]): string | undefined {
    const last = siblings.at(-1);
    if (last?.unit !== '%') return undefined;
    const between = this.#plain.slice(last.end - this.statement.start - this.from, figure.start);
    return /^ ?(?:et|ou|a|-|puis) ?$/.test(between) ? last.label : undefined;
  }

  /** "Etat 45 %, part communale 55 %": the words right before a share. */
  #besides(figure: Figure): string | undefined {
    const words = trimmed(
      this.#text
        .slice(0, figure.start)
        .split(/[,;:(•–]|\d ?%/u)
        .at(-1)!,
    );
    const verb =
      /\s(?:oscille(?:nt)?|représente(?:nt)?|varie(?:nt)?|s['’]élève(?:nt)?|est|sont|atteint|de|à)(?!\p{L})/iu.exec(
        words,
      );
    const subject = sentenceCase(trimmed((verb ? words.slice(0, verb.index) : words).split(/\s+/).slice(-7).join(' ')));
    return /\p{L}{3}/u.test(subject) ? subject : undefined;
  }

  /** "(soit un taux de 78 %)": the rate of what the sentence has just counted. */
  #rate(figure: Figure, siblings: readonly Found[]): string | undefined {
    const rate =
      /\b(?:un|une|le|la) (taux|part|proportion|pourcentage|moyenne)(?: moyenn?e?)? (?:est )?d(?:e|'environ) $/.exec(
        this.#plain.slice(0, figure.start),
      )?.[1];
    const of = siblings.find(({ count }) => count);
    return rate === undefined || of === undefined ? undefined : `${rate} : ${of.label}`;
  }

  /** The words before a figure that ends its clause: "Nombre d'ateliers : 12", "les pensionnaires sont au nombre de 15". */
  #subject(figure: Figure): string | undefined {
    const before = this.#text.slice(Math.max(0, figure.start - 240), figure.start);
    const match =
      /(?:^|[.;,(•–]\s*)([^.;,(•–:]{3,80}?)\s*(?::|=|\b(?:sont|est|était|étaient) (?:au nombre )?de|\b(?:s['’]élève(?:nt)?|s['’]établi(?:t|ssent)) à|\best passé(?:e)? à|\batteint|\bau nombre de)\s*(?:plus de|près de|environ|au total|un total de)?\s*$/iu.exec(
        before,
      );
    const subject =
      match && sentenceCase(trimmed(match[1]!.trim().replace(/^(?:les?|la|l['’]|un|une|des|notre|nos)\s*/i, '')));
    return subject && /\p{L}{3}/u.test(subject) ? subject : undefined;
  }

  #periodOf(figure: Figure, end: number): string | undefined {
    const inPhrase = this.#periods.find(
      ({ start }) =>
        start >= figure.end && start < end + 40 && !/[;]|\([^)]*\d[^)]*$/.test(this.#plain.slice(figure.end, start)),
    );
    const before = this.#periods
      .filter((period) => period.end <= figure.start && !this.#aside(period.start, figure.start))
      .at(-1);
    return (inPhrase && inPhrase.start < end + 1 ? inPhrase : undefined)?.value ?? before?.value ?? inPhrase?.value;
  }

  /** Whether the stretch from `from` to `to` leaves a bracket: "312 foyers (287 en 2018), soit 7 820 colis". */
  #aside(from: number, to: number): boolean {
    const close = this.#plain.indexOf(')', from);
    return close >= 0 && close < to && !this.#plain.slice(from, close).includes('(');
  }

  #qualifierOf(at: number, period: string | undefined, label = ''): Indicator['qualifier'] {
    const { context } = this;
    // In minutes a task is told by its infinitive, "15 arbres à replanter", a fact by its participle, "86 réponses reçues".
    if (!context.report) {
      if (/^\S+(?: \S+)? a (?!louer|vendre|savoir|partir)[a-z]{3,}(?:er|ir|re)\b/.test(fold(label))) return 'target';
      if (/\b(?:recu|recense|recueilli|enregistre|comptabilise|constate)e?s?\b/.test(fold(label))) return 'actual';
    }
    const heading =
      (context.leadIn === undefined ? undefined : qualifierIn(context.leadIn.plain, context.leadIn.text)) ??
      context.qualifier;
    const said = this.#cues.at(at);
    // Under "Objectifs", what shall be done is aimed at.
    if (said !== undefined) return said === 'forecast' && heading === 'target' ? 'target' : said;
    const year = period?.slice(0, 4);
    const own = context.year?.slice(-4) ?? context.actYear;
    const dated = this.#periods.length > 0 && year !== undefined && own !== undefined && year < own;
    if (dated && !context.report) return 'actual';
    if (heading !== undefined) return heading;
    // Where a decision pays, what it pays for is to come.
    if (!context.report && /€|\beuros\b/.test(this.#plain.slice(0, at))) return 'forecast';
    if (context.report) return own !== undefined && year !== undefined && year > own ? 'forecast' : 'actual';
    // What a decision speaks of without a past is to come.
    return year === undefined || (own !== undefined && year >= own) ? 'forecast' : 'actual';
  }

  /** The count that a variation belongs to: the one it stands beside, or the key figure above its line. */
  #ownerOf(delta: Delta, before: Found | undefined): Found | undefined {
    const gap =
      before === undefined ? '' : this.#plain.slice(before.end - this.statement.start - this.from, delta.start);
    if (/€|\beuros?\b/.test(this.#plain.slice(0, delta.start))) return undefined;
    if (before?.count && !/[;]/.test(gap)) return before;
    const opensLine = this.#plain.slice(0, delta.start).trim().replace(/[(•-]/g, '') === '';
    if (
      before === undefined &&
      opensLine &&
      !/^\s*(?:de|d') ?/.test(this.#plain.slice(delta.end).replace(/^ d'evolution/, ''))
    )
      return this.context.main;
    return undefined;
  }

  #base(delta: Delta): string | undefined {
    if (delta.base !== undefined && /^\d/.test(delta.base)) return delta.base;
    const year = this.context.year?.slice(0, 4);
    const stated = /(?:par rapport a|contre|vs\.?|\/) ?(?:l'annee |en )?((?:19|20)\d\d)/.exec(
      this.#plain.slice(delta.start, delta.end + 40),
    )?.[1];
    if (stated !== undefined) return stated;
    return delta.base !== undefined && year !== undefined ? String(Number(year) - 1) : undefined;
  }

  /** What the sentence is about: its words before the verb and before any figure. */
  #clauseSubject(limit: number): string {
    const before = this.#plain.slice(0, limit);
    const verb =
      /\b(?:s'eleve(?:nt)?|s'etabli(?:t|ssent)|sont|est|etai(?:t|ent)|ont|a|passe(?:nt)?|represente(?:nt)?|atteint|atteignent|connai(?:t|ssent)|progresse(?:nt)?|augmente(?:nt)?|diminue(?:nt)?|enregistre(?:nt)?)\b|\d(?!\d{3}\b)| : /.exec(
        before,
      );
    const words = trimmed(this.#text.slice(0, verb?.index ?? limit)).replace(
      /^(?:les?|la|l['’]|un|une|des|notre|nos)\s*/i,
      '',
    );
    return /\p{L}{3}/u.test(words) ? words.split(/\s+/).slice(0, 14).join(' ') : '';
  }

  /** A variation that belongs to no count of its own: of money, of a share, of what the sentence names. */
  #variation(delta: Delta, siblings: readonly Found[]): Found | undefined {
    if (!/%/.test(delta.delta)) return undefined;
    const percent = /\d/.exec(this.#plain.slice(delta.start))!.index + delta.start;
    if (this.#isTaken(percent, percent + 1)) return undefined;
    const sign = this.#plain.lastIndexOf('%', delta.end) + 1;
    const numeral = /\d[\d .,]*/.exec(this.#plain.slice(percent))![0].trim();
    const after = trimmed(this.#text.slice(delta.end, phraseEnd(this.#plain, delta.end, this.#plain.length)));
    const what = /^(?:d['’]|de |des |du )/i.test(after) ? withoutPartitive(after) : '';
    const counted = siblings
      .filter(({ start, count }) => count && start < this.statement.start + this.from + delta.start)
      .at(-1);
    const subject = what || counted?.label || this.#clauseSubject(delta.start) || aboveOf(this.context);
    if (!/\p{L}{3}/u.test(subject)) return undefined;
    const spoken = /^\s*(?:une? |en |d'une )?\p{L}/u.test(this.#plain.slice(delta.start));
    const base = this.#base(delta);
    const period = this.context.period ?? this.context.year;
    return {
      start: this.statement.start + this.from + (spoken ? percent : delta.start),
      end: this.statement.start + this.from + Math.max(sign, percent + numeral.length),
      extractor: 'indicators/variation',
      value: delta.delta.replace(/^\+|%| pts$/g, ''),
      unit: '%',
      label: shortened(
        `${/\b(?:augmentation|hausse|progression|croissance|baisse|diminution|recul)/.exec(this.#plain.slice(delta.start, delta.end))?.[0] ?? 'évolution'} : ${sentenceCase(trimmed(subject))}`,
      ),
      people: false,
      count: false,
      ...(period === undefined ? {} : { period }),
      qualifier: this.#qualifierOf(delta.start, period),
      approximation: 'exact',
      delta: delta.delta,
      ...(base === undefined ? {} : { deltaBase: base }),
      inTable: false,
      scope: this.context.scope,
    };
  }
}

/** One word is no label: "participants" of what? The heading says it. */
function completed(label: string, figure: Figure, scope: string): string {
  const lonely = figure.form === 'number' ? /^\S+$/.test(label) : /^\S+(?: parmi les \S+)?$/.test(label);
  if (!lonely || scope === '' || fold(scope).includes(fold(label))) return label;
  return `${label} (${sentenceCase(scope).split(/\s+/).slice(0, 10).join(' ')})`;
}

/** What stands above a line that says nothing of itself: its heading and the one over that. */
const aboveOf = ({ scope, above, title }: Context): string =>
  [scope || above, title].filter((text) => text !== '').join(' – ');

const shifted = (figure: Figure, by: number): Figure => ({ ...figure, start: figure.start + by, end: figure.end + by });

/** The noun of a count, without what its own sentence said of it. */
function headOf(found: Found): string {
  const words = found.label.replace(/ \([^)]*\)$/, '').split(/\s+/);
  return words.length <= 6 || found.unit === undefined || found.unit === '%' ? words.slice(0, 6).join(' ') : found.unit;
}

const COMPOUND =
  /^\p{L}[\p{L}'’-]*(?: (?:d['’]emploi|d['’]accueil|en relations?|de vie|intérimaires?|aidés?|individuels?|de riz|à projets?))?/iu;

function unitOf(label: string): string | undefined {
  const noun = countedNoun(fold(label), 0);
  if (noun)
    return COMPOUND.exec(label.slice(noun.start))?.[0]?.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
  const first = COMPOUND.exec(label.replace(/^[«"“]\s?/, ''))?.[0];
  return first === undefined || first.length < 2 ? undefined : first;
}

/** At most sixteen words, without a period at the end: the record has its own. */
function shortened(label: string): string {
  const undated = label.replace(
    /\s+(?:en|au cours de l['’]année|pour l['’]année|sur l['’]année|durant l['’]année)\s+(?:19|20)\d\d$/i,
    '',
  );
  return trimmed(undated.split(/\s+/).slice(0, 16).join(' '));
}
