import { type AllowRule, isAllowed } from '../model/allow-rules.ts';
import type { RepositoryFiles } from '../repository-files.ts';
import { type FileAddress, parseFileUrl } from '../repository-urls.ts';
import { parseYamlFile, type YamlFile } from '../yaml/yaml-documents.ts';
import { walkDescriptors } from './walk-descriptors.ts';

/** A target of a Location that is a file, or a glob of files, of another repository. */
export interface FurtherTarget extends FileAddress {
  /** As its author wrote it. */
  readonly url: string;
}

const nothing: YamlFile = { documents: [], broken: [], diagnostics: [] };

/** The files of other repositories that the Locations of this one lead to, in the order in which they are reached. */
export function listFurtherTargets(
  { repository, catalogPaths, files }: RepositoryFiles,
  allow: readonly AllowRule[],
): readonly FurtherTarget[] {
  const text = (path: string) => files.get(path)?.text;
  const mayLead = catalogPaths.some((path) => /Location/.test(text(path) ?? ''));
  if (!mayLead) return [];
  const targets = new Map<string, FurtherTarget>();
  const rules = [...allow, ...(repository.allowedKinds ?? [])];
  walkDescriptors({
    repository,
    catalogPaths,
    paths: [...files.values()].flatMap((file) => (file.text === undefined ? [] : [file.path])).sort(),
    exists: (path) => text(path) !== undefined,
    open: (path) => {
      const content = text(path);
      if (content === undefined) return undefined;
      return /Location/.test(content) ? parseYamlFile(content, { repository: repository.slug, path }) : nothing;
    },
    mayFollow: (path) => isAllowed({ kind: 'Location', repository, path }, rules),
    findElsewhere: (url) => {
      const address = parseFileUrl(url);
      if (address) targets.set(url, { ...address, url });
      return 'read';
    },
  });
  return [...targets.values()];
}
