/** A question that journalists ask, for Datasette: run on the exported copy, whose `grants` and `grant_totals` are tables. */
export interface CannedQuery {
  /** In the URL. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly sql: string;
  /** Names of the `:parameters`; left empty, they do not restrict. */
  readonly params: readonly string[];
}

const PLACE = 'd.reference as délibération, f.name as fichier, e.page as page, e.text as citation, d.id as acte';
const FROM_GRANTS = `grants g
join documents d on d.id = g.document_id
join files f on f.id = d.file_id
join evidence e on e.id = g.evidence_id`;

export const CANNED_QUERIES: readonly CannedQuery[] = [
  {
    id: 'qui-a-recu-quoi',
    title: 'Qui a reçu quoi ?',
    description:
      'Chaque subvention une fois par acte, avec la page et les mots qui la disent. Filtres facultatifs : une partie du nom du bénéficiaire, une année.',
    params: ['beneficiaire', 'annee'],
    sql: `select g.year as année, g.payer as attribuant, g.beneficiary as bénéficiaire, g.euros as montant, g.purpose as objet, ${PLACE}
from ${FROM_GRANTS}
where (:beneficiaire = '' or g.beneficiary like '%' || :beneficiaire || '%')
and (:annee = '' or g.year = cast(:annee as integer))
order by g.year desc, g.cents desc
limit 500`,
  },
  {
    id: 'plus-grosses-subventions',
    title: 'Les plus grosses subventions de chaque année',
    description: 'Les dix subventions les plus élevées de chaque exercice.',
    params: [],
    sql: `with years as (select distinct year from grants where year is not null)
select g.year as année, g.euros as montant, g.beneficiary as bénéficiaire, g.payer as attribuant, g.purpose as objet, ${PLACE}
from years
join grants g on g.rowid in (select rowid from grants one where one.year = years.year order by one.cents desc limit 10)
join documents d on d.id = g.document_id
join files f on f.id = d.file_id
join evidence e on e.id = g.evidence_id
order by g.year desc, g.cents desc`,
  },
  {
    id: 'subventions-sans-convention',
    title: 'Subventions de plus de 23 000 € sans convention',
    description:
      "Au-delà de 23 000 € par an pour un même bénéficiaire, une convention est obligatoire (loi n° 2000-321, article 10 ; décret n° 2001-495). Aucune n'a été trouvée dans la base pour ces bénéficiaires et ces années : elle peut manquer à l'archive, non à la réalité.",
    params: [],
    sql: `select t.year as année, t.payer as attribuant, t.beneficiary as bénéficiaire, t.euros as total, t.grants as subventions,
  (select group_concat(distinct d.reference) from grants g join documents d on d.id = g.document_id
   where g.beneficiary = t.beneficiary and g.payer is t.payer and g.year is t.year) as délibérations
from grant_totals t
where t.agreed = 0 and t.cents > 2300000
order by t.cents desc
limit 500`,
  },
  {
    id: 'chiffres-discordants',
    title: 'Les chiffres qui ne concordent pas',
    description:
      "Totaux, pourcentages et variations imprimés dans un acte, refaits, et qui ne tombent pas juste, au-delà de ce que l'arrondi explique.",
    params: [],
    sql: `with failing as (
  select * from relations where holds = 0 order by abs(cast(difference as real)) desc, id limit 500
)
select r.kind as nature, r.statement as calcul, r.expected as attendu, r.observed as écrit, r.difference as écart,
  d.title as objet, f.name as fichier, min(e.page) as page, d.id as acte
from failing r
join documents d on d.id = r.document_id
join files f on f.id = d.file_id
left join relation_terms t on t.relation_id = r.id
left join evidence e on e.id = t.evidence_id
group by r.id
order by abs(cast(r.difference as real)) desc, r.id`,
  },
  {
    id: 'constats',
    title: 'Les constats des contrôles',
    description:
      'Ce que les contrôles de cohérence ont remarqué, les erreurs certaines d’abord, avec les passages comparés.',
    params: [],
    sql: `with chosen as (
  select * from findings
  order by case severity when 'error' then 1 when 'warning' then 2 else 3 end, check_id, id limit 500
)
select case n.severity when 'error' then 'erreur' when 'warning' then 'alerte' else 'remarque' end as gravité,
  n.title as contrôle, n.message as constat, min(f.name) as fichier, min(e.page) as page,
  group_concat(e.text, ' / ') as citations
from chosen n
left join finding_evidence fe on fe.finding_id = n.id
left join evidence e on e.id = fe.evidence_id
left join documents d on d.id = e.document_id
left join files f on f.id = d.file_id
group by n.id
order by case n.severity when 'error' then 1 when 'warning' then 2 else 3 end, n.check_id, n.id`,
  },
  {
    id: 'votes-contre',
    title: 'Les votes contre',
    description: 'Les décisions auxquelles au moins un membre s’est opposé, les plus contestées d’abord.',
    params: [],
    sql: `select d.date as date, coalesce(d.issuer, parent.issuer) as assemblée, d.reference as délibération, d.title as objet,
  case v.outcome when 'adopted' then 'adoptée' when 'rejected' then 'rejetée' when 'postponed' then 'reportée' else 'prise d’acte' end as issue,
  v.votes_for as pour, v.votes_against as contre, v.abstentions as abstentions,
  f.name as fichier, e.page as page, e.text as citation, d.id as acte
from votes v
join documents d on d.id = v.document_id
left join documents parent on parent.id = d.parent_id
join files f on f.id = d.file_id
join evidence e on e.id = v.evidence_id
where v.votes_against > 0
order by v.votes_against desc, d.date desc, v.id
limit 500`,
  },
  {
    id: 'un-beneficiaire-partout',
    title: 'Un bénéficiaire, plusieurs collectivités',
    description:
      'Les bénéficiaires que plusieurs collectivités subventionnent, et combien chacune. Filtre facultatif : une partie du nom.',
    params: ['beneficiaire'],
    sql: `with shared as (
  select beneficiary, payers, sum(cents) as total from grant_totals
  where payers > 1 and (:beneficiaire = '' or beneficiary like '%' || :beneficiaire || '%')
  group by payers, beneficiary order by payers desc, total desc limit 100
)
select s.beneficiary as bénéficiaire, t.payer as attribuant, sum(t.grants) as subventions, sum(t.cents) / 100.0 as montant,
  min(t.year) as première_année, max(t.year) as dernière_année, s.total / 100.0 as total_du_bénéficiaire
from shared s
join grant_totals t on t.beneficiary = s.beneficiary
group by s.beneficiary, t.payer
order by s.payers desc, s.total desc, s.beneficiary, montant desc`,
  },
  {
    id: 'recherche',
    title: 'Chercher dans le texte des actes',
    description: 'Les pages où ces mots se suivent, sans égard aux accents ni aux majuscules.',
    params: ['texte'],
    sql: `select f.name as fichier, p.number as page, snippet(pages_fts, 0, '«', '»', '…', 24) as extrait
from pages_fts
join pages p on p.id = pages_fts.rowid
join files f on f.id = p.file_id
where pages_fts match '"' || replace(:texte, '"', ' ') || '"'
order by rank
limit 100`,
  },
];
