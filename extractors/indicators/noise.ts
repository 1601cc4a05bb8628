import { writesYear } from '../french/calendar.js';
import { MONTH } from '../french/months.js';
import { nameInList } from './bracket-list.js';
import { countedNoun } from './counted.js';
import type { Figure } from './figures.js';

/** Figures that measure nothing: they name, number, date, locate, bound an age or prescribe a time. Texts are plain. */

/** What a number may be the number of: "article 12", "avenant 65", "niveau 4", "lot n° 3". */
const NUMBERED =
  /(?:\b(?:n ?[°o]s?|numeros?|articles?|art\.?|alineas?|avenants?|chapitres?|sous-chapitre|fonctions?|operations? n|annexes?|pages?|p\.|pp\.|figures?|fig\.?|tableaux?|niveaux?|phases?|lots?(?: n)?|categories?|groupe|classe|tranche|rang|etape|version|point|titre|tome|volume|numero|section|parcelles?|axe|priorite|objectif|mesure|action n|fiche|question|delib(?:eration)?|arrete|loi|decret|code|cerfa|grade|echelon|indice|coefficient|porte|batiment|bat\.?|appt|escalier|etage|salle|ligne|bus|quai|zone|secteur|lycee|semaine|cycle|type|modele|format|tel|fax|bp|cs|cedex|cdp|rd|rn) ?\.? ?|\bbac ?[+-] ?|#)$/;
const ROAD =
  /^ ?(?:bis|ter|quater)?,? ?(?:rue|avenue|av\.|boulevard|bd|place|allees?|chemin|route|impasse|quai|square|cours|faubourg|passage|residence|rond-point|lieu-dit|placette|esplanade|promenade|parvis|ruelle|sente|sentier|montee|villa|cite|voie)\b/;
const CLOCK = /^ ?(?:h\b|h ?\d|heures? (?:\d|du (?:matin|soir)|pile)|[:h]\d\d)/;
const TIME =
  /^ ?(?:(?:premiere?s?|derniere?s?|prochaine?s?|autres?) )?(?:mois|jours?|semaines?|heures?|h|minutes?|min|secondes?|ans?|annees?|trimestres?|semestres?|nuits?)\b/;
/** A time that measures what was done: hours worked, days of training. */
const TIME_SPENT =
  /^ ?(?:mois|jours?|journees?|semaines?|heures?|h|minutes?|annees?) (?:d'|de |du )?(?:formations?|insertion|clauses?|travail|travaillees?|accompagnement|benevolat|interventions?|accueil|enseignement|presence|realisees?|effectuees?|cours|animation|ouverture|permanence|delegation|soutien|utilisation|activites?|prestations?|consultation|ecoute|mediation|production|absence|stage|aide|conseils?|ateliers?|menage|garde|conduite|generees?)/;
const AVERAGE = /\b(?:moyen(?:ne)?s?|median|mediane|en moyenne)\b/;
const LIST_OF =
  /^ ?(?:grande?s? |principa(?:ux|les) |autres? |nouvea?ux? |nouvelles? |differente?s? |premi[a-z]+ |derni[a-z]+ |prochaine?s? |offres de services?|double )*(?:axes?|thematiques?|themes?|objectifs?|parties|volets?|points?|priorites?|phases?|piliers?|dimensions?|criteres?|domaines?|categories?|types?|sortes?|facons?|manieres?|niveaux?|orientations?|enjeux?|valeurs?|principes?|temps forts?|raisons?|cas|choses?|fois(?! par| a la| en)|versements?|tranches?|acomptes?|originaux|alineas?|articles|chapitres?|branches?|poles?|options?|blocs?|modules?|lieux|modalites?|formes?|aspects?|finalites?|grandes? lignes|offres? de services?|annexes?|degres?|couleurs?|dates?|cm|mm|pixels?|volts?|etages?|chiffres?|lettres?|caracteres?)\b/;
/** "245 km de réseau" measures in a report; "dans un rayon de 5 km", "à 200 mètres" say where, "2 m de haut" how big. */
const LENGTH = /^ ?(?:km|kilometres?|metres?|m|ml)(?![\p{L}\d²³])/u;
const SAYS_WHERE =
  /\b(?:rayon|distance|hauteur|largeur|profondeur|diametre|epaisseur|moins|plus) de $|\b(?:a|tous les|situee?s? a|pres de|environ) $/;
const SAYS_HOW_BIG = /^ ?\S+ (?:de (?:haut|hauteur|large|largeur|diametre|profondeur|long)\b|a (?:pied|vol)\b)/;
const ATTENDANCE =
  /^ ?(?:membres?|conseill(?:ers?|eres?)|elus?|delegues?|administrateurs?|voix|votes?|suffrages?|pouvoirs?|procurations?|absents?|presents?|excuses?|votants?|abstentions?|contre\b|pour\b|exprimes?|suppleants?|titulaires?|oui\b|non\b|adjoints?|blancs?|nuls?)\b/;
const ATTENDED =
  /(?:\bpresents?|\babsents?|\bvotants?|\bpouvoirs?|\bprocurations?|\bexprimes?|\babstentions?|\bcontre|\bpour|\ben exercice|\bexcuses?|\brepresentes?|\bvoix|\bquorum|\bsuffrages)(?: [a-z]{2,12}){0,2} ?: ?$/;
/** The rates of local taxes are what a council votes: only what is a share of another tax is left out. */
const PERCENT_OF_LAW =
  /\b(?:tva|penalites?|retenue|interets?|acompte|avance|solde|versement|taxe(?! (?:d'habitation|fonciere|professionnelle))|cotisation(?! fonciere)|majoration|prise en charge)\b[^.;]{0,40}$/;

/** "50 % à la signature", "30 % au 1er mars", "20 % sur présentation du bilan": when a part of a sum is paid. */
const INSTALMENT =
  /^ ?(?:(?:du|de la|de l') ?(?:montant|subvention|somme|aide|total)[^.;:]{0,30}? )?(?:seront |sera |est |sont )?(?:verse(?:e|s|es)? )?(?:(?:a|des|lors de|apres|sur|au vu de) ?(?:la |l'|le |les |d')?(?:signature|notification|presentation|remise|production|reception|demarrage|commencement|achevement|demande|transmission|fin des travaux|livraison|commande|justificati|caractere executoire)|(?:au|le|en|avant le|debut|fin|courant) (?:\d{1,2}(?:er)? )?(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b)/;

/** "versée en deux fois : 60 %": parts of a payment. */
const PAID_IN_PARTS =
  /\b(?:vers|pa(?:y|i))(?:ee?s?|ables?|era|es) (?:en (?:une|deux|trois|quatre|plusieurs|\d) |comme suit|selon|par )[^.;]{0,40}$/;

/** Small words that lead from a sentence to its figure. */
const LINKS =
  /(?:^|[^a-z])(?:d[eu]s?|les?|la|ces|ses|a|et|ou|sur|pour|par|dont|avec|soit|en|aux?|ont|sont|compte|reste) $/;

export interface Surroundings {
  readonly plain: string;
  /** With its capitals. */
  readonly text: string;
  /** The act reports on activity: every figure with a noun counts. Elsewhere only what is known to be counted. */
  readonly report: boolean;
}

/** Whether a figure cannot be an indicator. */
export function isNoise(figure: Figure, { plain, text, report }: Surroundings): boolean {
  const before = plain.slice(Math.max(0, figure.start - 60), figure.start);
  const after = plain.slice(figure.after, figure.after + 80);
  const average = AVERAGE.test(before) || AVERAGE.test(after.slice(0, 40).replace(/[(.;].*$/, ''));
  if (/\.{4,}|…\s*…|(?:\. ){4,}/.test(before.slice(-12)) || /^ ?(?:\.{4,}|…\s?…)/.test(after)) return true;
  if (figure.form === 'fraction' && /^ ?(?:d')?(?:h|heures?)\b/.test(after)) return true;
  if (figure.form === 'number') {
    if (/\d (?:pour|sur) $/.test(before) && /^(?:10|100|120|1000|10000|100000)$/.test(figure.value)) return true;
    if (
      /\bpour $/.test(before) &&
      /^1(?:000*|20)$/.test(figure.value) &&
      /^ (?:habitants?|abonnes?|personnes?|naissances|m3|m³)/.test(after)
    )
      return true;
    if (/^ de trop\b/.test(after)) return true;
    if (NUMBERED.test(before) && !figure.signed)
      return !(average && /d ?$/.test(before)) && !/\b(?:de|d)\s$/.test(before.slice(-3));
    if (BEFORE_MONTH.test(after)) return true;
    if (/^ ?(?:ans|an)\b/.test(after)) return !average;
    if (/^ ?(?:a|et|ou|-) ?\d+ (?:ans|mois|heures|jours|h)\b/.test(after)) return true;
    if ((CLOCK.test(after) && !isBigTime(figure, after)) || ROAD.test(after)) return true;
    if (
      TIME.test(after) &&
      (/\d (?:heures?|h|minutes?|min) (?:et )?$/.test(before) || /^ minutes? (?:et )?\d/.test(after))
    )
      return true;
    if (/\d (?:min|mn) ?$/.test(before)) return true;
    if (TIME.test(after) && !TIME_SPENT.test(after))
      return !(average || isBigTime(figure, after) || /\bdont (?:plus de |pres de )?$/.test(before));
    if (TIME_SPENT.test(after) && /\b(?:hebdomadaires?|par semaine|par mois|par jour|obligatoires?)\b/.test(after))
      return true;
    if (LIST_OF.test(after) && Number(figure.value) < 100) return true;
    if (LENGTH.test(after) && (!report || SAYS_WHERE.test(before) || SAYS_HOW_BIG.test(after))) return true;
    if (isClassBound(figure, before, after)) return true;
    if (ATTENDANCE.test(after) && !report) return true;
    if (ATTENDED.test(before)) return true;
    if (/^ ?(?:€|euros?\b|k€|m€|keur|eur\b|francs?\b|vnd\b|usd\b|\$|£|dollars?)/.test(after)) return true;
    if (
      /^ ?(?:jours?|heures?|h) ?(?:sur|\/) ?\d/.test(after) ||
      (/\b(?:sur|\/) ?$/.test(before.slice(-5)) && /\d ?(?:jours?|h|heures?) (?:sur|\/) ?$/.test(before))
    )
      return true;
    if (/^(?:er|ere|e|eme|nd|nde)\b/.test(after)) return true;
    if (isYear(figure, before, after, plain, text)) return true;
    if (/^ ?\)/.test(after) && !/\([^)]*$/.test(before)) return true;
    if (isNumbering(figure, plain, text)) return true;
    // "2 Décisions modificatives": outside reports a capital behind a small number is a point's title.
    if (
      !report &&
      Number(figure.value) <= 40 &&
      !LINKS.test(plain.slice(Math.max(0, figure.start - 12), figure.start)) &&
      /^ +\p{Lu}\p{Ll}/u.test(text.slice(figure.end))
    )
      return true;
    if (isName(figure, plain, text)) return !report || nameInList(plain, figure.start) === undefined;
  }
  if (figure.form === 'percent' && !report && PERCENT_OF_LAW.test(before)) return true;
  if (figure.form === 'percent' && !report && (INSTALMENT.test(after) || PAID_IN_PARTS.test(before))) return true;
  if (figure.form === 'percent' && /\bprise en charge\b[^.;]{0,50}$/.test(before)) return true;
  return false;
}

/** "entreprises de 10 à 49 salariés", "communes de moins de 3 500 habitants": a class, not a count. */
const isClassBound = (figure: Figure, before: string, after: string): boolean =>
  /^ ?(?:salarie(?:e|s|es)?|habitants?|agents?|employes?|etp|lits|eleves|places)\b/.test(after) &&
  (/\b(?:de|d'au) (?:moins|plus)(?: de)? $/.test(before) ||
    (figure.max !== undefined && /\b(?:de|entre) $/.test(before)));

/** "771 000 heures": nobody prescribes so much. */
const isBigTime = (figure: Figure, after: string): boolean =>
  Number(figure.value) >= 100 && /^ ?(?:heures?|jours?|journees?|h)\b(?! (?:par|hebdo|chaque))/.test(after);

const BEFORE_MONTH = new RegExp(`^ ${MONTH}\\b`);
const BEFORE_YEAR = new RegExp(`\\b(?:en|annee|annees|depuis|exercice|fin|debut|saison|d'ici|${MONTH}) $`);

function isYear(figure: Figure, before: string, after: string, plain: string, text: string): boolean {
  if (figure.inWords || !writesYear(figure.value) || /[ .]/.test(plain.slice(figure.start, figure.end))) return false;
  if (BEFORE_YEAR.test(before)) return true;
  return (
    countedNoun(after, 0) === undefined || !/^ \p{L}/u.test(after) || /^ \p{Lu}\p{Ll}/u.test(text.slice(figure.end))
  );
}

/** "1. Les actions", "2/ La construction", "3 - Bilan": the number of a heading or of an item. */
function isNumbering(figure: Figure, plain: string, text: string): boolean {
  if (figure.inWords || Number(figure.value) > 40 || plain.slice(0, figure.start).trim() !== '') return false;
  if (/^\d{1,2}\.\d{1,2}$/.test(plain.slice(figure.start, figure.end)) && /^ +\p{Lu}/u.test(text.slice(figure.end)))
    return true;
  return /^ ?(?:[.)°/]|-\s|–\s)/.test(text.slice(figure.end)) || /^(?:\.\d+)+/.test(text.slice(figure.end));
}

const SMALL_WORD =
  /^(?:les?|la|des?|du|et|ou|a|au|aux|pour|dont|avec|en|dans|sur|par|soit|plus|pres|environ|sont|ont|un|une|ces|ses|nos|leurs|vers|chez|contre|entre|parmi|apres|total|avoir|ainsi|enfin|puis|seulement|ce|cette|nombre|ans|moins|minima|que|qui|autres|seuls?)$/;

/** "France 3", "Espace 2000", "plan « 1000 apprentis »": a figure inside a name. */
function isName(figure: Figure, plain: string, text: string): boolean {
  const around = text.slice(Math.max(0, figure.start - 2), figure.start);
  if (/[«"“'’]\s?$/.test(around) && !figure.inWords && !/[dl]['’]$/.test(around)) {
    const close = text.slice(figure.end, figure.end + 40).search(/[»"”]/);
    if (
      close >= 0 &&
      /\b(?:plan|programme|dispositif|projet|operation|action|label|appel|concours|campagne|challenge|mission)\b[^.;]{0,12}$/.test(
        plain.slice(0, figure.start),
      )
    )
      return true;
  }
  if (figure.inWords) return false;
  if (/[«"“]\s?(?:plan|programme|dispositif|operation|objectif|label|mission)\s$/.test(plain.slice(0, figure.start)))
    return true;
  const word = /(\p{L}[\p{L}'’-]*) $/u.exec(text.slice(Math.max(0, figure.start - 30), figure.start))?.[1];
  if (word === undefined || !/^\p{Lu}/u.test(word)) return false;
  const folded = plain.slice(figure.start - 1 - word.length, figure.start - 1);
  if (SMALL_WORD.test(folded) || /\n/.test(folded)) return false;
  const allCaps = text === text.toUpperCase();
  if (allCaps) return false;
  return countedNoun(plain, figure.end) === undefined;
}
