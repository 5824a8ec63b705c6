/** What the table is chosen and put in order by, against what each of them means; and the columns, on the page and in the files. */
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import t from 'tap';
import {
  choiceNames,
  choices,
  sorts,
  type Choice,
  type Sort,
} from '../../../src/features/nomination-table/schema.ts';
import { columnKeys, standardColumns } from '../../../src/features/nomination-table/schema-columns.ts';
import { applyDue } from '../../../src/features/due.ts';
import { addDays } from '../../../src/platform/clock.ts';
import { openCall } from '../../helpers/applying.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { pdfOfSize } from '../../helpers/made-files.ts';
import { readCsv, readXlsx } from '../../helpers/spreadsheets.ts';

const call = await openCall(t);
const { db, log } = call.services;
const secretary = await call.as('secretary@example.no');
const second = await call.as('second@example.no');
const applicant = await call.as('applicant@example.no');
const table = `/sekretariat/${call.year.id}/soknader`;
const list = `/api/v1/editions/${call.year.id}/nominations`;
const { closes_at } = call.dates;

/** Went well. */
const expect = (answer: { statusCode: number; body: string }) => {
  if (answer.statusCode >= 300) throw new Error(`${answer.statusCode}: ${answer.body}`);
};
const personId = async (email: string) =>
  (await db.selectFrom('people').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id;
const file = { name: 'rapport.pdf', content: await pdfOfSize(2000) };
const enterprise = (unit: string) => ({ body: { kind: 'enterprise', unit } });

const eigersund = await call.sent(applicant, 'Eigersund', { files: [file] });
const alver = await call.sent(applicant, 'Alver');
const sokndal = await call.sent(applicant, 'Sokndal');
const lund = await call.sent(applicant, 'Lund');
const aure = await call.sent(applicant, 'Solbakken', enterprise('Aure'));
await call.sent(applicant, 'Solbakken', enterprise('Åsen'));
const modum = await call.draft(applicant, 'Modum');
await call.draft(applicant, 'Halden');
const declared = await call.sent(applicant, 'Vestby');

/** Sent back, one in time and one that will be late; one has answered. */
const back = async (one: { id: string; version: number }, days: number) =>
  expect(
    await secretary.post(`/api/v1/nominations/${one.id}/events`, {
      type: 'return',
      version: one.version,
      reason: 'Noe mangler.',
      dueAt: addDays(closes_at, days).toISOString(),
      parts: [{ part: 'documents', note: 'Rapporten' }],
    }),
  );
expect(await applicant.post(`/api/v1/nominations/${modum.id}/help`, { text: 'Hva skal stå her?' }));
const extend = async (id: string, days: number) => {
  const until = addDays(closes_at, days).toISOString();
  const made = await secretary.post(`/api/v1/nominations/${id}/extensions`, { until, reason: 'Streik' });
  expect(made);
  return made.json<{ id: string }>().id;
};
await extend(modum.id, 3);
expect(await second.post(`/api/v1/extensions/${await extend(eigersund.id, 4)}/approve`));
await db
  .insertInto('received_applications')
  .values({
    edition_id: call.year.id,
    applicant_kind: 'municipality',
    organisation_name: 'Eigersund',
    organisation_key: 'kommune:1101',
    unit_name: '',
    language: 'nb',
    contact_name: 'Kari',
    contact_email: 'kari@example.no',
    came_by: 'post',
    received_at: call.during,
    reason: 'Brev',
    registered_by: await personId('secretary@example.no'),
    registered_at: call.during,
    approved_by: await personId('second@example.no'),
    approved_at: call.during,
    nomination_id: eigersund.id,
  })
  .execute();
expect(await secretary.post(`/api/v1/nominations/${declared.id}/declarations`, { answer: 'unsure' }));
await applyDue({ db, log }, closes_at);
await call.setClock(addDays(closes_at, 1));
await back(alver, 30);
await back(sokndal, 2);
await back(lund, 20);
await call.submit(applicant, lund.id, lund.version + 1);
// The one that the secretary may not see is found by no choice.
for (const { id, version } of [aure, declared])
  expect(await second.post(`/api/v1/nominations/${id}/rejections`, { version, reason: 'Ikke helse' }));
const now = addDays(closes_at, 5);
await call.setClock(now);

/** Everything that there is, as it lies in the tables, and what each choice means said in the plainest way. */
const rows = await db
  .selectFrom('nominations as n')
  .selectAll('n')
  .select((eb) => [
    eb.fn
      .agg<number>('row_number')
      .over((over) => over.orderBy('organisation_name').orderBy('unit_name').orderBy('n.id'))
      .as('by_name'),
    eb.fn
      .agg<number>('row_number')
      .over((over) => over.orderBy('unit_name').orderBy('organisation_name').orderBy('n.id'))
      .as('by_unit'),
  ])
  .where('edition_id', '=', call.year.id)
  .execute();
type Row = (typeof rows)[number];
const isSent = ({ state, id }: Row) => !['draft', 'withdrawn'].includes(state) && id !== declared.id;
const county = ({ organisation_key: key }: Row) =>
  /^(kommune|bydel):/.test(key) ? (key.split(':')[1] ?? '').slice(0, 2) : 'none';
const meanings: Record<Choice, (row: Row, value: string) => boolean> = {
  state: (row, value) => row.state === value,
  kind: (row, value) => row.applicant_kind === value,
  county: (row, value) => isSent(row) && county(row) === value,
  check: (row, value) => isSent(row) && checkOf(row).includes(value),
  documents: (row, value) => isSent(row) && (row.id === eigersund.id) === (value === 'yes'),
  help: ({ id }) => id === modum.id,
  extension: ({ id }, value) =>
    id !== declared.id && value === (id === modum.id ? 'waiting' : id === eigersund.id ? 'approved' : 'no'),
  received: ({ id }, value) => id !== declared.id && (id === eigersund.id) === (value === 'yes'),
};
function checkOf({ id, state, return_count, return_due_at }: Row): string[] {
  if (state === 'submitted')
    return [return_count > 0 ? 'answered' : 'waiting', ...(id === aure.id ? ['rejection'] : [])];
  if (state === 'returned') return return_due_at && return_due_at <= now ? ['asked', 'overdue'] : ['asked'];
  return ['done'];
}
const steps = choices.state;
const orderings: Record<
  Sort,
  { has?: (row: Row) => boolean; key: (row: Row) => readonly (number | string)[] }
> = {
  name: { key: ({ by_name }) => [by_name] },
  unit: { key: ({ by_unit }) => [by_unit] },
  state: { key: ({ state, by_name }) => [steps.indexOf(state), by_name] },
  county: { has: isSent, key: (row) => [county(row), row.by_name] },
  submitted: { has: isSent, key: ({ submitted_at }) => [-(submitted_at?.getTime() ?? 0)] },
  receipt: { has: isSent, key: ({ receipt_number }) => [receipt_number ?? ''] },
  due: {
    has: (row) => isSent(row) && row.state === 'returned',
    key: ({ return_due_at }) => [return_due_at?.getTime() ?? 0],
  },
};
type Query = Partial<Record<Choice, string>> & { sort: Sort };
function expected({ sort, ...chosen }: Query): string[] {
  const { has = () => true, key } = orderings[sort];
  const fits = rows.filter(
    (row) => has(row) && choiceNames.every((name) => !chosen[name] || meanings[name](row, chosen[name])),
  );
  // Sent in at the same instant: the newest id first, as the order falls.
  return fits
    .toSorted((a, b) => compare(key(a), key(b)) || (sort === 'submitted' ? -1 : 1) * (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}
const compare = (a: readonly (number | string)[], b: readonly (number | string)[]): number => {
  const i = a.findIndex((value, j) => value !== b[j]);
  return i < 0 ? 0 : (a[i] ?? 0) < (b[i] ?? 0) ? -1 : 1;
};
const ask = async (query: Record<string, string>) => {
  const answer = await secretary.get(`${list}?${new URLSearchParams(query)}`);
  expect(answer);
  return answer.json<{ nominations: { id: string }[]; count: number; next: string | null }>();
};
const ids = ({ nominations }: { nominations: { id: string }[] }) => nominations.map(({ id }) => id);

t.test('each choice and each order gives what it means, and all of them occur', async (t) => {
  for (const sort of sorts) {
    const found = await ask({ sort });
    t.same(ids(found), expected({ sort }), sort);
    t.ok(found.count > 1, `${sort} orders something`);
  }
  for (const name of choiceNames)
    for (const value of choices[name])
      t.same(
        ids(await ask({ [name]: value })),
        expected({ sort: 'name', [name]: value }),
        `${name} ${value}`,
      );
  for (const name of ['check', 'documents', 'help', 'extension', 'received'] as const)
    for (const value of choices[name])
      if (value !== 'done')
        t.not(expected({ sort: 'name', [name]: value }).length, 0, `${name} ${value} occurs`);
});

t.test('any choices together, in any order, a page at a time', async (t) => {
  const chosen = fc.record(
    Object.fromEntries(choiceNames.map((name) => [name, fc.constantFrom(...choices[name])])),
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(
      chosen,
      fc.constantFrom(...sorts),
      fc.integer({ min: 1, max: 4 }),
      async (some, sort, limit) => {
        const query = { ...(some as Partial<Record<Choice, string>>), sort };
        const seen: string[] = [];
        for (let after: string | null = ''; after !== null;) {
          const page = await ask({ ...query, limit: String(limit), ...(after && { after }) });
          seen.push(...ids(page));
          after = page.next;
        }
        t.same(seen, expected(query), JSON.stringify(query));
      },
    ),
    { numRuns: 40 },
  );
});

const headsOf = (body: string) =>
  [...parseHTML(body).document.querySelectorAll('thead th')].slice(1).map((th) => th.textContent);
const rowsOf = (body: string) =>
  [...parseHTML(body).document.querySelectorAll('tbody tr')].map((tr) =>
    [...tr.querySelectorAll('th, td')].slice(1).map((cell) => cell.textContent?.trim() ?? ''),
  );

t.test('columns are chosen in the address, remembered on the device, and put back', async (t) => {
  const standard = headsOf((await secretary.get(table)).body);
  t.same(standard, ['Søker', 'Type', 'Status', 'Utfylt', 'Sendt inn']);
  const chosen = await secretary.get(`${table}?columns=chosen&column=county&column=receipt`);
  t.same(headsOf(chosen.body), ['Kvitteringsnummer', 'Søker', 'Fylke'], 'in the order of the table');
  t.same(await htmlProblems(chosen.body), []);
  const cookie = String(chosen.headers['set-cookie']);
  t.match(cookie, /^kolonner=receipt\.applicant\.county;.*Path=\/sekretariat;.*HttpOnly/);
  const [kept = ''] = cookie.split(';');
  const withKept = { cookie: kept };
  t.same(
    headsOf((await secretary.get(table, withKept)).body),
    ['Kvitteringsnummer', 'Søker', 'Fylke'],
    'remembered',
  );
  const none = await secretary.get(`${table}?columns=chosen`, withKept);
  t.same(headsOf(none.body), ['Søker'], 'none ticked is a choice too');
  const reset = await secretary.get(`${table}?column=standard`, withKept);
  t.same(headsOf(reset.body), standard);
  t.match(String(reset.headers['set-cookie']), /^kolonner=;.*Expires=Thu, 01 Jan 1970/);
  const odd = { cookie: 'kolonner=finnesikke.kind' };
  t.same(
    headsOf((await secretary.get(table, odd)).body),
    ['Søker', 'Type'],
    'of what was kept only what there is',
  );
  const all = await secretary.get(`${table}?${columnKeys.map((key) => `column=${key}`).join('&')}`);
  t.equal(headsOf(all.body).length, columnKeys.length);
  t.same(await htmlProblems(all.body), []);
  for (const wrong of [
    'column=finnesikke',
    'sort=finnesikke',
    'county=99',
    'check=kanskje',
    'columns=alle',
  ]) {
    const answer = await secretary.get(`${table}?${wrong}`);
    t.equal(answer.statusCode, 422, wrong);
    t.match(answer.body, /Velg|ukjent|finnes ikke/i, 'says that one is to choose');
  }
});

t.test('a file has the columns and the rows of the page, in its order', async (t) => {
  const query = 'check=asked&sort=due&columns=chosen&column=receipt&column=due&column=county&column=unit';
  const page = (await secretary.get(`${table}?${query}`)).body;
  const links = [...parseHTML(page).document.querySelectorAll('a[download]')].map(
    (a) => a.getAttribute('href') ?? '',
  );
  const csv = readCsv((await secretary.get(links.find((href) => href.includes('.csv')) ?? '')).body).filter(
    (row) => row.length > 1,
  );
  t.same(csv[0], headsOf(page));
  t.same(
    csv.slice(1).map(([receipt, name, unit, place]) => [receipt, name, unit, place]),
    rowsOf(page).map(([receipt, name, unit, place]) => [receipt, name, unit, place]),
  );
  t.same(
    csv.slice(1).map((row) => row[1]),
    ['Sokndal', 'Alver'],
  );
  const sheet = await readXlsx(
    (await secretary.get(links.find((href) => href.includes('.xlsx')) ?? '')).rawPayload,
  );
  t.same(
    sheet.rows.map((row) => row.slice(0, 2)),
    csv.map((row) => row.slice(0, 2)),
  );
  t.same(standardColumns.length, 5);
  const whole = readCsv((await secretary.get(`${table}.csv`)).body)[0];
  t.equal(whole?.length, columnKeys.length, 'an address that names none gets all');
});

t.test('where one is out of an application, no choice and no order tells of it', async (t) => {
  for (const query of [
    ...choices.county.map((value) => ({ county: value })),
    ...choices.check.map((value) => ({ check: value })),
    ...choices.extension.map((value) => ({ extension: value })),
    ...choices.documents.map((value) => ({ documents: value })),
    ...choices.received.map((value) => ({ received: value })),
    { sort: 'county' },
    { sort: 'receipt' },
    { sort: 'submitted' },
  ])
    t.notOk(ids(await ask(query)).includes(declared.id), JSON.stringify(query));
  t.ok(ids(await ask({ sort: 'state' })).includes(declared.id), 'that it is there is known');
});
