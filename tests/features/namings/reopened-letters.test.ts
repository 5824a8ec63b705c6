/** A letter in confidence whose choice the jury has opened again meanwhile does not go; of each is kept what it told. */
import pg from 'pg';
import t from 'tap';
import { loadConfig } from '../../../src/config.ts';
import { sendLetter } from '../../../src/features/correspondence/sender.ts';
import type { WholeBatch } from '../../../src/features/letter-batches/schema.ts';
import { ensurePerson } from '../../../src/features/people/commands.ts';
import { fixedClock } from '../../../src/platform/clock.ts';
import { smtpMailer } from '../../../src/platform/mail/mailer.ts';
import { smtpServer } from '../../helpers/smtp.ts';
import { OTHER, problemOf, toldYear } from '../../helpers/told-year.ts';

/** The outbox of the year, and a real server that takes what goes. */
async function outbox(
  t: Parameters<typeof smtpServer>[0],
  { db, now }: Awaited<ReturnType<typeof toldYear>>,
) {
  const smtp = await smtpServer(t);
  const mailer = smtpMailer({ url: smtp.url, from: 'pris@etikkprisen.test' });
  t.teardown(() => mailer.close());
  const send = sendLetter({
    db,
    mailer,
    clock: fixedClock(now.toISOString()),
    config: loadConfig({ BASE_URL: 'https://etikkprisen.test' }),
  });
  const of = (batch: string) =>
    db
      .selectFrom('letters')
      .select(['id', 'nomination_id', 'email', 'state', 'error'])
      .where('batch_id', '=', batch)
      .orderBy('id')
      .execute();
  return {
    smtp,
    of,
    /** The worker comes to these letters. */
    deliver: async (batch: string, nominations: readonly (string | undefined)[]) => {
      for (const { id, nomination_id } of await of(batch))
        if (nominations.includes(nomination_id ?? ''))
          await send({ letterId: id }, { attempt: 1, last: false });
    },
  };
}

t.test(
  'what waits for a mail server when the choice is opened again does not go, and is told anew',
  async (t) => {
    const w = await toldYear(t);
    const [declines, waits, late] = w.ids;
    const other = w.year.nominations[OTHER];
    const { smtp, of, deliver } = await outbox(t, w);
    const first = await w.tell();
    await deliver(first, [declines]);
    t.equal((await w.answer(declines!, 'declined', { reason: 'Vi vil ikke' })).statusCode, 200);
    await deliver(first, [waits]);
    t.equal(smtp.mails.length, 1, 'what had gone has gone');
    await w.decide([waits!, late!, other!]);
    await deliver(first, [late]);
    t.equal(smtp.mails.length, 1, 'nor does it go where the same are chosen anew: they are told anew');
    for (const letter of (await of(first)).filter(({ nomination_id }) => nomination_id !== declines)) {
      t.match(letter, { state: 'failed', error: 'outdated' });
      const again = await w.leader.post(`/api/v1/letters/${letter.id}/events`, { type: 'resend' });
      t.ok(again.statusCode >= 400);
      const page = (await w.secretary.get(`/sekretariat/${w.year.id}/brev/${letter.id}`)).body;
      t.match(page, /gjaldt ikke lenger/);
      t.notMatch(page, `brev/${letter.id}/send`);
    }
    t.same(
      (
        await w.secretary.post(`/api/v1/editions/${w.year.id}/letters/events`, { type: 'resendMissing' })
      ).json(),
      { queued: 0 },
    );

    const second = await w.tell();
    await deliver(second, [waits, late, other]);
    t.same(
      smtp.recipients().slice(1).toSorted(),
      ['applicant@example.no', 'applicant@example.no', 'utenfor@example.no'],
      'of the choice that stands: one each',
    );
  },
);

t.test('somebody who comes to an application later is told once too, and as confidentially', async (t) => {
  const w = await toldYear(t);
  const { smtp, of, deliver } = await outbox(t, w);
  await w.tell();
  const [first] = w.ids;
  const colleague = await w.year.as('system', w.now, (unit) =>
    ensurePerson(unit, { email: 'kollega@example.no', name: 'Kol Lega', language: 'nb' }),
  );
  await w.db
    .insertInto('nomination_members')
    .values({ nomination_id: first!, person_id: colleague.id, added_by: colleague.id, added_at: w.now })
    .execute();
  const second = await w.tell();
  t.match(await of(second), [{ email: 'kollega@example.no', nomination_id: first }]);
  await deliver(second, [first]);
  t.same(smtp.recipients(), ['kollega@example.no']);
  const { id: third } = (await w.write()).json<{ id: string }>();
  const { to } = (await w.leader.get(`/api/v1/letter-batches/${third}`)).json<WholeBatch>();
  t.equal(to.length, 4);
  t.ok(
    to.every(({ alreadyTold }) => alreadyTold),
    'everybody has been told',
  );
  t.equal(problemOf(await w.event(third, { type: 'send' }, w.leader)), 'process/not-now');

  const declared = await w.second.post(`/api/v1/nominations/${first}/declarations`, {
    answer: 'connection',
    grounds: ['H9'],
  });
  t.equal(declared.statusCode, 201, declared.body);
  const seen = (await w.second.get(`/api/v1/editions/${w.year.id}/letters`)).body;
  t.notMatch(
    seen,
    /kollega@example\.no/,
    'a secretary who is out of it sees nothing of the later letter either',
  );
});

t.test('nor does an answer to the others; it goes once all have agreed to the new choice', async (t) => {
  const w = await toldYear(t);
  const { smtp, of, deliver } = await outbox(t, w);
  const other = w.year.nominations[OTHER]!;
  const text = { subject: 'Svar', body: '{organisasjon} er ikke nominert.' };
  const write = async () =>
    (
      await w.write({
        title: 'Svar',
        recipients: { audience: 'notNominated' },
        about: 'nomination',
        texts: { nb: text, nn: text },
      })
    ).json<{ id: string }>().id;
  await w.tell();
  for (const one of w.ids) await w.answer(one, 'agreed');
  const admin = new pg.Client(w.adminUrl);
  await admin.connect();
  t.teardown(() => admin.end());
  await admin.query('set session_replication_role = replica');
  const setAnswer = (given: 'agreed' | 'declined') =>
    admin.query('update namings set answer = $1 where nomination_id = $2', [given, w.ids[1]]);
  const first = await write();
  t.same((await w.event(first, { type: 'send' }, w.leader)).json(), { letters: 1 });

  // The mail server is away; meanwhile the jury chooses anew, and one whom it chooses has not agreed.
  t.equal((await w.answer(w.ids[0]!, 'declined', { reason: 'Vi vil ikke' })).statusCode, 200);
  await w.decide(w.ids.slice(1));
  await setAnswer('declined');
  await deliver(first, [other]);
  t.equal(smtp.mails.length, 0, 'not before those who are nominated now have agreed');
  t.match(await of(first), [{ state: 'failed', error: 'outdated' }]);

  await setAnswer('agreed');
  const second = await write();
  const sent = await w.event(second, { type: 'send' }, w.leader);
  t.equal(sent.statusCode, 200, sent.body);
  await deliver(second, [other]);
  t.equal(smtp.mails.length, 1, 'one letter');
  t.match(
    (await of(second)).filter(({ nomination_id }) => nomination_id === other),
    [{ state: 'sent' }],
  );
  t.same(w.errors, []);
});
