import t from 'tap';
import { launcher, runToEnd } from './helpers/server.ts';

interface SeasonResult {
  ok: boolean;
  leaks: number;
  steps: number;
  requests: number;
  documents: number;
}

for (const variant of [[], ['--without-scores']]) {
  const command = ['season', ...variant, '--json'];
  t.test(
    `npm run ${command.join(' ')} plays a whole year without a leak`,
    { timeout: 1_800_000 },
    async (t) => {
      const { code, output } = await runToEnd([launcher, ...command]);
      const last = output.trimEnd().split('\n').at(-1) ?? '';
      t.comment(last);
      const result = parsed(last);
      t.equal(code, 0, output.slice(-3000));
      t.match(result, { ok: true, leaks: 0 }, 'the very last line is the result');
      t.ok((result?.steps ?? 0) > 0 && (result?.documents ?? 0) > 0, 'something was played');
    },
  );
}

function parsed(line: string): SeasonResult | null {
  try {
    return JSON.parse(line) as SeasonResult;
  } catch {
    return null;
  }
}
