import { selectCodeowners } from '../codeowners/find-codeowners.ts';
import type { FileSelector } from '../repository-files.ts';
import { deriveFacts } from './repository-facts.ts';

/** Bytes up to which a file is read for a suggestion. */
const mostBytes = { text: 64 * 1024, definition: 256 * 1024 } as const;

/**
 * The few small files that make the suggestion for a repository without a descriptor better: README, `package.json`, CODEOWNERS,
 * and what looks like definitions of APIs, six at most. None of a repository that has a descriptor. All in one round, so that
 * they are one fetch; nobody hears of those that cannot be used.
 */
export const selectSuggestionFiles: FileSelector = (view) => {
  if (view.catalogPaths.length > 0) return [];
  const { readme, manifests, definitions } = deriveFacts(view.paths);
  const [codeowners] = selectCodeowners(view);
  const manifest = manifests.find((path) => path === 'package.json');
  const small = [readme, manifest, codeowners?.path].filter((path) => path !== undefined);
  return [
    ...small.map((path) => ({ path, as: 'text' as const, upTo: mostBytes.text })),
    ...definitions.map((path) => ({ path, as: 'text' as const, upTo: mostBytes.definition })),
  ];
};
