import { Decimal } from 'decimal.js';
import type { Act } from '../../models/act.js';
import type { Attendance, Relation, RelationTerm, Statements } from '../../models/records.js';

/** The members counted in the lists of a meeting make the members in office: each is present, represented, excused or absent. */
export function attendanceRelations(act: Act, records: Statements): Relation[] {
  const relations: Relation[] = [];
  const session = records.sessions.find(({ membersInOffice }) => membersInOffice !== undefined);
  if (!session || records.attendances.length < 3) return relations;
  const groups = new Map<Attendance['status'], Attendance[]>();
  const seen = new Set<string>();
  // Who gave a power may also be listed as excused: each person counts once.
  const order: readonly Attendance['status'][] = ['proxy', 'present', 'excused', 'absent'];
  for (const status of order) {
    for (const attendance of records.attendances.filter((one) => one.status === status)) {
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

/** Where the number of members in office is printed; else where the session is. */
function memberSpan(act: Act, session: RelationTerm['span'], members: number): RelationTerm['span'] {
  const match = new RegExp(`(?:en exercice|membres?)[^\\d\\n]{0,40}(${members})(?!\\d)`, 'i').exec(act.passage.text);
  if (!match) return session;
  const end = match.index + match[0].length;
  return act.passage.span(end - String(members).length, end);
}
