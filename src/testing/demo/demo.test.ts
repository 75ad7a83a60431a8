import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  DefaultNamespaceEntityPolicy,
  domainEntityV1alpha1Validator,
  type Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  groupEntityV1alpha1Validator,
  type KindValidator,
  locationEntityV1alpha1Validator,
  NoForeignRootFieldsEntityPolicy,
  parseEntityRef,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { execa } from 'execa';
import { load, loadAll } from 'js-yaml';
import picomatch from 'picomatch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoFiles, readDemoFiles } from './demo-content.ts';
import { readDemoHistory } from './demo-history.ts';
import { makeDemoRepositories } from './make-demo-repositories.ts';
import { planDemoCommits } from './plan-demo-commits.ts';

const content = fileURLToPath(new URL('../../../content/demo', import.meta.url));
const repositories = join(content, 'repositories');
/** The two repositories whose mistakes are there on purpose. */
const mistaken = ['gift-cards', 'legacy-reports'];
const history = await readDemoHistory(join(content, 'history.yaml'));
const names = Object.keys(history.repositories);
const filesOf = new Map<string, DemoFiles>();
for (const name of names) filesOf.set(name, await readDemoFiles(join(repositories, name)));

const validators: Readonly<Record<string, KindValidator>> = {
  API: apiEntityV1alpha1Validator,
  Component: componentEntityV1alpha1Validator,
  Domain: domainEntityV1alpha1Validator,
  Group: groupEntityV1alpha1Validator,
  Location: locationEntityV1alpha1Validator,
  Resource: resourceEntityV1alpha1Validator,
  System: systemEntityV1alpha1Validator,
  User: userEntityV1alpha1Validator,
};
const policy = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

interface Found {
  readonly repository: string;
  readonly path: string;
  readonly entity: Entity;
}

const clean = names.filter((name) => !mistaken.includes(name)).flatMap(readEntities);

describe('the demo organisation', () => {
  it('is large enough to be worth looking at', () => {
    expect(names.length).toBeGreaterThanOrEqual(14);
    expect(clean.length).toBeGreaterThanOrEqual(60);
    expect(new Set(clean.map(({ entity }) => entity.kind))).toEqual(
      new Set([...Object.keys(validators), 'Template', 'Topic']),
    );
    expect(clean.filter(({ entity }) => entity.kind === 'User').length).toBeGreaterThanOrEqual(12);
    expect(clean.filter(({ entity }) => entity.spec?.['type'] === 'team').length).toBeGreaterThanOrEqual(4);
  });

  it('has one entity per reference', () => {
    const refs = clean.map(({ entity }) => stringifyEntityRef(entity));
    expect(refs.filter((ref, index) => refs.indexOf(ref) !== index)).toEqual([]);
  });

  it.each(clean.map((found) => [stringifyEntityRef(found.entity), found] as const))(
    "%s is valid by Backstage's own rules",
    async (ref, { repository, path, entity }) => {
      const filled = fillPlaceholders(withOwner(ref, entity), repository, path) as Entity;
      expect(await policy.enforce(filled)).toBeTruthy();
      const validator = validators[entity.kind];
      if (validator) expect(await validator.check(filled)).toBe(true);
    },
  );

  it('refers to nothing that is missing', () => {
    const refs = new Set(clean.map(({ entity }) => stringifyEntityRef(entity)));
    const dangling = clean.flatMap(({ entity }) =>
      referencesOf(entity).flatMap((ref) => (refs.has(ref) ? [] : [`${stringifyEntityRef(entity)} → ${ref}`])),
    );
    expect(dangling).toEqual([]);
  });

  it('gives every service an owner, a system, tags, labels, annotations and a link to look at', () => {
    const bare = clean.filter(
      ({ entity: { kind, spec, metadata } }) =>
        kind === 'Component' &&
        spec?.['type'] === 'service' &&
        !(spec['owner'] && spec['system'] && metadata.tags && metadata.labels && metadata.annotations),
    );
    expect(bare).toEqual([]);
  });

  it('keeps its docs where the entities say', () => {
    const docs = clean.filter(({ entity }) => entity.metadata.annotations?.['backstage.io/techdocs-ref']);
    const missing = docs.filter(({ repository, path, entity }) => {
      const folder = entity.metadata.annotations?.['backstage.io/techdocs-ref']?.replace(/^dir:/, '') ?? '';
      return !filesOf.get(repository)?.has(posix.join(posix.dirname(path), folder, 'docs/index.md'));
    });
    expect(missing.map(({ repository }) => repository)).toEqual([]);
    expect(docs.length).toBeGreaterThanOrEqual(7);
  });
});

describe('its repositories', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'callboard-demo-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('have the same commit ids wherever they are made, and are made once', async () => {
    const first = await makeDemoRepositories({ target: join(folder, 'first') });
    const second = await makeDemoRepositories({ target: join(folder, 'second') });
    expect(second.commits).toEqual(first.commits);
    expect(await makeDemoRepositories({ target: join(folder, 'first') })).toEqual({ ...first, made: false });
    await rm(join(folder, 'first', 'ledger'), { recursive: true });
    expect(await makeDemoRepositories({ target: join(folder, 'first') })).toEqual(first);
  });

  it('are as they were at an earlier moment, with the same commits, without those that had none', async () => {
    const now = await makeDemoRepositories({ target: join(folder, 'first') });
    const then = await makeDemoRepositories({ target: join(folder, 'then'), until: '2026-06-30T00:00:00Z' });
    expect(Object.keys(then.commits)).not.toContain('garden-planner');
    expect(Object.keys(then.commits)).toContain('ledger');
    const log = async (target: string) =>
      (await execa('git', ['log', '--format=%H', 'main'], { cwd: join(target, 'ledger') })).stdout.split('\n');
    const [later, earlier] = [await log(now.target), await log(then.target)];
    expect(earlier.length).toBeLessThan(later.length);
    expect(later.slice(-earlier.length)).toEqual(earlier);
  });

  it('hold every file of their folder, in several commits by several people', async () => {
    const { target } = await makeDemoRepositories({ target: join(folder, 'first') });
    const dates: string[] = [];
    for (const name of names) {
      const git = { cwd: join(target, name) };
      const { stdout: paths } = await execa('git', ['ls-tree', '-r', '--name-only', 'main'], git);
      expect(paths.split('\n').sort()).toEqual([...(filesOf.get(name)?.keys() ?? [])].sort());
      const { stdout: log } = await execa('git', ['log', '--format=%aI', 'main'], git);
      expect(log.split('\n').length).toBeGreaterThanOrEqual(2);
      dates.push(...log.split('\n'));
    }
    expect(dates.sort().at(-1)).toMatch(/^2026-11-20/);
  });

  it('are not made over somebody else’s files', async () => {
    await expect(makeDemoRepositories({ target: repositories })).rejects.toThrow(/name an empty folder/);
  });

  it('let a file grow by sections from commit to commit', () => {
    const page = Buffer.from('# Page\n\n## One\n\nfirst\n\n## Two\n\nsecond\n');
    const commit = { by: 'x', at: '2026-01-01T00:00:00Z', message: 'm', files: ['docs/*.md'] };
    const [before, after] = planDemoCommits(new Map([['docs/page.md', page]]), [commit, commit]);
    expect(String(before?.files.get('docs/page.md'))).toBe('# Page\n\n## One\n\nfirst\n');
    expect(after?.files.get('docs/page.md')).toBe(page);
  });
});

/** The owner that is not written, to see that all else is as Backstage wants it. */
function withOwner(ref: string, entity: Entity): Entity {
  if (ref !== 'component:default/money') return entity;
  expect(entity.spec).not.toHaveProperty('owner');
  return { ...entity, spec: { ...entity.spec, owner: 'payments' } };
}

function readEntities(repository: string): readonly Found[] {
  const files = filesOf.get(repository) ?? new Map();
  const root = [...files.keys()].filter((path) => /^(\.backstage\/)?catalog-info\.ya?ml$/.test(path));
  return root.flatMap((path) => readDescriptor(repository, files, path));
}

function readDescriptor(repository: string, files: DemoFiles, path: string): readonly Found[] {
  const documents = loadAll(String(files.get(path))) as readonly Entity[];
  return documents.flatMap((entity) => {
    const targets = (entity.spec?.['targets'] ?? []) as readonly string[];
    const matches = targets.flatMap((target) => {
      const isTarget = picomatch(posix.join(posix.dirname(path), target));
      return [...files.keys()].filter((each) => isTarget(each));
    });
    return [{ repository, path, entity }, ...matches.flatMap((match) => readDescriptor(repository, files, match))];
  });
}

function fillPlaceholders(value: unknown, repository: string, path: string): unknown {
  if (Array.isArray(value)) return value.map((item) => fillPlaceholders(item, repository, path));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [key, target] = entries[0] ?? [];
  if (entries.length === 1 && key === '$text') {
    const file = filesOf.get(repository)?.get(posix.join(posix.dirname(path), String(target)));
    if (!file) throw new Error(`${repository}/${path}: there is no ${target}`);
    const text = String(file);
    if (/\.(ya?ml|json)$/.test(String(target))) load(text);
    return text;
  }
  return Object.fromEntries(entries.map(([name, item]) => [name, fillPlaceholders(item, repository, path)]));
}

const referenceFields: Readonly<Record<string, string | undefined>> = {
  owner: 'Group',
  system: 'System',
  domain: 'Domain',
  subdomainOf: 'Domain',
  subcomponentOf: 'Component',
  providesApis: 'API',
  consumesApis: 'API',
  dependsOn: undefined,
  memberOf: 'Group',
  parent: 'Group',
  children: 'Group',
  members: 'User',
  publishesTo: 'Topic',
  subscribesTo: 'Topic',
  broker: 'Resource',
  api: 'API',
};

function referencesOf(entity: Entity): readonly string[] {
  const fields = Object.keys(referenceFields).flatMap((field) =>
    [entity.spec?.[field] ?? []].flat().map((ref) => {
      const defaultKind = referenceFields[field];
      return stringifyEntityRef(
        parseEntityRef(String(ref), { defaultNamespace: 'default', ...(defaultKind && { defaultKind }) }),
      );
    }),
  );
  const docs = entity.metadata.annotations?.['backstage.io/techdocs-entity'];
  return docs ? [...fields, docs] : fields;
}
