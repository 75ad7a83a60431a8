import { expect, it } from 'vitest';
import { defaultCatalogPaths } from '../../../config/resolve-config.ts';
import { emulatedSchema } from '../../../testing/gitlab-emulator/emulated-schema.ts';
import { gitlabSourceAt } from '../../../testing/gitlab-emulator/gitlab-source.ts';
import { graphLimits, prepareQuery } from '../../../testing/gitlab-emulator/run-graph-query.ts';
import { buildProjectQuery, buildProjectsQuery } from './projects-query.ts';

const whole = { lean: false, without: [] };
const first = 100;
const host = { url: 'https://gitlab.com' };

function scoreOf(query: string, variables: Readonly<Record<string, unknown>>) {
  const prepared = prepareQuery(emulatedSchema(), { query, variables }, graphLimits('anonymous'));
  return 'score' in prepared ? prepared.score.complexity : prepared.answer;
}

it.each([
  ['the usual paths', defaultCatalogPaths, {}],
  ['as many paths as are asked for', [...'abcdefghijkl'], { branch: 'next' }],
])('asks a hundred projects a page of what GitLab allows without a token, with %s', (_, catalogPaths, rest) => {
  const config = gitlabSourceAt(host, { catalogPaths, ...rest });
  const { query, variables } = buildProjectsQuery(config, whole);
  expect(scoreOf(query, { ...variables, first })).toBeLessThan(150);
});

it('costs less without texts, and asks only for what there can be', () => {
  const config = gitlabSourceAt(host);
  const lean = buildProjectsQuery(config, { lean: true, without: ['markedForDeletionOn'] });
  expect(lean.query).not.toMatch(/rawTextBlob|markedForDeletionOn/);
  const { query, variables } = buildProjectsQuery(config, whole);
  const costs = [scoreOf(lean.query, { ...lean.variables, first }), scoreOf(query, { ...variables, first })].map(
    Number,
  );
  expect(costs[0]).toBeLessThan(costs[1] ?? 0);
  expect(buildProjectsQuery(gitlabSourceAt(host, { forks: true }), whole).query).not.toContain('isForked');
  const globs = buildProjectsQuery(gitlabSourceAt(host, { catalogPaths: ['**/*.yaml'] }), whole);
  expect(globs.query).not.toContain('blobs');
});

it.each([{ path: 'acme/shop' }, { id: 7 }])('asks for one project by %j', (project) => {
  const { query, variables } = buildProjectQuery(gitlabSourceAt(host), project, whole);
  expect(scoreOf(query, variables)).toBeLessThan(100);
});
