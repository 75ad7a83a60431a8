import type { S3TargetConfig } from '../../config/config.ts';
import { CallboardError } from '../../diagnostics/callboard-error.ts';

type Problem = readonly [code: string, title: string, hint: string];

const credentials =
  'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or assume a role; in GitHub Actions use aws-actions/configure-aws-credentials with `id-token: write`.';
const denied =
  'The identity needs s3:GetObject, s3:PutObject and s3:DeleteObject on the prefix, and s3:ListBucket on the bucket (without it a missing file answers "denied").';
const unreachable =
  'Check `publish.endpoint` and `publish.region` in callboard.yaml, and that this machine may connect there.';

function describe(name: string, target: S3TargetConfig): Problem | undefined {
  const { bucket, region, endpoint } = target;
  const place = endpoint ?? `Amazon S3 in ${region}`;
  const wrongRegion: Problem = [
    'publish/wrong-region',
    `The bucket ${bucket} is not in the region ${region}.`,
    'Set `publish.region` in callboard.yaml to the region of the bucket.',
  ];
  const noCredentials: Problem = [
    'publish/bad-credentials',
    `The credentials for ${place} are not valid.`,
    credentials,
  ];
  const noConnection: Problem = ['publish/store-unreachable', `${place} cannot be reached.`, unreachable];
  const problems: Readonly<Record<string, Problem>> = {
    NoSuchBucket: [
      'publish/no-bucket',
      `There is no bucket ${bucket} at ${place}.`,
      'Create it, or correct `publish.bucket` in callboard.yaml.',
    ],
    InvalidBucketName: [
      'publish/no-bucket',
      `${bucket} cannot be the name of a bucket.`,
      'Correct `publish.bucket` in callboard.yaml.',
    ],
    AccessDenied: ['publish/access-denied', `Access to the bucket ${bucket} was denied.`, denied],
    Forbidden: ['publish/access-denied', `Access to the bucket ${bucket} was denied.`, denied],
    CredentialsProviderError: ['publish/no-credentials', `There are no credentials for ${place}.`, credentials],
    ExpiredToken: ['publish/expired-credentials', `The credentials for ${place} have expired.`, credentials],
    ExpiredTokenException: ['publish/expired-credentials', `The credentials for ${place} have expired.`, credentials],
    TokenRefreshRequired: ['publish/expired-credentials', `The credentials for ${place} have expired.`, credentials],
    InvalidAccessKeyId: noCredentials,
    SignatureDoesNotMatch: noCredentials,
    InvalidToken: noCredentials,
    RequestTimeTooSkewed: [
      'publish/wrong-clock',
      "This machine's clock is too far off for the store to accept its requests.",
      'Set the clock, then publish again.',
    ],
    PermanentRedirect: wrongRegion,
    AuthorizationHeaderMalformed: wrongRegion,
    IllegalLocationConstraintException: wrongRegion,
    BadDigest: [
      'publish/damaged-upload',
      `What arrived at ${place} is not what was sent.`,
      'Publish again. If it happens again, something between this machine and the store changes what passes through.',
    ],
    SlowDown: [
      'publish/store-busy',
      `${place} asked to slow down.`,
      'Publish again later; what is up already is kept.',
    ],
    ECONNREFUSED: noConnection,
    ECONNRESET: noConnection,
    ENOTFOUND: noConnection,
    EAI_AGAIN: noConnection,
    EHOSTUNREACH: noConnection,
    ENETUNREACH: noConnection,
    ETIMEDOUT: noConnection,
    TimeoutError: noConnection,
  };
  return Object.hasOwn(problems, name) ? problems[name] : undefined;
}

/** Names by which an error of the SDK, or what lies under it, may be known. */
function namesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const { code, Code, $metadata } = error as { code?: string; Code?: string; $metadata?: { httpStatusCode?: number } };
  const byStatus = { 301: 'PermanentRedirect', 403: 'Forbidden' }[$metadata?.httpStatusCode ?? 0];
  const inner = error instanceof AggregateError ? error.errors.flatMap(namesOf) : [];
  return [Code, code, error.name, ...inner, ...namesOf(error.cause), byStatus].filter((name) => name !== undefined);
}

/** Turns what the AWS SDK throws into an error that says what to do; `task` is what was being done. */
export function translateS3Error(error: unknown, target: S3TargetConfig, task: string): Error {
  if (error instanceof CallboardError || (error instanceof Error && error.name === 'AbortError')) return error;
  for (const name of namesOf(error)) {
    const problem = describe(name, target);
    if (problem) return new CallboardError(problem[0], problem[1], problem[2], { cause: error });
  }
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new CallboardError(
    'publish/store-failed',
    `The bucket ${target.bucket} refused to ${task} (${reason}).`,
    'Publish again; what is up already is kept. If it happens again, look the reason up in the documentation of your store.',
    { cause: error },
  );
}
