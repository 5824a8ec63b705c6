/** What can be said of each success criterion: which rules the tests run for it, and that nothing goes out while one of them finds a fault. */
import { readFileSync } from 'node:fs';
import type { Accessibility } from './schema-public.ts';

interface Generated {
  standard: string;
  engine: string;
  criteria: { id: string; level: 'A' | 'AA'; rules: string[] }[];
}
// Written by `npm run generate` from the rules that the tests run on every page (tests/helpers/axe.ts).
const generated = JSON.parse(readFileSync(new URL('data/wcag.json', import.meta.url), 'utf8')) as Generated;

/** A criterion that no rule looks at is never said to be met. */
export const accessibility: Accessibility = {
  standard: generated.standard,
  levels: ['A', 'AA'],
  engine: generated.engine,
  criteria: generated.criteria.map((one) => ({
    ...one,
    state: one.rules.length > 0 ? 'noFaultFound' : 'notTestedByMachine',
  })),
};
