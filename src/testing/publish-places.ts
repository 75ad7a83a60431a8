import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import type { PublishTargetConfig } from '../config/config.ts';
import { type S3Server, startS3Server } from './s3-server.ts';

/** An empty place to publish to, seen from outside. */
export interface Place {
  readonly target: PublishTargetConfig;
  /** All that lies there, by key, foreign files outside a prefix too. */
  list(): Promise<Map<string, string>>;
  putForeign(key: string, content: string): Promise<void>;
}

/** Places of every kind for one test file. */
export interface Places {
  /** A folder for whatever the tests need. */
  readonly scratch: string;
  readonly s3: S3Server;
  folder(): Promise<Place>;
  bucket(): Promise<Place>;
  close(): Promise<void>;
}

/** Starts what the places need. Sets the environment that the AWS SDK reads. */
export async function openPlaces(): Promise<Places> {
  const scratch = await mkdtemp(join(tmpdir(), 'callboard-publish-'));
  const s3 = await startS3Server();
  Object.assign(process.env, s3.environment);
  let count = 0;
  return {
    scratch,
    s3,
    folder: async () => folderAt(join(scratch, `site-${++count}`)),
    bucket: () => makeBucket(s3, `portal-${++count}`),
    close: async () => {
      await s3.stop();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}

function folderAt(path: string): Place {
  return {
    target: { type: 'folder', path },
    list: async () => {
      const found = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
      const files = found.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
      const read = async (file: string) =>
        [relative(path, file).split(sep).join('/'), await readFile(file, 'utf8')] as const;
      return new Map(await Promise.all(files.map(read)));
    },
    putForeign: async (key, content) => {
      await mkdir(dirname(join(path, key)), { recursive: true });
      await writeFile(join(path, key), content);
    },
  };
}

async function makeBucket({ client, endpoint, region, createBucket }: S3Server, bucket: string): Promise<Place> {
  await createBucket(bucket);
  return {
    target: { type: 's3', bucket, prefix: 'team/portal', region, endpoint, pathStyle: true },
    list: async () => {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: 'team/portal/' }));
      const read = async (Key: string) => {
        const object = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
        return [Key.slice('team/portal/'.length), (await object.Body?.transformToString()) ?? ''] as const;
      };
      return new Map(await Promise.all(Contents.map(({ Key = '' }) => read(Key))));
    },
    putForeign: async (key, content) => {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: `team/portal/${key}`, Body: content }));
    },
  };
}
