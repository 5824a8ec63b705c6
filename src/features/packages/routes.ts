import type { Feature } from '../feature.ts';
import { packageApi } from './api.ts';
import { packagePages } from './pages.ts';

export const packages: Feature = { pages: [packagePages], api: [packageApi] };
