/** A letter in confidence whose choice the jury has opened again meanwhile does not go; of each is kept what it told. */
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
