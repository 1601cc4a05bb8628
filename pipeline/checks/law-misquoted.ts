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
  '2000-321': '2000-04-12',
  '2000-1208': '2000-12-13',
  '2001-495': '2001-06-06',
  '2002-2': '2002-01-02',
  '2002-276': '2002-02-27',
  '2004-809': '2004-08-13',
  '2005-32': '2005-01-18',
  '2005-102': '2005-02-11',
  '2010-788': '2010-07-12',
  '2010-1563': '2010-12-16',
  '2012-347': '2012-03-12',
  '2014-58': '2014-01-27',
  '2014-173': '2014-02-21',
  '2014-366': '2014-03-24',
  '2014-856': '2014-07-31',
  '2015-991': '2015-08-07',
  '2015-992': '2015-08-17',
  '2016-483': '2016-04-20',
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
    about: /^[^.;]{0,60}droits et libert[ée]s des communes/i,
    date: '1982-03-02',
    name: 'la loi n° 82-213 du 2 mars 1982 relative aux droits et libertés des communes, des départements et des régions',
  },
  {
    about: /^[^.;]{0,40}nouvelle organisation territoriale/i,
    date: '2015-08-07',
    name: 'la loi n° 2015-991 du 7 août 2015 portant nouvelle organisation territoriale de la République',
  },
  {
    about: /^[^.;]{0,60}affirmation des m[ée]tropoles/i,
    date: '2014-01-27',
    name: 'la loi n° 2014-58 du 27 janvier 2014 de modernisation de l’action publique territoriale et d’affirmation des métropoles',
  },
  {
    about: /^[^.;]{0,40}transformation de la fonction publique/i,
    date: '2019-08-06',
    name: 'la loi n° 2019-828 du 6 août 2019 de transformation de la fonction publique',
  },
  {
    about: /^[^.;]{0,60}(?:confortant le )?respect des principes de la R[ée]publique/i,
    date: '2021-08-24',
    name: 'la loi n° 2021-1109 du 24 août 2021 confortant le respect des principes de la République',
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
      `select c.raw, c.kind, c.number, c.date, c.evidence_id, e.page,
         substr(p.text, max(1, e.start - 60), 60) || '|' || substr(p.text, e.end + 1, 120) as near
       from citations c join evidence e on e.id = c.evidence_id join documents d on d.id = c.document_id
       join pages p on p.file_id = d.file_id and p.number = e.page
       where c.document_id = ? and c.kind in ('law', 'decree', 'order', 'other') and c.date is not null order by c.id`,
      document,
    );
    const dated = look.all<Cited>(
      `select t.raw, 'law' as kind, null as number, t.value as date, t.evidence_id, e.page,
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
    for (const { raw, kind, number, date, evidence_id, page, near } of cited) {
      if (date === null || date.length < 10) continue;
      const key = number?.replace(/[‐‑–]/g, '-').replace(/^19(?=\d\d-)/, '');
      const known = key === undefined ? undefined : DATES[key];
      const [before = '', after = ''] = near.replace(/\s+/g, ' ').split('|');
      const bare = number === null && kind === 'law' ? named(date, before, after) : undefined;
      const right = known ?? bare?.date;
      if (right === date) continue;
      const [year, numbered] = [date.slice(0, 4), yearOf(key)];
      if (right === undefined) {
        // A number begins with the year of its text; whether the number or the date is wrong, its reader must find out.
        if (kind === 'other' || numbered === undefined || numbered === year) continue;
        yield {
          message: `Le document cite «\u00a0${raw.replace(/\s+/g, ' ')}\u00a0» (${pages([page])}) : un texte numéroté ${number} est de ${numbered}, pas de ${year}.`,
          evidence: [{ id: evidence_id, role: 'said' }],
          data: { number, said: date, year: numbered },
          severity: 'warning',
        };
        continue;
      }
      const what = bare ? bare.name : `le texte n° ${number} est du ${day(right)}`;
      yield {
        message: `Le document cite «\u00a0${raw.replace(/\s+/g, ' ')}\u00a0» (${pages([page])}) ; ${bare ? `il s’agit de ${what}` : what}.`,
        evidence: [{ id: evidence_id, role: 'said' }],
        data: { number, said: date, actual: right },
        // Certain where the number itself says another year than the date.
        ...(numbered === undefined || numbered === year ? { severity: 'warning' as const } : {}),
      };
    }
  },
});

/** The year in a law's or a decree's number: "84-53", "2015-991". */
function yearOf(key: string | undefined): string | undefined {
  const [, year] = /^(\d{2}|(?:19|20)\d{2})-\d{1,4}$/.exec(key ?? '') ?? [];
  if (year === undefined || year.length === 4) return year;
  return Number(year) >= 45 ? `19${year}` : undefined;
}

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
