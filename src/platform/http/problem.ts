/** Everything that the service may refuse, in one closed catalogue. RFC 9457 when sent as JSON. */
import { say, texts } from '../../ui/text/index.ts';
import type { Lang, Message, Texts } from '../../ui/text/index.ts';

type Catalogue = Texts['problems'];
export type ProblemType = keyof Catalogue;

/** The HTTP status of each problem. The words stand in src/ui/text/{nb,nn,en}/problems.ts under the same key. */
export const PROBLEMS = {
  'request/malformed': 400,
  'request/invalid': 422,
  'request/too-large': 413,
  'request/unsupported-media-type': 415,
  'request/cross-site': 403,
  'request/too-many': 429,
  'not-found': 404,
  'auth/required': 401,
  'auth/forbidden': 403,
  'auth/token-invalid': 401,
  'auth/code-wrong': 422,
  'auth/link-expired': 410,
  'auth/too-many-tries': 429,
  'role/last-administrator': 409,
  'role/runs-the-year': 409,
  'person/just-deleted': 409,
  'conflict/version': 409,
  'conflict/exists': 409,
  'conflict/in-use': 409,
  'process/not-now': 409,
  'process/unmet': 409,
  'process/unknown-event': 422,
  'nomination/incomplete': 409,
  'nomination/deadline-passed': 409,
  'nomination/part-closed': 409,
  'nomination/exists': 409,
  'document/empty': 422,
  'document/too-large': 413,
  'document/type-not-allowed': 415,
  'document/misnamed': 422,
  'document/web-page': 415,
  'document/heic': 415,
  'document/encrypted': 422,
  'document/damaged': 422,
  'document/bomb': 422,
  'document/pixels': 422,
  'document/macros': 422,
  'document/two-kinds': 422,
  'document/active-content': 422,
  'document/embedded-files': 422,
  'document/unreadable': 422,
  'document/infected': 403,
  'document/not-checked': 409,
  'document/lost': 404,
  'document/too-many': 409,
  'document/interrupted': 400,
  'document/missing-file': 422,
  'ballot/score-off-scale': 422,
  'ballot/delivered': 409,
  'ballot/locked': 409,
  'ballot/declaration-missing': 409,
  'ballot/calibration-missing': 409,
  'ballot/booklet-not-made': 503,
  'ballot/recused': 403,
  'decision/exists': 409,
  'decision/reason-missing': 422,
  'meeting/open-already': 409,
  'meeting/over': 409,
  'meeting/members-in': 409,
  'meeting/not-in-now': 409,
  'motion/open-already': 409,
  'motion/closed': 409,
  'motion/no-vote': 403,
  'motion/not-in-room': 409,
  'motion/no-dissent': 409,
  'process/same-person': 403,
  'practice/unavailable': 409,
  'practice/exists': 409,
  'practice/none': 409,
  'publication/too-late': 409,
  'archive/invalid': 500,
  'server/unexpected': 500,
  'server/unavailable': 503,
} satisfies Record<ProblemType, number>;

type Detail<T extends ProblemType> = Catalogue[T]['detail'];
/** The parameters that a problem's `detail` asks for; none for most. */
export type ProblemParams<T extends ProblemType> =
  Detail<T> extends (params: infer P) => string ? P : Record<never, never>;

/** One thing that is wrong: a field, a named requirement, or neither. */
export interface ProblemError {
  field?: string;
  requirement?: string;
  /** Left out for a requirement whose words stand in text/{lang}/requirements.ts. */
  message?: Message;
}

/** Thrown anywhere below a route; the one error handler turns it into a page or into JSON. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly type: ProblemType;
  readonly status: number;
  readonly params: Readonly<Record<string, unknown>>;
  readonly errors: readonly ProblemError[];
  /** Replaces the catalogue's own detail: the reason of a refusal. */
  readonly reason: Message | undefined;

  constructor(type: ProblemType, params: object, errors: readonly ProblemError[], reason?: Message) {
    super(type);
    this.type = type;
    this.status = PROBLEMS[type];
    this.params = { ...params };
    this.errors = errors;
    this.reason = reason;
  }
}

/** problem('document/too-large', { maxBytes }): parameters are checked against the catalogue. */
export function problem<T extends ProblemType>(
  type: T,
  ...rest: Record<never, never> extends ProblemParams<T>
    ? [params?: ProblemParams<T>, errors?: readonly ProblemError[], reason?: Message]
    : [params: ProblemParams<T>, errors?: readonly ProblemError[], reason?: Message]
): Problem {
  const [params = {}, errors = [], reason] = rest;
  return new Problem(type, params as object, errors, reason);
}

/** A problem in the words of one language. */
export interface ProblemView {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors: { field?: string; requirement?: string; message: string }[];
}

/** Title, detail and messages in the reader's language. `type` is a URN, as RFC 9457 wants a URI. */
export function describe(problem: Problem, lang: Lang): ProblemView {
  const t = texts(lang);
  const entry = t.problems[problem.type];
  const detail = entry.detail as string | ((params: object) => string);
  const own = typeof detail === 'string' ? detail : detail(problem.params);
  return {
    type: `urn:etikkprisen:problem:${problem.type}`,
    title: entry.title,
    status: problem.status,
    detail: problem.reason === undefined ? own : say(problem.reason, t),
    errors: problem.errors.map(({ field, requirement, message }) => ({
      ...(field === undefined ? {} : { field }),
      ...(requirement === undefined ? {} : { requirement }),
      message:
        message === undefined ? (t.requirements[requirement ?? ''] ?? requirement ?? '') : say(message, t),
    })),
  };
}
