/**
 * Every page in every role: nothing that axe finds, valid HTML, nothing wider than the screen (UU-1, UU-3). In bokmål and light;
 * the other languages by valid HTML. A new page gets in by itself; see tests/helpers/matrix/samples.ts.
 */
import type { FastifyInstance } from 'fastify';
import t from 'tap';
import { openBrowser } from '../helpers/browser.ts';
import { htmlProblems } from '../helpers/html.ts';
import { lookAt } from '../helpers/matrix/look.ts';
import { findErrors, findStates, isPage, type PageState } from '../helpers/matrix/states.ts';
import { emptyWorld, fullWorld, type Stage } from '../helpers/matrix/world.ts';

const browser = await openBrowser(t);
const reached = new Set<string>();
const seen = new Set<string>();
const quick = { widths: [1280, 390], schemes: ['light'], everywhere: false } as const;
let pages = 0;
let errors = 0;
let looks = 0;

/** In the quick tier, pages in nynorsk and English are valid HTML and no more: their elements are those of bokmål. */
const isBokmal = ({ address }: PageState): boolean => !/^\/(nn|en)(\/|$)/.test(address);

async function visit(test: Parameters<typeof lookAt>[0], stage: Stage, base: string): Promise<void> {
  const world = { app: stage.site.app, db: stage.site.services.db, now: stage.now };
  const found = await findStates(world, stage.people, seen, reached);
  const refused = stage.forms ? await findErrors(world, stage.people, seen) : [];
  for (const { body, address } of [...found, ...refused])
    test.same(await htmlProblems(body), [], `${address} is valid HTML`);
  pages += found.length;
  errors += refused.length;
  looks += await lookAt(test, browser, base, [...found.filter(isBokmal), ...refused], quick);
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
