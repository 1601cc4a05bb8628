/** Words by which a reader tells where a name begins, goes on and ends. */

export const PARTICLE =
  /^(?:de|du|des|d'|la|le|les|l'|lez|lès|&|-|–|en|sur|sous|et|à|au|aux|pour|par|the|of|and|st|ste)$/iu;
/** Particles that tie a name's words whatever they are. */
export const TIE = /^(?:de|du|des|d'|d’|la|le|les|l'|l’|lez|lès|&|sous|of|the|and)$/iu;
/** Particles that tie only inside a name that began with a common noun ("Comité pour la Mémoire"). */
export const WIDE = /^(?:pour|en|sur|à|au|aux|contre|par)$/iu;

export const ADJECTIVE =
  /^(?:sporti(?:f|ve)s?|municipale?s?|municipaux|communale?s?|communaux|intercommunale?s?|scolaires?|locale?s?|locaux|rurale?s?|ruraux|sociale?s?|sociaux|culturel(?:le)?s?|départementale?s?|départementaux|régionale?s?|régionaux|nationale?s?|nationaux|alimentaires?|associati(?:f|ve)s?|musicale?s?|laïques?|populaires?|européenne?s?|urbaine?s?|agricoles?|horticoles?|mixtes?|française?s?|publi(?:c|que)s?|générale?s?|associées?|déléguées?|nouvelles?|métropolitaine?s?|communautaires?|primaires?|maternelles?|élémentaires?|économiques?|solidaires?|anciens?|jeunes|habitat|insertion|universitaires?|hospitaliers?|technique|professionnel(?:le)?s?|cyclistes?|boulistes?|pongistes?|nautiques?|aquatiques?|équestres?|hippiques?|pédestres?|athlétiques?|gymniques?|colombophiles?|philharmoniques?|artistiques?|historiques?|touristiques?|judiciaire|administrati(?:f|ve)s?|interprofessionnel(?:le)?s?)$/iu;

/** Common nouns that stand before a proper name and are not part of it. */
export const APPOSED =
  /^(?:association|société|entreprise|club|structure|organisme|cabinet|établissement|groupement|fondation|fédération|compagnie|coopérative|collectif|comité|syndicat|bailleur|opérateur|prestataire)$/iu;

/** Legal forms that stand before a company's name in quotation marks. */
export const LEGAL = /^(?:scic|scop|sarl|sas|sasu|eurl|sci|spl|seml?)$/iu;

/** Capitalised words that begin no name: months, titles of parts, verbs of a decision. */
export const NOT_A_NAME =
  /^(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|article|chapitre|annexe|total|sous-total|montant|subventions?|budget|exercice|année|nature|fonction|opération|code|désignation|dépenses?|recettes?|vote|pour|contre|abstentions?|considérant|vu|décide|approuve|autorise|accorde|attribue|vote|fixe|précise|dit|donne|monsieur|madame|messieurs|mesdames|m\.|mm\.?|mme\.?|mmes|mlle|le|la|les|un|une|il|elle|ce|cette|ces|conformément|dans|par|afin|suite|après|ht|ttc|h\.t\.?|t\.t\.c\.?|eur|euros?|tva|n°|no|i|ii|iii|iv|v|vi|délibération|convention|maire|adjoint|président|présidente|conseiller|conseillère|plan|projet|dont|soit|ainsi|en|sur|à|au|aux|et|ou|si|que|qui|du|de|des|d'|l')$/iu;

/** Words that say more of a body whose name is over, in any case. */
export const PRESENTS = /^(?:sise?s?|représentée?s?|domiciliée?s?|située?s?|ci-après)$/iu;

/** Words with which a new line of an act's opening begins: they never go on with a name. */
export const OPENS_LINE =
  /^(?:séance|session|objet|nombre|présents?|étaient|absents?|date|délibération|extrait|registre|département|arrondissement|canton|république|convocation|membres|rapporteur)$/iu;

/** Behind "de", common words that begin something else than the name. */
export const LOWER_STOP =
  /^(?:son|sa|ses|leur|leurs|notre|nos|votre|vos|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|cette|ce|cet|ces|soutien|subventions?|montants?|sommes?|aide|participation|verser|financer|soutenir|pouvoir|plus|moins|manière|façon|même|droit|réaliser|bénéficier|\d.*|fonctionnement|mise|fin|locaux|salles?|terrains?|biens|matériels?|équipements?|moyens|crédits|travaux|frais|dépenses|informations|documents|la|le|les|part|autre|ladite|ledit|budget|financement|avance|abord|ici|signer|\p{L}+(?:er|ir))$/iu;

/** Names of people after a town or region, as adjectives: "aubinoise". */
export const DEMONYM =
  /^(?!(?:jamais|désormais|trois|ancien|soutien|terrain|demain|certain|humain|moyen|toutefois|parfois)s?$)\p{Ll}{3,}(?:ais|ois|ien|éen|ain)(?:e?s?|ne?s?)$/u;
