import type { CatalogEntity } from '../../catalog/entity.ts';
import { parseYamlFile } from '../../catalog/yaml/yaml-documents.ts';
import type { DiagnosticCode } from '../../diagnostics/codes.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';

/** What is wrong with one annotation of an entity, at the line and column of its value. */
export function annotationProblem(
  code: DiagnosticCode,
  message: string,
  { ref, source }: CatalogEntity,
  annotation: string,
): Diagnostic {
  const { repository, path, line, yaml } = source;
  const [document] = parseYamlFile(yaml, { repository, path }).documents;
  const place = document?.locate(['metadata', 'annotations', annotation]) ?? { line: 1, column: 1 };
  const address = { repository, path, line: line + place.line - 1, column: place.column };
  return diagnose(code, { message, source: address, entityRef: ref });
}
