import { Decimal } from 'decimal.js';
import type { Act } from '../../models/act.js';
import type { Attendance, Relation, RelationTerm, Statements } from '../../models/records.js';

/** The members counted in the lists of a meeting make the members in office: each is present, represented, excused or absent. */
export function attendanceRelations(act: Act, records: Statements, attendances: readonly Attendance[]): Relation[] {
  const relations: Relation[] = [];
  if (attendances.length < 3) return relations;
  const groups = new Map<Attendance['status'], Attendance[]>();
  const seen = new Set<string>();
  // Who gave a power may also be listed as excused: each person counts once.
  const order: readonly Attendance['status'][] = ['proxy', 'present', 'excused', 'absent'];
  for (const status of order) {
    for (const attendance of attendances.filter((one) => one.status === status)) {
      const name = attendance.name
        .toLowerCase()
        .replace(/[^\p{L}]+/gu, ' ')
        .trim();
      if (seen.has(name)) continue;
      seen.add(name);
      const group = groups.get(status);
      if (group) group.push(attendance);
      else groups.set(status, [attendance]);
    }
  }
  relations.push(...voices(records, groups));
  // The lists are counted where they are printed.
  if (records.attendances.length === 0) return relations;
  relations.push(...announced(act, groups));
  const session = records.sessions.find(({ membersInOffice }) => membersInOffice !== undefined);
  if (!session) return relations;
  const counted = (['present', 'proxy', 'excused', 'absent'] as const)
    .map((status) => ({ status, group: groups.get(status) ?? [] }))
    .filter(({ group }) => group.length > 0);
  if (!groups.has('present') || counted.length < 2) return relations;
  const expected = counted.reduce((all, { group }) => all + group.length, 0);
  const observed = session.membersInOffice!;
  const terms: RelationTerm[] = [
    { role: 'total', value: String(observed), span: memberSpan(act, session.span, observed) },
    ...counted.map(({ group }) => ({ role: 'part' as const, value: String(group.length), span: group[0]!.span })),
  ];
  relations.push({
    extractor: 'arithmetic/attendance',
    kind: 'sum',
    statement: `${counted.map(({ group }) => group.length).join(' + ')} = ${observed}`,
    holds: expected === observed,
    expected: String(expected),
    observed: String(observed),
    difference: new Decimal(observed).minus(expected).toFixed(),
    tolerance: '0',
    terms,
  });
  return relations;
}

const NUMBER = '(?<![\\d.,/])0?(\\d{1,3})\\s*(?:\\)\\s*)?';
const MEMBERS =
  '(?:(?:conseill\\p{L}+|membres?|[ée]lus?|d[ée]l[ée]gu[ée]s?|municipaux|communautaires?|[ée]taient|sont)\\s+){0,3}';

/** "2 procurations : …", "5 conseillers absents : …": how a meeting counts its lists, by who is in them. */
const ANNOUNCED: readonly { readonly statuses: readonly Attendance['status'][]; readonly said: RegExp }[] = [
  {
    statuses: ['proxy'],
    said: new RegExp(`${NUMBER}${MEMBERS}(?:procurations?|pouvoirs?|repr[ée]sent[ée]e?s)(?![\\p{L}])`, 'iu'),
  },
  {
    statuses: ['absent', 'excused'],
    said: new RegExp(`${NUMBER}${MEMBERS}absent(?:e?s|s? ou excus[ée]s)(?![\\p{L}])`, 'iu'),
  },
  { statuses: ['excused'], said: new RegExp(`${NUMBER}${MEMBERS}excus[ée]e?s(?![\\p{L}])`, 'iu') },
  { statuses: ['present'], said: new RegExp(`${NUMBER}${MEMBERS}pr[ée]sents(?!\\s+(?:et|ou)\\b)(?![\\p{L}])`, 'iu') },
];

/** Where the names of a list are as many as is printed. A list that was not read to its end would be no mistake of the act. */
function* announced(act: Act, groups: ReadonlyMap<Attendance['status'], readonly Attendance[]>): Iterable<Relation> {
  const text = act.passage.text;
  for (const { statuses, said } of ANNOUNCED) {
    const listed = statuses.flatMap((status) => groups.get(status) ?? []);
    const match = said.exec(text);
    if (!match || listed.length < 2 || Number(match[1]) !== listed.length) continue;
    const at = match.index + match[0].indexOf(match[1]!);
    yield made(
      listed.length,
      act.passage.span(at, at + match[1]!.length),
      listed.map(({ span }) => ['1', span]),
    );
  }
}

/** Those present and the powers they hold are the voices counted in a vote, where nobody left or kept out. */
function* voices(
  { votes }: Statements,
  groups: ReadonlyMap<Attendance['status'], readonly Attendance[]>,
): Iterable<Relation> {
  const [present = [], proxies = []] = [groups.get('present'), groups.get('proxy')];
  if (present.length === 0 || proxies.length === 0) return;
  const vote = votes.find(
    ({ voters, votesFor, votesAgainst, abstentions }) =>
      (voters ?? (votesFor ?? 0) + (votesAgainst ?? 0) + (abstentions ?? 0)) === present.length + proxies.length,
  );
  if (!vote) return;
  yield made(present.length + proxies.length, vote.span, [
    [String(present.length), present[0]!.span],
    [String(proxies.length), proxies[0]!.span],
  ]);
}

function made(
  total: number,
  span: RelationTerm['span'],
  parts: readonly (readonly [string, RelationTerm['span']])[],
): Relation {
  return {
    extractor: 'arithmetic/attendance',
    kind: 'sum',
    statement: `${parts.map(([value]) => value).join(' + ')} = ${total}`,
    holds: true,
    expected: String(total),
    observed: String(total),
    difference: '0',
    tolerance: '0',
    terms: [
      { role: 'total', value: String(total), span },
      ...parts.map(([value, at]) => ({ role: 'part' as const, value, span: at })),
    ],
  };
}

/** Where the number of members in office is printed; else where the session is. */
function memberSpan(act: Act, session: RelationTerm['span'], members: number): RelationTerm['span'] {
  const match = new RegExp(`(?:en exercice|membres?)[^\\d\\n]{0,40}(${members})(?!\\d)`, 'i').exec(act.passage.text);
  if (!match) return session;
  const end = match.index + match[0].length;
  return act.passage.span(end - String(members).length, end);
}
