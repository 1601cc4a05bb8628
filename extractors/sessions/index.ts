import type { Act } from '../../models/act.js';
import type { Attendance, Session, Vote } from '../../models/records.js';
import { plain } from '../acts/plain.js';
import { kindOf } from '../kinds/index.js';
import { attendanceOf } from './attendance.js';
import { type Attendee, attendee, samePerson } from './person.js';
import { readSession, type SessionFacts } from './session.js';
import { readStandingAside, readVotes } from './votes.js';

/** Attendance stands at the head of an act. */
const HEAD = 14_000;

/** The meeting that an act tells of: who was there, and how they voted. */
export interface Meeting {
  readonly sessions: Session[];
  readonly attendances: Attendance[];
  readonly votes: Vote[];
}

/** `date`: the day of the session, as the act's heading has it. */
export function meetingOf(act: Act, date: string | undefined): Meeting {
  const { meets, decides } = kindOf(act.outline.kind);
  const part = act.outline.parentRelation === 'part_of';
  const text = act.passage.text;
  const folded = plain(text);
  const meeting: Meeting = { sessions: [], attendances: [], votes: [] };
  if (decides) {
    for (const { start, end, vote } of readVotes(text, folded)) {
      meeting.votes.push({ span: act.passage.span(start, end), extractor: 'sessions/votes', ...vote });
    }
    for (const { start, end, name } of readStandingAside(text, folded)) {
      if (meeting.attendances.some((known) => samePerson(known.name, name))) continue;
      meeting.attendances.push({
        span: act.passage.span(start, end),
        extractor: 'sessions/votes',
        name,
        status: 'not_participating',
      });
    }
  }
  if (!meets || part) return meeting;
  const head = folded.slice(0, HEAD);
  const facts = readSession(text.slice(0, HEAD), head);
  const people = withPresident(attendanceOf(text), facts);
  for (const { start, end, name, title, status, proxyTo } of people) {
    meeting.attendances.push({
      span: act.passage.span(start, end),
      extractor: 'sessions/attendance',
      name,
      status,
      ...(title === undefined ? {} : { title }),
      ...(proxyTo === undefined ? {} : { proxyTo }),
    });
  }
  if (facts || people.length > 0) {
    const count = (status: Attendance['status']): number => people.filter((person) => person.status === status).length;
    const { start, end, president, ...said }: SessionFacts = facts ?? { start: people[0]!.start, end: people[0]!.end };
    const present = said.present ?? (count('present') || undefined);
    const represented = said.represented ?? (people.length > 0 ? count('proxy') : undefined);
    const voters = said.voters ?? (present === undefined ? undefined : present + (represented ?? 0));
    const place =
      end > start ? { start, end } : { start: people[0]?.start ?? 0, end: people[0]?.end ?? Math.min(40, text.length) };
    meeting.sessions.push({
      span: act.passage.span(place.start, place.end),
      extractor: 'sessions/session',
      ...said,
      ...(president === undefined ? {} : { president: president.name }),
      ...(date === undefined ? {} : { date }),
      ...(present === undefined ? {} : { present }),
      ...(represented === undefined ? {} : { represented }),
      ...(voters === undefined ? {} : { voters }),
    });
  }
  return meeting;
}

/** A president whom no list names is there too, where the printed count of those present is one more than the list's. */
function withPresident(people: readonly Attendee[], facts: SessionFacts | undefined): readonly Attendee[] {
  const president = facts?.president;
  const present = people.filter(({ status }) => status === 'present').length;
  if (!president || present === 0 || facts.present !== present + 1) return people;
  return people.some(({ name }) => samePerson(name, president.name))
    ? people
    : [attendee(president, 'present'), ...people];
}
