/** Hears what any server announces through the database (LISTEN), on a connection of its own that comes back by itself. */
import pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';

export interface Listening {
  close(): Promise<void>;
}
interface Options {
  /** Also after every connection: what was announced while there was none has been missed. */
  heard(): void;
  /** Told of a connection that broke or could not be made. */
  onError(error: Error): void;
  /** How long until it is tried again. */
  retryMs?: number;
}

const RETRY_MS = 1000;

/** Resolves once it hears, or once the first try has failed. `channel` is a name of our own, not of a reader. */
export async function listenTo(
  url: string,
  channel: string,
  { heard, onError, retryMs = RETRY_MS }: Options,
): Promise<Listening> {
  const closing = new AbortController();
  let current: pg.Client | undefined;

  async function connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'etikkprisen-listening',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    current = client;
    const { promise: over, resolve: end } = Promise.withResolvers<void>();
    client.on('error', onError).on('end', end).on('notification', heard);
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(channel)}`);
      heard();
      void over.then(again);
    } catch (error) {
      if (!closing.signal.aborted) onError(error as Error);
      void client.end().catch(() => {});
      void again();
    }
  }

  async function again(): Promise<void> {
    await pause(retryMs, undefined, { signal: closing.signal, ref: false }).catch(() => {});
    if (!closing.signal.aborted) await connect();
  }

  await connect();
  return {
    async close() {
      closing.abort();
      await current?.end().catch(() => {});
    },
  };
}
