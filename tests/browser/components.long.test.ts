import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import multipart from '@fastify/multipart';
import t from 'tap';
import { assets } from '../../src/platform/http/assets.ts';
import { securityHeaders } from '../../src/platform/http/headers.ts';
import { html } from '../../src/ui/html.ts';
import * as ui from '../../src/ui/components/index.ts';
import { renderPage } from '../../src/ui/layout.ts';
import { texts } from '../../src/ui/text/index.ts';
import type { Lang } from '../../src/ui/text/index.ts';
import { pageFaults } from '../helpers/axe.ts';
import { openBrowser, openPage } from '../helpers/browser.ts';
import { kitchenSink, privateShell } from '../ui/kitchen-sink.ts';

async function startApp(): Promise<{ app: FastifyInstance; base: string; posts: unknown[] }> {
  const posts: unknown[] = [];
  const app = fastify();
  await app.register(securityHeaders, { https: false });
  await app.register(assets);
  await app.register(multipart);
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, body),
  );
  app.get<{ Params: { lang: Lang; name: string } }>('/sink/:lang/:name', async ({ params }, reply) =>
    reply.type('text/html').send(kitchenSink(params.lang)[params.name]?.toString()),
  );
  const t = texts('nb');
  const uploadForm = (message: string) =>
    renderPage(privateShell('nb'), {
      title: 'Vedlegg',
      main: html`${ui.pageHead({ title: message })}${ui.errorSummary(message === 'feil' ? [{ field: 'file', message: 'Nei' }] : [], t)}${ui.form({ action: '/upload', multipart: true, upload: t, body: html`${ui.fileField({ name: 'file', label: 'Fil' })}${ui.button({ label: 'Last opp' })}` })}`,
    }).toString();
  app.get('/upload', async (_request, reply) => reply.type('text/html').send(uploadForm('start')));
  app.get('/done', async (_request, reply) => reply.type('text/html').send(uploadForm('ferdig')));
  app.post('/upload', async (request, reply) => {
    const file = await request.file();
    const bytes = (await file?.toBuffer())?.length ?? 0;
    posts.push(bytes);
    return bytes === 1
      ? reply.code(422).type('text/html').send(uploadForm('feil'))
      : reply.redirect('/done', 303);
  });
  app.post('/slow', async (request, reply) => {
    posts.push(request.body);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return reply.redirect('/done', 303);
  });
  app.get('/slow', async (_request, reply) =>
    reply.type('text/html').send(
      renderPage(privateShell('nb'), {
        title: 'S',
        main: ui.form({
          action: '/slow',
          body: html`${ui.textField({ name: 'code', label: 'Kode', enhance: 'code', maxlength: 6 })}${ui.button({ label: 'Send' })}`,
        }),
      }).toString(),
    ),
  );
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as { port: number };
  return { app, posts, base: `http://127.0.0.1:${port}` };
}

const { app, base, posts } = await startApp();
t.teardown(() => app.close());
const browser = await openBrowser(t);

t.test(
  '0 axe violations and nothing wider than the screen, in light and dark, on desktop and phone (UU-1, UU-3)',
  async (t) => {
    let checked = 0;
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [390, 'dark'],
      [320, 'light'],
    ] as const) {
      const { page, problems, close } = await openPage(browser, {
        viewport: { width, height: 900 },
        colorScheme,
      });
      for (const name of Object.keys(kitchenSink('nb'))) {
        await page.goto(`${base}/sink/nb/${name}`);
        t.same(await pageFaults(page), [], `${name} ${width} ${colorScheme}`);
        checked++;
      }
      t.same(problems, [], 'no script error, nothing refused by the content security policy');
      await close();
    }
    t.comment(`axe: ${checked} page states checked`);
  },
);

t.test('errors: the summary has focus, and leads to its fields', async (t) => {
  const { page, close } = await openPage(browser);
  await page.goto(`${base}/sink/nb/failed`);
  t.equal(await page.evaluate('document.activeElement.className'), 'ds-error-summary');
  await page.getByRole('link', { name: /Hvem søker/ }).click();
  t.equal(await page.evaluate('document.activeElement.id'), 'field-kind');
  await close();
});

t.test('the first press of Tab offers to skip to the main content', async (t) => {
  const { page, close } = await openPage(browser);
  await page.goto(`${base}/sink/nb/public`);
  await page.keyboard.press('Tab');
  const link = page.getByRole('link', { name: 'Hopp til hovedinnholdet' });
  t.ok(await link.isVisible());
  await page.keyboard.press('Enter');
  t.equal(await page.evaluate('document.activeElement.id'), 'main');
  await close();
});

t.test('words are counted while one writes', async (t) => {
  const { page, close } = await openPage(browser);
  await page.goto(`${base}/sink/nb/form`);
  const area = page.getByLabel(/verdighet/);
  await area.fill('ett to  tre\nfire ');
  t.ok(await page.getByText('Ord igjen: 296').isVisible());
  await area.fill('ord '.repeat(303));
  t.ok(await page.getByText('Ord for mye: 3').isVisible());
  await close();
});

t.test('a double press sends once; a pasted code loses its spaces', async (t) => {
  const { page, close } = await openPage(browser);
  await page.goto(`${base}/slow`);
  await page.evaluate(`(() => {
    const data = new DataTransfer();
    data.setData('text', ' 123 456 \\n');
    document.querySelector('#field-code').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, cancelable: true }));
  })()`);
  t.equal(await page.getByLabel('Kode').inputValue(), '123456');
  posts.length = 0;
  await page.getByRole('button', { name: 'Send' }).dblclick();
  await page.waitForURL('**/done');
  t.same(posts, ['code=123456']);
  await close();
});

t.test('an upload shows its progress and ends on the page that the server chose', async (t) => {
  const { page, problems, close } = await openPage(browser);
  const choose = async (bytes: number) => {
    await page.goto(`${base}/upload`);
    await page
      .getByLabel('Fil')
      .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(bytes, 'x') });
    await page.getByRole('button', { name: 'Last opp' }).click();
  };
  posts.length = 0;
  await choose(500_000);
  await page.waitForURL('**/done');
  t.same(posts, [500_000], 'sent once');
  await choose(1);
  await page.getByRole('heading', { name: 'feil' }).waitFor();
  t.equal(
    await page.evaluate('document.activeElement.className'),
    'ds-error-summary',
    'an error is the same page, focused',
  );
  t.same(
    problems.filter((problem) => !problem.includes('422')),
    [],
  );
  await page.context().setOffline(true);
  await page
    .getByLabel('Fil')
    .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(10, 'x') });
  await page.getByRole('button', { name: 'Last opp' }).click();
  await page.getByText('Opplastingen stoppet').waitFor();
  t.ok(await page.getByRole('button', { name: 'Last opp' }).isVisible(), 'and one can try again');
  await close();
});

t.test('without scripts: the same form, the same upload', async (t) => {
  const { page, close } = await openPage(browser, { javaScriptEnabled: false });
  posts.length = 0;
  await page.goto(`${base}/upload`);
  await page
    .getByLabel('Fil')
    .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(77, 'x') });
  await page.getByRole('button', { name: 'Last opp' }).click();
  await page.getByRole('heading', { name: 'ferdig' }).waitFor();
  t.same(posts, [77]);
  await close();
});
