/** The key in public, the page, and `npm run verify -- FILE`. */
import { spawnSync } from 'node:child_process';
import { createHash, createPublicKey } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import t from 'tap';
import { instant } from '../../../src/platform/clock.ts';
import { rawKey, signDocument } from '../../../src/platform/signed-document.ts';
import { playground } from '../../helpers/client.ts';
import { htmlProblems } from '../../helpers/html.ts';

const play = await playground(t);
const { signing, config } = play.services;
const folder = config.dataDir;
const plan = Buffer.from('Plan for etikkarbeidet');
const about = { kind: 'receipt', service: config.baseUrl, at: instant('2026-10-01T12:00:00Z') };
const signed = signDocument(signing, about, [
  { name: 'answer/1', content: { label: 'Hvordan?', value: 'Hver uke.' } },
  {
    name: 'file/1',
    content: { name: 'plan.pdf', sha256: createHash('sha256').update(plan).digest('hex') },
  },
]);
const at = (name: string, content: string | Buffer) => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};
const file = at('kvittering.json', signed);

function verify(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'scripts/verify.ts', ...args],
    { encoding: 'utf8', env: {} },
  );
  return { status, out: stdout + stderr, json: () => JSON.parse(stdout) as Record<string, unknown> };
}

t.test('the public key stands at public addresses, the private one nowhere', async (t) => {
  const jwks = await play.anyone.get('/.well-known/jwks.json');
  t.match(jwks.headers['content-type'], 'application/jwk-set+json');
  t.same(
    jwks.json().keys.map(({ x, crv }: { x: string; crv: string }) => [x, crv]),
    [[rawKey(signing.publicKey), 'Ed25519']],
  );
  t.notMatch(jwks.body, /"d"/);
  const pem = await play.anyone.get('/nokkel.pem');
  t.equal(rawKey(createPublicKey(pem.body)), rawKey(signing.publicKey));
  const earlier = 'A'.repeat(43);
  const changed = await playground(t, { EARLIER_SIGNING_KEYS: earlier });
  t.match(
    (await changed.anyone.get('/.well-known/jwks.json')).body,
    earlier,
    'an earlier key stays published',
  );
});

t.test('the page in three languages, with the key and the way to check without it', async (t) => {
  for (const address of ['/kontroller', '/nn/kontroller', '/en/kontroller']) {
    const page = await play.anyone.get(address);
    t.equal(page.statusCode, 200);
    t.same(await htmlProblems(page.body), []);
    t.match(page.body, rawKey(signing.publicKey));
    t.match(page.body, /<noscript>/);
    t.match(page.body, /npm run verify -- kvittering\.json --key/);
    t.notMatch(page.body, /<form[^>]*multipart/, 'there is nothing that could send a file');
  }
});

t.test('npm run verify -- FILE, offline', async (t) => {
  const key = at('nokkel.pem', (await play.anyone.get('/nokkel.pem')).body);
  const good = verify(file, '--key', key);
  t.equal(good.status, 0, good.out);
  t.match(good.out, /3 parts[\s\S]*Signed with the key that was given[\s\S]*DEMO/);
  t.match(verify(file, '--key', rawKey(signing.publicKey), '--json').json(), {
    ok: true,
    origin: 'checked',
    demo: true,
    about: { kind: 'receipt' },
  });
  const alone = verify(file);
  t.match(alone.out, /Origin not checked/);
  t.equal(alone.status, 0);
  t.match(verify(file, '--json').json(), { ok: true, origin: 'notChecked' });
  t.equal(verify(file, '--key', 'A'.repeat(43)).status, 1, 'signed by another');
  // One key in 64 looks like an option.
  t.equal(verify(file, '--key', `-${'A'.repeat(42)}`).status, 1, 'signed by another');
  t.same(verify('nowhere.json', '--json').status, 2);
  t.match(verify('nowhere.json', '--json').json(), { ok: false, error: /ENOENT/ });

  const changed = at('endret.json', signed.replace('Hver uke', 'Hver dag'));
  const bad = verify(changed, '--key', key);
  t.equal(bad.status, 1);
  t.match(bad.out, /answer\/1 is not what was signed \(line 3\)/);

  t.match(verify(file, at('nytt navn.pdf', plan), '--json').json(), {
    ok: true,
    attachments: [{ name: 'plan.pdf' }],
  });
  const other = verify(file, at('annen.pdf', 'noe annet'));
  t.equal(other.status, 1);
  t.match(other.out, /annen\.pdf is not among/);

  t.equal(verify('/finnes/ikke.json').status, 2);
  t.equal(verify(file, '--key', file).status, 2, 'no key in there');
  t.equal(verify(file, '--ukjent').status, 2);
});
