/** What each feature's routes.ts says: the plugins it serves, by who may come in. `app.ts` registers them. */
import type { FastifyInstance } from 'fastify';
import type { Services } from '../platform/services.ts';
import type { Redraws } from './results/redraws.ts';

export interface FeatureOptions {
  services: Services;
  redraws: Redraws;
}
type Plugin = (app: FastifyInstance, options: FeatureOptions) => Promise<void>;

export interface Feature {
  /** Read by everybody alike, and nothing is sent to it: what a request passes on its way is as little as can be. */
  readOnly?: readonly Plugin[];
  /** For everybody, without a session's help. */
  open?: readonly Plugin[];
  /** For those who are signed in; what each may see is the policy's to say. */
  pages?: readonly Plugin[];
  /** The same as JSON under /api/v1, for programs. */
  api?: readonly Plugin[];
}
