/** What is not as for everybody else: later deadlines, what came outside of the form, and letters to many. */
import { secretaries, leader } from '../../../src/features/seed/personas.ts';
import { addDays } from '../../../src/platform/clock.ts';
import type { Client, Playground } from '../client.ts';
import { taken } from '../samples.ts';
import { datesOf } from '../year.ts';

/** One more deadline approved and one that waits; one received with its original. */
export async function laterAndOutside(site: Playground, editionId: string, now: Date): Promise<void> {
  const { db } = site.services;
  const secretary = await site.as(secretaries[0].email);
  const { closes_at } = await datesOf(db, editionId);
  const drafts = await db
    .selectFrom('nominations')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('state', '=', 'draft')
    .orderBy('id')
    .limit(2)
    .execute();
  const until = addDays(closes_at, 3).toISOString();
  const proposed: string[] = [];
  for (const { id } of drafts) {
    const body = { until, reason: 'Streik i kommunen' };
    const made = await secretary.post(`/api/v1/nominations/${id}/extensions`, body);
    if (made.statusCode !== 201) throw new Error(made.body);
    proposed.push(made.json<{ id: string }>().id);
  }
  const approved = await (await site.as(leader.email)).post(`/api/v1/extensions/${proposed[0]}/approve`);
  if (approved.statusCode !== 204) throw new Error(approved.body);
  const received = await secretary.post(`/api/v1/editions/${editionId}/received`, {
    kind: 'enterprise',
    organisation: 'Posthuset omsorg',
    language: 'nb',
    contactName: 'Pia Post',
    contactEmail: 'pia@posthuset.example',
    cameBy: 'post',
    receivedAt: addDays(now, -1).toISOString(),
    reason: 'Konvolutten var stemplet før fristen',
  });
  if (received.statusCode !== 201) throw new Error(received.body);
  const { id } = received.json<{ id: string }>();
  await oneStopped(secretary, editionId);
  const attached = await secretary.upload(`/api/v1/received/${id}/files`, [taken.pdf]);
  if (attached.statusCode !== 201) throw new Error(attached.body);
}

/** Of the reminders to come the last is stopped. */
async function oneStopped(secretary: Client, editionId: string): Promise<void> {
  const api = `/api/v1/editions/${editionId}/reminders`;
  const { reminders } = (await secretary.get(api)).json<{ reminders: { kind: string; at: string }[] }>();
  const { kind, at } = reminders.at(-1)!;
  const stopped = await secretary.post(`${api}/events`, { type: 'stop', kind, at, reason: 'Trengs ikke' });
  if (stopped.statusCode !== 204) throw new Error(stopped.body);
}

/** A mailing that has gone, with a letter that did not arrive; one that waits for another, with somebody new since it was written. */
export async function mailings(site: Playground, editionId: string): Promise<void> {
  const { db } = site.services;
  const secretary = await site.as(secretaries[0].email);
  const text = { subject: 'Om {organisasjon}', body: 'Hei {navn}. Fristen er {frist}.' };
  const write = async (title: string, states: readonly string[], about: string | null) => {
    const made = await secretary.post(`/api/v1/editions/${editionId}/letter-batches`, {
      title,
      recipients: { audience: 'applications', states },
      about,
      texts: { nb: text, nn: text },
    });
    if (made.statusCode !== 201) throw new Error(made.body);
    return made.json<{ id: string }>().id;
  };
  const sent = await write('Utkast, to uker igjen', ['draft'], null);
  const api = `/api/v1/letter-batches/${sent}`;
  const { version, recipientsHash: seen } = (await secretary.get(api)).json();
  const answer = await secretary.post(`${api}/events`, { type: 'send', version, seen });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  const [first] = await db.selectFrom('letters').select('id').where('batch_id', '=', sent).limit(1).execute();
  const failed = { state: 'failed', error: '550 No such person' } as const;
  await db.updateTable('letters').set(failed).where('id', '=', first!.id).execute();
  const waits = await write('Om formalia', ['submitted', 'draft'], 'other');
  const [seenOnce] = await db
    .selectFrom('letter_batch_seen')
    .select('person_id')
    .where('batch_id', '=', waits)
    .limit(1)
    .execute();
  await db
    .deleteFrom('letter_batch_seen')
    .where('batch_id', '=', waits)
    .where('person_id', '=', seenOnce!.person_id)
    .execute();
  await filed(site, editionId);
  await callSent(site, editionId);
  await answered(site, editionId);
  await barriersTold(site);
  await oldOnes(site);
  await guests(site, editionId);
  const asked = await site.anyone.post('/paminnelse', { email: 'minn.meg@kommune.example' });
  if (asked.statusCode !== 303) throw new Error(asked.body);
}

/** The call has been sent to two on a list; one of them wants no more of it. */
async function callSent(site: Playground, editionId: string): Promise<void> {
  const { db } = site.services;
  const secretary = await site.as(secretaries[0].email);
  const recipients = ['ordforer@kommune.example', 'postmottak@kommune.example'].map((email) => ({ email }));
  const added = await secretary.post(`/api/v1/editions/${editionId}/call-list`, { recipients });
  if (added.statusCode !== 201) throw new Error(added.body);
  const text = { subject: 'Søk Etikkprisen {år}', body: 'Fristen er {frist}.' };
  const made = await secretary.post(`/api/v1/editions/${editionId}/letter-batches`, {
    title: 'Utlysningen',
    recipients: { audience: 'list' },
    about: null,
    texts: { nb: text, nn: text },
  });
  const api = `/api/v1/letter-batches/${made.json<{ id: string }>().id}`;
  const { version, recipientsHash: seen } = (await secretary.get(api)).json();
  const sent = await secretary.post(`${api}/events`, { type: 'send', version, seen });
  if (sent.statusCode !== 200) throw new Error(sent.body);
  const { token } = await db
    .selectFrom('call_recipients')
    .select('token')
    .where('email', '=', 'ordforer@kommune.example')
    .executeTakeFirstOrThrow();
  const off = await site.anyone.post(`/utlysning/meld-av/${token}`);
  if (off.statusCode !== 303) throw new Error(off.body);
}

/** Questions about the call: one waits, one is set aside, one was corrected, and the answer to one was taken down. */
async function answered(site: Playground, editionId: string): Promise<void> {
  const secretary = await site.as(secretaries[0].email);
  const both = (text: string) => ({ nb: text, nn: text });
  const send = async (path: string, body: object, status: number) => {
    const answer = await secretary.post(`/api/v1${path}`, body);
    if (answer.statusCode !== status) throw new Error(answer.body);
  };
  for (const question of [
    'Kan vi søke to ganger?',
    'Er fristen absolutt?',
    'Har dere en ledig stilling?',
    'Kan vi legge ved film?',
  ]) {
    const body = { question, email: 'spor@kommune.example' };
    const sent = await site.anyone.post(
      '/api/v1/call-questions',
      question.startsWith('Er') ? { question } : body,
    );
    if (sent.statusCode !== 202) throw new Error(sent.body);
  }
  const { questions } = (await secretary.get(`/api/v1/editions/${editionId}/call-questions`)).json<{
    questions: { id: string }[];
  }>();
  const [twice, late, job] = questions.map(({ id }) => `/call-questions/${id}`);
  const question = both('Kan samme kommune sende to søknader?');
  await send(`${twice}/answers`, { version: 0, question, answer: both('Ja.') }, 201);
  const change = both('Det gjelder ulike arbeid.');
  await send(`${twice}/answers`, { version: 1, question, answer: both('Ja, om ulike arbeid.'), change }, 201);
  await send(
    `${late}/answers`,
    { version: 0, question: both('Er fristen absolutt?'), answer: both('Nei.') },
    201,
  );
  await send(`${late}/events`, { type: 'takeDown', version: 1 }, 204);
  await send(`${job}/events`, { type: 'setAside', version: 0 }, 204);
}

/** What people could not use: one waits, one waits without an address, one was answered, one closed. */
async function barriersTold(site: Playground): Promise<void> {
  const secretary = await site.as(secretaries[0].email);
  const told = [
    { told: 'Datoen kan ikke velges med tastatur', email: 'tastatur@kommune.example', page: '/soknad/ny' },
    { told: 'Bildet på forsiden har ingen tekst' },
    { told: 'Skjermleseren leser ikke tabellen', email: 'leser@kommune.example' },
    { told: 'Det er for mørkt ute' },
  ];
  for (const one of told) {
    const sent = await site.anyone.post('/api/v1/barriers', one);
    if (sent.statusCode !== 202) throw new Error(sent.body);
  }
  const { barriers } = (await secretary.get('/api/v1/barriers')).json<{
    barriers: { id: string; told: string }[];
  }>();
  const close = async (word: string, body: object) => {
    const id = barriers.find((one) => one.told.includes(word))?.id;
    const answer = await secretary.post(`/api/v1/barriers/${id}/events`, body);
    if (answer.statusCode !== 204) throw new Error(answer.body);
  };
  await close('Skjermleseren', { type: 'answer', answer: 'Takk. Nå er det rettet.' });
  await close('mørkt', { type: 'close' });
}

/** Of a year that is over: one with a file, one without, one struck out. */
async function oldOnes(site: Playground): Promise<void> {
  await site.services.db
    .insertInto('past_editions')
    .values({ year: 2022, winner: 'Sola kommune' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const secretary = await site.as(secretaries[0].email);
  const register = async (organisation: string, rest: object = {}) => {
    const made = await secretary.post('/api/v1/old-applications', {
      year: 2022,
      kind: 'enterprise',
      organisation,
      nominated: true,
      cameBy: 'email',
      receivedOn: '2022-08-30',
      ...rest,
    });
    if (made.statusCode !== 201) throw new Error(made.body);
    return `/api/v1/old-applications/${made.json<{ id: string }>().id}`;
  };
  const whole = await register('Gamleheimen', {
    readerEmail: 'gammel@gamleheimen.example',
    note: 'To vedlegg.',
  });
  const attached = await secretary.upload(`${whole}/files`, [taken.pdf]);
  if (attached.statusCode !== 201) throw new Error(attached.body);
  await register('Uten filer');
  const struck = await secretary.post(`${await register('Feilheimen')}/events`, { type: 'strike' });
  if (struck.statusCode !== 204) throw new Error(struck.body);
}

/** The ceremony has two places; one more waits. */
async function guests(site: Playground, editionId: string): Promise<void> {
  const secretary = await site.as(secretaries[0].email);
  const { ceremony_at } = await datesOf(site.services.db, editionId);
  const set = await secretary.send('PUT', `/api/v1/editions/${editionId}/ceremony-signup`, {
    version: 0,
    mode: 'form',
    places: 2,
    closesAt: addDays(ceremony_at, -7).toISOString(),
    text: { nb: 'Det blir lunsj.', nn: 'Det blir lunsj.' },
  });
  if (set.statusCode !== 204) throw new Error(set.body);
  for (const [i, language] of (['nb', 'nn', 'en'] as const).entries()) {
    const guest = {
      name: `Gjest ${i}`,
      email: `gjest${i}@kommune.example`,
      needs: i ? '' : 'Nøtter',
      language,
    };
    const sent = await site.anyone.post('/api/v1/ceremony-guests', guest);
    if (sent.statusCode !== 202) throw new Error(sent.body);
  }
}

/** A call and a note on an application, one of them struck out. */
async function filed(site: Playground, editionId: string): Promise<void> {
  const secretary = await site.as(secretaries[0].email);
  const { id } = await site.services.db
    .selectFrom('nominations')
    .select('id')
    .where('edition_id', '=', editionId)
    .where('state', '=', 'submitted')
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow();
  const happenedAt = (await site.services.clock.now()).toISOString();
  const file = async (body: object) => {
    const made = await secretary.post(`/api/v1/nominations/${id}/contacts`, { happenedAt, ...body });
    if (made.statusCode !== 201) throw new Error(made.body);
    return made.json<{ id: string }>().id;
  };
  await file({ kind: 'call', withWhom: 'Kari Nordmann', text: 'Spurte om fristen.' });
  const wrong = await file({ kind: 'note', text: 'Hører til en annen søknad.' });
  await secretary.post(`/api/v1/contacts/${wrong}/strike`);
}
