/** The words of letters that follow from what two people agree on stand still until they are written (issue 5 §2). */
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import t from 'tap';
import { approveFeedback, writeFeedback } from '../../../src/features/feedback/commands.ts';
import { saveText } from '../../../src/features/letter-texts/commands.ts';
import { stopPublication } from '../../../src/features/publication/commands.ts';
import { addMinutes } from '../../../src/platform/clock.ts';
import { FIRST, problemOf, SECOND, toldYear } from '../../helpers/told-year.ts';

const say = (subject: string) => ({ subject, body: 'Les svaret på siden.' });
const own = (subject: string) => ({ nb: say(subject), nn: say(subject) });

t.test(
  'what a publication sends is shown to whoever approves it, and nobody changes it after that',
  async (t) => {
    const w = await toldYear(t);
    const put = (letter: string, version: number, texts: object | null) =>
      w.secretary.send('PUT', `/api/v1/editions/${w.year.id}/letter-texts/${letter}`, { version, texts });
    t.equal((await put('notSelected', 0, own('Svaret fra juryen'))).statusCode, 200);
    const { id, approve } = await w.publish();
    const preview = `/sekretariat/${w.year.id}/offentliggjoring/${id}`;
    t.match((await w.leader.get(preview)).body, /id="brev"[\s\S]*Dere er nominert[\s\S]*Svaret fra juryen/);
    for (const texts of [own('Noe annet'), null]) {
      const refused = await put('notSelected', 1, texts);
      t.equal(problemOf(refused), 'process/not-now', 'before the approval, too: it may be read already');
      t.match(refused.json(), { detail: /Stopp offentliggjøringen først/ });
    }
    await approve();
    t.equal(problemOf(await put('finalist', 0, own('Noe annet'))), 'process/not-now');
    await t.rejects(
      w.db
        .insertInto('letter_texts')
        .values({
          edition_id: w.year.id,
          letter: 'finalist',
          version: 1,
          texts: null,
          written_by: w.year.people.secretary.personId as string,
          written_at: w.now,
        })
        .execute(),
      /agrees to these words/,
    );
    const typed = await w.secretary.post(`/sekretariat/${w.year.id}/brevtekster/finalist`, {
      version: 0,
      'texts.nb.subject': 'Et emne',
      'texts.nb.body': 'Det jeg skrev',
      'texts.nn.subject': 'Eit emne',
      'texts.nn.body': 'Det eg skreiv',
    });
    t.equal(typed.statusCode, 409);
    t.match(typed.body, /Stopp offentliggjøringen først[\s\S]*Det jeg skrev/);
    t.equal((await put('outcomeWon', 0, own('Prisen'))).statusCode, 200, 'those of another one are free');

    const stopped = await w.year.as('secretary', w.now, (unit) =>
      stopPublication(unit, id, { version: 1, reason: 'Teksten må rettes' }),
    );
    t.ok(stopped);
    t.equal((await put('notSelected', 1, own('Rettet'))).statusCode, 200, 'stopped: free again');
    await (await w.publish()).approve();
    const after = addMinutes(w.dates.finalists_at, 1);
    await w.due(after);
    const sent = await w.db
      .selectFrom('letters')
      .select('subject')
      .where('template', '=', 'notSelected')
      .execute();
    t.same(sent, [{ subject: 'Rettet' }]);
    await w.setClock(after);
    t.equal((await put('notSelected', 2, null)).statusCode, 200, 'written: free again');
  },
);

t.test('whoever approves an answer and whoever changes its letter wait for each other', async (t) => {
  const w = await toldYear(t);
  const { db, year, now } = w;
  const change = (version: number) =>
    year.as('second', now, (unit) =>
      saveText(unit, year.id, { letter: 'feedback', version, texts: own(`Nummer ${version}`) }),
    );
  const raw = (version: number) =>
    db
      .insertInto('letter_texts')
      .values({
        edition_id: year.id,
        letter: 'feedback',
        version,
        texts: null,
        written_by: year.people.secretary.personId as string,
        written_at: now,
      })
      .execute();
  const waiting = async () => {
    const found = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await found.execute(db)).rows.length === 0) await pause(10);
  };
  const written = (name: string) =>
    year.as('secretary', now, (unit) =>
      writeFeedback(unit, year.nominations[name]!, { body: 'Juryen la vekt på øvingen.', version: 0 }),
    );
  await change(0);
  // As the service changes it, and as somebody at the database would.
  for (const [name, say] of [
    [FIRST, change],
    [SECOND, raw],
  ] as const) {
    await written(name);
    let changing: Promise<unknown> = Promise.resolve();
    await year.as('chair', now, async (unit) => {
      await approveFeedback(unit, year.nominations[name]!, 1);
      changing = say(say === change ? 1 : 2).then(
        () => 'changed',
        (error: Error & { type?: string; constraint?: string }) => error.type ?? error.constraint,
      );
      await waiting();
    });
    t.match(await changing, /^(process\/not-now|letter_texts_wait)$/, 'it waits, and is refused');
    await db
      .updateTable('feedbacks')
      .set({ told_at: now })
      .where('nomination_id', '=', year.nominations[name]!)
      .execute();
  }
  t.same((await db.selectFrom('letter_texts').select('version').execute()).length, 1, 'the words stand');
  t.same(w.errors, []);
});
