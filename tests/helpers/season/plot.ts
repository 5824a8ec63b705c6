/**
 * THE PLOT: a year of the prize by people who have never been here, from an empty database to the report and the next year. They know
 * the address of the service and read their letters; everything else they find by the words that stand on the pages. Three applicants,
 * four jurors of whom one has a connection, a deputy, two nominated, one winner. Only the clock is moved by the demonstration's own page.
 */
import { applicants } from './cast.ts';
import { apply, confirm, invite, setUp } from './plot-setup.ts';
import { check, decide, declare, judge, meet } from './plot-jury.ts';
import { answer, end, present, publish, state } from './plot-outcome.ts';
import type { Stage } from './stage.ts';

export interface Scene {
  name: string;
  play(stage: Stage): Promise<void>;
}
interface Props {
  /** A real PDF on this machine's disk. */
  pdf: string;
}

export const plot = ({ pdf }: Props): Scene[] => [
  { name: 'the first administrator invites the secretariat and a leader', play: invite },
  { name: 'the secretariat sets up the year and its jury, and announces the call', play: setUp },
  { name: 'the jurors confirm the rules of confidence', play: confirm },
  ...applicants.map((who) => ({
    name: `${who.name} applies for ${who.organisation}`,
    play: (stage: Stage) => apply(stage, who, pdf),
  })),
  { name: 'the formal check, and the judging begins', play: check },
  { name: 'the jurors say what they are connected to, and the chair decides', play: declare },
  { name: 'the jurors read, judge and deliver, and the chair closes the judging', play: judge },
  { name: 'the secretariat holds the meeting, and the jury votes', play: meet },
  { name: 'the chair enters what the jury decided', play: decide },
  { name: 'the statements are written and approved', play: state },
  { name: 'what becomes public is prepared by one and approved by another', play: publish },
  { name: 'the nominated are public; the winner on the press of the ceremony', play: present },
  { name: 'every applicant gets an answer in words', play: answer },
  { name: 'the report, the end of the year, and the next one', play: end },
];
