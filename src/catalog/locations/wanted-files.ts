import { listPlaceholderFiles, mayHoldPlaceholder } from '../placeholders.ts';
import type { FileSelector } from '../repository-files.ts';
import { parseYamlFile, type YamlFile } from '../yaml/yaml-documents.ts';
import { walkDescriptors } from './walk-descriptors.ts';

const nothing: YamlFile = { documents: [], broken: [], diagnostics: [] };

/**
 * The files that the catalog needs of a repository: its catalog files, what their Locations lead to, and what their
 * placeholders embed; all as text.
 */
export const selectCatalogFiles: FileSelector = function* (view) {
  const { repository, catalogPaths, paths } = view;
  const all = new Set(paths);
  const walk = walkDescriptors({
    repository,
    catalogPaths,
    paths,
    exists: (path) => all.has(path),
    open: (path) => {
      const text = view.text(path);
      if (text === undefined) return undefined;
      if (!/Location/.test(text) && !mayHoldPlaceholder(text)) return nothing;
      return parseYamlFile(text, { repository: repository.slug, path });
    },
    findElsewhere: () => 'read',
  });
  const wanted = new Set(walk.reached);
  for (const { path, file } of walk.descriptors) {
    for (const document of file.documents) {
      if (!mayHoldPlaceholder(document.text)) continue;
      for (const embedded of listPlaceholderFiles(document.value, { repository, path, text: view.text }))
        wanted.add(embedded);
    }
  }
  for (const path of wanted) if (all.has(path)) yield { path, as: 'text' };
};
