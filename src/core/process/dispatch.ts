/**
 * THE ONE WAY TO CHANGE STATE.
 *
 * Locks the row, authorises, checks the version, asks the machine, writes the new state, the log and the effects:
 * all in the transaction of the unit of work. The machines decide and execute nothing.
 */
import { sql } from 'kysely';
import { transition, type AnyStateMachine } from 'xstate';
import { aboutInput, needsOf, type Requirements } from '../../../workflows/requirements.ts';
import { problem } from '../../platform/http/problem.ts';
import { requirementText, type Texts } from '../../ui/text/index.ts';
import { demandAction } from '../policy/demand.ts';
import { can, relationsOf, type Relations, type Resource } from '../policy/policy.ts';
import type { Recorded } from './events.ts';
import { viewerOf, type Unit } from './unit.ts';

type Table = 'editions' | 'nominations' | 'ballots';
export interface StatefulRow {
  id: string;
  state: string;
  version: number;
  edition_id?: string;
}
interface EventBase {
  type: string;
  reason?: string;
}
export type EffectHandler<Row, Event> = (unit: Unit, row: Row, params: never, event: Event) => Promise<void>;

/** What dispatch must know of one kind of row. */
export interface Flow<Row extends StatefulRow, Event extends EventBase, Facts> {
  name: string;
  table: Table;
  resource: Resource;
  machine: AnyStateMachine;
  requirements: Requirements<Facts>;
  /**
   * Plain data the requirements look at, read in the transaction after the lock: first what is the same for every event, then what an
   * event adds to it. A page that asks about every event reads the first once.
   */
  facts(unit: Unit, row: Row): Promise<(event: Event) => Facts | Promise<Facts>>;
  /** What is missing, in words from the data, behind a requirement that is a list (unanswered questions, missing ballots). */
  details?(facts: Facts): Record<string, readonly string[]>;
  /** Columns that follow the new state, besides state and version. */
  change?(
    unit: Unit,
    row: Row,
    event: Event,
    next: string,
  ): Record<string, unknown> | Promise<Record<string, unknown>>;
  /** How each effect the machine may name is carried out, in this transaction, on the row as it has become. */
  effects: Record<string, EffectHandler<Row, Event>>;
  /** What the log should say besides who, when, from and to. Never a score or a text that is sealed. */
  payload?(event: Event): Record<string, unknown>;
}

export interface Command<Event> {
  id: string;
  event: Event;
  /** The version the person saw; left out by the system. */
  version?: number | undefined;
}

export async function dispatch<Row extends StatefulRow, Event extends EventBase, Facts>(
  unit: Unit,
  flow: Flow<Row, Event, Facts>,
  { id, event, version }: Command<Event>,
): Promise<Row> {
  const { rel, ...found } = await lock<Row>(unit, flow, id, event.type);
  const row = found as unknown as Row;
  demandAction(flow.resource, event.type, { state: row.state, rel });
  if (version !== undefined && version !== row.version) throw problem('conflict/version');

  const facts = await (await flow.facts(unit, row))(event);
  const snapshot = flow.machine.resolveState({ value: row.state, context: facts });
  if (!snapshot.can(event)) throw refusal(flow, row.state, event.type, facts);
  const [next, effects] = transition(flow.machine, snapshot, event);
  const state = next.value as string;

  const columns = (await flow.change?.(unit, row, event, state)) ?? {};
  const changed = { ...row, ...columns, state, version: row.version + 1 };
  await write(unit, flow, changed, columns);
  // What the machines know as events is not known to the compiler; a test looks that each has words.
  const what = { subjectType: flow.name, event: event.type } as Pick<Recorded, 'subjectType' | 'event'>;
  unit.record({
    ...(what as Recorded),
    editionId: flow.table === 'editions' ? row.id : (row.edition_id ?? null),
    subjectId: id,
    fromState: row.state,
    toState: state,
    reason: event.reason ?? null,
    payload: flow.payload?.(event) ?? {},
  });
  for (const effect of effects) {
    const handler = flow.effects[effect.type];
    if (!handler) throw new Error(`${flow.name} has no handler for the effect ${effect.type}`);
    await handler(unit, changed, effect.params as never, event);
  }
  return changed;
}

/** Locks in one order everywhere: edition (shared), then the row. Then reads anew, for the lock may have waited. */
async function lock<Row extends StatefulRow>(
  { trx, actor, now }: Unit,
  flow: { table: Table; resource: Resource },
  id: string,
  action: string,
): Promise<Row & { rel: Relations<Resource> }> {
  const table = sql.table(flow.table);
  if (flow.table !== 'editions')
    await sql`select id from editions where id = (select edition_id from ${table} where id = ${id}) for share`.execute(
      trx,
    );
  await sql`select id from ${table} where id = ${id} for update`.execute(trx);
  const viewer = viewerOf(actor);
  const visible = visibleBy(flow.table);
  const rel = relationsOf(flow.resource, viewer, now, flow.table, [visible, action]);
  const { rows } = await sql<Row & { rel: Relations<Resource> }>`
    select ${table}.*, ${rel} as rel from ${table} where id = ${id}`.execute(trx);
  const row = rows[0];
  if (!row || !(viewer.system || can(flow.resource, visible, row))) throw problem('not-found');
  return row;
}

/** The action that decides whether a row exists for somebody: a foreign id answers exactly like an unknown one. */
const visibleBy = (table: Table) => (table === 'nominations' ? 'list' : 'read');

function refusal<Row extends StatefulRow, Event extends EventBase, Facts>(
  flow: Flow<Row, Event, Facts>,
  state: string,
  event: string,
  facts: Facts,
) {
  const needed = needsOf(flow.machine, state, event);
  if (!needed) return problem('process/not-now');
  return problem(
    'process/unmet',
    {},
    unmet(flow, needed, facts).map(({ requirement, items }) => requirementError(requirement, items)),
  );
}

/** The words of a requirement, with whatever it counts behind them. */
export const requirementError = (requirement: string, items: readonly string[]) => ({
  requirement,
  message: (t: Texts) => requirementText(t, requirement, items),
});

export interface Unmet {
  requirement: string;
  /** Whatever the requirement counts, in words. */
  items: readonly string[];
}

function unmet<Row extends StatefulRow, Event extends EventBase, Facts>(
  flow: Flow<Row, Event, Facts>,
  needed: readonly string[],
  facts: Facts,
): Unmet[] {
  const details = flow.details?.(facts) ?? {};
  return needed
    .filter((name) => !flow.requirements[name]?.(facts))
    .map((requirement) => ({ requirement, items: details[requirement] ?? [] }));
}

async function write(
  unit: Unit,
  flow: { table: Table },
  row: StatefulRow,
  columns: Record<string, unknown>,
): Promise<void> {
  const set = Object.entries({ ...columns, state: row.state, version: row.version }).map(
    ([name, value]) => sql`${sql.ref(name)} = ${value}`,
  );
  await sql`update ${sql.table(flow.table)} set ${sql.join(set)} where id = ${row.id}`.execute(unit.trx);
}

export interface ChecklistItem extends Unmet {
  met: boolean;
}

/**
 * What stands between a row and an event, for pages and API: every named requirement with its tick.
 * `undefined` when the event does not exist in this state or the person may not send it.
 */
export async function checklist<Row extends StatefulRow, Event extends EventBase, Facts>(
  unit: Unit,
  flow: Flow<Row, Event, Facts>,
  row: Row & { rel: Relations<Resource> },
  event: Event,
): Promise<ChecklistItem[] | undefined> {
  return ticked(flow, row, event, () => flow.facts(unit, row));
}

/** Reads what the requirements look at when it is first asked for, and once: for a page with several checklists. */
export function factsOnce<Row extends StatefulRow, Event extends EventBase, Facts>(
  unit: Unit,
  flow: Flow<Row, Event, Facts>,
  row: Row,
): () => ReturnType<typeof flow.facts> {
  let facts: ReturnType<typeof flow.facts> | undefined;
  return () => (facts ??= flow.facts(unit, row));
}

/**
 * The same for whoever follows the work and does not take the step: the caller has asked for that right. `from` is a state that the
 * row has not reached yet.
 */
export async function checklistAhead<Row extends StatefulRow, Event extends EventBase, Facts>(
  flow: Flow<Row, Event, Facts>,
  row: Row,
  event: Event,
  { from = row.state, facts }: { from?: string | undefined; facts: () => ReturnType<typeof flow.facts> },
): Promise<ChecklistItem[]> {
  const needed = needsOf(flow.machine, from, event.type) ?? [];
  return tick(flow, needed, await (await facts())(event));
}

async function ticked<Row extends StatefulRow, Event extends EventBase, Facts>(
  flow: Flow<Row, Event, Facts>,
  row: Row & { rel: Relations<Resource> },
  event: Event,
  read: () => ReturnType<typeof flow.facts>,
): Promise<ChecklistItem[] | undefined> {
  const needed = needsOf(flow.machine, row.state, event.type);
  if (!needed || !can(flow.resource, event.type, row)) return undefined;
  if (needed.length === 0) return [];
  return tick(flow, needed, await (await read())(event));
}

function tick<Row extends StatefulRow, Event extends EventBase, Facts>(
  flow: Flow<Row, Event, Facts>,
  needed: readonly string[],
  facts: Facts,
): ChecklistItem[] {
  const missing = new Map(unmet(flow, needed, facts).map((item) => [item.requirement, item.items]));
  return needed.map((requirement) => ({
    requirement,
    met: !missing.has(requirement),
    items: missing.get(requirement) ?? [],
  }));
}

/** Every event of the row's state that the person may send, with its requirements ticked. */
export async function checklists<Row extends StatefulRow, Event extends EventBase, Facts>(
  unit: Unit,
  flow: Flow<Row, Event, Facts>,
  row: Row & { rel: Relations<Resource> },
  facts = factsOnce(unit, flow, row),
): Promise<{ event: Event['type']; items: ChecklistItem[] }[]> {
  const found = [];
  for (const event of flow.machine.states[row.state]?.ownEvents ?? []) {
    const items = await ticked(flow, row, { type: event } as Event, facts);
    if (items) found.push({ event, items });
  }
  return found;
}

/** The events of this state that the policy allows and whose requirements hold now, but for what a form still brings. */
export async function allowedEvents<Row extends StatefulRow, Event extends EventBase, Facts>(
  unit: Unit,
  flow: Flow<Row, Event, Facts>,
  row: Row & { rel: Relations<Resource> },
): Promise<string[]> {
  return allowedOf(await checklists(unit, flow, row));
}

/** Those of the events that nothing stands before any more. */
export const allowedOf = (found: readonly { event: string; items: readonly ChecklistItem[] }[]): string[] =>
  found
    .filter(({ items }) => items.every((item) => item.met || aboutInput.has(item.requirement)))
    .map(({ event }) => event);
