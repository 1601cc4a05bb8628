import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterEntities } from '../../extractors/entities/cluster.js';
import { identifiedNearby, linkKeys, type Mention } from '../../extractors/entities/mention.js';
import { nameKey } from '../../extractors/entities/name.js';

const mention = (name: string, more: Partial<Mention> = {}): Mention => ({
  name,
  kind: 'association',
  aliases: [],
  place: 'commune valbrune',
  ...more,
});

const groups = (mentions: Mention[]): string[][] =>
  clusterEntities(mentions).map(({ names }) => names.map(({ name }) => name));

describe('the key of a name', () => {
  it.each([
    ['Association Les Amis du Théâtre', 'AMIS DU THEATRE'],
    ['Mission Emploi Haut-Clain', 'mission emploi Haut Clain'],
    ['Ville de Valbrune', 'COMMUNE DE VALBRUNE'],
    ['Conseil municipal de la Ville de Valbrune', 'Mairie de Valbrune'],
    ['Conseil Départemental de la Vienne', 'Département de la Vienne'],
    ['S.A.R.L. Martel', 'SARL MARTEL'],
    ['l’A.D.J.B.', 'ADJB'],
    ["Centre communal d'action sociale de Valbrune", 'CCAS de Valbrune'],
    ['Mission Emploi Haut-Clain (MEHC)', 'Mission Emploi Haut-Clain'],
  ])('%s and %s are one', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });
  it.each([
    ['Mission Locale de Valbrune', 'Mission Locale de Bruneval'],
    ['Commune de Valbrune', 'Commune associée de Valbrune'],
    ['Ville de Valbrune', 'Département de Valbrune'],
    ['Judo 34', 'Judo 35'],
    ['Mission Locale (Lomme)', 'Mission Locale (Lille)'],
  ])('%s and %s are two', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });
  it('of a person does not mind which name comes first', () => {
    expect(nameKey('Mme Aline QUERCY', 'person')).toBe(nameKey('Quercy Aline', 'person'));
  });
});

describe('entities', () => {
  it('are one for all ways of writing', () => {
    expect(groups([mention('Les Amis du Moulin'), mention('LES AMIS DU MOULIN')])).toHaveLength(1);
  });
  it('follow the acronym that a document defines', () => {
    const found = groups([
      mention('Mission Emploi Haut-Clain', { aliases: ['MEHC'] }),
      mention('MEHC'),
      mention('MEHC', { place: 'commune ailleurs' }),
    ]);
    expect(found).toContainEqual(['MEHC', 'Mission Emploi Haut-Clain']);
    expect(found).toHaveLength(2);
  });
  it('do not follow an acronym that two bodies share', () => {
    expect(
      groups([
        mention('Maison Locale', { aliases: ['ML Nord'] }),
        mention('Ligue Musicale Valbrune', { aliases: ['LMV'] }),
        mention('Les Marcheurs Valbrunois', { aliases: ['LMV'] }),
        mention('LMV'),
      ]),
    ).toHaveLength(4);
  });
  it('keep one body for one SIREN whatever its names', () => {
    expect(
      groups([
        mention('Le Phare', { siren: '378877708' }),
        mention('Association du Phare Bleu', { siret: '37887770800040' }),
      ]),
    ).toHaveLength(1);
  });
  it('keep two bodies for two SIREN whatever their name', () => {
    const found = clusterEntities([
      mention('Les Amis du Moulin', { siren: '378877708', place: 'a' }),
      mention('Les Amis du Moulin', { siren: '493060388', place: 'b' }),
      mention('Les Amis du Moulin', { place: 'b' }),
    ]);
    expect(found.map(({ key, mentions }) => [key, mentions.length])).toEqual([
      ['siren:378877708', 1],
      ['siren:493060388', 2],
    ]);
  });
  it('take a name for the body of their own document that goes by it, before the one of the place', () => {
    const here = identifiedNearby([
      mention('Les Amis du Moulin', { siren: '378877708' }),
      mention('LES AMIS DU MOULIN'),
    ]);
    const found = clusterEntities([
      ...here,
      mention('Les Amis du Moulin', { siren: '493060388' }),
      mention('Amis du moulin'),
    ]);
    expect(found.map(({ names }) => names.map(({ name }) => name))).toEqual([
      ['Amis du moulin'],
      ['LES AMIS DU MOULIN', 'Les Amis du Moulin'],
      ['Les Amis du Moulin'],
    ]);
  });
  it('take a name that says only a sort of body for the one of the place', () => {
    expect(groups([mention('CCAS'), mention('CCAS', { place: 'commune bruneval' }), mention('ccas')])).toHaveLength(2);
  });
  it('mend one misread letter of a long word, and no more', () => {
    expect(groups([mention('Les Amis du Grandmoulin'), mention('Les Amis du Grandmoulln')])).toHaveLength(1);
    expect(groups([mention('Mission Locale de Tours'), mention('Mission Locale de Toury')])).toHaveLength(2);
  });
  it('read the INSEE code of a town in its SIREN', () => {
    expect(
      clusterEntities([mention('Ville de Valbrune', { kind: 'municipality', siren: '213401722' })])[0]!.insee,
    ).toBe('34172');
  });

  it('do not depend on the order of the mentions', () => {
    const pool = [
      'Les Amis du Moulin',
      'AMIS DU MOULIN',
      'Amis du Moulln',
      'LMV',
      'Ligue Musicale Valbrune',
      'CCAS',
      'Ville de Valbrune',
      'Mission Locale de Tours',
    ];
    const any = fc.record({
      name: fc.constantFrom(...pool),
      kind: fc.constantFrom('association' as const, 'municipality' as const),
      aliases: fc.subarray(['LMV', 'AM']),
      place: fc.constantFrom('a', 'b'),
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(any, fc.option(fc.constantFrom('378877708', '493060388'))), { maxLength: 12 }),
        fc.nat(),
        (drawn, turn) => {
          const mentions: Mention[] = drawn.map(([mentioned, siren]) => ({
            ...mentioned,
            ...(siren ? { siren } : {}),
          }));
          const cut = mentions.length === 0 ? 0 : turn % mentions.length;
          const turned = [...mentions.slice(cut), ...mentions.slice(0, cut)].reverse();
          const told = (list: Mention[]) => clusterEntities(list).map(({ mentions: _, ...entity }) => entity);
          expect(told(turned)).toEqual(told(mentions));
        },
      ),
    );
  });

  it('never join mentions without a common link', () => {
    const mentions = ['Les Amis du Moulin', 'Amis du Moulin', 'Judo Valbrune', 'CCAS'].map((name) => mention(name));
    for (const entity of clusterEntities(mentions)) {
      const keys = entity.mentions.map((i) => linkKeys(mentions[i]!));
      for (const list of keys) expect(list.some((key) => keys[0]!.includes(key))).toBe(true);
    }
  });
});
