/** What is published of the nominated (issue 5 §2): their yes first; picture and quote safe, approved with the rest, gone again when they say so. */
import sharp from 'sharp';
import t from 'tap';
import type { OfficeNaming } from '../../../src/features/namings/schema.ts';
import { addMinutes } from '../../../src/platform/clock.ts';
import { openPicture } from '../../helpers/pictures.ts';
import { FIRST, problemOf, SECOND, stable, toldYear as world } from '../../helpers/told-year.ts';

/** 3000 points wide, with a place in it. */
const photograph = () =>
  sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#336699' } })
    .withExif({ IFD0: { Copyright: 'kanarifugl' }, IFD3: { GPSLatitude: '59/1 54/1 0/1' } })
    .jpeg()
    .toBuffer();

t.test(
  'nothing is published without the yes of everybody who was told; the secretariat can write one down',
  async (t) => {
    const w = await world(t);
    await w.tell();
    await w.answer(w.ids[0]!, 'agreed');
    await w.answer(w.ids[1]!, 'agreed');
    await t.rejects(w.publish(), 'not while one of them has not answered');
    const waits = (await w.secretary.get(`/sekretariat/${w.year.id}/offentliggjoring`)).body;
    t.match(waits, /Alle de nominerte må ha sagt ja[\s\S]*Ærfuglen sykehjem/);
    const page = `/sekretariat/${w.year.id}/nominerte`;
    t.match((await w.secretary.get(page)).body, /Har ikke svart/);
    const empty = await w.secretary.post(`${page}/${w.ids[2]}/svar`, {
      version: 0,
      [`answer-${w.ids[2]}`]: 'agreed',
      [`reason-${w.ids[2]}`]: '',
    });
    t.equal(empty.statusCode, 422, 'not without saying who said so');
    const body = { version: 0, answer: 'agreed', reason: 'Ringte 1. november' };
    t.equal(
      (await w.leader.send('PUT', `/api/v1/nominations/${w.ids[2]}/naming/registered-answer`, body))
        .statusCode,
      403,
    );
    t.equal(
      (await w.applicant.send('PUT', `/api/v1/nominations/${w.ids[2]}/naming/registered-answer`, body))
        .statusCode,
      404,
    );
    const form = { version: 0, [`answer-${w.ids[2]}`]: body.answer, [`reason-${w.ids[2]}`]: body.reason };
    t.equal((await w.secretary.post(`${page}/${w.ids[2]}/svar`, form)).statusCode, 303);
    t.match(await w.naming(w.ids[2]), { answer: 'agreed', registered: true });
    const { id, approve } = await w.publish();
    await w.db
      .updateTable('namings')
      .set({ answer: 'declined' })
      .where('nomination_id', '=', w.ids[2]!)
      .execute();
    await t.rejects(
      w.db
        .updateTable('publications')
        .set({ approved_at: w.now, approved_by: w.year.people.second.personId })
        .where('id', '=', id)
        .execute(),
      /has not agreed/,
      'the database says so, too',
    );
    await w.db
      .updateTable('namings')
      .set({ answer: 'agreed' })
      .where('nomination_id', '=', w.ids[2]!)
      .execute();
    await approve();
  },
);

t.test('without letters in confidence nothing is asked of anybody', async (t) => {
  const w = await world(t);
  await (await w.publish()).approve();
  t.pass();
});

t.test(
  'a picture is drawn anew, without its place; picture and quote are public from the instant',
  async (t) => {
    const w = await world(t);
    const { db, app, year, ids, dates, applicant } = w;
    const [id] = ids as [string];
    await w.tell();
    const picture = `/api/v1/nominations/${id}/naming/picture`;
    const file = { name: 'Foto.JPG', content: await photograph() };
    const about = { alt: 'Fem ansatte rundt et bord', credit: 'Kari Foto', consent: 'yes' };
    t.equal(
      problemOf(await applicant.upload(picture, [file], { version: '0', ...about })),
      'process/not-now',
      'first the answer',
    );
    for (const each of ids) await w.answer(each, 'agreed');
    const page = `/soknad/${id}/fortrolig`;
    const without = await applicant.upload(`${page}/bilde`, [file], {
      version: '1',
      alt: 'Fem ansatte',
      credit: '',
    });
    t.equal(without.statusCode, 422);
    t.match(without.body, /Fem ansatte/, 'what was typed is kept');
    const unasked = await applicant.upload(`${page}/bilde`, [file], { version: '1', ...about, consent: '' });
    t.match(unasked.body, /når alle på det har sagt ja/);
    const wrong = await applicant.upload(
      picture,
      [{ name: 'foto.jpg', content: Buffer.from('<html><script>') }],
      { version: '1', ...about },
    );
    t.equal(wrong.statusCode, 415, wrong.body);
    t.same(await db.selectFrom('stored_files').select('sha256').execute(), [], 'nothing of it is left');
    const sent = await applicant.upload(picture, [file], { version: '1', ...about });
    t.equal(sent.statusCode, 200, sent.body);
    const sentBack = await applicant.get(picture);
    t.match(sentBack.headers, { 'content-type': 'image/jpeg', 'cache-control': /no-store/ });
    t.match(openPicture(sentBack.rawPayload), { kind: 'jpeg', width: 1600, height: 800 });
    const { exif } = await sharp(sentBack.rawPayload).metadata();
    t.equal(exif, undefined);
    t.notMatch(sentBack.rawPayload.toString('latin1'), /kanarifugl/);

    const words = { quote: 'Dette betyr mye.', quoted: 'Kari Leder, enhetsleder' };
    t.equal(
      problemOf(
        await applicant.send('PUT', `/api/v1/nominations/${id}/naming/quote`, {
          version: 2,
          quote: 'Bare ord',
        }),
      ),
      'request/invalid',
    );
    t.equal((await applicant.post(`${page}/sitat`, { version: 2, ...words })).statusCode, 303);
    t.equal(
      problemOf(
        await applicant.send('PUT', `/api/v1/nominations/${id}/naming/quote`, { version: 2, ...words }),
      ),
      'conflict/version',
    );

    const { picture_sha256: sha } = await db
      .selectFrom('namings')
      .select('picture_sha256')
      .where('nomination_id', '=', id)
      .executeTakeFirstOrThrow();
    const address = `/prisen/${year.year}/bilder/${sha}`;
    const other = `/prisen/${year.year}/bilder/${'0'.repeat(64)}`;
    const { id: publication, approve } = await w.publish();
    const preview = await w.second.get(`/sekretariat/${year.id}/offentliggjoring/${publication}`);
    t.match(preview.body, /Foto: Kari Foto[\s\S]*Dette betyr mye/, 'whoever approves sees them');
    t.equal((await w.second.get(`/sekretariat/${year.id}/nominerte/${id}/bilde`)).statusCode, 200);
    await approve();
    const late = await applicant.send('PUT', `/api/v1/nominations/${id}/naming/quote`, {
      version: 3,
      ...words,
      quote: 'Noe annet',
    });
    t.equal(problemOf(late), 'process/not-now', 'what was approved is what is published');
    await t.rejects(
      db.updateTable('namings').set({ quote: 'Noe annet' }).where('nomination_id', '=', id).execute(),
      /what was approved/,
    );

    await w.setClock(addMinutes(dates.finalists_at, -1));
    const hidden = await app.inject(address);
    t.equal(hidden.statusCode, 404);
    t.equal(
      stable(hidden).replaceAll(sha!, ''),
      stable(await app.inject(other)).replaceAll('0'.repeat(64), ''),
      'before: as any other name',
    );
    t.notMatch((await app.inject(`/prisen/${year.year}`)).body, /Dette betyr mye|bilder/);
    await w.setClock(dates.finalists_at);
    const shown = await app.inject(address);
    t.match(shown.headers, { 'content-type': 'image/jpeg', 'cache-control': 'public, max-age=2' });
    t.equal(shown.statusCode, 200);
    t.match(
      (await app.inject(`/prisen/${year.year}`)).body,
      new RegExp(`${address}[\\s\\S]*Foto: Kari Foto[\\s\\S]*Dette betyr mye[\\s\\S]*Kari Leder`),
    );
    const own = /href="(\/prisen\/\d+\/nominerte\/[^"]*helsehus[^"]*)"/.exec(
      (await app.inject(`/prisen/${year.year}`)).body,
    )?.[1];
    t.match(
      (await app.inject(own ?? '')).body,
      /Foto: Kari Foto[\s\S]*Dette betyr mye/,
      'and on its own page',
    );
    t.match((await app.inject(`/api/v1/public/editions/${year.year}`)).json(), {
      nominated: [
        { name: SECOND },
        { name: 'Ærfuglen sykehjem' },
        { name: FIRST, quote: { by: words.quoted }, picture: { src: address, credit: 'Kari Foto' } },
      ],
    });
    await w.due(dates.finalists_at);
    t.match(await w.naming(id), { state: 'public', allowedActions: ['remove'] });
    t.equal(problemOf(await w.answer(id, 'declined')), 'process/not-now', 'too late to say no');

    t.equal((await applicant.post(`${page}/fjern`, { version: 3, what: 'picture' })).statusCode, 303);
    t.equal((await app.inject(address)).statusCode, 404, 'taken away again at once');
    t.notMatch((await app.inject(`/prisen/${year.year}`)).body, /Kari Foto/);
    t.same(await db.selectFrom('stored_files').select('sha256').execute(), []);
    t.same(
      (await w.secretary.get(`/api/v1/editions/${year.id}/namings`))
        .json<{ namings: OfficeNaming[] }>()
        .namings.map(({ quote }) => quote)
        .filter(Boolean),
      [words.quote],
    );
  },
);
