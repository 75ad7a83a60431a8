import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openS3Store } from './s3.ts';

/** A server that answers every request as told, in the words of S3. */
async function startAnswering(status: number, code: string, headers: Record<string, string> = {}) {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(status, { 'Content-Type': 'application/xml', ...headers });
      response.end(code && `<?xml version="1.0"?><Error><Code>${code}</Code><Message>told so</Message></Error>`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { endpoint, stop: () => server[Symbol.asyncDispose]() };
}

const environment = { ...process.env };
beforeEach(() => {
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: 'testing',
    AWS_SECRET_ACCESS_KEY: 'testing',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  });
});
afterEach(() => {
  process.env = { ...environment };
});

const open = (endpoint: string) =>
  openS3Store(
    { type: 's3', bucket: 'portal', prefix: '', region: 'eu-central-1', endpoint, pathStyle: true },
    new AbortController().signal,
  );
const entry = { key: 'a.txt', sha256: 'ab'.repeat(32), size: 1, type: 'text/plain', cachePolicy: 'no-cache' };

it.each([
  [404, 'NoSuchBucket', 'publish/no-bucket'],
  [403, 'AccessDenied', 'publish/access-denied'],
  [403, 'InvalidAccessKeyId', 'publish/bad-credentials'],
  [403, 'SignatureDoesNotMatch', 'publish/bad-credentials'],
  [400, 'ExpiredToken', 'publish/expired-credentials'],
  [301, 'PermanentRedirect', 'publish/wrong-region'],
  [400, 'AuthorizationHeaderMalformed', 'publish/wrong-region'],
  [403, 'RequestTimeTooSkewed', 'publish/wrong-clock'],
  [400, 'BadDigest', 'publish/damaged-upload'],
  [418, 'SomethingElse', 'publish/store-failed'],
])('explains %i %s', async (status, code, expected) => {
  const server = await startAnswering(status, code);
  try {
    const told = expect.objectContaining({ code: expected, hint: expect.stringMatching(/\w/) });
    await expect(open(server.endpoint).put(entry, Buffer.from('x'))).rejects.toEqual(told);
    await expect(open(server.endpoint).read('manifest.json')).rejects.toEqual(told);
    await expect(open(server.endpoint).delete(['a.txt'])).rejects.toEqual(told);
  } finally {
    await server.stop();
  }
});

it('explains that nothing answers', async () => {
  const server = await startAnswering(200, '');
  await server.stop();
  await expect(open(server.endpoint).read('manifest.json')).rejects.toMatchObject({
    code: 'publish/store-unreachable',
  });
});

it('explains that there are no credentials', async () => {
  for (const name of Object.keys(process.env).filter((key) =>
    /^AWS_(?:ACCESS|SECRET|SESSION|PROFILE|ROLE|WEB|CONTAINER)/.test(key),
  )) {
    delete process.env[name];
  }
  await expect(open('http://127.0.0.1:9').read('manifest.json')).rejects.toMatchObject({
    code: 'publish/no-credentials',
    hint: expect.stringContaining('AWS_ACCESS_KEY_ID'),
  });
});

it('refuses an upload that the store took for something else', async () => {
  const server = await startAnswering(200, '', { 'x-amz-checksum-sha256': Buffer.alloc(32).toString('base64') });
  try {
    await expect(open(server.endpoint).put(entry, Buffer.from('x'))).rejects.toMatchObject({
      code: 'publish/damaged-upload',
    });
  } finally {
    await server.stop();
  }
});

it('does not pass over a key that a batch deletion refused', async () => {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, { 'Content-Type': 'application/xml' });
      response.end(
        '<?xml version="1.0"?><DeleteResult><Error><Key>a.txt</Key><Code>AccessDenied</Code><Message>no</Message></Error></DeleteResult>',
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    await expect(open(`http://127.0.0.1:${port}`).delete(['a.txt'])).rejects.toMatchObject({
      code: 'publish/access-denied',
    });
  } finally {
    await server[Symbol.asyncDispose]();
  }
});
