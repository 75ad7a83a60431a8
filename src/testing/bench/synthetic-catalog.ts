import { randomLcg } from 'd3';
import type { RepositoryFiles } from '../../catalog/repository-files.ts';
import { repositoryOf } from '../../catalog/repository-fixture.ts';

/** How large a catalog to make. */
export interface CatalogSize {
  /** All entities together, at least 1,000; about three times as many relations are claimed. */
  readonly entities: number;
  /** The same seed gives the same catalog. */
  readonly seed: number;
}

type Chance = () => number;

interface Shape {
  readonly domains: number;
  readonly systems: number;
  readonly groups: number;
  readonly users: number;
  /** Repositories of software; each has `parts` triples of components, and fewer APIs and resources. */
  readonly repositories: number;
  readonly chance: Chance;
}

const perRepository = 20;
const lifecycles = ['production', 'production', 'production', 'production', 'experimental', 'deprecated'];

/**
 * A catalog of the shape that large ones have, as repositories to be read with `allow: ['*']`: teams in a hierarchy,
 * people in teams, twenty entities a repository in four files, and references that favour a few hubs: libraries and
 * databases that half of the company depends on, a platform team that owns a tenth of everything.
 */
export function syntheticCatalog({ entities, seed }: CatalogSize): RepositoryFiles[] {
  const count = (share: number) => Math.max(2, Math.round(entities * share));
  const [domains, systems, groups, users] = [count(0.001), count(0.015), count(0.02), count(0.08)];
  const left = entities - domains - systems - groups - users;
  const repositories = Math.max(1, Math.ceil(left / perRepository));
  const shape: Shape = { domains, systems, groups, users, repositories, chance: randomLcg(seed) };
  const made = [organisation(shape)];
  for (let index = 0; index < repositories; index += 1) {
    made.push(software(shape, index, Math.min(perRepository, left - index * perRepository)));
  }
  return made.map(({ slug, files }) => ({ ...repositoryOf(slug, files), catalogPaths: Object.keys(files).sort() }));
}

interface Made {
  readonly slug: string;
  readonly files: Readonly<Record<string, string>>;
}

function organisation({ domains, systems, groups, users, chance }: Shape): Made {
  const owner = () => `owner: ${ownerOf(groups, chance)}`;
  const parent = (at: number) => (at > 0 ? [`parent: team-${Math.floor((at - 1) / 6)}`] : []);
  return {
    slug: 'company/organisation',
    files: {
      ...inFiles('domains', domains, (at) => entity('Domain', `domain-${at}`, [owner()])),
      ...inFiles('systems', systems, (at) =>
        entity('System', `system-${at}`, [owner(), `domain: domain-${at % domains}`]),
      ),
      ...inFiles('teams', groups, (at) => entity('Group', `team-${at}`, ['type: team', 'children: []', ...parent(at)])),
      ...inFiles('people', users, (at) => entity('User', `person-${at}`, [`memberOf: [team-${at % groups}]`])),
    },
  };
}

function inFiles(name: string, total: number, make: (index: number) => string): Record<string, string> {
  const perFile = 500;
  const files: Record<string, string> = {};
  for (let from = 0; from < total; from += perFile) {
    const texts = Array.from({ length: Math.min(perFile, total - from) }, (_, at) => make(from + at));
    files[`${name}/${from / perFile}.yaml`] = texts.join('---\n');
  }
  return files;
}

/** Of twenty entities eleven are components, five APIs, four resources. */
function software(shape: Shape, index: number, total: number): Made {
  const { systems, groups, chance } = shape;
  const shared = [`owner: ${ownerOf(groups, chance)}`, `system: system-${index % systems}`];
  const components: string[] = [];
  const apis: string[] = [];
  const resources: string[] = [];
  for (let at = 0; at < total; at += 1) {
    if (at % 4 === 1) apis.push(api(`api-${index}-${at}`, shared));
    else if (at % 5 === 3) resources.push(entity('Resource', `store-${index}-${at}`, ['type: database', ...shared]));
    else components.push(component(shape, index, at, total, shared));
  }
  const [first = '', ...parts] = components;
  const files = {
    'catalog-info.yaml': first,
    'services/catalog-info.yaml': parts.join('---\n'),
    'apis/catalog-info.yaml': apis.join('---\n'),
    'stores/catalog-info.yaml': resources.join('---\n'),
  };
  return {
    slug: `company/software-${index}`,
    files: Object.fromEntries(Object.entries(files).filter(([, text]) => text !== '')),
  };
}

function component(shape: Shape, index: number, at: number, total: number, shared: readonly string[]): string {
  const { chance, repositories } = shape;
  // A power of chance favours the first repositories: those are the hubs. Mostly what is older is used.
  const used = () => Math.floor((chance() < 0.9 ? index : repositories) * chance() ** 3);
  const dependsOn = [
    ...(chance() < 0.8 ? [`component:part-${used()}-0`] : []),
    ...(chance() < 0.4 ? [`component:part-${used()}-2`] : []),
    ...(total > 3 && chance() < 0.6 ? [`resource:store-${index}-3`] : []),
  ].filter((ref) => ref !== `component:part-${index}-${at}`);
  const consumed = total === perRepository && chance() < 0.4 ? used() : undefined;
  const isConsumable = consumed !== undefined && (consumed < index || total === perRepository);
  return entity(
    'Component',
    `part-${index}-${at}`,
    [
      `type: ${at === 0 ? 'service' : 'library'}`,
      `lifecycle: ${lifecycles[Math.floor(chance() * lifecycles.length)]}`,
      ...shared,
      ...(at % 4 === 0 && at + 1 < total ? [`providesApis: [api-${index}-${at + 1}]`] : []),
      ...(isConsumable && consumed < repositories - 1 ? [`consumesApis: [api-${consumed}-1]`] : []),
      ...(dependsOn.length > 0 ? ['dependsOn:', ...[...new Set(dependsOn)].map((ref) => `  - ${ref}`)] : []),
    ],
    `  annotations:\n    company.com/dashboard: https://dashboards.company.com/part-${index}-${at}\n`,
  );
}

function api(name: string, shared: readonly string[]): string {
  const definition = ['definition: |', '  openapi: 3.1.0', `  info: { title: ${name}, version: 1.0.0 }`, '  paths: {}'];
  return entity('API', name, ['type: openapi', 'lifecycle: production', ...shared, ...definition]);
}

// The platform team owns a tenth of everything.
function ownerOf(groups: number, chance: Chance): string {
  return `team-${chance() < 0.1 ? 1 : Math.floor(chance() * groups)}`;
}

function entity(kind: string, name: string, spec: readonly string[], metadata = ''): string {
  const lines = spec.map((line) => `  ${line}\n`).join('');
  const described = `  description: ${kind} ${name}, which does its one thing well.\n  tags: [synthetic]\n`;
  return `apiVersion: backstage.io/v1alpha1\nkind: ${kind}\nmetadata:\n  name: ${name}\n${described}${metadata}spec:\n${lines}`;
}
