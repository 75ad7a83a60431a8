import type { CodeEntry } from '../code-entry.ts';

/** Codes of the `state` area: what a build remembers of the builds before it. */
export const stateCodes = {
  'state/damaged': {
    severity: 'warning',
    title: 'Part of what was remembered is damaged',
    why: 'The copy before it was used, so what cannot be read or is refused today may be shown in a version that is one build older.',
    fix: 'Nothing to do once; this build has written it anew. If it comes again, check the disk or the cache that holds .callboard/state.',
  },
  'state/lost': {
    severity: 'error',
    title: 'What was remembered is lost',
    why: 'What cannot be read or is refused today cannot be shown as it was; its pages are missing from this portal.',
    fix: 'Restore .callboard/state from a copy and build again, or see to what this build reports.',
  },
  'state/foreign-version': {
    severity: 'warning',
    title: 'What was remembered is of another version',
    why: 'Another version of Callboard wrote it in a form that this one does not read, so it was left aside.',
    fix: 'Build with one version of Callboard; this build has written what it remembers anew.',
  },
  'state/not-kept': {
    severity: 'warning',
    title: 'This build could not be remembered',
    why: 'The portal is complete; but what cannot be read or is refused in the next build will be shown as it was in an earlier one.',
    fix: 'Check that .callboard/state can be written and that the disk is not full.',
  },
} as const satisfies Record<`state/${string}`, CodeEntry>;
