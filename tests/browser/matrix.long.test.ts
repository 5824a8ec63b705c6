/**
 * Every page in every role and appearance: in bokmål by axe on a desk in light and on a phone in dark, and measured between and below;
 * in nynorsk and English by axe on a phone, once for each element that its route has (UU-1, UU-3, UU-7).
 */
import { sql } from 'kysely';
import t from 'tap';
import { LANGS, type Lang } from '../../src/ui/text/index.ts';
import { openBrowser } from '../helpers/browser.ts';
import { htmlProblems } from '../helpers/html.ts';
import { lookAt, type Look } from '../helpers/matrix/look.ts';
import { findErrors, findStates, nothingSeen, type PageState, type Seen } from '../helpers/matrix/states.ts';
import { emptyWorld, fullWorld, type Stage } from '../helpers/matrix/world.ts';

const browser = await openBrowser(t);
const inBokmal: readonly Look[] = [
  { width: 1280, scheme: 'light', axe: true },
  { width: 768, scheme: 'light', axe: false },
  { width: 390, scheme: 'dark', axe: true },
  { width: 320, scheme: 'dark', axe: false },
];
const inOther: readonly Look[] = [
  { width: 390, scheme: 'light', axe: true },
  { width: 320, scheme: 'light', axe: false },
];
let pages = 0;
let looks = 0;

async function visit(test: Parameters<typeof lookAt>[0], stage: Stage, base: string, seen: Seen) {
  const { app, services } = stage.site;
  const world = { app, db: services.db, now: stage.now };
  const found = await findStates(world, stage.people, seen, new Set());
  for (const lang of LANGS) {
    await sql`update people set language = ${lang}`.execute(services.db);
    const asked = await Promise.all(
      found.filter((state) => isIn(lang, state)).map((state) => inLanguage(stage, state, lang)),
    );
    const refused = stage.forms ? await findErrors(world, stage.people, nothingSeen()) : [];
    for (const { body, address, who } of [...asked, ...refused]) {
      test.same(await htmlProblems(body), [], `${who}: ${address} is valid HTML in ${lang}`);
      test.same(/<html lang="(\w+)"/.exec(body)?.[1], lang, `${who}: ${address} says that it is in ${lang}`);
    }
    pages += asked.length + refused.length;
    const states = [...asked, ...refused];
    looks +=
      lang === 'nb'
        ? await lookAt(test, browser, base, states, inBokmal)
        : await lookAt(
            test,
            browser,
            base,
            states.filter(({ novel }) => novel),
            inOther,
          );
  }
  await sql`update people set language = 'nb'`.execute(services.db);
  test.same(stage.site.errors, [], 'no error of ours');
}

/** Public pages have an address in each language; the others follow their reader. */
function isIn(lang: Lang, { address, isPublic }: PageState): boolean {
  return !isPublic || (/^\/(nn|en)(?=\/|$)/.exec(address)?.[1] ?? 'nb') === lang;
}

async function inLanguage({ site }: Stage, state: PageState, lang: Lang): Promise<PageState> {
  const headers = { ...state.headers, ...(state.isPublic ? {} : { 'accept-language': lang }) };
  const { body, statusCode } = await site.app.inject({
    url: state.address,
    headers: { ...headers, accept: 'text/html' },
  });
  return { ...state, headers, body, status: statusCode };
}

for (const [name, stages] of [
  [
    'a service on its first day',
    async function* () {
      yield await emptyWorld(t);
    },
  ],
  ['a service at work, through a year', () => fullWorld(t)],
] as const)
  t.test(name, async (test) => {
    const seen = nothingSeen();
    let base = '';
    for await (const stage of stages()) {
      base ||= await stage.site.app.listen({ port: 0, host: '127.0.0.1' });
      await test.test(stage.name, (inner) => visit(inner, stage, base, seen));
    }
  });

t.test('how much was looked at', async (test) => {
  test.ok(looks > 1000, `${looks} page states of ${pages} pages checked with axe`);
  test.comment(`${pages} pages, ${looks} page states checked with axe`);
});
