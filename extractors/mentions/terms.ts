import { type Act, readingsOf } from '../../models/act.js';
import type { Mention } from '../../models/records.js';

/** "conventions pluriannuelles", in a convention that is concluded for a year at most. */
export function shortTerms(act: Act): Mention[] {
  if (act.outline.kind !== 'convention') return [];
  const text = act.passage.text.slice(0, act.passage.bodyEnd);
  const said =
    /\bconventions?\s+(?:financi[èe]res?\s+)?(?:tri-?|pluri-?)annuelles?(?:\s+d['’]objectifs)?[^.;]{0,160}/iu.exec(
      text,
    );
  if (!said) return [];
  const term = readingsOf(act, 'duration').find(
    ({ start, end, value }) =>
      /^P(?:1Y|1?\d?M)$/.test(value.value) &&
      monthsOf(value.value) <= 12 &&
      monthsOf(value.value) >= 6 &&
      /\b(?:pr[ée]sente convention|convention est (?:conclue|sign[ée]e|[ée]tablie)|dur[ée]e de la convention)\b[^.;]{0,120}$/i.test(
        text.slice(Math.max(0, start - 180), start),
      ) &&
      !/^[^.;]{0,40}(?:renouvel|reconduct)/i.test(text.slice(end, end + 60)),
  );
  const year =
    /\b(?:pr[ée]sente convention|convention)\b[^.;:]{0,80}\b(?:conclue|[ée]tablie|sign[ée]e|prend effet|vaut|valable|valide)\b[^.;:]{0,60}\b(?:ann[ée]e|exercice) (?:20\d\d|civile)/iu.exec(
      text,
    );
  const about = term?.value.value ?? (year ? 'P1Y' : undefined);
  if (about === undefined) return [];
  return [
    {
      kind: 'term',
      text: said[0].replace(/\s+/g, ' ').trim(),
      about,
      span: act.passage.span(said.index, said.index + said[0].trimEnd().length),
      extractor: 'mentions/terms',
    },
  ];
}

const monthsOf = (duration: string): number => {
  const [, count = '0', unit = 'M'] = /(\d+)([YM])$/.exec(duration) ?? [];
  return Number(count) * (unit === 'Y' ? 12 : 1);
};
