/** The same with several applications: shown first, each by its own right, what was skipped told, and nothing twice. */
import { parseHTML } from 'linkedom';
import t from 'tap';
import { applyDue } from '../../../src/features/due.ts';
import { columnKeys } from '../../../src/features/nomination-table/schema-columns.ts';
import { PAGE_SIZE } from '../../../src/features/nomination-table/schema.ts';
import { addDays, osloDeadlineFields } from '../../../src/platform/clock.ts';
import { openCall } from '../../helpers/applying.ts';
import type { Client } from '../../helpers/client.ts';
import { granted } from '../../helpers/granted.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { plannedYear } from '../../helpers/year.ts';

const call = await openCall(t);
const { db, log } = call.services;
const secretary = await call.as('secretary@example.no');
const second = await call.as('second@example.no');
const applicant = await call.as('applicant@example.no');
const table = `/sekretariat/${call.year.id}/soknader`;
const several = `${table}/flere`;
const { closes_at } = call.dates;

const one = await call.sent(applicant, 'Alver');
const two = await call.sent(applicant, 'Bodø');
const mine = await call.sent(applicant, 'Eigersund');
const four = await call.sent(applicant, 'Gran');
const draft = await call.draft(applicant, 'Halden');
const other = await call.draft(applicant, 'Modum');
const declared = await secretary.post(`/api/v1/nominations/${mine.id}/declarations`, { answer: 'unsure' });
if (declared.statusCode !== 201) throw new Error(declared.body);

const versionOf = async (id: string) =>
  (await db.selectFrom('nominations').select('version').where('id', '=', id).executeTakeFirstOrThrow())
    .version;
const marks = (...of: { id: string }[]) =>
  Promise.all(of.map(async ({ id }) => `${id}:${await versionOf(id)}`));
const preview = async (action: string, of: readonly string[], who: Client = secretary) =>
  who.get(`${several}?${new URLSearchParams([['what', action], ...of.map((mark) => ['nomination', mark])])}`);
const shownMarks = (body: string) =>
  parseHTML(body).document.querySelector('input[name="nominations"]')?.getAttribute('value') ?? '';
const textOf = (body: string) =>
  (parseHTML(body).document.querySelector('main')?.textContent ?? '').replace(/\s+/g, ' ');
const post = (fields: Record<string, string>, who: Client = secretary) => who.post(several, fields);
const count = async (name: 'contacts' | 'deadline_extensions' | 'letters' | 'audit_events') =>
  Number(
    (
      await db
        .selectFrom(name)
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );
const stateOf = async ({ id }: { id: string }) =>
  (await db.selectFrom('nominations').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state;
const unknown = '00000000-0000-7000-8000-000000000000:0';

t.test('all of a page and the longest search are an address that every proxy takes', async (t) => {
  const from = new URLSearchParams([
    ['q', '€'.repeat(200)],
    ...columnKeys.map((key) => ['column', key]),
    ['after', one.id],
  ]);
  const address = (ticks: number) =>
    `${several}?${new URLSearchParams([
      ['fra', String(from)],
      ...Array.from({ length: ticks }, (_, i) => [
        'nomination',
        `00000000-0000-7000-8000-${String(i).padStart(12, '0')}:999`,
      ]),
      ['what', 'admit'],
    ])}`;
  t.ok(address(PAGE_SIZE).length < 8000, `${address(PAGE_SIZE).length} signs`);
  t.equal((await secretary.get(address(PAGE_SIZE))).statusCode, 200);
  t.equal((await secretary.get(address(PAGE_SIZE + 1))).statusCode, 422);
});

t.test('no ticks are no applications: the table again, and one sentence', async (t) => {
  const from = 'kind=municipality&sort=submitted';
  for (const answer of [
    await secretary.get(`${several}?what=admit&fra=${encodeURIComponent(from)}`),
    await post({ what: 'admit', fra: from }),
    await post({ what: 'note', fra: from, text: 'Til alle?', at: call.during.toISOString() }),
  ]) {
    t.equal(answer.statusCode, 422);
    t.match(answer.body, 'Kryss av for minst én søknad.');
    t.match(answer.body, 'aldri alle');
    t.match(answer.body, 'option value="submitted" selected', 'where one was');
  }
  t.equal((await secretary.get(`${several}?what=slett&nomination=${unknown}`)).statusCode, 422);
  t.equal((await secretary.get(`${several}?what=admit&nomination=alle`)).statusCode, 422);
  t.equal((await post({ what: 'slett', nominations: unknown })).statusCode, 422);
  t.equal(await count('contacts'), 0);
});

t.test(
  'a deadline is proposed for drafts, those that cannot have it are named, and nothing twice',
  async (t) => {
    const before = [await count('deadline_extensions'), await count('audit_events'), await count('letters')];
    const shown = await preview('extend', await marks(draft, other, mine));
    t.equal(shown.statusCode, 200);
    t.match(textOf(shown.body), /Dette gjelder 2 søknader:\s*Halden\s*Modum/);
    t.match(textOf(shown.body), /Én blir hoppet over:\s*Eigersund/);
    t.same(await htmlProblems(shown.body), []);
    t.same(
      [await count('deadline_extensions'), await count('audit_events'), await count('letters')],
      before,
      'a preview leaves nothing',
    );
    const nominations = shownMarks(shown.body);
    const { date, time } = osloDeadlineFields(addDays(closes_at, 3));
    const fields = {
      what: 'extend',
      nominations,
      until: date,
      untilTime: time,
      reason: 'Streik i kommunene',
    };
    const wrong = await post({ ...fields, until: '', reason: 'Det jeg skrev' });
    t.equal(wrong.statusCode, 422);
    t.match(wrong.body, 'Det jeg skrev', 'what was written is kept');
    t.equal(shownMarks(wrong.body), nominations, 'and who was marked');
    t.same(await htmlProblems(wrong.body), []);
    const done = await post(fields);
    t.match(textOf(done.body), '2 frister er foreslått');
    t.same(await htmlProblems(done.body), []);
    const again = await post(fields);
    t.match(textOf(again.body), /Ingenting ble gjort.*2 ble hoppet over/);
    t.equal(await count('deadline_extensions'), 2);
  },
);

t.test(
  'a note is filed on each, once also when the form is sent again, and by two at once each has its own',
  async (t) => {
    const shown = await preview('note', [...(await marks(one, draft, mine)), unknown]);
    t.match(textOf(shown.body), /2 søknader:.*2 blir hoppet over/);
    t.match(textOf(shown.body), 'En søknad som ikke finnes');
    const at = parseHTML(shown.body).document.querySelector('input[name="at"]')?.getAttribute('value') ?? '';
    const fields = {
      what: 'note',
      nominations: shownMarks(shown.body),
      at,
      text: 'Ringte om romslig frist.',
    };
    const answers = await Promise.all([post(fields), post(fields), post(fields, second)]);
    t.same(
      answers.map(({ statusCode }) => statusCode),
      [200, 200, 200],
    );
    t.equal(answers.filter(({ body }) => body.includes('2 notater er lagret')).length, 2, 'once each person');
    t.equal(answers.filter(({ body }) => body.includes('Notatet er lagret fra før.')).length, 1);
    t.equal(await count('contacts'), 4);
  },
);

t.test(
  'a letter goes to exactly those that were marked, as a batch that is seen before it goes',
  async (t) => {
    const shown = await preview('letter', await marks(one, draft, mine));
    const form = parseHTML(shown.body).document.querySelector('form[action$="/utsendinger/ny"]');
    const nominations = form?.querySelector('input[name="nominations"]')?.getAttribute('value') ?? '';
    t.equal(nominations.split(',').length, 2);
    const page = await secretary.get(
      `/sekretariat/${call.year.id}/utsendinger/ny?nominations=${nominations}`,
    );
    t.match(page.body, 'De du krysset av i tabellen: 2 søknader');
    t.same(await htmlProblems(page.body), []);
    const letter = (over: object) => ({
      title: 'Til de valgte',
      audience: 'marked',
      nominations,
      about: 'none',
      'texts.nb.subject': 'Hei',
      'texts.nb.body': 'Hei {navn}, {kvitteringsnummer}',
      'texts.nn.subject': 'Hei',
      'texts.nn.body': 'Hei {navn}',
      ...over,
    });
    const write = (over: object = {}) =>
      secretary.post(`/sekretariat/${call.year.id}/utsendinger/ny`, letter(over));
    for (const over of [
      { nominations: '' },
      { nominations: unknown.split(':')[0] },
      { nominations: `${nominations},${mine.id}` },
      { about: 'admission' },
    ]) {
      const refused = await write(over);
      t.equal(refused.statusCode, 422, JSON.stringify(over));
      t.match(refused.body, 'Til de valgte', 'what was written is kept');
    }
    const made = await write();
    t.equal(made.statusCode, 303, made.body);
    const seen = await secretary.get(String(made.headers['location']));
    t.match(textOf(seen.body), /Alver.*Halden/);
    t.notMatch(textOf(seen.body), 'Bodø');
    const id = String(made.headers['location']).split('/').at(-1) ?? '';
    const whole = (await secretary.get(`/api/v1/letter-batches/${id}`)).json();
    t.same(whole.recipients, { audience: 'marked', nominations: nominations.split(',') });
    t.equal(whole.to.length, 2);
    const sent = await secretary.post(`/api/v1/letter-batches/${id}/events`, {
      type: 'send',
      version: whole.version,
      seen: whole.recipientsHash,
    });
    t.same(sent.json(), { letters: 2 });

    const theirs = await second.post('/api/v1/editions/' + call.year.id + '/letter-batches', {
      title: 'Om en de andre ikke kan se',
      recipients: { audience: 'marked', nominations: [mine.id] },
      about: null,
      texts: { nb: { subject: 'Hei', body: 'Hei' }, nn: { subject: 'Hei', body: 'Hei' } },
    });
    t.equal(theirs.statusCode, 201, theirs.body);
    const { id: hidden } = theirs.json<{ id: string }>();
    t.equal((await second.get(`/api/v1/letter-batches/${hidden}`)).statusCode, 200);
    t.equal((await secretary.get(`/api/v1/letter-batches/${hidden}`)).statusCode, 404, 'out of it');
    for (const body of [
      { type: 'send', version: 0, seen: 'x' },
      { type: 'discard', version: 0 },
    ])
      t.equal(
        (await secretary.post(`/api/v1/letter-batches/${hidden}/events`, body)).statusCode,
        404,
        body.type,
      );
    t.notMatch((await secretary.get(`/sekretariat/${call.year.id}/utsendinger`)).body, 'de andre ikke');
  },
);

t.test('what is no application, or nothing at all, is refused in words', async (t) => {
  for (const fields of [
    { what: 'admit', nominations: 'abc' },
    { what: 'extend', nominations: 'abc:1,:,%' },
    {},
  ] as const)
    t.equal((await post(fields)).statusCode, 422, JSON.stringify(fields));
});

t.test('applications of another year, and those who may read and not act', async (t) => {
  const elsewhere = await plannedYear(db, 2027);
  const there = `/sekretariat/${elsewhere.id}/soknader/flere`;
  const [mark = ''] = await marks(one);
  const smuggled = await secretary.get(`${there}?what=note&nomination=${mark}`);
  t.match(textOf(smuggled.body), /Ingen av de valgte kan være med.*En søknad som ikke finnes/);
  t.notMatch(smuggled.body, 'Alver');
  const done = await secretary.post(there, {
    what: 'note',
    nominations: mark,
    at: call.during.toISOString(),
    text: 'Smuglet',
  });
  t.match(textOf(done.body), 'Ingenting ble gjort');
  const zip = await secretary.post(`${there}.zip`, { what: 'package', nominations: mark });
  t.equal(zip.statusCode, 409);
  const people = [applicant, await call.as('juror@example.no')];
  for (const role of ['auditor', 'communications'] as const) {
    const who = await call.as(`${role}2@example.no`);
    const { id } = await db
      .selectFrom('people')
      .select('id')
      .where('email', '=', `${role}2@example.no`)
      .executeTakeFirstOrThrow();
    await db
      .insertInto('role_grants')
      .values({
        ...granted(id, role, addDays(call.during, -30)),
        edition_id: call.year.id,
        until_at: addDays(call.during, 300),
      })
      .execute();
    people.push(who);
  }
  for (const who of people) {
    t.ok([403, 404].includes((await preview('note', [mark], who)).statusCode));
    const fields = { what: 'note', nominations: mark, at: call.during.toISOString(), text: 'Nei' };
    t.ok([403, 404].includes((await post(fields, who)).statusCode));
    const file = await who.post(`${several}.zip`, { what: 'package', nominations: mark });
    t.ok([403, 404].includes(file.statusCode));
  }
  t.equal(
    (await db.selectFrom('contacts').select('id').where('text', 'in', ['Nei', 'Smuglet']).execute()).length,
    0,
  );
});

t.test('those that may be taken out are one file, and it says who was left out', async (t) => {
  const shown = await preview('package', await marks(one, two, draft, mine));
  t.match(textOf(shown.body), /2 søknader:\s*Alver\s*Bodø.*2 blir hoppet over/);
  const zip = await secretary.post(`${several}.zip`, {
    what: 'package',
    nominations: (await marks(one, two, mine)).join(','),
  });
  t.equal(zip.statusCode, 200);
  t.match(zip.headers['content-disposition'], /soknader-2026\.zip/);
  const text = zip.rawPayload.toString('latin1');
  t.ok(text.includes('soknader/Alver/soknad.pdf'));
  t.notOk(text.includes('Eigersund'));
  const taken = await db
    .selectFrom('audit_events')
    .select('subject_id')
    .where('event', '=', 'takeOut')
    .execute();
  t.same(new Set(taken.map(({ subject_id }) => subject_id)), new Set([one.id, two.id]));
});

t.test(
  'completion is asked for, and applications are admitted: one that changed meanwhile is skipped',
  async (t) => {
    await applyDue({ db, log }, closes_at);
    await call.setClock(addDays(closes_at, 1));
    const shown = await preview('return', await marks(one, two, mine, draft));
    t.match(textOf(shown.body), /2 søknader:\s*Alver\s*Bodø/);
    const { date, time } = osloDeadlineFields(addDays(closes_at, 8));
    const fields = {
      what: 'return',
      nominations: shownMarks(shown.body),
      part: 'documents',
      note: 'Årsrapporten',
      reason: 'Vi trenger årsrapporten.',
      due: date,
      dueTime: time,
    };
    const version = await versionOf(two.id);
    await second.post(`/api/v1/nominations/${two.id}/events`, { type: 'admit', version });
    const done = await post(fields);
    t.match(
      textOf(done.body),
      /Én søker er bedt om supplering\s*Alver.*Én ble hoppet over:\s*Bodø: Noen har endret/,
    );
    t.match(done.body, `/sekretariat/soknad/${one.id}`);
    t.same([await stateOf(one), await stateOf(two)], ['returned', 'admitted']);
    t.match(textOf((await post(fields)).body), 'Ingenting ble gjort', 'sent again it does nothing');
    t.equal(
      (
        await db
          .selectFrom('nominations')
          .select('return_count')
          .where('id', '=', one.id)
          .executeTakeFirstOrThrow()
      ).return_count,
      1,
    );

    const both = await marks(four, mine, one);
    const first = await preview('admit', both);
    t.match(textOf(first.body), /Dette gjelder én søknad:\s*Gran.*2 blir hoppet over/);
    const admit = { what: 'admit', nominations: shownMarks(first.body) };
    const [a, b] = await Promise.all([post(admit), post(admit, second)]);
    t.equal(
      [a, b].filter(({ body }) => body.includes('Én søknad er godkjent')).length,
      1,
      'two at once: one does it',
    );
    t.equal([a, b].filter(({ body }) => body.includes('Noen har endret søknaden')).length, 1);
    t.equal(await stateOf(four), 'admitted');
    t.equal(await stateOf(mine), 'submitted');
    const letters = await db
      .selectFrom('letters')
      .select('id')
      .where('template', '=', 'admitted')
      .where('nomination_id', '=', four.id)
      .execute();
    t.equal(letters.length, 1, 'one letter');
  },
);
