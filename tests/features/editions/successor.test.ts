/** What one who runs a year leaves to the next, and what happens without anybody pressing anything. */
import t from 'tap';
import { applyDue } from '../../../src/features/due.ts';
import { startNomination } from '../../../src/features/nominations/commands.ts';
import { addDays, addMinutes, instant } from '../../../src/platform/clock.ts';
import { playground } from '../../helpers/client.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { approvedStatements, datesOf, deliberatingYear, plannedYear } from '../../helpers/year.ts';

t.test(
  'notes: written phase by phase, shown where the year stands, and taken along by the copy',
  async (t) => {
    const play = await playground(t);
    const { db } = play.services;
    const year = await plannedYear(db);
    await play.setClock(addDays((await datesOf(db, year.id)).opens_at, -14));
    const [secretary, second, juror, stranger] = await Promise.all(
      ['secretary', 'second', 'juror', 'applicant'].map((who) => play.as(`${who}@example.no`)),
    );
    const page = `/sekretariat/${year.id}/notater`;
    const api = `/api/v1/editions/${year.id}/notes`;
    t.match((await secretary!.get(`/sekretariat/${year.id}`)).body, /Ingen har skrevet noe om denne delen/);
    const sent = await secretary!.post(`${page}/setup`, {
      version: 0,
      'body-setup': 'Bestill lokalet i mars.',
    });
    t.equal(sent.headers.location, `${page}?lagret=1#setup`);
    const late = await second!.post(`${page}/setup`, { version: 0, 'body-setup': 'Spør Bergen først.' });
    t.equal(late.statusCode, 409, 'somebody has written since');
    t.match(late.body, /Spør Bergen først\./, 'what was written is kept');
    t.same(await htmlProblems(late.body), []);
    const long = await secretary!.post(`${page}/call`, { version: 0, 'body-call': 'x'.repeat(10_001) });
    t.equal(long.statusCode, 422);
    t.match(long.body, /href="#field-body-call"/);
    t.equal((await secretary!.post(`${page}/winter`, { version: 0 })).statusCode, 404);
    t.match((await secretary!.get(`/sekretariat/${year.id}`)).body, /Bestill lokalet i mars\./);
    const put = await secretary!.send('PUT', `${api}/after`, { version: 0, body: 'Svar alle før jul.' });
    t.equal(put.statusCode, 200, put.body);

    t.equal((await juror!.get(page)).statusCode, 403);
    t.equal((await juror!.get(api)).statusCode, 403);
    t.equal((await juror!.send('PUT', `${api}/after`, { version: 1, body: 'x' })).statusCode, 403);
    t.equal((await stranger!.get(page)).statusCode, 404);
    t.equal((await stranger!.send('PUT', `${api}/after`, { version: 1, body: 'x' })).statusCode, 404);

    const { id } = (await secretary!.post('/api/v1/editions', { year: 2027, copyFrom: year.id })).json();
    const { notes } = (await secretary!.get(`/api/v1/editions/${id}/notes`)).json();
    t.match(
      notes.filter(({ body }: { body: string }) => body),
      [
        { phase: 'setup', body: 'Bestill lokalet i mars.', writtenBy: null, version: 1 },
        { phase: 'after', body: 'Svar alle før jul.', writtenBy: null, version: 1 },
      ],
    );
    const copied = await secretary!.get(`/sekretariat/${id}/notater`);
    t.match(copied.body, /Fulgte med fra året som ble kopiert/);
    t.same(await htmlProblems(copied.body), []);
    t.notMatch(copied.body, 'etter kopieringen', 'nothing has been written since');
    await play.setClock(addDays((await datesOf(db, year.id)).opens_at, -13));
    await secretary!.send('PUT', `${api}/setup`, { version: 1, body: 'Lokalet må bestilles i februar.' });
    for (const path of ['', '/notater']) {
      const { body } = await secretary!.get(`/sekretariat/${id}${path}`);
      t.match(body, /etter kopieringen:[\s\S]*Lokalet må bestilles i februar\./, path);
      t.match(body, /Bestill lokalet i mars\./, 'beside what came along');
      t.same(await htmlProblems(body), []);
    }
    await secretary!.send('PUT', `/api/v1/editions/${id}/notes/after`, { version: 1, body: '' });
    t.match(
      (await secretary!.get(api)).json().notes.at(-1),
      { body: 'Svar alle før jul.' },
      'the old year keeps its own',
    );
    const events = await db
      .selectFrom('audit_events')
      .select('event')
      .where('event', '=', 'writeNote')
      .execute();
    t.equal(events.length, 4);
  },
);

interface Soon {
  what: string;
  at: string;
  count: number | null;
}

t.test(
  'what happens by itself is what then happens: the call, its reminders, the letter before a draft goes',
  async (t) => {
    const play = await playground(t);
    const { db } = play.services;
    const year = await plannedYear(db);
    const { opens_at, closes_at } = await datesOf(db, year.id);
    const secretary = await play.as('secretary@example.no');
    const coming = async () =>
      (await secretary.get(`/api/v1/editions/${year.id}`)).json<{ coming: Soon[] }>().coming;
    await play.setClock(addDays(opens_at, -14));
    t.same(await coming(), [], 'nothing happens to a year that is not announced');
    await year.send('secretary', addDays(opens_at, -14), 'announce');
    t.same(
      (await coming()).map(({ what }) => what),
      ['open', 'close'],
    );
    const during = addDays(opens_at, 3);
    await play.setClock(during);
    await year.as('applicant', during, (unit) =>
      startNomination(unit, {
        editionId: year.id,
        kind: 'enterprise',
        organisation: 'Solbakken',
        language: 'nb',
      }),
    );
    const soon = await coming();
    t.same(
      soon.map(({ what, count }) => [what, count]),
      [
        ['remind', 1],
        ['remind', 1],
        ['remind', 1],
        ['close', null],
        ['warnOfErasure', 1],
      ],
    );
    const { body } = await secretary.get(`/sekretariat/${year.id}`);
    t.match(body, /Dette skjer av seg selv/);
    t.match(body, `/sekretariat/${year.id}/paminnelser`, 'with the place where it is stopped');
    t.same(await htmlProblems(body), []);
    const [first] = soon;
    t.equal((await applyDue(play.services, addMinutes(instant(first!.at), -1))).reminded, 0);
    t.equal((await applyDue(play.services, instant(first!.at))).reminded, 1, 'at the instant that was said');
    t.equal(soon.find(({ what }) => what === 'close')!.at, closes_at.toISOString());
    t.equal((await applyDue(play.services, closes_at)).closed, 1);
    const warning = soon.at(-1)!;
    t.equal((await applyDue(play.services, addMinutes(instant(warning.at), -1))).warned, 0);
    t.equal((await applyDue(play.services, instant(warning.at))).warned, 1);
    await play.setClock(addMinutes(instant(warning.at), 1));
    t.same(await coming(), [], 'what has happened is not to come');
  },
);

t.test('a publication is to come once it is approved, and not any more once it is stopped', async (t) => {
  const play = await playground(t);
  const { db } = play.services;
  const names = ['Fjordheimen', 'Solbakken', 'Lillevik'];
  const year = await deliberatingYear(db, names);
  const { finalists_at, judging_ends_at } = await datesOf(db, year.id);
  const at = addDays(judging_ends_at, 1);
  await play.setClock(at);
  await year.send('chair', at, 'decideFinalists', {
    decision: {
      finalists: names.slice(0, 2).map((name) => year.nominations[name]),
      reason: 'Etter drøfting',
    },
  });
  await approvedStatements(db, year, names.slice(0, 2), at);
  const [secretary, second, juror] = await Promise.all(
    ['secretary', 'second', 'juror'].map((who) => play.as(`${who}@example.no`)),
  );
  const coming = async (who = secretary!) =>
    (await who.get(`/api/v1/editions/${year.id}`)).json<{ coming: Soon[] }>().coming;
  const made = (
    await secretary!.post(`/api/v1/editions/${year.id}/publications`, {
      kind: 'finalists',
      publishAt: finalists_at.toISOString(),
      texts: { nb: 'Fagjuryen har nominert.', nn: 'Fagjuryen har nominert.' },
    })
  ).json<{ id: string; version: number }>();
  t.same(await coming(), [], 'not before another has approved it');
  await second!.post(`/api/v1/publications/${made.id}/approval`, { version: made.version });
  t.same(await coming(), [
    { what: 'publishFinalists', at: finalists_at.toISOString(), count: null, id: null, stopped: false },
  ]);
  t.same(await coming(juror), [], 'a juror who does not run the year learns nothing of it');
  await secretary!.post(`/api/v1/publications/${made.id}/stop`, {
    version: made.version + 1,
    reason: 'Feil tekst',
  });
  t.same(await coming(), []);
});
