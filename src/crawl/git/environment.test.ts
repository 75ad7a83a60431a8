import { afterEach, expect, it, vi } from 'vitest';
import { gitEnvironment } from './environment.ts';
import { requireGit } from './require-git.ts';
import { scrub } from './scrub.ts';

afterEach(() => vi.unstubAllEnvs());

it('gives Git nothing of the environment that it does not need', () => {
  for (const name of ['GITHUB_TOKEN', 'AWS_SECRET_ACCESS_KEY', 'GIT_SSH', 'GIT_DIR', 'GIT_EXEC_PATH', 'LD_PRELOAD']) {
    vi.stubEnv(name, 'canary');
  }
  vi.stubEnv('SSH_AUTH_SOCK', '/agent');
  const environment = gitEnvironment({});
  expect(JSON.stringify(environment)).not.toContain('canary');
  expect(environment).toMatchObject({ GIT_DIR: '/nonexistent', GIT_ALLOW_PROTOCOL: 'none', GIT_NO_LAZY_FETCH: '1' });
  expect(environment).not.toHaveProperty('SSH_AUTH_SOCK');
  expect(gitEnvironment({ protocol: 'ssh' })).toMatchObject({ SSH_AUTH_SOCK: '/agent', GIT_ALLOW_PROTOCOL: 'ssh' });
});

it('takes secrets out of text in every form that Git could print', () => {
  const basic = Buffer.from('x-access-token:canary').toString('base64');
  const text = `fatal: canary at https://user:password@example.com/a, header Basic ${basic}`;
  expect(scrub(text, ['canary', ''])).toBe('fatal: *** at https://example.com/a, header Basic ***');
});

it('says so when there is no Git', async () => {
  const { signal } = new AbortController();
  await expect(requireGit(signal)).resolves.toBeUndefined();
  vi.stubEnv('PATH', '/nonexistent');
  await expect(requireGit(signal)).rejects.toMatchObject({
    code: 'crawl/git-missing',
    hint: expect.stringContaining('2.32'),
  });
});
