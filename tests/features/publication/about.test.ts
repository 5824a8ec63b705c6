/** What the service says of itself: what it keeps in a browser, and what is known of each success criterion. */
import { globSync, readFileSync } from 'node:fs';
import axe from 'axe-core';
import t from 'tap';
import { keyboardRules } from '../../../scripts/accessibility/keyboard.ts';
import type { Accessibility } from '../../../src/features/publication/schema-public.ts';
import { sessionCookie } from '../../../src/features/sign-in/session.ts';
import { testApp } from '../../helpers/app.ts';
import { axeTags } from '../../helpers/axe.ts';
import { htmlProblems } from '../../helpers/html.ts';

const { app, errors } = await testApp(t);
const read = async (url: string) => (await app.inject({ url })).body;

t.test('every cookie that the service sets stands on its page, in each language', async (t) => {
  const source = globSync('src/**/*.ts').map((file) => readFileSync(file, 'utf8'));
  const set = source.filter((text) => text.includes('setCookie('));
  const names = new Set([
    sessionCookie(false, false),
    sessionCookie(false, true),
    ...source.flatMap((text) => [
      ...[...text.matchAll(/_COOKIE = '(\w+)'/g)].map(([, name]) => name as string),
      ...[...text.matchAll(/'__Host-(\w+)'/g)].map(([, name]) => name as string),
    ]),
  ]);
  t.same([...names].toSorted(), [
    'delt',
    'kolonner',
    'lang',
    'lesestorrelse',
    'login',
    'practice-sid',
    'sid',
  ]);
  t.equal(set.length, 6, 'a file that sets a cookie in another way would not be found by its name');
  for (const lang of ['', '/nn', '/en']) {
    const page = await read(`${lang}/informasjonskapsler`);
    t.same(await htmlProblems(page), [], `HTML ${lang}`);
    for (const name of names) t.match(page, `>${name}</th>`, `${name} ${lang}`);
    t.match(await read(`${lang}/personvern`), 'informasjonskapsler"', 'the privacy page leads there');
  }
});

t.test('the state of each success criterion is what the tests can say, and no more', async (t) => {
  const {
    standard,
    run: last,
    criteria,
  } = JSON.parse(await read('/api/v1/public/accessibility')) as Accessibility;
  t.equal(standard, 'WCAG 2.2');
  t.equal(criteria.length, 55);
  t.equal(criteria.filter(({ level }) => level === 'A').length, 31);
  const ofAxe = axe.getRules([...axeTags]).map(({ ruleId }) => ruleId);
  const run = new Set([...ofAxe, ...Object.values(keyboardRules)]);
  for (const { id, rules, state, pages } of criteria) {
    t.notOk(
      rules.length === 0 && state !== 'notTestedByMachine',
      `${id}: nothing is said where nothing is run`,
    );
    t.notOk(last === null && state !== 'notTestedByMachine', `${id}: nor where no run is known`);
    t.equal(pages > 0, state === 'noFaultFound' || state === 'faultFound', id);
    for (const rule of rules) t.ok(run.has(rule), `${id}: ${rule} is run`);
  }
  for (const [lang, words] of [
    ['', 'Ikke prøvd av maskin'],
    ['/nn', 'Ikkje prøvd av maskin'],
    ['/en', 'Not tested by machine'],
  ] as const) {
    const page = await read(`${lang}/tilgjengelighet`);
    t.same(await htmlProblems(page), [], `HTML ${lang}`);
    t.equal(
      page.split(words).length - 1,
      criteria.filter(({ state }) => state === 'notTestedByMachine').length,
      lang,
    );
    for (const { id } of criteria)
      t.match(page, new RegExp(`>${id.replaceAll('.', '\\.')} \\S`), `${id} has a name ${lang}`);
  }
});

t.test('nothing of it was an error of ours', async (t) => t.same(errors, []));
