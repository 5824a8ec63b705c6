/**
 * The world that the matrix looks at, in stages: a service with nobody in it; a year under judging beside one that is decided;
 * the results as they become public; the next call with applications in every state.
 */
import { sql } from 'kysely';
import { transact, type Unit } from '../../../src/core/process/unit.ts';
import { applyDue } from '../../../src/features/due.ts';
import { createEdition, sendEditionEvent } from '../../../src/features/editions/commands.ts';
import { approveFeedback, writeFeedback } from '../../../src/features/feedback/commands.ts';
import { markOut, openApplication, writeNote } from '../../../src/features/meetings/commands-screen.ts';
import { startMeeting } from '../../../src/features/meetings/commands.ts';
import { closeMotion } from '../../../src/features/motions/closing.ts';
import { putMotion, recordVotes } from '../../../src/features/motions/commands.ts';
import { saveAnswers } from '../../../src/features/nominations/answers.ts';
import { startNomination } from '../../../src/features/nominations/commands.ts';
import { dispatchNomination } from '../../../src/features/nominations/flow.ts';
import { ensureFirstAdministrator } from '../../../src/features/people/commands-access.ts';
import { ensurePerson } from '../../../src/features/people/commands.ts';
import { preparePublication } from '../../../src/features/publication/commands.ts';
import { demoTime } from '../../../src/features/seed/demo.ts';
import { seed } from '../../../src/features/seed/index.ts';
import { administrator, demoJury, leader, secretaries } from '../../../src/features/seed/personas.ts';
import { systemActor } from '../../../src/platform/actor.ts';
import { addDays } from '../../../src/platform/clock.ts';
import { playground, type Client, type Playground } from '../client.ts';
import { taken } from '../samples.ts';
import { approvedStatements, datesOf, deliberatingYear, type Year } from '../year.ts';
import { laterAndOutside, mailings } from './exceptions.ts';
import { approveAsShown, lastAgrees, tellNominated } from './told.ts';
import type { Person } from './states.ts';

export interface Stage {
  name: string;
  site: Playground;
  people: Person[];
  /** The instant at which the clock of the service stands. */
  now: Date;
  /** The stage at which every form is sent empty, too. */
  forms?: true;
}
type Test = Parameters<typeof playground>[0];

/** A service on its first day: nothing has been announced, nobody has applied. */
export async function emptyWorld(t: Test): Promise<Stage> {
  const site = await playground(t, { FIRST_ADMINISTRATOR: administrator.email }, { practice: true });
  await ensureFirstAdministrator(site.services);
  const now = demoTime(2026);
  await site.setClock(now);
  const admin = await site.as(administrator.email);
  await admin.post('/api/v1/people', {
    email: secretaries[0].email,
    name: secretaries[0].name,
    role: 'secretary',
  });
  await admin.post('/api/v1/people', { email: leader.email, name: leader.name, role: 'leader' });
  for (const { email } of [secretaries[0], leader])
    await (await site.as(email)).post('/api/v1/me/confidence', { accept: true });
  // …and one who has not yet confirmed the rules of confidence.
  const until = addDays(now, 90).toISOString();
  await admin.post('/api/v1/people', { email: 'revisor@example.no', role: 'auditor', until });
  const people = await peopleOf(site, {
    administrator: administrator.email,
    secretary: secretaries[0].email,
    leader: leader.email,
    'auditor, unconfirmed': 'revisor@example.no',
    newcomer: 'ny@eigersund.example',
  });
  return { name: 'empty', site, people, now };
}

/**
 * 2026 under judging (the demonstration), 2025 before its decision; then, one stage after the other, what follows.
 */
export async function* fullWorld(t: Test): AsyncGenerator<Stage> {
  const site = await playground(t, {}, { practice: true });
  const { db } = site.services;
  await seed(site.services, { kind: 'demo' });
  await sql`update people set language = 'nb'`.execute(db);
  const names = ['Ås helsehus', 'Ærfuglen sykehjem', 'Zakken omsorgssenter'];
  const year = await deliberatingYear(db, [...names, 'Fem bydel'], 2025, { calibrated: true });
  const now = demoTime(2026);
  await site.setClock(now);
  const admin = await site.as(administrator.email);
  const until = addDays(now, 3650).toISOString();
  for (const [email, name, role, editionId] of [
    ['revisor@example.no', 'Rolf Revisor', 'auditor', null],
    ['statsrad@example.no', 'Stine Statsråd', 'embargoReader', year.id],
  ] as const) {
    const invited = await admin.post('/api/v1/people', { email, name, role, editionId, until });
    if (invited.statusCode !== 201) throw new Error(invited.body);
    await (await site.as(email)).post('/api/v1/me/confidence', { accept: true });
  }
  await (await site.as('chair@example.no')).post('/api/v1/tokens', { name: 'Skript', days: 30 });
  const seat = (i: number): string => demoJury[i]?.person.email ?? '';
  const people = await peopleOf(site, {
    administrator: administrator.email,
    secretary: secretaries[0].email,
    leader: leader.email,
    auditor: 'revisor@example.no',
    'embargo reader, of 2025': 'statsrad@example.no',
    chair: seat(0),
    'juror, recused': seat(3),
    juror: seat(5),
    'chair, of 2025': 'chair@example.no',
    'juror, of 2025': 'juror@example.no',
    'applicant, of 2025': 'applicant@example.no',
    applicant: await anApplicant(site),
  });
  yield { name: 'judging', site, people, now };

  const outcome = people.filter(({ who }) => /2025|secretary|leader|passer-by/.test(who));
  const outcomes = ['nominated decided', 'winner prepared', 'nominated public', 'winner public'] as const;
  for (const name of outcomes) {
    const at = await playOutcome(site, year, names, name);
    await site.setClock(at);
    yield { name, site, people: outcome, now: at };
  }

  const open = await openCall(site);
  // The page of a practice that is going on; what it looks like inside is the demonstration.
  await sql`select begin_practice(2026, ${secretaries[0].name}, ${now})`.execute(site.services.practice!.db);
  yield { name: 'call open', site, people: [...people, ...open.people], now: open.now, forms: true };

  const now2027 = await returnOne(site, open.editionId);
  const concerned = [...people, ...open.people].filter(({ who }) => /secretary|at work|passer-by/.test(who));
  yield { name: 'call closed', site, people: concerned, now: now2027 };

  await proposeRejection(site, open.editionId);
  const secretariat = people.filter(({ role }) => role === 'secretary');
  yield { name: 'rejection proposed', site, people: secretariat, now: now2027 };

  const closed = await closeJudging(site, seat(0));
  yield {
    name: 'judging closed',
    site,
    people: people.filter(({ role }) => /chair|juror/.test(role)),
    now: closed,
  };
}

async function playOutcome(
  site: Playground,
  year: Year,
  names: readonly string[],
  what: string,
): Promise<Date> {
  const { db, log } = site.services;
  const dates = await datesOf(db, year.id);
  const at = addDays(dates.finalists_at, -2);
  const ids = names.map((name) => year.nominations[name]);
  const texts = { nb: 'Fagjuryen fikk fire søknader.', nn: 'Fagjuryen fekk fire søknader.' };
  const publish = async (kind: 'finalists' | 'winner', publishAt: Date, isApproved: boolean) => {
    const { id, version } = await year.as('secretary', at, (unit) =>
      preparePublication(unit, year.id, { kind, publishAt, texts }),
    );
    if (isApproved) await year.as('second', at, (unit) => approveAsShown(unit, id, version));
    return { id, version };
  };
  if (what === 'nominated decided') {
    await holdMeeting(year, at);
    await year.send('chair', at, 'decideFinalists', { decision: { finalists: ids, reason: 'Drøftet' } });
    await site.setClock(at);
    await tellNominated(site, year.id, ids as string[]);
    return at;
  }
  if (what === 'winner prepared') {
    const decision = { winner: ids[1], honourableMentions: [ids[0]], reason: 'Drøftet' };
    await year.send('chair', at, 'decideWinner', { decision });
    await approvedStatements(db, year, names, at);
    await lastAgrees(site, ids.at(-1) as string);
    await answerApplicants(year, ids as string[], at);
    await publish('finalists', dates.finalists_at, true);
    await publish('winner', dates.ceremony_at, false);
    return at;
  }
  const isWinner = what === 'winner public';
  if (isWinner) {
    const { id, version } = await db
      .selectFrom('publications')
      .select(['id', 'version'])
      .where('edition_id', '=', year.id)
      .where('kind', '=', 'winner')
      .executeTakeFirstOrThrow();
    await year.as('second', at, (unit) => approveAsShown(unit, id, version));
  }
  const then = addDays(isWinner ? dates.ceremony_at : dates.finalists_at, 1);
  await applyDue({ db, log }, then);
  return then;
}

/** To one of them the jury's answer is approved, to another it waits. */
async function answerApplicants(
  year: Year,
  [first = '', second = '']: readonly string[],
  at: Date,
): Promise<void> {
  const body = 'Juryen la vekt på at alle på avdelingen er med når det vanskelige øves.';
  for (const id of [first, second])
    await year.as('secretary', at, (unit) => writeFeedback(unit, id, { body, version: 0 }));
  await year.as('chair', at, (unit) => approveFeedback(unit, first, 1));
}

/** A meeting of the jury that goes on: one application has been treated, another is on the screen. */
async function holdMeeting(year: Year, at: Date): Promise<void> {
  const [first = '', second = ''] = Object.values(year.nominations);
  const personIds = (['secretary', 'chair', 'juror', 'other'] as const).map(
    (who) => year.people[who].personId as string,
  );
  await year.as('secretary', at, async (unit) => {
    const { id } = await startMeeting(unit, year.id, {
      present: personIds.map((personId) => ({ personId, newConflict: false })),
    });
    await openApplication(unit, id, { nominationId: first });
    await writeNote(unit, id, first, { body: 'Sterkt forankret.', version: 0 });
    await openApplication(unit, id, { nominationId: second });
    await markOut(unit, id, { personId: personIds[3]!, nominationId: second });
    const { id: carried } = await putMotion(unit, year.id, { kind: 'nominate', nominationId: first });
    const votes = [personIds[1]!, personIds[2]!].map((personId) => ({ personId, vote: 'for' as const }));
    await recordVotes(unit, carried, { votes });
    await closeMotion(unit, carried);
    await putMotion(unit, year.id, { kind: 'procedural', body: 'Juryen møtes igjen om en uke.' });
    const closesAt = addDays(at, 30).toISOString();
    await putMotion(unit, year.id, { kind: 'noAward', body: 'Ingen når helt opp.', closesAt });
  });
}

/** The call of 2027 is out; applications are begun, whole, sent in, returned, and withdrawn, and somebody asks to join. */
async function openCall(site: Playground): Promise<{ editionId: string; people: Person[]; now: Date }> {
  const { db } = site.services;
  const act = actor(site);
  const secretary = secretaries[0].email;
  const before = demoTime(2026);
  const { id: from } = await db
    .selectFrom('editions')
    .select('id')
    .where('year', '=', 2026)
    .executeTakeFirstOrThrow();
  const { id } = await act(secretary, before, (unit) => createEdition(unit, { year: 2027, copyFrom: from }));
  // …and the year after it has been begun, no more.
  await act(secretary, before, (unit) => createEdition(unit, { year: 2028, copyFrom: from }));
  await db.updateTable('editions').set({ partner_confirmation: true }).where('id', '=', id).execute();
  const dates = await datesOf(db, id);
  await act(secretary, addDays(dates.opens_at, -3), (unit) =>
    sendEditionEvent(unit, id, { type: 'announce', version: dates.version }),
  );
  const now = addDays(dates.opens_at, 5);
  await site.setClock(now);
  const begin = (email: string, organisation: string) =>
    act(email, now, (unit) =>
      startNomination(unit, { editionId: id, kind: 'enterprise', organisation, language: 'nb' }),
    );
  const email = 'soker@solbakken.example';
  await begin('tom@solbakken.example', 'Solbakken');
  for (const organisation of ['Granli', 'Furuheim', 'Bjørketun', 'Lia']) {
    const nomination = await begin(email, organisation);
    await act(email, now, (unit) => answerAll(unit, id, nomination.id));
    if (organisation === 'Granli') continue;
    await act(email, now, (unit) =>
      dispatchNomination(unit, { id: nomination.id, event: { type: 'submit' } }),
    );
    if (organisation === 'Bjørketun')
      await act(email, now, (unit) =>
        dispatchNomination(unit, { id: nomination.id, event: { type: 'withdraw' } }),
      );
  }
  const shared = { editionId: id, kind: 'cooperation', organisation: 'Solbakken', language: 'nb' } as const;
  const together = await act(email, now, (unit) =>
    startNomination(unit, { ...shared, partners: ['Nabobygda'] }),
  );
  const applicant = await site.as(email);
  const { nominations } = (await applicant.get('/api/v1/nominations')).json<{
    nominations: { id: string }[];
  }>();
  for (const one of nominations)
    await applicant.upload(`/api/v1/nominations/${one.id}/documents`, [taken.pdf, taken.docx]);
  const partner = {
    at: '0',
    kind: 'partner',
    organisation: 'Nabobygda',
    'name-0': 'Lise Nabo',
    'title-0': 'Helsesjef',
  };
  const asked = await applicant.post(`/soknad/${together.id}/bekreftelser`, {
    ...partner,
    'email-0': 'lise@nabo.example',
  });
  if (asked.statusCode !== 303) throw new Error(asked.body);
  await laterAndOutside(site, id, now);
  await mailings(site, id);
  await askForHelp(site, applicant, together.id);
  await (
    await site.as('nils@solbakken.example')
  ).post(`/api/v1/editions/${id}/join-requests`, { kind: 'enterprise', organisation: 'Granli' });
  return {
    editionId: id,
    now,
    people: await peopleOf(site, {
      'applicant, at work': email,
      'applicant, who begins': 'tom@solbakken.example',
      'adviser, who may read': ADVISER,
    }),
  };
}

const ADVISER = 'vera@ks.example';
/** An adviser is let into a draft, and the secretariat is asked about it. */
async function askForHelp(site: Playground, applicant: Client, id: string): Promise<void> {
  const secretary = await site.as(secretaries[0].email);
  const { regions } = (await secretary.get('/api/v1/regions')).json<{
    regions: { id: string; version: number; name: object; counties: string[] }[];
  }>();
  const { id: region, version, name, counties } = regions[0]!;
  const adviser = { adviserName: 'Vera Veileder', adviserEmail: ADVISER, adviserPhone: '51 00 00 00' };
  const api = `/api/v1/nominations/${id}`;
  for (const answer of [
    await secretary.send('PUT', `/api/v1/regions/${region}`, { version, name, counties, ...adviser }),
    await applicant.send('PUT', `${api}/adviser-access`, { region, mayRead: true }),
    await applicant.post(`${api}/help`, { text: 'Hvor langt skal svaret være?' }),
  ])
    if (answer.statusCode !== 200) throw new Error(answer.body);
}

/** Back in 2026: the chair closes the judging, with some ballots missing. */
async function closeJudging(site: Playground, chair: string): Promise<Date> {
  const { id, version, judging_ends_at } = await site.services.db
    .selectFrom('editions')
    .select(['id', 'version', 'judging_ends_at'])
    .where('year', '=', 2026)
    .executeTakeFirstOrThrow();
  const now = addDays(judging_ends_at, 1);
  await site.setClock(now);
  const event = { type: 'closeJudging', version, reason: 'Fristen er ute.' };
  await actor(site)(chair, now, (unit) => sendEditionEvent(unit, id, event));
  return now;
}

/** The call has closed, and the secretariat asks one of them for more. */
async function returnOne(site: Playground, editionId: string): Promise<Date> {
  const { db, log } = site.services;
  const { closes_at } = await datesOf(db, editionId);
  await applyDue({ db, log }, closes_at);
  const now = addDays(closes_at, 1);
  await site.setClock(now);
  const { id } = await db
    .selectFrom('nominations')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('organisation_name', '=', 'Lia')
    .executeTakeFirstOrThrow();
  const question = await db
    .selectFrom('questions')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('section', '=', 'about')
    .limit(1)
    .executeTakeFirstOrThrow();
  const event = {
    type: 'return',
    reason: 'Vi mangler årsrapporten.',
    dueAt: addDays(now, 14),
    parts: [
      { part: question.id, note: 'Hvem kan vi ringe?' },
      { part: 'documents', note: 'Årsrapporten' },
    ],
  } as const;
  await actor(site)(secretaries[0].email, now, (unit) => dispatchNomination(unit, { id, event }));
  return now;
}

/** Another secretary proposes to reject the one that the matrix looks at while it is sent in. */
async function proposeRejection(site: Playground, editionId: string): Promise<void> {
  const { id, version } = await site.services.db
    .selectFrom('nominations')
    .select(['id', 'version'])
    .where('edition_id', '=', editionId)
    .where('state', '=', 'submitted')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const other = await site.as(secretaries[1].email);
  const made = await other.post(`/api/v1/nominations/${id}/rejections`, {
    version,
    reason: 'Søknaden gjelder ikke helse- og omsorgstjenesten.',
  });
  if (made.statusCode !== 201) throw new Error(made.body);
}

/** Does something as whoever has this address, at a time. */
const actor =
  ({ services: { db } }: Playground) =>
  async <T>(email: string, at: Date, work: (unit: Unit) => Promise<T>): Promise<T> => {
    const base = { now: at, requestId: 'test' };
    const { id, name } = await transact(db, { ...base, actor: systemActor }, (unit) =>
      ensurePerson(unit, { email, name: email.split('@')[0], language: 'nb' }),
    );
    const actor = { personId: id, name, email, lang: 'nb', via: 'session', roles: [] } as const;
    return transact(db, { ...base, actor: { ...actor, roles: [] } }, work);
  };

async function answerAll(unit: Unit, editionId: string, nominationId: string): Promise<void> {
  const questions = await unit.trx
    .selectFrom('questions')
    .select(['id', 'kind'])
    .where('edition_id', '=', editionId)
    .execute();
  const text = 'Vi øver på det vanskelige, hver uke, og lar ingen stå alene med det.';
  const answers = questions.map(
    ({ id, kind }) => [id, { value: kind === 'tick' ? 'yes' : text, version: 0 }] as const,
  );
  await saveAnswers(unit, nominationId, Object.fromEntries(answers));
}

async function anApplicant({ services }: Playground): Promise<string> {
  const { email } = await services.db
    .selectFrom('nomination_members as m')
    .innerJoin('people as p', 'p.id', 'm.person_id')
    .innerJoin('nominations as n', 'n.id', 'm.nomination_id')
    .innerJoin('editions as e', 'e.id', 'n.edition_id')
    .select('p.email')
    .where('e.year', '=', 2026)
    .orderBy('p.email')
    .executeTakeFirstOrThrow();
  return email;
}

async function peopleOf(site: Playground, emails: Record<string, string>): Promise<Person[]> {
  const people: Person[] = [];
  if ('administrator' in emails) people.push({ role: 'passer-by', who: 'passer-by', id: null, headers: {} });
  for (const [who, email] of Object.entries(emails)) {
    const { headers } = await site.as(email);
    const { id } = await site.services.db
      .selectFrom('people')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    people.push({ role: who.split(',')[0] as string, who, id, headers });
  }
  return people;
}
