/** The files of a frozen result, checked somewhere else and byte by byte: none can be changed without being caught. Must show 5. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import t from 'tap';
import { addMinutes } from '../../../src/platform/clock.ts';
import { rawKey, verify } from '../../../src/platform/signed-document.ts';
import { deliberatingJury, due, frozenFile, frozenList } from '../../helpers/frozen-year.ts';

const year = await deliberatingJury(t);
await year.event('chair', 'decideFinalists', {
  decision: { finalists: Object.values(year.nominations), reason: 'Alle.' },
});
const { frozen } = await due(year, addMinutes(year.dates.after, 5));
const [one] = (await frozenList(year)).versions;
const core = Buffer.from(await frozenFile(year, one!.id, 'core'));
const full = Buffer.from(await frozenFile(year, one!.id, 'full'));

const BREAK = 10;
const bits = [1, 2, 4, 8, 16, 32, 64, 128];
const base64url = [...Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')];

/** Where a change of that byte alone goes unseen. */
async function unseenAlone(
  file: Buffer,
  places: Iterable<number>,
  others: (byte: number, at: number) => readonly number[],
): Promise<number[]> {
  const changed = Buffer.from(file);
  const missed: number[] = [];
  for (const at of places) {
    for (const other of others(file[at]!, at)) {
      if (other === file[at]) continue;
      changed[at] = other;
      if ((await verify(changed)).ok) missed.push(at);
    }
    changed[at] = file[at]!;
  }
  return missed;
}

/**
 * Where a change of a byte goes unseen. A part is one line and has to be named by its own line, so one byte of each line is changed at
 * once; the first and the last line, line breaks and what would become one are changed alone.
 */
async function unseen(file: Buffer, other: (byte: number, at: number) => number): Promise<number[]> {
  const lines: number[][] = [[]];
  const alone: number[] = [];
  for (const [at, byte] of file.entries()) {
    if (byte === BREAK || other(byte, at) === BREAK) alone.push(at);
    else lines.at(-1)!.push(at);
    if (byte === BREAK) lines.push([]);
  }
  const parts = lines.slice(1, -2);
  alone.push(...lines[0]!, ...lines.slice(-2).flat());
  const missed = await unseenAlone(file, alone, (byte, at) => [other(byte, at)]);
  for (let column = 0; parts.some((line) => column < line.length); column++) {
    const changed = Buffer.from(file);
    const touched = parts.map((line) => line[column]);
    for (const at of touched) if (at !== undefined) changed[at] = other(file[at]!, at);
    const caught = new Set((await verify(changed)).faults.map(({ line }) => line));
    for (const [i, at] of touched.entries()) if (at !== undefined && !caught.has(i + 2)) missed.push(at);
  }
  return missed;
}

t.test('every byte of the core: its last bit, and the one between small and capital letters', async (t) => {
  t.equal(frozen, 1);
  t.ok((await verify(core)).ok, `${core.length} bytes hold`);
  for (const bit of [1, 32]) t.same(await unseen(core, (byte) => byte ^ bit), []);
});

t.test('every other sign in the key and the signature: both have bits that stand for nothing', async (t) => {
  const foot = core.lastIndexOf('],"signature"');
  const places = Array.from({ length: core.length - foot }, (_, i) => foot + i);
  t.same(await unseenAlone(core, places, () => base64url), []);
});

t.test('one bit of every byte of the full file; a byte less, a byte more', async (t) => {
  t.ok((await verify(full)).ok, `${full.length} bytes hold`);
  t.same(await unseen(full, (byte, at) => byte ^ bits[at % 8]!), []);
  for (const file of [core, full]) {
    const cut = Buffer.concat([file.subarray(0, file.length / 2), file.subarray(file.length / 2 + 1)]);
    t.notOk((await verify(cut)).ok, 'a byte less');
    t.notOk((await verify(Buffer.concat([file, Buffer.from(' ')]))).ok, 'a byte more');
  }
});

t.test('in a fresh clone on another path, with nothing installed and no environment', (t) => {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const elsewhere = mkdtempSync(path.join(tmpdir(), 'et annet sted '));
  t.teardown(() => rmSync(elsewhere, { recursive: true }));
  const clone = path.join(elsewhere, 'klonen');
  const cloned = spawnSync('git', ['clone', '--quiet', '--depth', '1', pathToFileURL(root).href, clone], {
    encoding: 'utf8',
  });
  t.equal(cloned.status, 0, cloned.stderr);
  const put = (name: string, content: Buffer) => {
    writeFileSync(path.join(elsewhere, name), content);
    return path.join(elsewhere, name);
  };
  const check = (...files: string[]) => {
    const key = rawKey(year.services.signing.publicKey);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'scripts/verify.ts', ...files, `--key=${key}`],
      { cwd: clone, encoding: 'utf8', env: {} },
    );
    return { status, out: stdout + stderr };
  };
  const [coreFile, fullFile] = [put('resultat.json', core), put('resultat-fullt.json', full)];
  const both = check(coreFile, fullFile);
  t.equal(both.status, 0, both.out);
  const computed = check(fullFile);
  t.equal(computed.status, 0, computed.out);
  t.match(computed.out, /Computed again from 15 ballots on 3 nominations/);
  const alone = check(coreFile);
  t.equal(alone.status, 0, alone.out);
  t.match(
    alone.out,
    /15 ballots stand here by their hashes/,
    'once the ballots are erased, the core still does',
  );
  const text = full.toString();
  const raised = text.replace(/"score":[1-5]/, (score) => `"score":${Number(score.at(-1)) + 1}`);
  t.not(raised, text, 'a point more');
  const refused = check(put('endret.json', Buffer.from(raised)));
  t.equal(refused.status, 1);
  t.match(refused.out, /ballot\/1 is not what was signed/);
  t.end();
});
