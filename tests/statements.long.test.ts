/** No page asks the database more often because there is more to show: every page that links lead to, for everybody. */
import pg from 'pg';
import t from 'tap';
import {
  declareAll,
  deliverBallot,
  jurors,
  judgingYear,
  type JuryYear,
  type Person,
} from './helpers/jury-year.ts';

let statements = 0;
const plainQuery = pg.Client.prototype.query as (...args: unknown[]) => unknown;
pg.Client.prototype.query = function query(this: pg.Client, ...args: unknown[]) {
  statements += 1;
  return plainQuery.apply(this, args);
} as typeof pg.Client.prototype.query;

const people = ['secretary', 'leader', 'applicant', 'chair', 'nina'] as const satisfies readonly Person[];
const pattern = (url: string): string =>
  url.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ':id').replace(/\?.*/, '');
/** Pages that look the same to all or lead away; documents are another matter. */
const passedBy = /^\/(assets|dev|api|nn|en)\b|\.(pdf|zip|css|svg|atom|json|csv|xlsx|ics)|vedlegg|dokument/;

/** Public answers are kept for two seconds: they ask all there is, or nothing. */
const isKept = (control: unknown): boolean => String(control).startsWith('public');

/** "who address" > statements. Two of each kind of page: the first may be made while something is still cold. */
async function look(year: JuryYear, stage: string, found: Map<string, number>): Promise<void> {
  for (const who of people) {
    const seen = new Map<string, number>();
    const urls = new Set(['/min-side']);
    for (const url of urls) {
      const kind = pattern(url);
      if (passedBy.test(url) || (seen.get(kind) ?? 0) >= 2) continue;
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
      statements = 0;
      const answer = await year.clients[who].get(url);
      if (answer.statusCode !== 200 || isKept(answer.headers['cache-control'])) continue;
      found.set(`${stage}: ${who} ${kind}`, statements);
      for (const [, link] of answer.body.matchAll(/href="(\/[^"#]*)"/g))
        urls.add(link!.replaceAll('&amp;', '&'));
    }
  }
}

async function statementsWith(applicants: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const year = await judgingYear(t, applicants);
  await declareAll(year);
  for (const juror of jurors)
    for (const name of applicants.slice(1))
      await deliverBallot(year, juror, year.nominations[name]!, 4, 'Godt forankret i ledelsen.');
  await look(year, 'judging', found);
  await year.setClock(year.dates.after);
  const closed = await year.event('chair', 'closeJudging', { reason: 'Juryen er ferdig.' });
  t.equal(closed.statusCode, 200, 'the judging is closed');
  await look(year, 'deliberating', found);
  return found;
}

t.test('as many statements with nine applications as with three', { timeout: 600_000 }, async (t) => {
  const names = Array.from({ length: 9 }, (_, index) => `Virksomhet ${index + 1}`);
  const few = await statementsWith(names.slice(0, 3));
  const many = await statementsWith(names);
  const both = [...many].filter(([page]) => few.has(page));
  for (const [page, count] of both)
    if (count > few.get(page)!) t.fail(`${page}: ${few.get(page)} statements, then ${count}`);
  t.ok(both.length > 80, `${both.length} pages`);
  const [page, most] = [...few].toSorted(([, one], [, other]) => other - one)[0]!;
  t.ok(most <= 30, `at most ${most} for one page: ${page}`);
});
