import { expect, it } from 'vitest';
import { plain } from '../../extractors/acts/plain.js';
import { readStandingAside, readVotes } from '../../extractors/sessions/votes.js';

const votes = (text: string) => readVotes(text, plain(text)).map(({ vote }) => vote);
const aside = (text: string) => readStandingAside(text, plain(text)).map(({ name }) => name);

it.each([
  [
    'VOTE : P : 23 C : 2 A : 1',
    { outcome: 'adopted', unanimous: false, votesFor: 23, votesAgainst: 2, abstentions: 1 },
  ],
  ["ADOPTÉ À L'UNANIMITÉ", { outcome: 'adopted', unanimous: true }],
  [
    'La commission,\nVu le rapport,\naprès en avoir délibéré,\n\n- ATTRIBUE une aide.\nAdopté à l’unanimité : Adopté à la majorité : Voix contre :',
    { outcome: 'adopted' },
  ],
  ['Cession d’un terrain : ajournée', { outcome: 'postponed' }],
  ['Rapporteur : M. Luc CORME\nRetiré de l’ordre du jour', { outcome: 'postponed' }],
  ['Le maire propose de renouveler le contrat. Accord du Conseil.', { outcome: 'adopted' }],
  ['Le Conseil adopte.', { outcome: 'adopted' }],
  ['Le conseil municipal, après en avoir délibéré,\n\n- DÉCIDE de créer un poste.', { outcome: 'adopted' }],
  [
    'Vote : 14 pour / 0 contre / 0 abstention → adopté',
    { outcome: 'adopted', unanimous: true, votesFor: 14, votesAgainst: 0, abstentions: 0 },
  ],
  [
    'pour: 13 contre: 0 abstention(s): 2 non votant(s) : 0',
    { outcome: 'adopted', unanimous: false, votesFor: 13, votesAgainst: 0, abstentions: 2 },
  ],
  [
    'Pour : 12 – Contre : 2 – Abstentions : 1',
    { outcome: 'adopted', unanimous: false, votesFor: 12, votesAgainst: 2, abstentions: 1 },
  ],
  [
    'Adopté par vingt-deux voix pour, trois contre et une abstention.',
    { outcome: 'adopted', unanimous: false, votesFor: 22, votesAgainst: 3, abstentions: 1 },
  ],
  [
    'Votants : 15\nPour : 15\nContre : 0\nAbstention : 0',
    { outcome: 'adopted', unanimous: true, votesFor: 15, votesAgainst: 0, abstentions: 0, voters: 15 },
  ],
  [
    'À la majorité (contre : M. Luc CORME, Mme Ana DORIN), le conseil approuve le projet.',
    { outcome: 'adopted', unanimous: false, votesAgainst: 2 },
  ],
  [
    'Mis aux voix, le vœu est rejeté : 3 voix pour, 9 voix contre, 1 abstention.',
    { outcome: 'rejected', unanimous: false, votesFor: 3, votesAgainst: 9, abstentions: 1 },
  ],
  ['Le conseil municipal prend acte du rapport.', { outcome: 'noted' }],
  ["À l'unanimité, le conseil municipal prend acte de la communication.", { outcome: 'noted', unanimous: true }],
  ['Le point est ajourné et reporté à une prochaine séance.', { outcome: 'postponed' }],
  ['Après discussion, le conseil décide de reporter sa décision.', { outcome: 'postponed' }],
  ['Proposition non retenue par le conseil municipal.', { outcome: 'rejected' }],
  [
    "Le conseil municipal décide à l'unanimité, M. Luc CORME s'abstenant, de vendre.",
    { outcome: 'adopted', unanimous: true, abstentions: 1 },
  ],
  [
    "M. Luc CORME vote contre, Mme Ana DORIN et M. Guy EVRARD s'abstiennent. Le conseil accepte la vente.",
    { outcome: 'adopted', unanimous: false, votesAgainst: 1, abstentions: 2 },
  ],
  [
    'Le conseil refuse, par 5 voix contre 2, la demande d’échange.',
    { outcome: 'rejected', unanimous: false, votesFor: 2, votesAgainst: 5 },
  ],
  [
    'Le Conseil municipal émet un avis défavorable à cette vente (12 contre, 2 abstentions).',
    { outcome: 'rejected', unanimous: false, votesAgainst: 12, abstentions: 2 },
  ],
  [
    'La demande est rejetée par 9 voix contre 5.',
    { outcome: 'rejected', unanimous: false, votesFor: 5, votesAgainst: 9 },
  ],
  ['Approbation à la majorité (2 contre)', { outcome: 'adopted', unanimous: false, votesAgainst: 2 }],
  [
    'Le groupe Agir vote contre (5 voix). Adopté à la majorité.',
    { outcome: 'adopted', unanimous: false, votesAgainst: 5 },
  ],
  [
    'Vote : adopté à la majorité – 2 contre (M. CORME, M. DORIN)',
    { outcome: 'adopted', unanimous: false, votesAgainst: 2 },
  ],
  [
    'À la majorité (deux contre : Madame CORME et M. DORIN), le conseil décide.',
    { outcome: 'adopted', unanimous: false, votesAgainst: 2 },
  ],
  [
    'Adopté à la majorité\nPour : Mme BLIN, M. CORME, M. DORIN\nContre : M. EVRARD\nAbstention : Mme FAURE',
    { outcome: 'adopted', unanimous: false, votesFor: 3, votesAgainst: 1, abstentions: 1 },
  ],
  ["Zoé BLIN propose de porter la caution à 300 €. Le conseil est d'accord.", { outcome: 'adopted' }],
  [
    'ADOPTÉ À LA MAJORITÉ\nVOTE CONTRE DU GROUPE AGIR\nABSTENTION DE MADAME ANA DORIN',
    { outcome: 'adopted', unanimous: false, abstentions: 1 },
  ],
])('reads the vote in %j', (text, expected) => {
  expect(votes(text)).toEqual([expected]);
});

it.each([
  'Monsieur le Maire propose au conseil municipal de créer un poste.',
  'Le Conseil prend connaissance du rapport et n’émet aucune observation.',
  'La commission des finances a donné un avis favorable à l’unanimité.',
  'Il convient de retenir 12 emplois pour 2023 contre 15 en 2022.',
  'Les conseillers présents formant la majorité des membres en exercice.',
])('finds no vote in %j', (text) => {
  expect(votes(text)).toEqual([]);
});

it('counts of one form that follow each other are as many votes', () => {
  expect(
    votes(
      'DM1 budget principal : Vote : 14 pour / 0 contre / 0 abstention\nDM1 budget eau : Vote : 13 pour / 1 contre / 0 abstention',
    ),
  ).toHaveLength(2);
  expect(
    votes('Budget de la commune : 15 voix pour, 4 contre\nBudget du port : 15 voix pour, 4 abstentions'),
  ).toHaveLength(2);
  expect(votes('Le conseil, par 14 voix pour et 0 contre, décide.\nPour : 14 Contre : 0')).toHaveLength(1);
});

it.each([
  ['Madame Zoé BLIN ne prend pas part au vote.', ['Zoé BLIN']],
  [
    "ADOPTÉ À L'UNANIMITÉ DES SUFFRAGES EXPRIMÉS Mme Zoé\nBLIN ainsi que MM. Paul ARDENT, Luc CORME et Guy DORIN n'ayant pas\npris part au débat ni au vote.",
    ['Zoé BLIN', 'Paul ARDENT', 'Luc CORME', 'Guy DORIN'],
  ],
  [
    "Le Conseil, Madame Anne-Lise BLIN se retirant et ne prenant pas part au vote, à l'unanimité, approuve.",
    ['Anne-Lise BLIN'],
  ],
  ['Ne prennent pas part au vote : M. Paul ARDENT, Mme Zoé BLIN\nPour : 12', ['Paul ARDENT', 'Zoé BLIN']],
  ['Mme Zoé BLIN, présidente du Club des Aînés, ne participe pas au vote.', ['Zoé BLIN']],
  ['Docteur BLIN, Président du Tennis-Club, ne participe pas au vote.', ['BLIN']],
  ['Monsieur le Maire ne prend pas part au vote.', []],
])('reads who stands aside: %j', (text, names) => {
  expect(aside(text)).toEqual(names);
});
