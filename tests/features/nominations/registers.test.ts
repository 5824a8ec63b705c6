/** The registers fit each other: every municipality and district lies in a county, and every county has one. */
import t from 'tap';
import {
  countyNames,
  countyOfNumber,
  districts,
  municipalities,
  numberedCounties,
} from '../../../src/features/nominations/registers.ts';

t.test('fifteen counties, by number and in the order of the alphabet', async (t) => {
  t.equal(countyNames.length, 15);
  t.equal(new Set(countyNames).size, 15);
  t.equal(countyNames.at(-1), 'Østfold');
  t.ok(
    numberedCounties.every(([number]) => /^\d\d$/.test(number)),
    'numbers keep their leading zero',
  );
  t.same(
    numberedCounties.map(([, name]) => name),
    countyNames,
  );
  for (const [number, name] of [
    ['03', 'Oslo'],
    ['18', 'Nordland'],
    ['50', 'Trøndelag'],
    ['55', 'Troms'],
    ['56', 'Finnmark'],
  ] as const)
    t.equal(countyOfNumber(`${number}01`), name, 'the first of the parallel names');
});

t.test('every municipality and district lies in one of them, and none of them is empty', async (t) => {
  t.equal(municipalities.length, 357);
  for (const { number, name, county } of [...municipalities, ...districts])
    if (!countyNames.includes(county)) t.fail(`${number} ${name} lies in no county`);
  t.same(
    countyNames.filter((name) => !municipalities.some(({ county }) => county === name)),
    [],
  );
  t.equal(countyOfNumber('9901'), undefined);
});
