// An emulated GitHub in a process of its own. Arguments: repositories, size of each, milliseconds that every request waits.
// Sends its address, then answers `count` with what it counted since the last time and `push` once a file of `r0` has changed.
import { deflateSync } from 'node:zlib';
import { startGithubEmulator } from '../github-emulator/github-emulator.ts';
import { crawledRepository, describeComponent, type RepositorySize } from './crawl-organisation.ts';

const [repositories = '0', size = 'small', latency = '0'] = process.argv.slice(2);
const host = await startGithubEmulator({
  limits: { rest: 1_000_000, graphql: 1_000_000 },
  latency: Number(latency),
  // Ten thousand take the real server a quarter of an hour, and of these the crawl wants no file by Git.
  gitFromMemory: size === 'bare',
});
const needed = { blobs: 0, trees: 0 };
for (let index = 0; index < Number(repositories); index += 1) {
  const repository = host.model.create('acme', `r${index}`, {
    files: crawledRepository(index, size as RepositorySize),
  });
  const commit = repository.branches.get('main') ?? '';
  for (const [path, content] of repository.objects.filesOf(commit)) {
    if (/^(?:docs\/|mkdocs)/.test(path)) needed.blobs += deflateSync(content).length;
  }
  needed.trees += deflateSync(repository.objects.read(repository.objects.treeOf(commit) ?? '')?.content ?? '').length;
}
// The host writes a repository when Git first asks for it: not what is measured.
for (let index = 0; index < Number(repositories) && size !== 'bare'; index += 1) {
  const authorization = `Basic ${Buffer.from('x:canary-token').toString('base64')}`;
  const url = `${host.url}/acme/r${index}.git/info/refs?service=git-upload-pack`;
  await (await fetch(url, { headers: { authorization } })).arrayBuffer();
}

process.on('message', (message) => {
  if (message === 'push') {
    const repository = host.model.find('acme', 'r0');
    if (repository)
      host.model.push(repository, { 'docs/page-3.md': '# Anew\n', 'catalog-info.yaml': describeComponent('anew') });
    process.send?.({});
    return;
  }
  const counts = { api: 0, git: 0, apiBytes: 0, gitBytes: 0, gitUpload: 0, needed };
  for (const { path, received, sent } of (host.exchanges as { path: string; received: number; sent: number }[]).splice(
    0,
  )) {
    const isApi = path.startsWith('/api/');
    counts[isApi ? 'api' : 'git'] += 1;
    counts[isApi ? 'apiBytes' : 'gitBytes'] += sent;
    if (!isApi) counts.gitUpload += received;
  }
  process.send?.(counts);
});
process.on('disconnect', () => host.close().then(() => process.exit(0)));
process.send?.({ apiUrl: host.apiUrl });
