/**
 * What the result page and all that follows from it make of a jury that gave little to count: one application, one juror, no ballots, the
 * same ballot from everybody. Nothing breaks, nothing is a number that is none, and the jury decides and signs all the same.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import t, { type Test } from 'tap';
import { addMinutes } from '../../../src/platform/clock.ts';
import { due, frozenFile, frozenList, npmVerify } from '../../helpers/frozen-year.ts';
import { htmlProblems } from '../../helpers/html.ts';
import { declareAll, deliverBallot, judgingYear, jurors, type JuryYear } from '../../helpers/jury-year.ts';

interface Case {
  applicants: readonly string[];
  /** The points of a juror by position on each application; null = not delivered. */
  given: (juror: number) => number | null;
  places: readonly (number | null)[];
  says: RegExp;
}
const cases: Record<string, Case> = {
  'one application': { applicants: ['Lier'], given: (juror) => 3 + (juror % 3), places: [1], says: /Lier/ },
  'one juror delivered': {
    applicants: ['Lier', 'Modum'],
    given: (juror) => (juror === 2 ? 4 : null),
    places: [1, 1],
    says: /Ikke levert: .*Henrik Aspelien/,
  },
  'no ballots at all': {
    applicants: ['Lier', 'Modum'],
    given: () => null,
    places: [null, null],
    says: /0 av 5/,
  },
  'the same from everybody': {
    applicants: ['Lier', 'Modum', 'Sola'],
    given: () => 4,
    places: [1, 1, 1],
    says: /Lier, Modum og Sola deler førsteplassen med 4,00 poeng/,
  },
};

for (const [name, { applicants, given, places, says }] of Object.entries(cases))
  t.test(name, async (t) => {
    const year = await judgingYear(t, applicants);
    await declareAll(year);
    for (const [i, juror] of jurors.entries())
      for (const id of Object.values(year.nominations)) {
        const points = given(i);
        if (points !== null) await deliverBallot(year, juror, id, points, 'Lest.');
      }
    await year.setClock(year.dates.after);
    const closed = await year.event('chair', 'closeJudging', { reason: 'Fristen er ute.' });
    t.equal(closed.statusCode, 200, closed.body);
    await pagesHold(t, year, says);
    const { chair } = year.clients;
    const api = `/api/v1/editions/${year.editionId}/result`;
    const { lines } = (await chair.get(api)).json<{ lines: { place: number | null }[] }>();
    t.same(
      lines.map(({ place }) => place),
      places,
    );
    const figures = await chair.get(`${api}/figures`);
    t.equal(figures.statusCode, 200, figures.body);
    t.notMatch(figures.body, /NaN|Infinity/);
    await decidesAndSigns(t, year);
    t.same(year.errors, []);
  });

/** Every page of the result, for the chair and for a juror: whole, and without a number that is none. */
async function pagesHold(t: Test, year: JuryYear, says: RegExp): Promise<void> {
  for (const who of ['chair', 'henrik'] as const)
    for (const address of [
      '/jury',
      '/jury/resultat',
      '/jury/resultat/tall',
      `/jury/resultat/${year.nominations['Lier']}`,
      ...(who === 'chair' ? ['/jury/vedtak', '/jury/leder'] : []),
    ]) {
      const { statusCode, body } = await year.clients[who].get(address);
      t.equal(statusCode, 200, `${who}: ${address}`);
      t.notMatch(body, /NaN|undefined|Infinity|>null</, `${who}: ${address}`);
      t.same(await htmlProblems(body), [], `${who}: ${address}`);
    }
  t.match((await year.clients.chair.get('/jury/resultat')).body, says);
}

/** The ranking on the shared screen, a decision, and a frozen result that verifies. */
async function decidesAndSigns(t: Test, year: JuryYear): Promise<void> {
  const { clients, ids, editionId, nominations } = year;
  const meeting = await clients.secretary.post(`/api/v1/editions/${editionId}/meetings`, {
    present: [...jurors, 'secretary' as const].map((who) => ({ personId: ids[who], newConflict: false })),
  });
  const at = `/moter/${meeting.json<{ id: string }>().id}`;
  t.equal(
    (await clients.chair.post(`/api/v1${at.replace('moter', 'meetings')}/ranking`, {})).statusCode,
    200,
  );
  const screen = await clients.chair.get(`${at}/skjerm`);
  t.equal(screen.statusCode, 200);
  t.notMatch(screen.body, /NaN|undefined|>null</);
  const decided = await year.event('chair', 'decideFinalists', {
    decision: { finalists: Object.values(nominations), reason: 'Drøftet i møtet.' },
  });
  t.equal(decided.statusCode, 200, decided.body);
  t.equal((await due(year, addMinutes(year.dates.after, 5))).frozen, 1);
  const [one] = (await frozenList(year)).versions;
  const file = path.join(year.services.config.dataDir, 'fullt.json');
  writeFileSync(file, await frozenFile(year, one!.id, 'full'));
  const verified = npmVerify(file);
  t.equal(verified.status, 0, verified.out);
}
