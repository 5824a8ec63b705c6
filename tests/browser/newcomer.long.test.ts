/**
 * People who have never been here run a year of the prize from an empty database, by the words that stand on the pages and in their
 * letters alone: once with scripts, once without. What each phase takes is counted: pages visited and forms posted.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import t from 'tap';
import { ensureFirstAdministrator } from '../../src/features/people/commands-access.ts';
import { openPool } from '../../src/platform/db/open.ts';
import { startBackgroundWork } from '../../src/worker.ts';
import { testApp } from '../helpers/app.ts';
import { axeFaults } from '../helpers/axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { taken } from '../helpers/samples.ts';
import { plot } from '../helpers/season/plot.ts';
import { stageOf } from '../helpers/season/stage.ts';
import { temporaryFolder } from '../helpers/server.ts';

const browser = await openBrowser(t);
const pdf = path.join(await temporaryFolder(t), taken.pdf.name);
await writeFile(pdf, taken.pdf.content);

for (const javaScriptEnabled of [true, false])
  t.test(`a year with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async (t) => {
    const site = await testApp(t, { FIRST_ADMINISTRATOR: 'astrid@ks.no' }, { practice: true });
    await ensureFirstAdministrator(site.services);
    const pool = openPool(site.url, { poolSize: 6, name: 'newcomer' });
    const worker = await startBackgroundWork(site.services, pool);
    t.teardown(async () => {
      await worker.stop();
      await pool.end();
    });
    const looked = new Set<string>();
    const base = await site.app.listen({ port: 0, host: '127.0.0.1' });
    const stage = stageOf(browser, base, {
      javaScriptEnabled,
      // axe is a script itself: the pages without scripts are the same HTML.
      ...(javaScriptEnabled && {
        look: async ({ page }, what) => {
          // The same page for everybody who signs in.
          if (looked.has(what)) return;
          looked.add(what);
          t.same(await axeFaults(page), [], `axe on ${what}`);
        },
      }),
    });
    t.teardown(() => stage.close());
    for (const { name, play } of plot({ pdf })) {
      const before = stage.steps();
      await play(stage);
      t.pass(`${name}: ${stage.steps() - before} steps`);
    }
    t.comment(`${stage.steps()} steps in all`);
    t.ok(stage.steps() < 450, 'the year takes no more steps than it did');
    t.same(stage.problems(), [], 'no script error, nothing refused by the content security policy');
    t.same(site.errors, [], 'no error of ours');
  });
