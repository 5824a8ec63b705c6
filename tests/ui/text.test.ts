import t from 'tap';
import { LANGS, texts } from '../../src/ui/text/index.ts';
import type { Lang } from '../../src/ui/text/index.ts';
import {
  compareNames,
  daysUntil,
  formatBytes,
  formatDate,
  formatDateTime,
  formatDeadline,
  formatDuration,
  formatExact,
  formatList,
  formatNumber,
  formatRelative,
  formatTime,
  formatWeekday,
} from '../../src/ui/text/format.ts';

const at = (text: string): Date => new Date(text);
const space = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

t.test('dates as people here write them, always in Oslo (SPR-6)', async (t) => {
  const noon = at('2022-12-09T11:00:07Z');
  t.equal(formatDate(noon, 'nb'), '9. desember 2022');
  t.equal(formatDateTime(noon, 'nb'), '9. desember 2022 kl. 12.00');
  t.equal(formatDateTime(noon, 'nn'), '9. desember 2022 kl. 12.00');
  t.equal(formatDateTime(noon, 'en'), '9 December 2022 at 12:00');
  t.equal(formatTime(noon, 'nb'), 'kl. 12.00');
  t.equal(formatWeekday(noon, 'nb'), 'fredag 9. desember 2022');
  t.equal(formatWeekday(at('2022-12-10T11:00:00Z'), 'nn'), 'laurdag 10. desember 2022');
  t.equal(formatExact(noon, 'nb'), '9. desember 2022 kl. 12.00.07 (norsk tid, GMT+1)');
  t.equal(formatExact(at('2022-07-09T10:00:07Z'), 'en'), '9 July 2022 at 12:00:07 (Norwegian time, GMT+2)');
  t.equal(formatDate(at('2026-12-31T23:30:00Z'), 'nb'), '1. januar 2027', 'the day is Oslo’s');
  t.equal(formatDateTime(at('2026-10-25T00:30:00Z'), 'nb'), '25. oktober 2026 kl. 02.30');
  t.equal(
    formatDateTime(at('2026-10-25T01:30:00Z'), 'nb'),
    '25. oktober 2026 kl. 02.30',
    'the hour that comes twice',
  );
});

t.test('a deadline at midnight is shown as the last minute that counts', async (t) => {
  t.equal(formatDeadline(at('2026-10-14T22:00:00Z'), 'nb'), '14. oktober 2026 kl. 23.59');
  t.equal(formatDeadline(at('2026-12-14T23:00:00Z'), 'nn'), '14. desember 2026 kl. 23.59');
  t.equal(formatDeadline(at('2026-10-14T10:00:00Z'), 'nb'), '14. oktober 2026 kl. 12.00');
  t.equal(formatDeadline(at('2026-10-24T22:00:00Z'), 'en'), '24 October 2026 at 23:59');
});

t.test('lengths of time, in words', async (t) => {
  const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
  t.equal(formatDuration(30_000, 'nb'), 'under ett minutt');
  t.equal(formatDuration(minute, 'nb'), '1 minutt');
  t.equal(formatDuration(3 * hour + 5 * minute, 'nb'), '3 timer og 5 minutter');
  t.equal(formatDuration(3 * hour + 5 * minute, 'nn'), '3 timar og 5 minutt');
  t.equal(formatDuration(day + hour, 'nb'), '1 dag og 1 time');
  t.equal(formatDuration(12 * day + hour, 'nn'), '12 dagar');
  t.equal(formatDuration(2 * hour, 'en'), '2 hours');
  const now = at('2026-10-01T10:00:00Z');
  t.equal(formatRelative(at('2026-10-13T10:00:00Z'), now, 'nb'), 'om 12 dager');
  t.equal(formatRelative(at('2026-10-01T08:00:00Z'), now, 'nb'), 'for 2 timer siden');
  t.equal(formatRelative(at('2026-10-01T08:00:00Z'), now, 'nn'), 'for 2 timar sidan');
  t.equal(formatRelative(at('2026-10-01T08:00:00Z'), now, 'en'), '2 hours ago');
  t.equal(daysUntil(at('2026-10-02T09:00:00Z'), now), 1);
});

t.test('numbers, sizes, lists, order (SPR-5)', async (t) => {
  t.equal(space(formatNumber(100_000.5, 'nb')), '100 000,5');
  t.equal(formatNumber(100_000.5, 'en'), '100,000.5');
  t.equal(space(formatBytes(0, 'nb')), '0 B');
  t.equal(space(formatBytes(1536, 'nb')), '1,5 kB');
  t.equal(space(formatBytes(26_214_400, 'en')), '26.2 MB');
  t.equal(formatList(['a', 'b', 'c'], 'nb'), 'a, b og c');
  t.equal(formatList(['a', 'b', 'c'], 'en'), 'a, b and c');
  t.same(['Åsnes', 'Ørland', 'Zeta', 'Ærdal', 'Aasen', 'Arendal', 'Øvre 10', 'Øvre 9'].sort(compareNames), [
    'Arendal',
    'Zeta',
    'Ærdal',
    'Ørland',
    'Øvre 9',
    'Øvre 10',
    'Aasen',
    'Åsnes',
  ]);
});

/** Every text of a catalogue by its path; functions are called with their own parameter names. */
function walk(node: unknown, path: string, found: Map<string, string>): Map<string, string> {
  if (typeof node === 'string') found.set(path, node);
  else if (typeof node === 'object' && node !== null) {
    for (const [key, value] of Object.entries(node)) walk(value, `${path}/${key}`, found);
  } else if (typeof node === 'function') found.set(path, node.toString());
  return found;
}

const catalogue = (lang: Lang): Map<string, string> => walk(texts(lang), '', new Map());

t.test('the catalogues are complete and not empty (SPR-1)', async (t) => {
  const [nb, ...others] = LANGS.map(catalogue);
  for (const other of others)
    t.same([...other.keys()].sort(), [...(nb as Map<string, string>).keys()].sort());
  // Empty in every language is meant; empty in one is forgotten.
  const empty = LANGS.map((lang) =>
    [...catalogue(lang)].filter(([, text]) => text.trim() === '').map(([path]) => path),
  );
  for (const paths of empty) t.same(paths, empty[0]);
});

/** Whole words, where \b would take å for the end of one. */
const words = (list: string): RegExp => new RegExp(`(?<!\\p{L})(?:${list})(?!\\p{L})`, 'iu');

t.test('English is not Norwegian left behind (SPR-1)', async (t) => {
  const norwegian = words('og|ikke|ikkje|søknad|søknaden|vurdering|eller|dere|frå|fra|på');
  for (const [path, text] of catalogue('en')) if (norwegian.test(text)) t.fail(`en${path}: ${text}`);
});

t.test('nynorsk reads as nynorsk, and bokmål as bokmål', async (t) => {
  const bokmal = words(
    'ikke|jeg|hva|hvem|hvor|hvordan|fra|søker|søkere|dere|deres|noen|noe|mer|bare|gjøre|gjør|gjort på|være|hun|hver|kommer|mangler|åpne|åpner|velg|hvis|tjeneste|tjenesten|vurderingen|begrunnelse|begrunnelsen|forespørsel|nå|utlysning|utlysningen|spørsmålene|kriterier|juryleder|offentliggjøre|kunngjøre',
  );
  const nynorsk = words(
    'ikkje|eg|kva|kven|kvar|korleis|frå|søkjar|søkjarar|dykk|nokon|noko|meir|berre|gjere|gjer|vere|kvart|kjem|manglar|opne|opnar|viss|teneste|tenesta|grunngiving|grunngivinga|førespurnad|utlysing|utlysinga|juryleiar|offentleggjere|kunngjere',
  );
  for (const [path, text] of catalogue('nn')) if (bokmal.test(text)) t.fail(`nn${path}: ${text}`);
  for (const [path, text] of catalogue('nb')) if (nynorsk.test(text)) t.fail(`nb${path}: ${text}`);
  // No s-genitive in nynorsk: "juryens", "kommunens", "kriterienes". The s of "dissens" is its own.
  const genitive = /\p{Ll}(?:(?<![Dd]iss)ens|ets|enes|anes|ars)(?!\p{L})/u;
  for (const [path, text] of catalogue('nn')) if (genitive.test(text)) t.fail(`nn${path}: ${text}`);
});

t.test('the words of the glossary are kept on pages', async (t) => {
  const never = words(
    'nominasjon|nominasjonen|stemmeseddel|forseglet|forsegla|avslag|finalist|finalister|finalistar|utgave|utgåve',
  );
  for (const lang of ['nb', 'nn'] as const) {
    for (const [path, text] of catalogue(lang)) if (never.test(text)) t.fail(`${lang}${path}: ${text}`);
  }
});
