/** Sources of patterns over plain text. */

/** The council of a territory or of an establishment; "conseil de la communauté de communes X" is the council of X. */
export const COUNCIL =
  "conseil (?:municipal|communal|communautaire|metropolitain|departemental|regional|syndical|general|territorial|d'administration|d'arrondissement|de (?:la )?communaute(?! (?:de |d'|urbaine))|d'agglomeration|de territoire|de paris)";

/** An assembly of public law that meets and decides, by its name; associations and companies hold general assemblies. */
export const ASSEMBLY = `(?:${COUNCIL}|comite (?:syndical|directeur)|bureau (?:municipal|communautaire|metropolitain|syndical|executif|de la metropole)|commission permanente|assemblee (?:departementale|de corse))`;

const MEETS = new RegExp(
  `\\b(?:seance|reunion d[eu] (?:conseil|comite|bureau)|deliber(?:e|ation)s?|elus|conseil de |${ASSEMBLY}|assemblee (?:generale|deliberante|pleniere))`,
);

/** Whether plain text names an assembly or what it does. Where none meets nothing is decided: a manual says "accepté" and "valide" too. */
export const namesAssembly = (text: string): boolean => MEETS.test(text);
