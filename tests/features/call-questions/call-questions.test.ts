/** Questions about the call (issue 5 §2): anybody asks, everybody reads the answer, and who asked is told to nobody. */
import pino from 'pino';
import { sql } from 'kysely';
import t from 'tap';
import { applyDue } from '../../../src/features/due.ts';
import { addDays, addMinutes, realNow } from '../../../src/platform/clock.ts';
import { formStamp } from '../../../src/platform/http/open-form.ts';
import { openCall } from '../../helpers/applying.ts';

const call = await openCall(t);
const { db, config } = call.services;
const editionId = call.year.id;
const secretary = await call.as('secretary@example.no');
const log = pino({ level: 'silent' });
/** As somebody who has had the page open for a minute. */
const waited = () => formStamp(config.sessionSecret, addMinutes(realNow(), -1));
const ask = (question: string, rest: object = {}) =>
  call.anyone.post('/sporsmal', { question, stamp: waited(), ...rest });
const withoutId = ({ requestId: _, instance: __, ...rest }: Record<string, unknown>) => rest;
const both = (text: string) => ({ nb: text, nn: `${text} (nynorsk)` });
const ADDRESS = 'per.undrende@kommune.example';
const listed = async () =>
  (await secretary.get(`/api/v1/editions/${editionId}/call-questions`)).json<{
    questions: {
      id: string;
      asked: string;
      email: string | null;
      state: string;
      version: number;
      cameBy: string;
    }[];
  }>().questions;
const idOf = async (word: string) => (await listed()).find(({ asked }) => asked.includes(word))?.id ?? '';
const answer = (id: string, version: number, text: string, rest: object = {}) =>
  secretary.post(`/api/v1/call-questions/${id}/answers`, {
    version,
    question: both(`Kan vi ${text}?`),
    answer: both(`Ja, dere kan ${text}.`),
    ...rest,
  });
const page = async (at = '/utlysning/sporsmal') => (await call.anyone.get(at)).body;
const publicSurfaces = [
  '/utlysning/sporsmal',
  '/nn/utlysning/sporsmal',
  '/en/utlysning/sporsmal',
  '/utlysning',
  '/feed.atom',
  '/feed.json',
  '/sitemap.xml',
  '/api/v1/public/editions/2026/answers',
  '/api/v1/public/call',
];

t.test(
  'the form: no sign-in, no script; what programs do is refused, and nothing that was typed is lost',
  async (t) => {
    const form = await call.anyone.get('/sporsmal');
    t.equal(form.statusCode, 200);
    t.match(form.body, /<div hidden>.*name="website"/s);
    t.notMatch(form.body, /<script[^>]+src="https?:/);
    const atOnce = await ask('Kan vi søke på vegne av tre?', { stamp: formStamp(config.sessionSecret) });
    t.equal(atOnce.statusCode, 422, 'nobody writes in no time');
    t.match(atOnce.body, /Alt du skrev, står her ennå/);
    t.match(atOnce.body, 'Kan vi søke på vegne av tre?');
    const [, again = ''] = /name="stamp" value="([^"]+)"/.exec(atOnce.body) ?? [];
    const forged = await ask('x', { stamp: `${addMinutes(realNow(), -1).toISOString()}.${'x'.repeat(43)}` });
    t.equal(forged.statusCode, 422);
    t.equal((await ask('x', { stamp: '' })).statusCode, 422);
    const trapped = await ask('Kjøp billig', { website: 'https://spam.example' });
    t.equal(trapped.statusCode, 422);
    t.notMatch(trapped.body, /<div hidden>/, 'a person can see the field, and empty it');
    t.same(await listed(), []);
    t.equal(
      (await ask('Kan vi søke på vegne av tre?', { stamp: again })).headers.location,
      '/sporsmal?gjort=sendt',
    );
    const wrong = await ask('Hei', { email: 'ikke en adresse' });
    t.equal(wrong.statusCode, 422);
    t.match(wrong.body, 'value="ikke en adresse"');
    t.equal((await ask('   ')).statusCode, 422);
  },
);

t.test(
  'what was asked is for the secretariat alone, as a task; a foreign id answers as an unknown one',
  async (t) => {
    t.equal(
      (await ask('Gjelder ordningen KANARI-FUGL?', { email: ` ${ADDRESS.toUpperCase()} ` })).statusCode,
      303,
    );
    const id = await idOf('KANARI');
    t.ok(id);
    for (const surface of publicSurfaces) t.notMatch(await page(surface), /KANARI|per\.undrende/i, surface);
    t.match((await secretary.get('/min-side')).body, 'Svar på 2 spørsmål om utlysningen');
    const here = `/sekretariat/${editionId}/sporsmal-og-svar`;
    t.match((await secretary.get(`${here}/${id}`)).body, ADDRESS);
    // Whoever may read the year is told that this is not theirs to do; for an applicant the desk of the year is not there.
    for (const [email, ofYear] of [
      ['chair@example.no', 403],
      ['leader@example.no', 403],
      ['applicant@example.no', 404],
    ] as const) {
      const other = await call.as(email);
      t.notMatch((await other.get('/min-side')).body, 'spørsmål om utlysningen');
      for (const [at, status] of [
        [here, ofYear],
        [`/api/v1/editions/${editionId}/call-questions`, ofYear],
        // A question that is not one's to answer is answered like one that there is not.
        [`${here}/${id}`, 404],
        [`${here}/${crypto.randomUUID()}`, 404],
      ] as const) {
        const refused = await other.get(at);
        t.equal(refused.statusCode, status, `${email} ${at}`);
        t.notMatch(refused.body, /KANARI|per\.undrende/);
      }
      const answer = { version: 0, question: both('x'), answer: both('x') };
      for (const [action, body] of [
        ['events', { type: 'setAside', version: 0 }],
        ['answers', answer],
      ] as const) {
        const [known, unknown] = await Promise.all(
          [id, crypto.randomUUID()].map((one) => other.post(`/api/v1/call-questions/${one}/${action}`, body)),
        );
        t.equal(known!.statusCode, 404, `${email} ${action}`);
        t.same(
          withoutId(known!.json()),
          withoutId(unknown!.json()),
          `${email} ${action}: nothing tells them apart`,
        );
      }
    }
  },
);

t.test(
  'an answer takes both forms, is public at once, and a letter with a link goes to whoever left an address',
  async (t) => {
    const id = await idOf('KANARI');
    const lacking = await secretary.post(`/sekretariat/${editionId}/sporsmal-og-svar/${id}`, {
      version: '0',
      'question.nb': 'Gjelder det alle?',
      'question.nn': 'Gjeld det alle?',
      'answer.nb': 'Ja, alle.',
      'answer.nn': ' ',
    });
    t.equal(lacking.statusCode, 422);
    t.match(lacking.body, 'Ja, alle.', 'nothing that was typed is lost');
    t.match(lacking.body, /Svaret på nynorsk: /);
    t.notMatch(await page(), 'Ja, alle.');
    t.same((await answer(id, 0, 'være med')).json(), { number: 1, version: 1 });
    t.match(await page(), /id="svar-1"[\s\S]*Kan vi være med\?[\s\S]*Ja, dere kan være med\./);
    t.match(await page('/nn/utlysning/sporsmal'), 'Ja, dere kan være med. (nynorsk)');
    t.match(await page('/en/utlysning/sporsmal'), /lang="nb"[^>]*>Kan vi være med\?/);
    t.match(await page('/utlysning'), 'Spørsmål og svar (1)');
    t.match(await page('/feed.atom'), 'Ett spørsmål om utlysningen er besvart.');
    for (const surface of publicSurfaces) t.notMatch(await page(surface), /KANARI|per\.undrende/i, surface);
    const letters = await db
      .selectFrom('letters')
      .selectAll()
      .where('template', '=', 'questionAnswered')
      .execute();
    t.match(letters, [{ email: ADDRESS, person_id: null }]);
    t.match(letters[0]?.body, '\n/utlysning/sporsmal#svar-1\n');
    t.notMatch(letters[0]?.body, 'KANARI');
  },
);

t.test(
  'two who answer at once: one does, the other is told; each answer has a place of its own',
  async (t) => {
    const id = await idOf('på vegne');
    const both = await Promise.all([answer(id, 0, 'søke sammen'), answer(id, 0, 'søke sammen')]);
    t.same(both.map(({ statusCode }) => statusCode).toSorted(), [201, 409]);
    for (const word of ['ett', 'to']) await ask(`Spørsmål nummer ${word}`);
    const ids = [await idOf('nummer ett'), await idOf('nummer to')];
    const made = await Promise.all(ids.map((one) => answer(one, 0, 'spørre')));
    t.same(made.map((one) => one.json<{ number: number }>().number).toSorted(), [3, 4]);
  },
);

t.test(
  'a correction is a new version that says what it corrects; the former one stays readable',
  async (t) => {
    const id = await idOf('KANARI');
    t.equal((await answer(id, 1, 'delta')).statusCode, 422, 'what is corrected has to be said');
    t.equal((await answer(id, 0, 'delta', { change: both('Nytt') })).statusCode, 409);
    await call.setClock(addMinutes(call.during, 60));
    t.equal((await answer(id, 1, 'delta', { change: both('Det heter delta') })).statusCode, 201);
    t.match(
      await page(),
      /Ja, dere kan delta\.[\s\S]*Rettet [^<]*: Det heter delta[\s\S]*Ja, dere kan være med\./,
    );
    const { answers } = (await call.anyone.get('/api/v1/public/editions/2026/answers')).json<{
      answers: { number: number; versions: { version: number }[] }[];
    }>();
    t.same(
      answers[0]?.versions.map(({ version }) => version),
      [2, 1],
    );
    const told = await db
      .selectFrom('letters')
      .select('subject')
      .where('template', '=', 'questionAnswered')
      .execute();
    t.equal(told.length, 2);
    await t.rejects(db.updateTable('call_answers').set({ answer_nb: 'x' }).execute(), /permission denied/);
    await t.rejects(db.deleteFrom('call_questions').execute(), /permission denied/);
    await t.rejects(db.updateTable('call_questions').set({ asked: 'x' }).execute(), /not rewritten/);
  },
);

t.test('taken down, nothing of it is left to read; answered anew, only the new words show', async (t) => {
  const id = await idOf('KANARI');
  const take = (version: number) =>
    secretary.post(`/api/v1/call-questions/${id}/events`, { type: 'takeDown', version });
  t.equal((await take(1)).statusCode, 409, 'what was not read is not taken down');
  t.equal((await take(2)).statusCode, 204);
  t.equal((await take(2)).statusCode, 409, 'once');
  for (const surface of publicSurfaces) t.notMatch(await page(surface), /kan delta|være med/, surface);
  t.match(await page(), /Dette svaret er tatt ned/);
  t.equal((await answer(id, 2, 'delta likevel', { change: both('Skrevet på nytt') })).statusCode, 201);
  t.match(await page(), 'delta likevel');
  t.notMatch(await page(), 'være med');
});

t.test('set aside without an answer, and answered after all', async (t) => {
  await ask('Har dere ledig jobb?');
  const id = await idOf('ledig jobb');
  const aside = () =>
    secretary.post(`/sekretariat/${editionId}/sporsmal-og-svar/${id}/legg-til-side`, { version: '0' });
  t.equal((await aside()).statusCode, 303);
  t.equal((await aside()).statusCode, 409);
  t.notMatch((await secretary.get('/min-side')).body, 'spørsmål om utlysningen');
  t.equal((await answer(id, 0, 'jobbe her')).statusCode, 201);
  t.match(
    (await listed()).find((one) => one.id === id),
    { state: 'answered' },
  );
});

t.test(
  'one that came by telephone is written down by the secretariat, and answered like the others',
  async (t) => {
    const here = `/sekretariat/${editionId}/sporsmal-og-svar`;
    t.match((await secretary.get(here)).body, 'Skriv inn et spørsmål');
    const lacking = await secretary.post(here, {
      question: 'TELEFON-UGLE?',
      cameBy: 'phone',
      language: 'nn',
      email: 'feil',
    });
    t.equal(lacking.statusCode, 422);
    t.match(lacking.body, 'TELEFON-UGLE?', 'nothing that was typed is lost');
    t.match(lacking.body, 'value="feil"');
    t.equal((await secretary.post(here, { question: ' ', cameBy: 'phone', language: 'nb' })).statusCode, 422);
    const given = {
      question: 'TELEFON-UGLE?',
      cameBy: 'phone',
      language: 'nn',
      email: 'ringte@kommune.example',
    };
    const made = await secretary.post(here, given);
    const id = await idOf('TELEFON-UGLE');
    t.equal(made.headers.location, `${here}/${id}?gjort=registrert`);
    t.match((await secretary.get(made.headers.location ?? '')).body, /Kom på telefon\. Skrevet inn av /);
    t.match((await secretary.get('/min-side')).body, 'Svar på ett spørsmål om utlysningen');
    for (const surface of publicSurfaces) t.notMatch(await page(surface), /TELEFON-UGLE|ringte/, surface);
    t.equal((await answer(id, 0, 'ringe')).statusCode, 201);
    t.match(await page(), 'Ja, dere kan ringe.');
    t.notMatch(await page(), /TELEFON-UGLE|på telefon/i, 'nor that it came by telephone');
    const letter = await db
      .selectFrom('letters')
      .select(['email', 'language'])
      .where('template', '=', 'questionAnswered')
      .where('email', '=', 'ringte@kommune.example')
      .execute();
    t.same(letter, [{ email: 'ringte@kommune.example', language: 'nn' }]);
    const api = `/api/v1/editions/${editionId}/call-questions`;
    const byApi = await secretary.post(api, { question: 'Kom i posten?', cameBy: 'other' });
    t.equal(byApi.statusCode, 201);
    t.equal((await secretary.post(api, { question: 'x', cameBy: 'form' })).statusCode, 422);
    t.match(
      (await listed()).find(({ asked }) => asked === 'Kom i posten?'),
      { cameBy: 'other', state: 'open' },
    );
    // Whoever may read the year is told that this is not theirs to do; for an applicant the desk of the year is not there.
    for (const [email, refused] of [
      ['chair@example.no', 403],
      ['leader@example.no', 403],
      ['applicant@example.no', 404],
    ] as const) {
      const other = await call.as(email);
      const [known, unknown] = await Promise.all(
        [editionId, crypto.randomUUID()].map((one) =>
          other.post(`/api/v1/editions/${one}/call-questions`, { question: 'x', cameBy: 'phone' }),
        ),
      );
      t.same([known!.statusCode, unknown!.statusCode], [refused, 404], email);
    }
  },
);

t.test('too much from one network is refused, and so is too much to one address', async (t) => {
  const found = [];
  for (let i = 0; i < 6; i++)
    found.push((await ask(`Mye ${i}`, { email: 'mange@kommune.example' })).statusCode);
  t.same(found.slice(0, 4), [303, 303, 303, 429]);
  const many = [];
  for (let i = 0; i < 8; i++)
    many.push((await call.anyone.post('/api/v1/call-questions', { question: `Mer ${i}` })).statusCode);
  t.equal(many.at(-1), 429);
  t.notMatch(JSON.stringify(await db.selectFrom('call_questions').selectAll().execute()), '127.0.0.1');
});

t.test('one’s own data hold what was asked from one’s own address (GDPR-5)', async (t) => {
  const person = await call.as(ADDRESS);
  const own = (await person.get('/api/v1/me/data')).json<{ callQuestions: { asked: string }[] }>();
  t.match(own.callQuestions, [{ asked: 'Gjelder ordningen KANARI-FUGL?' }]);
});

t.test(
  'when the call has closed nobody can ask, and every address is gone, also from the letters',
  async (t) => {
    const at = call.dates.closes_at;
    await call.setClock(at);
    t.equal((await ask('For sent?')).statusCode, 409);
    t.match(await page('/sporsmal'), 'Ingen utlysning er åpen nå');
    const late = { question: 'For sent på telefon?', cameBy: 'phone' };
    t.equal((await secretary.post(`/api/v1/editions/${editionId}/call-questions`, late)).statusCode, 409);
    t.notMatch(
      (await secretary.get(`/sekretariat/${editionId}/sporsmal-og-svar`)).body,
      'Skriv inn et spørsmål',
    );
    await Promise.all([applyDue({ db, log, config }, at), applyDue({ db, log, config }, at)]);
    t.same((await listed()).map(({ email }) => email).filter(Boolean), []);
    t.notMatch(JSON.stringify(await db.selectFrom('letters').selectAll().execute()), ADDRESS);
    t.match(await page(), 'delta likevel', 'the answers stay');
  },
);

t.test('two years later what people wrote is erased by the schedule; the answers stay', async (t) => {
  const end = addDays(call.dates.closes_at, 200);
  await call.year.send('secretary', end, 'cancel', { reason: 'Ingen pris i år' });
  const { rows } = await sql<{
    due: boolean;
  }>`select true as due from retention_due(${addDays(end, 800)}) d where d.rule = 'questions'`.execute(db);
  t.same(rows, [{ due: true }]);
  await sql`select erase('questions', ${editionId}, ${addDays(end, 800)})`.execute(db);
  const left = JSON.stringify(await db.selectFrom('call_questions').selectAll().execute());
  t.notMatch(left, 'KANARI');
  t.match(JSON.stringify(await db.selectFrom('call_answers').selectAll().execute()), 'delta likevel');
});
