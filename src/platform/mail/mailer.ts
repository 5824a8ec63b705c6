/** Hands letters over. What is to be sent is a row in the outbox first; the worker calls this. */
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';

export interface Mail {
  to: string;
  subject: string;
  /** Plain text; also the alternative to `html`. */
  text: string;
  html?: string;
  /** Where an answer goes; the sender's address otherwise. */
  replyTo?: string;
  /** Stable for one letter, so that a receiver drops a second copy after a retry. */
  messageId?: string;
  lang?: string;
  /** Where the receiver's mail program posts that the person wants no more, without asking further (RFC 8058). */
  unsubscribe?: string;
  /** A calendar file (RFC 5545) that goes with it. */
  calendar?: string;
}

export interface Mailer {
  /** 'smtp' sends; 'mailbox' leaves letters in the outbox table, shown at /dev/mailbox. */
  kind: 'smtp' | 'mailbox';
  /**
   * Resolves when the receiving server has taken the letter.
   *
   * @throws MailRefused when the server said no to this letter
   * @throws MailUncertain when the letter may have arrived: sending it again could give a second copy
   * @throws Error of the connection, when nothing of the letter had gone out: safe to try again
   */
  send(mail: Mail): Promise<void>;
  close(): Promise<void>;
}

/** The receiving server said no. `permanent`: trying again will not help (5xx). */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
  readonly permanent: boolean;
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
    this.permanent = code >= 500;
  }
}

/** The connection broke while the letter itself was going out, and no answer came. */
export class MailUncertain extends Error {
  override readonly name = 'MailUncertain';
}

/** Sends over SMTP, at most five connections at once, each used for many letters. */
export function smtpMailer(options: { url: string; from: string; replyTo?: string }): Mailer {
  const transport = createTransport({
    url: options.url,
    pool: true,
    connectionTimeout: 15_000,
    socketTimeout: 30_000,
    // A letter never reads files or addresses of this machine.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const contents = watchContents(transport);
  return {
    kind: 'smtp',
    async send(mail) {
      const { lang, unsubscribe, calendar, ...rest } = mail;
      const messageId = mail.messageId ?? `<${randomUUID()}@etikkprisen>`;
      try {
        await transport.sendMail({
          from: options.from,
          ...(options.replyTo ? { replyTo: options.replyTo } : {}),
          ...rest,
          ...(calendar
            ? { icalEvent: { method: methodOf(calendar), filename: 'kalender.ics', content: calendar } }
            : {}),
          messageId,
          headers: {
            'Auto-Submitted': 'auto-generated',
            ...(lang ? { 'Content-Language': lang } : {}),
            ...(unsubscribe
              ? {
                  'List-Unsubscribe': `<${unsubscribe}>`,
                  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
                }
              : {}),
          },
        });
      } catch (error) {
        throw judged(error as SmtpError, contents.get(messageId)?.readableDidRead ?? false);
      } finally {
        contents.delete(messageId);
      }
    },
    async close() {
      transport.close();
    },
  };
}

/** What the file asks of a calendar, for the head of its part. */
const methodOf = (calendar: string): string => /^METHOD:(\w+)\r$/m.exec(calendar)?.[1] ?? 'PUBLISH';

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
}

function judged(error: SmtpError, begun: boolean): Error {
  // Only these two are about the letter; a refused password or greeting is the connection's trouble.
  const aboutLetter = error.code === 'EENVELOPE' || error.code === 'EMESSAGE';
  if (aboutLetter && error.responseCode !== undefined)
    return new MailRefused(error.responseCode, error.message);
  return begun ? new MailUncertain(error.message) : error;
}

/**
 * The content of each letter that is being sent, by message id. Whether it has been read tells if a byte of the letter went out:
 * the error alone does not, for a connection that closes before the letter and one that closes in the middle look the same.
 */
function watchContents(transport: ReturnType<typeof createTransport>): Map<string, Readable> {
  const contents = new Map<string, Readable>();
  transport.use('stream', ({ data, message }, done) => {
    const createReadStream = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const content = createReadStream(options);
      contents.set(String(data.messageId), content);
      return content;
    };
    done();
  });
  return contents;
}

/** The demo's: the outbox table is the mailbox, so there is nothing to do. */
export function mailboxMailer(): Mailer {
  return { kind: 'mailbox', send: async () => {}, close: async () => {} };
}
