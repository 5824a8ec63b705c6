/** A result that was wrong is told to nobody more (issue 5 §2, §3): not by what waits for a mail server, not by a mailing; then it is told anew. */
import t from 'tap';
import type { Kysely } from 'kysely';
import { loadConfig } from '../../../src/config.ts';
import { writeBatch, sendBatch } from '../../../src/features/letter-batches/commands.ts';
import { batchOf } from '../../../src/features/letter-batches/queries.ts';
import { scheduleBatch } from '../../../src/features/letter-batches/scheduling.ts';
import { sendLetter } from '../../../src/features/correspondence/sender.ts';
import { applyDue } from '../../../src/features/due.ts';
import { takeDownPublication } from '../../../src/features/publication/commands-release.ts';
import { addMinutes, fixedClock } from '../../../src/platform/clock.ts';
import type { DB } from '../../../src/platform/db/types.ts';
import { smtpMailer } from '../../../src/platform/mail/mailer.ts';
import { testDatabase } from '../../helpers/database.ts';
import { approved, nominated, texts } from '../../helpers/nominated-year.ts';
import { smtpServer } from '../../helpers/smtp.ts';
import type { Year } from '../../helpers/year.ts';

const log = { error() {}, warn() {}, info() {} } as never;
const notice = { nb: 'Vi retter en feil.', nn: 'Vi rettar ein feil.' };
const words = { subject: 'Om resultatet', body: 'Hei {navn}.' };

/** Written by one, shown to and sent by another. */
async function mailing(db: Kysely<DB>, year: Year, at: Date, about: 'nomination' | 'winner') {
  const { id } = await year.as('secretary', at, (unit) =>
    writeBatch(unit, year.id, {
      title: 'Resultatet',
      recipients: {
        audience: 'applications',
        states: about === 'winner' ? ['nominated', 'winner'] : ['nominated', 'notSelected'],
      },
      about,
      texts: { nb: words, nn: words },
    }),
  );
  const look = (when: Date) =>
    year.as('second', when, async (unit) => {
      const { whole } = await batchOf(unit.trx, unit, id);
      return { version: whole.version, seen: whole.recipientsHash, to: whole.to };
    });
  return {
    look,
    send: async (when: Date) =>
      year.as('second', when, async (unit) => sendBatch(unit, id, await look(when))),
    schedule: async (when: Date, sendAt: Date) =>
      year.as('second', when, async (unit) => scheduleBatch(unit, id, { ...(await look(when)), sendAt })),
    state: () =>
      db
        .selectFrom('letter_batches')
        .select(['sent_at', 'held_back'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
  };
}

const outcomeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    ({ type }: { type?: string }) => type,
  );

t.test('the letters of a result that is taken down before they have gone do not go', async (t) => {
  const { db } = await testDatabase(t);
  const { year, ceremony, at } = await nominated(db);
  const winner = await approved(year, at, { kind: 'winner', publishAt: ceremony, texts });
  await applyDue({ db, log }, ceremony);
  const smtp = await smtpServer(t);
  const send = sendLetter({
    db,
    mailer: smtpMailer({ url: smtp.url, from: 'pris@etikkprisen.test' }),
    clock: fixedClock(addMinutes(ceremony, 6).toISOString()),
    config: loadConfig({ BASE_URL: 'https://etikkprisen.test' }),
  });
  const about = async (...templates: string[]) =>
    db
      .selectFrom('letters')
      .select(['id', 'template', 'state', 'error'])
      .where('template', 'in', templates)
      .orderBy('id')
      .execute();
  const deliver = async (letters: { id: string }[]) => {
    for (const { id } of letters) await send({ letterId: id }, { attempt: 1, last: false });
  };

  const [first, ...rest] = await about('outcome');
  t.ok(first && rest.length > 0);
  await deliver([first!]);
  await year.as('leader', addMinutes(ceremony, 5), (unit) =>
    takeDownPublication(unit, winner.id, { version: winner.version, reason: 'Feil navn', notice }),
  );
  await deliver(rest);
  const told = await about('outcome');
  t.match(told[0], { state: 'sent', error: null }, 'what had gone has gone');
  for (const letter of told.slice(1)) t.match(letter, { state: 'failed', error: 'outdated' });
  t.equal(smtp.mails.length, 1);

  const nominatedLetters = await about('finalist', 'notSelected');
  await deliver(nominatedLetters);
  t.equal(smtp.mails.length, 1 + nominatedLetters.length, 'the nominated still stand');
});

t.test('nobody writes of it while it is down; afterwards everybody is told anew, once', async (t) => {
  const { db } = await testDatabase(t);
  const { year, ceremony, at } = await nominated(db);
  const winner = await approved(year, at, { kind: 'winner', publishAt: ceremony, texts });
  await applyDue({ db, log }, ceremony);
  const after = (minutes: number) => addMinutes(ceremony, minutes);

  const before = await mailing(db, year, after(1), 'winner');
  t.ok(
    (await before.look(after(1))).to.every(({ alreadyTold }) => alreadyTold),
    'the service has told them',
  );
  t.equal(await outcomeOf(before.send(after(2))), 'process/not-now');

  await year.as('leader', after(5), (unit) =>
    takeDownPublication(unit, winner.id, { version: winner.version, reason: 'Feil navn', notice }),
  );
  const { to } = await before.look(after(6));
  t.ok(to.length > 0 && to.every(({ alreadyTold }) => !alreadyTold), 'what was wrong is nothing told');
  t.equal(await outcomeOf(before.send(after(6))), 'process/not-now', 'but what is right is not out');
  await before.schedule(after(6), after(10));
  await applyDue({ db, log }, after(10));
  t.match(await before.state(), { sent_at: null, held_back: 'takenDown' });
  const still = await mailing(db, year, after(7), 'nomination');
  t.equal((await still.look(after(7))).to.length > 0, true);

  await approved(year, after(20), {
    kind: 'winner',
    publishAt: after(30),
    texts,
    correction: notice,
  });
  t.equal(await outcomeOf(before.send(after(29))), 'process/not-now');
  t.equal(await outcomeOf(before.send(after(31))), 'done');
  const letters = await db.selectFrom('letters').select('key').where('template', '=', 'batch').execute();
  t.equal(letters.length, to.length, 'one each');
  const again = await mailing(db, year, after(40), 'winner');
  t.equal(await outcomeOf(again.send(after(41))), 'process/not-now', 'and none twice');
});
