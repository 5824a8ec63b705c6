/** The table of applications: chosen from, a page at a time, as files, and several admitted at once. */
import t from 'tap';
import { addDays } from '../../../src/platform/clock.ts';
import { applyDue } from '../../../src/features/due.ts';
import { openCall } from '../../helpers/applying.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { readCsv, readXlsx } from '../../helpers/spreadsheets.ts';

const call = await openCall(t);
const { db, log } = call.services;
const secretary = await call.as('secretary@example.no');
const applicant = await call.as('applicant@example.no');
const stranger = await call.as('nobody@example.no');
const enterprise = (unit: string) => ({ body: { kind: 'enterprise', unit } });

const eigersund = await call.sent(applicant, 'Eigersund');
const formula = await call.sent(applicant, '=1+1 "sykehjem"; Å', enterprise('@SUM(A1)'));
const solbakken = await call.sent(applicant, 'Solbakken', enterprise('Avdeling 50%'));
const draft = await call.draft(applicant, 'Modum');
let lillesand: typeof draft;
const table = `/sekretariat/${call.year.id}/soknader`;
const list = `/api/v1/editions/${call.year.id}/nominations`;
interface Listed {
  nominations: { id: string; applicant: { name: string }; submittedAt: string | null }[];
  count: number;
  hasMore: boolean;
  previous: string | null;
  next: string | null;
}
const ask = async (query: Record<string, string>, who = secretary): Promise<Listed> =>
  (await who.get(`${list}?${new URLSearchParams(query)}`)).json<Listed>();
const ids = ({ nominations }: Listed) => nominations.map(({ id }) => id);

t.test(
  'one finds by part of a name, by unit, receipt, state and kind, and nothing by a sign that stands for all',
  async (t) => {
    t.same(ids(await ask({ q: 'GERSU' })), [eigersund.id]);
    t.same(ids(await ask({ q: 'avdeling' })), [solbakken.id]);
    t.same(ids(await ask({ q: '50%' })), [solbakken.id], 'a percent sign is a percent sign');
    t.same(ids(await ask({ q: '%' })), [solbakken.id]);
    t.same(ids(await ask({ q: '_' })), []);
    t.same(ids(await ask({ q: (eigersund.receiptNumber ?? '').toLowerCase() })), [eigersund.id]);
    t.same(ids(await ask({ state: 'draft' })), [draft.id]);
    t.same(new Set(ids(await ask({ kind: 'enterprise' }))), new Set([formula.id, solbakken.id]));
    t.same(
      ids(await ask({ sort: 'submitted' })),
      [solbakken.id, formula.id, eigersund.id],
      'the latest first; a draft has no place',
    );
    t.equal((await secretary.get(`${list}?state=ukjent`)).statusCode, 422);
  },
);

t.test(
  'pages of any size show each once, forwards and back, also when somebody comes in meanwhile',
  async (t) => {
    for (const sort of ['name', 'submitted'])
      for (const limit of ['1', '2', '3']) {
        const whole = ids(await ask({ sort }));
        const forwards: string[][] = [];
        let last: Listed | undefined;
        for (let after: string | null = ''; after !== null; after = last.next) {
          last = await ask({ sort, limit, ...(after && { after }) });
          forwards.push(ids(last));
        }
        t.same(forwards.flat(), whole, `${sort}, ${limit} at a time`);
        const back: string[][] = [];
        for (let before = last?.previous; before; before = last.previous) {
          last = await ask({ sort, limit, before });
          back.unshift(ids(last));
        }
        t.same(back.flat(), whole.slice(0, back.flat().length), 'and back');
        t.equal(back.length, forwards.length - 1);
      }
    const first = await ask({ limit: '2' });
    await call.draft(applicant, 'Alver');
    const second = await ask({ limit: '10', after: first.next ?? '' });
    t.same(
      ids(first).filter((id) => ids(second).includes(id)),
      [],
      'nobody is shown twice',
    );
  },
);

t.test('one goes on from what one may know of, and from nothing else', async (t) => {
  const own = (query: Record<string, string>) => ask(query, applicant);
  const [first] = ids(await own({ sort: 'submitted', limit: '1' }));
  t.equal(first, solbakken.id, 'a draft has no place in what was sent in, also not one’s own');
  t.equal((await own({ sort: 'submitted' })).count, 3);
  const elsewhere = await call.as('elsewhere@example.no');
  const foreign = await call.draft(elsewhere, 'Halden');
  const unknown = '00000000-0000-7000-8000-000000000000';
  for (const sort of ['name', 'submitted'])
    for (const way of ['after', 'before']) {
      const answer = await own({ sort, [way]: foreign.id });
      t.same(answer, await own({ sort, [way]: unknown }), `${sort} ${way}: as an unknown one`);
      t.same(ids(answer), ids(await own({ sort })), 'from the beginning');
    }
  const both = { limit: '2', after: eigersund.id, before: eigersund.id };
  t.same(await ask(both), await ask({ limit: '2', after: eigersund.id }), 'one way at a time');
  const gone = await call.sent(elsewhere, 'Vestby');
  await elsewhere.post(`/api/v1/nominations/${gone.id}/events`, { type: 'withdraw', version: gone.version });
  const list = await ask({ sort: 'submitted', after: gone.id });
  t.same(ids(list), ids(await ask({ sort: 'submitted' })), 'withdrawn meanwhile: from the beginning');
  t.equal(list.previous, null);
  lillesand = await call.sent(elsewhere, 'Lillesand');
  t.equal(
    (await secretary.get(`${table}?q=%00`)).statusCode,
    200,
    'a sign that is no text is no fault of ours',
  );
});

t.test('the page works by its address alone, and keeps what was chosen', async (t) => {
  const page = await secretary.get(`${table}?q=sol&kind=enterprise&sort=submitted`);
  t.match(page.body, 'Solbakken');
  t.notMatch(page.body, 'Eigersund');
  t.match(page.body, /name="q"[^>]*value="sol"/);
  t.match(page.body, /soknader\.csv\?q=sol&amp;kind=enterprise&amp;sort=submitted/);
  t.same(await htmlProblems(page.body), []);
  t.match((await secretary.get(`${table}?q=finnesikke`)).body, 'Ingen søknader passer');
  t.equal((await secretary.get(`${table}?sort=ukjent`)).statusCode, 422);
});

t.test(
  'CSV and XLSX hold the same, in Norwegian, and a name that looks like a formula is none',
  async (t) => {
    const csv = await secretary.get(`${table}.csv`);
    t.match(csv.headers, { 'content-disposition': /soknader-2026\.csv/, 'content-type': /text\/csv/ });
    const [head = [], ...rows] = readCsv(csv.body).filter((row) => row.length > 1);
    t.same(head.slice(0, 3), ['Kvitteringsnummer', 'Søker', 'Enhet']);
    const cell = (row: readonly unknown[] | undefined, name: string) => row?.[head.indexOf(name)];
    const rowOf = (rows: readonly (readonly unknown[])[], name: string) =>
      rows.find((row) => String(row[1]).endsWith(name));
    t.equal(rows.length, 8);
    t.equal(cell(rowOf(rows, 'Eigersund'), 'Fylke'), 'Rogaland');
    t.equal(cell(rowOf(rows, 'Eigersund'), 'Kvitteringsnummer'), eigersund.receiptNumber);
    t.match(cell(rowOf(rows, 'Eigersund'), 'Sendt inn'), /^2026-\d\d-\d\d \d\d:\d\d$/);
    t.equal(cell(rowOf(rows, 'Modum'), 'Kvitteringsnummer'), '', 'of a draft: only whose and how far');
    t.equal(cell(rowOf(rows, 'Modum'), 'Fylke'), '');
    t.ok(
      rows.flat().every((text) => !/^[=+\-@\t\r]/.test(text)),
      'no cell begins as a formula',
    );
    t.ok(
      rows.some((row) => row[1] === `'=1+1 "sykehjem"; Å` && row[2] === "'@SUM(A1)"),
      'but the name is whole',
    );

    const answer = await secretary.get(`${table}.xlsx`);
    t.match(answer.headers, { 'content-disposition': /soknader-2026\.xlsx/ });
    const xlsx = await readXlsx(answer.rawPayload);
    t.equal(xlsx.sheet, 'Søknader');
    t.same(xlsx.rows[0], head);
    t.equal(xlsx.rows.length, 9);
    t.ok(
      xlsx.rows.some((row) => row[1] === '=1+1 "sykehjem"; Å'),
      'as it was written, and a text',
    );
    t.equal(cell(rowOf(xlsx.rows, 'Eigersund'), 'Utfylt i prosent'), 100);
    const chosen = readCsv((await secretary.get(`${table}.csv?q=gersu`)).body).filter(
      (row) => row.length > 1,
    );
    t.equal(chosen.length, 2, 'what was chosen on the page is what the file holds');
  },
);

t.test('whoever is no secretary gets none of it', async (t) => {
  for (const who of [applicant, stranger, await call.as('juror@example.no')])
    for (const address of [table, `${table}.csv`, `${table}.xlsx`])
      t.ok([403, 404].includes((await who.get(address)).statusCode), address);
  t.same(ids(await ask({}, stranger)), []);
  t.same((await ask({ q: 'gersund' }, stranger)).count, 0, 'nor a count');
  const refused = await applicant.post(`/api/v1/editions/${call.year.id}/admissions`, {
    nominations: [eigersund.id],
  });
  t.ok([403, 404].includes(refused.statusCode));
});

t.test('several are admitted at once: each by its own right, and what was skipped is told', async (t) => {
  await applyDue({ db, log }, call.dates.closes_at);
  await call.setClock(addDays(call.dates.closes_at, 1));
  const declared = await secretary.post(`/api/v1/nominations/${solbakken.id}/declarations`, {
    answer: 'unsure',
  });
  t.equal(declared.statusCode, 201, declared.body);
  const unknown = '00000000-0000-7000-8000-000000000000';
  const returned = await secretary.post(`/api/v1/nominations/${lillesand.id}/events`, {
    type: 'return',
    version: lillesand.version,
    reason: 'Vi mangler årsrapporten.',
    dueAt: addDays(call.dates.closes_at, 10).toISOString(),
    parts: [{ part: 'documents', note: 'Årsrapporten' }],
  });
  t.equal(returned.statusCode, 200, returned.body);
  const { version } = eigersund;
  await secretary.post(`/api/v1/nominations/${eigersund.id}/events`, { type: 'admit', version });
  const answer = await secretary.post(`/api/v1/editions/${call.year.id}/admissions`, {
    nominations: [eigersund.id, formula.id, solbakken.id, draft.id, unknown],
  });
  const { admitted, skipped } = answer.json<{
    admitted: string[];
    skipped: { id: string; name: string | null; why: string; problem: string }[];
  }>();
  t.same(admitted, [formula.id]);
  t.same(
    skipped.map(({ id }) => id),
    [eigersund.id, solbakken.id, draft.id, unknown],
  );
  t.match(skipped.find(({ id }) => id === solbakken.id)?.problem, /recused|forbidden/);
  t.match(
    skipped.find(({ id }) => id === unknown),
    { name: null, problem: /not-found/ },
  );
  const states = await db
    .selectFrom('nominations')
    .select(['id', 'state'])
    .where('id', 'in', [eigersund.id, formula.id, solbakken.id])
    .execute();
  t.same(Object.fromEntries(states.map(({ id, state }) => [id, state])), {
    [eigersund.id]: 'admitted',
    [formula.id]: 'admitted',
    [solbakken.id]: 'submitted',
  });
  const letters = await db.selectFrom('letters').select('id').where('template', '=', 'admitted').execute();
  t.equal(letters.length, 2, 'one letter each');
});

t.test(
  'a secretary in conflict neither reads nor finds by what is closed, nor sees when it came in',
  async (t) => {
    t.same(ids(await ask({ q: solbakken.receiptNumber ?? '' })), []);
    t.notOk(ids(await ask({ sort: 'submitted' })).includes(solbakken.id));
    const [line] = (await ask({ q: 'solbakken' })).nominations;
    t.equal(line?.submittedAt, null);
    const behind = await ask({ sort: 'submitted', after: solbakken.id });
    t.same(behind, await ask({ sort: 'submitted', after: draft.id }), 'nor is it a place among the others');
    const [head = [], row = []] = readCsv((await secretary.get(`${table}.csv?q=solbakken`)).body);
    t.same(
      head.filter((_, i) => row[i] !== ''),
      ['Søker', 'Enhet', 'Type', 'Status', 'Utfylt i prosent'],
      'in the file no more than in the list',
    );
  },
);
