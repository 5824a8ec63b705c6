/** Who must have read a mailing before it goes does not hang on what its writer says that it is about (issue 5 §2). */
import { parseHTML } from 'linkedom';
import t from 'tap';
import { addMinutes } from '../../../src/platform/clock.ts';
import { problemOf, toldYear } from '../../helpers/told-year.ts';

const text = { subject: 'Nytt om søknaden', body: 'Dere er ikke nominert.' };
const texts = { nb: text, nn: text };
const to = (...states: string[]) => ({ audience: 'applications', states });
const idOf = (answer: { json(): unknown }) => (answer.json() as { id: string }).id;

t.test('while the jury has chosen and it is not public, nobody writes to applicants alone', async (t) => {
  const w = await toldYear(t);
  const send = (id: string, who = w.secretary) => w.event(id, { type: 'send' }, who);
  const plain = idOf(await w.write({ about: null, texts, recipients: to('withJury') }));
  t.equal(problemOf(await send(plain)), 'process/same-person');
  const marked = { audience: 'marked', nominations: [w.year.nominations['Aasen bofellesskap']] };
  const few = idOf(await w.write({ about: null, texts, recipients: marked }));
  t.equal(problemOf(await send(few)), 'process/same-person', 'nor to those marked in the table');
  const sendAt = addMinutes(w.now, 60).toISOString();
  t.equal(problemOf(await w.event(few, { type: 'schedule', sendAt }, w.secretary)), 'process/same-person');
  await t.rejects(
    w.db
      .updateTable('letter_batches')
      .set({ sent_by: w.year.people.secretary.personId, sent_at: w.now })
      .where('id', '=', plain)
      .execute(),
    /two people must have read/,
  );
  const page = await w.secretary.get(`/sekretariat/${w.year.id}/utsendinger/${plain}`);
  t.match(page.body, /En annen enn du som skrev den/);
  t.match((await w.leader.get(`/api/v1/letter-batches/${plain}`)).json(), { needsTwo: true, maySend: true });
  const asked = await w.db
    .selectFrom('letters')
    .select('email')
    .where('template', '=', 'batchToApprove')
    .execute();
  t.ok(
    asked.some(({ email }) => email === 'leader@example.no'),
    'and whoever may send it is told',
  );
  t.same((await send(plain, w.leader)).json(), { letters: 4 });

  const jurors = { audience: 'jurors', jurors: 'all' };
  const toJury = idOf(await w.write({ about: null, texts, recipients: jurors }));
  t.equal((await send(toJury)).statusCode, 200, 'the jury knows what it has chosen');
});

t.test('what was set before the choice by its writer does not go after it', async (t) => {
  const w = await toldYear(t);
  await w.tell();
  await w.answer(w.ids[0]!, 'declined', { reason: 'Vi vil ikke' });
  const id = idOf(await w.write({ about: null, texts, recipients: to('withJury') }));
  const at = addMinutes(w.now, 60);
  const set = await w.event(id, { type: 'schedule', sendAt: at.toISOString() }, w.secretary);
  t.equal(set.statusCode, 200, set.body);
  const asked = async () =>
    (
      await w.db
        .selectFrom('letters')
        .select('email')
        .where('template', '=', 'batchToApprove')
        .where('body', 'like', `%${id}%`)
        .execute()
    )
      .map(({ email }) => email)
      .toSorted();
  t.same(await asked(), [], 'nobody has to read it along yet');
  await w.decide([w.ids[1]!, w.ids[2]!, w.year.nominations['Aasen bofellesskap']!]);
  t.same(
    await asked(),
    ['leader@example.no', 'second@example.no'],
    'with the choice somebody has, and is told',
  );
  await w.due(at);
  t.match((await w.secretary.get(`/api/v1/letter-batches/${id}`)).json(), {
    state: 'prepared',
    heldBack: 'right',
  });
});

t.test('those whom a decision has been taken for are always written to by two', async (t) => {
  const w = await toldYear(t);
  await (await w.publish()).approve();
  const after = addMinutes(w.dates.finalists_at, 1);
  await w.due(after);
  await w.setClock(after);
  const send = (id: string) => w.event(id, { type: 'send' }, w.secretary);
  for (const state of ['rejected', 'nominated', 'notSelected', 'winner', 'honourableMention']) {
    const id = idOf(await w.write({ about: null, texts, recipients: to('withdrawn', state) }));
    t.equal(problemOf(await send(id)), 'process/same-person', state);
  }
  const marked = { audience: 'marked', nominations: [w.ids[0]] };
  t.equal(
    problemOf(await send(idOf(await w.write({ about: null, texts, recipients: marked })))),
    'process/same-person',
  );
  const others = idOf(await w.write({ about: null, texts, recipients: to('withdrawn') }));
  t.equal(problemOf(await send(others)), 'process/not-now', 'to nobody; but nobody else is asked for');
});

t.test('what tells of a decision cannot be made to tell of none', async (t) => {
  const w = await toldYear(t);
  const written = { title: 'Svar', about: 'other', texts, recipients: to('withJury') };
  const id = idOf(await w.write(written));
  const answer = await w.secretary.send('PUT', `/api/v1/letter-batches/${id}`, {
    ...written,
    about: null,
    version: 0,
  });
  t.equal(answer.statusCode, 422);
  t.match(answer.json(), { errors: [{ field: 'about', message: /Forkast den/ }] });
  await t.rejects(
    w.db.updateTable('letter_batches').set({ about: null }).where('id', '=', id).execute(),
    /goes on doing so/,
  );
});

t.test('whether it tells of a decision has to be said; what was typed stays', async (t) => {
  const w = await toldYear(t);
  const form = `/sekretariat/${w.year.id}/utsendinger/ny`;
  const { document } = parseHTML((await w.secretary.get(form)).body);
  const radios = [...document.querySelectorAll('input[name="about"]')];
  t.ok(radios.length > 3);
  t.notOk(radios.some((one) => one.hasAttribute('checked')));
  const typed = {
    title: 'Til søkerne',
    audience: 'applications',
    states: 'withJury',
    'texts.nb.subject': 'Et emne',
    'texts.nb.body': 'Det jeg skrev',
    'texts.nn.subject': 'Eit emne',
    'texts.nn.body': 'Det eg skreiv',
  };
  const refused = await w.secretary.post(form, typed);
  t.equal(refused.statusCode, 422);
  t.match(refused.body, /Forteller e-posten om et vedtak\?[\s\S]*Det jeg skrev/);
  t.match(refused.body, /id="field-about-group-error"/);
  t.equal((await w.secretary.post(form, { ...typed, about: 'none' })).statusCode, 303);
});
