/** What the last run of the tests found of each success criterion (`npm run accessibility`). */
import { readFileSync } from 'node:fs';
import type { Accessibility } from './schema-public.ts';

export const accessibility: Accessibility = {
  levels: ['A', 'AA'],
  ...(JSON.parse(readFileSync(new URL('data/wcag.json', import.meta.url), 'utf8')) as Omit<
    Accessibility,
    'levels'
  >),
};
