/** One of the years that are played side by side: a server, its outcome, and what the play has made there so far. */
import { NOMINATED, outcomes, type ApplicantKey, type WorldName } from './cast.ts';
import { client, Unexpected, type Answer, type Client } from './client.ts';

export interface SentDocument {
  id: string;
  name: string;
  owner: ApplicantKey;
  bytes: number;
  sha256: string;
}

export interface World {
  name: WorldName;
  url: string;
  scoring: boolean;
  /** The jury's order, best first. */
  order: readonly ApplicantKey[];
  nominated: readonly ApplicantKey[];
  winner: ApplicantKey;
  editionId: string;
  nominations: Map<ApplicantKey, string>;
  documents: SentDocument[];
  /** Id > what it is the id of: the same in every world. */
  labels: Map<string, string>;
  anyone: Client;
  /** The program of whoever has this address. */
  as(email: string): Promise<Client>;
}

export function makeWorld(name: WorldName, url: string, scoring: boolean): World {
  const order = outcomes[name];
  const clients = new Map<string, Promise<Client>>();
  const anyone = client(url, null);
  const signIn = async (email: string) => {
    const { token, personId } = await anyone.post<{ token: string; personId: string }>('/dev/sign-in', {
      email,
    });
    labels.set(personId, `person:${email}`);
    return client(url, token);
  };
  const labels = new Map<string, string>();
  return {
    name,
    url,
    scoring,
    order,
    nominated: order.slice(0, NOMINATED),
    winner: order[0]!,
    editionId: '',
    nominations: new Map(),
    documents: [],
    labels,
    anyone,
    as(email) {
      const known = clients.get(email) ?? signIn(email);
      clients.set(email, known);
      return known;
    },
  };
}

/** Sets the clock, standing still, which also does what has become due. */
export async function setClock({ anyone }: World, at: Date): Promise<void> {
  await anyone.put('/dev/clock', { at: at.toISOString() });
}

export function nominationOf({ nominations }: World, key: ApplicantKey): string {
  const id = nominations.get(key);
  if (!id) throw new Unexpected(`There is no application of ${key}.`);
  return id;
}

/** Moves the edition, by what the person has read of it just now. */
export async function moveEdition(
  world: World,
  email: string,
  event: { type: string; reason?: string; decision?: object },
): Promise<void> {
  const who = await world.as(email);
  const { version } = await who.get<{ version: number }>(`/editions/${world.editionId}`);
  await who.post(`/editions/${world.editionId}/events`, { ...event, version });
}

/** Moves an application; the answer as it is, refusals too. */
export async function tryMoving(
  world: World,
  email: string,
  key: ApplicantKey,
  event: {
    type: string;
    reason?: string;
    dueAt?: string;
    parts?: readonly { part: string; note: string }[];
  },
): Promise<Answer> {
  const who = await world.as(email);
  const path = `/nominations/${nominationOf(world, key)}`;
  const { version } = await who.get<{ version: number }>(path);
  return who.raw('POST', `${path}/events`, { ...event, version });
}

export async function move(...args: Parameters<typeof tryMoving>): Promise<void> {
  const [world, , key, { type }] = args;
  const { status, body } = await tryMoving(...args);
  if (status >= 300)
    throw new Unexpected(`${type} of ${key} in ${world.name} answered ${status}: ${JSON.stringify(body)}`);
}

/** @throws Unexpected unless the answer is this refusal */
export function mustRefuse(what: string, { status, body }: Answer, expected: number, type?: string): void {
  const said = (body as { type?: string } | null)?.type ?? '';
  if (status !== expected || (type && !said.endsWith(type)))
    throw new Unexpected(
      `${what} should be refused with ${expected} ${type ?? ''}, and was answered ${status} ${said}`,
    );
}
