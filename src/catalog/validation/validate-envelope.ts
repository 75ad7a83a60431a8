import { describeValue, isMapping, type Mapping, quote } from '../values.ts';
import { type EntityProblem, textProblem } from './entity-problem.ts';
import { isApiVersion, isKindName } from './format-rules.ts';

const rootFields = ['apiVersion', 'kind', 'metadata', 'spec'];

/** Checks what every entity has at its top: `apiVersion`, `kind`, `metadata`, and nothing unknown. */
export function validateEnvelope(entity: Mapping): EntityProblem[] {
  const problems: EntityProblem[] = [
    ...validateText(entity, 'apiVersion', 'catalog/invalid-api-version', isApiVersion),
    ...validateText(entity, 'kind', 'catalog/invalid-kind', isKindName),
  ];
  for (const field of Object.keys(entity)) {
    if (rootFields.includes(field)) continue;
    const message = `The field ${quote(field)} is unknown at the top of an entity.`;
    problems.push({ code: 'catalog/unknown-field', message, path: [field], part: 'key' });
  }
  for (const field of ['metadata', 'spec']) {
    const value = entity[field];
    if (value === undefined && field === 'metadata') {
      problems.push({ code: 'catalog/missing-field', message: 'metadata is missing.', path: [field] });
    } else if (value !== undefined && !isMapping(value)) {
      const message = `${field} must be a mapping, but is ${describeValue(value)}.`;
      problems.push({ code: 'catalog/invalid-field', message, path: [field] });
    }
  }
  return problems;
}

function validateText(
  entity: Mapping,
  field: 'apiVersion' | 'kind',
  code: EntityProblem['code'],
  isValid: (value: string) => boolean,
): EntityProblem[] {
  const value = entity[field];
  const path = [field];
  if (value === undefined) return [{ code: 'catalog/missing-field', message: `${field} is missing.`, path }];
  const problem = textProblem(value, path);
  if (problem) return [problem];
  return isValid(String(value)) ? [] : [{ code, message: `${quote(String(value))} is not a valid ${field}.`, path }];
}
