/**
 * Every page in every role is valid HTML; axe finds nothing on it and it is not wider than the screen (UU-1, UU-3). In bokmål and
 * light, and only where a page has an element that its route did not have before: matrix.long.test.ts looks at all of them.
 * A new page gets in by itself; see tests/helpers/matrix/samples.ts.
 */
import type { FastifyInstance } from 'fastify';
import t from 'tap';
import { openBrowser } from '../helpers/browser.ts';
import { htmlProblems } from '../helpers/html.ts';
import { lookAt, type Look } from '../helpers/matrix/look.ts';
import { findErrors, findStates, isPage, nothingSeen, type PageState } from '../helpers/matrix/states.ts';
import { emptyWorld, fullWorld, type Stage } from '../helpers/matrix/world.ts';

const browser = await openBrowser(t);
const reached = new Set<string>();
const seen = nothingSeen();
const sights: readonly Look[] = [
  { width: 1280, scheme: 'light', axe: true },
  { width: 390, scheme: 'light', axe: false },
];
let pages = 0;
let errors = 0;
let looks = 0;

/** Pages in nynorsk and English are made of the elements of bokmål. */
const isToBeSeen = ({ address, novel }: PageState): boolean => novel && !/^\/(nn|en)(\/|$)/.test(address);

async function visit(test: Parameters<typeof lookAt>[0], stage: Stage, base: string): Promise<void> {
  const world = { app: stage.site.app, db: stage.site.services.db, now: stage.now };
  const found = await findStates(world, stage.people, seen, reached);
  const refused = stage.forms ? await findErrors(world, stage.people, seen) : [];
  for (const { body, address } of [...found, ...refused])
    test.same(await htmlProblems(body), [], `${address} is valid HTML`);
  pages += found.length;
  errors += refused.length;
  looks += await lookAt(test, browser, base, [...found, ...refused].filter(isToBeSeen), sights);
  test.same(stage.site.errors, [], 'no error of ours');
}

t.test('a service on its first day', async (test) => {
  const stage = await emptyWorld(t);
  await visit(test, stage, await stage.site.app.listen({ port: 0, host: '127.0.0.1' }));
});

t.test('a service at work, through a year', async (test) => {
  let app: FastifyInstance | undefined;
  let base = '';
  for await (const stage of fullWorld(t)) {
    if (!app) base = await stage.site.app.listen({ port: 0, host: '127.0.0.1' });
    app = stage.site.app;
    await test.test(stage.name, (inner) => visit(inner, stage, base));
  }
  for (const { url } of app?.routeTable.filter(isPage) ?? [])
    if (!reached.has(url))
      test.fail(
        `${url}: nobody of the matrix gets this page. Add a line to tests/helpers/matrix/samples.ts (a value for its parameters, ` +
          'or why it is no page), or a person or a step to tests/helpers/matrix/world.ts.',
      );
  test.comment(`${pages} pages and ${errors} refused forms, ${looks} page states checked with axe`);
});
