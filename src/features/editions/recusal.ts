/** What the regulations of a year say of conflicts of interest: grounds, and how far a recusal on each of them reaches. */
import type { EditionRow } from './schema.ts';

/**
 * Grounds of a connection, behind the plain questions of the page: H1 party or employed there, H2 family, H3 agent or guardian,
 * H4 leader, board or council, H5 close friendship or enmity, H6 money or career, H7 took part in the work, H8 worked there lately,
 * H9 same organisation, another unit, H10 one's superior has a connection, H11 one's own organisation competes, H12 other.
 */
export const grounds = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'H7', 'H8', 'H9', 'H10', 'H11', 'H12'] as const;
export type Ground = (typeof grounds)[number];

/** Narrow to wide: the application alone, every choice between it and others, the whole year. */
export const reaches = ['application', 'choices', 'edition'] as const;
export type Reach = (typeof reaches)[number];
export type RecusalReach = Record<Ground, Reach>;

/** The default of the database (`default_recusal_reach`): whoever belongs to an applicant competes with all the others. */
export const defaultReach = Object.fromEntries(
  grounds.map((ground) => [ground, ground === 'H1' || ground === 'H4' ? 'edition' : 'choices']),
) as RecusalReach;

export const reachOf = ({ recusal_reach }: Pick<EditionRow, 'recusal_reach'>): RecusalReach =>
  (recusal_reach as RecusalReach | null) ?? defaultReach;
