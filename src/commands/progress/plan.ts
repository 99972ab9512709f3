/** One tap after an acknowledgement: what the engineer looks at first, or when the next update comes. */
import { z } from 'zod';
import { FIRST_LOOKS, QUICK_MINUTES } from '../../cards/outage/buttons.ts';
import { wordsOfDesk } from '../../words/words.ts';
import type { Presses } from '../command.ts';
import { onCard, showOutcome } from '../forms/outage-press.ts';

const choiceSchema = z.object({ choice: z.union([z.enum(FIRST_LOOKS), z.enum(QUICK_MINUTES.map(String))]) });

const plan = onCard(choiceSchema, async ({ outageId, data: { choice } }, turn) => {
  const look = FIRST_LOOKS.find((one) => one === choice);
  const outcome = await turn.handle({
    type: 'plan',
    outageId,
    by: turn.actor,
    // It goes on the record, which is in the language that everybody shares.
    firstLook: look ? wordsOfDesk().progress.plan.looks[look] : null,
    nextUpdateInMs: look ? null : Number(choice) * 60_000,
  });
  return await showOutcome(outcome, turn);
});

export const planPresses = { 'outage-plan': { needs: 'plan', run: plan } } satisfies Partial<Presses>;
