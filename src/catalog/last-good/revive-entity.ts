import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { AllowRule } from '../model/allow-rules.ts';
import type { CatalogModel } from '../model/catalog-model.ts';
import { startEmbedding } from '../placeholders.ts';
import { provenanceAnnotations } from '../provenance.ts';
import { type EntityDraft, readEntity } from '../read-entity.ts';
import type { RepositoryInfo } from '../repository-files.ts';
import { parseYamlFile } from '../yaml/yaml-documents.ts';
import type { GoodEntity } from './good-entity.ts';

/** What an old definition is read with: today's rules. */
export interface RevivalContext {
  readonly repository: RepositoryInfo;
  readonly model: CatalogModel;
  readonly rules: readonly AllowRule[];
  readonly ownersFromCodeowners: boolean;
}

/**
 * Makes an entity again of its last good definition. `undefined` when today's rules no longer let it in: the kind is not
 * allowed any more, or the model has become stricter.
 */
export function reviveEntity(good: GoodEntity, reason: Diagnostic, context: RevivalContext): EntityDraft | undefined {
  const { repository, model, rules, ownersFromCodeowners } = context;
  const { path, origin, embedded: texts = {}, commit, committedAt, inferredOwner } = good;
  // The lines above only move the document to where it stood.
  const padded = '\n'.repeat(good.line - 1) + good.text;
  const [document] = parseYamlFile(padded, { repository: repository.slug, path }).documents;
  if (!document) return undefined;
  const place = {
    repository,
    path,
    provenance: provenanceAnnotations(repository, path, origin),
    model,
    rules,
    isSkeleton: false,
    // What it embeds was within the limits of its own day.
    embedded: startEmbedding(),
    text: (file: string) => (Object.hasOwn(texts, file) ? texts[file] : undefined),
    ...(ownersFromCodeowners && inferredOwner && { inferOwner: () => inferredOwner }),
  };
  const { draft } = readEntity(document, place);
  return draft?.ref === good.ref ? { ...draft, stale: { commit, committedAt, reason } } : undefined;
}
