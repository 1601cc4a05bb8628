import { KINDS, parse } from '../../pipeline/parse.js';

/** Running text as councils write it, invented; figures of all kinds, about one in twelve words. */
const PARAGRAPHS = [
  "L'an deux mille vingt-trois, le douze avril à dix-huit heures trente, le Conseil municipal de la commune de Valmorin-sur-Orbe, légalement convoqué le 6 avril 2023, s'est réuni en séance publique sous la présidence de Madame le Maire.",
  "Vu la loi n° 2000-321 du 12 avril 2000 relative aux droits des citoyens dans leurs relations avec les administrations, et notamment son article 10 ; vu le décret n° 2001-495 du 6 juin 2001 ; vu la délibération n° 21-C-0056 du 19 février 2021 ; vu l'article L. 2121-29 du Code général des collectivités territoriales,",
  "L'association a accompagné 1 254 jeunes de 16 à 25 ans en 2022, dont 62,5 % de femmes, soit près de 400 de plus qu'en 2021. Elle a organisé 37 ateliers et noué une trentaine de partenariats avec les entreprises du bassin d'emploi.",
  "Pour l'exercice 2023, la Ville attribue à l'association une subvention de fonctionnement de quarante mille euros (40 000 €), versée en deux fois : un acompte de 28 000 € à la signature de la convention et le solde, soit 12 000 €, après réception du rapport d'activité, au plus tard le 31 mars 2024.",
  "La présente convention est conclue pour une durée de trois ans, du 1er janvier 2023 au 31 décembre 2025. Elle peut être dénoncée par l'une ou l'autre des parties, par lettre recommandée, en respectant un préavis de 6 mois. Le siège est fixé 12 rue des Tanneurs, 59999 VALMORIN, tél. 03 99 00 12 34.",
  'Le coût prévisionnel des travaux s’élève à 1 245 800,50 € HT, financé par l’État (35 %), le Département (316 000 €) et la commune, qui supporte le reste, dans la limite de 2,4 M€ sur la période 2023-2026. Les crédits sont inscrits au chapitre 65, article 65748, fonction 61.',
  'Après en avoir délibéré, le Conseil municipal, par 27 voix pour, 3 contre et 2 abstentions, approuve les conclusions du rapporteur et autorise Madame le Maire à signer la convention ainsi que tous les documents qui s’y rapportent, le tout conformément aux dispositions en vigueur et sans autre formalité.',
];

/** Forms that a program may ask for one at a time; a peer is asked for the same. */
const FORMS: readonly string[] = [
  '40 000 €',
  '2.370.600 €',
  '3 806 041, 71€',
  "6,4 millions d'Euros",
  '2 375k€',
  'vingt-deux mille cinq cents euros et cinquante centimes',
  '12 avril 2023',
  '06.04.2022',
  'du 1er janvier 2022 au 31 décembre 2022',
  'six avril deux mille vingt-trois',
  '62,5 %',
  '3 mois',
  'vingt et unième',
  '1 250 habitants',
];

/** The grammar's pace over running text and over short forms, beside a peer's on the same forms, in one run. */
export async function benchFrench(print: (line: string) => void): Promise<void> {
  const text = runningText(4_000_000);
  parse(text.slice(0, 200_000));
  const running = seconds(() => parse(text));
  print(`running text: ${(text.length / 1e6 / running).toFixed(1)} MB/s through all ${KINDS.length} kinds, one core`);

  const count = 60_000;
  const ours = seconds(() => {
    for (let i = 0; i < count; i += 1) JSON.stringify(parse(FORMS[i % FORMS.length]!));
  });
  print(`short forms: ${(count / ours).toFixed(0)} forms/s`);

  const peer = await recognizers();
  if (!peer) {
    print('@microsoft/recognizers-text-suite is not installed: no comparison (npm install brings it)');
    return;
  }
  for (const form of FORMS) peer(form);
  const rounds = 3;
  const theirs = seconds(() => {
    for (let i = 0; i < rounds * FORMS.length; i += 1) peer(FORMS[i % FORMS.length]!);
  });
  const pace = (rounds * FORMS.length) / theirs;
  print(
    `@microsoft/recognizers-text-suite on the same forms: ${pace.toFixed(0)} forms/s, ratio ${(count / ours / pace).toFixed(0)}`,
  );
}

/** The paragraphs over and over, each time with other figures, so that no text is the same. */
function runningText(length: number): string {
  const parts: string[] = [];
  let total = 0;
  for (let i = 0; total < length; i += 1) {
    const paragraph = PARAGRAPHS[i % PARAGRAPHS.length]!.replaceAll(/\b\d{2}\b/g, (two) =>
      String(10 + ((Number(two) + i) % 18)),
    );
    parts.push(paragraph);
    total += paragraph.length + 2;
  }
  return parts.join('\n\n');
}

function seconds(work: () => void): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
}

/** The peer, asked for numbers, money, percents, ordinals and dates, as the grammar is; nothing where it is absent. */
async function recognizers(): Promise<((text: string) => void) | undefined> {
  type Recognize = (query: string, culture: string) => unknown;
  interface Suite {
    readonly Culture: { readonly French: string };
    readonly recognizeNumber: Recognize;
    readonly recognizeOrdinal: Recognize;
    readonly recognizePercentage: Recognize;
    readonly recognizeCurrency: Recognize;
    readonly recognizeDateTime: Recognize;
  }
  try {
    const module = (await import('@microsoft/recognizers-text-suite')) as unknown as { default?: Suite } & Suite;
    const suite = module.default ?? module;
    return (text) => {
      suite.recognizeNumber(text, suite.Culture.French);
      suite.recognizeOrdinal(text, suite.Culture.French);
      suite.recognizePercentage(text, suite.Culture.French);
      suite.recognizeCurrency(text, suite.Culture.French);
      suite.recognizeDateTime(text, suite.Culture.French);
    };
  } catch {
    return undefined;
  }
}
