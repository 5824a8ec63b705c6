/** An object store that speaks S3, for tests: s3rver in this process, or a real one at S3_TEST_ENDPOINT. */
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { AwsClient } from 'aws4fetch';
import type { S3Options } from '../../src/platform/files/s3.ts';
import type { FileStore, Stored } from '../../src/platform/files/store.ts';
import { temporaryFolder } from './server.ts';

type Teardown = Parameters<typeof temporaryFolder>[0];
interface Server {
  run(): Promise<AddressInfo>;
  close(): Promise<void>;
}

export interface ObjectStore {
  /** A new empty bucket. */
  bucket(): Promise<Omit<S3Options, 'incoming'>>;
  /** To look and to put things there behind the service's back. */
  client: AwsClient;
}

/** It does not check who asks: that a wrong key is refused is not shown with it. */
export async function objectStore(t: Teardown): Promise<ObjectStore> {
  const endpoint = process.env['S3_TEST_ENDPOINT'] ?? (await startLocal(t));
  const keys = {
    region: process.env['S3_TEST_REGION'] ?? 'us-east-1',
    accessKeyId: process.env['S3_TEST_ACCESS_KEY_ID'] ?? 'S3RVER',
    secretAccessKey: process.env['S3_TEST_SECRET_ACCESS_KEY'] ?? 'S3RVER',
  };
  const client = new AwsClient({ ...keys, service: 's3' });
  return {
    client,
    async bucket() {
      const bucket = `etikkprisen-${randomUUID()}`;
      const made = await client.fetch(`${endpoint}/${bucket}`, { method: 'PUT' });
      if (!made.ok) throw new Error(`no bucket: ${made.status} ${await made.text()}`);
      return { endpoint, bucket, ...keys };
    },
  };
}

async function startLocal(t: Teardown): Promise<string> {
  // It has no types.
  const S3rver = createRequire(import.meta.url)('s3rver') as new (options: object) => Server;
  const directory = await temporaryFolder(t);
  const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory });
  const { port } = await server.run();
  t.teardown(() => server.close());
  return `http://127.0.0.1:${port}`;
}

/** Everything that a store lists. */
export async function stored(store: FileStore): Promise<Stored[]> {
  const found: Stored[] = [];
  for await (const each of store.list()) found.push(each);
  return found;
}
