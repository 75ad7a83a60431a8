import type { BuildMeasurement } from './measure-build.ts';

/** The measurements as a Markdown table: stages down, sizes across, then what one entity costs at each size. */
export function describeMeasurements(measurements: readonly BuildMeasurement[]): string {
  const stages = measurements[0]?.stages.map((item) => item.stage) ?? [];
  const row = (title: string, textOf: (item: BuildMeasurement) => string) =>
    `| ${[title, ...measurements.map(textOf)].join(' | ')} |`;
  const secondsOf = (item: BuildMeasurement, stage: string) =>
    (item.stages.find((it) => it.stage === stage)?.seconds ?? 0).toFixed(1);
  return [
    row('', (item) => `${item.entities.toLocaleString('en')} entities`),
    `| --- |${measurements.map(() => ' ---: |').join('')}`,
    row('repositories', (item) => item.size.repositories.toLocaleString('en')),
    row('docs sites', (item) => String(item.size.docs)),
    ...stages.map((stage) => row(`${stage}, s`, (item) => secondsOf(item, stage))),
    row('**whole command, s**', (item) => `**${item.seconds.toFixed(1)}**`),
    row('peak memory, MB', (item) => (item.peakMemory / 1e6).toFixed(0)),
    row('pages', (item) => item.pages.toLocaleString('en')),
    row('files', (item) => item.files.toLocaleString('en')),
    row('bytes, MB', (item) => (item.bytes / 1e6).toFixed(1)),
    row('**cost per entity, ms**', (item) => `**${((item.seconds * 1000) / item.entities).toFixed(2)}**`),
    row('relative to the smallest', (item) => ratio(item, measurements[0])),
  ].join('\n');
}

function ratio(item: BuildMeasurement, first: BuildMeasurement | undefined): string {
  if (!first) return '';
  return (item.seconds / item.entities / (first.seconds / first.entities)).toFixed(2);
}
