// Publishes the demo: into the folder that callboard.yaml names, or with --s3 into a bucket of a local S3 server.
import { rmSync, writeFileSync } from 'node:fs';
import { execaNode } from 'execa';
import { startS3Server } from '../src/testing/s3-server.ts';

const callboard = (words: readonly string[], env = {}) =>
  execaNode('src/cli/main.ts', words, { stdio: 'inherit', reject: false, env });
const built = await execaNode('scripts/demo.ts', ['--quiet'], { stdio: 'inherit', reject: false });
if (built.exitCode !== 0) process.exit(built.exitCode ?? 2);

if (process.argv.includes('--s3')) {
  console.log('demo: starting an S3 server on this machine');
  const server = await startS3Server();
  const config = '.callboard.s3.yaml';
  try {
    await server.createBucket('northwind-portal');
    const publish = {
      type: 's3',
      bucket: 'northwind-portal',
      region: server.region,
      endpoint: server.endpoint,
      pathStyle: true,
    };
    writeFileSync(
      config,
      JSON.stringify({ portal: { title: 'Northwind' }, sources: [{ type: 'local', path: '.' }], publish }),
    );
    const first = await callboard(['publish', '--config', config], server.environment);
    const again = await callboard(['publish', '--config', config], server.environment);
    process.exitCode = first.exitCode || again.exitCode || 0;
  } finally {
    rmSync(config, { force: true });
    await server.stop();
  }
} else {
  process.exitCode = (await callboard(['publish'])).exitCode ?? 2;
}
