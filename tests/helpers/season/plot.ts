/**
 * THE PLOT: a year of the prize by people who have never been here, from an empty database to the report and the next year. They know
 * the address of the service and read their letters; everything else they find by the words that stand on the pages. Three applicants,
 * a draft that is never sent in, four jurors of whom one has a connection, a deputy, two nominated, one winner. Only the clock is moved by the demonstration's own page.
 */
import { applicants, drafter } from './cast.ts';
import { beTold, bringAlong, practise } from './plot-beside.ts';
import { archive, end, lookAtErasure, report } from './plot-end.ts';
import * as guests from './plot-guests.ts';
import { check, decide, declare, judge, meet } from './plot-jury.ts';
import { answer, present, publish, state } from './plot-outcome.ts';
import { apply, begin, confirm, invite, setUp } from './plot-setup.ts';
import type { Stage } from './stage.ts';

export interface Scene {
  name: string;
  play(stage: Stage): Promise<unknown>;
}
interface Props {
  /** A real PDF on this machine's disk. */
  pdf: string;
}

export const plot = ({ pdf }: Props): Scene[] => [
  { name: 'the first administrator invites the secretariat and a leader', play: invite },
  { name: 'the secretariat sets up the year and its jury, and announces the call', play: setUp },
  { name: 'the secretariat practises, and clears the practice away', play: practise },
  {
    name: 'the years before and an old application are brought along, and the public searches them',
    play: (stage) => bringAlong(stage, pdf),
  },
  { name: 'somebody tells of a page that does not work, and is answered', play: beTold },
  { name: 'the jurors confirm the rules of confidence', play: confirm },
  ...applicants.map((who) => ({
    name: `${who.name} applies for ${who.organisation}`,
    play: (stage: Stage) => apply(stage, who, pdf),
  })),
  { name: `${drafter.name} begins, and never sends it in`, play: (stage) => begin(stage, drafter) },
  { name: 'the formal check, and the judging begins', play: check },
  { name: 'the jurors say what they are connected to, and the chair decides', play: declare },
  { name: 'the jurors read, judge and deliver, and the chair closes the judging', play: judge },
  { name: 'the secretariat holds the meeting, and the jury votes', play: meet },
  { name: 'the chair enters what the jury decided', play: decide },
  { name: 'the statements are written and approved', play: state },
  { name: 'what becomes public is prepared by one and approved by another', play: publish },
  { name: 'the secretariat opens the sign-up for the ceremony', play: guests.invite },
  { name: 'one gets a place, one waits and moves up, and the secretariat sees both', play: guests.signUp },
  { name: 'the nominated are public; the winner on the press of the ceremony', play: present },
  { name: 'every applicant gets an answer in words', play: answer },
  { name: 'the report to the ministry, as PDF and as a sheet', play: report },
  { name: 'the archive gets its package', play: archive },
  { name: 'the end of the year, and the next one', play: end },
  { name: 'the administrator looks at what is to be erased', play: lookAtErasure },
];
