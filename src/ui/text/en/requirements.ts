import type { requirements as nb } from '../nb/requirements.ts';

export const requirements: typeof nb = {};
