/** The call, the form and the ballot before the announcement, as they will be seen (issue 5 §1): exactly so, and by nobody else. */
import { sql } from 'kysely';
import t from 'tap';
import { startNomination } from '../../../src/features/nominations/commands.ts';
import { addDays, addMinutes } from '../../../src/platform/clock.ts';
import { playground } from '../../helpers/client.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { ballotOf, declareAll, judgingYear } from '../../helpers/jury-year.ts';
import { datesOf, plannedYear } from '../../helpers/year.ts';

/** What is read in a part of a page. */
const read = (html: string, part: RegExp): string => {
  const [found] = part.exec(html) ?? [];
  if (!found) throw new Error(`No ${part} in ${html.slice(0, 2000)}`);
  return found
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
};
const CALL = /<div class="ep-aside">[\s\S]*<\/main>/;
const FORM = /<form[^>]*id="del"[\s\S]*?<\/form>/;

t.test(
  'before the announcement: for the secretariat alone, live as it is saved, and nothing is kept',
  async (t) => {
    const play = await playground(t);
    const { db } = play.services;
    const year = await plannedYear(db);
    await play.setClock(addDays((await datesOf(db, year.id)).opens_at, -30));
    const [secretary, juror, leader, stranger] = await Promise.all(
      ['secretary', 'juror', 'leader', 'applicant'].map((who) => play.as(`${who}@example.no`)),
    );
    const base = `/sekretariat/${year.id}/forhandsvis`;
    const { questions } = (await secretary!.get(`/api/v1/editions/${year.id}`)).json();
    const { version } = (await secretary!.get(`/api/v1/editions/${year.id}`)).json();
    const [first, ...rest] = questions;
    first.texts.nn.label = 'Kanarifuglspørsmål på nynorsk';
    const put = await secretary!.send('PUT', `/api/v1/editions/${year.id}/questions`, {
      version,
      questions: [first, ...rest],
    });
    t.equal(put.statusCode, 200, put.body);
    const begins = await secretary!.get(`${base}/skjema?sprak=nn`);
    t.equal(begins.statusCode, 303);
    const step = String(begins.headers.location);
    const pages = [`${base}/utlysning`, step.replace('?sprak=nn', ''), `${base}/vurdering`];
    for (const page of pages)
      for (const lang of ['nb', 'nn', 'en']) {
        const shown = await secretary!.get(`${page}?sprak=${lang}`);
        t.equal(shown.statusCode, 200, shown.body.slice(0, 300));
        t.match(shown.body, `<html lang="${lang}"`);
        t.same(await htmlProblems(shown.body), [], `${page} ${lang}`);
      }
    t.match((await secretary!.get(`${base}/utlysning?sprak=nn`)).body, /Kanarifuglspørsmål/);
    t.match((await secretary!.get(step)).body, /Kanarifuglspørsmål/);
    t.notMatch((await secretary!.get(`${base}/utlysning?sprak=nb`)).body, /Kanarifuglspørsmål/);
    for (const page of pages) {
      t.equal((await juror!.get(page)).statusCode, 403);
      t.equal((await leader!.get(page)).statusCode, 403);
      t.equal((await stranger!.get(page)).statusCode, 404);
      t.equal((await play.anyone.get(page)).statusCode, 303, 'to the sign-in');
    }
    t.notMatch((await play.anyone.get('/nn/utlysning')).body, /Kanarifugl/, 'nothing of it is public');

    const events = async () => (await db.selectFrom('audit_events').select('id').execute()).length;
    const before = await events();
    const typed = { [`a-${questions[0].id}`]: 'kanari', [`v-${questions[0].id}`]: 0, then: 'stay' };
    const tried = await secretary!.post(step, typed);
    t.equal(tried.statusCode, 303);
    t.match(
      (await secretary!.get(String(tried.headers.location))).body,
      /Dette var ein prøve\. Ingenting vart lagra/,
    );
    const next = await secretary!.post(step, { ...typed, then: 'next' });
    t.match(
      String(next.headers.location),
      /\/del\/(?!om\?).*sprak=nn/,
      'on to the next page, in the same language',
    );
    t.equal((await secretary!.post(`${base}/vurdering`, { then: 'deliver' })).statusCode, 303);
    t.equal((await juror!.post(`${base}/vurdering`, {})).statusCode, 403);
    t.equal((await stranger!.post(step, typed)).statusCode, 404);
    t.same(
      [(await db.selectFrom('answers').select('question_id').execute()).length, await events()],
      [0, before],
    );

    for (const place of ['oppsett', 'kriterier'])
      t.match((await secretary!.get(`/sekretariat/${year.id}/${place}`)).body, `${base}/vurdering?sprak=nb`);
    await db
      .updateTable('editions')
      .set({ texts: sql`jsonb_set(texts, '{nn,purpose}', '""')` })
      .where('id', '=', year.id)
      .execute();
    t.match(
      (await secretary!.get(`/sekretariat/${year.id}`)).body,
      `${base}/skjema?sprak=nn`,
      'the check of missing translations leads to it',
    );
  },
);

t.test('exactly as it is seen afterwards: the call by everybody, the form by the applicant', async (t) => {
  const play = await playground(t);
  const { db } = play.services;
  const year = await plannedYear(db);
  const { opens_at } = await datesOf(db, year.id);
  const base = `/sekretariat/${year.id}/forhandsvis`;
  const secretary = await play.as('secretary@example.no');
  await year.send('secretary', addDays(opens_at, -7), 'announce');
  const during = addMinutes(opens_at, 5);
  await play.setClock(during);
  const { id } = await year.as('applicant', during, (unit) =>
    startNomination(unit, {
      editionId: year.id,
      kind: 'enterprise',
      organisation: 'Eksempel kommune',
      language: 'nb',
    }),
  );
  const applicant = await play.as('applicant@example.no');
  for (const [lang, prefix] of [
    ['nb', ''],
    ['nn', '/nn'],
  ]) {
    const shown = await secretary.get(`${base}/utlysning?sprak=${lang}`);
    const seen = await play.anyone.get(`${prefix}/utlysning`);
    t.equal(read(shown.body, CALL), read(seen.body, CALL), `the call, ${lang}`);
  }
  for (const step of ['om', 'kriterier-1', 'kriterier', 'tall', 'tillegg', 'godkjenning']) {
    const seen = await applicant.get(`/soknad/${id}/del/${step}`);
    const shown = await secretary.get(`${base}/skjema/del/${step}?sprak=nb`);
    t.equal(shown.statusCode, seen.statusCode, step);
    if (seen.statusCode === 200) t.equal(read(shown.body, FORM), read(seen.body, FORM), step);
  }
});

t.test('the ballot asks for what a juror is then asked for, in the words of the scale', async (t) => {
  const year = await judgingYear(t, ['Modum']);
  await declareAll(year);
  const { clients, editionId, nominations } = year;
  const sheet = await ballotOf(year, 'nina', nominations['Modum']!);
  const seen = (await clients.nina.get(`/jury/soknad/${nominations['Modum']}`)).body;
  const shown = (await clients.secretary.get(`/sekretariat/${editionId}/forhandsvis/vurdering?sprak=nb`))
    .body;
  for (const { criterionId } of sheet.scores) {
    const part = new RegExp(`<div id="kriterium-${criterionId}"[\\s\\S]*?<input type="hidden" data-version`);
    t.equal(read(shown, part), read(seen, part));
  }
  t.equal((await clients.nina.get(`/sekretariat/${editionId}/forhandsvis/vurdering`)).statusCode, 403);
});
