/** Goes through the worlds of the matrix, judges the HTML of every page that is new, and looks at those in bokmål. */
import { setImmediate } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Test } from 'tap';
import { openBrowser } from '../browser.ts';
import { htmlProblems } from '../html.ts';
import { lookAt, type Look } from './look.ts';
import { findErrors, findStates, isPage, type PageState, type Seen } from './states.ts';
import { emptyWorld, fullWorld, type Stage } from './world.ts';

/** Pages in nynorsk and English are made of the elements of bokmål. */
const isInBokmaal = ({ address }: PageState): boolean => !/^\/(nn|en)(\/|$)/.test(address);

const sights: readonly Look[] = [
  { width: 1280, axe: true },
  { width: 390, axe: false },
];

async function judgeHtml(test: Test, states: readonly PageState[]): Promise<void> {
  for (const { body, address } of states) {
    test.same(await htmlProblems(body), [], `${address} is valid HTML`);
    // The pages that the browser asks for meanwhile are answered by this process.
    await setImmediate();
  }
}

/** @returns how many pages there were, how many forms were refused, and how often axe looked; the routes that answered */
export async function tour(t: Test) {
  const browser = await openBrowser(t);
  const reached = new Set<string>();
  const seen: Seen = new Set();
  const counted = { pages: 0, errors: 0, looks: 0 };

  async function visit(test: Test, stage: Stage, base: string): Promise<void> {
    const world = { app: stage.site.app, db: stage.site.services.db, now: stage.now };
    const found = await findStates(world, stage.people, seen, reached);
    const refused = stage.forms ? await findErrors(world, stage.people, seen) : [];
    const all = [...found, ...refused];
    counted.pages += found.length;
    counted.errors += refused.length;
    // The one works here, the other in the browser.
    const [looks] = await Promise.all([
      lookAt(test, browser, base, all.filter(isInBokmaal), sights),
      judgeHtml(test, all),
    ]);
    counted.looks += looks;
    test.same(stage.site.errors, [], 'no error of ours');
  }

  await t.test('a service on its first day', async (test) => {
    const stage = await emptyWorld(t);
    await visit(test, stage, await stage.site.app.listen({ port: 0, host: '127.0.0.1' }));
  });
  let app: FastifyInstance | undefined;
  await t.test('a service at work', async (test) => {
    let base = '';
    for await (const stage of fullWorld(t)) {
      app = stage.site.app;
      base ||= await app.listen({ port: 0, host: '127.0.0.1' });
      await test.test(stage.name, (inner) => visit(inner, stage, base));
    }
  });
  const unreached = app!.routeTable.filter((route) => isPage(route) && !reached.has(route.url));
  return { ...counted, unreached: unreached.map(({ url }) => url) };
}
