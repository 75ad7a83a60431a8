import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { execa } from 'execa';
import { preparePythonTool } from './python-tool.ts';

/** A running server that speaks S3's protocol, on this machine only. */
export interface S3Server {
  readonly endpoint: string;
  readonly region: string;
  /** Credentials that it accepts, as the AWS SDK reads them from the environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** A client of one's own, to look at what was published. */
  readonly client: S3Client;
  createBucket(name: string): Promise<void>;
  stop(): Promise<void>;
}

const region = 'eu-central-1';
const startSeconds = 60;

// Says its port itself, so that no other process can take a port that was only looked up.
const program = `
import os, sys, threading
from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server
server = make_server("127.0.0.1", 0, DomainDispatcherApplication(create_backend_app), threaded=True)
print(server.server_port, flush=True)
# Standard input ends when the tests do, however they end.
threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
server.serve_forever()
`;

/** Starts moto's S3 server on a free port, installing it on first use. Everything in it is gone when it stops. */
export async function startS3Server(): Promise<S3Server> {
  const { python } = await preparePythonTool('moto');
  const environment = {
    AWS_ACCESS_KEY_ID: 'testing',
    AWS_SECRET_ACCESS_KEY: 'testing',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  const server = execa(python, ['-I', '-c', program], {
    stdin: 'pipe',
    stderr: 'ignore',
    buffer: false,
    reject: false,
  });
  const port = await Promise.race([
    new Promise<string>((resolve) => server.stdout.once('data', (chunk) => resolve(String(chunk).trim()))),
    server.then(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, startSeconds * 1000, undefined).unref()),
  ]);
  if (!port || !/^\d+$/.test(port)) {
    server.kill('SIGKILL');
    throw new Error(`The S3 server for tests did not start within ${startSeconds} s.`);
  }
  const endpoint = `http://127.0.0.1:${port}`;
  const credentials = {
    accessKeyId: environment.AWS_ACCESS_KEY_ID,
    secretAccessKey: environment.AWS_SECRET_ACCESS_KEY,
  };
  const client = new S3Client({ endpoint, region, forcePathStyle: true, credentials });
  return {
    endpoint,
    region,
    environment,
    client,
    createBucket: async (name) => {
      await client.send(
        new CreateBucketCommand({ Bucket: name, CreateBucketConfiguration: { LocationConstraint: region } }),
      );
    },
    stop: async () => {
      client.destroy();
      server.kill('SIGKILL');
      await server;
    },
  };
}
