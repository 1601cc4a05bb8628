import { describe, expect, it } from 'vitest';
import { apposed } from '../../extractors/parties/apposed.js';
import { actOf } from './act.js';

describe('parties that the words beside them announce', () => {
  it.each([
    ['Le lot est confié à Clainlogis (issu de la fusion de deux bailleurs).', ['company Clainlogis']],
    ["L'équipe de France Jardins (association des anciens élèves) a gagné.", ['association France Jardins']],
    ["Le foyer est tenu par l'organisation Human Help (HH).", ['association Human Help']],
    ['Il signe avec le gérant de l’élevage « La Forêt du Clain ».', ['company La Forêt du Clain']],
    ['Les frais sont à la charge des consorts MERLIN-DUBOIS.', ['person consorts MERLIN-DUBOIS']],
    [
      'Le syndicat réunit les communes de Arc, Bussy et Vals.',
      ['municipality Arc', 'municipality Bussy', 'municipality Vals'],
    ],
    ['Il désigne Monsieur Luc PERRAULT en tant que représentant.', ['person Luc PERRAULT']],
    ['Madame Claire Ferrand est désignée pour cet inventaire.', ['person Claire Ferrand']],
    ['Directrice générale : Anne MOREL', ['person Anne MOREL']],
    ['Il désigne Madame Claire Ferrand secrétaire de séance.', []],
    ['Madame Claire Ferrand est désignée secrétaire.', []],
    ['La Ville de Lure, association Le Relais, Monsieur PERRAULT, société Bardet', []],
    ['Le lot est confié à Clainlogis, entreprise sociale pour l’habitat.', ['company Clainlogis']],
    ['Considérant (association de fait) la demande', []],
    ['les communes de moins de 3 500 habitants, Arc et Vals', []],
  ])('%s', (text, parties) => {
    expect(apposed(actOf(text)).map(({ kind, name }) => `${kind} ${name}`)).toEqual(parties);
  });
});
