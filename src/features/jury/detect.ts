/**
 * Connections that the service can see for itself. Pure: what it knows goes in, proposals come out, each with its rule.
 * A proposal decides nothing; it is shown to the juror and to whoever decides, with the reason.
 */
import { ownMailOrganisation } from './mail-domains.ts';
import { detectionRules, type DetectionRule, type Ground } from './schema.ts';

/** The ground that each rule points at. */
export const groundOfRule: Readonly<Record<DetectionRule, Ground>> = {
  employer: 'H1',
  office: 'H4',
  former: 'H8',
  sameOwner: 'H9',
  partner: 'H1',
  access: 'H7',
  advice: 'H7',
  earlier: 'H7',
  mail: 'H9',
};
/** So long after its end a former employment counts. */
const FORMER_YEARS = 3;

export interface KnownOrganisation {
  name: string;
  number: string | null;
  /** Number of what it belongs to. */
  parent: string | null;
}
export interface KnownPerson {
  id: string;
  email: string;
  /** `seat`: the organisation that the seat in the jury belongs to. */
  places: readonly (KnownOrganisation & {
    kind: 'employer' | 'office' | 'former' | 'seat';
    /** Day of its end, 'YYYY-MM-DD', for a former one. */
    endedOn: string | null;
  })[];
}
export interface KnownApplication extends KnownOrganisation {
  id: string;
  partners: readonly string[];
  /** Everybody who works or has worked on it. */
  members: readonly { personId: string; email: string; current: boolean }[];
  /** Regional advisers who could read the draft, at any time. */
  advisers: readonly string[];
  /** People who worked on an application of the same organisation in another year. */
  earlier: readonly string[];
}
export interface Proposal {
  personId: string;
  nominationId: string;
  rule: DetectionRule;
  /** The organisation or the mail domain it comes from; empty where there is none to name. */
  about: string;
}

/** `today` is 'YYYY-MM-DD'. At most one proposal of each rule for a person and an application. */
export function detect(
  people: readonly KnownPerson[],
  applications: readonly KnownApplication[],
  today: string,
): Proposal[] {
  return people.flatMap((person) =>
    applications.flatMap((application) =>
      detectionRules.flatMap((rule) => {
        const about = finders[rule](person, application, today);
        return about === undefined
          ? []
          : [{ personId: person.id, nominationId: application.id, rule, about }];
      }),
    ),
  );
}

/** What the proposal is about, or undefined where the rule finds nothing. */
type Finder = (person: KnownPerson, application: KnownApplication, today: string) => string | undefined;

const place =
  (
    kinds: readonly KnownPerson['places'][number]['kind'][],
    fits: (place: KnownPerson['places'][number], application: KnownApplication, today: string) => boolean,
  ): Finder =>
  (person, application, today) =>
    person.places.find((one) => kinds.includes(one.kind) && fits(one, application, today))?.name;

const finders: Record<DetectionRule, Finder> = {
  employer: place(['employer', 'seat'], sameOrganisation),
  office: place(['office'], sameOrganisation),
  former: place(
    ['former'],
    (one, application, today) =>
      sameOrganisation(one, application) && one.endedOn !== null && one.endedOn >= yearsBefore(today),
  ),
  sameOwner: place(['employer', 'seat', 'office'], sameOwner),
  partner: place(['employer', 'seat', 'office'], ({ name }, { partners }) =>
    partners.some((partner) => plainName(partner) === plainName(name)),
  ),
  access: ({ id }, { members }) => (members.some(({ personId }) => personId === id) ? '' : undefined),
  advice: ({ id }, { advisers }) => (advisers.includes(id) ? '' : undefined),
  earlier: ({ id }, { earlier }) => (earlier.includes(id) ? '' : undefined),
  mail: ({ id, email }, { members }) => {
    const mine = ownMailOrganisation(email);
    return mine &&
      members.some(
        (other) => other.current && other.personId !== id && ownMailOrganisation(other.email) === mine,
      )
      ? mine
      : undefined;
  },
};

/** By number where both have one: two municipalities may share a name, and one organisation may be written in several ways. */
function sameOrganisation(one: KnownOrganisation, other: KnownOrganisation): boolean {
  if (one.number && other.number) return one.number === other.number;
  return plainName(one.name) === plainName(other.name);
}

/** One belongs to the other, or both to the same. Not the same one: that is a closer connection with a rule of its own. */
function sameOwner(one: KnownOrganisation, other: KnownOrganisation): boolean {
  if (sameOrganisation(one, other)) return false;
  const belongs = (child: KnownOrganisation, owner: KnownOrganisation) =>
    child.parent !== null && child.parent === owner.number;
  return belongs(one, other) || belongs(other, one) || (one.parent !== null && one.parent === other.parent);
}

/** "Eigersund kommune" and "EIGERSUND" are one. */
export const plainName = (name: string): string =>
  name
    .normalize('NFC')
    .toLocaleLowerCase('nb')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/ (kommune|herad|fylkeskommune|as|kf|iks|hf)$/u, '');

const yearsBefore = (today: string): string => `${Number(today.slice(0, 4)) - FORMER_YEARS}${today.slice(4)}`;
