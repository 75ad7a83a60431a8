import type { DiagnosticCode } from '../../diagnostics/codes.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { describeValue } from '../values.ts';
import type { YamlDocument, YamlSource } from '../yaml/yaml-documents.ts';
import type { YamlPath } from '../yaml/yaml-positions.ts';

/** Something wrong with an entity's data, by the path of the value; its line is looked up only when it is reported. */
export interface EntityProblem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly path: YamlPath;
  /** Whether the key is to blame and not the value. */
  readonly part?: 'key';
  readonly hint?: string;
}

/** Gives an entity's problems their address. */
export function reportProblems(
  problems: readonly EntityProblem[],
  document: YamlDocument,
  source: YamlSource,
  entityRef: string | undefined,
): Diagnostic[] {
  return problems.map(({ code, message, path, part, hint }) => {
    const raw = code === 'catalog/quote-it' ? document.rawText(path) : undefined;
    const advice = hint ?? (raw && `Write "${raw}" with the quotes.`);
    return diagnose(code, {
      message,
      ...(advice && { hint: advice }),
      source: { ...source, ...document.locate(path, part) },
      ...(entityRef && { entityRef }),
    });
  });
}

/** `spec.dependsOn[1]`. */
export function formatPath(path: YamlPath): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}

/** The problem of a value that should be text and is not, or `undefined` when it is text of at least `least` characters. */
export function textProblem(value: unknown, path: YamlPath, least: 0 | 1 = 1): EntityProblem | undefined {
  if (typeof value === 'string' && value.length >= least) return undefined;
  if (typeof value === 'number' || typeof value === 'boolean') {
    const message = `${formatPath(path)} must be text, but is read as ${describeValue(value)}.`;
    return { code: 'catalog/quote-it', message, path };
  }
  return {
    code: 'catalog/invalid-field',
    message: `${formatPath(path)} must be text, but is ${describeValue(value)}.`,
    path,
  };
}
