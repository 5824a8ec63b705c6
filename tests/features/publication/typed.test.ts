/** What was typed for a publication is never lost: not when something it needs is gone meanwhile, nor when another was first. */
import t from 'tap';
import { toldYear } from '../../helpers/told-year.ts';

t.test('a refusal keeps both texts', async (t) => {
  const w = await toldYear(t);
  const { db, year, dates, secretary, second, ids } = w;
  const page = `/sekretariat/${year.id}/offentliggjoring`;
  const form = {
    kind: 'finalists',
    release: 'moment',
    publishAt: dates.finalists_at.toISOString().slice(0, 10),
    publishAtTime: '12:00',
    nb: 'Lang tekst på bokmål.',
    nn: 'Lang tekst på nynorsk.',
  };
  await db
    .updateTable('statements')
    .set({ approved_by: null, approved_at: null })
    .where('nomination_id', '=', ids[0]!)
    .execute();
  const missing = await secretary.post(page, form);
  t.equal(missing.statusCode, 409);
  for (const name of ['nb', 'nn'] as const)
    t.match(missing.body, new RegExp(`<textarea[^>]*name="${name}"[^>]*>\\s*${form[name]}`), 'in the form');

  const chair = (
    await db
      .selectFrom('people')
      .select('id')
      .where('email', '=', 'chair@example.no')
      .executeTakeFirstOrThrow()
  ).id;
  await db
    .updateTable('statements')
    .set({ approved_by: chair, approved_at: w.now })
    .where('nomination_id', '=', ids[0]!)
    .execute();
  const first = await second.post(page, { ...form, nb: 'Den andres.', nn: 'Den andre sin.' });
  t.equal(first.statusCode, 303, first.body);
  const late = await secretary.post(page, form);
  t.equal(late.statusCode, 409);
  t.match(
    late.body,
    /Det du skrev[\s\S]*Lang tekst på bokmål\.[\s\S]*Lang tekst på nynorsk\./,
    'to be copied',
  );
});
