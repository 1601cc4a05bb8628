import { expect, it } from 'vitest';
import { referenceAt } from '../../extractors/acts/reference.js';

it.each([
  ['24-09/075 –  Admission en non-valeur :', '24-09/075'],
  ['20231218 1 Admissions en non-valeurs, délibération', '20231218 1'],
  ['2023/ 40 - ASSOCIATION DES PRÉS – SUBVENTION', '2023/40'],
  ['N° 2013 / 131', '2013/131'],
  ['24-B-0045', '24-B-0045'],
  ['DÉLIBÉRATION N° 2023-045 : Tarifs', '2023-045'],
  ['Délibération n°12/2023', '12/2023'],
  ['DCM 2024/12', '2024/12'],
  ['19-05-02 TRAVAUX RUE DES SOURCES', '19-05-02'],
  ['DE N°2 Tarifs', '2'],
  ['2015-09-01 Vente d’une parcelle', '2015-09-01'],
  ['N° 2022.39', '2022.39'],
  ['DELIBERATION N° 12-06-14', '12-06-14'],
  ['Délibération 21/10-01 – Marché de relevage', '21/10-01'],
  ['DE_15122020_01 REGLEMENT INTERIEUR', 'DE_15122020_01'],
  ['2019 03 n°01 – FINANCES', '2019 03 n°01'],
  ['2023-12\tTarifs de la cantine\tAdopté', '2023-12'],
])('reads the number at the start of %j', (line, reference) => {
  expect(referenceAt(line)?.reference).toBe(reference);
});

it.each([
  '12/04/2023 à 20 heures',
  '12-04-23 SÉANCE DU CONSEIL',
  '12-04-23 à 20 heures',
  'Délibération 12/04/23 – Tarifs',
  '2015-2016 en bref',
  '12.50 € le repas',
  '900 - SERVICES GENERAUX',
  '4 juin 2021',
  '1 Subventions',
  '50990 BRÉCOURT',
])('finds no number at the start of %j', (line) => {
  expect(referenceAt(line)).toBeUndefined();
});
