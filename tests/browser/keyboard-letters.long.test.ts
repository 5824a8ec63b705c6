/** Letters and the call without a mouse: a letter's words, a batch, one that waits, reminders, the list of the call, questions and answers. */
import t from 'tap';
import { osloInstant } from '../../src/platform/clock.ts';
import { openCall } from '../helpers/applying.ts';
import { choose, follow, press, rewrite, write, writeNoon } from '../helpers/keyboard.ts';
import { asLongAsAPerson, button, keysAlone, linkTo, said } from '../helpers/keys-alone.ts';

const call = await openCall(t);
const { db } = call.services;
const applicant = await call.as('applicant@example.no');
await call.sent(applicant, 'Alver');
await call.draft(applicant, 'Halden');
const { at } = await keysAlone(t, call);
const secretary = 'secretary@example.no';
const edition = `/sekretariat/${call.year.id}`;
const text = (name: string) => `[name="texts.${name}"]`;

t.test('the words of a letter: seen as they become, then kept', async (t) => {
  await at(t, secretary, `${edition}/brevtekster`, async (page) => {
    await follow(page, linkTo(page, 'Påminnelse om fristen'));
    await rewrite(page, text('nb.subject'), 'Husk fristen, {organisasjon}');
    await rewrite(page, text('nb.body'), 'Dere har til {frist}.');
    await rewrite(page, text('nn.subject'), 'Hugs fristen, {organisasjon}');
    await rewrite(page, text('nn.body'), 'De har til {frist}.');
    await follow(page, button(page, 'Se hvordan den blir'));
    t.match(await page.locator('#forhandsvisning').innerText(), /Husk fristen, (Alver|Halden)/);
    t.same(await db.selectFrom('letter_texts').select('letter').execute(), [], 'nothing is kept by looking');
    await follow(page, button(page, 'Lagre'));
    t.match(await said(page), /Teksten er lagret/);
  });
  t.match(await db.selectFrom('letter_texts').selectAll().executeTakeFirstOrThrow(), {
    letter: 'draftReminder',
    texts: { nb: { subject: 'Husk fristen, {organisasjon}', body: 'Dere har til {frist}.' } },
  });
});

const batch = (title: string) =>
  db.selectFrom('letter_batches').selectAll().where('title', '=', title).executeTakeFirstOrThrow();
const words = {
  'texts.nb.subject': 'Om {organisasjon}',
  'texts.nb.body': 'Hei, {navn}. Fristen er {frist}.',
  'texts.nn.subject': 'Om {organisasjon}',
  'texts.nn.body': 'Hei, {navn}. Fristen er {frist}.',
};

t.test('a batch: to whom, as each will have it, and sent', async (t) => {
  await at(t, secretary, `${edition}/utsendinger`, async (page) => {
    await follow(page, linkTo(page, 'Skriv en utsending'));
    await write(page, { title: 'Om utkastet' });
    await choose(page, '[name="states"][value="draft"]');
    await choose(page, '[name="about"][value="none"]');
    await write(page, words);
    await follow(page, button(page, 'Lagre og se mottakerne'));
    t.match(await said(page), /1 får e-posten/);
    await follow(page, page.locator('#mottakere a'));
    t.match(await page.locator('#forhandsvisning').innerText(), /Om Halden/);
    t.equal((await batch('Om utkastet')).sent_at, null);
    await follow(page, button(page, 'Send 1 e-post'));
    t.match(await said(page), /1 e-post er lagt i kø\./);
  });
  const letters = db.selectFrom('letters').select(['email', 'subject']);
  t.same(await letters.where('batch_id', '=', (await batch('Om utkastet')).id).execute(), [
    { email: 'applicant@example.no', subject: 'Om Halden' },
  ]);
});

t.test('a batch that goes by itself at its moment, and is stopped', async (t) => {
  await at(t, secretary, `${edition}/utsendinger/ny`, async (page) => {
    await write(page, { title: 'Om søknaden' });
    await choose(page, '[name="states"][value="submitted"]');
    await choose(page, '[name="about"][value="none"]');
    await write(page, words);
    await follow(page, button(page, 'Lagre og se mottakerne'));
    await press(page, page.locator('main summary', { hasText: 'Send på et bestemt tidspunkt' }));
    await writeNoon(page, 'sendAt', 10, call.year.year);
    await follow(page, button(page, 'Sett tidspunktet'));
    const moment = osloInstant(`${call.year.year}-10-10`, '12:00');
    t.same((await batch('Om søknaden')).send_at, moment);
    await follow(page, button(page, 'Stopp utsendingen'));
    t.match(await batch('Om søknaden'), { send_at: null, sent_at: null });
  });
});

t.test('of the reminders to come one is stopped, let go again, and sent now', async (t) => {
  const orders = () => db.selectFrom('reminder_orders').select(['kind', 'goes_at']).execute();
  await at(t, secretary, `${edition}/paminnelser`, async (page) => {
    const first = page.locator('#paminnelse-0');
    await press(page, first.locator('summary', { hasText: 'Stopp denne' }));
    await rewrite(page, first.locator('textarea'), 'Vi ringer i stedet.');
    await follow(page, first.getByRole('button', { name: 'Stopp påminnelsen' }));
    t.match(await said(page), /Påminnelsen er stoppet\./);
    t.same(await orders(), [{ kind: 'drafts', goes_at: null }]);
    await follow(page, first.getByRole('button', { name: 'La den gå likevel' }));
    t.match(await said(page), /Påminnelsen går som planlagt\./);
    t.same(await orders(), []);
    await press(page, first.locator('summary', { hasText: 'Send med en gang' }));
    await follow(page, first.getByRole('button', { name: 'Send påminnelsen nå' }));
    t.match(await said(page), /Påminnelsen går nå\./);
    t.same(await orders(), [{ kind: 'drafts', goes_at: call.during }]);
  });
});

t.test('the list of the call: looked over, taken in, one taken off, and on to writing to it', async (t) => {
  const listed = () =>
    db.selectFrom('call_recipients').select(['email', 'name', 'language']).orderBy('email').execute();
  await at(t, secretary, `${edition}/utsendinger`, async (page) => {
    await follow(page, linkTo(page, 'Liste for utlysningen'));
    await rewrite(page, '[name="lines"]', 'a@kommune.example; Anne; nn\nb@kommune.example; Bo; nb');
    await follow(page, button(page, 'Se over listen'));
    t.match(await said(page), /2 mottakere blir lagt til\. Ingen er lagt til ennå\./);
    t.same(await listed(), []);
    await follow(page, button(page, 'Legg til 2 mottakere'));
    t.match(await said(page), /2 mottakere er lagt til\./);
    await follow(page, button(page, 'Fjern b@kommune.example'));
    t.same(await listed(), [{ email: 'a@kommune.example', name: 'Anne', language: 'nn' }]);
    await follow(page, linkTo(page, 'Skriv til dem på listen'));
    await follow(page, button(page, 'Lagre og se mottakerne'));
    t.match(await said(page), /1 får e-posten/);
  });
});

t.test('somebody asks in public, the secretariat answers for everybody', async (t) => {
  await at(t, call.anyone, '/sporsmal', async (page) => {
    await write(page, { question: 'Kan vi søke to ganger?', email: 'spor@kommune.example' });
    await asLongAsAPerson(page);
    await follow(page, button(page, 'Send spørsmålet'));
    t.match(await said(page), /Takk! Sekretariatet har fått spørsmålet\./);
  });
  await at(t, secretary, `${edition}/sporsmal-og-svar`, async (page) => {
    await follow(page, linkTo(page, /^Kan vi søke to ganger/));
    const question = 'Kan samme kommune sende to søknader?';
    await write(page, { 'question.nb': question, 'answer.nb': 'Ja.' });
    await write(page, { 'question.nn': question, 'answer.nn': 'Ja, det går.' });
    await follow(page, button(page, 'Publiser svaret'));
    t.match(await db.selectFrom('call_answers').selectAll().executeTakeFirstOrThrow(), {
      question_nb: question,
      answer_nn: 'Ja, det går.',
    });
    await follow(page, linkTo(page, 'Siden slik alle ser den'));
    t.match(await said(page), /Kan samme kommune sende to søknader\?\s[\s\S]*Ja\./);
  });
});
