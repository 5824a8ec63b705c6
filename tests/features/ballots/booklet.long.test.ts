/** The longest booklet that a jury can be given, and nobody else waits for it. */
import pg from 'pg';
import t from 'tap';
import { fetchBooklet, readBooklet } from '../../helpers/booklet.ts';
import { canary, declareAll, judgingYear } from '../../helpers/jury-year.ts';

t.test('fifty long applications, while others get their answers', { timeout: 300_000 }, async (t) => {
  const names = Array.from({ length: 50 }, (_, index) => `Kommune ${String(index + 1).padStart(2, '0')}`);
  const year = await judgingYear(t, names);
  await declareAll(year, {}, ['liv']);
  // As long as the form lets them be; sent in as they are.
  const admin = new pg.Client({ connectionString: year.adminUrl });
  await admin.connect();
  await admin.query('set session_replication_role = replica');
  await admin.query(`update submissions set rendered = jsonb_set(rendered::jsonb, '{answers}', (
    select jsonb_agg(case when a->>'kind' = 'tick' then a
      else jsonb_set(a, '{value}', to_jsonb((a->>'value') || repeat(' Vi drøfter etikk hver uke.', 200))) end)
    from jsonb_array_elements(rendered::jsonb->'answers') a))`);
  await admin.end();
  const asking = { done: false, longest: 0 };
  const waiting = (async () => {
    while (!asking.done) {
      const before = performance.now();
      if ((await year.clients.nina.get('/jury')).statusCode !== 200) t.fail('somebody else got no answer');
      asking.longest = Math.max(asking.longest, performance.now() - before);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  const before = performance.now();
  const answer = await fetchBooklet(year, 'liv');
  const took = performance.now() - before;
  asking.done = true;
  await waiting;
  t.equal(answer.statusCode, 200);
  const { pdf, pages, text } = await readBooklet(answer.rawPayload);
  t.comment(
    `${pages.length} pages, ${answer.rawPayload.length} bytes, ${Math.round(took)} ms; others ${Math.round(asking.longest)} ms`,
  );
  for (const name of names) t.match(text, canary(name).replaceAll(' ', ''));
  t.equal((await pdf.getOutline()).length, 51);
  t.ok(asking.longest < took / 2, 'nobody waits for all of it');
  t.same(year.errors, []);
});
