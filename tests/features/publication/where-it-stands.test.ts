/** Held back, taken down, waiting for a second reader: every page says so, and somebody has it as a task (issue 5 §1 and §3). */
import t from 'tap';
import { addMinutes, fixedClock } from '../../../src/platform/clock.ts';
import { mailboxMailer } from '../../../src/platform/mail/mailer.ts';
import { sendLetter } from '../../../src/features/correspondence/sender.ts';
import { formatDate } from '../../../src/ui/text/format.ts';
import { applyDue } from '../../../src/features/due.ts';
import { ceremonyYear } from '../../helpers/ceremony-year.ts';
import { playground, type Client } from '../../helpers/client.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { toldYear } from '../../helpers/told-year.ts';

const tasksOf = async (who: Client): Promise<string[]> =>
  (await who.get('/api/v1/me')).json<{ waiting: { kind: string }[] }>().waiting.map(({ kind }) => kind);

t.test('a winner who is held back is somebody’s task, and the overview says what it waits for', async (t) => {
  const site = await playground(t);
  const { year, winnerId, winnerVersion, ceremony, latest } = await ceremonyYear(site.services.db);
  await site.setClock(ceremony);
  const secretary = await site.as('secretary@example.no');
  const leader = await site.as('leader@example.no');
  const overview = async () => (await secretary.get(`/sekretariat/${year.id}`)).body;
  t.match(await overview(), 'Alt er forberedt. Det blir offentlig av seg selv');
  t.notOk((await tasksOf(secretary)).includes('announceHeld'));
  const held = await secretary.post(`/sekretariat/${year.id}/offentliggjoring/${winnerId}/hold`, {
    version: winnerVersion,
    til: 'seremoni',
  });
  t.equal(held.statusCode, 303);
  await site.setClock(addMinutes(latest, 60));
  t.match(await overview(), /vinneren er holdt tilbake: Den blir offentlig bare når noen kunngjør/);
  t.same(await htmlProblems(await overview()), []);
  for (const who of [secretary, leader]) t.ok((await tasksOf(who)).includes('announceHeld'));
  t.notOk((await tasksOf(await site.as('juror@example.no'))).includes('announceHeld'));
});

t.test('what is taken down: said beforehand, on every page, and a correction is asked for', async (t) => {
  const site = await playground(t);
  const { db, log } = site.services;
  const { year, latest } = await ceremonyYear(db);
  const after = addMinutes(latest, 5);
  await applyDue({ db, log }, after);
  await site.setClock(after);
  const [secretary, juror] = await Promise.all(
    ['secretary', 'juror'].map((who) => site.as(`${who}@example.no`)),
  );
  t.match(await tasksOf(secretary!), ['archive']);
  const { id, version, publish_at } = await db
    .selectFrom('publications')
    .selectAll()
    .where('kind', '=', 'finalists')
    .executeTakeFirstOrThrow();
  const front = async (lang = '') => (await site.anyone.get(lang || '/')).body;
  t.match(
    await front(),
    new RegExp(`De nominerte offentliggjøres[\\s\\S]{0,200}${formatDate(publish_at, 'nb')}`),
  );
  t.notMatch(await front(), 'etter planen', 'they are out');
  const takeDown = `/sekretariat/${year.id}/offentliggjoring/${id}/ta-ned`;
  t.match((await secretary!.get(takeDown)).body, 'Vinneren blir tatt ned samtidig');
  const done = await secretary!.post(takeDown, {
    version,
    reason: 'Feil navn',
    nb: 'Vi retter et navn.',
    nn: 'Vi rettar eit namn.',
  });
  t.equal(done.statusCode, 303, done.body);
  await site.setClock(addMinutes(after, 5));
  for (const [path, notice] of [
    ['/', 'Vi retter et navn.'],
    ['/nn', 'Vi rettar eit namn.'],
    [`/prisen/${year.year}`, 'Vi retter et navn.'],
  ] as const) {
    const { body } = await site.anyone.get(path);
    t.match(body, notice, path);
    t.match(body, /Under retting/, path);
    t.notMatch(body, /Fagjuryen vurderer \(|etter planen|Gratulerer/, path);
    t.same(await htmlProblems(body), []);
  }
  const tasks = await tasksOf(secretary!);
  t.ok(tasks.includes('prepareCorrection'));
  t.notOk(tasks.includes('archive'), 'the year is not at its end');
  t.notOk((await tasksOf(juror!)).includes('prepareCorrection'));
  t.match((await secretary!.get(`/api/v1/editions/${year.id}/ceremony`)).json(), {
    announcement: { state: 'takenDown' },
  });
});

t.test(
  'a letter that two must read is the other one’s task; nothing is prepared before all have agreed',
  async (t) => {
    const w = await toldYear(t);
    t.notOk((await tasksOf(w.leader)).includes('approveLetters'));
    const text = { subject: 'I fortrolighet', body: 'Hei {navn}' };
    const made = await w.write({
      title: 'Til de nominerte',
      recipients: { audience: 'nominated' },
      about: 'confidence',
      texts: { nb: text, nn: text },
    });
    t.equal(made.statusCode, 201, made.body);
    t.ok((await tasksOf(w.leader)).includes('approveLetters'));
    t.notOk((await tasksOf(w.secretary)).includes('approveLetters'), 'not of whoever wrote it');
    t.ok((await tasksOf(w.secretary)).includes('prepareFinalists'), 'nobody has been asked yet');
    await w.tell();
    t.notOk((await tasksOf(w.secretary)).includes('prepareFinalists'));
    for (const one of w.ids) await w.answer(one, 'agreed');
    t.ok((await tasksOf(w.secretary)).includes('prepareFinalists'));
  },
);

t.test(
  'a letter about the winner, too, waits for a second reader, when the year has had its outcome',
  async (t) => {
    const site = await playground(t);
    const { db, log } = site.services;
    const { year, latest } = await ceremonyYear(db);
    await applyDue({ db, log }, latest);
    await site.setClock(addMinutes(latest, 5));
    const [secretary, leader] = await Promise.all(
      ['secretary', 'leader'].map((who) => site.as(`${who}@example.no`)),
    );
    const text = { subject: 'Takk', body: 'Hei {navn}' };
    const made = await secretary!.post(`/api/v1/editions/${year.id}/letter-batches`, {
      title: 'Etter utdelingen',
      recipients: { audience: 'applications', states: ['winner'] },
      about: 'winner',
      texts: { nb: text, nn: text },
    });
    t.equal(made.statusCode, 201, made.body);
    t.ok((await tasksOf(leader!)).includes('approveLetters'));
  },
);

t.test('the mail server was away over the publication: nothing goes in confidence any more', async (t) => {
  const w = await toldYear(t);
  await w.tell();
  for (const one of w.ids) await w.answer(one, 'agreed');
  await (await w.publish()).approve();
  const after = addMinutes(w.dates.finalists_at, 1);
  await w.due(after);
  const mailer = mailboxMailer();
  const send = sendLetter({ db: w.db, mailer, clock: fixedClock(after), config: w.services.config });
  const waiting = await w.db
    .selectFrom('letters')
    .select(['id', 'template'])
    .where('state', '=', 'queued')
    .where('template', 'in', ['batch', 'finalist'])
    .execute();
  for (const { id } of waiting) await send({ letterId: id }, { attempt: 1, last: false });
  const became = async (template: string) =>
    new Set(
      (
        await w.db.selectFrom('letters').select(['state', 'error']).where('template', '=', template).execute()
      ).map(({ state, error }) => error ?? state),
    );
  t.same(await became('batch'), new Set(['outdated']));
  t.same(await became('finalist'), new Set(['sent']), 'the letter of the publication does');
});
