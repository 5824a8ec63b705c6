/** Old applications that came by mail (issue 5 §4): for the archive and for whoever sent them, and in nothing that counts or shows a year. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import t from 'tap';
import { openCall } from '../../helpers/applying.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { taken } from '../../helpers/samples.ts';

const call = await openCall(t);
const { db, files } = call.services;
const secretary = await call.as('secretary@example.no');
const sender = await call.as('sendte@eigersund.example');
const stranger = await call.as('fremmed@sted.example');
const OFFICE = '/sekretariat/gamle-soknader';
const API = '/api/v1/old-applications';
const given = {
  year: 2025,
  kind: 'municipality',
  organisation: 'Eigersund',
  unit: 'KANARI-heimen',
  nominated: 'no',
  cameBy: 'email',
  receivedOn: '2025-08-20',
  readerEmail: ' Sendte@Eigersund.example ',
};
await sql`insert into past_editions (year, winner, applications) values (2025, 'Ås kommune', 31), (2014, 'Sola kommune', null), (2019, 'Voss kommune', 12)
  on conflict (year) do nothing`.execute(db);
const listed = async () =>
  (await secretary.get(API)).json<{
    applications: {
      id: string;
      year: number;
      unit: string;
      files: { id: string; name: string; sha256: string }[];
      struckAt: string | null;
    }[];
  }>().applications;
const one = async () => (await listed()).find(({ unit }) => unit === 'KANARI-heimen')!;

/** All that a year is counted, shown or found by. */
const surfaces = async () => {
  const at = (await db.selectFrom('editions').select('id').execute())[0]?.id;
  const office = [
    `/sekretariat/${at}/rapport`,
    `/sekretariat/${at}/soknader`,
    `/sekretariat/${at}`,
    '/sok?q=KANARI',
    '/sok?q=Eigersund',
  ];
  const open = [
    '/',
    '/historie',
    '/prisen/2025',
    '/nn/prisen/2025',
    '/utlysning',
    '/feed.json',
    '/sitemap.xml',
    '/api/v1/public/editions',
    '/api/v1/public/editions/2025',
  ];
  const found: Record<string, string> = {};
  for (const url of open) found[url] = (await call.anyone.get(url)).body;
  for (const url of office)
    found[url] = (await secretary.get(url)).body.replaceAll(/name="stamp" value="[^"]*"/g, '');
  const rows = await sql<{
    n: string;
  }>`select (select count(*) from nominations)::text || '/' || (select count(*) from documents)::text
    || '/' || (select count(*) from people)::text || '/' || (select jsonb_agg(p order by p.year)::text from past_editions p) as n`.execute(
    db,
  );
  found['tables'] = rows.rows[0]?.n ?? '';
  return found;
};
const before = await surfaces();

t.test(
  'registered with its year, day and files; every fault at its field, and nothing typed is lost',
  async (t) => {
    const empty = await secretary.get(OFFICE);
    t.same(await htmlProblems(empty.body), []);
    t.match((await secretary.get('/sekretariat')).body, OFFICE);
    const fault = async (field: string, rest: object, why: RegExp) => {
      const answer = await secretary.post(OFFICE, { ...given, ...rest });
      t.equal(answer.statusCode, 422, field);
      t.match(answer.body, why);
      t.match(answer.body, 'KANARI-heimen', 'what was typed stands there still');
    };
    await fault('of a call that is under way', { year: '2026' }, /2026 er ikke over/);
    await fault('of no year', { year: '2013' }, /2013 er ikke over, eller det finnes ikke/);
    await fault('erased by now', { year: '2019' }, /2019 vært slettet 1\. januar 2022/);
    await fault(
      'nominated, and erased by now',
      { year: '2014', nominated: 'yes' },
      /2014 vært slettet 1\. januar 2025/,
    );
    await fault('still to come', { receivedOn: '2031-01-01' }, /Velg en dag som har vært/);
    await fault('not in the register', { organisation: 'Andeby' }, /KANARI/);
    await fault('whether it was nominated', { nominated: '' }, /nominert/);
    await fault('an address', { readerEmail: 'ikke en adresse' }, /ikke en adresse/);
    await fault('an identity number', { note: 'Født 01010750160' }, /KANARI/);
    t.equal((await secretary.post(API, { ...given, nominated: true, year: 1999 })).statusCode, 422);
    t.same(await listed(), []);
    t.equal(
      (
        await secretary.post(API, {
          ...given,
          year: 2019,
          unit: 'Nominert',
          nominated: true,
          readerEmail: undefined,
        })
      ).statusCode,
      201,
      'a nominated one is kept for ten years',
    );
    const made = await secretary.post(OFFICE, given);
    t.match(made.headers.location, /gamle-soknader\/[\w-]{36}\?gjort=registrert$/);
    const page = String(made.headers.location);
    t.same(await htmlProblems((await secretary.get(page)).body), []);
    const { id } = await one();
    const nothing = await secretary.upload(`${OFFICE}/${id}/filer`, []);
    t.equal(nothing.statusCode, 422);
    const wrong = await secretary.upload(`${OFFICE}/${id}/filer`, [
      { name: 'virus.exe', content: Buffer.from('MZ') },
    ]);
    t.ok(wrong.statusCode >= 400 && wrong.statusCode < 500);
    t.match(
      (await secretary.upload(`${OFFICE}/${id}/filer`, [taken.pdf])).headers.location,
      /gjort=lagtved$/,
    );
    t.equal(
      (await secretary.upload(`${API}/${id}/files`, [taken.docx, taken.pdf])).json<{ added: number }>().added,
      2,
    );
    const [first, ...more] = (await one()).files;
    t.equal(first?.sha256, createHash('sha256').update(taken.pdf.content).digest('hex'));
    t.equal(new Set([first, ...more].map((file) => file?.name)).size, 3, 'each has a name of its own');
    const file = await secretary.get(`${OFFICE}/${id}/filer/${first?.id}`);
    t.same([file.statusCode, file.rawPayload], [200, Buffer.from(taken.pdf.content)]);
    const { rows } = await sql<{
      event: string;
    }>`select event from audit_events where subject_id = ${id} order by event`.execute(db);
    t.same(
      rows.map(({ event }) => event),
      ['attachOld', 'attachOld', 'registerOld'],
    );
  },
);

t.test('it is in no count, outcome, statistic, search or public page of any year', async (t) => {
  const after = await surfaces();
  for (const [url, body] of Object.entries(before)) t.equal(after[url], body, url);
  t.notMatch(JSON.stringify(after), 'KANARI-heimen');
});

t.test(
  'whoever sent it finds it among the earlier ones of the organisation; a stranger who picks the name sees nothing (must show 7)',
  async (t) => {
    const { id, files: own } = await one();
    const fileId = own[0]?.id;
    const mine = await call.draft(sender, 'Eigersund');
    const theirs = await call.draft(stranger, 'Eigersund', { unit: 'min egen' });
    t.match((await sender.get(`/soknad/${mine.id}`)).body, `/soknad/${mine.id}/tidligere`);
    const page = await sender.get(`/soknad/${mine.id}/tidligere`);
    t.same(await htmlProblems(page.body), []);
    t.match(page.body, 'KANARI-heimen');
    t.match(page.body, 'Kom til sekretariatet 20. august 2025');
    const link = `/min-side/gamle-soknader/${id}/filer/${fileId}`;
    t.match(page.body, link);
    t.equal((await sender.get(link)).statusCode, 200);
    t.match((await sender.get(`/api/v1/nominations/${mine.id}/old-applications`)).json(), {
      applications: [{ year: 2025, files: { length: 3 } }],
    });
    t.notMatch(
      (await sender.get(`/soknad/${mine.id}/tidligere`)).body,
      'Nominert',
      'nothing of those with no reader',
    );
    const other = await call.draft(sender, 'Sola');
    t.notMatch(
      (await sender.get(`/soknad/${other.id}/tidligere`)).body,
      'KANARI',
      'nor for another organisation',
    );

    t.notMatch(
      (await stranger.get(`/soknad/${theirs.id}`)).body,
      '/tidligere"',
      'not even that there are any',
    );
    t.notMatch((await stranger.get(`/soknad/${theirs.id}/tidligere`)).body, 'KANARI');
    t.same((await stranger.get(`/api/v1/nominations/${theirs.id}/old-applications`)).json(), {
      applications: [],
    });
    for (const who of [
      stranger,
      await call.as('chair@example.no'),
      await call.as('leader@example.no'),
      sender,
    ]) {
      const asked = async (path: (id: string, fileId: string) => string, post?: object) => {
        const [known, unknown] = await Promise.all(
          [
            [id, fileId ?? ''],
            [crypto.randomUUID(), crypto.randomUUID()],
          ].map(async ([a = '', b = '']) => {
            const url = path(a, b);
            const answer = post ? await who.post(url, post) : await who.get(url);
            return `${answer.statusCode} ${answer.body
              .replaceAll(a, 'ID')
              .replaceAll(b, 'ID')
              .replaceAll(/"requestId":"[^"]+"/g, '')}`;
          }),
        );
        t.equal(known, unknown, path('ID', 'ID'));
        t.notMatch(known, /^2|^3|KANARI/);
      };
      if (who !== sender) await asked((a, b) => `/min-side/gamle-soknader/${a}/filer/${b}`);
      await asked((a, b) => `${OFFICE}/${a}/filer/${b}`);
      await asked((a) => `${OFFICE}/${a}`);
      await asked((a, b) => `${API}/${a}/files/${b}`);
      await asked((a) => `${API}/${a}/events`, { type: 'strike' });
      t.equal((await who.get(API)).statusCode, 403);
      t.equal((await who.post(API, { ...given, readerEmail: undefined, nominated: false })).statusCode, 403);
    }
    const data = (await sender.get('/api/v1/me/data')).json<{ oldApplications: { year: number }[] }>();
    t.equal(data.oldApplications.length, 3, 'one’s own data have it (GDPR-5)');
  },
);

t.test('a year that is begun here afterwards has an end, and takes in no more', async (t) => {
  await sql`insert into past_editions (year, winner) values (${call.year.year}, 'Sola kommune')`.execute(db);
  const { rows } = await sql<{ end: Date | null }>`select prize_year_end(${call.year.year}) as "end"`.execute(
    db,
  );
  t.ok(rows[0]?.end, 'until it has ended, as other years do');
  const early = await secretary.post(API, { ...given, nominated: false, year: call.year.year });
  t.equal(early.statusCode, 422, 'it is not over, whatever the history says');
});

t.test('who may read it can be changed, and nobody else reads it from then on', async (t) => {
  const { id, files: own } = await one();
  const link = `/min-side/gamle-soknader/${id}/filer/${own[0]?.id}`;
  const wrong = await secretary.post(`${OFFICE}/${id}/leser`, { readerEmail: 'feil' });
  t.equal(wrong.statusCode, 422);
  t.match(wrong.body, 'value="feil"');
  t.match(
    (await secretary.post(`${OFFICE}/${id}/leser`, { readerEmail: 'fremmed@sted.example' })).headers.location,
    /gjort=leser/,
  );
  t.same([(await sender.get(link)).statusCode, (await stranger.get(link)).statusCode], [404, 200]);
  t.equal(
    (await secretary.post(`${API}/${id}/events`, { type: 'setReader', readerEmail: null })).statusCode,
    204,
  );
  t.equal((await stranger.get(link)).statusCode, 404);
  await t.rejects(db.deleteFrom('old_applications').execute(), /permission denied/);
  await t.rejects(db.deleteFrom('old_application_files').execute(), /permission denied/);
  await t.rejects(db.updateTable('old_applications').set({ year: 2024 }).execute(), /stays/);
});

t.test('the schedule erases it when the time of its year is up, files and all (GDPR-4)', async (t) => {
  const { id, files: own } = await one();
  const due = async (at: string) =>
    (
      await sql<{
        subject_id: string;
        rule: string;
      }>`select d.subject_id, d.rule from retention_due(${at}) d where d.rule like 'old%'`.execute(db)
    ).rows;
  t.same(await due('2027-12-31T22:00:00Z'), []);
  t.same(await due('2028-01-01T00:00:00Z'), [{ subject_id: id, rule: 'oldOthers' }]);
  t.same(
    (await due('2030-01-01T00:00:00Z')).map(({ rule }) => rule),
    ['oldOthers', 'oldNominated'],
    'of 2019, after ten years',
  );
  await sql`select erase('oldOthers', ${id}, '2028-01-01T00:00:00Z')`.execute(db);
  t.same(
    (await listed()).map(({ unit }) => unit),
    ['Nominert'],
  );
  t.notMatch(
    JSON.stringify(await db.selectFrom('old_application_files').selectAll().execute()),
    own[0]?.sha256 ?? '',
  );
  for (const lang of ['', '/nn', '/en'])
    t.match(
      (await call.anyone.get(`${lang}/personvern/lagring`)).body,
      lang === '/en' ? 'Old applications of the nominated' : 'Gamle søknader',
    );
});

t.test('one that was registered by mistake is struck out: its files go at once', async (t) => {
  const id = (await listed())[0]?.id ?? '';
  const only = { ...taken.png, name: 'bare her.png' };
  await secretary.upload(`${API}/${id}/files`, [only]);
  const [file] = (await listed())[0]?.files ?? [];
  t.ok(await files.size(file?.sha256 ?? ''));
  t.match((await secretary.post(`${OFFICE}/${id}/stryk`)).headers.location, /gjort=strok/);
  t.equal(await files.size(file?.sha256 ?? ''), undefined);
  t.match(await listed(), [{ files: [], struckAt: /^2/ }]);
  t.equal((await secretary.post(`${API}/${id}/events`, { type: 'strike' })).statusCode, 409, 'once');
  t.equal((await secretary.upload(`${API}/${id}/files`, [taken.pdf])).statusCode, 409);
  t.match((await secretary.get(`${OFFICE}/${id}?gjort=strok`)).body, 'Strøket');
  t.same(call.errors, []);
});
