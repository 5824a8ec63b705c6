import type { Feature } from '../feature.ts';
import { completionPages } from './pages.ts';

export const completion: Feature = {
  pages: [completionPages],
};
