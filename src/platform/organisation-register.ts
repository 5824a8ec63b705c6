/**
 * Enhetsregisteret, over HTTP. Whatever it does (answers, knows nothing, is slow, is down, talks nonsense) becomes an
 * answer here; nothing is thrown, and after a failure it is left alone for a while, so that nobody waits for it again.
 */
import type { FastifyBaseLogger } from 'fastify';
import type { Config } from '../config.ts';
import { realNow } from './clock.ts';

/** What we use of an entry. */
export interface RegisterEntry {
  name: string;
  /** 'KOMM', 'ORGL', 'BEDR', …; empty when it is not said. */
  form: string;
  /** Four digits of the municipality it lies in. */
  municipality: string | null;
  /** 'Bokmål', 'Nynorsk'. */
  languageForm: string | null;
  /** Number of the organisation it belongs to. */
  parent: string | null;
}
export type RegisterAnswer =
  | { status: 'found'; entry: RegisterEntry }
  | { status: 'removed' }
  | { status: 'unknown' }
  | { status: 'notAnswered'; why: 'off' | 'slow' | 'down' | 'nonsense' | 'resting' };

export interface OrganisationRegister {
  ask(number: string): Promise<RegisterAnswer>;
}

const MOST_BYTES = 500_000;

/** @param restMs how long the register is left alone after it failed */
export function organisationRegister(
  { enhetsregisteretUrl: base, enhetsregisteretTimeout }: Config,
  log: FastifyBaseLogger,
  restMs = 60_000,
): OrganisationRegister {
  if (base === 'off') return { ask: async () => ({ status: 'notAnswered', why: 'off' }) };
  const asking = new Map<string, Promise<RegisterAnswer>>();
  let restingUntil = 0;
  const askOnce = async (number: string): Promise<RegisterAnswer> => {
    if (realNow().getTime() < restingUntil) return { status: 'notAnswered', why: 'resting' };
    const answer = await find(base, number, enhetsregisteretTimeout);
    if (answer.status === 'notAnswered') {
      restingUntil = realNow().getTime() + restMs;
      // Expected where there is no network; somebody who looks into it finds it.
      log.debug({ why: answer.why }, 'the register of organisations did not answer');
    }
    return answer;
  };
  return {
    ask(number) {
      const running = asking.get(number) ?? askOnce(number).finally(() => asking.delete(number));
      asking.set(number, running);
      return running;
    },
  };
}

/** Units of their own first, then parts of others: they stand in two lists. */
async function find(base: string, number: string, timeoutMs: number): Promise<RegisterAnswer> {
  const signal = AbortSignal.timeout(timeoutMs);
  const first = await request(`${base}/enheter/${number}`, number, signal);
  return first.status === 'unknown' ? request(`${base}/underenheter/${number}`, number, signal) : first;
}

async function request(url: string, number: string, signal: AbortSignal): Promise<RegisterAnswer> {
  try {
    const response = await fetch(url, { signal, redirect: 'error', headers: { accept: 'application/json' } });
    if (response.status === 200) return read(await limited(response), number);
    await response.body?.cancel();
    if (response.status === 404) return { status: 'unknown' };
    if (response.status === 410) return { status: 'removed' };
    return { status: 'notAnswered', why: response.status >= 500 ? 'down' : 'nonsense' };
  } catch (error) {
    if (error instanceof SyntaxError) return { status: 'notAnswered', why: 'nonsense' };
    return { status: 'notAnswered', why: (error as Error).name === 'TimeoutError' ? 'slow' : 'down' };
  }
}

/** @throws SyntaxError for more than an entry can be */
async function limited(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new SyntaxError('an entry is not that long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Reads what is there and needs only number and name: the register adds and drops fields as years go by. */
function read(body: string, number: string): RegisterAnswer {
  const entry = JSON.parse(body) as Record<string, unknown> | null;
  const name = text(entry?.['navn']);
  if (entry?.['organisasjonsnummer'] !== number || !name) return { status: 'notAnswered', why: 'nonsense' };
  if (text(entry['slettedato'])) return { status: 'removed' };
  const form = entry['organisasjonsform'] as { kode?: unknown } | undefined;
  const address = (entry['forretningsadresse'] ?? entry['beliggenhetsadresse']) as
    | { kommunenummer?: unknown }
    | undefined;
  return {
    status: 'found',
    entry: {
      name,
      form: text(form?.kode) ?? '',
      municipality: matching(address?.kommunenummer, /^\d{4}$/),
      languageForm: text(entry['maalform']),
      parent: matching(entry['overordnetEnhet'], /^\d{9}$/),
    },
  };
}

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 300) : null;
const matching = (value: unknown, pattern: RegExp): string | null =>
  typeof value === 'string' && pattern.test(value) ? value : null;
