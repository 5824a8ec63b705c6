/**
 * The database roles of the service. `owner` migrates and owns every table; `app` serves requests and has only
 * the rights that a migration grants it.
 */
export const ownerRole = 'owner';
export const appRole = 'app';
export const roles = [ownerRole, appRole] as const;
