import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FurtherTarget } from '../../catalog/locations/further-targets.ts';
import { parseFileUrl } from '../../catalog/repository-urls.ts';
import { furtherLimits, planFurther } from './plan-further.ts';

const listed = { id: 'github:1', webUrl: 'https://github.com/acme/shop', host: 'github', remote: true } as const;
const onDisk = { id: 'local:x', webUrl: 'https://git.local/acme/x', host: 'none', remote: false } as const;
const target = (url: string): FurtherTarget => {
  const address = parseFileUrl(url);
  if (!address) throw new Error(url);
  return { ...address, url };
};
const plan = (urls: readonly string[], follow: readonly string[] = ['**']) =>
  planFurther({ found: [listed, onDisk], targets: urls.map(target), owners: ['github.com/acme'], follow });

describe('planFurther', () => {
  it('adds files to repositories that are listed, whatever the spelling', () => {
    const url = 'https://github.com/ACME/Shop/blob/main/a.yaml';
    expect(plan([url, url])).toEqual({
      targets: new Map([['github:1', [target(url)]]]),
      repositories: [],
      refused: [],
    });
    expect([...plan(['https://git.local/acme/x/blob/main/a.yaml']).targets.keys()]).toEqual(['local:x']);
  });

  it('leads to repositories on hosts of sources, all files of one at one ref', () => {
    const [first, second, third, fourth] = [
      'https://github.com/Other/Tools/tree/v1/a/*/c.yaml',
      'https://github.com/other/more/blob/HEAD/d.yaml',
      'https://github.com/other/tools/blob/v1/b.yaml',
      'https://github.com/other/tools/blob/v2/b.yaml',
    ] as const;
    const { repositories, refused } = plan([third, first, fourth, second]);
    expect(repositories).toEqual([
      { webUrl: 'https://github.com/Other/Tools', host: 'github', ref: 'v1', targets: [target(first), target(third)] },
      { webUrl: 'https://github.com/other/more', host: 'github', targets: [target(second)] },
    ]);
    expect(refused).toEqual([
      { url: 'https://github.com/other/tools/blob/v2/b.yaml', reason: 'its repository is read at v1' },
    ]);
  });

  it.each([
    ['https://evil.example/a/b/blob/main/c.yaml', 'no source is configured for its host'],
    ['http://github.com/other/b/blob/main/c.yaml', 'no source is configured for its host'],
    ['https://github.com.evil.example/a/b/blob/main/c.yaml', 'no source is configured for its host'],
    ['https://git.local/acme/y/blob/main/c.yaml', 'no source is configured for its host'],
    ['https://github.com/acme/secret/blob/main/c.yaml', 'the source for its owner does not list it'],
    ['https://github.com/other/b/blob/-x/c.yaml', 'its address names no file'],
    ['https://github.com/other/b/blob/main', 'its address names no file'],
  ])('does not follow %s', (url, reason) => {
    expect(plan([url])).toEqual({ targets: new Map(), repositories: [], refused: [{ url, reason }] });
  });

  it('follows what the owner of the portal lets it', () => {
    const urls = ['https://github.com/other/a/blob/main/c.yaml', 'https://github.com/else/a/blob/main/c.yaml'];
    expect(plan(urls, ['github.com/other/*']).repositories.map(({ webUrl }) => webUrl)).toEqual([
      'https://github.com/other/a',
    ]);
    expect(plan(urls, []).repositories).toEqual([]);
  });

  it('has limits, and says so', () => {
    const many = Array.from({ length: 700 }, (_, index) => `https://github.com/other/r${index}/blob/main/a.yaml`);
    const { repositories, refused } = plan(many);
    expect(repositories).toHaveLength(furtherLimits.repositories);
    expect(refused).toHaveLength(600);
  });

  it('does not depend on the order of the targets', () => {
    const url = fc
      .tuple(fc.constantFrom('acme/shop', 'other/a', 'other/b', 'acme/x'), fc.constantFrom('main', 'v1', 'HEAD'))
      .map(([slug, ref]) => `https://github.com/${slug}/blob/${ref}/a.yaml`);
    fc.assert(
      fc.property(fc.array(url), fc.array(url), (some, more) => {
        expect(plan([...some, ...more])).toEqual(plan([...more, ...some, ...some]));
      }),
    );
  });
});
