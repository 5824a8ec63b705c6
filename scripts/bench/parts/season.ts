/** What a season asks most of: delivering ballots, the ranking, the public front page, the start, and memory at rest. */
import { withDatabases } from '../databases.ts';
import type { Part } from '../part.ts';
import { ballotDelivery } from './season/ballot-delivery.ts';
import { frontPage } from './season/front-page.ts';
import { ranking } from './season/ranking.ts';
import { start } from './season/start.ts';

export const measure: Part = async (tell) => {
  tell('Start to first served page …');
  const started = await start();
  return withDatabases(async (make, dataDir) => {
    tell('Front page beside a bare Fastify …');
    const page = await frontPage(make, dataDir);
    tell('Ballot delivery beside bare pg …');
    const delivery = await ballotDelivery(make);
    tell('The ranking as applications grow …');
    const growth = await ranking(make);
    return { figures: { ...started, ...page, ballotDelivery: delivery, ranking: growth }, goals: [] };
  });
};
