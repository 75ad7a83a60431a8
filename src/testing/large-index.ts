import { randomLcg } from 'd3';
import type { Catalog, CatalogEntity, Relation } from '../catalog/entity.ts';
import { backstageModel } from '../catalog/model/catalog-model.ts';
import { catalogWords } from './catalog-words.ts';

/** A catalog of so many components, with the teams, systems and domains that they name; made at once, without any YAML. */
export function largeCatalog(components: number, seed = 1): Catalog {
  const chance = randomLcg(seed);
  const pick = <Item>(items: readonly Item[], bend = 1): Item =>
    items[Math.floor(items.length * chance() ** bend)] as Item;
  const words = (count: number) => Array.from({ length: count }, () => pick(catalogWords));
  const groups = many(200, (at) => ({
    ...entity('Group', `team-${at}`, { type: 'team', profile: { displayName: titled(words(2)) } }),
    relations: at > 0 ? [relation('childOf', `group:default/team-${Math.floor((at - 1) / 6)}`)] : [],
  }));
  const domains = many(12, (at) => entity('Domain', `domain-${at}`));
  const systems = many(150, (at) => ({
    ...entity('System', `${words(2).join('-')}-${at}`),
    relations: [relation('partOf', pick(domains).ref)],
  }));
  const made = many(components, (at) => ({
    ...entity('Component', `${words(1 + Math.floor(chance() * 3)).join('-')}-${at}`, {
      type: pick(['service', 'library', 'website', 'job', 'tool'], 2),
      lifecycle: pick(['production', 'experimental', 'deprecated'], 3),
    }),
    description: `${titled(words(6 + Math.floor(chance() * 9)))}.`,
    tags: words(Math.floor(chance() * 4)).map((tag) => tag.toLowerCase()),
    relations: [
      ...(chance() < 0.97 ? [relation('ownedBy', pick(groups).ref)] : []),
      ...(chance() < 0.9 ? [relation('partOf', pick(systems).ref)] : []),
    ],
  }));
  // What is older is used more; each side tells of it, as in a catalog that was read.
  for (const [at, component] of made.entries()) {
    const used = made[Math.floor(at * chance() ** 3)];
    if (!used || used === component || chance() < 0.3) continue;
    component.relations.push(relation('dependsOn', used.ref));
    used.relations.push(relation('dependencyOf', component.ref));
  }
  const entities = [...made, ...domains, ...groups, ...systems].map(toEntity).sort((a, b) => (a.ref < b.ref ? -1 : 1));
  return { entities, byRef: new Map(entities.map((item) => [item.ref, item])), model: backstageModel };
}

interface Made {
  readonly ref: string;
  readonly kind: string;
  readonly name: string;
  readonly spec: CatalogEntity['entity']['spec'] & object;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly relations: Relation[];
}

function many<Item>(count: number, make: (at: number) => Item): readonly Item[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

function entity(kind: string, name: string, spec: Made['spec'] = {}): Made {
  return { ref: `${kind}:default/${name}`.toLowerCase(), kind, name, spec, relations: [] };
}

function relation(type: string, targetRef: string): Relation {
  return { type, targetRef };
}

function titled(words: readonly string[]): string {
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function toEntity({ ref, kind, name, spec, description, tags, relations }: Made, at: number): CatalogEntity {
  const metadata = { name, namespace: 'default', ...(description && { description }), ...(tags && { tags }) };
  return {
    ref,
    entity: { apiVersion: 'backstage.io/v1alpha1', kind, metadata, spec, relations },
    source: { repository: 'acme/shop', path: 'catalog-info.yaml', line: at + 1, yaml: '' },
    claims: [],
  };
}
