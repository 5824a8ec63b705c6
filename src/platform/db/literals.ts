/** Words of the domain, written into the SQL itself: the planner then knows how many rows they are. Never what somebody has typed. */
import { sql } from 'kysely';

export const literals = (words: readonly string[]) => sql.join(words.map((word) => sql.lit(word)));
