import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GitSourceConfig } from '../../config/config.ts';
import { codesOf, crawlOnce, filesOf, filesUnder } from '../../testing/crawl-once.ts';
import { type GitHttpServer, startGitHttpServer } from '../../testing/git-http-server.ts';
import { createGitRepository, type TestRepository } from '../../testing/git-repository.ts';
import { createVirtualClock } from '../../testing/host-emulator/virtual-clock.ts';

let folder: string;
let shop: TestRepository;
let server: GitHttpServer;
/** What the host answers instead of Git. */
let refusal: { readonly status: number; readonly text?: string; readonly location?: string } | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-failures-'));
  const files = { 'catalog-info.yaml': 'name: shop', 'docs/a.md': '# A', 'docs/b.bin': randomBytes(200_000) };
  shop = await createGitRepository(files, { folder: join(folder, 'served/acme/shop.git'), bare: true });
  refusal = undefined;
  server = await startGitHttpServer({
    root: join(folder, 'served'),
    before: (_, response) => {
      if (!refusal) return false;
      const { status, text = '', location } = refusal;
      response
        .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...(location && { location }) })
        .end(text);
      return true;
    },
  });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const sourceOf = (name = 'shop'): GitSourceConfig => ({
  type: 'git',
  name: 'remote',
  urls: [`${server.url}/acme/${name}.git`],
  catalogPaths: ['catalog-info.yaml'],
});
const read = (name?: string) =>
  crawlOnce([sourceOf(name)], join(folder, 'state'), {
    clock: createVirtualClock(),
    selectors: [filesUnder('docs/', 'blob')],
  });

// A proxy that is set, and not used for this machine, is what leaves everything to Git.
const throughGit = () => {
  vi.stubEnv('http_proxy', 'http://127.0.0.1:1');
  vi.stubEnv('no_proxy', '127.0.0.1');
};

describe.each([
  ['spoken directly', () => {}],
  ['through Git', throughGit],
])('%s', (_, prepare) => {
  beforeEach(prepare);

  it.each([
    [401, 'Bad credentials', 'the host asks for other credentials', 'has not expired'],
    [
      403,
      "The `acme' organization has enabled or enforced SAML SSO.\nTo access this repository, you must re-authorize.",
      'the organisation enforces single sign-on and the token is not authorised for it',
      'Configure SSO',
    ],
    [
      403,
      "The `acme' organization has an IP allow list enabled, and 203.0.113.9 is not permitted to access this repository.",
      'the IP allow list of the organisation does not have the address of this machine',
      'Add the address',
    ],
    [403, 'This installation has been suspended', 'the app or account has been suspended', 'lift the suspension'],
    [403, 'Write access to repository not granted.', 'the host refuses access', 'read access to the contents'],
    [404, 'Repository not found.', 'it does not exist, or the token may not see it', 'Check the address'],
    [451, 'Repository unavailable due to DMCA takedown.', 'the host has blocked it for legal reasons', 'exclude'],
    [429, 'Too many requests', 'the host asks to slow down', 'less often'],
    [503, 'No server is available', 'the host failed while answering', 'status of the host'],
  ])('says what to do about status %i: %s', async (status, text, reason, hint) => {
    refusal = { status, text };
    const { diagnostics } = await read();
    expect(codesOf(diagnostics)).toEqual(['crawl/repository-unreadable acme/shop']);
    expect(diagnostics[0]?.message).toBe(`acme/shop cannot be read: ${reason}.`);
    expect(diagnostics[0]?.hint).toContain(hint);
  });

  it('says that a repository has moved, and does not follow', async () => {
    refusal = { status: 301, location: `${server.url}/acme/elsewhere.git/info/refs` };
    const { diagnostics } = await read();
    expect(diagnostics[0]?.message).toBe('acme/shop cannot be read: it has moved.');
    expect(server.requests.some((line) => line.includes('elsewhere'))).toBe(false);
  });

  it('reads what is there beside a default branch that is not', async () => {
    await shop.git('symbolic-ref', 'HEAD', 'refs/heads/gone');
    expect(codesOf((await read()).diagnostics)).toEqual(['crawl/repository-empty acme/shop']);
  });

  it('survives a disk without room, and goes on when there is some', async () => {
    const script = `
      import { crawlOnce, filesUnder } from ${JSON.stringify(join(import.meta.dirname, '../../testing/crawl-once.ts'))};
      const [source, state] = JSON.parse(process.argv[1]);
      const { diagnostics } = await crawlOnce([source], state, { selectors: [filesUnder('docs/', 'blob')] });
      console.log(JSON.stringify(diagnostics));`;
    const input = JSON.stringify([sourceOf(), join(folder, 'state')]);
    const shell = `trap '' XFSZ; ulimit -f 64; exec "$0" --input-type=module -e "$1" "$2"`;
    const { stdout } = await execa('sh', ['-c', shell, process.execPath, script, input]);
    const [problem, ...others] = JSON.parse(stdout) as { message: string; hint: string }[];
    expect(others).toEqual([]);
    expect(problem?.message).toBe('acme/shop cannot be read: there is no room left on this disk.');
    expect(problem?.hint).toContain('Make room');

    const { snapshot, diagnostics } = await read();
    expect(diagnostics).toEqual([]);
    expect(Object.keys(filesOf(snapshot)['acme/shop'] ?? {})).toEqual(['catalog-info.yaml', 'docs/a.md', 'docs/b.bin']);
  });
});
