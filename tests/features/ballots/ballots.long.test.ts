import t from 'tap';
import {
  ballotOf,
  declareAll,
  deliverBallot,
  judgingYear,
  type Juror,
  type JuryYear,
  type Person,
} from '../../helpers/jury-year.ts';

const SECRET = 'Kanarivurdering som ingen andre skal se';

interface ProblemBody {
  type: string;
  detail: string;
  errors: { field?: string; requirement?: string; message: string }[];
}

/** Every address at which somebody's ballot could show. */
async function leaks(
  year: JuryYear,
  who: Person,
  words: readonly string[],
  ballotId: string,
): Promise<string[]> {
  const { editionId, nominations } = year;
  const found = [];
  const urls = [
    ...[
      '',
      '/nominations',
      '/ballots',
      '/progress',
      '/result',
      '/decisions',
      '/statements',
      '/conflicts',
      '/log',
      '/letters',
      '/publications',
    ].map((part) => `/api/v1/editions/${editionId}${part}`),
    ...Object.values(nominations).flatMap((id) =>
      ['', '/submission', '/statement', '/assessments', '/receipt'].map(
        (part) => `/api/v1/nominations/${id}${part}`,
      ),
    ),
    `/api/v1/ballots/${ballotId}`,
    '/api/v1/me',
    '/api/v1/public/editions',
    `/api/v1/public/editions/2026`,
    '/',
    '/jury',
    '/jury/leder',
    '/jury/resultat',
    '/jury/vedtak',
    '/min-side',
    '/min-side/profil',
    '/prisen/2026',
    '/utlysning',
    ...Object.values(nominations).flatMap((id) => [
      `/jury/soknad/${id}`,
      `/jury/resultat/${id}`,
      `/sekretariat/soknad/${id}`,
      `/soknad/${id}`,
    ]),
    ...['', '/jury', '/soknader', '/begrunnelser', '/offentliggjoring', '/logg', '/brev'].map(
      (part) => `/sekretariat/${editionId}${part}`,
    ),
  ];
  for (const url of urls) {
    const { body } = await year.clients[who].get(url);
    if (words.some((word) => body.includes(word))) found.push(url);
  }
  return found;
}

t.test('a ballot from the first word to the lock', async (t) => {
  const year = await judgingYear(t, ['Eigersund', 'Modum']);
  const { clients, nominations, db, dates, event } = year;
  const id = nominations['Eigersund']!;
  await declareAll(year);
  const sheet = await ballotOf(year, 'liv', id);
  const scored = sheet.scores.filter(({ weight }) => weight !== null);
  const [first] = scored as [(typeof scored)[0]];
  const patch = (body: object) => clients.liv.send('PATCH', `/api/v1/ballots/${sheet.id}/scores`, body);
  const send = (type: string, version: number) =>
    clients.liv.post(`/api/v1/ballots/${sheet.id}/events`, { type, version });

  await t.test('a score off the scale, fractional or as text is refused with the scale', async (t) => {
    for (const score of [0, 7, 3.5, 'fem', '5', true, [5], -1]) {
      const answer = await patch({ scores: [{ criterionId: first.criterionId, version: 0, score }] });
      t.equal(answer.statusCode, 422, JSON.stringify(score));
      t.match(answer.json<ProblemBody>(), {
        type: /score-off-scale/,
        errors: [{ field: 'scores.0.score', message: /fra 1 til 6/ }],
      });
    }
    t.equal((await ballotOf(year, 'liv', id)).state, 'assigned', 'nothing was begun by it');
  });

  await t.test('the first save starts it, and each criterion has its own version', async (t) => {
    const saved = await patch({
      scores: [{ criterionId: first.criterionId, version: 0, score: 4, assessment: SECRET }],
    });
    t.equal(saved.statusCode, 200);
    t.match(saved.json(), { version: 1, scores: { [first.criterionId]: 1 }, savedAt: /^2026-/ });
    const stale = await patch({ scores: [{ criterionId: first.criterionId, version: 0, score: 2 }] });
    t.equal(stale.statusCode, 409);
    t.match(stale.json<ProblemBody>(), { type: /conflict\/version/, errors: [{ field: first.criterionId }] });
    t.equal(
      (await patch({ scores: [{ criterionId: first.criterionId, version: 1, met: true }] })).statusCode,
      422,
      'yes and no are for musts',
    );
    t.equal(
      (await patch({ scores: [{ criterionId: sheet.id, version: 0, score: 4 }] })).statusCode,
      422,
      'a criterion that is none',
    );
    t.same(
      (await patch({ scores: [{ criterionId: first.criterionId, version: 1, notDescribed: true }] })).json<{
        scores: object;
      }>().scores,
      { [first.criterionId]: 2 },
    );
    t.match(
      (await ballotOf(year, 'liv', id)).scores.find(({ criterionId }) => criterionId === first.criterionId),
      { score: 1, notDescribed: true, assessment: SECRET },
    );
  });

  await t.test('delivering with gaps names each of them', async (t) => {
    const { version } = await ballotOf(year, 'liv', id);
    const refused = await send('deliver', version);
    t.equal(refused.statusCode, 409);
    const [error] = refused.json<ProblemBody>().errors;
    t.equal(error?.requirement, 'nothingMissing');
    t.match(error?.message, /Etisk kompetanse.*Forankring/);
    t.notMatch(error?.message, /Verdighet/, 'what is given is not missing');
  });

  await t.test('delivered, it is closed until its juror opens it again', async (t) => {
    await deliverBallot(year, 'liv', id, 5, SECRET);
    const { version } = await ballotOf(year, 'liv', id);
    t.match((await patch({ scores: [{ criterionId: first.criterionId, version: 3, score: 6 }] })).json(), {
      type: /ballot\/delivered/,
    });
    t.equal((await send('reopen', version)).statusCode, 200);
    t.equal((await send('reopen', version)).statusCode, 409, 'twice is once');
    await deliverBallot(year, 'liv', id, 5, SECRET);
  });

  await t.test('sealed: nobody else sees a word of it by any route, the secretariat included', async (t) => {
    for (const who of [
      'nina',
      'chair',
      'deputyChair',
      'secretary',
      'second',
      'leader',
      'vara',
      'applicant',
    ] as const) {
      t.same(await leaks(year, who, [SECRET], sheet.id), [], who);
      t.equal(
        (await clients[who].get(`/api/v1/ballots/${sheet.id}`)).statusCode,
        404,
        'a foreign ballot is like one that does not exist',
      );
    }
    const log = await db.selectFrom('audit_details').select('payload').execute();
    t.notMatch(JSON.stringify(log), SECRET, 'nor does the log');
    t.notMatch(
      JSON.stringify(await db.selectFrom('letters').select('body').execute()),
      SECRET,
      'nor a letter',
    );
  });

  await t.test('closing with ballots missing needs a reason, and locks what was delivered', async (t) => {
    await year.setClock(dates.after);
    const bare = await event('chair', 'closeJudging');
    t.equal(bare.statusCode, 409);
    t.match(bare.json<ProblemBody>().errors, [
      { requirement: 'everybodyDelivered', message: /Liv Torgersdal \(Modum\)/ },
      { requirement: 'enoughDelivered', message: /Modum \(\d levert, minst 3\)/ },
    ]);
    const page = await clients.chair.get('/jury/leder');
    t.match(
      page.body,
      /Disse søknadene har færre vurderinger enn det kreves[\s\S]*Modum \(\d levert, minst 3\)/,
    );
    t.equal((await event('nina', 'closeJudging', { reason: 'Jeg vil' })).statusCode, 403);
    t.equal((await event('chair', 'closeJudging', { reason: 'Fristen er ute.' })).statusCode, 200);
    t.equal((await ballotOf(year, 'liv', id)).state, 'locked');
    t.equal(
      (await patch({ scores: [{ criterionId: first.criterionId, version: 4, score: 6 }] })).statusCode,
      409,
    );
  });

  await t.test('the database itself refuses to change a locked ballot', async (t) => {
    await t.rejects(
      db.updateTable('ballot_scores').set({ score: 6 }).where('ballot_id', '=', sheet.id).execute(),
      /cannot be changed/,
    );
    const noRight = { code: '42501' };
    await t.rejects(db.deleteFrom('ballot_scores').where('ballot_id', '=', sheet.id).execute(), noRight);
    await t.rejects(db.deleteFrom('ballots').where('id', '=', sheet.id).execute(), noRight);
    await t.rejects(
      db.updateTable('ballots').set({ delivered_at: dates.after }).where('id', '=', sheet.id).execute(),
      /cannot be changed/,
    );
  });
});

t.test('the deadline holds to the millisecond', async (t) => {
  const year = await judgingYear(t, ['Eigersund']);
  await declareAll(year);
  const { scores, id } = await ballotOf(year, 'nina', year.nominations['Eigersund']!);
  const save = (assessment: string, version: number) =>
    year.clients.nina.send('PATCH', `/api/v1/ballots/${id}/scores`, {
      scores: [{ criterionId: scores[0]!.criterionId, version, assessment }],
    });
  await year.setClock(new Date(year.dates.ends.getTime() - 1));
  t.equal((await save('i tide', 0)).statusCode, 200);
  await year.setClock(year.dates.ends);
  const late = await save('for sent', 1);
  t.equal(late.statusCode, 409);
  t.match(late.json<ProblemBody>().errors, [{ requirement: 'judgingOpen' }]);
});

t.test(
  'the page: input kept where something is wrong, what was written saved where something is missing',
  async (t) => {
    const year = await judgingYear(t, ['Eigersund', 'Modum']);
    const { clients, nominations } = year;
    const id = nominations['Eigersund']!;
    await declareAll(year);
    const { scores, version } = await ballotOf(year, 'liv', id);
    const form = (rest: Record<string, string>, then = 'save') => ({
      version: String(version),
      then,
      ...Object.fromEntries(scores.map(({ criterionId }) => [`version-${criterionId}`, '0'])),
      ...rest,
    });
    const first = scores[0]!.criterionId;
    const page = await clients.liv.get(`/jury/soknad/${id}`);
    t.match(page.body, /Fremragende: et forbilde/);
    t.match(page.body, /Ikke beskrevet \(teller som 1\)/);
    for (const score of ['99', '0', '-1', '3.5', '3,5', '4e0', 'fem']) {
      const tampered = await clients.liv.post(
        `/jury/soknad/${id}`,
        form({ [`score-${first}`]: score, [`text-${first}`]: 'Dette skrev jeg' }),
      );
      t.equal(tampered.statusCode, 422, JSON.stringify(score));
      t.match(tampered.body, /Gi hele poeng fra 1 til 6/);
      t.match(tampered.body, `href="#field-score-${first}"`, 'the criterion is named');
      t.match(tampered.body, /Dette skrev jeg/, 'the text is not lost');
    }
    const gaps = await clients.liv.post(
      `/jury/soknad/${id}`,
      form({ [`score-${first}`]: '5', [`text-${first}`]: 'Godt vist' }, 'deliver'),
    );
    t.equal(gaps.statusCode, 409);
    t.match(gaps.body, new RegExp(`href="#field-score-${scores[1]!.criterionId}"`), 'each gap with a link');
    t.match(
      (await ballotOf(year, 'liv', id)).scores[0],
      { score: 5, assessment: 'Godt vist' },
      'and what was written is saved',
    );
    const clash = await clients.liv.post(
      `/jury/soknad/${id}`,
      form({ [`score-${first}`]: '3', [`text-${first}`]: 'Fra det andre vinduet' }),
    );
    t.equal(clash.statusCode, 409);
    t.match(clash.body, /Fra det andre vinduet/);
    t.match(clash.body, /Godt vist/, 'what is stored stands beside it');
    await deliverBallot(year, 'liv', nominations['Modum']!, 4, 'Ferdig');
    const delivered = await clients.liv.get(`/jury/soknad/${nominations['Modum']}`);
    t.match(delivered.body, /Du har levert denne vurderingen/);
    t.match((await clients.liv.get('/jury')).body, /1 av 2/);
    await year.setClock(year.dates.ends);
    const late = await clients.liv.post(
      `/jury/soknad/${id}`,
      form({ [`score-${first}`]: '4', [`text-${first}`]: 'Skrevet ett minutt for sent' }),
    );
    t.equal(late.statusCode, 409);
    t.match(late.body, /Det du skrev[\s\S]*Skrevet ett minutt for sent/, 'also when the time is up');
    t.same(year.errors, []);
  },
);

t.test('two chairs closing at once: one closing', async (t) => {
  const year = await judgingYear(t, ['Eigersund', 'Modum', 'Stange']);
  await declareAll(year);
  for (const juror of ['liv', 'nina'] as Juror[])
    for (const id of Object.values(year.nominations)) await deliverBallot(year, juror, id, 4, 'Vurdert');
  await year.setClock(year.dates.after);
  const { version } = await year.db
    .selectFrom('editions')
    .select('version')
    .where('id', '=', year.editionId)
    .executeTakeFirstOrThrow();
  const close = () =>
    year.clients.chair.post(`/api/v1/editions/${year.editionId}/events`, {
      type: 'closeJudging',
      version,
      reason: 'Ferdig.',
    });
  const answers = await Promise.all([close(), close(), close(), close()]);
  t.same(answers.map(({ statusCode }) => statusCode).toSorted(), [200, 409, 409, 409]);
  const locked = await year.db.selectFrom('audit_events').select('id').where('event', '=', 'lock').execute();
  t.equal(locked.length, 6, 'each ballot is locked once');
});
