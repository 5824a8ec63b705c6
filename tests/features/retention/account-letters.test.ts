/** With an account go its letters; what waits for somebody else's sake at the same address is sent all the same (decision 144). */
import t from 'tap';
import { realNow } from '../../../src/platform/clock.ts';
import { playground } from '../../helpers/client.ts';

t.test('letters of the account go, what waits for others stays', async (t) => {
  const play = await playground(t);
  const { db } = play.services;
  const email = 'siv@modum.example';
  const siv = await play.as(email);
  const { id } = await db
    .selectFrom('people')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  const letter = (key: string, template: string, state: 'queued' | 'sent', personId: string | null) => ({
    key,
    template,
    state,
    person_id: personId,
    email: 'Siv@Modum.example',
    language: 'nb' as const,
    subject: key,
    body: key,
    created_at: realNow(),
  });
  await db
    .insertInto('letters')
    .values([
      letter('confirmation:waits', 'leaderConfirmation', 'queued', null),
      letter('barrier:waits', 'barrierAnswered', 'queued', null),
      letter('confirmation:sent', 'leaderConfirmation', 'sent', null),
      letter('sign-in:waits', 'signIn', 'queued', null),
      letter('colleague:waits', 'colleagueAdded', 'queued', id),
      letter('colleague:sent', 'colleagueAdded', 'sent', id),
    ])
    .execute();
  const told = await siv.get('/min-side/profil/slett');
  t.match(told.body, 'også e-post om det som ikke er sendt ennå');
  t.match(told.body, 'med lenken i e-posten du fikk om det');

  t.equal((await siv.send('DELETE', '/api/v1/me/account')).statusCode, 204);
  const left = await db.selectFrom('letters').select('key').orderBy('key').execute();
  t.same(
    left.map(({ key }) => key),
    ['barrier:waits', 'confirmation:waits'],
  );
  t.same(play.errors, []);
});
