/** Identity numbers in running text: found however they are written, and nothing else taken for one (GDPR-1). */
import { idnr } from '@navikt/fnrvalidator';
import fc from 'fast-check';
import t from 'tap';
import { covered, identityNumbers } from '../../../src/features/reading/identity-numbers.ts';

const weights1 = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const weights2 = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const rest = (digits: string, weights: readonly number[]) =>
  (11 - (weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11)) % 11;

/** A number with right check digits for this date and individual number; undefined where there is none. */
function numberOf(date: string, individual: number): string | undefined {
  const nine = date + String(individual).padStart(3, '0');
  const first = rest(nine, weights1);
  const second = first < 10 ? rest(nine + first, weights2) : 10;
  return second < 10 ? `${nine}${first}${second}` : undefined;
}
const two = (n: number) => String(n).padStart(2, '0');
/** Fødselsnummer and D-numbers, real and synthetic. */
const people = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
    year: fc.integer({ min: 1, max: 99 }),
    individual: fc.integer({ min: 0, max: 999 }),
    d: fc.constantFrom(0, 40),
    synthetic: fc.constantFrom(0, 40, 80),
  })
  .map(({ day, month, year, individual, d, synthetic }) =>
    numberOf(two(day + d) + two(month + synthetic) + two(year), individual),
  )
  .filter((number) => number !== undefined);

const [a, b, c, d, e] = [6, 2, 4, 6, 9];
const ways: Record<string, (n: string) => string> = {
  'in one': (n) => n,
  'with a space': (n) => `${n.slice(0, a)} ${n.slice(a)}`,
  'with a hard space': (n) => `${n.slice(0, a)}\u00a0${n.slice(a)}`,
  'with a hyphen': (n) => `${n.slice(0, a)}-${n.slice(a)}`,
  'as a date with dots': (n) => `${n.slice(0, b)}.${n.slice(b, c)}.${n.slice(c, d)} ${n.slice(d)}`,
  'with dots all through': (n) => `${n.slice(0, b)}.${n.slice(b, c)}.${n.slice(c, d)}.${n.slice(d)}`,
  'in small groups': (n) =>
    `${n.slice(0, b)} ${n.slice(b, c)} ${n.slice(c, d)} ${n.slice(d, e)} ${n.slice(e)}`,
  'digit by digit': (n) => [...n].join(' '),
  'broken over two lines': (n) => `${n.slice(0, a)}\n${n.slice(a)}`,
  'broken anywhere': (n) => `${n.slice(0, 8)}\n${n.slice(8)}`,
  'with full-width digits': (n) => [...n].map((x) => String.fromCharCode(0xff10 + Number(x))).join(''),
  'with Arabic digits': (n) => [...n].map((x) => String.fromCharCode(0x660 + Number(x))).join(''),
  'with styled digits': (n) => [...n].map((x) => String.fromCodePoint(0x1d7e2 + Number(x))).join(''),
  'with something invisible inside': (n) => `${n.slice(0, 3)}\u200b${n.slice(3)}`,
};

for (const [way, write] of Object.entries(ways)) {
  t.test(`found ${way}, in the middle of a sentence, exactly there`, async (t) => {
    fc.assert(
      fc.property(people, (number) => {
        const written = write(number);
        const found = identityNumbers(`Bruker ${written}, som bor her.`);
        return found.length === 1 && found[0]?.start === 7 && found[0].end === 7 + written.length;
      }),
    );
    t.pass();
  });
}

t.test('several in one text, beside each other and glued to letters', async (t) => {
  const [first, second] = [numberOf('010190', 124)!, numberOf('410190', 124)!];
  t.equal(identityNumbers(`${first}, ${second}; fnr${first}og ${second}.`).length, 4);
  t.equal(identityNumbers(`${first} ${second}`).length, 2);
});

t.test('a number is shown without its last five digits', async (t) => {
  const number = numberOf('010190', 124)!;
  const shown = covered(`Fil ${number.slice(0, 6)} ${number.slice(6)}.pdf`);
  t.equal(shown, 'Fil 010190 •••••.pdf');
  t.equal(covered('Plan 2026.pdf'), 'Plan 2026.pdf');
});

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const silent = (text: string) => identityNumbers(text).length === 0;

t.test('telephone numbers are not taken for one', async (t) => {
  fc.assert(
    fc.property(digits(8), (n) => {
      const pairs = n.replace(/(..)(..)(..)(..)/, '$1 $2 $3 $4');
      const mobile = n.replace(/(...)(..)(...)/, '$1 $2 $3');
      return [
        n,
        pairs,
        mobile,
        `+47 ${pairs}`,
        `+47${n}`,
        `0047 ${n}`,
        `${n}\n${n}`,
        `${pairs} ${pairs}`,
      ].every((text) => silent(`Ring ${text} før kl. 12.`));
    }),
  );
  t.pass();
});

t.test('organisation numbers are not taken for one', async (t) => {
  const weights = [3, 2, 7, 6, 5, 4, 3, 2];
  fc.assert(
    fc.property(
      digits(8)
        .map((n) => [n, rest(n, weights)] as const)
        .filter(([, check]) => check < 10),
      ([eight, check]) => {
        const n = `${eight}${check}`;
        const spaced = n.replace(/(...)(...)(...)/, '$1 $2 $3');
        return [n, spaced, `NO ${spaced} MVA`, `${spaced} ${spaced}`, `${n}\n${n}`].every((text) =>
          silent(`Org.nr. ${text}.`),
        );
      },
    ),
  );
  t.pass();
});

const accounts = digits(10)
  .map((n) => [n, rest(n, weights2)] as const)
  .filter(([, check]) => check < 10)
  .map(([ten, check]) => `${ten}${check}`);

t.test('account numbers are not taken for one: as they are written, and after the word', async (t) => {
  fc.assert(
    fc.property(accounts, (n) => {
      const dotted = n.replace(/(....)(..)(.....)/, '$1.$2.$3');
      const spaced = n.replace(/(....)(..)(.....)/, '$1 $2 $3');
      return [dotted, spaced, `konto ${n}`, `Kontonummer: ${n}`, `kontonr. ${n}`, `KID ${n}`].every((text) =>
        silent(`Betal til ${text}.`),
      );
    }),
    { numRuns: 500 },
  );
  t.pass();
});

t.test('a bare row of eleven digits is one exactly when it is a valid number', async (t) => {
  fc.assert(
    fc.property(fc.oneof(accounts, digits(11)), (n) => silent(`Nr. ${n}.`) === (idnr(n).status !== 'valid')),
    { numRuns: 500 },
  );
  t.pass();
});

t.test('longer and shorter rows, years, sums and sections are left alone', async (t) => {
  const number = numberOf('010190', 124)!;
  for (const text of [
    `1${number}`,
    `${number}7`,
    number.slice(1),
    '2019 2020 2021 2022 2023',
    '12.05.2023 45000',
    '§ 3-1, 4-2, 5-6, 7-8, 9-10, 11',
    'NO93 8601 1117 947',
    'ISBN 978-82-02-24589-4',
    '1 000 000 2 000 000',
    '',
  ])
    t.ok(silent(text), text);
});
