/** What axe and the eye of a narrow screen find wrong with a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { remember } from './axe-record.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Which rules are run: those with one of these tags. */
export const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Rules = { id: string }[];
interface AxeResult {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
  passes: Rules;
  incomplete: Rules;
  inapplicable: Rules;
}

/** WCAG 2.2 A and AA and best practice, one line a fault. What was looked at is counted for the page on accessibility. */
export async function axeFaults(page: Page, record = remember): Promise<string[]> {
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(axe);
  const result = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(axeTags)}, resultTypes: ['violations'] })`,
  )) as AxeResult;
  record(result);
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`),
  );
}

/** Whether the page is wider than the screen: then one must scroll sideways to read it. */
export async function widthFaults(page: Page): Promise<string[]> {
  const beyond = (await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )) as number;
  return beyond > 0 ? [`${beyond} pixels wider than the screen`] : [];
}

/** Both: what is wrong with the page as it stands. */
export const pageFaults = async (page: Page): Promise<string[]> => [
  ...(await axeFaults(page)),
  ...(await widthFaults(page)),
];
