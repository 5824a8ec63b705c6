/** People at their browsers: they follow links, fill fields and press buttons by the names that they read. */
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { openPage } from '../browser.ts';

type Within = Page | Locator;
export interface Hands {
  page: Page;
  /** Opens the front page of the service: the one address that everybody knows. */
  front(): Promise<void>;
  /** Opens an address that stands in a letter, or of the demonstration's own tools. */
  open(path: string): Promise<void>;
  /** How many pages were visited and forms posted. */
  steps(): number;
  follow(name: string | RegExp, within?: Within): Promise<void>;
  /** Presses a button and waits for the page that answers. */
  press(name: string | RegExp, within?: Within): Promise<void>;
  /** Presses a button, or follows a link, that answers with a file. */
  take(name: string | RegExp, within?: Within): Promise<Taken>;
  /** Chooses a file for the only field of files on the page. */
  attach(file: string | Written): Promise<void>;
  /** Presses a button that may answer on the page itself. */
  tap(name: string | RegExp): Promise<void>;
  fill(label: string | RegExp, text: string, within?: Within): Promise<void>;
  /** Chooses a radio button or ticks a box. */
  choose(label: string | RegExp, within?: Within): Promise<void>;
  select(label: string, option: string): Promise<void>;
  /** The answer to a question that has its own legend. */
  answer(legend: string | RegExp, label: string | RegExp): Promise<void>;
  /** The page has this heading. @throws when it does not come */
  arrives(heading: string | RegExp): Promise<void>;
  /** What the page says in its main part. */
  reads(): Promise<string>;
  card(title: string | RegExp): Locator;
  problems: string[];
  close(): Promise<void>;
}

/** A file as it came. */
export interface Taken {
  name: string;
  content: Buffer;
}
/** A file that is no file on a disk yet. */
interface Written {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A label as one reads it: "(valgfritt)" and the like may follow. */
const named = (label: string | RegExp): RegExp =>
  label instanceof RegExp
    ? label
    : new RegExp(`^${label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?= \\(|$)`);

export async function handsOf(
  browser: Browser,
  base: string,
  options: BrowserContextOptions,
): Promise<Hands> {
  const { page, problems, close } = await openPage(browser, options);
  // "Are you sure?" is asked with scripts only; who presses on has read what it says.
  page.on('dialog', (dialog) => void dialog.accept());
  const main = page.locator('main');
  let steps = 0;
  /** Both: what was asked for has come, and whatever it had to load. The page of the practice says that it may take a minute. */
  const andArrive = async (act: () => Promise<void>): Promise<void> => {
    steps += 1;
    await Promise.all([page.waitForEvent('load', { timeout: 120_000 }), act()]);
  };
  const button = (name: string | RegExp, within: Within) => within.getByRole('button', { name, exact: true });
  const open = async (path: string): Promise<void> => {
    steps += 1;
    await page.goto(base + path);
  };
  return {
    page,
    problems,
    close,
    steps: () => steps,
    front: () => open('/'),
    open,
    tap: async (name) => {
      steps += 1;
      await button(name, main).first().click();
    },
    follow: (name, within = page) =>
      andArrive(() => within.getByRole('link', { name, exact: true }).first().click()),
    press: (name, within = main) => andArrive(() => button(name, within).first().click()),
    take: async (name, within = main) => {
      steps += 1;
      const link = within.getByRole('link', { name, exact: true });
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        button(name, within).or(link).first().click(),
      ]);
      return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
    },
    attach: (file) => main.locator('input[type=file]').setInputFiles(file),
    fill: (label, text, within = main) =>
      // A form may have the name of its only field.
      within.getByLabel(named(label)).and(page.locator('input, textarea')).first().fill(text),
    choose: (label, within = main) => within.getByLabel(label, { exact: true }).first().check(),
    select: async (label, option) =>
      void (await main.getByLabel(named(label)).selectOption({ label: option })),
    answer: (legend, label) =>
      main.getByRole('group', { name: legend }).getByLabel(label, { exact: true }).check(),
    arrives: (name) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor(),
    reads: () => main.innerText(),
    card: (title) => main.locator('.ds-card').filter({ has: page.getByRole('heading', { name: title }) }),
  };
}
