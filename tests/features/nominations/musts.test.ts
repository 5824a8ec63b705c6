/** The formal check beside what the form demands (issue 5 §1): each must, and whether it is there, with the way to the answer. */
import pg from 'pg';
import t from 'tap';
import { addDays } from '../../../src/platform/clock.ts';
import { openCall } from '../../helpers/applying.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { taken } from '../../helpers/samples.ts';

const must = {
  nb: { name: 'Forankret', description: 'Ledelsen står bak.' },
  nn: { name: 'Forankra', description: 'Leiinga står bak.' },
};
const call = await openCall(t, {}, (year) =>
  year.as('secretary', new Date('2026-04-02T08:00:00Z'), async ({ trx }) => {
    const { id } = await trx
      .insertInto('criteria')
      .values({ edition_id: year.id, position: 90, kind: 'must', texts: JSON.stringify(must) })
      .returning('id')
      .executeTakeFirstOrThrow();
    await trx
      .updateTable('questions')
      .set({ criterion_id: id })
      .where('edition_id', '=', year.id)
      .where('section', '=', 'approval')
      .execute();
  }),
);
const applicant = await call.as('soker@modum.example');
const secretary = await call.as('secretary@example.no');
const { id } = await call.sent(applicant, 'Modum', { files: [taken.pdf] });
const page = `/sekretariat/soknad/${id}`;
const plain = (body: string) => body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
/** What the list says: whether it is there, and of what. */
const mustsOf = (body: string) =>
  [
    ...(body.match(/<ul class="ep-checklist">[\s\S]*?<\/ul>/)?.[0] ?? '').matchAll(
      /<li data-met="(\w+)">([\s\S]*?)<\/li>/g,
    ),
  ].map(([, met, words = '']) => `${met}: ${plain(words).trim()}`);

t.test('what is all there', async (t) => {
  await call.setClock(addDays(call.dates.closes_at, 1));
  const { body, statusCode } = await secretary.get(page);
  t.equal(statusCode, 200);
  t.same(await htmlProblems(body), []);
  const lines = mustsOf(body);
  t.match(lines[0], /^yes: .*Minstekrav: Forankret Ledelsen står bak\.$/);
  t.match(lines[1], /^yes: .*Alle \d+ spørsmål som må besvares, er besvart$/);
  t.match(lines[2], /^yes: .*Ingen svar er lengre enn skjemaet tillater$/);
  t.match(lines[3], /^yes: .*Sendt inn før fristen .*23\.59/);
  t.match(lines[4], /^yes: .*Vedlegget kan åpnes$/);
  t.equal(lines.length, 5);
  const [, anchor = 'none'] = /href="#(sendt-[^"]+)"/.exec(body) ?? [];
  t.ok(body.includes(`id="${anchor}"`), 'the way leads to the answer');
  t.match(plain(body), /Hvem som kan søke/);

  const nynorsk = await secretary.get(`${page}?lang=nn`, { 'accept-language': 'nn' });
  t.match(nynorsk.statusCode, 200);
  for (const who of [applicant, await call.as('juror@example.no'), call.anyone])
    t.ok([302, 303, 401, 403, 404].includes((await who.get(page)).statusCode), 'for the secretariat alone');
});

t.test('what is not: read in what was sent in, each by its name', async (t) => {
  const admin = new pg.Client({ connectionString: call.adminUrl });
  await admin.connect();
  t.teardown(() => admin.end());
  await admin.query('set session_replication_role = replica');
  // As one that came outside of the form: a question open, another far too long, and after the deadline.
  const questions = await call.services.db
    .selectFrom('questions')
    .select(['id', 'word_limit'])
    .where('edition_id', '=', call.year.id)
    .where('required', '=', true)
    .orderBy('position')
    .execute();
  const open = questions.find(({ word_limit }) => word_limit === null)!;
  const long = questions.find(({ word_limit }) => word_limit !== null)!;
  const set = (question: string, value: string) =>
    admin.query(
      `update submissions set rendered = jsonb_set(rendered, '{answers}', (select jsonb_agg(case when a->>'question' = $2
        then jsonb_set(a, '{value}', to_jsonb($3::text)) else a end) from jsonb_array_elements(rendered->'answers') a))
      where nomination_id = $1`,
      [id, question, value],
    );
  await set(open.id, ' ');
  await set(long.id, 'ord '.repeat(long.word_limit! + 7));
  await admin.query(`update nominations set first_submitted_at = $2 where id = $1`, [
    id,
    call.dates.closes_at,
  ]);
  const { body } = await secretary.get(page);
  t.same(await htmlProblems(body), []);
  const lines = mustsOf(body).filter((line) => line.startsWith('no'));
  t.equal(lines.length, 3, lines.join('\n'));
  t.match(lines[0], /Ikke besvart: «/);
  t.match(lines[1], new RegExp(`har ${long.word_limit! + 7} ord\\. Grensen er ${long.word_limit}\\.`));
  t.match(lines[2], /Ikke sendt inn før fristen/);
  for (const { id: question } of [open, long]) {
    t.ok(body.includes(`href="#sendt-${question}"`));
    t.ok(body.includes(`id="sendt-${question}"`));
  }
  t.match(body, /Godkjenn for vurdering/, 'nothing of it decides: that is for whoever reads it');
});
