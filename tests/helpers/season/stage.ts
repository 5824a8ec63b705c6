/** A service and the people who use it, each at a browser of their own. */
import type { Browser } from 'playwright-core';
import { handsOf, type Hands } from './hands.ts';

export interface Stage {
  /** Whoever has this address, signed in by the letter that the service sends; the same browser each time. */
  as(person: Person): Promise<Hands>;
  /** Somebody who has never been here. */
  passerBy(): Promise<Hands>;
  /** Moves the clock of the demonstration, on its own page. */
  clock(date: string, time: string): Promise<void>;
  /** What the newest letter to this address says, in the mailbox of the demonstration. @throws when it does not say so */
  letterTo(email: string, part: RegExp): Promise<string>;
  /** How many pages everybody has visited and forms posted, but for the tools of the demonstration. */
  steps(): number;
  /** Everybody goes home: what is left open would go on asking a service that is gone. */
  close(): Promise<void>;
  /** Faults of scripts or refusals by the content security policy, of everybody. */
  problems(): string[];
  /** Called on pages that only a person on the way meets: the code, the link, the name. */
  look?: (hands: Hands, what: string) => Promise<void>;
}
export interface Person {
  name: string;
  email: string;
  /** Comes in by the link in the letter instead of by its code. */
  byLink?: true;
}

export function stageOf(
  browser: Browser,
  base: string,
  options: { javaScriptEnabled: boolean; look?: Stage['look'] },
): Stage {
  const { look, ...context } = options;
  const people = new Map<string, Promise<Hands>>();
  const open = () => handsOf(browser, base, { viewport: { width: 1280, height: 900 }, ...context });
  const all: Hands[] = [];
  const seat = async (): Promise<Hands> => {
    const hands = await open();
    all.push(hands);
    return hands;
  };
  const tools: Hands[] = [];
  const backstage = open().then((hands) => {
    tools.push(hands);
    return hands;
  });
  const stage: Stage = {
    passerBy: seat,
    letterTo: letterOf,
    async close() {
      await backstage;
      await Promise.all([...all, ...tools].map((hands) => hands.close()));
    },
    steps: () => all.reduce((sum, hands) => sum + hands.steps(), 0),
    problems: () => [...all, ...tools].flatMap(({ problems }) => problems),
    as(person) {
      const known = people.get(person.email) ?? seat().then((hands) => comeIn(hands, person));
      people.set(person.email, known);
      return known;
    },
    async clock(date, time) {
      const hands = await backstage;
      await hands.open('/dev/clock');
      await hands.fill('Dato', date);
      await hands.fill('Klokkeslett', time);
      await hands.press('Still klokka');
      await hands.page.getByText('Klokka er flyttet.').waitFor();
    },
  };
  return stage;

  async function comeIn(hands: Hands, { name, email, byLink }: Person): Promise<Hands> {
    await hands.front();
    await hands.follow('Logg inn');
    await hands.fill('E-postadresse', email);
    await hands.press('Send meg en e-post');
    await hands.arrives('Se i innboksen din');
    await look?.(hands, 'the code');
    if (byLink) {
      await hands.open(await letterOf(email, /^\/logg-inn\/lenke\/\S+$/m));
      await hands.arrives('Fullfør innloggingen');
      await look?.(hands, 'the link');
    } else await hands.fill('Kode fra e-posten', await letterOf(email, /^\d{6}$/m));
    await hands.press('Logg inn');
    if ((await hands.reads()).includes('Hva heter du?')) {
      await look?.(hands, 'the name');
      await hands.fill('Fullt navn', name);
      await hands.press('Lagre og fortsett');
    }
    await hands.arrives(`Hei, ${name}!`);
    return hands;
  }

  async function letterOf(email: string, part: RegExp): Promise<string> {
    const hands = await backstage;
    await hands.open(`/dev/mailbox?email=${encodeURIComponent(email)}`);
    const text = await hands.page.getByRole('article').first().innerText();
    const found = part.exec(text)?.[0];
    if (!found) throw new Error(`The letter to ${email} does not say ${part}: ${text}`);
    return found;
  }
}
