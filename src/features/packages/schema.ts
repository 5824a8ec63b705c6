import type { Opening } from '../../core/policy/outcome.ts';
import type { ZipPart } from '../../platform/zip.ts';

/** Something that is registered and not in the package, and why. */
export interface LeftOut {
  path: string;
  why: 'missing' | 'infected' | 'unchecked' | 'recused' | 'skipped';
}
/** What an archive is going to hold. */
export interface Package {
  /** Of the file, with its ending. */
  name: string;
  subject: Record<string, string | number>;
  parts: ZipPart[];
  leftOut: LeftOut[];
  /** What in it tells of the outcome: taking it out is opening it. */
  opens: Set<Opening>;
}
