/** The screen in the hall and the remote control: the order of things, the press, and nothing of the winner before it. */
import t from 'tap';
import { moved } from '../../../src/features/ceremony/schema.ts';
import { approvePublication, preparePublication } from '../../../src/features/publication/commands.ts';
import { excerpt } from '../../../src/ui/text/excerpt.ts';
import { addMinutes, instant } from '../../../src/platform/clock.ts';
import { ceremonyYear, nominees, secretWords } from '../../helpers/ceremony-year.ts';
import { playground, type Client } from '../../helpers/client.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { datesOf, deliberatingYear } from '../../helpers/year.ts';

async function theDay(
  t: Parameters<typeof playground>[0],
  outcome: { winner?: string; mention?: string } = {},
) {
  const play = await playground(t);
  const day = await ceremonyYear(play.services.db, outcome);
  await play.setClock(day.ceremony);
  const [secretary, leader, chair, juror, applicant] = await Promise.all(
    ['secretary', 'leader', 'chair', 'juror', 'applicant'].map((who) => play.as(`${who}@example.no`)),
  );
  const { id } = day.year;
  return {
    ...play,
    ...day,
    secretary: secretary!,
    leader: leader!,
    chair: chair!,
    juror: juror!,
    applicant: applicant!,
    remote: `/sekretariat/${id}/seremoni`,
    screen: `/prisen/${day.year.year}/skjerm`,
    api: `/api/v1/editions/${id}/ceremony`,
  };
}
type Day = Awaited<ReturnType<typeof theDay>>;
const title = (body: string): string => /ep-stage__title[^>]*>([^<]*)/.exec(body)?.[1] ?? '';
/** A later moment, so that no answer of before is kept. */
async function later(day: Day, minutes: number): Promise<void> {
  await day.setClock(addMinutes(day.ceremony, minutes));
}
async function press(day: Day, who: Client, move: string, remote = day.remote) {
  const { body } = await who.get(remote);
  const version = /name="version" value="(\d+)"><input type="hidden" name="move"/.exec(body)?.[1];
  return who.post(remote, { version: version ?? 0, move });
}

t.test('places follow each other; only an announcement leads to the winner', async (t) => {
  const way = (shows: 'start' | 'nominated' | 'before' | 'winner', position = 0) => ({ shows, position });
  t.same(moved(way('start'), 'next', 2), way('nominated'));
  t.same(moved(way('nominated'), 'next', 2), way('nominated', 1));
  t.same(moved(way('nominated', 1), 'next', 2), way('before'));
  t.same(moved(way('before'), 'next', 2), way('before'));
  t.same(moved(way('winner'), 'next', 2), way('winner'));
  t.same(moved(way('winner'), 'back', 2), way('before'));
  t.same(moved(way('nominated', 4), 'back', 2), way('nominated'), 'some have left since');
  t.same(moved(way('start'), 'back', 2), way('start'));
  t.same(moved(way('winner'), 'restart', 2), way('start'));
  t.same(moved(way('start'), 'next', 0), way('before'));
  t.equal(excerpt('Kort og godt.'), 'Kort og godt.');
  const long = excerpt('Et langt ord følger et annet langt ord. '.repeat(9));
  t.ok(long.length <= 202 && long.endsWith('.'), long);
  t.ok(excerpt('ord '.repeat(90)).endsWith(' …'));
});

t.test('the whole ceremony through the pages, without scripts; the press makes it public', async (t) => {
  const day = await theDay(t);
  const { secretary, leader, anyone, remote, screen, year, winnerId, services } = day;
  t.match((await anyone.get(screen)).body, /Velkommen til utdelingen av[\s\S]*Etikkprisen 2026/);
  const order = ['Zakken omsorgssenter', 'Ærfuglen sykehjem', 'Ås helsehus'];
  for (const [i, name] of order.entries()) {
    await later(day, i + 1);
    t.equal((await press(day, secretary, 'next')).statusCode, 303);
    t.equal(title((await anyone.get(screen)).body), name);
    t.equal(title((await leader.get(remote)).body), name, 'the other device follows');
  }
  await later(day, 10);
  await press(day, secretary, 'next');
  const before = (await leader.get(remote)).body;
  t.match(before, /Og vinneren er …[\s\S]*Kunngjør vinneren[\s\S]*Alt er klart/);
  t.notMatch(before, secretWords);
  t.same(await htmlProblems(before), []);

  const version = Number(/name="version" value="(\d+)"/.exec(before)?.[1]);
  const answers = await Promise.all(
    [secretary, leader, secretary, leader].map((who) => who.post(remote, { version, move: 'announce' })),
  );
  t.same(
    answers.map(({ statusCode }) => statusCode).toSorted(),
    [303, 409, 409, 409],
    'however many press: once',
  );
  await later(day, 11);
  t.equal(title((await anyone.get(screen)).body), 'Ærfuglen sykehjem');
  t.match(
    (await anyone.get(screen)).body,
    /Vinner av Etikkprisen 2026[\s\S]*Hederlig omtale[\s\S]*Ås helsehus/,
  );
  t.match((await leader.get(remote)).body, /Vinner av Etikkprisen 2026/, 'the host can show it, too');
  t.match((await anyone.get(`/prisen/${year.year}`)).body, /Vinner av[\s\S]*Kanarifuglsvaret/);
  const row = await services.db
    .selectFrom('publications')
    .select(['pressed_at', 'publish_at'])
    .where('id', '=', winnerId)
    .executeTakeFirstOrThrow();
  t.same(row.pressed_at, row.publish_at);
  t.same(row.pressed_at, addMinutes(day.ceremony, 10), 'from the moment of the press');

  await press(day, secretary, 'back');
  await later(day, 12);
  t.match((await anyone.get(screen)).body, /Og vinneren er/);
  t.equal((await press(day, secretary, 'announce')).statusCode, 303, 'shown again: it is public already');
  await press(day, secretary, 'restart');
  await later(day, 13);
  t.match((await anyone.get(screen)).body, /Velkommen/);
  for (const lang of ['nb', 'nn', 'en']) {
    t.same(await htmlProblems((await secretary.get(`${remote}?lang=${lang}`)).body), []);
    t.same(await htmlProblems((await anyone.get(lang === 'nb' ? screen : `/${lang}${screen}`)).body), []);
  }
});

t.test('who may not, and from where not', async (t) => {
  const day = await theDay(t);
  const { juror, applicant, anyone, secretary, remote, api, screen, services, year, latest } = day;
  for (const path of [remote, `${remote}/prove`, `${remote}/prove/skjerm`, api]) {
    t.equal((await juror.get(path)).statusCode, 403, path);
    t.equal((await applicant.get(path)).statusCode, 404, path);
    t.ok([401, 303].includes((await anyone.get(path)).statusCode), path);
  }
  t.equal((await anyone.get('/prisen/1999/skjerm')).statusCode, 404);
  t.equal((await juror.post(`${api}/moves`, { move: 'announce', version: 0 })).statusCode, 403);
  t.equal(
    (await secretary.post(`${api}/moves`, { move: 'announce', version: 0 })).statusCode,
    409,
    'from the start',
  );
  t.equal((await secretary.post(`${api}/moves`, { move: 'jump', version: 0 })).statusCode, 422);
  await t.rejects(
    services.db
      .insertInto('ceremonies')
      .values({
        edition_id: year.id,
        rehearsal: false,
        shows: 'winner',
        moved_at: day.ceremony,
        moved_by: year.people.secretary.personId as string,
      })
      .execute(),
    { message: 'the winner is not public' },
    'the database shows no winner that is not public',
  );
  // Not approved for the press: the host cannot announce, and is told so.
  await secretary.post(`/api/v1/publications/${day.winnerId}/stop`, {
    version: day.winnerVersion,
    reason: 'Feil',
  });
  for (let version = 0; version < 4; version++)
    await secretary.post(`${api}/moves`, { move: 'next', version });
  t.match((await secretary.get(remote)).body, /ikke godkjent ennå/);
  t.notMatch((await secretary.get(remote)).body, />Kunngjør vinneren</);
  const refused = await secretary.post(`${api}/moves`, { move: 'announce', version: 4 });
  t.equal(refused.statusCode, 409);
  t.match(refused.json(), { errors: [{ requirement: 'announcementWaits' }] });
  await day.setClock(latest);
  t.match((await anyone.get(screen)).body, /Og vinneren er/);
});

t.test('before anybody is nominated the rehearsal says when it opens', async (t) => {
  const play = await playground(t);
  const { id } = await deliberatingYear(play.services.db, ['Modum', 'Voss']);
  const secretary = await play.as('secretary@example.no');
  for (const path of ['seremoni', 'seremoni/prove']) {
    const early = await secretary.get(`/sekretariat/${id}/${path}`);
    t.equal(early.statusCode, 409);
    t.match(early.body, /fra juryen har bestemt hvem som er nominert/);
    t.same(await htmlProblems(early.body), []);
  }
});

t.test('held from the remote control, past the latest moment; the press still releases', async (t) => {
  const day = await theDay(t);
  const { secretary, anyone, remote, api, winnerId, winnerVersion, latest, year } = day;
  const publication = `/sekretariat/${year.id}/offentliggjoring/${winnerId}`;
  const held = await secretary.post(`${publication}/hold`, { version: winnerVersion, til: 'seremoni' });
  t.equal(held.headers.location, remote);
  t.match(
    (await secretary.get(remote)).body,
    /Holdt tilbake: Vinneren blir offentlig bare når du kunngjør[\s\S]*La tidspunktet gjelde igjen/,
  );
  for (let version = 0; version < 4; version++)
    await secretary.post(`${api}/moves`, { move: 'next', version });
  await day.setClock(addMinutes(latest, 5));
  t.notMatch((await anyone.get(`/prisen/${year.year}`)).body, secretWords);
  t.match((await secretary.get(api)).json(), { shows: 'before', announcement: { state: 'held' } });
  t.notMatch((await secretary.get(remote)).body, 'La tidspunktet gjelde igjen', 'there is none any more');
  t.equal((await secretary.post(`${api}/moves`, { move: 'announce', version: 4 })).statusCode, 200);
  t.match((await secretary.get(api)).json(), { shows: 'winner', named: { name: 'Ærfuglen sykehjem' } });
  t.match((await anyone.get(`/prisen/${year.year}`)).body, /Vinner av/);
});

t.test('the winner is out and a correction waits: the host can still show who won', async (t) => {
  const day = await theDay(t);
  const { secretary, year, latest, api } = day;
  const texts = { nb: 'Fagjuryen fikk fem søknader.', nn: 'Fagjuryen fekk fem søknader.' };
  const out = addMinutes(latest, 1);
  const made = await year.as('secretary', out, (unit) =>
    preparePublication(unit, year.id, {
      kind: 'winner',
      publishAt: addMinutes(out, 60),
      texts,
      correction: { nb: 'Rettet: fem søknader', nn: 'Retta: fem søknader' },
    }),
  );
  await year.as('second', out, (unit) => approvePublication(unit, made.id, made));
  await day.setClock(addMinutes(out, 2));
  t.match((await secretary.get(api)).json(), { announcement: { state: 'public' } });
  for (let version = 0; version < 4; version++)
    await secretary.post(`${api}/moves`, { move: 'next', version });
  t.match((await secretary.get(day.remote)).body, 'Kunngjør vinneren');
  t.equal((await press(day, secretary, 'announce')).statusCode, 303);
  t.match((await secretary.get(api)).json(), { shows: 'winner' });
});

t.test('that there is no award is announced by the press, too, where nobody was nominated', async (t) => {
  const play = await playground(t);
  const { db } = play.services;
  const year = await deliberatingYear(db, [...nominees]);
  const { ceremony_at: ceremony, finalists_at } = await datesOf(db, year.id);
  await play.setClock(ceremony);
  const [secretary, second] = [await play.as('secretary@example.no'), await play.as('second@example.no')];
  const day = { remote: `/sekretariat/${year.id}/seremoni` } as Day;
  await year.send('chair', finalists_at, 'decideWinner', {
    decision: { noAward: true, reason: 'Ingen nådde opp' },
  });
  t.match(
    (await secretary.get(day.remote)).body,
    'Når de nominerte er offentlige',
    'not before it is approved',
  );
  const { id, version } = await year.as('secretary', finalists_at, (unit) =>
    preparePublication(unit, year.id, {
      kind: 'winner',
      release: 'press',
      publishAt: addMinutes(ceremony, 120),
      texts: { nb: 'Ingen fikk prisen.', nn: 'Ingen fekk prisen.' },
    }),
  );
  await year.as('second', finalists_at, (unit) => approvePublication(unit, id, { version }));
  t.match((await secretary.get(day.remote)).body, 'Hold tilbake', 'it can be held');
  t.equal((await press(day, secretary, 'next')).statusCode, 303);
  t.notMatch((await play.anyone.get(`/prisen/${year.year}`)).body, 'Ingen fikk prisen');
  t.equal((await press(day, second, 'announce')).statusCode, 303);
  t.match((await play.anyone.get(`/prisen/${year.year}`)).body, 'Ingen fikk prisen');
  t.match((await play.anyone.get(`/prisen/${year.year}/skjerm`)).body, 'Ingen fikk prisen');
});

t.test('the rehearsal has invented names, and touches nothing', async (t) => {
  const day = await theDay(t);
  const { secretary, anyone, remote, screen, year } = day;
  const prove = `${remote}/prove`;
  const seen = [];
  for (let i = 0; i < 4; i++) {
    await press(day, secretary, 'next', prove);
    seen.push(title((await secretary.get(`${prove}/skjerm`)).body));
  }
  t.same(seen, ['Solvika sykehjem', 'Fjellheim hjemmetjeneste', 'Eventyrdalen kommune', 'Og vinneren er …']);
  await press(day, secretary, 'announce', prove);
  const won = (await secretary.get(`${prove}/skjerm`)).body;
  t.equal(title(won), 'Fjellheim hjemmetjeneste');
  for (const name of nominees) t.notMatch(won, name);
  t.match(won, /<strong>Prøve<\/strong>/, 'it says what it is');
  await later(day, 5);
  t.match((await anyone.get(screen)).body, /Velkommen/, 'the screen in the hall has not moved');
  t.notMatch((await anyone.get(`/prisen/${year.year}`)).body, secretWords);
});

t.test('to the byte the same, whoever wins, until the press (OFF-5)', async (t) => {
  const worlds = [
    await theDay(t),
    await theDay(t, { winner: 'Ås helsehus', mention: 'Zakken omsorgssenter' }),
  ];
  /** Every answer of a ceremony, from the start to the moment before the press. */
  const recorded = await Promise.all(
    worlds.map(async (day) => {
      const answers: string[] = [];
      const keep = async (who: Client, path: string): Promise<void> => {
        const { statusCode, headers, body } = await who.get(path);
        const told = Object.entries(headers).filter(
          ([name]) => !['date', 'x-request-id', 'etag'].includes(name),
        );
        // Ids are of their world; an ETag is a hash of the body, which is compared itself.
        answers.push(
          JSON.stringify([path, statusCode, told, body]).replaceAll(
            /[0-9a-f]{8}-[0-9a-f-]{27}|\b[0-9a-f]{64}\b/g,
            '<id>',
          ),
        );
      };
      for (let i = 0; i < 5; i++) {
        await day.setClock(instant(day.ceremony.getTime() + i * 60_000));
        for (const path of [day.screen, `/nn${day.screen}`, `/en${day.screen}`]) await keep(day.anyone, path);
        for (const path of [day.remote, day.api, `${day.remote}/prove`]) await keep(day.secretary, path);
        if (i < 4) await press(day, day.secretary, 'next');
      }
      return answers;
    }),
  );
  t.same(recorded[0], recorded[1]);
  t.equal(recorded[0]?.length, 30);
});
