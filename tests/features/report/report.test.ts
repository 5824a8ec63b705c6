/** The report of a year: its numbers add up, and nothing of the outcome is in it before it is public (issue: the yearly report). */
import { sql } from 'kysely';
import t from 'tap';
import { addDays } from '../../../src/platform/clock.ts';
import type { Report } from '../../../src/features/report/schema.ts';
import { openCall } from '../../helpers/applying.ts';
import { chartsOf, danglingOf } from '../../helpers/charts.ts';
import { playground } from '../../helpers/client.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { meanwhile } from '../../helpers/meanwhile.ts';
import { readPdf } from '../../helpers/pdf.ts';
import { readXlsx } from '../../helpers/spreadsheets.ts';
import { approvedStatements, datesOf, deliberatingYear, plannedYear } from '../../helpers/year.ts';
import { approvePublication, preparePublication } from '../../../src/features/publication/commands.ts';

const sum = (rows: readonly { count: number }[]) => rows.reduce((total, { count }) => total + count, 0);

t.test('applications by kind, county and choice; drafts, rejected and withdrawn stand apart', async (t) => {
  const call = await openCall(t);
  const secretary = await call.as('secretary@example.no');
  const applicant = await call.as('applicant@example.no');
  const at = `/sekretariat/${call.year.id}/rapport`;
  const eigersund = await call.draft(applicant, 'Eigersund');
  await call.fillIn(applicant, eigersund.id);
  const { answers } = (await applicant.get(`/api/v1/nominations/${eigersund.id}`)).json<{
    answers: { id: string; kind: string; version: number; details?: { options: { key: string }[] } }[];
  }>();
  const choice = answers.find(({ kind }) => kind === 'choices')!;
  const [first, , third] = choice.details?.options ?? [];
  const value = JSON.stringify({ chosen: [first?.key, third?.key], other: 'Noe eget' });
  const saved = await applicant.send('PATCH', `/api/v1/nominations/${eigersund.id}/answers`, {
    answers: { [choice.id]: { value, version: choice.version } },
  });
  t.equal(saved.statusCode, 200, saved.body);
  await call.submit(applicant, eigersund.id);
  await call.sent(applicant, 'Bydel Sagene', { body: { kind: 'district' } });
  await call.sent(applicant, 'Solbakken', { body: { kind: 'enterprise' } });
  const gone = await call.sent(applicant, 'Alver');
  await applicant.post(`/api/v1/nominations/${gone.id}/events`, { type: 'withdraw', version: gone.version });
  await call.draft(applicant, 'Modum');

  const report = (await secretary.get(`/api/v1/editions/${call.year.id}/report`)).json<Report>();
  t.match(report.applications, { sent: 3, admitted: 0, rejected: 0, withdrawn: 1, drafts: 1 });
  t.equal(sum(report.kinds), 3);
  t.equal(sum(report.counties), 3);
  t.equal(report.counties.length, 16, 'all fifteen counties, and one for those that lie in none');
  const of = (name: string) => report.counties.find(({ county }) => county === name)?.count;
  t.same(
    [of('Rogaland'), of('Oslo'), of(''), of('Vestland')],
    [1, 1, 1, 0],
    'a withdrawn one is from nowhere',
  );
  const chosen = report.choices.flatMap(({ options }) => options.filter(({ count }) => count > 0));
  t.equal(chosen.length, 2);
  t.ok(report.choices.every(({ of: all }) => all === 3));
  t.notMatch(JSON.stringify(report), /Noe eget|Etikk:/, 'no text of anybody');

  const page = await secretary.get(at);
  t.same(await htmlProblems(page.body), []);
  t.match(page.body, 'Rogaland');
  const { texts } = await call.services.db
    .selectFrom('questions')
    .select('texts')
    .where('edition_id', '=', call.year.id)
    .where('kind', '=', 'choices')
    .where(sql<boolean>`texts->'nb'->>'label' <> texts->'nn'->>'label'`)
    .executeTakeFirstOrThrow();
  const words = texts as Record<'nb' | 'nn', { label: string }>;
  const nynorsk = (await secretary.get(`${at}?lang=nn`)).body;
  t.match(nynorsk, words.nn.label, 'the questions are in the form of the reader');
  t.notMatch(nynorsk, words.nb.label);
  const book = (await secretary.get(`${at}.xlsx`)).rawPayload;
  const { rows, sheet } = await readXlsx(book);
  t.equal(sheet, 'Årsrapport');
  t.same(rows[1], ['Sendt inn', 3]);
  const charts = await chartsOf(book);
  t.same(await danglingOf(book), []);
  t.equal(charts.length, 2 + report.choices.length, 'a chart for each table');
  for (const { titles, references } of charts) {
    t.equal(titles.length, 3, 'a title, and one for each axis');
    for (const { of: range, cached, cells } of references) t.same(cached, cells, range);
  }
  t.same(
    charts[1]?.references[2]?.cached,
    report.counties.map(({ count }) => count),
    'the numbers of the report',
  );
  const { text, figures } = await readPdf((await secretary.get(`${at}.pdf`)).rawPayload);
  for (const part of [/Årsrapport/, /Rogaland/, /Hvor søknadene kommer fra/]) t.match(text, part);
  t.same(
    figures,
    charts.map(({ alt }) => alt),
    'and a figure for each on paper',
  );
  t.same((await secretary.get(`${at}.json`)).json<Report>(), report);
  const addresses = ['', '.pdf', '.xlsx', '.json'].map((ending) => at + ending);
  addresses.push(`/api/v1/editions/${call.year.id}/report`);
  for (const who of [applicant, await call.as('juror@example.no'), await call.as('chair@example.no')])
    for (const address of addresses) t.ok([403, 404].includes((await who.get(address)).statusCode), address);

  const declared = await secretary.post(`/api/v1/nominations/${eigersund.id}/declarations`, {
    answer: 'unsure',
  });
  t.equal(declared.statusCode, 201, declared.body);
  const closed = (await secretary.get(`${at}.json`)).json<Report>();
  t.ok(
    closed.choices.every(({ of: all, options }) => all === 2 && sum(options) === 0),
    'a secretary in conflict gets no count of what is closed',
  );
});

t.test('the nominated and the winner stand in it from the instant at which they are public', async (t) => {
  const site = await playground(t);
  const { db } = site.services;
  const names = ['Ås helsehus', 'Zakken omsorgssenter', 'Fem bydel'];
  const year = await deliberatingYear(db, names, 2025);
  const dates = await datesOf(db, year.id);
  const secretary = await site.as('secretary@example.no');
  const before = addDays(dates.finalists_at, -1);
  const ids = names.slice(0, 2).map((name) => year.nominations[name]);
  await year.send('chair', before, 'decideFinalists', { decision: { finalists: ids, reason: 'Drøftet' } });
  await year.send('chair', before, 'decideWinner', {
    decision: { winner: ids[1], honourableMentions: [], reason: 'Drøftet' },
  });
  await approvedStatements(db, year, names.slice(0, 2), before);
  for (const [kind, publishAt] of [
    ['finalists', dates.finalists_at],
    ['winner', dates.ceremony_at],
  ] as const) {
    const { id, version } = await year.as('secretary', before, (unit) =>
      preparePublication(unit, year.id, { kind, publishAt, texts: { nb: 'Tekst', nn: 'Tekst' } }),
    );
    await year.as('second', before, (unit) => approvePublication(unit, id, { version }));
  }
  const asOf = async (at: Date) => {
    await site.setClock(at);
    return (await secretary.get(`/api/v1/editions/${year.id}/report`)).json<Report>();
  };
  const justBefore = (at: Date) => new Date(at.getTime() - 1);
  t.match(await asOf(justBefore(dates.finalists_at)), { nominated: [], winner: null });
  t.match(await asOf(dates.finalists_at), { nominated: names.slice(0, 2).toReversed(), winner: null });
  t.match(await asOf(justBefore(dates.ceremony_at)), { winner: null });
  t.match(await asOf(dates.ceremony_at), { winner: 'Zakken omsorgssenter', noAward: false });
});

t.test('what changes while it is counted is in all of it or in none', async (t) => {
  const call = await openCall(t);
  const secretary = await call.as('secretary@example.no');
  const applicant = await call.as('applicant@example.no');
  const [leaves] = [await call.sent(applicant, 'Eigersund'), await call.sent(applicant, 'Alver')];
  const ask = async () => (await secretary.get(`/api/v1/editions/${call.year.id}/report`)).json<Report>();
  const numbers = ({ applications, kinds, counties, choices }: Report) => ({
    sent: applications.sent,
    withdrawn: applications.withdrawn,
    kinds: sum(kinds),
    counties: sum(counties),
    choices: [...new Set(choices.map(({ of }) => of))],
  });
  const two = { sent: 2, withdrawn: 0, kinds: 2, counties: 2, choices: [2] };
  // After the applications are counted, and before what they answered is.
  const counted = await meanwhile({ ...call, table: 'submissions' }, ask, async () => {
    const left = await applicant.post(`/api/v1/nominations/${leaves.id}/events`, {
      type: 'withdraw',
      version: leaves.version,
    });
    t.equal(left.statusCode, 200, left.body);
  });
  t.same(numbers(counted), two, 'as it was when it began');
  t.same(numbers(await ask()), { sent: 1, withdrawn: 1, kinds: 1, counties: 1, choices: [1] });
});

t.test('of a year that was cancelled nothing will be public, and the report says so', async (t) => {
  const call = await openCall(t);
  const secretary = await call.as('secretary@example.no');
  const at = `/sekretariat/${call.year.id}/rapport`;
  t.match((await secretary.get(at)).body, /Vinner<\/dt>\s*<dd[^>]*>Ikke offentlig ennå/);
  await call.year.send('secretary', await call.services.clock.now(), 'cancel', { reason: 'Ingen søknader' });
  t.match((await secretary.get(at)).body, /Vinner<\/dt>\s*<dd[^>]*>Prisåret ble avlyst/);
  t.match((await secretary.get(`/api/v1/editions/${call.year.id}/report`)).json(), {
    isCancelled: true,
    winner: null,
  });
  t.match((await secretary.get(at)).body, /Avlyst<\/dd>/, 'nor a ceremony, whatever had been planned');

  const play = await playground(t);
  const planned = await plannedYear(play.services.db);
  await planned.send('secretary', await play.services.clock.now(), 'cancel', { reason: 'Ingen penger' });
  const office = await play.as('secretary@example.no');
  t.match((await office.get(`/api/v1/editions/${planned.id}/report`)).json(), { isCancelled: true });
});
