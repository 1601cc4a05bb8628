import type { Stretch } from '../../models/page.js';
import { plain } from '../acts/plain.js';

/** A word or mark of a list of names, and what it may be in it. */
export interface Token extends Stretch {
  readonly text: string;
  readonly kind: 'given' | 'capitals' | 'particle' | 'honorific' | 'role' | 'word' | 'break' | 'line' | 'soft';
}

const HONORIFICS = new Set(
  'm mm mme mmes mlle mlles melle melles mr mrs ms monsieur messieurs madame mesdames mademoiselle dr docteur me maitre pr'.split(
    ' ',
  ),
);
/** Words inside a name. */
export const PARTICLES = new Set('de du des la le les d van von der den da dos di el ben bel al y'.split(' '));
/** Words of office, and words with a capital that open a list or a sentence and are nobody's name. */
const ROLES = new Set(
  `maire maires adjoint adjointe adjoints adjointes conseiller conseillere conseillers conseilleres municipal
  municipale municipaux municipales communal communale communaux communautaire communautaires metropolitain
  metropolitains metropolitaine departemental departementale departementaux regional regionale regionaux president
  presidente presidents vice vices vice-president vice-presidente vice-presidents vice-presidentes delegue deleguee
  delegues deleguees titulaire titulaires suppleant suppleante suppleants suppleantes membre membres secretaire
  secretaires rapporteur rapporteure doyen doyenne senateur senatrice depute deputee premier premiere deuxieme
  troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme conseil conseils bureau assemblee comite
  commission commune communes ville mairie communaute syndicat present presente presents presentes etait etaient
  absent absente absents absentes excuse excusee excuses excusees represente representee representes representees
  pouvoir pouvoirs procuration procurations mandat mandataire mandataires mandant mandants donne donnent ayant nom
  noms prenom prenoms qualite elu elue elus elues directeur directrice general generale dgs services service agent
  agents invite invites invitee assistait assistaient participait participaient assiste assistent nombre quorum
  votants exercice seance date convocation est sont formant majorite arrivee arrive depart qui tous toutes soit
  total et ainsi que dont autres le la les cadre maire-adjoint maires-adjoints maire-adjointe delibere deliberante
  public journaliste journalistes liste groupe designation nomination secretariat election tresorier tresoriere
  departement region canton sous presidence article code fonction fonctions civilite effectif suffrage suffrages
  cgct loi ordre jour objet appel nominal neant aucun aucune`.split(/\s+/),
);

/** Where the delegates in a line come from: "LORGUES-BOURG : M. …", "CDC de Lorgues : Zoé BLIN", "LORGUES : Zoé BLIN", "Groupe Avenir : …". */
const PLACE_LABEL = new RegExp(
  [
    /(?:\p{Lu}|[Pp]our l)[^\n:;,.()]{1,45}:(?=[ \t]*(?:M\.|MM\.?|Mmes?|Mlle|[Mm]onsieur|[Mm]adame|[Mm]essieurs|[Mm]esdames)[ \t])/u,
    /\p{Lu}[^\n:;,.()]{0,45}(?<=\b(?:CDC|CC|CA|CU|Commune|COMMUNE|[Dd][eu]|DE|DU|des|DES|sur|SUR) )[^\n:;,.()]{1,40}:(?=[ \t]*\p{Lu}[\p{L}'’-]+ \p{Lu})/u,
    /\p{Lu}[\p{Lu}'’ -]{1,40}:(?=[ \t]*\p{Lu}\p{Ll}[\p{L}-]* \p{Lu}{2})/u,
    /(?:Groupe|GROUPE|Liste|LISTE)\b[^\n:]{1,60}:/u,
  ]
    .map(({ source }) => `(?<=^|\\n)[ \\t]*${source}`)
    .join('|'),
  'gu',
);

/** The words and marks in [start, end) of `text`. `lineBreaks`: a new line begins a new name. */
export function tokensOf(text: string, start: number, end: number, lineBreaks: boolean): Token[] {
  const slice = text.slice(start, end);
  const tokens: Token[] = [];
  const pattern =
    /\([^()]{0,200}\)|\p{L}[\p{L}\p{M}'’´‑-]*(?:\.(?=\p{L}))?|\n\s*\n|\n|\t|[,;:|&•➢►▪●–—→*/()]| [-‐‑] ?|- |\d{1,2}(?:er|[eè]re|[eè]me|e|è|nde?)(?!\p{L})|\d+|\./gu;
  const labels = [...slice.matchAll(PLACE_LABEL)];
  const namesCell = cellOfNames(slice);
  let cell = 0;
  let next = 0;
  for (const match of slice.matchAll(pattern)) {
    const at = start + match.index;
    const word = match[0];
    while (labels[next] && labels[next]!.index + labels[next]![0].length <= match.index) next += 1;
    if (labels[next] && labels[next]!.index <= match.index && word.trim() !== '') {
      tokens.push({ start: at, end: at + word.length, text: word, kind: 'break' });
      continue;
    }
    const stretch = { start: at, end: at + word.length, text: word };
    if (word.includes('\n')) cell = 0;
    if (word === '\t') {
      tokens.push({ ...stretch, kind: cell === namesCell ? 'soft' : 'break' });
      cell += 1;
    } else if (word === '\n') {
      const before = tokens.at(-1);
      const joined = before?.text.endsWith('-') ?? false;
      tokens.push({ ...stretch, kind: lineBreaks && !joined ? 'line' : 'soft' });
    } else if (word === '.') {
      const before = tokens.at(-1);
      const initial =
        before !== undefined &&
        before.end === at &&
        (before.kind === 'honorific' || before.text.length <= 2 || INITIALS.test(before.text));
      tokens.push({ ...stretch, kind: initial ? 'soft' : 'break' });
    } else if (/^\p{L}/u.test(word)) tokens.push({ ...stretch, kind: kindOf(word) });
    else if (/^\d/.test(word)) tokens.push({ ...stretch, kind: /\d$/.test(word) ? 'word' : 'role' });
    else tokens.push({ ...stretch, kind: 'break' });
  }
  return tokens;
}

/** Which cell of a row is "CORME" where the next is "Zoé": a heading says so, or each row. Undefined where none is. */
function cellOfNames(slice: string): number | undefined {
  if (!slice.includes('\t')) return undefined;
  const heading = /^[^\n]*\b(?:noms?\tprenoms?|prenoms?\tnoms?)\b/m.exec(plain(slice));
  if (heading) return heading[0].split('\t').length - 2;
  const rows = slice.split('\n').filter((line) => line.includes('\t'));
  const split = rows.filter((row) =>
    /^\s{0,4}\p{Lu}[\p{Lu}'’ -]{1,40}\t\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)?(?:\t|$)/u.test(row),
  );
  return rows.length >= 3 && split.length >= rows.length * 0.8 ? 0 : undefined;
}

/** "J-M. LEBRUN" */
const INITIALS = /^\p{Lu}-\p{Lu}$/u;

function kindOf(word: string): Token['kind'] {
  const folded = plain(word).replace(/[.'-]+$/, '');
  if (HONORIFICS.has(folded) && /^\p{Lu}/u.test(word)) return 'honorific';
  if (/^\p{Ll}/u.test(word))
    return PARTICLES.has(folded) || folded.startsWith("d'")
      ? 'particle'
      : folded === 'et'
        ? 'break'
        : HONORIFICS.has(folded) && folded.length > 2
          ? 'honorific'
          : 'word';
  if (ROLES.has(folded)) return PARTICLES.has(folded) ? 'capitals' : 'role';
  // "Vice-Prés."
  if (/^vice-pres/.test(folded)) return 'role';
  if (INITIALS.test(word)) return 'given';
  const letters = word.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return 'capitals';
  if (/^(?:Mc|Mac|De|Di|Le|La|Van|O['’])\p{Lu}{2,}/u.test(word)) return 'capitals';
  return 'given';
}
