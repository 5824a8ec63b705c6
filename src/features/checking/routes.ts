import type { Feature } from '../feature.ts';
import { checkingPages } from './pages.ts';

export const checking: Feature = {
  open: [checkingPages],
};
