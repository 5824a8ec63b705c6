import type { report as nb } from '../nb/report.ts';

export const report: typeof nb = {
  title: 'Yearly report',
  lead: (year) =>
    `The figures of Etikkprisen ${year}, as the ministry gets them. The nominated and the winner appear here once they are public.`,
  asOf: (when) => `As the figures were ${when}.`,
  files: 'Download',
  applications: 'Applications',
  sent: 'Submitted',
  admitted: 'Admitted for assessment',
  rejected: 'Rejected on formal grounds',
  withdrawn: 'Withdrawn after submission',
  drafts: 'Drafts that were never submitted',
  kinds: 'Who applied',
  kind: 'Kind of applicant',
  counties: 'Where the applications come from',
  county: 'County',
  noCounty: 'County not known',
  count: 'Number',
  share: 'Share',
  bars: (title) => `Bar chart: ${title}. The same numbers are in the table.`,
  answer: 'Answer',
  ofAll: (number) => `Of ${number} applications. An application may have ticked several.`,
  erased: (number) =>
    number === 1
      ? 'The answers of 1 more application have been erased by the schedule, and are not counted.'
      : `The answers of ${number} more applications have been erased by the schedule, and are not counted.`,
  erasedShort: 'Applications whose answers have been erased',
  outcome: 'The nominated and the winner',
  cancelled: 'The year was cancelled',
  ceremonyCancelled: 'Cancelled',
  notPublic: 'Not public yet',
  nominated: 'Nominated',
  winner: 'Winner',
  honourable: 'Honourable mention',
  noAward: 'The prize was not awarded',
  ceremony: 'Ceremony',
  earlier: 'Applications in earlier years',
  year: 'Year',
};
