/**
 * Where documents lie when the settings name an object store that speaks S3. A file comes in on this machine, is hashed and judged there,
 * and is sent on in one request under its hash: the store holds whole files or none.
 */
import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import { instant } from '../clock.ts';
import { receive, sweepIncoming, type Draft } from './incoming.ts';
import { isSha256, type FileStore, type Stored } from './store.ts';

export interface S3Options {
  /** Without a slash at the end. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** A folder of this machine, for what is on its way in. */
  incoming: string;
}

/** The store did not do what it was asked. */
export class ObjectStoreFailed extends Error {
  override readonly name = 'ObjectStoreFailed';
}

const PREFIX = 'sha256/';
/** Asking about a file takes no longer; sending and reading one may. */
const TIMEOUT_MS = 20_000;
/** After the first, with growing pauses: a store that hiccups is not an upload that is lost. */
const RETRIES = 4;

export function s3Store(options: S3Options): FileStore {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey, incoming } = options;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: RETRIES });
  const root = `${endpoint}/${encodeURIComponent(bucket)}`;
  const place = (sha256: string): string => {
    if (!isSha256(sha256)) throw new RangeError('not a SHA-256');
    return `${root}/${PREFIX}${sha256.slice(0, 2)}/${sha256}`;
  };
  const ask = async (method: string, url: string, init: RequestInit = {}): Promise<Response | undefined> => {
    const answer = await client.fetch(url, { method, ...init });
    if (answer.ok) return answer;
    await answer.body?.cancel();
    if (answer.status === 404) return undefined;
    throw new ObjectStoreFailed(`${method} was answered ${answer.status} by the object store`);
  };
  const soon = () => ({ signal: AbortSignal.timeout(TIMEOUT_MS) });

  async function keep({ path, sha256 }: Draft): Promise<void> {
    const body = await openAsBlob(path);
    // The store compares what it got with this hash, and refuses what was changed on the way.
    const sent = await ask('PUT', place(sha256), { body, headers: { 'x-amz-content-sha256': sha256 } });
    if (!sent) throw new ObjectStoreFailed(`there is no bucket ${bucket}`);
  }

  async function* list(): AsyncGenerator<Stored> {
    let token: string | undefined;
    do {
      const query = new URLSearchParams({ 'list-type': '2', prefix: PREFIX });
      if (token) query.set('continuation-token', token);
      const answer = await ask('GET', `${root}?${query}`, soon());
      const page = (await answer?.text()) ?? '';
      for (const [, entry = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
        const sha256 = tagIn(entry, 'Key')?.split('/').at(-1) ?? '';
        if (isSha256(sha256)) yield { sha256, storedAt: instant(tagIn(entry, 'LastModified') ?? '') };
      }
      token = tagIn(page, 'IsTruncated') === 'true' ? tagIn(page, 'NextContinuationToken') : undefined;
    } while (token);
  }

  return {
    put: (content, given = {}) => receive(incoming, content, given, keep),
    async open(sha256, range) {
      const headers = range ? { range: `bytes=${range.start}-${range.end}` } : {};
      const answer = await ask('GET', place(sha256), { headers });
      return answer && Readable.fromWeb(answer.body ?? new Blob([]).stream());
    },
    async size(sha256) {
      const answer = await ask('HEAD', place(sha256), soon());
      return answer && Number(answer.headers.get('content-length'));
    },
    async remove(sha256) {
      await ask('DELETE', place(sha256), soon());
    },
    list,
    sweep: (olderThanMs) => sweepIncoming(incoming, olderThanMs),
  };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text of the first element with this name. */
function tagIn(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return text?.replace(/&(\w+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole);
}
