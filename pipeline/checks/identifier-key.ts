import { defineCheck } from './check.js';
import { pages } from './say.js';
import { BY_DOCUMENT } from './units.js';

interface Keyed {
  kind: string;
  raw: string;
  value: string;
  valid: number;
  evidence_id: string;
  page: number;
}

const KEYS: Readonly<Record<string, string>> = {
  siren: 'La clé de contrôle (formule de Luhn) du numéro SIREN',
  siret: 'La clé de contrôle (formule de Luhn) du numéro SIRET',
  rib: 'La clé du relevé d’identité bancaire',
  iban: 'La clé (modulo 97) de l’IBAN',
};

/** SIREN, SIRET, RIB and IBAN whose key does not fit their digits. */
export default defineCheck<Keyed[]>({
  id: 'identifier-key',
  title: 'Les numéros qui ont une clé la respectent',
  explanation:
    'SIREN, SIRET, RIB et IBAN portent une clé calculée sur leurs autres chiffres : quand elle ne tombe pas juste, un chiffre est faux ou mal lu.',
  severity: 'error',
  needs: ['un SIREN, un SIRET, un RIB ou un IBAN'],
  units: BY_DOCUMENT,
  gather(look, document) {
    const keyed = look.all<Keyed>(
      `select i.kind, i.raw, i.value, i.valid, i.evidence_id, e.page from identifiers i join evidence e on e.id = i.evidence_id
       where i.document_id = ? and i.valid is not null order by i.id`,
      document,
    );
    return keyed.length === 0 ? undefined : keyed;
  },
  *find(keyed) {
    for (const { kind, raw, value, valid, evidence_id, page } of keyed) {
      if (valid !== 0) continue;
      const bank = kind === 'rib' || kind === 'iban';
      const shown = bank
        ? `se terminant par ${value.slice(-4)}`
        : `${value} («\u00a0${raw.replace(/\s+/g, ' ')}\u00a0»)`;
      yield {
        message: `${KEYS[kind] ?? 'La clé du numéro'} ${shown} (${pages([page])}) ne correspond pas à ses chiffres.`,
        evidence: [{ id: evidence_id, role: 'said' }],
        data: { kind, value: bank ? `…${value.slice(-4)}` : value },
      };
    }
  },
});
