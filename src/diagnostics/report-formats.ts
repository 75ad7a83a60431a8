import type { Reporter } from './report-options.ts';

/** Every format in which diagnostics are written, each loaded when it is asked for. */
export const reportFormats = {
  pretty: async () => (await import('./report-pretty.ts')).reportPretty,
  github: async () => (await import('./report-github.ts')).reportGithub,
  gitlab: async () => (await import('./report-gitlab.ts')).reportGitlab,
  sarif: async () => (await import('./report-sarif.ts')).reportSarif,
  junit: async () => (await import('./report-junit.ts')).reportJunit,
  json: async () => (await import('./report-json.ts')).reportJson,
} as const satisfies Record<string, () => Promise<Reporter>>;

/** The name of a format. */
export type ReportFormat = keyof typeof reportFormats;
