import { defineCheck } from './check.js';
import { type Mentioned, mentioned } from './mentioned.js';
import { money, pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

/** What is let for longer, and for less. */
export default defineCheck<Mentioned[]>({
  id: 'tariff-order',
  title: 'Ce qui dure plus longtemps ne coûte pas moins',
  explanation:
    'Dans une même liste, une concession, une location ou un abonnement plus long ne coûte pas moins que le plus court : sinon, deux tarifs ont sans doute été intervertis.',
  severity: 'warning',
  needs: ['deux tarifs d’une même chose pour deux durées'],
  units: BY_DOCUMENT,
  gather: (look, document) => mentioned(look, document, 'tariff'),
  *find(tariffs) {
    for (const { text, about, evidence_id, page } of tariffs) {
      const [longer = '', shorter = ''] = about.split('-');
      if (Number(longer) >= Number(shorter)) continue;
      const [long, short] = text.split(' / ');
      yield {
        message: `«\u00a0${long}\u00a0» coûte moins que «\u00a0${short}\u00a0» (${money(longer)} et ${money(shorter)}, ${pages([page])}), pour une durée plus longue.`,
        evidence: [{ id: evidence_id, role: 'said' }],
        data: { longer, shorter },
      };
    }
  },
});
