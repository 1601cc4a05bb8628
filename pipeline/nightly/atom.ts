import type { NewFinding } from './report.js';

/** A feed of findings (RFC 4287), in French: a citizen reads it. Ids are those of the findings, so a reader shows each once. */
export function asAtom(findings: readonly NewFinding[], updated: string): string {
  const entries = findings.map(
    ({ id, severity, title, message, firstSeenAt, file, page }) => `  <entry>
    <id>urn:greffe:finding:${id}</id>
    <title>${escapeXml(title)}</title>
    <updated>${firstSeenAt}</updated>
    <category term="${escapeXml(severity)}"/>
    <content type="text">${escapeXml(`${message} (${file}, page ${page})`)}</content>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
  <id>urn:greffe:findings</id>
  <title>Greffe : constats nouveaux</title>
  <updated>${updated}</updated>
  <author><name>greffe</name></author>
${entries.join('')}</feed>
`;
}

/** Characters that XML gives a meaning, and those that it forbids. */
const escapeXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
