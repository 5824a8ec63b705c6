import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  to: string;
  content: Buffer;
}
export interface TestSmtp {
  url: string;
  port: number;
  /** Everything whose content has arrived whole, also where the sender got no answer. */
  mails: ReceivedMail[];
  /** Change it, and from now on it behaves so. */
  behaviour: Behaviour;
  recipients(): string[];
  close(): Promise<void>;
}
export interface Behaviour {
  port?: number;
  /** Answers 550 to this recipient. */
  refuse?: string;
  /** Breaks the connection the first time one of these is named as recipient. */
  dropAtRecipient?: string[];
  /** Takes the whole letter, then breaks the connection without an answer. */
  dropAfterData?: string[];
  /** Takes the whole letter, then says nothing. */
  hangAfterData?: string[];
  /** Takes so long to answer to a recipient, and to a letter. */
  slowMs?: number;
  /** So many letters more are taken whole, and the connection broken without an answer. */
  dropNext?: number;
  /** Answers 451 to everybody: come back later. */
  busy?: boolean;
}
interface Teardown {
  teardown(work: () => Promise<void>): void;
}

/** A real SMTP server on a free port, that can misbehave, in another way whenever `behaviour` changes; closed when the test `t` ends. */
export async function smtpServer(t: Teardown, behaviour: Behaviour = {}): Promise<TestSmtp> {
  const mails: ReceivedMail[] = [];
  const drops = new Set(behaviour.dropAtRecipient);
  const server: SMTPServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    async onRcptTo({ address }, session, done) {
      if (behaviour.slowMs) await sleep(behaviour.slowMs);
      if (behaviour.busy) return done(Object.assign(new Error('Try later'), { responseCode: 451 }));
      if (drops.delete(address)) return breakOff(server, session.id);
      if (address === behaviour.refuse)
        return done(Object.assign(new Error('No such person here'), { responseCode: 550 }));
      done();
    },
    async onData(stream, session, done) {
      // A sender that dies in the middle of a letter has delivered none.
      const content = await buffer(stream).catch(() => null);
      if (content === null) return;
      const to = session.envelope.rcptTo[0]?.address ?? '';
      mails.push({ to, content });
      if (behaviour.slowMs) await sleep(behaviour.slowMs);
      if (behaviour.dropNext && behaviour.dropNext-- > 0) return breakOff(server, session.id);
      if (behaviour.dropAfterData?.includes(to)) return breakOff(server, session.id);
      if (behaviour.hangAfterData?.includes(to)) return;
      done();
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(behaviour.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  const close = () =>
    new Promise<void>((resolve) => {
      for (const connection of server.connections) breakOff(server, (connection as { id: string }).id);
      server.close(() => resolve());
    });
  t.teardown(close);
  const recipients = () => mails.map(({ to }) => to);
  return { url: `smtp://127.0.0.1:${port}`, port, mails, behaviour, recipients, close };
}

function breakOff(server: SMTPServer, id: string): void {
  for (const connection of server.connections as Iterable<{ id: string; _socket: { destroy(): void } }>) {
    if (connection.id === id) connection._socket.destroy();
  }
}
