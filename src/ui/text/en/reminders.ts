import type { reminders as nb } from '../nb/reminders.ts';

export const reminders: typeof nb = {
  title: 'Reminders to come',
  lead: 'They go by themselves to those who have something left to do. Here you can send the next one at once, or stop one that is not needed.',
  none: 'No reminders are on their way.',
  toSetup: 'Choose which reminders the year has',
  kinds: {
    drafts: 'To those with a draft',
    call: 'To those who asked to be reminded of the call',
    declarations: 'To the jury about impartiality',
    ballots: 'To the jury about assessments',
    statements: 'About the statements',
    ceremony: 'About the ceremony',
  },
  stopped: 'Stopped',
  stoppedBy: (name) => `Stopped by ${name}.`,
  drafts: (n) => (n === 1 ? 'Concerns one draft now.' : `Concerns ${n} drafts now.`),
  asked: (n: number) => (n === 1 ? 'Goes to one address now.' : `Goes to ${n} addresses now.`),
  nobody: 'Goes to nobody as things are.',
  to: (n, names) => (n === 1 ? `Goes to one person now: ${names}.` : `Goes to ${n} people now: ${names}.`),
  sendTitle: 'Send at once',
  sendLead:
    'It goes within a minute to those who have something left by then, and not a second time at its own moment.',
  send: 'Send the reminder now',
  stopTitle: 'Stop this one',
  reason: 'Why is it stopped?',
  reasonHint: 'It stands in the log.',
  stop: 'Stop the reminder',
  resume: 'Let it go after all',
  done: {
    send: 'The reminder is going now.',
    stopp: 'The reminder is stopped.',
    slipp: 'The reminder goes as planned.',
  },
  gone: 'The reminder has been sent, stopped or moved since you opened the page.',
  notNext: 'Only the next reminder of each kind can be sent at once.',
};
