/**
 * What tells of the outcome before it is public: the actions of the rule table that open it. Whoever may do one of them stands on the
 * list of those who see the outcome early, and the first time that somebody does is written down.
 */
import { sinceClosing, sinceDecision, untilAnnounced } from './states.ts';

export const openings = [
  'result',
  'frozen',
  'meeting',
  'decision',
  'protocol',
  'statements',
  'publication',
  'letters',
  'ceremony',
  'embargo',
] as const;
export type Opening = (typeof openings)[number];

/** '<resource>.<action>' > what it shows. What tells of the outcome only sometimes says so by itself, as `request.opens`. */
export const outcomeActions: Readonly<Record<string, Opening>> = {
  'edition.seeResult': 'result',
  'edition.seeJurorFigures': 'result',
  'nomination.seeResult': 'result',
  'nomination.seeAgreedScores': 'result',
  'edition.seeFrozenResult': 'frozen',
  'edition.seeMeetings': 'meeting',
  'nomination.seeDiscussion': 'meeting',
  'motion.read': 'meeting',
  'edition.decideFinalists': 'decision',
  'edition.decideWinner': 'decision',
  'edition.readProtocol': 'protocol',
  'nomination.seeStatement': 'statements',
  'nomination.writeStatement': 'statements',
  'edition.seeDecisions': 'publication',
  'edition.runCeremony': 'ceremony',
  'edition.readEmbargoed': 'embargo',
};

/** From the closing there is a ranking; the rest tells of what the jury has decided. Once the winner is out nothing is early. */
export const earlyStates = (what: Opening): readonly string[] => {
  const from: readonly string[] =
    what === 'result' || what === 'frozen' || what === 'meeting' || what === 'decision'
      ? sinceClosing
      : sinceDecision;
  const early = untilAnnounced.filter((state) => from.includes(state));
  // With the nominated out their mailing is old news.
  if (what === 'letters') return ['decided', 'cancelled'];
  // The winner of a cancelled year is never announced.
  return what === 'publication' ? [...early, 'cancelled'] : early;
};
