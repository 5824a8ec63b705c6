/** Before a phase begins: what is missing is said with its place, and the calendar warns and never stops. */
import { aboutInput, eventTypes, needsOf } from '../../../workflows/requirements.ts';
import { editionMachine } from '../../../workflows/edition.ts';
import { remedies } from '../../../src/features/editions/views-remedies.ts';
import t from 'tap';
import { addDays, dayOf, osloInstant } from '../../../src/platform/clock.ts';
import { cautions, easterOf, holidayOn } from '../../../src/features/editions/calendar.ts';
import { translationGaps } from '../../../src/features/editions/translations.ts';
import { playground } from '../../helpers/client.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { judgingYear } from '../../helpers/jury-year.ts';
import { datesOf, plannedYear } from '../../helpers/year.ts';

t.test('Easter, and what is counted from it, for years that are known', async (t) => {
  for (const [year, month, day] of [
    [2000, 4, 23],
    [2008, 3, 23],
    [2022, 4, 17],
    [2026, 4, 5],
    [2027, 3, 28],
    [2038, 4, 25],
    [2049, 4, 18],
  ] as const)
    t.same(easterOf(year), { month, day }, String(year));
  const on = (date: string) => holidayOn(dayOf(osloInstant(date, '12:00')));
  t.same(
    ['2026-04-02', '2026-04-03', '2026-04-06', '2026-05-14', '2026-05-25', '2026-05-17', '2026-12-24'].map(
      on,
    ),
    ['maundyThursday', 'goodFriday', 'easter', 'ascension', 'pentecost', 'constitutionDay', 'christmas'],
  );
  t.same(['2026-04-07', '2026-05-15', '2026-06-23'].map(on), [undefined, undefined, undefined]);
});

const good = {
  announcesAt: osloInstant('2026-04-13', '10:00') as Date | null,
  opensAt: osloInstant('2026-04-27', '08:00'),
  closesAt: osloInstant('2026-09-18'),
  judgingEndsAt: osloInstant('2026-10-29'),
  finalistsAt: osloInstant('2026-11-11', '10:00'),
  ceremonyAt: osloInstant('2026-12-11', '12:00'),
};

t.test('the calendar: each warning at the date that it is about, and none on good dates', async (t) => {
  const across = { field: 'judgingEndsAt', kind: 'acrossAutumn' };
  t.same(cautions(good), [across], 'a judging across weeks 40 and 41 is said, however long it is');
  const of = (change: Partial<typeof good>) =>
    cautions({ ...good, ...change })
      .filter((one) => one.kind !== 'acrossAutumn')
      .map((one) => [one.field, one.kind, ...('days' in one ? [one.days] : [])]);
  t.same(of({ ceremonyAt: osloInstant('2026-12-12', '12:00') }), [['ceremonyAt', 'weekend']]);
  t.same(
    of({ closesAt: osloInstant('2026-09-19') }),
    [],
    'midnight after a Friday is the Friday that people know',
  );
  t.same(of({ closesAt: osloInstant('2026-09-20') }), [['closesAt', 'weekend']]);
  t.same(of({ opensAt: osloInstant('2026-05-14', '08:00') }), [['opensAt', 'holiday']]);
  t.same(of({ opensAt: osloInstant('2026-07-15', '08:00') }), [['opensAt', 'summerLeave']]);
  t.same(
    of({ judgingEndsAt: osloInstant('2026-10-09') }),
    [
      ['judgingEndsAt', 'autumnHoliday'],
      ['judgingEndsAt', 'short', 6],
    ],
    'days of the autumn holiday are not worked',
  );
  t.same(of({ announcesAt: osloInstant('2026-04-25', '10:00') }), [
    ['announcesAt', 'weekend'],
    ['opensAt', 'short', 1],
  ]);
  t.same(of({ announcesAt: null }), [], 'an announcement that is not planned is nothing to warn about');
  t.same(of({ finalistsAt: osloInstant('2026-10-30', '10:00') }), [['finalistsAt', 'short', 2]]);
  t.same(
    of({ opensAt: osloInstant('2026-06-29', '08:00'), closesAt: osloInstant('2026-08-18') }),
    [
      ['opensAt', 'summerLeave'],
      ['closesAt', 'short', 11],
    ],
    'nor those of July',
  );
  t.same(of({ judgingEndsAt: osloInstant('2026-09-26') }), [['judgingEndsAt', 'short', 6]]);
  t.same(of({ finalistsAt: osloInstant('2026-12-09', '10:00') }), [['ceremonyAt', 'short', 2]]);
  t.same(of({ opensAt: osloInstant('2026-09-10', '08:00') }), [['closesAt', 'short', 5]]);
});

t.test(
  'a text that is said in one form must be said in the other; one that is said in neither is left alone',
  async (t) => {
    const edition = {
      texts: {},
      scoring: true,
      scale_min: 1,
      scale_max: 2,
      scale_words: { 1: { nb: 'Lite', nn: '' } },
    };
    const question = (texts: object) => ({ id: 'q', texts: texts as never });
    const gaps = translationGaps({
      edition,
      criteria: [
        {
          id: 'c',
          texts: {
            nb: { name: 'Verdighet', description: '' },
            nn: { name: 'Verdigheit', description: 'Ei forklaring' },
          },
        },
      ],
      questions: [
        question({ nb: { label: 'Hva?' }, nn: { label: 'Kva?' } }),
        question({ nb: { label: 'Hvem?', prompts: ['Navn'] }, nn: { label: 'Kven?', prompts: [] } }),
      ],
    }).filter(({ part }) => part !== 'texts');
    t.same(gaps, [
      { part: 'criteria', lang: 'nb', id: 'c', name: 'Verdigheit' },
      { part: 'questions', lang: 'nn', id: 'q', name: 'Hvem?' },
      { part: 'scale', lang: 'nn', id: '1', name: 'Lite' },
    ]);
  },
);

async function set(t: Parameters<typeof playground>[0]) {
  const play = await playground(t);
  const { db } = play.services;
  const year = await plannedYear(db);
  const dates = await datesOf(db, year.id);
  await play.setClock(addDays(dates.opens_at, -14));
  const secretary = await play.as('secretary@example.no');
  const announce = async () =>
    secretary.post(`/api/v1/editions/${year.id}/events`, { type: 'announce', version: await year.version() });
  return { ...play, db, year, secretary, announce };
}

t.test(
  'SPR-3: the call is not announced with a criterion or a question in one language, nor without a form',
  async (t) => {
    const { db, year, secretary, announce } = await set(t);
    const api = `/api/v1/editions/${year.id}`;
    const { criteria, questions, version } = (await secretary.get(api)).json();
    const [first] = criteria;
    await secretary.send('PUT', `${api}/criteria`, {
      version,
      criteria: criteria.with(0, {
        ...first,
        texts: { ...first.texts, nn: { ...first.texts.nn, description: '' } },
      }),
    });
    const read = (await secretary.get(api)).json();
    t.same(read.missingTranslations, [
      { part: 'criteria', lang: 'nn', id: first.id, name: first.texts.nb.name },
    ]);
    const refused = await announce();
    t.equal(refused.statusCode, 409);
    t.match(refused.json().errors, [
      { requirement: 'textsComplete', message: /Verdighet og integritet \(nn\)/ },
    ]);
    const page = (await secretary.get(`/sekretariat/${year.id}`)).body;
    t.match(page, `/sekretariat/${year.id}/kriterier/kriterium/${first.id}`, 'with the place that mends it');
    t.match(page, /Kriterium: Verdighet og integritet, mangler på nynorsk/);
    t.same(await htmlProblems(page), []);
    const at = await year.version();
    await secretary.send('PUT', `${api}/criteria`, { version: at, criteria });
    await secretary.send('PUT', `${api}/questions`, { version: at + 1, questions: [] });
    t.match((await announce()).json().errors, [{ requirement: 'hasForm' }]);
    await secretary.send('PUT', `${api}/questions`, {
      version: at + 2,
      questions: questions.map(({ id: _, ...question }: { id: string }) => question),
    });
    t.equal((await announce()).statusCode, 200);
    t.same((await secretary.get(api)).json().missingTranslations, []);
    t.equal((await datesOf(db, year.id)).state, 'announced');
  },
);

t.test(
  'the call is not announced half set up: bare levels, nothing to give points on, a jury too small',
  async (t) => {
    const { db, year, secretary, announce } = await set(t);
    const api = `/api/v1/editions/${year.id}`;
    const change = async (patch: object) =>
      secretary.send('PATCH', api, { version: await year.version(), ...patch });
    const unmet = async () => (await announce()).json().errors;

    await change({ scaleMax: 8 });
    t.match(await unmet(), [{ requirement: 'scaleWords', message: /: 7, 8$/ }]);
    t.match((await secretary.get(`/sekretariat/${year.id}`)).body, `/sekretariat/${year.id}/oppsett#skala`);
    await change({ scaleWords: { 7: { nb: 'Sjelden', nn: '' }, 8: { nb: 'Aldri sett', nn: 'Aldri sett' } } });
    t.match(
      await unmet(),
      [{ requirement: 'textsComplete', message: /7 \(nn\)/ }],
      'said in one form, it is a missing translation',
    );
    await change({ scaleMax: 6 });

    const { criteria } = (await secretary.get(api)).json();
    const musts = criteria.map(({ id: _, weight: __, ...one }: { id: string; weight: number }) => ({
      ...one,
      kind: 'must',
    }));
    await secretary.send('PUT', `${api}/criteria`, { version: await year.version(), criteria: musts });
    t.match(await unmet(), [{ requirement: 'hasAssessedCriterion' }]);
    await change({ scoring: false });
    const seats = await db.selectFrom('seats').select('id').where('edition_id', '=', year.id).execute();
    await change({ quorum: seats.length + 1 });
    t.match(await unmet(), [{ requirement: 'jurySeatsSet', message: /Varamedlemmer teller ikke/ }]);
    await change({ quorum: seats.length });
    t.equal((await announce()).statusCode, 200, 'without points, musts are enough');
  },
);

t.test(
  'a year in a week-end is warned about, on the page and over the API, and announced all the same',
  async (t) => {
    const { year, secretary, announce } = await set(t);
    const { version } = (await secretary.get(`/api/v1/editions/${year.id}`)).json();
    await secretary.send('PATCH', `/api/v1/editions/${year.id}`, {
      version,
      ceremonyAt: osloInstant('2026-12-12', '12:00').toISOString(),
    });
    const { cautions: said } = (await secretary.get(`/api/v1/editions/${year.id}`)).json();
    t.match(
      said.find(({ field }: { field: string }) => field === 'ceremonyAt'),
      {
        kind: 'weekend',
        message: 'Prisutdeling: lørdag 12. desember 2026 er i en helg.',
      },
    );
    for (const path of ['', '/oppsett']) {
      const { body } = await secretary.get(`/sekretariat/${year.id}${path}`);
      t.match(body, /Prisutdeling: lørdag 12\. desember 2026 er i en helg\./, path);
      t.same(await htmlProblems(body), [], path);
    }
    t.equal((await announce()).statusCode, 200);
  },
);

t.test('a year is not put away while a letter waits or an objection has no answer', async (t) => {
  const { db, year, secretary } = await set(t);
  const now = addDays((await datesOf(db, year.id)).opens_at, -14);
  await year.send('secretary', now, 'cancel', { reason: 'Ingen pris i år' });
  await db
    .insertInto('letters')
    .values({
      key: 'waits',
      template: 'signInLink',
      language: 'nb',
      edition_id: year.id,
      email: 'a@example.no',
      subject: 'S',
      body: 'B',
      created_at: now,
    })
    .execute();
  const archive = async () =>
    secretary.post(`/api/v1/editions/${year.id}/events`, { type: 'archive', version: await year.version() });
  t.match((await archive()).json().errors, [{ requirement: 'lettersGone' }]);
  t.match((await secretary.get(`/sekretariat/${year.id}`)).body, `/sekretariat/${year.id}/brev`);
  await db.updateTable('letters').set({ state: 'failed' }).execute();
  t.match(
    (await archive()).json(),
    { state: 'archived' },
    'a refused letter is shown where it was sent, and stops nobody',
  );
});

/** Steps that nothing has to be prepared for here: publications have a page of their own, and taking back begins with its reason. */
const taken = new Set([
  'publishFinalists',
  'announceWinner',
  'announceNoAward',
  'retractFinalists',
  'retractWinner',
  'cancel',
]);

t.test('whatever stands before a step, whoever takes it, leads to where it is put right', async (t) => {
  const steps = Object.entries(editionMachine.config.states ?? {}).flatMap(([state]) =>
    eventTypes(editionMachine)
      .filter((event) => !taken.has(event))
      .map((event) => [event, needsOf(editionMachine, state, event) ?? []] as const),
  );
  for (const [event, wanted] of steps)
    for (const requirement of wanted.filter((name) => !aboutInput.has(name)))
      t.ok(remedies[requirement], `${event}: ${requirement}`);
});

/** Links in the first section of the overview. */
const nextLinks = (body: string) =>
  [...(/id="neste"[\s\S]*?<\/section>/.exec(body)?.[0] ?? '').matchAll(/<li data-met[\s\S]*?<\/li>/g)].map(
    ([item]) => /href="([^"]+)"/.exec(item)?.[1],
  );

t.test(
  'before each phase there is a checklist, for whoever follows the year, of links that open',
  async (t) => {
    const { db, year, secretary, announce, setClock, as } = await set(t);
    const home = `/sekretariat/${year.id}`;
    const chair = await as('chair@example.no');
    const seen = async (who: typeof secretary) => {
      const { body } = await who.get(home);
      t.same(await htmlProblems(body), []);
      for (const href of nextLinks(body))
        if (href) t.equal((await who.get(href.split('#')[0] as string)).statusCode, 200, href);
      return body;
    };
    t.match(await seen(chair), /Sekretariatet kunngjør utlysningen når dette er på plass/);
    await announce();
    const dates = await datesOf(db, year.id);
    await setClock(addDays(dates.opens_at, 1));
    const open = await seen(secretary);
    t.match(open, /Når fristen er ute, åpner sekretariatet søknadene for juryen/);
    t.match(open, 'Godkjenn minst én søknad for vurdering');
    t.ok(nextLinks(open).includes(`${home}/soknader`));
    t.notMatch(await seen(chair), `href="${home}/soknader"`, 'the chair is led nowhere that does not open');
  },
);

t.test(
  'while the jury judges, the secretariat sees what the chair needs for closing, and is led to it',
  async (t) => {
    const { clients, editionId } = await judgingYear(t, ['Eigersund', 'Modum']);
    const { body } = await clients.secretary.get(`/sekretariat/${editionId}`);
    t.match(body, /Juryleder avslutter vurderingen\. Dette må være på plass/);
    t.match(body, /Sørg for at alle søknadene har nok habile jurymedlemmer/);
    const links = nextLinks(body);
    t.ok(links.includes(`/sekretariat/${editionId}/jury`));
    for (const href of links)
      if (href) t.equal((await clients.secretary.get(href.split('#')[0] as string)).statusCode, 200, href);
    t.notMatch(body, /value="closeJudging"/, 'the step is the chair’s');
  },
);

t.test(
  'dates are looked at before they are saved: the calendar says what it says, and nothing is kept',
  async (t) => {
    const { db, year, secretary } = await set(t);
    const setup = `/sekretariat/${year.id}/oppsett`;
    const before = await datesOf(db, year.id);
    const written = {
      version: String(before.version),
      announcesAt: '2026-05-09',
      announcesAtTime: '10:00',
      opensAt: '2026-05-15',
      opensAtTime: '08:00',
      closesAt: '2026-10-15',
      closesAtTime: '23:59',
      judgingEndsAt: '2026-11-05',
      judgingEndsAtTime: '23:59',
      finalistsAt: '2026-11-16',
      finalistsAtTime: '10:00',
      ceremonyAt: '2026-12-12',
      ceremonyAtTime: '12:00',
      ceremonyPlace: 'Hamar',
    };
    const look = async (change: object = {}) =>
      secretary.post(`${setup}/datoer`, { ...written, ...change, then: 'show' });
    const looked = await look();
    t.equal(looked.statusCode, 200);
    t.match(looked.body, /Utlysningen kunngjøres \(planlagt\): lørdag 9\. mai 2026 er i en helg/);
    t.match(looked.body, /Prisutdeling: lørdag 12\. desember 2026 er i en helg/);
    t.match(looked.body, /value="Hamar"/, 'what was written stays');
    t.match(looked.body, /data-shows="kalender"/);
    t.same(await htmlProblems(looked.body), []);
    const refused = await look({ finalistsAt: '2026-11-01' });
    t.equal(refused.statusCode, 422);
    t.match(refused.body, /Dette må rettes før datoene kan lagres/);
    t.same(await datesOf(db, year.id), before, 'nothing is kept');

    await secretary.post(`${setup}/datoer`, written);
    const api = `/api/v1/editions/${year.id}`;
    t.equal((await secretary.get(api)).json().announcesAt, osloInstant('2026-05-09', '10:00').toISOString());
    t.match((await secretary.get(`/sekretariat/${year.id}`)).body, /Utlysningen kunngjøres \(planlagt\)/);
    const late = { version: await year.version(), announcesAt: osloInstant('2026-05-16').toISOString() };
    t.equal((await secretary.send('PATCH', api, late)).statusCode, 422, 'not after the opening');
    const { id } = (await secretary.post('/api/v1/editions', { year: 2027, copyFrom: year.id })).json();
    t.same(
      (await datesOf(db, id)).announces_at,
      addDays(osloInstant('2026-05-09', '10:00'), 364),
      'next year it is as many weeks later as the others',
    );
    await secretary.post(`${setup}/datoer`, {
      ...written,
      version: String(await year.version()),
      announcesAt: '',
      announcesAtTime: '',
    });
    t.equal((await datesOf(db, year.id)).announces_at, null, 'taken away again');
  },
);

t.test('five steps lead to the announcement: where one is, what is done and what is next', async (t) => {
  const { year, secretary, announce } = await set(t);
  const home = `/sekretariat/${year.id}`;
  await secretary.send('PATCH', `/api/v1/editions/${year.id}`, {
    version: await year.version(),
    texts: { nn: { prize: '' } },
  });
  const page = async (path: string) => {
    const { body } = await secretary.get(`${home}${path}`);
    t.same(await htmlProblems(body), [], path);
    return body;
  };
  t.match(await page('/oppsett'), /Du er på steg 2 av 5: Tekster på bokmål og nynorsk\./);
  t.match(await page('/kriterier'), /Du er på steg 3 av 5: Kriterier, skjema og poeng\. Det er ferdig\./);
  const jury = await page('/jury');
  t.match(jury, /steg 4 av 5/);
  t.match(jury, `Neste som ikke er ferdig: <a class="ds-link" href="${home}/oppsett#tekster">`);
  t.match(await page(''), /steg 5 av 5/);
  await secretary.send('PATCH', `/api/v1/editions/${year.id}`, {
    version: await year.version(),
    texts: { nn: { prize: 'Prisen' } },
  });
  t.equal((await announce()).statusCode, 200);
  t.notMatch(await page('/kriterier'), 'Oppsett i fem steg', 'there is nothing to set up any more');
});
