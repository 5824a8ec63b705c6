/** What the public and the secretariat wait for: the winner's page at its moment, and the table of applications as they grow. */
import { withDatabases } from '../databases.ts';
import { atLeast, atMost, type Part } from '../part.ts';
import { announcement } from './public/announcement.ts';
import { measure as table } from './table.ts';

export const measure: Part = async (tell) => {
  const told = await withDatabases((make, dataDir) => announcement(make, dataDir, tell));
  const { figures, goals } = await table(tell);
  return {
    figures: { ...told, ...figures },
    goals: [
      atLeast('winner’s page, share of a bare Fastify', told.winnersPage.ratio, 0.85),
      atMost('wrong answers around the moment', told.moment.wrong, 0),
      ...goals,
    ],
  };
};
