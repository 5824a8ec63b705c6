/** A short season through the pages alone, by the words that stand on them: once with scripts, once without. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import t from 'tap';
import { ensureFirstAdministrator } from '../../src/features/people/commands-access.ts';
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
  t.test(`a season with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async (t) => {
    const site = await testApp(t, { FIRST_ADMINISTRATOR: 'astrid@ks.no' });
    await ensureFirstAdministrator(site.services);
    const base = await site.app.listen({ port: 0, host: '127.0.0.1' });
    const stage = stageOf(browser, base, {
      javaScriptEnabled,
      // axe is a script itself: the pages without scripts are the same HTML.
      ...(javaScriptEnabled && {
        look: async ({ page }, what) => void t.same(await axeFaults(page), [], `axe on ${what}`),
      }),
    });
    for (const { name, play } of plot({ pdf })) {
      await play(stage);
      t.pass(name);
    }
    t.same(stage.problems(), [], 'no script error, nothing refused by the content security policy');
    t.same(site.errors, [], 'no error of ours');
  });
