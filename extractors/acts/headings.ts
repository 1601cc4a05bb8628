import { type Act, readingsOf } from '../../models/act.js';
import type { Heading } from '../../models/document.js';
import { attendanceOf } from '../sessions/attendance.js';
import { type Flow, flowOf } from './flow.js';
import { numberBehind } from './head-title.js';
import { issuerOf } from './issuer.js';
import { matterOf } from './matter.js';
import { labelledObject, NOT_A_TITLE, objectOf, tidy } from './object.js';
import { numberOf } from './own-number.js';
import { plain } from './plain.js';
import { referenceAt } from './reference.js';
import { sessionDate } from './session-date.js';

/** What a deliberation says of itself. */
export function deliberationHeading(act: Act): Heading {
  const text = act.passage.text;
  if (act.outline.called) {
    const { title, reference } = act.outline.called;
    return heading({ title, reference, matter: matterOf(title, text), year: yearIn(title) });
  }
  const flow = flowOf(act.pages, act.outline);
  const found = objectOf(flow, attendanceEnd(text));
  const closing = found.title === undefined ? undefined : numberBehind(found.title);
  const reference = found.reference ?? numberOf(flow) ?? closing?.reference;
  const date = sessionDate(act);
  return heading({
    title: closing && closing.reference === reference ? closing.title : found.title,
    reference,
    issuer: issuerOf(text),
    date,
    year: yearIn(found.title) ?? (date ? Number(date.slice(0, 4)) : undefined),
    matter: matterOf(found.title, text),
  });
}

const NAMES_MINUTES =
  /^\W*(?:(?:projet de )?proces[- ]verbal|compte[- ]rendu|liste des deliberations|registre|releve)\b(?!.*\b(?:adopte|approuve)e?\b)/;
const NAMES_MEETING =
  /\b(?:proces[- ]verbal|compte[- ]rendu|liste des deliberations|seance|reunion|conseil|comite|registre|releve)\b(?!.*\b(?:ouvre|declare|propose)\b)/;

/** What minutes say of themselves. */
export function minutesHeading(act: Act): Heading {
  const date = sessionDate(act);
  const flow = flowOf(act.pages, act.outline);
  const head = flow.lines.slice(0, 20);
  const named = head.findIndex(({ plain: line }) => NAMES_MINUTES.test(line));
  const first = named < 0 ? head.findIndex(({ plain: line }) => NAMES_MEETING.test(line)) : named;
  const lines = first < 0 ? [] : flow.lines.slice(first, first + 1);
  const next = flow.lines[first + 1];
  if (
    next &&
    lines.length > 0 &&
    /^[ \t]*(?:de |du |des |seance|conseil|le |reunion)/.test(next.plain) &&
    next.plain.length < 90 &&
    !/\bs'est\b|\bse sont\b/.test(next.plain)
  )
    lines.push(next);
  return heading({
    title: lines.length > 0 ? tidy(lines.map(({ text }) => text).join(' ')) : undefined,
    issuer: issuerOf(act.passage.text),
    date,
    year: date ? Number(date.slice(0, 4)) : undefined,
  });
}

/** What any other act says of itself: its first heading, a date at its head or foot. */
export function plainHeading(act: Act): Heading {
  const flow = flowOf(act.pages, act.outline);
  if (isDecision(flow)) return decisionHeading(act, flow);
  const candidates = flow.lines
    .slice(0, 14)
    .filter(
      ({ text, plain: line, inTable }) =>
        !inTable && !NOT_A_TITLE.test(line.trim()) && /\p{L}{4}/u.test(text) && text.trim().length < 150,
    );
  const largest = Math.max(...candidates.map(({ size }) => size));
  const title =
    (labelledObject(flow.lines) ||
      candidates.find(({ size, bold, capitals }) => size >= largest - 0.3 && (bold || capitals || size > 0))?.text) ??
    candidates[0]?.text;
  const cited = readingsOf(act, 'citation');
  const day = readingsOf(act, 'date').find(
    ({ value, start, end }) =>
      value.precision === 'day' &&
      !value.endValue &&
      start < 400 &&
      !cited.some((citation) => citation.start <= start && end <= citation.end),
  )?.value.value;
  return heading({
    title: title === undefined ? undefined : tidy(title),
    date: day,
    year: yearIn(title) ?? (day ? Number(day.slice(0, 4)) : undefined),
  });
}

/** A decision or an order of a mayor or president: no assembly met, but it has an object and a day. */
const isDecision = ({ lines }: Flow): boolean =>
  lines
    .slice(0, 20)
    .some(
      ({ text, plain: line }) =>
        /^\W*(?:decision|arrete)(?: (?:municipal|(?:inter)?prefectoral|conjoint|temporaire|permanent|portant|relati[fv]e?|d[eu] (?:la )?(?:maire|presidente?))\b|\W*$)/.test(
          line,
        ) ||
        (/^\W*(?:decision|arrete)\b/.test(line) && referenceAt(text)?.labelled),
    );

function decisionHeading(act: Act, flow: Flow): Heading {
  const text = act.passage.text;
  const { title } = objectOf(flow, 0);
  const days = readingsOf(act, 'date').filter(({ value }) => value.precision === 'day' && !value.endValue);
  const signed = days.find(({ start }) =>
    /\bfait (?:a|en|le)\b[^.;]{0,50}$|\n[ \t]*a [a-z][^.;\n]{1,40}, le $/.test(
      plain(text.slice(Math.max(0, start - 60), start)),
    ),
  );
  const date = signed?.value.value;
  return heading({
    title,
    reference: numberOf(flow),
    issuer: issuerOf(text),
    date,
    year: yearIn(title) ?? (date ? Number(date.slice(0, 4)) : undefined),
    matter: matterOf(title, text),
  });
}

function heading(said: { [K in keyof Heading]?: Heading[K] | undefined }): Heading {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined && value !== '')) as Heading;
}

/** Where the last name of the attendance lists stands. */
const attendanceEnd = (text: string): number => attendanceOf(text).reduce((last, { end }) => Math.max(last, end), 0);

const yearIn = (title: string | undefined): number | undefined => {
  const years = [...new Set((title ?? '').match(/\b(?:19|20)\d{2}\b/g) ?? [])];
  return years.length === 1 ? Number(years[0]) : undefined;
};
