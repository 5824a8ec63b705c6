/** What applicants are not told of their own application, where they should be, once an outcome is public. */
import { applicants, isJudged, type Applicant, type ApplicantKey } from '../../../scripts/season/cast.ts';
import { YEAR } from '../../../scripts/season/dates.ts';
import type { Answers } from '../../../scripts/season/leaks.ts';
import type { World } from '../../../scripts/season/world.ts';
import { texts } from '../../../src/ui/text/index.ts';
import type { Kind } from './lacking.ts';

const { nominations, letters } = texts('nb');
type Outcome = 'finalist' | 'winner' | 'finalistWithoutPrize' | 'notSelected';

interface Told {
  kind: Kind;
  /** Whose outcome it is. */
  world: Pick<World, 'nominated' | 'winner'>;
  /** Letters go by the worker. */
  byLetter: boolean;
}

/** In words; nothing when all of it is there. Each of those who have read must be told of the own application. */
export function lackingOwn(answers: Answers, told: Told): string[] {
  const found: string[] = [];
  const readers = applicants.filter(({ key }) => answers.has(`${key} /min-side`));
  if (readers.length === 0) found.push('no applicant has read anything');
  for (const one of readers) {
    const outcome = outcomeFor(one, told);
    const tells = (address: string, words: string) => {
      const answer = answers.get(`${one.key} ${address}`) ?? '';
      if (!answer.startsWith('200\n') || !answer.includes(words))
        found.push(`${address} does not tell ${one.key} "${words}"`);
    };
    const own = `/soknad/application:${one.key}`;
    const state = outcome ?? (one.fate as 'rejected');
    if (stateOnMyPage(answers, one.key) !== nominations.states[state])
      found.push(`the own page shows ${one.key} as "${stateOnMyPage(answers, one.key)}", not as ${state}`);
    tells(own, `>${nominations.states[state]}<`);
    if (!outcome) continue;
    tells(own, nominations.overview.outcome[outcome]);
    tells(own, `href="/prisen/${YEAR}"`);
    const letter = told.byLetter && letterOf(outcome, told.kind);
    if (letter) tells(`/api/v1/dev/mailbox?email=${encodeURIComponent(one.email)}`, letter);
  }
  return found;
}

/** Nothing for those whom the jury did not judge. */
function outcomeFor(one: Applicant, { kind, world }: Told): Outcome | null {
  if (!isJudged(one)) return null;
  if (!world.nominated.includes(one.key)) return 'notSelected';
  if (kind === 'finalists') return 'finalist';
  return one.key === world.winner ? 'winner' : 'finalistWithoutPrize';
}

/** The word beside the application. */
const stateOnMyPage = (answers: Answers, key: ApplicantKey): string | undefined =>
  new RegExp(`href="/soknad/application:${key}"[^>]*>[^<]*</a>\\s*<[^>]*>([^<]*)<`).exec(
    answers.get(`${key} /min-side`) ?? '',
  )?.[1];

/** The subject of the letter that comes with it. */
function letterOf(outcome: Outcome, kind: Kind): string {
  const about = { organisation: '', year: YEAR };
  if (outcome === 'notSelected') return letters.notSelected.subject(about);
  return kind === 'finalists' ? letters.finalist.subject(about) : letters.outcome.subject(about);
}
