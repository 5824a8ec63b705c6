/** ARK-1, ARK-2, ARK-3: a year, an application and a period as packages for an archive. */
import pg from 'pg';
import t, { type Test as Tap } from 'tap';
import { judge } from '../../../src/features/archive/validity.ts';
import { demoJury } from '../../../src/features/seed/personas.ts';
import { addDays, addMinutes, osloFields } from '../../../src/platform/clock.ts';
import { checksums, filesOf, sha256, texts, unpacked, type Unpacked } from '../../helpers/archive.ts';
import { endedYear } from '../../helpers/ended-year.ts';
import { granted } from '../../helpers/granted.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { readPdf } from '../../helpers/pdf.ts';

const site = await endedYear(t);
const { db, editionId, clients } = site;
const { secretary, chair, applicant, administrator } = clients;
const year = `/api/v1/editions/${editionId}`;
const valid = await judge(undefined);
const winner = await db
  .selectFrom('nominations as n')
  .innerJoin('documents as d', 'd.nomination_id', 'n.id')
  .select([
    'n.id',
    'n.organisation_name as name',
    'n.receipt_number as receipt',
    'd.name as file',
    'd.sha256',
    'd.id as documentId',
  ])
  .where('n.state', '=', 'winner')
  .where('d.removed_at', 'is', null)
  .orderBy('d.position')
  .executeTakeFirstOrThrow();
const one = `/api/v1/nominations/${winner.id}`;
const sent = await db
  .selectFrom('nominations')
  .select(['id', 'state', 'organisation_name as name'])
  .where('submission_count', '>', 0)
  .execute();
const folderOf = (receipt: string | null) =>
  `2026/soknad-${receipt!.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
const events = async (event: string) =>
  (await db.selectFrom('audit_events').select('id').where('event', '=', event).execute()).length;

/** Every message valid, every file with the checksum and size that its message says, and every part with the checksum of the list. */
function holds(t: Tap, all: Unpacked): void {
  const { told, found } = checksums(all);
  t.same(told, found, 'the checksums of the manifest');
  for (const [folder, xml] of all.messages) {
    t.same(valid(xml), [], `${folder} is valid`);
    const files = filesOf(all, folder);
    for (const file of files) t.equal(file.told, file.found, `${folder}/${file.stored}`);
    const beside = [...all.parts.keys()].filter((path) => path.startsWith(`${folder}/`)).length - 1;
    t.same(
      [files.length, texts(xml, '//a:antallFiler')],
      [beside, [String(beside)]],
      `${folder}: nothing more, nothing less`,
    );
  }
  t.same(
    all.contents.files.map(({ path, bytes }) => [path, bytes]),
    [...all.parts].slice(0, -2).map(([path, content]) => [path, content.length]),
    'the list names every part before it',
  );
}

t.test(
  'a year: the case, each application, the protocol, the decision and the publication (ARK-1)',
  async (t) => {
    const answer = await secretary.post(`${year}/archive-package`);
    t.equal(answer.statusCode, 200, answer.body.slice(0, 300));
    t.equal(answer.headers['content-type'], 'application/zip');
    t.match(answer.headers['content-disposition'], 'arkiv-etikkprisen-2026.zip');
    const all = await unpacked(answer.rawPayload);
    holds(t, all);
    const [theCase] = all.contents.cases;
    t.match(theCase, { year: 2026, number: null, folder: '2026/mappe', outOf: 0 });
    const kinds = theCase!.records.map(({ kind }) => kind);
    t.equal(kinds.filter((kind) => kind === 'application').length, sent.length);
    t.same(kinds.slice(-3), ['protocol', 'decision', 'publication']);
    t.equal(all.messages.size, sent.length + 4, 'a message for the case and for each record');
    t.notMatch([...all.messages.values()].join(''), 'Hemnes', 'a draft is nobody’s but the applicant’s');

    const folder = folderOf(winner.receipt);
    t.match(
      filesOf(all, folder).map(({ name }) => name),
      ['soknad.pdf', 'kvittering-1.json', winner.file],
    );
    t.equal(
      sha256(all.parts.get(`${folder}/${filesOf(all, folder)[2]!.stored}`)!),
      winner.sha256,
      'byte for byte',
    );
    t.match((await readPdf(all.parts.get(`${folder}/soknad.pdf`)!)).text, winner.receipt!);
    const types = (name: string) => texts(all.messages.get(`2026/${name}`)!, '//a:journalposttype/m:kode');
    t.same([types('protokoll'), types('beslutning'), types('offentliggjoring')], [['X'], ['X'], ['U']]);
    t.match((await readPdf(all.parts.get('2026/beslutning/beslutning.pdf')!)).text, /Drøftet av juryen/);
    const announced = (await readPdf(all.parts.get('2026/offentliggjoring/offentliggjoring.pdf')!)).text;
    t.match(announced, winner.name);
    t.match(announced, /Fagjuryen mener dette[\s\S]*Fagjuryen meiner dette/);
    t.equal(await events('archivePackage'), 1);
    t.match((await secretary.get(`/sekretariat/${editionId}/logg`)).body, 'Tok ut prisåret til arkivet');
  },
);

t.test(
  'who is not nominated is named where the public does not read it, and nowhere else (OFF-4)',
  async (t) => {
    const { messages } = await unpacked((await secretary.post(`${year}/archive-package`)).rawPayload);
    const hidden = sent.filter(({ state }) => state === 'notSelected');
    t.ok(hidden.length > 0);
    for (const { name } of hidden) {
      const [xml] = [...messages.values()].filter((one) =>
        texts(one, '//a:registrering/a:tittel')[0]?.includes(name),
      );
      t.notMatch(texts(xml!, '//a:offentligTittel'), [name]);
      t.same(texts(xml!, '//a:korrespondansepart/a:erSkjermet'), ['true']);
      t.same(texts(xml!, '//a:registrering/a:skjerming/a:tilgangsrestriksjon/m:kode'), ['XX']);
    }
    const open = messages.get(folderOf(winner.receipt))!;
    t.match(texts(open, '//a:offentligTittel')[0], winner.name);
    t.same(texts(open, '//a:registrering/a:skjerming'), []);
  },
);

t.test('taken out twice it is the same, byte for byte, whoever takes it out (ARK-3)', async (t) => {
  const first = await secretary.post(`${year}/archive-package`);
  await site.setClock(addDays(site.end, 3));
  const second = await site.as('sekretariat2@etikkprisen.example');
  t.ok(first.rawPayload.equals((await secretary.post(`${year}/archive-package`)).rawPayload));
  t.ok(first.rawPayload.equals((await second.post(`${year}/archive-package`)).rawPayload));
  const form = await second.post(`/sekretariat/${editionId}/arkiv.zip`);
  t.ok(first.rawPayload.equals(form.rawPayload), 'the page gives the same as the API');
  const alone = (await secretary.post(`${one}/archive-package`)).rawPayload;
  t.ok(alone.equals((await second.post(`/sekretariat/soknad/${winner.id}/arkiv.zip`)).rawPayload));
  const [whole, part] = [await unpacked(first.rawPayload), await unpacked(alone)];
  holds(t, part);
  t.same([...part.messages.keys()], ['2026/mappe', folderOf(winner.receipt)]);
  for (const [path, content] of part.parts)
    if (path.startsWith('2026/'))
      t.ok(content.equals(whole.parts.get(path)!), `${path} is as in that of the year`);
});

t.test('the numbers of the archive are entered, kept, and go along', async (t) => {
  const page = `/sekretariat/${editionId}/arkiv`;
  t.match((await secretary.get(page)).body, /Saksnummer i arkivet[\s\S]*Ikke fylt inn/);
  for (const address of [page, `/sekretariat/soknad/${winner.id}/arkiv`, '/sekretariat/arkiv'])
    t.same(await htmlProblems((await secretary.get(address)).body), [], address);
  t.match((await secretary.get(`/sekretariat/${editionId}`)).body, page, 'the overview leads there');
  t.match(
    (await secretary.get(`/sekretariat/soknad/${winner.id}`)).body,
    '/arkiv"',
    'and so does an application',
  );
  const wrong = await secretary.post(page, { number: '<2026>' });
  t.equal(wrong.statusCode, 422);
  t.match(wrong.body, /value="&lt;2026&gt;"/, 'what was typed stays');
  t.equal((await secretary.post(page, { number: ' 2026/17 ' })).statusCode, 303);
  t.match((await secretary.get(`${page}?lagret=1`)).body, /Nummeret er lagret[\s\S]*value="2026\/17"/);
  const own = await secretary.send('PUT', `${one}/archive-number`, { number: '2026/17-4' });
  t.equal(own.statusCode, 204, own.body);
  const told = (await secretary.get(`${year}/archive`)).json();
  t.match(told, { number: '2026/17', isOver: true, outOf: 0 });
  t.equal(told.applications.find(({ id }: { id: string }) => id === winner.id).number, '2026/17-4');
  t.match((await secretary.get(`/sekretariat/soknad/${winner.id}/arkiv`)).body, 'value="2026/17-4"');
  const all = await unpacked((await secretary.post(`${year}/archive-package`)).rawPayload);
  holds(t, all);
  t.same(texts(all.messages.get('2026/mappe')!, '//a:saksaar | //a:sakssekvensnummer'), ['2026', '17']);
  t.same(texts(all.messages.get(folderOf(winner.receipt))!, '//a:registreringsID'), ['2026/17-4']);
  t.equal(all.contents.cases[0]!.number, '2026/17');
  t.equal((await secretary.post(`/sekretariat/soknad/${winner.id}/arkiv`, { number: '' })).statusCode, 303);
  const gone = await unpacked((await secretary.post(`${one}/archive-package`)).rawPayload);
  t.same(texts(gone.messages.get(folderOf(winner.receipt))!, '//a:registreringsID'), []);
  t.equal(await events('numberInArchive'), 3);
});

t.test('a period: what counts on its days, and a fault where there is nothing or no period', async (t) => {
  const day = (at: Date) => osloFields(at).date;
  const { ceremony_at } = await db.selectFrom('editions').select('ceremony_at').executeTakeFirstOrThrow();
  const end = { from: day(addMinutes(ceremony_at, -60)), to: day(site.end) };
  const all = await unpacked((await secretary.post('/api/v1/archive-packages', end)).rawPayload);
  holds(t, all);
  t.ok(all.messages.has('2026/offentliggjoring'));
  t.notOk(all.messages.has(folderOf(winner.receipt)), 'sent in before');
  t.match(all.contents.subject, { kind: 'period', ...end });
  const before = await events('archivePackage');
  const [from, to] = ['2020-01-01', '2020-12-31'];
  for (const [body, field] of [
    [{ from, to }, 'from'],
    [{ from: to, to: from }, 'to'],
    [{ from: '2026-02-31', to }, 'from'],
  ] as const) {
    const page = await secretary.post('/sekretariat/arkiv.zip', body);
    t.equal(page.statusCode, 422);
    t.match(page.body, `href="#field-${field}"`);
    t.match(page.body, `value="${body.from}"`, 'what was typed stays');
    t.equal((await secretary.post('/api/v1/archive-packages', body)).statusCode, 422);
  }
  t.equal(await events('archivePackage'), before, 'nothing was taken out');
  const whole = await secretary.post('/sekretariat/arkiv.zip', { from: '2026-01-01', to: '2027-12-31' });
  t.equal((await unpacked(whole.rawPayload)).messages.size, sent.length + 4);
});

t.test('what an applicant does not want public is said of its document (OFF-3)', async (t) => {
  const screenedIn = async () =>
    texts(
      (await unpacked((await secretary.post(`${one}/archive-package`)).rawPayload)).messages.get(
        folderOf(winner.receipt),
      )!,
      '//a:dokumentbeskrivelse/a:skjerming/a:skjermingshjemmel',
    );
  t.same(await screenedIn(), [], 'nothing of it is withheld');
  // As if it had been sent in so: what has been sent in cannot be changed, except behind the back of the service.
  const owner = new pg.Client({ connectionString: site.adminUrl });
  await owner.connect();
  await owner.query('set session_replication_role = replica');
  const reason = JSON.stringify('Navn på ansatte');
  await owner.query(
    `update submissions set rendered = jsonb_set(rendered, '{documents,0,withhold}', $1) where nomination_id = $2`,
    [reason, winner.id],
  );
  await owner.end();
  t.match(await screenedIn(), [/Navn på ansatte/]);
});

t.test('refused to everybody else; a foreign id is answered like one that does not exist', async (t) => {
  const { id: auditorId } = await db
    .insertInto('people')
    .values({ email: 'revisor2@example.no', name: 'Revisor', created_at: site.end })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('role_grants')
    .values(granted(auditorId, 'auditor', addMinutes(site.end, -1)))
    .execute();
  const before = [await events('archivePackage'), await events('numberInArchive')];
  const unknown = '01900000-0000-7000-8000-000000000000';
  const period = { from: '2026-01-01', to: '2027-12-31' };
  for (const [who, client] of [
    ['chair', chair],
    ['applicant', applicant],
    ['administrator', administrator],
    ['auditor', await site.as('revisor2@example.no')],
    ['juror', await site.as(demoJury[2]!.person.email)],
    ['nobody', site.anyone],
  ] as const) {
    const answers = [
      await client.get(`${year}/archive`),
      await client.post(`${year}/archive-package`),
      await client.post(`${one}/archive-package`),
      await client.post('/api/v1/archive-packages', period),
      await client.send('PUT', `${year}/archive-number`, { number: '1' }),
      await client.send('PUT', `${one}/archive-number`, { number: '1' }),
    ];
    for (const { statusCode, headers } of answers) {
      t.ok([401, 403, 404].includes(statusCode), `${who}: ${statusCode}`);
      t.notMatch(headers['content-type'], 'zip');
    }
  }
  const told = ({ body }: { body: string }) => ({ ...JSON.parse(body), instance: '', requestId: '' });
  for (const path of ['archive-package'])
    t.same(
      told(await applicant.post(`${one}/${path}`)),
      told(await applicant.post(`/api/v1/nominations/${unknown}/${path}`)),
    );
  t.same([await events('archivePackage'), await events('numberInArchive')], before);
});

t.test('a document that is lost is said to be, in the message and in the list', async (t) => {
  await site.services.files.remove(winner.sha256);
  const all = await unpacked((await secretary.post(`${one}/archive-package`)).rawPayload);
  holds(t, all);
  t.match(all.contents.cases[0]!.leftOut, [{ why: 'missing' }]);
  t.match(texts(all.messages.get(folderOf(winner.receipt))!, '//a:merknadstekst')[1], winner.file);
});

t.test(
  'a secretary who is out of an application does not deliver it, nor see its name (HAB-9)',
  async (t) => {
    const said = await secretary.post(`${one}/declarations`, { answer: 'connection', grounds: ['H1'] });
    t.ok(said.statusCode < 300, said.body);
    t.equal((await secretary.post(`${one}/archive-package`)).statusCode, 403);
    t.equal((await secretary.get(`/sekretariat/soknad/${winner.id}/arkiv`)).statusCode, 403);
    const all = await unpacked((await secretary.post(`${year}/archive-package`)).rawPayload);
    holds(t, all);
    t.equal(all.contents.cases[0]!.outOf, 1);
    t.notOk(all.messages.has(folderOf(winner.receipt)));
    t.match((await secretary.get(`/sekretariat/${editionId}/arkiv`)).body, 'Én søknad er ikke med');
  },
);

t.test(
  'what has been erased by the schedule is delivered as what it was, without its content (GDPR-4)',
  async (t) => {
    const second = await site.as('sekretariat2@etikkprisen.example');
    await site.setClock(addDays(site.end, 365 * 11));
    const run = await administrator.post('/api/v1/retention/runs');
    t.equal(run.statusCode, 200, run.body.slice(0, 300));
    const all = await unpacked((await second.post(`${year}/archive-package`)).rawPayload);
    holds(t, all);
    const [theCase] = all.contents.cases;
    t.equal(theCase!.records.filter(({ kind }) => kind === 'application').length, sent.length);
    t.same(new Set(theCase!.leftOut.map(({ why }) => why)), new Set(['erased']));
    const xml = all.messages.get(folderOf(winner.receipt))!;
    t.same(texts(xml, '//a:antallFiler'), ['0']);
    t.match(texts(xml, '//a:merknadstekst')[1], /oppbevaringsplanen/);
    t.match((await second.get(`/sekretariat/${editionId}/arkiv`)).body, 'resten er sletta');
  },
);
