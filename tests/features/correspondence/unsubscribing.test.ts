/** Letters that one can decline say so in their head (RFC 2369, RFC 8058), as a real SMTP server gets them; one POST is enough, a GET does nothing. */
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import PostalMime from 'postal-mime';
import t, { type Test } from 'tap';
import { sendLetterTask } from '../../../src/features/correspondence/commands.ts';
import { sendLetter } from '../../../src/features/correspondence/sender.ts';
import { applyDue } from '../../../src/features/due.ts';
import type { WholeBatch } from '../../../src/features/letter-batches/schema.ts';
import { addDays } from '../../../src/platform/clock.ts';
import { openPool } from '../../../src/platform/db/open.ts';
import { startWorker } from '../../../src/platform/jobs/worker.ts';
import { smtpMailer } from '../../../src/platform/mail/mailer.ts';
import { openCall } from '../../helpers/applying.ts';
import { smtpServer } from '../../helpers/smtp.ts';

const baseUrl = 'https://etikkprisen.test';
const call = await openCall(t);
const { db, clock } = call.services;
const log = pino({ level: 'silent' });
const smtp = await smtpServer(t);
const mailer = smtpMailer({ url: smtp.url, from: 'Etikkprisen <etikkprisen@etikkprisen.test>' });
const pool = openPool(call.url);
const config = { baseUrl, mode: 'production', helpEmail: 'sekretariatet@etikkprisen.test' } as const;
const worker = await startWorker({
  pool,
  log,
  tasks: { [sendLetterTask]: sendLetter({ db, mailer, clock, config }) },
});
t.teardown(async () => {
  await worker.stop();
  await mailer.close();
  if (!pool.ended) await pool.end();
});
const secretary = await call.as('secretary@example.no');

/** The letters that have come to this address, `count` of them. */
async function mailsTo(address: string, count = 1) {
  const found = () => smtp.mails.filter(({ to }) => to === address);
  for (let i = 0; i < 500 && found().length < count; i++) await sleep(50);
  return Promise.all(
    found().map(async ({ content }) => {
      const mail = await PostalMime.parse(content);
      const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
      return {
        subject: mail.subject,
        text: mail.text ?? '',
        list: header('list-unsubscribe'),
        post: header('list-unsubscribe-post'),
      };
    }),
  );
}
type Head = Awaited<ReturnType<typeof mailsTo>>[number];

/** The path behind the one address in the head. */
function pathIn(t: Test, { list, post }: Head): string {
  t.equal(post, 'List-Unsubscribe=One-Click');
  const [, path = ''] = /^<https:\/\/etikkprisen\.test(\/[\w/-]+)>$/.exec(list ?? '') ?? [];
  t.ok(path, `one https address and nothing else: ${list}`);
  return path;
}
const ONE_CLICK = { 'List-Unsubscribe': 'One-Click' };
const asMultipart = (path: string) => {
  const body = '--x\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
  return call.app.inject({
    method: 'POST',
    url: path,
    payload: body,
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  });
};
const listed = async () =>
  (await secretary.get(`/api/v1/editions/${call.year.id}/call-list`)).json<{
    recipients: { email: string; unsubscribed: boolean }[];
  }>().recipients;

t.test('the call to a list: one POST of the mail program, of either kind, and no more of them', async (t) => {
  const recipients = ['en@kommune.example', 'to@kommune.example', 'tre@kommune.example'].map((email) => ({
    email,
  }));
  t.equal(
    (await secretary.post(`/api/v1/editions/${call.year.id}/call-list`, { recipients })).statusCode,
    201,
  );
  const text = { subject: 'Søk Etikkprisen {år}', body: 'Fristen er {frist}.' };
  const send = async (title: string) => {
    const made = await secretary.post(`/api/v1/editions/${call.year.id}/letter-batches`, {
      title,
      recipients: { audience: 'list' },
      about: null,
      texts: { nb: text, nn: text },
    });
    const api = `/api/v1/letter-batches/${made.json<{ id: string }>().id}`;
    const { version, recipientsHash: seen } = (await secretary.get(api)).json<WholeBatch>();
    t.equal((await secretary.post(`${api}/events`, { type: 'send', version, seen })).statusCode, 200);
  };
  await send('Utlysningen');
  const [one] = await mailsTo('en@kommune.example');
  const [two] = await mailsTo('to@kommune.example');
  const path = pathIn(t, one!);
  t.ok(one!.text.includes(baseUrl + path), 'the same link as in the letter itself');
  t.not(path, pathIn(t, two!));
  t.equal((await call.anyone.get(path)).statusCode, 200);
  await call.anyone.get(path, { 'user-agent': 'a scanner of links' });
  t.same(
    (await listed()).map(({ unsubscribed }) => unsubscribed),
    [false, false, false],
    'looking changes nothing',
  );
  const answer = await call.anyone.post(path, ONE_CLICK);
  t.same(
    [answer.statusCode, answer.body, answer.headers.location, answer.headers['set-cookie']],
    [204, '', undefined, undefined],
  );
  t.equal((await call.anyone.post(path, ONE_CLICK)).statusCode, 204, 'and a second time');
  t.equal((await asMultipart(pathIn(t, two!))).statusCode, 204);
  t.same(
    (await listed()).filter(({ unsubscribed }) => unsubscribed).map(({ email }) => email),
    ['en@kommune.example', 'to@kommune.example'],
  );
  await send('En gang til');
  t.equal((await mailsTo('tre@kommune.example', 2)).length, 2);
  t.equal((await mailsTo('en@kommune.example')).length, 1);
  t.equal((await call.anyone.post(`/utlysning/meld-av/${'x'.repeat(43)}`, ONE_CLICK)).statusCode, 410);
});

t.test('“remind me”: of the first letter, and of the reminder, which has a link of its own', async (t) => {
  const address = 'minn.meg@kommune.example';
  const rows = async () =>
    (await db.selectFrom('call_reminders').select('email').execute()).map(({ email }) => email);
  for (const email of [address, 'ikke.jeg@kommune.example']) await call.anyone.post('/paminnelse', { email });
  const [notMe] = await mailsTo('ikke.jeg@kommune.example');
  const notMine = pathIn(t, notMe!);
  await call.anyone.get(notMine);
  t.equal((await rows()).length, 2);
  t.equal((await call.anyone.post(notMine, ONE_CLICK)).statusCode, 204);
  t.same(await rows(), [address], 'forgotten at once');
  const [first] = await mailsTo(address);
  t.equal((await call.anyone.post(pathIn(t, first!), { do: 'confirm' })).statusCode, 303);
  await applyDue({ db, log }, addDays(call.dates.closes_at, -55));
  const reminder = (await mailsTo(address, 2)).find(({ subject }) => subject?.startsWith('Du kan søke'));
  const path = pathIn(t, reminder!);
  t.not(path, pathIn(t, first!));
  t.ok(reminder!.text.includes(baseUrl + path), 'and in words');
  t.match((await call.anyone.get(path)).body, address);
  const kept = JSON.stringify(
    await db
      .selectFrom('letters')
      .select('unsubscribe_path')
      .where('template', '=', 'callReminderLink')
      .execute(),
  );
  t.notMatch(kept, '/paminnelse', 'the key of the first letter is gone with its text');
  t.equal((await asMultipart(path)).statusCode, 204);
  t.same(await rows(), []);
  const left = JSON.stringify(
    await db.selectFrom('letters').selectAll().where('template', '=', 'callReminder').execute(),
  );
  t.notMatch(left, /minn\.meg|\/paminnelse\//, 'nothing of it is left in the outbox');
});

t.test('what one cannot decline says nothing of it', async (t) => {
  await call.anyone.post('/logg-inn', { email: 'secretary@example.no' });
  const [mail] = await mailsTo('secretary@example.no');
  t.ok(mail);
  t.same([mail?.list, mail?.post], [undefined, undefined]);
  t.same(call.errors, []);
});
