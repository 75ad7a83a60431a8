import type { TechdocsConfig } from '../../config/config.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { SandboxReport } from './render-job.ts';

const doors = {
  network: 'reach the network',
  reading: 'read files of this machine',
  writing: 'write files',
  processes: 'start processes',
} as const;

/** What is to be said of a sandbox that a worker found, and whether docs are rendered with it. Pure. */
export function judgeSandbox(
  report: SandboxReport | undefined,
  wanted: TechdocsConfig['sandbox'],
): { readonly problems: readonly Diagnostic[]; readonly mayRender: boolean } {
  if (wanted === 'off' || report === undefined) return { problems: [], mayRender: true };
  const open = Object.entries(doors).flatMap(([door, what]) => (report[door as keyof typeof doors] ? [] : [what]));
  if (open.length === 0) return { problems: [], mayRender: true };
  const why = report.reasons.length > 0 ? ` (${[...new Set(report.reasons)].join('; ')})` : '';
  const gap = `this system does not keep what renders docs from being able to ${open.join(', to ')}${why}`;
  if (wanted === 'required') {
    const message = `Docs are not built: ${gap}, and techdocs.sandbox is "required".`;
    return { problems: [diagnose('techdocs/sandbox-missing', { message })], mayRender: false };
  }
  const message = `Docs are rendered, but ${gap}.`;
  return { problems: [diagnose('techdocs/sandbox-incomplete', { message })], mayRender: true };
}
