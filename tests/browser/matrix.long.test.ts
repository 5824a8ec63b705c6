/** Every page in every role, in bokmål, nynorsk and English, light and dark, on a desk, a tablet and a phone (UU-1, UU-3, UU-7). */
import { sql } from 'kysely';
import t from 'tap';
import { LANGS, type Lang } from '../../src/ui/text/index.ts';
import { openBrowser } from '../helpers/browser.ts';
import { htmlProblems } from '../helpers/html.ts';
import { lookAt, type Look } from '../helpers/matrix/look.ts';
import { findErrors, findStates, type PageState } from '../helpers/matrix/states.ts';
import { emptyWorld, fullWorld, type Stage } from '../helpers/matrix/world.ts';

const browser = await openBrowser(t);
const full: Look = { widths: [1280, 768, 390, 320], schemes: ['light', 'dark'], everywhere: true };
let pages = 0;
let looks = 0;

async function visit(test: Parameters<typeof lookAt>[0], stage: Stage, base: string, seen: Set<string>) {
  const { app, services } = stage.site;
  const world = { app, db: services.db, now: stage.now };
  const found = await findStates(world, stage.people, seen, new Set());
  for (const lang of LANGS) {
    await sql`update people set language = ${lang}`.execute(services.db);
    const asked = await Promise.all(
      found.filter((state) => isIn(lang, state)).map((state) => inLanguage(stage, state, lang)),
    );
    const refused = stage.forms ? await findErrors(world, stage.people, new Set()) : [];
    for (const { body, address, who } of [...asked, ...refused]) {
      test.same(await htmlProblems(body), [], `${who}: ${address} is valid HTML in ${lang}`);
      test.same(/<html lang="(\w+)"/.exec(body)?.[1], lang, `${who}: ${address} says that it is in ${lang}`);
    }
    pages += asked.length + refused.length;
    looks += await lookAt(test, browser, base, [...asked, ...refused], full);
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
    const seen = new Set<string>();
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
