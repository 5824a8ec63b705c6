/** What is packed for the way, and what is not: a packed answer's length tells how alike its parts are. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { LightMyRequestResponse } from 'fastify';
import t from 'tap';
import { publicAddresses, publicApp } from '../helpers/public-app.ts';
import { judgingYear } from '../helpers/jury-year.ts';
import { plannedYear } from '../helpers/year.ts';
import { testDatabase } from '../helpers/database.ts';

const browser = { 'accept-encoding': 'gzip, deflate, br, zstd' };
const unpack = ({ headers, rawPayload }: LightMyRequestResponse): string => {
  const encoding = headers['content-encoding'];
  if (encoding === 'br') return brotliDecompressSync(rawPayload).toString();
  if (encoding === 'gzip') return gunzipSync(rawPayload).toString();
  return rawPayload.toString();
};

t.test('a private page is packed unless another site could have put something into it', async (t) => {
  const { clients, editionId } = await judgingYear(t, ['Modum', 'Hadsel']);
  const { secretary } = clients;
  const list = `/sekretariat/${editionId}/soknader`;
  const plain = await secretary.get(list);
  t.equal(
    plain.headers['content-encoding'],
    undefined,
    'as it is for a reader that does not say what it takes',
  );
  t.equal(plain.headers['vary'], 'accept-encoding');
  const packed = await secretary.get(list, browser);
  t.equal(packed.headers['content-encoding'], 'br');
  t.equal(packed.headers['vary'], 'accept-encoding');
  t.equal(Number(packed.headers['content-length']), packed.rawPayload.length);
  t.ok(
    packed.rawPayload.length < plain.rawPayload.length / 2,
    `${packed.rawPayload.length} of ${plain.rawPayload.length} bytes`,
  );
  t.equal(unpack(packed), plain.body);

  const zip = await secretary.get(list, { 'accept-encoding': 'gzip' });
  t.equal(zip.headers['content-encoding'], 'gzip');
  t.equal(unpack(zip), plain.body);
  for (const takes of ['identity', 'br;q=0, gzip;q=0', 'deflate'])
    t.equal(
      (await secretary.get(list, { 'accept-encoding': takes })).headers['content-encoding'],
      undefined,
      takes,
    );

  const asked = await secretary.get(`${list}?q=Modum`, browser);
  t.equal(asked.statusCode, 200);
  t.equal(asked.headers['content-encoding'], undefined, 'a query string comes from anywhere');
  const lost = await secretary.get('/sekretariat/Modum/Hadsel', browser);
  t.equal(lost.statusCode, 404);
  t.match(lost.body, 'Modum');
  t.equal(
    lost.headers['content-encoding'],
    undefined,
    'an address that is not there is repeated in the page',
  );

  const json = await secretary.get(`/api/v1/editions/${editionId}`, browser);
  t.equal(json.headers['content-encoding'], 'br');
  t.equal((JSON.parse(unpack(json)) as { id: string }).id, editionId);
  const form = await secretary.post(`/sekretariat/${editionId}/oppsett`, { year: 'x' }, browser);
  t.ok([404, 422].includes(form.statusCode));
});

t.test('public answers are packed where they are kept: the same content, a tag for each form', async (t) => {
  const { db } = await testDatabase(t);
  const year = await plannedYear(db);
  const { opens_at } = await db
    .selectFrom('editions')
    .select('opens_at')
    .where('id', '=', year.id)
    .executeTakeFirstOrThrow();
  await year.send('secretary', opens_at, 'announce');
  const { app } = await publicApp(t, db, opens_at);
  for (const address of publicAddresses(year.year)) {
    const plain = await app.inject(address);
    const answers = [plain];
    // What is packed already is sent as it is.
    const packs = plain.body.length >= 1024 && !/\.(pdf|docx)$/.test(address);
    for (const encoding of ['br', 'gzip']) {
      for (const time of ['made', 'kept']) {
        const answer = await app.inject({ url: address, headers: { 'accept-encoding': encoding } });
        t.equal(unpack(answer), plain.body, `${address} ${encoding} ${time}`);
        t.equal(answer.headers['content-encoding'], packs ? encoding : undefined);
        t.equal(answer.headers['cache-control'], plain.headers['cache-control']);
        answers.push(answer);
        const again = await app.inject({
          url: address,
          headers: { 'accept-encoding': encoding, 'if-none-match': String(answer.headers.etag) },
        });
        t.equal(again.statusCode, 304);
        t.equal(again.headers['content-encoding'], undefined);
        t.equal(again.rawPayload.length, 0);
      }
    }
    const forms = new Set(answers.map(({ headers }) => headers['content-encoding']));
    t.equal(new Set(answers.map(({ headers }) => headers.etag)).size, forms.size, address);
  }
});
