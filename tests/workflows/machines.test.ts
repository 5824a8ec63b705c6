/** The rules of the process as tables: nothing unreachable, nothing unused, nothing that a client could smuggle in. */
import t from 'tap';
import type { AnyStateMachine } from 'xstate';
import { transition } from 'xstate';
import { ballotMachine, ballotRequirements } from '../../workflows/ballot.ts';
import { editionMachine, editionRequirements } from '../../workflows/edition.ts';
import { nominationMachine, nominationRequirements } from '../../workflows/nomination.ts';
import { eventTypes, needsOf } from '../../workflows/requirements.ts';

const machines: [string, AnyStateMachine, Record<string, unknown>][] = [
  ['edition', editionMachine, editionRequirements],
  ['nomination', nominationMachine, nominationRequirements],
  ['ballot', ballotMachine, ballotRequirements],
];

const states = (machine: AnyStateMachine) => Object.keys(machine.states);
const targets = (machine: AnyStateMachine, state: string) =>
  [...(machine.states[state]?.transitions.values() ?? [])]
    .flat()
    .flatMap((each) => each.target?.map((node) => node.key) ?? [state]);

for (const [name, machine, requirements] of machines) {
  t.test(`${name}: every state can be reached, and only final states are dead ends`, async (t) => {
    const reached = new Set<string>();
    const open = [machine.config.initial as string];
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      if (reached.has(state)) continue;
      reached.add(state);
      open.push(...targets(machine, state));
    }
    t.same([...reached].toSorted(), states(machine).toSorted());
    for (const state of states(machine)) {
      t.equal(machine.states[state]?.ownEvents.length === 0, machine.states[state]?.type === 'final', state);
    }
  });

  t.test(`${name}: every requirement guards something, and every guard is a known requirement`, async (t) => {
    const used = new Set(
      states(machine).flatMap((state) =>
        eventTypes(machine).flatMap((event) => needsOf(machine, state, event) ?? []),
      ),
    );
    t.same([...used].toSorted(), Object.keys(requirements).toSorted());
  });

  t.test(
    `${name}: one transition for each state and event, so that a refusal can name what is missing`,
    async (t) => {
      for (const state of states(machine)) {
        for (const [event, found] of machine.states[state]?.transitions ?? []) {
          t.equal(found.length, 1, `${state} ${event}`);
          const [way] = found;
          t.ok(
            way?.target || way?.actions.length,
            `${state} ${event}: with neither target nor action it would be forbidden`,
          );
        }
      }
    },
  );

  t.test(`${name}: an event of no state changes nothing, nor does one of xstate's own`, async (t) => {
    const context = {
      unanswered: [],
      partnersToAsk: [],
      partnersToConfirm: [],
      infected: [],
      unchecked: [],
      overLimit: [],
      unread: [],
      identityNumbers: [],
      missingTexts: [],
      belowQuorum: [],
      missingBallots: [],
      fewDelivered: [],
      gaps: [],
    };
    for (const state of states(machine)) {
      const snapshot = machine.resolveState({ value: state, context });
      for (const type of ['nonsense', 'xstate.init', 'xstate.after.1.x', 'xstate.done.state.x', '', '*']) {
        t.notOk(snapshot.can({ type }), `${state} ${type}`);
        t.equal(transition(machine, snapshot, { type })[0].value, state);
      }
    }
  });
}
