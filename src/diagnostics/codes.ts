import { catalogCodes } from './codes/catalog.ts';
import { catalogEstateCodes } from './codes/catalog-estate.ts';
import { crawlCodes } from './codes/crawl.ts';
import { stateCodes } from './codes/state.ts';
import { techdocsCodes } from './codes/techdocs.ts';
import { validateCodes } from './codes/validate.ts';
import { yamlCodes } from './codes/yaml.ts';

/** Every code that a diagnostic may carry. Codes are permanent: never renamed, never reused. */
export const diagnosticCodes = {
  ...yamlCodes,
  ...catalogCodes,
  ...catalogEstateCodes,
  ...crawlCodes,
  ...stateCodes,
  ...techdocsCodes,
  ...validateCodes,
} as const;

/** A permanent diagnostic code, `area/what-is-wrong`. */
export type DiagnosticCode = keyof typeof diagnosticCodes;
