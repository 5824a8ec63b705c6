import type { AnyStateMachine } from 'xstate';

/**
 * A named requirement is a plain question to the facts of a moment. One list of them serves three ends:
 * the guard of a transition, the checklist of a page, and the errors of a refusal.
 */
export type Requirements<Facts, Name extends string = string> = Record<Name, (facts: Facts) => boolean>;

/** The guard every transition uses: `guard: { type: 'needs', params: [names] }` holds when all the named requirements do. */
export const needs =
  <Facts, Name extends string>(requirements: Requirements<Facts, Name>) =>
  ({ context }: { context: Facts }, names: readonly Name[]): boolean =>
    names.every((name) => requirements[name](context));

/** The names of the requirements that stand between a state and an event; `undefined` when the event is unknown there. */
export function needsOf(
  machine: AnyStateMachine,
  state: string,
  event: string,
): readonly string[] | undefined {
  const transitions = machine.states[state]?.transitions.get(event);
  if (!transitions?.length) return undefined;
  const guard = transitions[0]?.guard as { params?: readonly string[] } | undefined;
  return guard?.params ?? [];
}

/** Every event that some state of the machine knows: the whitelist for what a client may send. */
export function eventTypes(machine: AnyStateMachine): string[] {
  return [...new Set(Object.values(machine.states).flatMap((node) => node.ownEvents))].toSorted();
}

/**
 * Requirements on what the event itself brings or sees to: a form can still meet them, so they do not hide a button.
 * Documents that are not read yet are read when the application is sent in.
 */
export const aboutInput: ReadonlySet<string> = new Set([
  'reasonGiven',
  'dueInFuture',
  'partsNamed',
  'decisionValid',
  'documentsRead',
]);
