import { randomInt, randomLcg } from 'd3';
import { dump } from 'js-yaml';
import { syntheticDocs } from './synthetic-docs.ts';

/** How large an organisation to make. */
export interface OrganisationSize {
  readonly repositories: number;
  /** All entities together; at least a few per repository. */
  readonly entities: number;
  /** Repositories that have a docs site of ten pages. */
  readonly docs: number;
  /** The same seed gives the same organisation. */
  readonly seed: number;
}

/** Repository name → its files. */
export type SyntheticRepositories = ReadonlyMap<string, Readonly<Record<string, string>>>;

interface Descriptor {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Readonly<Record<string, unknown>> & { readonly name: string };
  readonly spec: Readonly<Record<string, unknown>>;
}

const lifecycles = ['production', 'production', 'production', 'experimental', 'deprecated'];
const words = [
  'order',
  'cart',
  'stock',
  'price',
  'label',
  'ledger',
  'fraud',
  'search',
  'mail',
  'route',
  'claim',
  'badge',
];

/**
 * An organisation of the shape that large ones have: one team for 50 entities, ten repositories to a system, in every
 * repository one component after another with an API, a database and a handful of references to its neighbours.
 */
export function syntheticOrganisation(size: OrganisationSize): SyntheticRepositories {
  const random = randomLcg(size.seed);
  const pick = (below: number) => randomInt.source(random)(Math.max(1, below))();
  const teams = Math.max(2, Math.round(size.entities / 50));
  const systems = Math.max(1, Math.round(size.repositories / 10));
  const organisation = [...teamsOf(teams), ...systemsOf(systems)];
  const others = Math.max(1, size.repositories - 1);
  const left = Math.max(others, size.entities - organisation.length);
  const repositories = new Map([['organisation', { 'catalog-info.yaml': toYaml(organisation) }]]);
  for (let index = 0; index < others; index += 1) {
    const perRepository = Math.floor(left / others) + (index < left % others ? 1 : 0);
    const name = `${words[index % words.length]}-${index}`;
    const descriptors = Array.from({ length: perRepository }, (_, at) =>
      descriptor({
        name,
        at,
        index,
        pick,
        teams,
        systems,
        perRepository,
        repositories: others,
        docs: index < size.docs,
      }),
    );
    const docs = index < size.docs ? syntheticDocs(name, pick) : {};
    repositories.set(name, { 'catalog-info.yaml': toYaml(descriptors), ...docs });
  }
  return repositories;
}

interface Place {
  readonly name: string;
  readonly at: number;
  readonly index: number;
  readonly pick: (below: number) => number;
  readonly teams: number;
  readonly systems: number;
  readonly repositories: number;
  readonly perRepository: number;
  readonly docs: boolean;
}

function descriptor(place: Place): Descriptor {
  const { name, at, index, pick } = place;
  const shared = { owner: `team-${index % place.teams}`, system: `system-${index % place.systems}` };
  if (at % 4 === 1) {
    const definition = `openapi: 3.1.0\ninfo: { title: ${name}, version: 1.0.0 }\npaths: {}\n`;
    const spec = { type: 'openapi', lifecycle: 'production', ...shared, definition };
    return entity('API', `${name}-api-${at}`, `Interface ${at} of ${name}.`, spec);
  }
  if (at % 4 === 3)
    return entity('Resource', `${name}-db-${at}`, `Tables of ${name}.`, { type: 'database', ...shared });
  const other = pick(place.repositories);
  const neighbour = `${words[other % words.length]}-${other}`;
  const spec = {
    type: at === 0 ? 'service' : 'library',
    lifecycle: lifecycles[pick(lifecycles.length)],
    ...shared,
    providesApis: [`${name}-api-${at + 1}`].filter(() => at % 4 === 0 && at + 1 < place.perRepository),
    dependsOn: [`component:${neighbour}`, ...(place.perRepository > 3 ? [`resource:${name}-db-3`] : [])].filter(
      (ref) => ref !== `component:${name}`,
    ),
  };
  const annotations = place.docs && at === 0 ? { annotations: { 'backstage.io/techdocs-ref': 'dir:.' } } : {};
  const title = at === 0 ? name : `${name}-part-${at}`;
  return entity('Component', title, `Part ${at} of ${name}, which does its one thing well.`, spec, annotations);
}

function entity(kind: string, name: string, description: string, spec: Descriptor['spec'], more = {}): Descriptor {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, description, tags: ['synthetic', kind.toLowerCase()], ...more },
    spec,
  };
}

function teamsOf(count: number): readonly Descriptor[] {
  return Array.from({ length: count }, (_, index) =>
    entity('Group', `team-${index}`, `Team ${index}.`, {
      type: index === 0 ? 'company' : 'team',
      children: [],
      ...(index > 0 && { parent: `team-${Math.floor((index - 1) / 10)}` }),
    }),
  );
}

function systemsOf(count: number): readonly Descriptor[] {
  return Array.from({ length: count }, (_, index) =>
    entity('System', `system-${index}`, `System ${index}.`, { owner: `team-${index % 7}` }),
  );
}

function toYaml(descriptors: readonly Descriptor[]): string {
  return descriptors.map((item) => dump(item, { noRefs: true })).join('---\n');
}
