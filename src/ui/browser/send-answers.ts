/** One save over HTTP, and what became of it. */
import type { Settings, Theirs } from './entries.ts';

interface FieldError {
  field?: string;
  message: string;
}
export type Sent =
  | { outcome: 'saved'; versions: Record<string, number>; cleaned: string[]; savedAt: string }
  | { outcome: 'clash'; fields: (Theirs & { field: string })[] }
  | { outcome: 'refused'; errors: FieldError[]; detail: string }
  | { outcome: 'signedOut' | 'offline' | 'unavailable' | 'closed' | 'gone' };

const PATIENCE = 20_000;

export async function sendAnswers(
  { nomination, person }: Settings,
  changes: readonly { id: string; value: string; version: number }[],
  keepalive: boolean,
): Promise<Sent> {
  const answers = Object.fromEntries(changes.map(({ id, value, version }) => [id, { value, version }]));
  let response: Response;
  try {
    response = await fetch(`/api/v1/nominations/${nomination}/answers`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'x-signed-in-as': person },
      body: JSON.stringify({ answers }),
      signal: AbortSignal.timeout(PATIENCE),
      keepalive,
    });
  } catch {
    return { outcome: navigator.onLine ? 'unavailable' : 'offline' };
  }
  const body = (await response.json().catch(() => ({}))) as {
    type?: string;
    detail?: string;
    errors?: FieldError[];
    params?: { fields?: (Theirs & { field: string })[] };
  };
  if (response.ok)
    return { outcome: 'saved', ...(body as unknown as Omit<Sent & { outcome: 'saved' }, 'outcome'>) };
  const { status } = response;
  const type = body.type ?? '';
  if (status === 401) return { outcome: 'signedOut' };
  if (status === 409 && type.endsWith(':conflict/version'))
    return { outcome: 'clash', fields: body.params?.fields ?? [] };
  if (status === 409) return { outcome: 'closed' };
  if (status === 403 || status === 404) return { outcome: 'gone' };
  if (status === 422 || status === 413)
    return { outcome: 'refused', errors: body.errors ?? [], detail: body.detail ?? '' };
  return { outcome: 'unavailable' };
}
