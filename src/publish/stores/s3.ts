import { DeleteObjectsCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { S3TargetConfig } from '../../config/config.ts';
import { CallboardError } from '../../diagnostics/callboard-error.ts';
import type { ManifestEntry } from '../manifest.ts';
import { translateS3Error } from './s3-errors.ts';
import type { Store } from './store.ts';

/** DeleteObjects takes no more keys in one request. */
const deletionBatch = 1000;

const hexToBase64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64');

/** Opens a bucket, or a prefix in it. Credentials come from the environment; `signal` ends requests under way. */
export function openS3Store(target: S3TargetConfig, signal: AbortSignal): Store {
  return new S3Store(target, signal);
}

class S3Store implements Store {
  readonly concurrency = 16;
  readonly #target: S3TargetConfig;
  readonly #signal: AbortSignal;
  readonly #client: S3Client;

  constructor(target: S3TargetConfig, signal: AbortSignal) {
    this.#target = target;
    this.#signal = signal;
    this.#client = new S3Client({
      region: target.region,
      forcePathStyle: target.pathStyle,
      maxAttempts: 5,
      // We send a SHA-256 of our own; a CRC beside it is what some compatible stores refuse.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: 10_000, requestTimeout: 120_000 },
      ...(target.endpoint && { endpoint: target.endpoint }),
    });
  }

  describe(): string {
    const { bucket, prefix, endpoint } = this.#target;
    return `s3://${bucket}/${prefix}${endpoint ? ` at ${endpoint}` : ''}`;
  }

  async read(key: string): Promise<Uint8Array | undefined> {
    try {
      const object = await this.#client.send(
        new GetObjectCommand({ Bucket: this.#target.bucket, Key: this.#keyOf(key) }),
        { abortSignal: this.#signal },
      );
      return await object.Body?.transformToByteArray();
    } catch (error) {
      if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
      throw translateS3Error(error, this.#target, `read ${key}`);
    }
  }

  async put(entry: ManifestEntry, content: Uint8Array): Promise<void> {
    const checksum = hexToBase64(entry.sha256);
    const request = new PutObjectCommand({
      Bucket: this.#target.bucket,
      Key: this.#keyOf(entry.key),
      Body: content,
      ContentLength: content.length,
      ContentType: entry.type,
      CacheControl: entry.cachePolicy,
      ChecksumAlgorithm: 'SHA256',
      ChecksumSHA256: checksum,
    });
    const answer = await this.#client.send(request, { abortSignal: this.#signal }).catch((error: unknown) => {
      throw translateS3Error(error, this.#target, `write ${entry.key}`);
    });
    if (answer.ChecksumSHA256 !== undefined && answer.ChecksumSHA256 !== checksum) {
      throw new CallboardError(
        'publish/damaged-upload',
        `${entry.key} did not arrive as it was sent to ${this.describe()}.`,
        'Publish again. If it happens again, something between this machine and the store changes what passes through.',
      );
    }
  }

  async delete(keys: readonly string[]): Promise<void> {
    for (let start = 0; start < keys.length; start += deletionBatch) {
      const batch = keys.slice(start, start + deletionBatch).map((key) => ({ Key: this.#keyOf(key) }));
      const answer = await this.#client
        .send(new DeleteObjectsCommand({ Bucket: this.#target.bucket, Delete: { Objects: batch, Quiet: true } }), {
          abortSignal: this.#signal,
        })
        .catch((error: unknown) => {
          throw translateS3Error(error, this.#target, 'delete what the release no longer has');
        });
      const refused = answer.Errors?.[0];
      if (refused) {
        const error = Object.assign(new Error(refused.Message), { name: refused.Code ?? 'Unknown' });
        throw translateS3Error(error, this.#target, `delete ${refused.Key} (${answer.Errors?.length} refused)`);
      }
    }
  }

  async close(): Promise<void> {
    this.#client.destroy();
  }

  #keyOf(key: string): string {
    return this.#target.prefix ? `${this.#target.prefix}/${key}` : key;
  }
}
