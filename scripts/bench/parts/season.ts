/** What a season asks most of: delivering ballots, the ranking, the public front page, the start, and memory at rest. */
import { withDatabases } from '../databases.ts';
import { atLeast, atMost, type Part } from '../part.ts';
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
    const growth = await ranking(make, dataDir);
    return {
      figures: { ...started, ...page, ballotDelivery: delivery, ranking: growth },
      goals: [
        atMost('second start to the first page, ms', started.secondStartMs, 3000),
        atLeast('front page, share of a bare Fastify', page.frontPage.ratio, 0.85),
        atLeast('ballot delivery, share of bare pg', delivery.ratio, 0.8),
        atMost('ranking at 10,000, times that at 100', growth.at(-1)!.ms / growth[0]!.ms, 100),
      ],
    };
  });
};
