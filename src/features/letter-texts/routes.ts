import type { Feature } from '../feature.ts';
import { letterTextApi } from './api.ts';
import { letterTextPages } from './pages.ts';

export const letterTexts: Feature = {
  pages: [letterTextPages],
  api: [letterTextApi],
};
