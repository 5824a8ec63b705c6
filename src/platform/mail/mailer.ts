/** Hands letters over. What is to be sent is a row in the outbox first; the worker calls this. */
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
}

export interface Mailer {
  /** 'smtp' sends; 'mailbox' leaves letters in the outbox table, shown at /dev/mailbox. */
  kind: 'smtp' | 'mailbox';
  /** Resolves when the receiving server has taken the letter. Throws MailRefused or a network error. */
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
  return {
    kind: 'smtp',
    async send(mail) {
      const { lang, ...rest } = mail;
      try {
        await transport.sendMail({
          from: options.from,
          ...(options.replyTo ? { replyTo: options.replyTo } : {}),
          ...rest,
          headers: { 'Auto-Submitted': 'auto-generated', ...(lang ? { 'Content-Language': lang } : {}) },
        });
      } catch (error) {
        const code = (error as { responseCode?: number }).responseCode;
        if (code !== undefined) throw new MailRefused(code, (error as Error).message);
        throw error;
      }
    },
    async close() {
      transport.close();
    },
  };
}

/** The demo's: the outbox table is the mailbox, so there is nothing to do. */
export function mailboxMailer(): Mailer {
  return { kind: 'mailbox', send: async () => {}, close: async () => {} };
}
