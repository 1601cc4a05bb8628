import { describe, expect, it } from 'vitest';
import { paragraph, report, told } from './written.js';

const units = (...lines: string[]) =>
  report(...lines.map((line) => paragraph(line))).map(({ value, unit, label }) => [value, unit, label]);

describe('units of measure', () => {
  it('measure what stands before them', () => {
    expect(
      units(
        'Volume produit : 1 254 300 m³',
        'Consommation moyenne par abonné : 98 m³/an',
        'Longueur du réseau : 245 km',
        'La quantité distribuée en 2021 était de 4630 tonnes.',
        'La production de déchets ménagers s’élève à 512 kg/hab/an.',
        'Les encombrants s’élèvent à 27 kg par habitant en Bretagne.',
        'Consommation annuelle : 5,6 TWh',
        'Volume prélevé : 12 500m3',
        'La durée moyenne du séjour est de 4,3 nuits.',
        'Le nombre moyen d’élèves par classe est de 24 élèves.',
      ),
    ).toEqual([
      ['1254300', 'm³', 'Volume produit'],
      ['98', 'm³/an', 'Consommation moyenne par abonné'],
      ['245', 'km', 'Longueur du réseau'],
      ['4630', 'tonnes', 'quantité distribuée'],
      ['512', 'kg/hab/an', 'production de déchets ménagers'],
      ['27', 'kg par habitant', 'encombrants'],
      ['5.6', 'TWh', 'Consommation annuelle'],
      ['12500', 'm3', 'Volume prélevé'],
      ['4.3', 'nuits', 'durée moyenne du séjour'],
      ['24', 'élèves', 'nombre moyen d’élèves par classe'],
    ]);
  });

  it('are of a quantity of what has just been counted', () => {
    expect(units('Le service exploite 12 réservoirs d’une capacité totale de 4 500 m3.')).toEqual([
      ['12', 'réservoirs', 'réservoirs'],
      ['4500', 'm3', 'capacité totale – réservoirs'],
    ]);
  });

  it('say where something is, and measure nothing', () => {
    expect(units('La salle est à 5 km du bourg.', 'Les foyers sont desservis dans un rayon de 12 km.')).toEqual([]);
  });
});

describe('millions', () => {
  it('are read out', () => {
    const found = report(
      paragraph('Le réseau a servi 1,2 million de repas et distribué 4,5 millions d’ouvrages.'),
      paragraph('Il compte 1,3 million jeunes, dont 1,1 million ont été reçus.'),
      paragraph('Un millier de visiteurs sont venus.'),
    );
    expect(found.map(told)).toEqual([
      '1200000 | repas | 2021',
      '4500000 | ouvrages | 2021',
      '1300000 | jeunes | 2021',
      '1100000 | jeunes reçus | 2021',
      '1000 | visiteurs venus | 2021',
    ]);
    expect(found[4]!.approximation).toBe('about');
  });

  it('of euros are money', () => {
    expect(report(paragraph('Le budget est de 1,2 million d’euros.'))).toEqual([]);
  });
});
