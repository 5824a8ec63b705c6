/** Leader and partners confirm by a link: who may ask, what the link opens, until when, and what it stands in the way of. */
import t from 'tap';
import { addDays, addMinutes, instant } from '../../../src/platform/clock.ts';
import { updateEdition } from '../../../src/features/editions/commands.ts';
import { openCall } from '../../helpers/applying.ts';
import { htmlProblems } from '../../helpers/html.ts';

const call = await openCall(t, {}, async (year) => {
  await year.as('secretary', instant('2026-04-02T08:00:00Z'), (unit) =>
    updateEdition(unit, year.id, 0, {
      leaderApproval: 'link',
      confirmationDays: 5,
      partnerConfirmation: true,
    }),
  );
});
const { db } = call.services;
const secretary = await call.as('secretary@example.no');
const stranger = await call.as('fremmed@larvik.example');
const leader = {
  kind: 'leader',
  name: 'Lise Leder',
  title: 'kommunedirektør',
  email: 'lise@eigersund.example',
};
const problemOf = (answer: { json(): unknown }) =>
  (answer.json() as { type: string }).type.replace('urn:etikkprisen:problem:', '');
const problemsOf = (answer: { json(): unknown }) =>
  (answer.json() as { errors: { requirement?: string }[] }).errors.map(({ requirement }) => requirement);

/** The address in the last letter to somebody. */
async function linkTo(email: string): Promise<string> {
  const { body } = await db
    .selectFrom('letters')
    .select('body')
    .where('email', '=', email)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return /^\/bekreft\/[\w-]{43}$/m.exec(body)?.[0] ?? `no link in: ${body}`;
}
const seenOn = (page: string) => /name="seen" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? '';
const admit = (id: string, version: number) =>
  secretary.post(`/api/v1/nominations/${id}/events`, { type: 'admit', version });

t.test(
  'asked before sending in, confirmed within the days after the deadline, and only then admitted',
  async (t) => {
    const kari = await call.as('kari@eigersund.example');
    const { id } = await call.draft(kari, 'Eigersund');
    await call.fillIn(kari, id, 'Kanarisvar');
    const confirmations = `/api/v1/nominations/${id}/confirmations`;
    const refused = await kari.post(`/api/v1/nominations/${id}/events`, { type: 'submit', version: 0 });
    t.equal(refused.statusCode, 409);
    t.same(problemsOf(refused), ['leaderAsked']);
    const sendPage = await kari.get(`/soknad/${id}/send-inn`);
    t.match(sendPage.body, `/soknad/${id}/bekreftelser`, 'the checklist leads there');
    t.equal((await stranger.post(confirmations, leader)).statusCode, 404);
    t.equal((await kari.post(confirmations, leader)).statusCode, 200);
    const link = await linkTo(leader.email);
    const letter = await db
      .selectFrom('letters')
      .selectAll()
      .where('email', '=', leader.email)
      .executeTakeFirstOrThrow();
    t.notMatch(letter.body, /Kanarisvar/, 'a letter carries no content (OFF-1)');
    t.notMatch(
      JSON.stringify(await db.selectFrom('confirmations').selectAll().execute()),
      link.slice(-43),
      'only a hash is kept',
    );

    const before = await db.selectFrom('confirmations').selectAll().execute();
    const page = await call.anyone.get(link);
    t.equal(page.statusCode, 200);
    t.same(await htmlProblems(page.body), []);
    t.match(page.body, /Kanarisvar[\s\S]*Lise Leder/, 'the leader reads what is to be approved');
    t.same(await db.selectFrom('confirmations').selectAll().execute(), before, 'a GET changes nothing');

    await call.submit(kari, id);
    await call.setClock(addDays(call.dates.closes_at, 3));
    t.same(problemsOf(await admit(id, 1)), ['leaderConfirmed']);
    t.match((await secretary.get(`/sekretariat/soknad/${id}`)).body, /Venter på svar/);
    const open = await call.anyone.get(link);
    const answer = {
      answer: 'confirmed',
      name: 'Lise Leder',
      title: 'kommunedirektør',
      seen: seenOn(open.body),
    };
    const empty = await call.anyone.post(link, { seen: answer.seen, name: '' });
    t.equal(empty.statusCode, 422);
    t.same(await htmlProblems(empty.body), []);
    t.equal(
      (await call.anyone.post(link, { ...answer, seen: 'a'.repeat(64) })).statusCode,
      409,
      'not what was shown',
    );
    const done = await call.anyone.post(link, answer);
    t.equal(done.statusCode, 303, done.body);
    t.match((await call.anyone.get(link)).body, /Takk! Du har bekreftet/);
    t.notMatch(
      (await call.anyone.get(link)).body,
      /Kanarisvar/,
      'once answered, the link opens nothing more',
    );
    t.equal((await call.anyone.post(link, answer)).statusCode, 409, 'an answer is given once');
    t.match((await kari.get(confirmations)).json(), {
      confirmations: [{ kind: 'leader', state: 'confirmed', answeredName: 'Lise Leder' }],
    });
    t.match((await secretary.get(confirmations)).json(), { confirmations: [{ state: 'confirmed' }] });
    t.equal((await stranger.get(confirmations)).statusCode, 404);
    const log = await db.selectFrom('audit_events').select('event').where('subject_id', '=', id).execute();
    t.ok(
      log.some(({ event }) => event === 'confirm'),
      'it stands in the record',
    );
    const letters = await db
      .selectFrom('letters')
      .select('template')
      .where('email', '=', 'kari@eigersund.example')
      .execute();
    t.ok(letters.some(({ template }) => template === 'confirmationAnswered'));
    t.equal((await admit(id, 1)).statusCode, 200);
    await t.rejects(
      db.updateTable('confirmations').set({ answered_name: 'En annen' }).execute(),
      /an answer is not changed/,
    );
    await t.rejects(db.deleteFrom('confirmations').execute(), /permission denied/);
    await call.setClock(call.during);
  },
);

t.test('a new link takes the place of the old; too late is too late, to the millisecond', async (t) => {
  const ola = await call.as('ola@modum.example');
  const { id } = await call.draft(ola, 'Modum');
  await call.fillIn(ola, id);
  const confirmations = `/api/v1/nominations/${id}/confirmations`;
  const mine = { ...leader, email: 'leder@modum.example' };
  await ola.post(confirmations, mine);
  const first = await linkTo(mine.email);
  await call.setClock(addMinutes(call.during, 1));
  await ola.post(confirmations, mine);
  const second = await linkTo(mine.email);
  t.not(second, first);
  t.equal((await call.anyone.get(first)).statusCode, 404, 'the old link is as if it had never been');
  t.equal(
    (await call.anyone.post(first, { answer: 'confirmed', name: 'X', seen: 'a'.repeat(64) })).statusCode,
    404,
  );
  const seen = seenOn((await call.anyone.get(second)).body);
  await call.fillIn(ola, id, 'Endret');
  const stale = await call.anyone.post(second, { answer: 'confirmed', name: 'Leder', seen });
  t.equal(stale.statusCode, 409, 'the draft changed since it was shown');
  await call.submit(ola, id);
  const late = addDays(call.dates.closes_at, 5);
  await call.setClock(late);
  const answer = { answer: 'confirmed', name: 'Leder', seen: seenOn((await call.anyone.get(second)).body) };
  t.equal((await call.anyone.post(second, { ...answer, seen: 'a'.repeat(64) })).statusCode, 409);
  t.match((await call.anyone.get(second)).body, /Fristen for å bekrefte gikk ut/);
  t.equal(problemOf(await ola.post(confirmations, mine)), 'nomination/deadline-passed');
  const justBefore = instant(late.getTime() - 1);
  await call.setClock(justBefore);
  const shown = seenOn((await call.anyone.get(second)).body);
  const declined = await call.anyone.post(second, { answer: 'declined', name: 'Leder', seen: shown });
  t.equal(declined.statusCode, 303);
  t.same(problemsOf(await admit(id, 1)), ['leaderConfirmed'], 'a no is no confirmation');
  const again = await ola.post(confirmations, { ...mine, email: 'ny@modum.example' });
  t.equal(again.statusCode, 200, 'one may ask anew');
  const third = await linkTo('ny@modum.example');
  await ola.post(`/api/v1/nominations/${id}/events`, { type: 'withdraw', version: 1 });
  t.match((await call.anyone.get(third)).body, /ferdig behandlet eller trukket/);
  t.notMatch((await call.anyone.get(third)).body, /Endret:/, 'a withdrawn application is read by nobody');
  await call.setClock(call.during);
});

t.test(
  'an identity number gets into no name or title, of who is asked or of who answers (GDPR-1)',
  async (t) => {
    const number = '01819012608';
    const nina = await call.as('nina@sola.example');
    const { id } = await call.draft(nina, 'Sola');
    const mine = { ...leader, email: 'leder@sola.example' };
    const url = `/api/v1/nominations/${id}/confirmations`;
    for (const field of ['name', 'title']) {
      const refused = await nina.post(url, { ...mine, [field]: `Lise ${number}` });
      t.match([refused.statusCode, refused.json()], [422, { errors: [{ field }] }], field);
    }
    const page = await nina.post(`/soknad/${id}/bekreftelser`, {
      at: 0,
      kind: 'leader',
      'name-0': `Lise ${number}`,
      'title-0': 'Sjef',
      'email-0': mine.email,
    });
    t.equal(page.statusCode, 422);
    t.match(page.body, /href="#[^"]*name-0"/, 'the summary leads to the field');
    t.match(page.body, `value="Lise ${number}"`, 'what was typed is kept');
    t.equal((await nina.post(url, mine)).statusCode, 200);
    const link = await linkTo(mine.email);
    const seen = seenOn((await call.anyone.get(link)).body);
    const answer = await call.anyone.post(link, { answer: 'confirmed', name: number, seen });
    t.equal(answer.statusCode, 422);
    const letters = await db.selectFrom('letters').select('body').execute();
    t.notMatch(JSON.stringify(letters), number);
  },
);

t.test('partners of a cooperation: each confirms, and sees nothing of the application', async (t) => {
  const eva = await call.as('eva@innlandet.example');
  const { id } = await call.draft(eva, 'USHT Innlandet', {
    kind: 'cooperation',
    partners: ['Løten kommune', 'Stange kommune'],
  });
  await call.fillIn(eva, id, 'Hemmelig');
  const here = `/soknad/${id}/bekreftelser`;
  const page = await eva.get(here);
  t.same(await htmlProblems(page.body), []);
  t.match(page.body, /Løten kommune[\s\S]*Stange kommune/);
  const form = (at: number, kind: string, organisation: string, name: string, email: string) =>
    eva.post(here, {
      at,
      kind,
      organisation,
      [`name-${at}`]: name,
      [`title-${at}`]: '',
      [`email-${at}`]: email,
    });
  const bad = await form(1, 'partner', 'Løten kommune', 'Per', 'nei');
  t.equal(bad.statusCode, 422);
  t.match(bad.body, /value="Per"/, 'what was typed is kept');
  const ask = (organisation: string, email: string) => form(1, 'partner', organisation, 'Partner', email);
  t.equal((await ask('Løten kommune', 'per@loten.example')).statusCode, 303);
  t.equal((await ask('Oslo', 'x@oslo.example')).statusCode, 404, 'no partner of theirs');
  await form(0, 'leader', '', 'Lise Leder', 'sjef@innlandet.example');
  const refused = await eva.post(`/api/v1/nominations/${id}/events`, { type: 'submit', version: 0 });
  t.match(refused.json(), { errors: [{ requirement: 'partnersAsked', message: /Stange kommune/ }] });
  await ask('Stange kommune', 'siv@stange.example');
  await call.submit(eva, id);
  for (const email of ['per@loten.example', 'siv@stange.example', 'sjef@innlandet.example']) {
    const link = await linkTo(email);
    const shown = (await call.anyone.get(link)).body;
    if (!email.startsWith('sjef')) t.notMatch(shown, /Hemmelig/, 'a partner does not read the application');
    const sent = await call.anyone.post(link, { answer: 'confirmed', name: 'Noen', seen: seenOn(shown) });
    t.equal(sent.statusCode, 303);
  }
  await call.fillIn(eva, id, 'Omskrevet');
  await call.submit(eva, id, 1);
  t.match((await eva.get(here)).body, /Søknaden er endret etter at den ble bekreftet/);
  await call.setClock(addDays(call.dates.closes_at, 1));
  t.match((await secretary.get(`/sekretariat/soknad/${id}`)).body, /endret etter at den ble bekreftet/);
  t.equal((await admit(id, 2)).statusCode, 200, 'it is confirmed all the same');
  await call.setClock(call.during);
});

t.test('by default nobody is asked: a tick with name and title is enough', async (t) => {
  const plain = await openCall(t);
  const person = await plain.as('kari@eigersund.example');
  const sent = await plain.sent(person);
  t.same((await person.get(`/api/v1/nominations/${sent.id}/confirmations`)).json().confirmations, []);
  t.notMatch((await person.get(`/soknad/${sent.id}`)).body, /bekreftelser/);
  const ask = await person.post(`/api/v1/nominations/${sent.id}/confirmations`, leader);
  t.equal(ask.statusCode, 404);
  const boss = await plain.as('secretary@example.no');
  await plain.setClock(addDays(plain.dates.closes_at, 1));
  const admitted = await boss.post(`/api/v1/nominations/${sent.id}/events`, { type: 'admit', version: 1 });
  t.equal(admitted.statusCode, 200);
});
