import type { callList as nb } from '../nb/callList.ts';

export const callList: typeof nb = {
  title: 'List for the call',
  lead: 'Here you enter those who are to get the call by e-mail. Nothing is sent from here: you write a mailing and see the recipients first.',
  link: 'List for the call',
  over: 'The call has closed, or the year was cancelled. The list is deleted then, and nobody can be added.',
  bring: 'Add to the list',
  lines: 'One recipient on each line',
  linesHint: (most) =>
    `E-mail address, name and form of Norwegian (nb or nn), with semicolon, comma or tab between. You can paste straight from a spreadsheet. Up to ${most} lines at a time.`,
  file: 'File',
  fileHint:
    'Excel (XLSX), CSV or text. What the first sheet says comes into the field above, where you can correct it.',
  look: 'Look over the list',
  add: (n) => (n === 1 ? 'Add 1 recipient' : `Add ${n} recipients`),
  would: (n) =>
    n === 0
      ? 'No new recipients on these lines.'
      : n === 1
        ? '1 recipient will be added. Nobody has been added yet.'
        : `${n} recipients will be added. Nobody has been added yet.`,
  caption: 'Those who will be added',
  line: 'Line',
  email: 'E-mail address',
  name: 'Name',
  language: 'Form of Norwegian',
  skipped: (n) => (n === 1 ? '1 line is left out' : `${n} lines are left out`),
  why: {
    twice: (line, email) => `Line ${line}: ${email} is on the list more than once`,
    onList: (line, email) => `Line ${line}: ${email} was added before`,
    unsubscribed: (line, email) => `Line ${line}: ${email} has unsubscribed`,
  },
  faults: {
    email: (line, text) =>
      text
        ? `Line ${line}: “${text}” is not an e-mail address`
        : `Line ${line}: the e-mail address is missing`,
    language: (line, text) =>
      `Line ${line}: “${text}” is not a form of Norwegian. Write nb or nn, or leave it empty`,
    name: (line, text) => `Line ${line}: the name is too long (“${text} …”)`,
    tooMany: (line, text) => `Line ${line}: there is room for ${text} at a time. Add the rest afterwards`,
  },
  added: (added, skipped) =>
    `${added === 1 ? '1 recipient has' : `${added} recipients have`} been added.${skipped > 0 ? ` ${skipped === 1 ? '1 line was' : `${skipped} lines were`} left out.` : ''}`,
  removed: 'Taken off the list.',
  onList: (n) => `On the list (${n})`,
  unsubscribed: 'Has unsubscribed',
  unsubscribedStay:
    'Wants no more letters. The address stays until the deadline, so that nobody adds it again.',
  take: 'Take off the list',
  remove: 'Remove',
  kept: 'The addresses are deleted when the call closes, also from the e-mails that were sent.',
  write: 'Write to those on the list',
  empty: 'Empty the list',
  emptyAsk: 'Take everybody off the list?',
  letter: {
    title: 'The call',
    subject: 'Etikkprisen {år}: apply by {frist}',
    body: 'Municipalities and services can now apply for Etikkprisen {år}.\n\nThe deadline is {frist}.',
  },
  unsubscribe: {
    title: 'Unsubscribe',
    question: (email, year) =>
      `Do you want no more e-mails about the call for Etikkprisen ${year} to ${email}?`,
    confirm: 'Unsubscribe',
    done: (email, year) => `We send no more e-mails about the call for Etikkprisen ${year} to ${email}.`,
    stored: (email: string, name: string) =>
      name ? `Our list holds ${email} and the name ${name}.` : `Our list holds ${email}.`,
    kept: 'The address is deleted when the call closes. The name is deleted when you unsubscribe.',
    eraseNote:
      'You can also delete the address altogether. Then we do not remember that you have unsubscribed, and you may get e-mails again if somebody adds it anew.',
    erase: 'Delete the address altogether',
    erased: 'The address has been deleted, also from the e-mails that we have sent.',
  },
};
