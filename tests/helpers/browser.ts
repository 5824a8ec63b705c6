import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';

interface Teardown {
  teardown(work: () => Promise<void>): void;
}

/** The network of the tests is this machine: the browser is kept from looking for anything else. */
const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--no-pings',
  '--font-render-hinting=none',
];

/** A headless browser, closed when the test `t` ends. A test without a browser fails; it is never skipped. */
export async function openBrowser(t: Teardown): Promise<Browser> {
  const { program, environment } = findChromium();
  const options = {
    executablePath: program,
    args: flags,
    env: { ...process.env, ...environment } as Record<string, string>,
  };
  // Root, and machines without user namespaces, cannot isolate the browser's processes: it sees our own pages only.
  const plain = () => chromium.launch({ ...options, chromiumSandbox: false });
  const isRoot = process.getuid?.() === 0;
  const browser = await (isRoot
    ? plain()
    : chromium.launch({ ...options, chromiumSandbox: true }).catch(plain));
  t.teardown(() => browser.close());
  return browser;
}

/**
 * A page in a context (cookies, language) of its own. Errors of its scripts and refusals by the content
 * security policy are collected in `problems`.
 */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; problems: string[]; close: () => Promise<void> }> {
  const context = await browser.newContext({ locale: 'nb-NO', timezoneId: 'Europe/Oslo', ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  return { page, problems, close: () => context.close() };
}
