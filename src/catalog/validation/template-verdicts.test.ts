import { expect, it } from 'vitest';
import { mutate, type Path, removed } from '../../testing/backstage/mutations.ts';
import type { Mapping } from '../values.ts';
import { validateEntity } from './validate-entity.ts';

const template = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'service' },
  spec: {
    type: 'service',
    owner: 'team',
    lifecycle: 'production',
    parameters: [{ title: 'Name', 'backstage:permissions': { tags: ['a'] } }],
    steps: [{ id: 'a', name: 'A', action: 'fetch:plain', input: { url: './skeleton' }, if: '${{ x }}' }],
    output: { links: [{ title: 'Open', url: 'u', icon: 'i', if: true }], text: [{ content: '' }], remoteUrl: 'x' },
  },
};

// Recorded from templateEntityV1beta3Validator of @backstage/plugin-scaffolder-common 2.3.0, which brings 136 packages.
it.each<[string, Path, unknown, boolean]>([
  ['no type', ['spec', 'type'], removed, false],
  ['an empty type', ['spec', 'type'], '', false],
  ['no steps', ['spec', 'steps'], removed, false],
  ['no step', ['spec', 'steps'], [], true],
  ['no owner', ['spec', 'owner'], removed, true],
  ['owners in a list', ['spec', 'owner'], ['a'], false],
  ['a lifecycle that is a number', ['spec', 'lifecycle'], 1, false],
  ['parameters of one page', ['spec', 'parameters'], { title: 'x' }, true],
  ['parameters that are text', ['spec', 'parameters'], 'x', false],
  ['a page that is text', ['spec', 'parameters', 0], 'x', false],
  ['permission tags that are numbers', ['spec', 'parameters', 0, 'backstage:permissions', 'tags'], [1], false],
  ['a step without action', ['spec', 'steps', 0, 'action'], removed, false],
  ['an empty action', ['spec', 'steps', 0, 'action'], '', true],
  ['a step whose input is text', ['spec', 'steps', 0, 'input'], 'x', false],
  ['a step whose condition is a number', ['spec', 'steps', 0, 'if'], 1, false],
  ['a step whose condition is a boolean', ['spec', 'steps', 0, 'if'], false, true],
  ['a link without url', ['spec', 'output', 'links', 0, 'url'], removed, true],
  ['a link whose url is empty', ['spec', 'output', 'links', 0, 'url'], '', false],
  ['other output that is text', ['spec', 'output', 'remoteUrl'], '', true],
  ['other output that is a list', ['spec', 'output', 'remoteUrl'], [], false],
])('judges a Template with %s as Backstage does', (_name, path, replacement, isAccepted) => {
  expect(validateEntity(template).problems).toEqual([]);
  const { problems } = validateEntity(mutate(template, path, replacement) as Mapping);
  expect(problems.length === 0).toBe(isAccepted);
});
