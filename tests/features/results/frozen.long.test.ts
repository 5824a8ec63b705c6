/** Every single byte of both files of a frozen result, in every bit: none can be changed without being caught. */
import t from 'tap';
import { addMinutes } from '../../../src/platform/clock.ts';
import { verify } from '../../../src/platform/signed-document.ts';
import { deliberatingJury, due, frozenFile, frozenList } from '../../helpers/frozen-year.ts';

t.test('every changed byte of the signed result is caught', async (t) => {
  const year = await deliberatingJury(t);
  await year.event('chair', 'decideFinalists', {
    decision: { finalists: Object.values(year.nominations), reason: 'Alle.' },
  });
  t.equal((await due(year, addMinutes(year.dates.after, 5))).frozen, 1);
  const [one] = (await frozenList(year)).versions;
  for (const layer of ['core', 'full'] as const) {
    const file = Buffer.from(await frozenFile(year, one!.id, layer));
    t.ok((await verify(file)).ok, `${layer}: ${file.length} bytes hold`);
    const missed = [];
    for (let i = 0; i < file.length; i++) {
      const changed = Buffer.from(file);
      changed[i]! ^= 1 << (i % 8);
      if ((await verify(changed)).ok) missed.push(i);
    }
    t.same(missed, [], `${layer}: one bit of each byte changed, each caught`);
    const cut = Buffer.concat([file.subarray(0, file.length / 2), file.subarray(file.length / 2 + 1)]);
    t.notOk((await verify(cut)).ok, 'a byte less');
    t.notOk((await verify(Buffer.concat([file, Buffer.from(' ')]))).ok, 'a byte more');
  }
});
