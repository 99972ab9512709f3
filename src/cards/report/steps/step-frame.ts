/** What all cards of the guided report have in common: their frame, their buttons, and the inputs of the fields. */
import type { Maintenance } from '../../../desk/maintenance.ts';
import { phonesFor } from '../../../desk/phones.ts';
import type { Draft } from '../../../report/draft.ts';
import { FIELDS, type FieldId, type Input, STEP_FIELDS, type StepId } from '../../../report/fields.ts';
import { countCards } from '../../../report/report.ts';
import type { Errors, FieldError, StepContext } from '../../../report/step.ts';
import type { OfferedPlace } from '../../../report/steps/confirmation.ts';
import { zoneOf } from '../../../report/steps/details.ts';
import type { Words } from '../../../words/words.ts';
import { fieldWords } from '../../base/facts.ts';
import {
  type Choice,
  choiceInput,
  dateInput,
  type Element,
  errorText,
  type Field,
  field,
  textInput,
  timeInput,
  toggleInput,
} from '../../base/inputs.ts';
import { callablePhones } from '../../base/phone-links.ts';
import { type Button, button } from '../../base/verbs.ts';
import { asName, forInput } from '../../text.ts';

export type StepView = StepContext & {
  readonly draft: Draft;
  readonly errors: Errors;
  readonly words: Words;
  /** A message above everything else, such as that the answers could not be stored. */
  readonly notice?: string;
  /** It is reported in a channel or group chat. */
  readonly inRoom?: boolean;
  /** Pictures and files may be sent here. */
  readonly takesFiles?: boolean;
  /** What runs now in an environment that may be chosen, the one that ends last first. */
  readonly maintenance?: readonly Maintenance[];
  /** How many outages of each scenario the project had; left out where nobody knows. */
  readonly counts?: ReadonlyMap<string, number>;
};

/** A few choices are one tap as a list; many would be a long card, and a list of very many is searched by typing. */
const MOST_RADIO_BUTTONS = 4;
const MOST_IN_A_MENU = 20;
const choiceStyle = ({ length }: readonly unknown[]) =>
  length > MOST_IN_A_MENU ? 'filtered' : length > MOST_RADIO_BUTTONS ? 'compact' : 'expanded';

export const errorIn = ({ draft, desk, words }: StepView, error: FieldError | undefined): string =>
  errorText(error, words, { timeZone: draft.entered.timeZone ?? '', desk });

export function stepFrame(view: StepView, title: string, actions: readonly Button[]) {
  const { draft, errors, desk, words, notice } = view;
  const { at, least, most } = countCards(draft, view);
  const wrong = Object.keys(errors).length;
  const phones = words.phones(phonesFor(callablePhones(desk.file.desk.phones), draft.entered.timeZone ?? ''));
  return {
    product: words.report.heading,
    heading: title,
    progress: words.report.progress(at, least, most),
    fallbackText: words.formats.sentences([words.report.heading, words.formats.joined([title, phones])]),
    fix: notice ?? (wrong > 0 ? words.report.fix(wrong) : ''),
    phones,
    actions,
  };
}

/**
 * The data of a button: its draft and its step; `kind` for a request, so that the card of a request cannot send an outage; and how
 * many remarks its description has, so that an older card does not take back later ones.
 */
export const draftData = ({ nonce, kind, remarks = [] }: Draft, step: StepId) => ({
  draft: nonce,
  step,
  ...(kind === 'request' ? { kind } : {}),
  ...(remarks.length > 0 ? { remarks: String(remarks.length) } : {}),
});

/** The buttons of a step. Their data holds ids alone, and no answers. */
export function stepButtons({ draft, desk, words }: StepView, choice = desk.scenario(draft.entered.scenario ?? '')?.id ?? '') {
  const data = { ...draftData(draft, draft.step), choice };
  return {
    confirm: button(words.report.confirmation.yes, 'report-confirm', data, 'positive'),
    tick: button(words.report.confirmation.notAll, 'report-tick', data),
    next: button(words.report.next, 'report-next', data, 'positive'),
    back: button(words.report.back, 'report-back', data),
    done: button(words.report.done, 'report-done', data, 'positive'),
    cancel: button(words.report.cancel, 'report-cancel', data),
    missing: button(words.report.access.missing.open, 'report-missing', data),
  };
}

type Choices = { readonly [field in FieldId]?: readonly Choice[] };

/** All inputs of a step: those `within` the part of the card that is hidden at first, and those `before` and `after` it. */
export function fieldInputs(view: StepView, step: 'details' | 'contact', choices: Choices) {
  const ids: readonly FieldId[] = STEP_FIELDS[step];
  const hidden = ids.map((id) => 'within' in (FIELDS[id].input ?? {}));
  const draw = (some: readonly FieldId[]) => some.flatMap((id) => inputOf(id, view, choices[id] ?? []));
  const [first, last] = hidden.includes(true) ? [hidden.indexOf(true), hidden.lastIndexOf(true) + 1] : [ids.length, ids.length];
  return { before: draw(ids.slice(0, first)), within: draw(ids.slice(first, last)), after: draw(ids.slice(last)) };
}

type Texts = {
  readonly [field in FieldId]?: {
    readonly label?: string | ((zone: string) => string);
    readonly title?: string;
    readonly example?: string;
  };
};

function inputOf(id: FieldId, view: StepView, choices: readonly Choice[]): readonly Element[] {
  const { draft, errors, words, now } = view;
  const { input, limit }: { input: Input | null; limit: number } = FIELDS[id];
  const { label = '', title = '', example } = (fieldWords(words) as Texts)[id] ?? {};
  const entered = {
    id,
    label: typeof label === 'string' ? label : label(words.formats.zone(zoneOf(draft.entered), now)),
    // The input shows no more than its limit; the draft keeps the rest until the card is sent again.
    value: forInput(draft.entered[id] ?? '', limit),
  };
  const draw = (): Element | null => {
    switch (input?.kind) {
      case 'text':
        return textInput(words, {
          ...entered,
          limit,
          ...(input.lines === 'many' ? { multiline: true } : {}),
          ...(input.format ? { style: KEYBOARDS[input.format] } : {}),
          ...(example === undefined ? {} : { placeholder: example }),
        });
      case 'choice':
        return choiceInput(words, { ...entered, choices, style: choiceStyle(choices) });
      case 'toggle':
        return toggleInput(words, { ...entered, title });
      case 'date':
        return dateInput(words, entered);
      case 'time':
        return timeInput(words, entered);
      default:
        return null;
    }
  };
  const element = draw();
  return element ? field(element, input?.kind === 'toggle' ? '' : errorIn(view, errors[id])) : [];
}

const KEYBOARDS = { email: 'Email', phone: 'Tel' } as const;

export function environmentInput(
  view: StepView,
  label: string,
  offered: readonly OfferedPlace[],
  style: 'compact' | 'expanded' | 'filtered' = choiceStyle(offered),
): Field {
  const { draft, errors, words } = view;
  const choices = offered.map(({ key, project, environment }) => ({
    title: words.formats.pair(asName(project.name), asName(environment.name)),
    value: key,
  }));
  const value = draft.entered.environment ?? '';
  return field(
    choiceInput(words, { id: 'environment', label, value, choices, style, placeholder: words.report.confirmation.choose }),
    errorIn(view, errors.environment),
  );
}
