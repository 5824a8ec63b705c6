import assert from 'node:assert/strict';
import t from 'tap';
import { adjustedBootstrap } from '../../../src/core/scoring/bootstrap-adjusted.ts';
import { plainBootstrap } from '../../../src/core/scoring/bootstrap-plain.ts';
import { rankCase } from '../../../src/core/scoring/index.ts';
import { readCase } from '../../../src/core/scoring/read.ts';
import { differences, inputOf, ownCase } from './cases.ts';
import { holds, scoredCase, totals } from './arbitrary.ts';
import { adjustedByDefinition, bootstrapByDefinition } from './oracle.ts';

const silent = () => {};

function exactPart({ pFirstExact, rankLow, rankHigh }: ReturnType<typeof plainBootstrap>) {
  return { pFirstExact, rankLow, rankHigh };
}

t.test('the exact bootstrap gives the fractions of the definition, with recusals and ties', async (t) => {
  const small = scoredCase({ jurors: 5, nominations: 6, recused: 0.25, everyoneJudged: true });
  const sameAsDefined = (input: unknown) => {
    const { units } = readCase(input);
    assert.deepEqual(exactPart(plainBootstrap(units, silent)), bootstrapByDefinition(units));
  };
  holds(t, small, sameAsDefined, 40);
});

t.test(
  'the exact bootstrap gives the same where big integers are needed, and with negative totals',
  async (t) => {
    for (const factor of [1, -1, 1e-7, 1234567890123.457]) {
      const y = [
        [3, 1.5, null, 2],
        [2.25, 1.5, 4, null],
        [2.25, 1.5, 4, 0.1],
      ].map((row) => row.map((value) => value && value * factor));
      const { units } = readCase({ y });
      t.same(exactPart(plainBootstrap(units, silent)), bootstrapByDefinition(units), `times ${factor}`);
    }
  },
);

t.test('syn-18: 25 x 9, all 24,310 re-drawn juries, the fractions of the definition', async (t) => {
  const { units } = readCase(inputOf(ownCase('syn-18')));
  t.same(exactPart(plainBootstrap(units, silent)), bootstrapByDefinition(units));
});

t.test(
  'the adjusted bootstrap is the fit of the re-drawn jury, and the plain mean where it falls apart',
  async (t) => {
    const holes = scoredCase({ jurors: 4, nominations: 5, recused: 0.4, everyoneJudged: true });
    let fallbacks = 0;
    const sameAsDefined = (input: unknown) => {
      const { y, units } = readCase(input);
      const { pFirst, fallbackProbability } = adjustedBootstrap(y, silent);
      fallbacks += Math.sign(fallbackProbability);
      assert.deepEqual(differences({ pFirst, fallbackProbability }, adjustedByDefinition(units), 1e-9), []);
    };
    holds(t, holes, sameAsDefined, 60);
    t.ok(fallbacks > 5, `${fallbacks} cases with juries that fall apart`);
  },
);

t.test('chances of the first place sum to 1, by either mean', async (t) => {
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  holds(t, totals({ jurors: 5, nominations: 7, recused: 0.2 }), (y) => {
    const { bootstrap } = rankCase({ y });
    assert.ok(Math.abs(sum(bootstrap!.plain.pFirst) - 1) < 1e-12);
    assert.ok(!bootstrap!.adjusted || Math.abs(sum(bootstrap!.adjusted.pFirst) - 1) < 1e-9);
  });
});

t.test('a jury of 11: adjusted only in full; of 13: none; progress runs to 1', async (t) => {
  const y = (jurors: number) =>
    [0, 1].map((i) => Array.from({ length: jurors }, (_, j) => (i + j === 0 ? null : (i * j) % 3)));
  const eleven = rankCase({ y: y(11) });
  t.equal(eleven.bootstrap!.replicates, 352_716);
  t.equal(eleven.bootstrap!.adjusted, null);
  t.match(eleven.notes['bootstrap.adjusted'], /in full/);
  const parts: number[] = [];
  t.ok(rankCase({ y: y(11) }, { full: true, onProgress: (part) => parts.push(part) }).bootstrap!.adjusted);
  t.ok(parts.at(-1)! > 0.99 && parts.at(-1)! <= 1);
  t.same(
    parts,
    parts.toSorted((a, b) => a - b),
  );
  t.equal(rankCase({ y: y(13) }).bootstrap, null);
  t.match(rankCase({ y: y(3) }, { bootstrap: false }).notes.bootstrap, /not asked for/);
});

t.test('a nomination that nobody judged cannot win, a juror without ballots is not re-drawn', async (t) => {
  const { bootstrap } = rankCase({
    y: [
      [null, null, null],
      [3, null, 4],
      [2, null, 5],
    ],
  });
  t.equal(bootstrap!.replicates, 3);
  t.same(bootstrap!.plain.pFirstExact, ['0/1', '1/2', '1/2']);
  t.same(bootstrap!.plain.rankLow, [null, 1, 1]);
});
