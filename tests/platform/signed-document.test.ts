/** Signed documents: what is changed is found, and named. */
import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import t from 'tap';
import { canonicalJson } from '../../src/core/audit/canonical.ts';
import { readPublicKeys, rawKey, signDocument, verify } from '../../src/platform/signed-document.ts';
import { canonical } from '../../src/ui/browser/signed-document.ts';
import { instant } from '../../src/platform/clock.ts';

const pair = generateKeyPairSync('ed25519');
const signing = { ...pair, demo: false };
const key = rawKey(pair.publicKey);
const about = {
  kind: 'receipt',
  service: 'https://etikkprisen.example.no',
  at: instant('2026-10-01T12:00:00Z'),
};
const parts = [
  { name: 'application', content: { name: 'Ås kommune', number: null, partners: [] } },
  { name: 'answer/1', content: { label: 'Hvordan?', value: 'Vi møtes «hver» uke.\nOg så\u2028til.' } },
  { name: 'file/1', content: { name: 'plan.pdf', bytes: 12_345, sha256: 'ab'.repeat(32) } },
];
const file = Buffer.from(signDocument(signing, about, parts));

t.test('what was signed verifies', async (t) => {
  const verdict = await verify(file, [key]);
  t.same(verdict.faults, []);
  t.equal(verdict.ok, true);
  t.equal(verdict.origin, 'checked');
  t.equal(verdict.demo, false);
  t.same(
    verdict.parts.map(({ name }) => name),
    ['document', 'application', 'answer/1', 'file/1'],
  );
  t.same(verdict.parts[2]?.content, parts[1]?.content);
  t.equal(signDocument(signing, about, parts), String(file), 'the same parts and key give the same bytes');
  const alone = await verify(file);
  t.match(alone, { ok: true, origin: 'notChecked' }, 'the key in the file says nothing of who signed');
  const other = rawKey(generateKeyPairSync('ed25519').publicKey);
  t.match(await verify(file, [other]), { ok: false, faults: [{ part: 'signature', why: 'otherKey' }] });
  t.equal((await verify(Buffer.from(signDocument({ ...signing, demo: true }, about, parts)))).demo, true);
  t.match(signDocument({ ...signing, demo: true }, about, parts), /"warning":"DEMO"/);
});

t.test('every changed byte fails, and the part it stands in is named (issue 3, must show 5)', async (t) => {
  const lines = String(file).split('\n');
  const names = ['format', 'document', 'application', 'answer/1', 'file/1', 'signature'];
  t.equal(lines.length, names.length + 1);
  let [at, line, missed, misnamed] = [0, 0, 0, 0];
  for (; at < file.length; at++) {
    for (let bit = 0; bit < 8; bit++) {
      const changed = Buffer.from(file);
      changed[at] = (file[at] as number) ^ (1 << bit);
      const { ok, faults } = await verify(changed, [key]);
      if (ok) missed++;
      // A line break belongs to both of its neighbours.
      const lines = file[at] === 10 ? [line, line + 1] : [line];
      if (!lines.some((one) => faults.some((fault) => fault.part === names[one] || fault.line === one + 1)))
        misnamed++;
    }
    if (file[at] === 10) line++;
  }
  t.same({ missed, misnamed }, { missed: 0, misnamed: 0 }, `${at} bytes, each bit`);
});

t.test('a flip inside a part names that part and no other', async (t) => {
  const at = file.indexOf('hver');
  const changed = Buffer.from(file);
  changed[at] = 'H'.charCodeAt(0);
  t.same((await verify(changed, [key])).faults, [{ part: 'answer/1', why: 'changed', line: 4 }]);
});

t.test('parts that were left out, moved, doubled or added', async (t) => {
  const lines = String(file).split('\n');
  const swap = (change: (lines: string[]) => void) => {
    const copy = [...lines];
    change(copy);
    return verify(Buffer.from(copy.join('\n')), [key]);
  };
  t.same((await swap((l) => l.splice(2, 1))).faults, [{ part: 'signature', why: 'notSigned' }]);
  t.same((await swap((l) => l.splice(2, 2, l[3] as string, l[2] as string))).faults, [
    { part: 'signature', why: 'notSigned' },
  ]);
  t.match((await swap((l) => l.splice(2, 0, l[2] as string))).faults, [
    { part: 'application', why: 'twice' },
  ]);
  t.equal((await swap((l) => l.splice(1, l.length))).ok, false);
  for (const text of ['', '\n', '{}', 'null\n', '[1]\nnull\n[2]\n', String(file).replaceAll('\n', '\r\n')])
    t.equal((await verify(Buffer.from(text), [key])).ok, false, JSON.stringify(text.slice(0, 20)));
  t.equal(
    (await verify(Buffer.concat([Buffer.from('\uFEFF'), file]), [key])).ok,
    false,
    'a mark before the text',
  );
  t.equal(
    (await verify(Buffer.from(JSON.stringify(JSON.parse(String(file)))), [key])).ok,
    false,
    'rewritten',
  );
});

t.test('anything can stand in a part, and any change to it is found', async (t) => {
  const content = fc.jsonValue();
  await fc.assert(
    fc.asyncProperty(content, fc.nat(), fc.integer({ min: 1, max: 255 }), async (value, where, flip) => {
      const text = Buffer.from(signDocument(signing, about, [{ name: 'any', content: value }]));
      if (!(await verify(text, [key])).ok) return false;
      const at = where % text.length;
      text[at] = (text[at] as number) ^ flip;
      const { ok, faults } = await verify(text, [key]);
      return !ok && faults.length > 0;
    }),
    { numRuns: 400 },
  );
  fc.assert(fc.property(content, (value) => canonical(value) === canonicalJson(value)));
  t.pass('400 documents');
});

t.test('names of parts are simple and come once', async (t) => {
  t.throws(() => signDocument(signing, about, [{ name: 'Ø', content: 1 }]), TypeError);
  t.throws(() => signDocument(signing, about, [parts[0]!, parts[0]!]), TypeError);
  t.throws(() => signDocument(signing, about, [{ name: 'document', content: 1 }]), TypeError);
});

t.test('a public key in the shapes people have it in', async (t) => {
  const jwk = pair.publicKey.export({ format: 'jwk' });
  const pem = pair.publicKey.export({ format: 'pem', type: 'spki' });
  for (const text of [key, ` ${key}\n`, pem, JSON.stringify(jwk), JSON.stringify({ keys: [jwk] })])
    t.same(readPublicKeys(text), [key]);
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
  const wrong = ['', 'x', '{}', '-----BEGIN PUBLIC KEY-----', rsa.export({ format: 'pem', type: 'spki' })];
  for (const text of wrong) t.same(readPublicKeys(text), []);
});
