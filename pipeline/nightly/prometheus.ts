import type { Count } from '../store/queries.js';
import type { Report } from './report.js';

/** The pass in Prometheus' text format, for node_exporter's textfile collector. */
export function asPrometheus({ startedAt, endedAt, run, holdings }: Report): string {
  const seconds = (iso: string): number => Date.parse(iso) / 1000;
  const gauge = (name: string, help: string, samples: readonly (readonly [labels: string, value: number])[]): string =>
    [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...samples.map(([labels, value]) => `${name}${labels} ${value}`)]
      .join('\n')
      .concat('\n');
  const by = (label: string, counts: readonly Count[]) =>
    counts.map(({ name, count }) => [`{${label}="${name}"}`, count] as const);
  return [
    gauge('greffe_run_end_timestamp_seconds', 'When the last pass ended.', [['', seconds(endedAt)]]),
    gauge('greffe_run_duration_seconds', 'How long the last pass took.', [['', seconds(endedAt) - seconds(startedAt)]]),
    gauge('greffe_run_files', 'Files of the last pass.', [
      ['{state="seen"}', run.filesSeen],
      ['{state="new"}', run.filesNew],
      ['{state="unchanged"}', run.filesUnchanged],
      ['{state="vanished"}', run.filesVanished],
      ['{state="quarantined"}', run.filesQuarantined],
      ['{state="partial"}', run.filesPartial],
    ]),
    gauge('greffe_run_pages', 'Pages read by the last pass.', [
      ['{by="text_layer"}', run.pagesRead - run.pagesOcr],
      ['{by="ocr"}', run.pagesOcr],
    ]),
    gauge('greffe_files', 'Files in the database.', by('status', holdings.files)),
    gauge('greffe_documents', 'Documents in the database.', by('kind', holdings.documents)),
    gauge('greffe_findings', 'Findings in the database.', by('severity', holdings.findings)),
  ].join('');
}
