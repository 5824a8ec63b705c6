/** October and November: the jury declares its connections, scores, and closes the judging. */
import { applicants, isJudged, jury, people, type Applicant, type Juror } from './cast.ts';
import { Unexpected } from './client.ts';
import { dates } from './dates.ts';
import type { Step } from './plot.ts';
import { assessment } from './words.ts';
import { moveEdition, mustRefuse, nominationOf, setClock, type World } from './world.ts';

export const judging: readonly Step[] = [
  { name: 'The judging starts; every juror declares', run: declareAll },
  { name: 'Two jurors are recused from one application each', run: recuse },
  { name: 'Forty ballots are delivered', run: deliverAll, parts: true },
  { name: 'The chair closes the judging', run: close },
];
export const chair = jury.find(({ role }) => role === 'chair')!.email;
const judged = applicants.filter(isJudged);

async function declareAll(world: World): Promise<void> {
  await setClock(world, dates.judging);
  await moveEdition(world, people.secretary.email, { type: 'startJudging' });
  for (const juror of jury) for (const applicant of judged) await declare(world, juror, applicant);
}

async function declare(world: World, { email, conflict }: Juror, { key }: Applicant): Promise<void> {
  const who = await world.as(email);
  const said =
    conflict?.with === key
      ? { answer: 'connection', grounds: [conflict.ground], note: conflict.note }
      : { answer: 'none' };
  const { standing } = await who.post<{ standing: string }>(
    `/nominations/${nominationOf(world, key)}/declarations`,
    said,
  );
  const expected = conflict?.with === key ? 'pending' : 'free';
  if (standing !== expected) throw new Unexpected(`${email} is ${standing} and not ${expected} for ${key}.`);
}

async function recuse(world: World): Promise<void> {
  const who = await world.as(chair);
  const { conflicts } = await who.get<{
    conflicts: { nominationId: string; personId: string; name: string }[];
  }>(`/editions/${world.editionId}/conflicts`);
  const expected = jury.filter(({ conflict }) => conflict).length;
  if (conflicts.length !== expected)
    throw new Unexpected(`${conflicts.length} conflicts and not ${expected}.`);
  for (const { nominationId, personId } of conflicts) {
    const reason = 'Tilknytningen er av et slag som kan svekke tilliten til vurderingen.';
    await who.post(`/nominations/${nominationId}/conflict-decisions`, { personId, recused: true, reason });
  }
}

interface Ballot {
  id: string;
  nominationId: string;
  organisation: string;
  state: string;
  version: number;
  scale: { min: number; max: number } | null;
  scores: { criterionId: string; kind: string; weight: number | null; name: string; version: number }[];
}

async function deliverAll(world: World): Promise<void> {
  await setClock(world, dates.scoring);
  for (const [seat, juror] of jury.entries()) {
    const who = await world.as(juror.email);
    const { ballots } = await who.get<{ ballots: Ballot[] }>(`/editions/${world.editionId}/ballots`);
    const open = ballots.filter(({ state }) => state === 'assigned');
    const expected = judged.length - (juror.conflict ? 1 : 0);
    if (open.length !== expected)
      throw new Unexpected(`${juror.name} has ${open.length} ballots and not ${expected}.`);
    for (const { id } of open) await deliver(world, seat, juror, id);
  }
  await sealed(world);
}

async function deliver(world: World, seat: number, { email }: Juror, id: string): Promise<void> {
  const who = await world.as(email);
  const ballot = await who.get<Ballot>(`/ballots/${id}`);
  const place = world.order.findIndex((key) => nominationOf(world, key) === ballot.nominationId);
  const scores = ballot.scores.map(({ criterionId, kind, weight, name, version }, index) => ({
    criterionId,
    version,
    assessment: assessment(name, ballot.organisation),
    ...(kind === 'must' ? { met: true } : {}),
    ...(ballot.scale && kind !== 'must' && weight !== null
      ? { score: points(ballot.scale, place, seat + index) }
      : {}),
  }));
  const { version } = await who.patch<{ version: number }>(`/ballots/${id}/scores`, { scores });
  await who.post(`/ballots/${id}/events`, { type: 'deliver', version });
}

/** One point less for each place in the jury's order, and every third criterion a little stricter. */
const points = ({ min, max }: { min: number; max: number }, place: number, strictness: number): number =>
  Math.max(min, max - place - (strictness % 3 === 0 ? 1 : 0));

/** Nobody sees the result before the closing, the chair no more than the applicants. */
async function sealed(world: World): Promise<void> {
  const early = await (await world.as(chair)).raw('GET', `/editions/${world.editionId}/result`);
  mustRefuse('The result before the closing', early, early.status === 403 ? 403 : 409);
}

async function close(world: World): Promise<void> {
  await setClock(world, dates.meeting);
  await moveEdition(world, chair, { type: 'closeJudging' });
  const who = await world.as(chair);
  const { lines } = await who.get<{ lines?: unknown[] }>(`/editions/${world.editionId}/result`);
  if (lines?.length !== judged.length) throw new Unexpected(`The result has ${lines?.length} applications.`);
}
