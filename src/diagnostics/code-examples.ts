import type { CodeExample } from './code-example.ts';
import type { DiagnosticCode } from './codes.ts';
import { catalogExamples } from './examples/catalog-examples.ts';
import { estateExamples } from './examples/estate-examples.ts';
import { formatExamples } from './examples/format-examples.ts';
import { yamlExamples } from './examples/yaml-examples.ts';

/** Examples by code. Every `yaml/*` and `catalog/*` code has one, which `src/catalog/examples.test.ts` proves. */
const codeExamples: Partial<Readonly<Record<DiagnosticCode, CodeExample>>> = {
  ...yamlExamples,
  ...formatExamples,
  ...catalogExamples,
  ...estateExamples,
};

/** The example of a code; those about hosts and tools have none. */
export function exampleOf(code: DiagnosticCode): CodeExample | undefined {
  return codeExamples[code];
}
