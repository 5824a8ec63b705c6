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

/** Where in `file` a change of a byte, as `others` makes them of what stands there, goes unseen. */
async function unseen(file: Buffer, from: number, others: (byte: number, at: number) => readonly number[]) {
  const changed = Buffer.from(file);
  const missed: number[] = [];
  for (let i = from; i < file.length; i++) {
    for (const other of others(file[i]!, i)) {
      if (other === file[i]) continue;
      changed[i] = other;
      if ((await verify(changed)).ok) missed.push(i);
    }
    changed[i] = file[i]!;
  }
  return missed;
}
const bits = [1, 2, 4, 8, 16, 32, 64, 128];
const base64url = [...Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')];

t.test('every byte of the core: its last bit, and the one between small and capital letters', async (t) => {
  t.equal(frozen, 1);
  t.ok((await verify(core)).ok, `${core.length} bytes hold`);
  t.same(await unseen(core, 0, (byte) => [byte ^ 1, byte ^ 32]), []);
});

t.test('every other sign in the key and the signature: both have bits that stand for nothing', async (t) => {
  const foot = core.lastIndexOf('],"signature"');
  t.same(await unseen(core, foot, () => base64url), []);
});

t.test('one bit of every byte of the full file; a byte less, a byte more', async (t) => {
  t.ok((await verify(full)).ok, `${full.length} bytes hold`);
  t.same(await unseen(full, 0, (byte, at) => [byte ^ bits[at % 8]!]), []);
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
