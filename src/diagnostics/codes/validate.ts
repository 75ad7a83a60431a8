import type { CodeEntry } from '../code-entry.ts';

/** Codes of the `validate` area: what only `callboard validate` can tell. */
export const validateCodes = {
  'validate/removed-but-referenced': {
    severity: 'warning',
    title: 'Removed, but others still refer to it',
    why: 'With this change the entity leaves the catalog, and the references of other repositories lead nowhere.',
    fix: 'Let those who refer to it know first, or keep the entity until they have changed.',
  },
  'validate/nothing-found': {
    severity: 'warning',
    title: 'Nothing to validate',
    why: 'No file of the repository is a catalog file, so nothing of it would be in the portal.',
    fix: 'Add a catalog-info.yaml, or say where the catalog files are: callboard validate --catalog-paths "services/*/catalog-info.yaml".',
  },
} as const satisfies Record<`validate/${string}`, CodeEntry>;
