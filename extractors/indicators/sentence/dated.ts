/** Words that say no more than when. */
export const ONLY_DATED =
  /^(?:cette annee|cette saison|un an (?:plus tot|auparavant|avant)|(?:en|pour|fin|sur|au|a fin|pour l'exercice|sur l'exercice)? ?(?:l'annee )?(?:\d{1,2}[/. ])?(?:\d{1,2}[/.]|[a-z]+ )?(?:19|20)\d\d|l'(?:an|annee|exercice) (?:dernier|derniere|passee?|precedente?))?$/;
