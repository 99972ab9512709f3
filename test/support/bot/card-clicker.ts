/**
 * A hand at a card: it fills in what is on it, presses, and counts. Sends what a client sends, which is what the card
 * shows and nothing else, so what is known has to stand on the card.
 */
import { inputs, type Node } from '../cards/walk.ts';
import type { PersonKey, Shown, Users } from './users.ts';

/** A drop-down is opened and then chosen from; everything else is one tap. To go into a field is part of typing. */
const TAPS = { expanded: 1, compact: 2 } as const;

export type CardClicker = {
  readonly taps: number;
  readonly typed: readonly string[];
  readonly shown: Shown;
  types(field: string, text: string): void;
  chooses(field: string, value: string): void;
  ticks(field: string): void;
  presses(button: string): Promise<void>;
};

export function clickerFor(users: Pick<Users, 'presses'>, person: PersonKey, first: Shown): CardClicker {
  let shown = first;
  let entered = shownIn(shown);
  let taps = 0;
  const typed: string[] = [];
  return {
    get taps() {
      return taps;
    },
    get shown() {
      return shown;
    },
    typed,
    types(field, text) {
      inputOn(field, 'Input.Text');
      typed.push(field);
      entered[field] = text;
    },
    chooses(field, value) {
      const { style, choices } = inputOn(field, 'Input.ChoiceSet');
      if (!(choices as Node[]).some((choice) => choice.value === value)) throw new Error(`'${field}' has no choice '${value}'`);
      taps += TAPS[style as keyof typeof TAPS];
      entered[field] = value;
    },
    ticks(field) {
      inputOn(field, 'Input.Toggle');
      taps += 1;
      entered[field] = entered[field] === 'true' ? 'false' : 'true';
    },
    async presses(button) {
      taps += 1;
      // A client leaves out what is empty.
      shown = await users.presses(person, button, shown, Object.fromEntries(Object.entries(entered).filter(([, value]) => value !== '')));
      entered = shownIn(shown);
    },
  };

  function inputOn(field: string, type: string): Node {
    const found = inputs(shown.card).find((input) => input.id === field);
    if (found?.type !== type) throw new Error(`no ${type} '${field}' on:\n${shown.text}`);
    return found;
  }
}

const shownIn = ({ card }: Shown): Record<string, string> =>
  Object.fromEntries(inputs(card).map(({ id, value }) => [String(id), String(value ?? '')]));
