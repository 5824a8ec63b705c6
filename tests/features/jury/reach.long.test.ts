/** HAB-3 as a property: every ground, every reach of the regulations, every decision on it, with a reason one too short and long enough. */
import pg from 'pg';
import t from 'tap';
import { defaultReach, grounds, reaches } from '../../../src/features/editions/recusal.ts';
import { decideConflict } from '../../../src/features/jury/commands-decide.ts';
import { declare } from '../../../src/features/jury/commands.ts';
import { Problem } from '../../../src/platform/http/problem.ts';
import { judgingYear } from '../../helpers/jury-year.ts';

const enough = 'x'.repeat(20);
const short = 'x'.repeat(19);

t.test('HAB-3: every ground, reach of the regulations, decision and length of the reason', async (t) => {
  const year = await judgingYear(t, ['Eigersund', 'Modum']);
  const { db, editionId, nominations, ids, dates } = year;
  // The regulations are another at each turn of the loop; a real year would need a version for that.
  const owner = new pg.Client({ connectionString: year.ownerUrl });
  await owner.connect();
  await owner.query('alter table editions disable trigger editions_rules_versioned');
  await owner.end();
  const modum = nominations['Modum']!;
  class Undone extends Error {
    standings: unknown;
    constructor(standings: unknown) {
      super('undone');
      this.standings = standings;
    }
  }
  let combinations = 0;
  for (const ground of grounds) {
    for (const rule of reaches) {
      await db
        .updateTable('editions')
        .set({ recusal_reach: JSON.stringify({ ...defaultReach, [ground]: rule }) })
        .where('id', '=', editionId)
        .execute();
      for (const outcome of ['free', ...reaches] as const) {
        for (const reason of [short, enough]) {
          combinations += 1;
          const departs = outcome === 'free' ? rule === 'edition' : outcome !== rule;
          const played = await year
            .play('liv', dates.judging, async (unit) => {
              await declare(unit, modum, { answer: 'connection', grounds: [ground] });
              const chair = { ...unit, actor: { ...unit.actor, personId: ids.chair } };
              await decideConflict(chair, modum, {
                personId: ids.liv,
                recused: outcome !== 'free',
                ...(outcome === 'free' ? {} : { reach: outcome }),
                reason,
              });
              throw new Undone(
                await unit.trx
                  .selectFrom('standings')
                  .select(['nomination_id', 'standing', 'reach'])
                  .where('person_id', '=', ids.liv)
                  .execute(),
              );
            })
            .catch((error: unknown) => error);
          const what = `${ground} by the rule ${rule}, decided ${outcome}, ${reason.length} characters`;
          if (departs && reason === short) {
            t.ok(played instanceof Problem && played.type === 'request/invalid', `${what}: refused`);
            continue;
          }
          const found = played instanceof Undone ? (played.standings as { nomination_id: string }[]) : [];
          const expected =
            outcome === 'free'
              ? [{ nomination_id: modum, standing: 'free', reach: null }]
              : Object.values(nominations)
                  .filter((id) => id === modum || outcome === 'edition')
                  .map((id) => ({ nomination_id: id, standing: 'recused', reach: outcome }));
          const sorted = (rows: { nomination_id: string }[]) =>
            rows.toSorted((a, b) => (a.nomination_id < b.nomination_id ? -1 : 1));
          t.same(sorted(found), sorted(expected), what);
        }
      }
    }
  }
  t.equal(combinations, 12 * 3 * 4 * 2);
  await t.rejects(
    db
      .insertInto('recusal_decisions')
      .values({
        edition_id: editionId,
        nomination_id: modum,
        person_id: ids.liv,
        recused: true,
        reach: 'application',
        reason: short,
        decided_by: ids.chair,
        decided_at: dates.judging,
      })
      .execute(),
    /recusal_decisions_departure/,
    'the database says the same',
  );
});
