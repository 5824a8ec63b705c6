/** One save over HTTP, and what became of it. */
import type { Settings, Theirs } from './entries.ts';
import { places, type Change } from './places.ts';

interface FieldError {
  field?: string;
  message: string;
}
export type Sent =
  | { outcome: 'saved'; versions: Record<string, number>; cleaned: string[]; savedAt: string }
  | { outcome: 'clash'; fields: (Theirs & { field: string })[] }
  | { outcome: 'refused'; errors: FieldError[]; detail: string }
  /** It cannot be changed, and why, as the service says it. */
  | { outcome: 'closed'; detail: string }
  | { outcome: 'signedOut' | 'offline' | 'unavailable' | 'gone' };

const PATIENCE = 20_000;

export async function sendAnswers(
  { place, id, person }: Settings,
  changes: readonly Change[],
  keepalive: boolean,
): Promise<Sent> {
  const { method, path, body } = places[place];
  let response: Response;
  try {
    response = await fetch(path(id), {
      method,
      headers: { 'content-type': 'application/json', accept: 'application/json', 'x-signed-in-as': person },
      body: JSON.stringify(body(changes)),
      signal: AbortSignal.timeout(PATIENCE),
      keepalive,
    });
  } catch {
    return { outcome: navigator.onLine ? 'unavailable' : 'offline' };
  }
  const answered = (await response.json().catch(() => ({}))) as Answered;
  return outcomeOf(response.status, answered, places[place], changes);
}

interface Answered {
  type?: string;
  detail?: string;
  errors?: FieldError[];
  params?: { fields?: never[] };
  cleaned?: string[];
  savedAt?: string;
}
function outcomeOf(
  status: number,
  body: Answered,
  { versions, stored, fieldOf = (name) => name }: (typeof places)[keyof typeof places],
  changes: readonly Change[],
): Sent {
  const { type = '', detail = '', errors = [], cleaned = [], savedAt = '' } = body;
  if (status === 200)
    return { outcome: 'saved', versions: versions(body as never, changes), cleaned, savedAt };
  if (status === 401) return { outcome: 'signedOut' };
  if (status === 409 && type.endsWith(':conflict/version'))
    return { outcome: 'clash', fields: (body.params?.fields ?? []).map(stored) };
  if (status === 409) return { outcome: 'closed', detail: errors[0]?.message ?? detail };
  if (status === 403 || status === 404) return { outcome: 'gone' };
  if (status !== 422 && status !== 413) return { outcome: 'unavailable' };
  const named = errors.map(({ field, message }) =>
    field === undefined ? { message } : { field: fieldOf(field, changes), message },
  );
  return { outcome: 'refused', errors: named, detail };
}
