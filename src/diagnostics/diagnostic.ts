import { type DiagnosticCode, diagnosticCodes } from './codes.ts';

/** How much a diagnostic matters. Only `error` makes a run end with exit code 1. */
export type Severity = 'error' | 'warning' | 'info';

/** Where a problem is: repository slug, path inside it, 1-based line and column. */
export interface SourceLocation {
  readonly repository: string;
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
}

/** One problem in somebody's content. A value: never thrown, always collected. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** What is wrong, one sentence, naming the offending value. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  readonly source?: SourceLocation;
  /** Canonical entity ref (`kind:namespace/name`, lower case) that the problem concerns. */
  readonly entityRef?: string;
}

/** The parts of a diagnostic that differ from its code's entry in the catalogue of codes. */
export interface DiagnosticDetails {
  readonly message: string;
  readonly hint?: string;
  readonly severity?: Severity;
  readonly source?: SourceLocation;
  readonly entityRef?: string;
}

/** Makes a diagnostic, taking severity and hint from the catalogue of codes unless given. */
export function diagnose(code: DiagnosticCode, details: DiagnosticDetails): Diagnostic {
  const entry = diagnosticCodes[code];
  return {
    code,
    severity: details.severity ?? entry.severity,
    message: showable(details.message),
    hint: showable(details.hint ?? entry.fix),
    ...(details.source && { source: details.source }),
    ...(details.entityRef && { entityRef: details.entityRef }),
  };
}

const longestText = 20_000;

// Messages quote what others wrote; in a terminal, control characters do things, and directional ones say other things.
function showable(text: string): string {
  const cut = text.length > longestText ? `${text.slice(0, longestText)}…` : text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return cut.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
