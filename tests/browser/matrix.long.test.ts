/**
 * Every page in every role and appearance, in bokmål and light: axe on a desk, measured on a phone (UU-1, UU-3). The quick matrix judges
 * each element of a route once.
 */
import t from 'tap';
import { openBrowser } from '../helpers/browser.ts';
import { lookAt, type Look } from '../helpers/matrix/look.ts';
import { findStates, nothingSeen, type Seen } from '../helpers/matrix/states.ts';
import { emptyWorld, fullWorld, type Stage } from '../helpers/matrix/world.ts';

const browser = await openBrowser(t);
const sights: readonly Look[] = [
  { width: 1280, scheme: 'light', axe: true },
  { width: 390, scheme: 'light', axe: false },
];
let pages = 0;
let looks = 0;

async function visit(test: Parameters<typeof lookAt>[0], stage: Stage, base: string, seen: Seen) {
  const world = { app: stage.site.app, db: stage.site.services.db, now: stage.now };
  const found = await findStates(world, stage.people, seen, new Set());
  const states = found.filter(({ address }) => !/^\/(nn|en)(\/|$)/.test(address));
  pages += states.length;
  looks += await lookAt(test, browser, base, states, sights);
  test.same(stage.site.errors, [], 'no error of ours');
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
  test.ok(looks > 200, `${looks} page states of ${pages} pages checked with axe`);
  test.comment(`${pages} pages, ${looks} page states checked with axe`);
});
