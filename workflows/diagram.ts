/** The machines as pictures: what goes from where to where, by which event, and what it needs. */
import type { AnyStateMachine } from 'xstate';
import { needsOf } from './requirements.ts';

export interface Edge {
  from: string;
  event: string;
  /** The same as `from` where the event changes nothing but what is written down. */
  to: string;
  needs: readonly string[];
}

/** Every state in the order of the machine, and every way between them. */
export function graphOf(machine: AnyStateMachine): {
  initial: string;
  states: string[];
  finals: string[];
  edges: Edge[];
} {
  const states = Object.keys(machine.states);
  const edges = states.flatMap((from) =>
    [...(machine.states[from]?.transitions ?? [])].flatMap(([event, ways]) =>
      ways.map((way) => ({
        from,
        event,
        to: way.target?.[0]?.key ?? from,
        needs: needsOf(machine, from, event) ?? [],
      })),
    ),
  );
  return {
    initial: machine.config.initial as string,
    states,
    finals: states.filter((state) => machine.states[state]?.type === 'final'),
    edges,
  };
}

/** A Mermaid state diagram. Events between the same two states share an arrow. */
export function mermaidOf(machine: AnyStateMachine): string {
  const { initial, finals, edges } = graphOf(machine);
  const arrows = Map.groupBy(edges, ({ from, to }) => `${from} --> ${to}`);
  const lines = [...arrows].map(([arrow, ways]) => `  ${arrow}: ${ways.map((way) => way.event).join(', ')}`);
  return [
    'stateDiagram-v2',
    `  [*] --> ${initial}`,
    ...lines,
    ...finals.map((state) => `  ${state} --> [*]`),
  ].join('\n');
}
