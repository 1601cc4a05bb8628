const ASSEMBLY =
  /\b(?:seance|reunion d[eu] (?:conseil|comite|bureau)|deliber(?:e|ation)s?|elus|conseil (?:municipal|communautaire|communal|metropolitain|departemental|regional|general|syndical|d'administration|d'arrondissement|de )|comite (?:syndical|directeur)|bureau (?:municipal|communautaire|metropolitain|syndical|executif)|commission permanente|assemblee (?:generale|deliberante|pleniere))/;

/** Whether plain text names an assembly or what it does. Where none meets nothing is decided: a manual says "accepté" and "valide" too. */
export const namesAssembly = (text: string): boolean => ASSEMBLY.test(text);
