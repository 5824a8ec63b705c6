// node zz-shot.ts email path name [width] [scheme]
import { chromium } from 'playwright-core';
import { findChromium } from './helpers/chromium.ts';
const base = process.env['BASE'] ?? 'http://localhost:4101';
const { program, environment } = findChromium();
const b = await chromium.launch({
  executablePath: program,
  env: { ...process.env, ...environment } as never,
  chromiumSandbox: false,
});
for (const arg of process.argv.slice(2)) {
  const [email, path, name, width = '1280', scheme = 'light'] = arg.split(',');
  let headers = {};
  if (email) {
    const r = await fetch(base + '/api/v1/dev/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email }),
    });
    headers = { authorization: 'Bearer ' + ((await r.json()) as { token: string }).token };
  }
  const c = await b.newContext({
    viewport: { width: Number(width), height: 900 },
    colorScheme: scheme as never,
    extraHTTPHeaders: headers,
  });
  const p = await c.newPage();
  await p.goto(base + path);
  if (process.env['NARROW']) await p.setViewportSize({ width: Number(process.env['NARROW']), height: 900 });
  console.log(
    name,
    await p.evaluate(
      `(() => { const w = document.documentElement.clientWidth; return [document.documentElement.scrollWidth - w, ...[...document.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > w + 0.5).map(e => e.tagName + '.' + e.className).slice(0, 12)].join(' | ') })()`,
    ),
  );
  await p.screenshot({ path: '/tmp/wt/season-browser-shots/' + name + '.png', fullPage: true });
  await c.close();
}
await b.close();
