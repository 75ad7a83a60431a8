import { type AllowRule, isAllowed } from '../model/allow-rules.ts';
import type { RepositoryFiles } from '../repository-files.ts';
import { type FileAddress, parseFileUrl } from '../repository-urls.ts';
import { isMapping } from '../values.ts';
import { parseYamlFile, type YamlFile } from '../yaml/yaml-documents.ts';
import { readLocation } from './location-entity.ts';
import { walkDescriptors } from './walk-descriptors.ts';

/** A target of a Location that is a file, or a glob of files, of another repository. */
export interface FurtherTarget extends FileAddress {
  /** As its author wrote it. */
  readonly url: string;
}

const nothing: YamlFile = { documents: [], broken: [], diagnostics: [] };

/** Where the Locations of a repository lead. */
export interface FurtherTargets {
  /** In the order in which they are reached. */
  readonly targets: readonly FurtherTarget[];
  /** A file that led somewhere before may be broken today or could not be read: then more may be meant than is listed. */
  readonly isDoubtful: boolean;
}

/** Lists the files of other repositories that the Locations of this one lead to. */
export function listFurtherTargets(
  { repository, catalogPaths, files, unread }: RepositoryFiles,
  allow: readonly AllowRule[],
): FurtherTargets {
  const text = (path: string) => files.get(path)?.text;
  let isDoubtful = [...(unread ?? [])].some((path) => /\.ya?ml$/.test(path));
  const mayLead = catalogPaths.some((path) => /Location|https?:/.test(text(path) ?? ''));
  if (!mayLead) return { targets: [], isDoubtful };
  const targets = new Map<string, FurtherTarget>();
  const rules = [...allow, ...(repository.allowedKinds ?? [])];
  const { diagnostics } = walkDescriptors({
    repository,
    catalogPaths,
    paths: [...files.values()].flatMap((file) => (file.text === undefined ? [] : [file.path])).sort(),
    exists: (path) => text(path) !== undefined,
    open: (path) => {
      const content = text(path);
      if (content === undefined) return undefined;
      if (!/Location|https?:/.test(content)) return nothing;
      const file = parseYamlFile(content, { repository: repository.slug, path });
      isDoubtful ||= file.diagnostics.some(({ severity }) => severity === 'error');
      isDoubtful ||= file.documents.some(({ value }) => isBrokenLocation(value));
      return file;
    },
    mayFollow: (path) => isAllowed({ kind: 'Location', repository, path }, rules),
    findElsewhere: (url) => {
      const address = parseFileUrl(url);
      if (address) targets.set(url, { ...address, url });
      return 'read';
    },
  });
  isDoubtful ||= diagnostics.some(({ severity }) => severity === 'error');
  return { targets: [...targets.values()], isDoubtful };
}

function isBrokenLocation(value: unknown): boolean {
  if (!isMapping(value) || value['kind'] !== 'Location') return false;
  return (readLocation(value)?.targets.length ?? 0) === 0;
}
