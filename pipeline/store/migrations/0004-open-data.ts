/**
 * Level 1 and level 2 of the @ctes nomenclature, in the spelling that SCDL asks for: lower case, no comma, no bracket,
 * and no oblique but the one between the levels.
 */
const MATTERS: Readonly<Record<string, readonly [domain: string, ...matters: string[]]>> = {
  1: [
    'commande publique',
    'marchés publics',
    'délégation de service public',
    'conventions de mandat',
    'autres types de contrats',
    "transactions protocole d'accord transactionnel",
    "actes relatifs à la maîtrise d'œuvre",
    'actes spéciaux et divers',
  ],
  2: [
    'urbanisme',
    "documents d'urbanisme",
    "actes relatifs au droit d'occupation ou d'utilisation des sols",
    'droit de préemption urbain',
  ],
  3: [
    'domaine et patrimoine',
    'acquisitions',
    'aliénations',
    'locations',
    'limites territoriales',
    'autres actes de gestion du domaine public',
    'autres actes de gestion du domaine privé',
  ],
  4: [
    'fonction publique',
    'personnels titulaires et stagiaires de la f.p.t.',
    'personnel contractuel',
    'fonction publique hospitalière',
    'autres catégories de personnels',
    'régime indemnitaire',
  ],
  5: [
    'institutions et vie politique',
    'élection exécutif',
    'fonctionnement des assemblées',
    'désignation de représentants',
    'délégation de fonctions',
    'délégation de signature',
    'exercice des mandats locaux',
    'intercommunalité',
    "décision d'ester en justice",
  ],
  6: [
    'libertés publiques et pouvoirs de police',
    'police municipale',
    'pouvoir du président du conseil général',
    'pouvoir du président du conseil régional',
    'autres actes réglementaires',
    "actes pris au nom de l'état et soumis au contrôle hiérarchique",
  ],
  7: [
    'finances locales',
    'décisions budgétaires',
    'fiscalité',
    'emprunts',
    'interventions économiques',
    'subventions',
    'contributions budgétaires',
    'avances',
    'fonds de concours',
    'prise de participation sem etc.',
    'divers',
  ],
  8: [
    'domaines de compétences par thèmes',
    'enseignement',
    'aide sociale',
    'voirie',
    'aménagement du territoire',
    'politique de la ville-habitat-logement',
    'emploi-formation professionnelle',
    'transports',
    'environnement',
    'culture',
  ],
  9: [
    'autres domaines de compétences',
    'autres domaines de compétences des communes',
    'autres domaines de compétences des départements',
    'autres domaines de compétences des régions',
    'vœux et motions',
  ],
};

const matterRows = Object.entries(MATTERS)
  .flatMap(([level, [domain, ...matters]]) =>
    matters.map((matter, i) => `('${level}.${i + 1}', '${`${domain}/${matter}`.replaceAll("'", "''")}')`),
  )
  .join(',\n  ');

/**
 * What leaves the house: grants once each, and the two SCDL files as views, so that an export is a SELECT.
 * A column that the documents do not fill is NULL: nothing is made up to please a schema.
 *
 * Readers bring their own SQLite: that of Debian 12 (3.40) knows no column of an outer query in the `order by` of a
 * subquery in `on`.
 */
export const openData = {
  id: 4,
  name: 'open data',
  sql: `
create table matters (  -- the @ctes nomenclature, two levels
  code text primary key,             -- "7.5": text, for 7.1 and 7.10 differ
  name text not null                 -- "finances locales/subventions"
) strict;
insert into matters values
  ${matterRows};

create index votes_against on votes(votes_against) where votes_against > 0;
create index relations_fail on relations(holds) where holds = 0;
create index dates_role on dates(document_id, role);

create view grants as  -- each grant once a document: who gives what to whom, in which year; a convention that only carries out a deliberation of the database is named on its row
select
  a.document_id as document_id,
  min(a.evidence_id) as evidence_id,
  a.payer_id as payer_id,
  coalesce(payer.name, a.payer, issuer.name, d.issuer, container.issuer) as payer,
  a.beneficiary_id as beneficiary_id,
  coalesce(beneficiary.name, a.beneficiary) as beneficiary,
  coalesce(a.fiscal_year, d.year, cast(substr(d.date, 1, 4) as integer)) as year,
  a.cents as cents,
  a.cents / 100.0 as euros,
  max(a.purpose) as purpose,
  (
    select min(c.document_id) from citations c
    join amounts same on same.document_id = c.document_id and same.nature = 'grant' and same.cents = a.cents
    join documents convention on convention.id = c.document_id and convention.kind = 'convention'
    where c.target_document_id = a.document_id
    and coalesce(same.beneficiary_id, same.beneficiary) = coalesce(a.beneficiary_id, a.beneficiary)
  ) as convention_id
from amounts a
join documents d on d.id = a.document_id
left join documents container on container.id = d.parent_id
left join entities issuer on issuer.id = d.issuer_id
left join entities payer on payer.id = a.payer_id
left join entities beneficiary on beneficiary.id = a.beneficiary_id
where a.nature = 'grant' and a.beneficiary is not null and a.currency = 'EUR'
and not (d.kind = 'convention' and exists (
  select 1 from citations c
  join amounts decided on decided.document_id = c.target_document_id and decided.nature = 'grant' and decided.cents = a.cents
  where c.document_id = d.id
  and coalesce(decided.beneficiary_id, decided.beneficiary) = coalesce(a.beneficiary_id, a.beneficiary)
))
group by a.document_id, coalesce(a.beneficiary_id, a.beneficiary), a.cents, coalesce(a.fiscal_year, d.year);

create view deliberations_by_document as  -- the columns of scdl_deliberations, and the document that each row comes from
select
  d.id as document_id,
  coalesce(issuer.name, d.issuer, container.issuer) as COLL_NOM,
  coalesce(issuer.siret, (
    select p.siret from parties p
    where p.document_id in (d.id, d.parent_id) and p.siret is not null and p.role in ('issuer', 'grantor')
    and p.name = coalesce(d.issuer, container.issuer) order by p.id limit 1
  )) as COLL_SIRET,
  d.reference as DELIB_ID,
  case when length(coalesce(d.date, container.date)) = 10 then coalesce(d.date, container.date) end as DELIB_DATE,
  d.matter as DELIB_MATIERE_CODE,
  m.name as DELIB_MATIERE_NOM,
  d.title as DELIB_OBJET,
  cast(null as text) as BUDGET_ANNEE,
  cast(null as text) as BUDGET_NOM,
  cast(null as text) as PREF_ID,
  (
    select max(t.value) from dates t
    where t.document_id = d.id and t.role = 'transmitted' and t.precision = 'day' and t.end_value is null
    and t.value >= coalesce(d.date, container.date)
  ) as PREF_DATE,
  case when counted.total is not null then s.members_in_office end as VOTE_EFFECTIF,
  case when s.members_in_office is not null then counted.total end as VOTE_REEL,
  case when s.members_in_office is not null then counted.votes_for end as VOTE_POUR,
  case when s.members_in_office is not null then counted.votes_against end as VOTE_CONTRE,
  case when s.members_in_office is not null then counted.abstentions end as VOTE_ABSTENTION,
  case when f.uri like 'http://%' or f.uri like 'https://%' then f.uri end as DELIB_URL
from documents d
join files f on f.id = d.file_id
left join documents container on container.id = d.parent_id
left join entities issuer on issuer.id = coalesce(d.issuer_id, container.issuer_id)
left join matters m on m.code = d.matter
left join sessions s on s.id = coalesce(
  (select one.id from sessions one where one.document_id = d.id order by one.members_in_office is null, one.id limit 1),
  (select one.id from sessions one where one.document_id = d.parent_id order by one.members_in_office is null, one.id limit 1)
)
left join (
  select document_id, max(votes_for) as votes_for, coalesce(max(votes_against), 0) as votes_against,
    coalesce(max(abstentions), 0) as abstentions,
    max(votes_for) + coalesce(max(votes_against), 0) + coalesce(max(abstentions), 0) as total
  from votes group by document_id
  having count(*) = 1 and max(votes_for) is not null and coalesce(max(votes_against), max(abstentions)) is not null
) counted on counted.document_id = d.id and counted.total <= s.members_in_office
where d.kind = 'deliberation'
and coalesce((select min(v.outcome in ('rejected', 'postponed')) from votes v where v.document_id = d.id), 0) = 0;

create view scdl_deliberations as  -- the 17 columns of the SCDL schema "deliberations" 2.1.5: adopted deliberations
select COLL_NOM, COLL_SIRET, DELIB_ID, DELIB_DATE, DELIB_MATIERE_CODE, DELIB_MATIERE_NOM, DELIB_OBJET, BUDGET_ANNEE, BUDGET_NOM,
  PREF_ID, PREF_DATE, VOTE_EFFECTIF, VOTE_REEL, VOTE_POUR, VOTE_CONTRE, VOTE_ABSTENTION, DELIB_URL
from deliberations_by_document;

create view subventions_by_document as  -- the columns of scdl_subventions, and the document that each row comes from
select
  g.document_id as document_id,
  g.payer as nomAttribuant,
  coalesce(payer.siret, issuer.siret, (
    select p.siret from parties p
    where p.document_id in (g.document_id, g.convention_id) and p.siret is not null and p.role in ('issuer', 'grantor') order by p.id limit 1
  )) as idAttribuant,
  case when length(coalesce(convention.date, d.date)) = 10 then coalesce(convention.date, d.date) end as dateConvention,
  case when d.kind = 'convention' then coalesce((
    select c.number from citations c where c.document_id = d.id and c.kind = 'deliberation' and c.number is not null order by c.id limit 1
  ), d.reference) else d.reference end as referenceDecision,
  g.beneficiary as nomBeneficiaire,
  coalesce(beneficiary.siret, said.siret) as idBeneficiaire,
  coalesce(beneficiary.rna, said.rna) as rnaBeneficiaire,
  substr(coalesce(g.purpose, d.title), 1, 256) as objet,
  printf('%d.%02d', g.cents / 100, g.cents % 100) as montant,
  'aide en numéraire' as nature,
  case when exists (
    select 1 from amounts part where part.document_id in (g.document_id, g.convention_id)
    and part.nature in ('advance', 'balance', 'instalment')
  ) then 'échelonné' else 'autre : non précisées par l''acte' end as conditionsVersement,
  g.year || '-01-01/' || g.year || '-12-31' as datesPeriodeVersement,
  cast(null as text) as idRAE,
  'non' as notificationUE,
  '1.00' as pourcentageSubvention,
  cast(null as text) as dispositifAide
from grants g
join documents d on d.id = g.document_id
left join documents convention on convention.id = g.convention_id
left join entities payer on payer.id = g.payer_id
left join entities issuer on issuer.id = d.issuer_id and g.payer_id is null
left join entities beneficiary on beneficiary.id = g.beneficiary_id
left join parties said on said.id = (
  select p.id from parties p
  where p.document_id in (g.document_id, g.convention_id) and p.name = g.beneficiary and coalesce(p.siret, p.rna) is not null
  order by p.siret is null, p.id limit 1
)
where g.cents > 0;

create view scdl_subventions as  -- the columns of the SCDL schema "subventions" 2.1.1: one row a grant
select nomAttribuant, idAttribuant, dateConvention, referenceDecision, nomBeneficiaire, idBeneficiaire, rnaBeneficiaire, objet, montant,
  nature, conditionsVersement, datesPeriodeVersement, idRAE, notificationUE, pourcentageSubvention, dispositifAide
from subventions_by_document;
`,
} as const;
