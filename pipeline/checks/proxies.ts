import { plain } from '../../extractors/acts/plain.js';
import { defineCheck } from './check.js';
import { list, pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

interface Power {
  name: string;
  proxy_to: string;
  date: string | null;
  evidence_id: string;
  page: number;
  legibility: number;
}

/** The health emergency let each member hold two powers (loi 2020-290, loi 2020-1379). */
const TWO_POWERS = { from: '2020-03-12', to: '2022-07-31' };

/** Somebody who holds more powers than the law allows, or holds one while away. */
export default defineCheck<Power[]>({
  id: 'proxies',
  title: 'Un membre ne porte qu’un pouvoir',
  explanation:
    'Un même conseiller ne peut être porteur que d’un seul pouvoir (CGCT, L2121-20, applicable aux intercommunalités) ; l’état d’urgence sanitaire en a permis deux.',
  severity: 'warning',
  needs: ['des pouvoirs, avec ceux qui les portent'],
  units: BY_DOCUMENT,
  gather(look, document) {
    const powers = look.all<Power>(
      `select a.name, a.proxy_to, d.date, a.evidence_id, e.page, e.legibility from attendances a
       join evidence e on e.id = a.evidence_id join documents d on d.id = a.document_id
       where a.document_id = ? and a.status = 'proxy' and a.proxy_to is not null order by e.page, e.start, a.id`,
      document,
    );
    return powers.length < 2 ? undefined : powers;
  },
  *find(powers) {
    const holders = new Map<string, Power[]>();
    for (const power of powers) {
      const key = fold(power.proxy_to);
      const held = holders.get(key);
      if (!held) holders.set(key, [power]);
      else if (!held.some(({ name }) => fold(name) === fold(power.name))) held.push(power);
    }
    const { from, to } = TWO_POWERS;
    for (const held of holders.values()) {
      const { date, proxy_to } = held[0]!;
      const most = date !== null && date >= from && date <= to ? 2 : 1;
      // A name without its first name may be that of two people.
      if (held.length <= most || !/\p{L}[\s.]+\p{L}{2}/u.test(proxy_to.replace(/^(?:M\.|Mme|Monsieur|Madame)\s+/, '')))
        continue;
      yield {
        message: `${proxy_to} porte ${held.length} pouvoirs, ceux de ${list(held.map(({ name }) => name))} (${pages(held.map(({ page }) => page))}).`,
        evidence: held.map(({ evidence_id }) => ({ id: evidence_id, role: 'said' })),
        data: { holder: proxy_to, from: held.map(({ name }) => name) },
        ...(held.some(({ legibility }) => legibility < 0.9) ? { severity: 'note' as const } : {}),
      };
    }
  },
});

const fold = (name: string): string =>
  plain(name)
    .split(/[^a-z]+/)
    .filter((word) => word !== '' && !/^(?:m|mme|mr|monsieur|madame)$/.test(word))
    .toSorted()
    .join(' ');
