import { describe, expect, it } from 'vitest';
import type { RepositoryInfo } from '../../../catalog/repository-files.ts';
import { parseHostUrl } from './parse-host-url.ts';

const repository = { slug: 'r', branch: 'release/2.x', commit: 'c'.repeat(40) } as RepositoryInfo;
const keys: ReadonlySet<string> = new Set([
  'github.com/acme/orders',
  'gitlab.example.org/acme/shop/orders',
  'gitea.example.org/acme/orders',
  'bitbucket.org/acme/orders',
  'bitbucket.example.org/scm/acme/orders',
  'dev.azure.com/acme/shop/_git/orders',
]);
const parse = (href: string) => {
  const file = parseHostUrl(href, (key) => (keys.has(key) ? repository : undefined));
  return file && `${file.path}${file.isEditor ? ' edited' : ''}${file.fragment === '' ? '' : ` at ${file.fragment}`}`;
};

describe('the address of a file on', () => {
  it.each([
    ['GitHub', 'https://github.com/acme/orders/blob/release/2.x/docs/a%20b.md#c', 'docs/a b.md at c'],
    ['GitHub, in capitals', 'https://www.GitHub.com/Acme/Orders/blob/release/2.x/docs/A.md', 'docs/A.md'],
    ['GitHub, an encoded branch', 'https://github.com/acme/orders/blob/release%2F2.x/docs/a.md', 'docs/a.md'],
    ['GitHub, raw', 'https://raw.githubusercontent.com/acme/orders/release/2.x/docs/a.md', 'docs/a.md'],
    ['GitHub, raw and in full', 'https://github.com/acme/orders/raw/refs/heads/release/2.x/a.md', 'a.md'],
    ['GitHub, an editor', 'https://github.com/acme/orders/edit/release/2.x/a.md', 'a.md edited'],
    ['GitHub, a folder', 'https://github.com/acme/orders/tree/HEAD/docs/', 'docs'],
    ['GitHub, the root of a branch', 'https://github.com/acme/orders/tree/release/2.x', ''],
    ['GitLab', 'https://gitlab.example.org/acme/shop/orders/-/blob/release/2.x/a.md?ref_type=heads#b', 'a.md at b'],
    ['GitLab, as before', 'https://gitlab.example.org/acme/shop/orders/blob/release/2.x/a.md', 'a.md'],
    ['Gitea', 'https://gitea.example.org/acme/orders/src/branch/release/2.x/docs/a.md', 'docs/a.md'],
    ['Gitea, an editor', 'https://gitea.example.org/acme/orders/_edit/release/2.x/docs/a.md', 'docs/a.md edited'],
    ['Bitbucket', 'https://bitbucket.org/acme/orders/src/release/2.x/docs/a.md', 'docs/a.md'],
    [
      'Bitbucket of one’s own',
      'https://bitbucket.example.org/projects/ACME/repos/orders/browse/docs/a.md',
      'docs/a.md',
    ],
    [
      'Bitbucket, a branch',
      'https://bitbucket.example.org/projects/ACME/repos/orders/browse/a.md?at=refs%2Fheads%2Frelease%2F2.x',
      'a.md',
    ],
    ['Azure DevOps', 'https://dev.azure.com/acme/shop/_git/orders?path=/docs/a.md&version=GBrelease/2.x', 'docs/a.md'],
    ['a path with dots', 'https://github.com/acme/orders/blob/HEAD/docs/%2e%2e/a.md', 'a.md'],
  ])('%s', (_, href, file) => {
    expect(parse(href)).toBe(file);
  });

  it.each([
    ['another repository', 'https://github.com/acme/other/blob/HEAD/a.md'],
    ['another host', 'https://github.com.example.org/acme/orders/blob/HEAD/a.md'],
    ['another branch', 'https://github.com/acme/orders/blob/main/a.md'],
    ['a branch whose name begins alike', 'https://github.com/acme/orders/blob/release/2.x-old/a.md'],
    ['a fixed commit', `https://github.com/acme/orders/blob/${'c'.repeat(40)}/a.md`],
    ['another branch of Bitbucket', 'https://bitbucket.example.org/projects/ACME/repos/orders/browse/a.md?at=main'],
    ['another branch of Azure DevOps', 'https://dev.azure.com/acme/shop/_git/orders?path=/a.md&version=GBmain'],
    ['a line', 'https://github.com/acme/orders/blob/HEAD/a.md#L10-L20'],
    ['the source', 'https://github.com/acme/orders/blob/HEAD/a.md?plain=1'],
    ['the repository', 'https://github.com/acme/orders'],
    ['its issues', 'https://github.com/acme/orders/issues/1'],
    ['what lies outside', 'https://github.com/acme/orders/blob/HEAD/%2e%2e/%2e%2e/a.md'],
    ['another scheme', 'ftp://github.com/acme/orders/blob/HEAD/a.md'],
    ['no address', 'https://'],
  ])('of %s is not of a file that was read', (_, href) => {
    expect(parse(href)).toBeUndefined();
  });
});
