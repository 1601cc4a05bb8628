import { defineCheck } from './check.js';
import { day, pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

interface Cited {
  raw: string;
  kind: string;
  number: string | null;
  date: string | null;
  evidence_id: string;
  page: number;
  legibility: number;
  /** What follows it, for a law without a number. */
  near: string;
}

/** Laws (loi, ordonnance) and decrees that local acts cite, by number: their date, as Légifrance gives it. */
const DATES: Readonly<Record<string, string>> = {
  '78-17': '1978-01-06',
  '78-753': '1978-07-17',
  '79-587': '1979-07-11',
  '82-213': '1982-03-02',
  '83-8': '1983-01-07',
  '83-634': '1983-07-13',
  '84-53': '1984-01-26',
  '85-704': '1985-07-12',
  '87-529': '1987-07-13',
  '88-145': '1988-02-15',
  '91-1257': '1991-12-17',
  '92-125': '1992-02-06',
  '92-1255': '1992-12-02',
  '95-127': '1995-02-08',
  '99-586': '1999-07-12',
  '2000-321': '2000-04-12',
  '2000-1208': '2000-12-13',
  '2001-2': '2001-01-03',
  '2001-495': '2001-06-06',
  '2002-2': '2002-01-02',
  '2002-276': '2002-02-27',
  '2004-809': '2004-08-13',
  '2005-32': '2005-01-18',
  '2005-102': '2005-02-11',
  '2007-209': '2007-02-19',
  '2007-1199': '2007-08-10',
  '2008-776': '2008-08-04',
  '2010-788': '2010-07-12',
  '2010-1563': '2010-12-16',
  '2012-347': '2012-03-12',
  '2014-58': '2014-01-27',
  '2014-173': '2014-02-21',
  '2014-366': '2014-03-24',
  '2014-856': '2014-07-31',
  '2015-29': '2015-01-16',
  '2015-991': '2015-08-07',
  '2015-992': '2015-08-17',
  '2016-483': '2016-04-20',
  '2016-1888': '2016-12-28',
  '2016-1971': '2016-12-28',
  '2017-86': '2017-01-27',
  '2018-1021': '2018-11-23',
  '2019-828': '2019-08-06',
  '2019-1461': '2019-12-27',
  '2020-290': '2020-03-23',
  '2020-760': '2020-06-22',
  '2020-1379': '2020-11-14',
  '2021-85': '2021-01-29',
  '2021-1104': '2021-08-22',
  '2021-1109': '2021-08-24',
  '2021-1310': '2021-10-07',
  '2021-1311': '2021-10-07',
  '2021-1947': '2021-12-31',
  '2022-217': '2022-02-21',
};

/** Laws that acts name by their date and their subject. */
const NAMED: readonly { about: RegExp; date: string; name: string }[] = [
  {
    about: /^[^.;]{0,40}(?:associations?\b|contrat d.association)/i,
    date: '1901-07-01',
    name: 'la loi du 1er juillet 1901 relative au contrat d’association',
  },
  {
    about: /^[^.;]{0,60}patrimoine sensoriel/i,
    date: '2021-01-29',
    name: 'la loi n° 2021-85 du 29 janvier 2021 sur le patrimoine sensoriel des campagnes',
  },
];

/** Laws and decrees cited with a date that is not theirs. */
export default defineCheck<Cited[]>({
  id: 'law-misquoted',
  title: 'Une loi ou un décret cité porte sa date',
  explanation:
    'Le numéro d’une loi ou d’un décret fixe sa date, et la loi sur les associations est du 1er juillet 1901 : une autre date est une erreur de visa.',
  severity: 'error',
  needs: ['une loi ou un décret connu, cité avec sa date'],
  units: BY_DOCUMENT,
  gather(look, document) {
    const cited = look.all<Cited>(
      `select c.raw, c.kind, c.number, c.date, c.evidence_id, e.page, e.legibility,
         substr(p.text, max(1, e.start - 60), 60) || '|' || substr(p.text, e.end + 1, 120) as near
       from citations c join evidence e on e.id = c.evidence_id join documents d on d.id = c.document_id
       join pages p on p.file_id = d.file_id and p.number = e.page
       where c.document_id = ? and c.kind in ('law', 'decree', 'order', 'other') and c.date is not null order by c.id`,
      document,
    );
    const dated = look.all<Cited>(
      `select t.raw, 'law' as kind, null as number, t.value as date, t.evidence_id, e.page, e.legibility,
         substr(p.text, max(1, e.start - 90), min(90, e.start)) || '|' || substr(p.text, e.end + 1, 120) as near
       from dates t join evidence e on e.id = t.evidence_id join documents d on d.id = t.document_id
       join pages p on p.file_id = d.file_id and p.number = e.page
       where t.document_id = ? and t.precision = 'day' and substr(t.value, 6) in ('07-01', '01-30') order by t.id`,
      document,
    );
    const laws = dated.filter(({ near }) => /\bloi\s+du\s*\|/i.test(near));
    const all = [
      ...cited,
      ...laws.filter((one) => !cited.some(({ page, date }) => page === one.page && date === one.date)),
    ];
    return all.length === 0 ? undefined : all;
  },
  *find(cited) {
    for (const { raw, kind, number, date, evidence_id, page, legibility, near } of cited) {
      if (date === null || date.length < 10) continue;
      const key = number?.replace(/[‐‑–]/g, '-').replace(/^19(?=\d\d-)/, '');
      const known = key === undefined ? undefined : DATES[key];
      const [before = '', after = ''] = near.replace(/\s+/g, ' ').split('|');
      const bare = number === null && kind === 'law' ? named(date, before, after) : undefined;
      const right = known ?? bare?.date;
      if (right === undefined || right === date) continue;
      const what = bare ? bare.name : `le texte n° ${number} est du ${day(right)}`;
      yield {
        message: `Le document cite «\u00a0${raw.replace(/\s+/g, ' ')}\u00a0» (${pages([page])}) ; ${bare ? `il s’agit de ${what}` : what}.`,
        evidence: [{ id: evidence_id, role: 'said' }],
        data: { number, said: date, actual: right },
        ...(legibility < 0.9 ? { severity: 'warning' as const } : {}),
      };
    }
  },
});

function named(date: string, before: string, after: string): { date: string; name: string } | undefined {
  const subject = NAMED.find(({ about }) => about.test(after.trimStart()));
  if (subject) return subject;
  // "association régie par la loi du 1er juillet 2001": the day and the month give the law away.
  if (
    date.slice(5) === '07-01' &&
    /associati/i.test(before) &&
    /(?:r[ée]gie?s?|soumise?s?|d[ée]clar[ée]e?s?)/i.test(before)
  )
    return NAMED[0];
  return undefined;
}
