import { backstageModel } from '../../catalog/model/catalog-model.ts';
import { isMapping, type Mapping } from '../../catalog/values.ts';
import type { Verdict } from './backstage.ts';

/** A place where Callboard means to answer differently from Backstage. */
export interface DeliberateDifference {
  readonly id: string;
  /** How content/docs/catalog.md says so, to the letter. */
  readonly sentence: string;
  /** Whether two verdicts on an entity differ for this reason; absent where it is no verdict that differs. */
  readonly explains?: (entity: Mapping, backstage: Verdict, callboard: Verdict) => boolean;
}

const lenientLists: Readonly<Record<string, string>> = { Group: 'children', User: 'memberOf' };

/** All of them. What is not here must be the same. */
export const deliberateDifferences: readonly DeliberateDifference[] = [
  {
    id: 'missing-lists',
    sentence: 'A missing `Group.children` or `User.memberOf` is a warning and counts as empty.',
    explains: ({ kind, spec }, backstage, callboard) => {
      const list = lenientLists[String(kind)];
      const isMissing = list !== undefined && isMapping(spec) && (spec[list] ?? null) === null;
      return isMissing && backstage === 'refused' && callboard === 'accepted';
    },
  },
  {
    id: 'wrong-capitals',
    sentence: 'A kind in the wrong capitals (`component`) is refused, with the right spelling.',
    explains: ({ kind }, backstage, callboard) => {
      const spelling = typeof kind === 'string' ? backstageModel.spellingOf(kind) : undefined;
      return spelling !== undefined && spelling !== kind && backstage === 'nobody’s' && callboard === 'refused';
    },
  },
  { id: 'codeowners', sentence: 'An entity that must have an owner and names none has the one of CODEOWNERS.' },
  {
    id: 'unknown-kinds',
    sentence: 'An entity of a kind or `apiVersion` that nobody declared is kept, with a warning.',
  },
  { id: 'unreadable-references', sentence: 'A reference that cannot be read is an error, and the entity stays.' },
  { id: 'broken-references', sentence: 'A reference to nothing, or to a kind that makes no sense there, is reported.' },
  { id: 'missing-placeholders', sentence: 'A placeholder whose file is missing is an error, and the entity stays.' },
  { id: 'mcp-servers', sentence: 'An API of type `mcp-server` needs no `definition`.' },
  { id: 'who-may-define', sentence: 'Every kind but `Group` and `User` may be defined from any repository.' },
  {
    id: 'one-claim',
    sentence: 'When two files claim one reference, the repository that had it in the build before keeps it.',
  },
  {
    id: 'skeletons',
    sentence: 'A descriptor full of `${{ values.name }}` is recognised as a skeleton and left alone.',
  },
  { id: 'provenance', sentence: 'Annotations that say where an entity comes from are always ours.' },
  { id: 'definitions', sentence: 'Definitions in one file stay as their authors wrote them.' },
  { id: 'yaml-limits', sentence: 'YAML beyond the limits below is refused, document by document.' },
];
