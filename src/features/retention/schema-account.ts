/** Something that holds somebody here, so that the account cannot be deleted yet. */
export interface Bond {
  kind: 'role' | 'seat' | 'application' | 'region';
  /** The role, or the organisation that applies. */
  name: string | null;
  year: number | null;
  /** When a role ends, where that is known. */
  until: Date | null;
}
export interface AccountState {
  bonds: readonly Bond[];
  /** Whoever judged or had a role stays by name. */
  nameStays: boolean;
}
export const accountPath = '/min-side/profil/slett';
