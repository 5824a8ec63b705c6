/** A rejection in the browser: one proposes it at the formal check, another approves it; phone and desktop, light and dark. */
import t from 'tap';
import { addDays } from '../../src/platform/clock.ts';
import { openCall } from '../helpers/applying.ts';
import { pageFaults } from '../helpers/axe.ts';
import { openBrowser, openPage } from '../helpers/browser.ts';
import { signIn } from '../helpers/personas.ts';

const call = await openCall(t);
const base = await call.app.listen({ port: 0, host: '127.0.0.1' });
const browser = await openBrowser(t);
const { id } = await call.sent(await call.as('applicant@example.no'), 'Alver');
await call.setClock(addDays(call.dates.closes_at, 1));

async function pageOf(who: string, colorScheme: 'light' | 'dark') {
  const { cookie } = (await signIn(call, `${who}@example.no`)).headers;
  const [name = '', value = ''] = cookie.split('=');
  const opened = await openPage(browser, { viewport: { width: 1280, height: 900 }, colorScheme });
  await opened.page.context().addCookies([{ name, value, url: base }]);
  opened.page.setDefaultTimeout(20_000);
  await opened.page.goto(`${base}/sekretariat/soknad/${id}`);
  const clean = async (where: string) => {
    for (const width of [1280, 390]) {
      await opened.page.setViewportSize({ width, height: 900 });
      t.same(await pageFaults(opened.page), [], `${where} at ${width}`);
      const folder = process.env['SHOTS'];
      if (folder)
        await opened.page.screenshot({ path: `${folder}/rejecting-${where}-${width}.png`, fullPage: true });
    }
  };
  return { ...opened, clean };
}

t.test('proposed by one, approved by another', async (t) => {
  const proposer = await pageOf('secretary', 'light');
  await proposer.page.locator('textarea[name=rejectReason]').fill('Gjelder ikke helse og omsorg');
  await proposer.clean('form');
  await proposer.page.getByRole('button', { name: 'Foreslå å avvise søknaden' }).click();
  await proposer.page.getByText('Du foreslo dette.').waitFor();
  t.equal(await proposer.page.getByRole('button', { name: 'Avvis søknaden' }).count(), 0);
  await proposer.clean('proposer');
  const approver = await pageOf('second', 'dark');
  await approver.page.getByText('Gjelder ikke helse og omsorg').waitFor();
  await approver.clean('approver');
  await approver.page.getByRole('button', { name: 'Avvis søknaden' }).click();
  await approver.page.getByRole('status').waitFor();
  await approver.clean('rejected');
  t.same([...proposer.problems, ...approver.problems], []);
  await Promise.all([proposer.close(), approver.close()]);
});
