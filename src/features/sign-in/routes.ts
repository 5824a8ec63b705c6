import type { Feature } from '../feature.ts';
import { signInApi } from './api.ts';
import { signInPages } from './pages.ts';

export const signIn: Feature = {
  open: [signInPages],
  api: [signInApi],
};
