import type { Feature } from '../feature.ts';
import { extensionsApi } from './api.ts';
import { extensionPages } from './pages.ts';

export const extensions: Feature = {
  pages: [extensionPages],
  api: [extensionsApi],
};
