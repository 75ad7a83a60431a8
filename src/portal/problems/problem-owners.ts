import type { Catalog, CatalogEntity } from '../../catalog/entity.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { targetsOf } from '../mention.ts';

/**
 * Says who owns a problem, as a canonical ref of the catalog: the owner of the entity that it concerns (a team is its own);
 * else the owner of everything else in the repository, where that is one; else '', which is nobody.
 */
export function problemOwners(catalog: Catalog): (diagnostic: Diagnostic) => string {
  const ofRepository = new Map<string, string>();
  for (const item of catalog.entities) {
    const owner = ownerOf(catalog, item);
    const { repository } = item.source;
    if (owner === '') continue;
    const known = ofRepository.get(repository);
    ofRepository.set(repository, known === undefined || known === owner ? owner : '');
  }
  return ({ entityRef, source }) => {
    const item = entityRef === undefined ? undefined : catalog.byRef.get(entityRef);
    // The ref of a refused second definition is that of the first, which may be somebody else's.
    const own = item && item.source.repository === source?.repository ? ownerOf(catalog, item) : '';
    return own || (ofRepository.get(source?.repository ?? '') ?? '');
  };
}

function ownerOf(catalog: Catalog, item: CatalogEntity): string {
  if (item.entity.kind === 'Group') return item.ref;
  return targetsOf(item.entity, 'ownedBy').find((ref) => catalog.byRef.has(ref)) ?? '';
}
