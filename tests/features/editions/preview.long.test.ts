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

t.test(
  'what is being written is shown as it will be seen, beside the editor, and nothing of it is kept',
  async (t) => {
    const play = await playground(t);
    const { db } = play.services;
    const year = await plannedYear(db);
    const before = await datesOf(db, year.id);
    await play.setClock(addDays(before.opens_at, -30));
    const secretary = await play.as('secretary@example.no');
    const juror = await play.as('juror@example.no');
    const here = `/sekretariat/${year.id}/kriterier`;
    const SHOWN = /<div[^>]*id="slik-blir-det"[\s\S]*<\/main>/;
    const { criteria, questions } = (await secretary.get(`/api/v1/editions/${year.id}`)).json();
    const stored = async () => [
      await datesOf(db, year.id),
      await db.selectFrom('criteria').selectAll().orderBy('id').execute(),
      await db.selectFrom('questions').selectAll().orderBy('id').execute(),
    ];
    const was = await stored();

    const opened = await secretary.get(`${here}/kriterium/${criteria[0].id}`);
    t.match(read(opened.body, SHOWN), criteria[0].texts.nb.name, 'what is stored, to begin with');
    t.match(opened.body, /data-shows="slik-blir-det"/);
    t.same(await htmlProblems(opened.body), []);

    // Half written: there is no name in nynorsk yet.
    const criterion = {
      version: String(before.version),
      kind: 'assessed',
      weight: '3',
      'name-nb': 'Kanarifugl i gruva',
      'name-nn': '',
      'description-nb': 'Hvem sier fra?',
      'prompts-nb': 'Er det trygt å si fra?\nHva skjer etterpå?',
      then: 'show',
    };
    const written = await secretary.post(`${here}/kriterium/ny`, criterion);
    t.equal(written.statusCode, 200);
    t.same(await htmlProblems(written.body), []);
    const ballot = read(written.body, SHOWN);
    t.match(ballot, /Vurderingskriterium · vekt 3/i);
    t.match(ballot, /Kanarifugl i gruva/);
    t.match(ballot, /Hva skjer etterpå\?/);
    t.match(ballot, /Framifrå: eit førebilete/, 'the words of the scale, in nynorsk too');
    t.match(written.body, /value="Kanarifugl i gruva"/, 'what was typed stays');
    const must = await secretary.post(`${here}/kriterium/ny`, { ...criterion, kind: 'must' });
    t.notMatch(read(must.body, SHOWN), /Framifrå/);
    t.match(read(must.body, SHOWN), /Ja\s+Nei/);

    const question = {
      version: String(before.version),
      section: 'facts',
      kind: 'table',
      'label-nb': 'Hvem var med?',
      'label-nn': 'Kven var med?',
      'columns-nb': 'Navn\n# Antall',
      'columns-nn': 'Namn\n# Tal',
      then: 'show',
    };
    const table = await secretary.post(`${here}/sporsmal/${questions[0].id}`, question);
    t.equal(table.statusCode, 200);
    t.same(await htmlProblems(table.body), []);
    t.match(read(table.body, SHOWN), /Hvem var med\?[\s\S]*Antall[\s\S]*Kven var med\?[\s\S]*Tal/);
    const choices = await secretary.post(`${here}/sporsmal/ny`, {
      ...question,
      kind: 'choices',
      'options-nb': 'Sykehjem\nHjemmetjeneste',
    });
    t.match(read(choices.body, SHOWN), /Hjemmetjeneste/);
    t.equal((await juror.post(`${here}/kriterium/ny`, criterion)).statusCode, 403);
    t.same(await stored(), was, 'nothing is kept');
  },
);

t.test('the order: up, down and to any place, each once and never outside the list', async (t) => {
  const play = await playground(t);
  const { db } = play.services;
  const year = await plannedYear(db);
  await play.setClock(addDays((await datesOf(db, year.id)).opens_at, -30));
  const secretary = await play.as('secretary@example.no');
  const order = async (): Promise<string[]> =>
    (await secretary.get(`/api/v1/editions/${year.id}`)).json().criteria.map(({ id }: { id: string }) => id);
  const at = await order();
  const move = async (id: string, how: string, rest: object = {}) => {
    const path = `/sekretariat/${year.id}/kriterier/kriterium/${id}/${how}`;
    return (await secretary.post(path, { version: String(await year.version()), ...rest })).statusCode;
  };
  const [first = '', second = '', third = ''] = at;
  t.equal(await move(first, 'ned'), 303);
  t.same((await order()).slice(0, 3), [second, first, third]);
  t.equal(await move(first, 'opp'), 303);
  t.same(await order(), at);
  t.equal(await move(first, 'plass', { [`to-${first}`]: '3' }), 303);
  t.same((await order()).slice(0, 3), [second, third, first]);
  t.equal(await move(first, 'plass', { [`to-${first}`]: '99' }), 303);
  t.equal((await order()).at(-1), first, 'past the last is last');
  t.equal(await move(first, 'ned'), 303);
  t.equal((await order()).at(-1), first);
  t.equal(await move(first, 'plass', { [`to-${first}`]: '0' }), 422);
  t.same((await order()).toSorted(), at.toSorted());
  const page = (await secretary.get(`/sekretariat/${year.id}/kriterier`)).body;
  t.same(await htmlProblems(page), []);
});

t.test('the words of the scale: what is wrong is said at its field', async (t) => {
  const play = await playground(t);
  const year = await plannedYear(play.services.db);
  await play.setClock(addDays((await datesOf(play.services.db, year.id)).opens_at, -30));
  const secretary = await play.as('secretary@example.no');
  const refused = await secretary.post(`/sekretariat/${year.id}/oppsett/skala`, {
    version: '0',
    '3-nn': 'x'.repeat(301),
  });
  t.equal(refused.statusCode, 422);
  t.match(refused.body, /href="#field-3-nn">Poeng 3 \(nynorsk\):/);
  t.match(refused.body, /id="field-3-nn"[^>]*aria-invalid="true"/);
});
