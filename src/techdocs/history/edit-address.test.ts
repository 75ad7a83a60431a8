import { expect, it } from 'vitest';
import type { RepositoryFiles } from '../../catalog/repository-files.ts';
import { readEditAddress } from './edit-address.ts';

const of = (config: string, path = 'docs/a/b c.md', root = '') => {
  const name = root === '' ? 'mkdocs.yml' : `${root}/mkdocs.yml`;
  const files = new Map([[name, { path: name, oid: '', size: 1, text: config }]]);
  return readEditAddress(root, { files } as unknown as RepositoryFiles)(path);
};
const repo = 'repo_url: https://git.example.com/acme/shop/\n';

it.each([
  ['nothing said', 'site_name: A', undefined],
  ['only a repository', repo, undefined],
  [
    'a relative address',
    `${repo}edit_uri: edit/trunk/docs/`,
    'https://git.example.com/acme/shop/edit/trunk/docs/a/b%20c.md',
  ],
  ['a query', `${repo}edit_uri: '?path=docs/'`, 'https://git.example.com/acme/shop?path=docs/a/b%20c.md'],
  ['a whole address', 'edit_uri: https://edit.example.com/x', 'https://edit.example.com/x/a/b%20c.md'],
  ['a template', `${repo}edit_uri_template: 'wiki/{path_noext!q}'`, 'https://git.example.com/acme/shop/wiki/a%2Fb%20c'],
  ['another docs folder', `${repo}docs_dir: text\nedit_uri: edit/`, undefined],
])('heeds %s', (_, config, url) => {
  expect(of(config)).toEqual(url && { url });
});

it.each([
  ['none at all', `${repo}edit_uri: ''`],
  ['a script', 'edit_uri: "javascript:alert(1)//"'],
  ['a script in a template', 'edit_uri_template: "javascript:alert(1)//{path}"'],
  ['a script as repository', 'repo_url: "javascript:alert(1)//"\nedit_uri: x'],
  ['nowhere', 'edit_uri: edit/main/'],
])('gives no link for %s', (_, config) => {
  expect(of(config)).toEqual({});
});

it('leaves pages beside the docs folder, and odd settings, to the host', () => {
  expect(of(`${repo}edit_uri: edit/`, 'README.md')).toBeUndefined();
  expect(of(`${repo}edit_uri: [edit/]`)).toBeUndefined();
  expect(of(`${repo}edit_uri: edit/`, 'sub/docs/a.md', 'sub')).toEqual({
    url: 'https://git.example.com/acme/shop/edit/a.md',
  });
});
