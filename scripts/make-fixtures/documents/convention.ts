import { euros, inWords, longDate } from '../french.js';
import { bankAccount, spacedIban, spacedSiret } from '../identifiers.js';
import { footer, letterhead } from '../letterhead.js';
import { amount, citation, contradiction, date, identifier, indicator, party, sumOf, year } from '../marks.js';
import { bold, fr, noted, type Text } from '../text.js';
import type { Association, Commune } from '../world.js';
import { type Made, Writer } from '../writer.js';

export interface Agreement {
  stem: string;
  town: Commune;
  association: Association;
  /** Euros, whole. */
  granted: number;
  year: number;
  purpose: string;
  deliberation: { number: string; date: string };
  /** What the deliberation voted, where the agreement says something else. */
  voted?: number;
  signed: string;
  account: number;
  /** The activity that the association undertakes: words with their figures marked. */
  aims: readonly Text[];
}

const heading = (writer: Writer, title: string): void => {
  writer.need(44);
  writer.paragraph(bold(title), { before: 7, after: 3, face: 'sans', size: 10, colour: '#1f3864' });
};

/**
 * A yearly agreement on objectives: parties with identifiers, grant in two payments, bank account, term, signatures.
 */
export function agreement(facts: Agreement): Promise<Made> {
  const { town, association, granted } = facts;
  const title = `Convention d'objectifs ${facts.year}`;
  const writer = new Writer({ stem: facts.stem, title, author: town.body, made: facts.signed });
  const association_ = association.name;
  const grant = { payer: town.body, beneficiary: association_, year: facts.year, purpose: facts.purpose };

  writer.openAct({
    kind: 'convention',
    date: facts.signed,
    issuer: town.body,
    subject: `CONVENTION D'OBJECTIFS ${facts.year}`,
  });
  letterhead(writer, town);
  writer.paragraph(fr`${bold("CONVENTION D'OBJECTIFS ")}${bold(year(facts.year))}`, {
    align: 'center',
    size: 14,
    after: 2,
  });
  writer.paragraph(`${town.body} – ${association_}`, { align: 'center', size: 11, after: 14 });

  writer.paragraph(bold('ENTRE LES SOUSSIGNÉES :'));
  writer.paragraph(
    noted(
      fr`La ${town.body}, dont le siège est situé ${town.address}, ${identifier('postcode', town.postcode)} ${town.name}, SIRET ${identifier('siret', spacedSiret(town.siret))}, représentée par son maire en exercice, Madame ${town.mayor}, dûment habilitée par ${citation('deliberation', fr`délibération n° ${facts.deliberation.number} du conseil municipal du ${date(facts.deliberation.date, 'cited_act', longDate(facts.deliberation.date))}`, facts.deliberation.number, facts.deliberation.date)},`,
      party({
        name: town.body,
        role: 'grantor',
        kind: 'municipality',
        address: `${town.address}, ${town.postcode} ${town.name}`,
        siren: town.siren,
        siret: town.siret,
        represented_by: town.mayor,
        representative_title: 'Maire',
        designation: 'la Commune',
        aliases: [town.name],
      }),
    ),
    { align: 'justify', after: 2 },
  );
  writer.paragraph('ci-après dénommée « la Commune »,', { after: 6 });
  writer.paragraph('d’une part,', { align: 'right' });
  writer.paragraph(bold('ET :'));
  const place = association.address;
  const [postcode] = place.match(/\b\d{5}\b/) ?? [''];
  const [beforeCode, afterCode] = place.split(postcode) as [string, string];
  const woman = association.presidentTitle === 'Présidente';
  writer.paragraph(
    noted(
      fr`L'association « ${association_} », régie par la ${citation('law', fr`loi du ${date('1901-07-01', 'cited_act', longDate('1901-07-01'))}`, undefined, '1901-07-01')}, dont le siège social est situé ${beforeCode}${identifier('postcode', postcode)}${afterCode}, inscrite au répertoire national des associations sous le numéro ${identifier('rna', association.rna)}, SIRET ${identifier('siret', spacedSiret(association.siret))}, représentée par ${woman ? 'sa présidente, Madame' : 'son président, Monsieur'} ${association.president},`,
      party({
        name: association_,
        role: 'beneficiary',
        kind: 'association',
        legal_form: 'association loi 1901',
        address: place,
        siren: association.siren,
        siret: association.siret,
        represented_by: association.president,
        representative_title: association.presidentTitle,
        designation: "l'Association",
        aliases: [...association.aliases],
      }),
    ),
    { align: 'justify', after: 2 },
  );
  writer.paragraph('ci-après dénommée « l’Association »,', { after: 6 });
  writer.paragraph('d’autre part,', { align: 'right' });
  writer.paragraph(bold('IL A ÉTÉ CONVENU CE QUI SUIT :'), { before: 4 });

  heading(writer, 'Article 1 – Objet');
  writer.paragraph(
    `La présente convention a pour objet de fixer les engagements réciproques de la Commune et de l’Association pour l’action suivante : ${facts.purpose}.`,
    { align: 'justify' },
  );
  heading(writer, "Article 2 – Objectifs de l'Association");
  writer.paragraph('L’Association s’engage à :', { after: 2 });
  for (const aim of facts.aims) writer.paragraph(fr`– ${aim}`, { indent: 14, after: 2 });

  heading(writer, 'Article 3 – Montant de la subvention');
  const spelled = `${inWords(granted)} euros (${euros(granted)})`;
  const sum = amount(granted, { ...grant, nature: 'grant', as: spelled });
  writer.paragraph(
    fr`Pour l'année ${year(facts.year)}, la Commune attribue à l'Association une subvention de ${
      facts.voted === undefined
        ? sum
        : noted(
            sum,
            contradiction(
              'amount',
              `La convention porte ${euros(granted)} ; la délibération n° ${facts.deliberation.number} a voté ${euros(facts.voted)}.`,
            ),
          )
    }, conformément à la délibération précitée.`,
    { align: 'justify' },
  );
  writer.paragraph(
    fr`Cette subvention est attribuée dans le respect de l'article 10 de la ${citation('law', fr`loi n° 2000-321 du ${date('2000-04-12', 'cited_act', longDate('2000-04-12'))}`, '2000-321', '2000-04-12')} et du ${citation('decree', fr`décret n° 2001-495 du ${date('2001-06-06', 'cited_act', longDate('2001-06-06'))}`, '2001-495', '2001-06-06')}.`,
    { align: 'justify' },
  );
  heading(writer, 'Article 4 – Modalités de versement');
  const half = granted / 2;
  writer.paragraph('La subvention est versée en deux fois :', { after: 2 });
  writer.paragraph(
    fr`– une avance de 50 %, soit ${amount(half, { ...grant, nature: 'advance' })}, à la signature de la présente convention ;`,
    { indent: 14, after: 2 },
  );
  const deadline = `${facts.year}-11-30`;
  writer.paragraph(
    fr`– le solde, soit ${noted(amount(half, { ...grant, nature: 'balance' }), sumOf([half, half], granted, 'avance + solde'))}, avant le ${date(deadline, 'deadline', longDate(deadline))}, sur présentation d'un bilan intermédiaire.`,
    { indent: 14 },
  );
  const bank = bankAccount(facts.account);
  writer.paragraph(`Les versements sont faits au compte ouvert au nom de l’Association :`, { after: 4 });
  writer.need(80);
  writer.table(
    [{ width: 90 }, { width: 90 }, { width: 130 }, { width: 60 }],
    [['Code banque', 'Code guichet', 'Numéro de compte', 'Clé']],
    [
      [
        noted(bank.bank, (truth, place) =>
          truth.identifiers.push({
            page: place.page,
            kind: 'rib',
            value: bank.rib,
            raw: `${bank.bank} ${bank.branch} ${bank.account} ${bank.key}`,
          }),
        ),
        bank.branch,
        bank.account,
        bank.key,
      ],
    ],
    { headFill: '#eeeeee' },
  );
  writer.paragraph(fr`IBAN : ${identifier('iban', spacedIban(bank.iban))}`);

  heading(writer, 'Article 5 – Comptes et contrôle');
  writer.paragraph(
    fr`L'Association transmet à la Commune, dans les six mois qui suivent la fin de l'exercice, soit avant le ${date(`${facts.year + 1}-06-30`, 'deadline', longDate(`${facts.year + 1}-06-30`))}, le compte rendu financier de l'action, ses comptes annuels et son rapport d'activité.`,
    { align: 'justify' },
  );
  heading(writer, 'Article 6 – Durée');
  const term = `${longDate(`${facts.year}-01-01`)} au ${longDate(`${facts.year}-12-31`)}`;
  writer.paragraph(
    fr`La présente convention est conclue pour une durée d'un an, du ${date(`${facts.year}-01-01`, 'period', term, `${facts.year}-12-31`)}. Elle n'est pas renouvelable par tacite reconduction.`,
    { align: 'justify' },
  );
  heading(writer, 'Article 7 – Résiliation');
  writer.paragraph(
    'En cas de manquement de l’une des parties à ses engagements, la présente convention peut être résiliée de plein droit par l’autre partie, à l’expiration d’un délai de trois mois suivant l’envoi d’une lettre recommandée avec accusé de réception valant mise en demeure.',
    { align: 'justify' },
  );
  heading(writer, 'Article 8 – Litiges');
  writer.paragraph(
    'Tout litige relatif à l’exécution de la présente convention relève du tribunal administratif territorialement compétent.',
    { align: 'justify' },
  );
  writer.need(110);
  writer.paragraph(
    fr`Fait à ${town.name}, le ${date(facts.signed, 'signature', longDate(facts.signed))}, en deux exemplaires originaux.`,
    { before: 8 },
  );
  const y = writer.y + 4;
  writer.at(
    writer.left,
    y,
    210,
    noted(
      `Pour la Commune,\nla Maire,\n\n${town.mayor}`,
      party({ name: town.mayor, role: 'signatory', kind: 'person', representative_title: 'Maire' }),
    ),
  );
  writer.at(
    writer.left + 255,
    y,
    210,
    noted(
      `Pour l’Association,\n${woman ? 'la Présidente' : 'le Président'},\n\n${association.president}`,
      party({
        name: association.president,
        role: 'signatory',
        kind: 'person',
        representative_title: association.presidentTitle,
      }),
    ),
  );
  writer.closeAct();
  return writer.finish(footer(writer, `${title} – ${association_}`));
}

/** An aim with a target. */
export const aim = (before: string, value: number, words: string, label: string, unit: string, after = ''): Text =>
  fr`${before}${indicator(value, words, { label, unit, qualifier: 'target', approximation: /au moins/.test(words) ? 'at_least' : 'exact' })}${after}`;
