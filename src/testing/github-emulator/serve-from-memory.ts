import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { createGunzip, deflateSync } from 'node:zlib';
import type { HostedRepository } from './github-model.ts';

const typeNumbers = { commit: 1, tree: 2, blob: 3 };

/**
 * Answers a message of Git's protocol, version 2, from the objects in memory, as `git http-backend` would: for simulations that
 * ask a hundred thousand times. It knows what Callboard asks: `ls-refs`, one commit without blobs, blobs by id.
 */
export async function serveFromMemory(
  repository: HostedRepository,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = request.headers['content-encoding'] === 'gzip' ? request.pipe(createGunzip()) : request;
  const lines = parseLines(await buffer(body));
  const answer = lines[0] === 'command=ls-refs' ? listReferences(repository) : sendObjects(repository, lines);
  response.writeHead(200, { 'content-type': 'application/x-git-upload-pack-result' }).end(answer);
}

function listReferences({ branches, defaultBranch }: HostedRepository): Buffer {
  const head = branches.get(defaultBranch);
  const lines = [...branches].map(([name, oid]) => `${oid} refs/heads/${name}`);
  const first = head === undefined ? [] : [`${head} HEAD symref-target:refs/heads/${defaultBranch}`];
  return Buffer.from(`${[...first, ...lines].map(line).join('')}0000`);
}

function sendObjects({ objects }: HostedRepository, lines: readonly string[]): Buffer {
  const wants = lines.flatMap((text) => text.match(/^want ([0-9a-f]+)$/)?.[1] ?? []);
  const unknown = wants.find((oid) => !objects.read(oid));
  if (unknown !== undefined) return Buffer.from(line(`ERR upload-pack: not our ref ${unknown}`));
  const oids = [...new Set(wants.flatMap((oid) => [...objects.withTrees(oid)]))];
  const header = Buffer.alloc(12);
  header.write('PACK');
  header.writeUInt32BE(2, 4);
  header.writeUInt32BE(oids.length, 8);
  const parts: Buffer[] = [header];
  for (const oid of oids) {
    const object = objects.read(oid);
    if (object) parts.push(entryHead(typeNumbers[object.type], object.content.length), deflateSync(object.content));
  }
  const pack = Buffer.concat(parts);
  const whole = Buffer.concat([pack, createHash('sha1').update(pack).digest()]);
  const commits = wants.filter((oid) => objects.read(oid)?.type === 'commit');
  const shallow = lines.some((text) => text.startsWith('deepen '))
    ? `${line('shallow-info')}${commits.map((oid) => line(`shallow ${oid}`)).join('')}0001`
    : '';
  return Buffer.concat([Buffer.from(`${shallow}${line('packfile')}`), ...inBand(whole), Buffer.from('0000')]);
}

// https://git-scm.com/docs/gitformat-pack: the size in seven-bit pieces, the type in the first.
function entryHead(type: number, size: number): Buffer {
  const bytes = [(type << 4) | (size & 15)];
  for (let rest = Math.floor(size / 16); rest > 0; rest = Math.floor(rest / 128)) {
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | 128;
    bytes.push(rest & 127);
  }
  return Buffer.from(bytes);
}

function inBand(content: Buffer): readonly Buffer[] {
  const most = 65_000;
  return Array.from({ length: Math.ceil(content.length / most) }, (_, index) => {
    const part = content.subarray(index * most, (index + 1) * most);
    return Buffer.concat([Buffer.from(`${(part.length + 5).toString(16).padStart(4, '0')}\u0001`, 'latin1'), part]);
  });
}

function line(text: string): string {
  return `${(Buffer.byteLength(text) + 5).toString(16).padStart(4, '0')}${text}\n`;
}

function parseLines(message: Buffer): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < message.length; ) {
    const length = Number.parseInt(message.toString('latin1', at, at + 4), 16);
    if (length > 4) lines.push(message.toString('utf8', at + 4, at + length).trimEnd());
    at += Math.max(4, length);
  }
  return lines;
}
