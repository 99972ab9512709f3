/**
 * An engineer tells everybody what is new, or writes down something for the desk alone: by "update ..." and "note ..." in the
 * thread, or by a form.
 */
import { z } from 'zod';
import { noteForm, updateForm } from '../../cards/progress/progress.ts';
import { isOpen, PHASES } from '../../outage/types/outage.ts';
import { type Command, type Presses, says, sentence } from '../command.ts';
import { engineerForm, fieldText, withText } from '../forms/outage-form.ts';
import { tap } from '../forms/outage-press.ts';
import { inThread, textInThread } from '../forms/outage-thread.ts';

export const choicesSchema = z.object({
  phase: z.enum(PHASES),
  // In minutes. The form offers the cadence of the desk file too, which may be up to a day.
  next: z.coerce
    .number()
    .int()
    .min(1)
    .max(24 * 60),
});

export const update: Command = {
  name: 'update',
  needs: 'update',
  menu: ['room'],
  parse: says(/^\/?update(?=$|[\s:,])[:,]?([\s\S]*)$/i),
  run: textInThread(
    ({ examples }) => examples.update,
    (text, common) => ({ ...common, type: 'update', text, phase: null, nextUpdateInMs: null, seen: null }),
    { asking: ({ refusals }) => refusals.needsText, inOwnChat: true },
  ),
};

const { presses } = engineerForm({
  needs: 'update',
  verb: 'outage-update',
  fits: isOpen,
  fields: ['text', 'phase', 'next'],
  draw: updateForm,
  action(sent) {
    const choices = choicesSchema.safeParse(sent.filled);
    if (!choices.success) return sentence(sent.words.refusals.oldCard);
    const read = fieldText(sent, 'text');
    if ('errors' in read) return read;
    const { phase, next } = choices.data;
    return { ...sent.common, type: 'update', text: read.text, phase, nextUpdateInMs: next * 60_000, seen: sent.seen };
  },
});

/** It counts as an update: people know that somebody works on it, and when to look again. */
const noNews = { type: 'update', text: '', phase: null, nextUpdateInMs: null } as const;

export const nothingNew: Command = {
  name: 'nothing new',
  needs: 'update',
  parse: says(/^\/?(?:nothing new|no news)(?: yet)?[.!]*$/i),
  run: (_text, turn) => inThread(turn, (common) => ({ ...common, ...noNews, seen: null })),
};

export const note: Command = {
  name: 'note',
  // A reporter's words for the desk are no command: "note that posting fails" is what a customer says of an outage.
  needs: 'see-notes',
  parse: says(/^\/?note(?=$|[\s:,])[:,]?([\s\S]*)$/i),
  run: textInThread(
    ({ examples }) => examples.note,
    (text, common) => ({ ...common, type: 'note', text, shown: true }),
    { mayNameAnother: true },
  ),
};

const { presses: notePresses } = engineerForm({
  needs: 'note',
  verb: 'outage-note',
  fields: ['text'],
  draw: noteForm,
  action: withText('text', (text, { common }) => ({ ...common, type: 'note', text, shown: false })),
});

export const updatePresses = {
  ...presses,
  ...notePresses,
  'outage-nothing-new': { needs: 'update', run: tap((card) => ({ ...card, ...noNews })) },
} satisfies Partial<Presses>;
