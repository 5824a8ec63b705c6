/** Summer to October: applications are written, sent in, changed, withdrawn, refused, and formally checked. */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { addMinutes } from '../../src/platform/clock.ts';
import { applicants, isJudged, people, type Applicant } from './cast.ts';
import { Unexpected, type Client } from './client.ts';
import { dates } from './dates.ts';
import type { MadeFile } from './files.ts';
import type { Step } from './plot.ts';
import { answerTo, documentsOf, supplementOf, type Field } from './words.ts';
import {
  move,
  mustRefuse,
  nominationOf,
  setClock,
  tryMoving,
  type SentDocument,
  type World,
} from './world.ts';

export const applying: readonly Step[] = [
  { name: 'Nine applicants write, with PDF, DOCX and JPEG', run: writeAll },
  { name: 'Eight are sent in', run: sendAll },
  { name: 'One is changed and sent again, one withdrawn', run: changeAndWithdraw },
  { name: 'The deadline passes; one comes too late', run: comeLate },
  { name: 'One is returned for completion, one rejected', run: check },
  { name: 'The returned one is completed; six are admitted', run: completeAndAdmit },
];
const withFate = (fate: Applicant['fate']): Applicant => {
  const found = applicants.find((applicant) => applicant.fate === fate);
  if (!found) throw new Unexpected(`Nobody is ${fate}.`);
  return found;
};

async function writeAll(world: World): Promise<void> {
  await setClock(world, dates.writing);
  for (const applicant of applicants) await write(world, applicant);
}

async function write(world: World, applicant: Applicant): Promise<void> {
  const { key, kind, organisation, contact, email } = applicant;
  const who = await world.as(email);
  await who.patch('/me', { name: contact });
  const { id, answers } = await who.post<{ id: string; answers: Field[] }>(
    `/editions/${world.editionId}/nominations`,
    {
      kind,
      organisation,
      language: key === 'voss' ? 'nn' : 'nb',
    },
  );
  world.nominations.set(key, id);
  world.labels.set(id, `application:${key}`);
  await answer(world, applicant, answers);
  for (const file of documentsOf(applicant)) await upload(world, applicant, file);
}

async function answer(
  world: World,
  applicant: Applicant,
  fields: readonly Field[],
  more = '',
): Promise<void> {
  const who = await world.as(applicant.email);
  const answers = fields.map((field) => [
    field.id,
    { value: answerTo(field, applicant, more), version: field.version },
  ]);
  await who.patch(`/nominations/${nominationOf(world, applicant.key)}/answers`, {
    answers: Object.fromEntries(answers),
  });
}

async function upload(world: World, { key, email }: Applicant, file: MadeFile): Promise<void> {
  const who = await world.as(email);
  const { documents } = await who.upload<{ documents: Omit<SentDocument, 'owner'>[] }>(
    `/nominations/${nominationOf(world, key)}/documents`,
    file,
  );
  const [stored] = documents;
  const sha256 = createHash('sha256').update(file.body).digest('hex');
  if (stored?.sha256 !== sha256) throw new Unexpected(`${file.name} was stored as something else.`);
  const { id, name, bytes } = stored;
  world.labels.set(id, `document:${key}:${name}`);
  world.documents.push({ id, name, bytes, sha256, owner: key });
  await untilRead(who, id);
}

/** A file is read beside the request that brings it: until then the servers may differ in how far they are. */
async function untilRead(who: Client, id: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const { state } = await who.get<{ state: string }>(`/documents/${id}/text`);
    if (state !== 'waiting') return;
    await pause(100);
  }
  throw new Unexpected(`Nobody has read the document ${id} in a minute.`);
}

async function sendAll(world: World): Promise<void> {
  await setClock(world, dates.sending);
  for (const { email, key, fate } of applicants)
    if (fate !== 'late') await move(world, email, key, { type: 'submit' });
}

async function changeAndWithdraw(world: World): Promise<void> {
  await setClock(world, dates.changing);
  await addTo(world, withFate('changed'), 'Siden sist har også hjemmetjenesten begynt.');
  await move(world, withFate('changed').email, withFate('changed').key, { type: 'submit' });
  await move(world, withFate('withdrawn').email, withFate('withdrawn').key, { type: 'withdraw' });
}

/** Another sentence in every answer, and another document. */
async function addTo(world: World, applicant: Applicant, more: string): Promise<void> {
  const who = await world.as(applicant.email);
  const { answers } = await who.get<{ answers: Field[] }>(
    `/nominations/${nominationOf(world, applicant.key)}`,
  );
  await answer(
    world,
    applicant,
    answers.filter(({ kind }) => kind === 'text'),
    more,
  );
  await upload(world, applicant, supplementOf(applicant));
}

/** The very instant of the deadline is too late, for what is begun and for what is new. */
async function comeLate(world: World): Promise<void> {
  const late = withFate('late');
  await setClock(world, addMinutes(dates.closes, -1));
  const { state } = await (
    await world.as(people.secretary.email)
  ).get<{ state: string }>(`/editions/${world.editionId}`);
  if (state !== 'announced') throw new Unexpected(`The call is ${state} before its deadline.`);
  await setClock(world, dates.closes);
  mustRefuse(
    'A late submission',
    await tryMoving(world, late.email, late.key, { type: 'submit' }),
    409,
    'nomination/deadline-passed',
  );
  const fresh = await (
    await world.as(late.email)
  ).raw('POST', `/editions/${world.editionId}/nominations`, {
    kind: 'municipality',
    organisation: 'Sula',
    language: 'nn',
  });
  mustRefuse('A late draft', fresh, 409, 'nomination/deadline-passed');
}

async function check(world: World): Promise<void> {
  await setClock(world, dates.checking);
  await move(world, people.secretary.email, withFate('returned').key, {
    type: 'return',
    reason: 'Vi mangler en beskrivelse av hvordan arbeidet er forankret hos ledelsen.',
    dueAt: dates.returnDue.toISOString(),
    parts: await partsToOpen(world, withFate('returned')),
  });
  const reason = 'Søknaden gjelder et tiltak som ikke har startet.';
  await rejectByTwo(world, withFate('rejected').key, reason);
}

/** One proposes it, and may not approve it; another does. */
async function rejectByTwo(world: World, key: Applicant['key'], reason: string): Promise<void> {
  const secretary = await world.as(people.secretary.email);
  const address = `/nominations/${nominationOf(world, key)}`;
  const { version } = await secretary.get<{ version: number }>(address);
  const { id } = await secretary.post<{ id: string }>(`${address}/rejections`, { version, reason });
  const own = await secretary.raw('POST', `/rejections/${id}/approve`, {});
  mustRefuse('Approving a rejection one has proposed', own, 403, 'process/same-person');
  await (await world.as(people.secondSecretary.email)).post(`/rejections/${id}/approve`, {});
}

/** The texts and the documents; who applies stays closed. */
async function partsToOpen(world: World, { key, email }: Applicant) {
  const who = await world.as(email);
  const { answers } = await who.get<{ answers: Field[] }>(`/nominations/${nominationOf(world, key)}`);
  const texts = answers.filter(({ kind }) => kind === 'text');
  return [...texts.map(({ id }) => id), 'documents'].map((part) => ({
    part,
    note: 'Skriv mer om forankringen hos ledelsen.',
  }));
}

async function completeAndAdmit(world: World): Promise<void> {
  const returned = withFate('returned');
  await setClock(world, dates.completing);
  const who = await world.as(returned.email);
  const address = `/nominations/${nominationOf(world, returned.key)}/organisation`;
  const { version } = await who.get<{ version: number }>(address);
  const closed = await who.raw('PUT', address, { version, unit: 'En annen avdeling' });
  mustRefuse('A part that was not asked for', closed, 409, 'nomination/part-closed');
  await addTo(world, returned, 'Kommunedirektøren leder styringsgruppen.');
  await move(world, returned.email, returned.key, { type: 'submit' });
  await setClock(world, dates.admitting);
  for (const { key } of applicants.filter(isJudged))
    await move(world, people.secondSecretary.email, key, { type: 'admit' });
}
