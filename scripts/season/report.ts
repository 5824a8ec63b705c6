/** What is looked at when the year is over: every document, and everything that is stored. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import { applicants, isJudged } from './cast.ts';
import { Unexpected, type Client } from './client.ts';
import { chair } from './plot-judging.ts';
import type { SeasonServer } from './server.ts';
import type { SentDocument, World } from './world.ts';

export interface Report {
  ok: boolean;
  steps: number;
  requests: number;
  /** Downloaded and found to be what was sent. */
  documents: number;
  bytes: number;
  leaks: number;
  seconds: number;
  /** The first thing that did not go as it should. */
  error?: string;
}

/** Downloads every document as its applicant, and as the chair where it was admitted. @throws Unexpected for one that differs */
export async function compareDocuments(world: World): Promise<{ documents: number; bytes: number }> {
  let bytes = 0;
  for (const document of world.documents) {
    const owner = applicants.find(({ key }) => key === document.owner);
    if (!owner) throw new Unexpected(`${document.name} belongs to nobody.`);
    await same(await world.as(owner.email), document);
    if (isJudged(owner)) await same(await world.as(chair), document);
    bytes += document.bytes;
  }
  return { documents: world.documents.length, bytes };
}

async function same(who: Client, { id, name, bytes, sha256 }: SentDocument): Promise<void> {
  const response = await who.fetch(`/api/v1/documents/${id}`);
  const body = Buffer.from(await response.arrayBuffer());
  const hash = createHash('sha256').update(body).digest('hex');
  if (response.status !== 200 || hash !== sha256 || body.length !== bytes)
    throw new Unexpected(`${name} came back as ${response.status} with ${body.length} bytes, ${hash}.`);
}

const verify = path.join(import.meta.dirname, '../check-invariants.ts');

/** Looks at everything that a server has stored, after it has stopped. @throws Unexpected with what does not hold */
export async function checkStored(dataDir: string): Promise<void> {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' };
  const { stdout } = await promisify(execFile)(process.execPath, [verify, '--json'], { env }).catch(
    (error: { stdout?: string; stderr?: string; message: string }) => {
      throw new Unexpected(`What is stored does not hold: ${error.stdout || error.stderr || error.message}`);
    },
  );
  const { ok, files } = JSON.parse(stdout) as { ok: boolean; files: number };
  if (!ok || files === 0) throw new Unexpected(`What is stored does not hold: ${stdout}`);
}

/** Work behind the pages has nobody to answer to but the log. @throws Unexpected with the first error in it */
export async function noErrorsLogged({ output }: SeasonServer): Promise<void> {
  const line = (await output()).split('\n').find((text) => /"level":(?:50|60)/.test(text));
  if (line) throw new Unexpected(`A server logged an error: ${line}`);
}
