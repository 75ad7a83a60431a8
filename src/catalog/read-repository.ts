import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { prepareInference } from './codeowners/infer-owner.ts';
import { type BadDocument, badDocument, listBroken, type RepositoryReading } from './last-good/repository-reading.ts';
import { type Descriptor, type Walk, type WalkInput, walkDescriptors } from './locations/walk-descriptors.ts';
import { type AllowRule, isAllowed } from './model/allow-rules.ts';
import type { CatalogModel } from './model/catalog-model.ts';
import { startEmbedding } from './placeholders.ts';
import { provenanceAnnotations } from './provenance.ts';
import { type EntityContext, type EntityDraft, readEntity, templateDiagnostic } from './read-entity.ts';
import type { RepositoryFiles } from './repository-files.ts';
import { isTemplateText, linesBeforeExpression } from './template-expressions.ts';
import { findSkeletonFolders } from './template-skeletons.ts';
import { parseYamlFile } from './yaml/yaml-documents.ts';

/** What one repository gives to the catalog. */
export interface RepositoryEntities {
  /** In the order of path and line. */
  readonly drafts: readonly EntityDraft[];
  /** References of entities that were defined but refused. */
  readonly refused: readonly string[];
  /** Texts of documents that were refused, whether they are wrong or not allowed here. */
  readonly refusedTexts: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** What the last good entities are held against. */
  readonly reading: RepositoryReading;
}

/** What every repository of a run is read with. */
export interface ReadingRules {
  readonly model: CatalogModel;
  /** What may be defined where. */
  readonly allow: readonly AllowRule[];
  /** Whether a web address is a file that another repository of this run brings. */
  readonly findElsewhere: WalkInput['findElsewhere'];
  /** Descriptors without an owner have that of CODEOWNERS. */
  readonly ownersFromCodeowners: boolean;
}

/** Reads the entities of one repository. */
export function readRepository(
  { repository, catalogPaths, files }: RepositoryFiles,
  { model, allow, findElsewhere, ownersFromCodeowners }: ReadingRules,
): RepositoryEntities {
  const text = (path: string) => files.get(path)?.text;
  const ownRules = [...allow, ...(repository.allowedKinds ?? [])];
  const paths = [...files.values()].filter((file) => file.text !== undefined).map((file) => file.path);
  const walk: Walk = walkDescriptors({
    repository,
    catalogPaths,
    paths: paths.sort(),
    exists: (path) => text(path) !== undefined,
    mayFollow: (path) => isAllowed({ kind: 'Location', repository, path }, ownRules),
    open: (path) => {
      const content = text(path);
      return content === undefined ? undefined : parseYamlFile(content, { repository: repository.slug, path });
    },
    findElsewhere,
  });
  const badDocuments: BadDocument[] = [];
  const skeletons = findSkeletonFolders(walk.descriptors, repository);
  const shared = {
    repository,
    model,
    rules: ownRules,
    embedded: startEmbedding(),
    text,
    ...(ownersFromCodeowners && { inferOwner: prepareInference({ repository, files }) }),
  };
  const drafts: EntityDraft[] = [];
  const refused: string[] = [];
  const refusedTexts: string[] = [];
  const diagnostics: Diagnostic[] = [...walk.diagnostics];
  for (const descriptor of [...walk.descriptors].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const { path, origin, file } = descriptor;
    diagnostics.push(...fileDiagnostics(descriptor, repository.slug));
    badDocuments.push(...listBroken(path, file).filter((bad) => !isTemplateText(bad.text)));
    const isSkeleton = skeletons.some((folder) => path.startsWith(folder));
    const provenance = provenanceAnnotations(repository, path, origin);
    const context: EntityContext = { ...shared, path, provenance, isSkeleton };
    for (const document of file.documents) {
      const read = readEntity(document, context);
      diagnostics.push(...read.diagnostics);
      if (read.draft) drafts.push(read.draft);
      if (read.refused) {
        refused.push(read.refused);
        refusedTexts.push(document.text);
      }
      const bad = read.draft || read.notAllowed ? undefined : badDocument(path, document.text, read);
      if (bad) badDocuments.push(bad);
    }
  }
  const reached = new Map(walk.descriptors.map((descriptor) => [descriptor.path, descriptor]));
  return {
    drafts,
    refused,
    refusedTexts,
    diagnostics,
    reading: { reached, badDocuments, locationProblems: walk.diagnostics },
  };
}

// A template for an entity rarely parses before it is filled in; that is no fault of the file.
function fileDiagnostics({ path, file }: Descriptor, repository: string): Diagnostic[] {
  const templates = new Map<Diagnostic, Diagnostic>();
  for (const { diagnostic, text, line } of file.broken) {
    if (!isTemplateText(text)) continue;
    const place = { line: line + linesBeforeExpression(text), column: 1 };
    templates.set(diagnostic, templateDiagnostic({ repository, path }, place));
  }
  return file.diagnostics.map((diagnostic) => templates.get(diagnostic) ?? diagnostic);
}
