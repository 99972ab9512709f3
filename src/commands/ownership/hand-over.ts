/** Who has an outage: handing it over, accepting that or not, helping, giving it back. Typed in its thread, or pressed. */
import { assistForm, handOverForm, others, releaseForm } from '../../cards/ownership.ts';
import { asName, oneLine } from '../../cards/text/safe.ts';
import type { ActionRequest } from '../../engine/handle.ts';
import { may, type Permission } from '../../outage/permissions.ts';
import type { Person } from '../../outage/types/person.ts';
import { cardClock, refusalText } from '../authorize/rejection-text.ts';
import { type Caller, type Command, type Presses, type PressHandler, type Reply, type Services, says, sentence } from '../command.ts';
import { chosen, type DeskForm, needed, opens, sends } from '../forms/outage-form.ts';
import { settled, target } from '../forms/outage-press.ts';
import { complaint, inThread, sayLike, sayLine } from '../forms/outage-thread.ts';

/**
 * The engineer whom the text means: by a mention; by a name only when it is exactly one engineer's. A mention of
 * somebody who is no engineer of this desk means nobody.
 */
async function engineerIn(text: string, caller: Caller, { desk }: Services): Promise<Person | { readonly unclear: string }> {
  const { say } = caller.words.engineer;
  const mentioned = await caller.mentioned();
  const named = oneLine(text.replace(/<[^<>]*>/g, ' ')).replace(/[.,!]+$/, '');
  const fits =
    mentioned.length > 0 || /<at>/i.test(text)
      ? desk.engineers.filter(({ id }) => mentioned.includes(id))
      : desk.engineers.filter(({ name }) => isCalled(name, named));
  if (fits.length > 1) return { unclear: say.whichEngineer(caller.words.formats.list(fits.map(({ name }) => asName(name)))) };
  return fits[0] ?? { unclear: say.noEngineer };
}

/** Capitals and accents count for nothing: "sorensen" is Sørensen. */
const names = new Intl.Collator('en', { usage: 'search', sensitivity: 'base' });

/** By the whole name, or the first one. */
function isCalled(name: string, typed: string): boolean {
  const said = typed.replace(/^@/, '');
  return [name, name.split(' ')[0] ?? ''].some((one) => said !== '' && names.compare(oneLine(one), said) === 0);
}

export const handOver: Command = {
  name: 'hand over',
  needs: 'hand-over',
  help: (words) => words.engineer.commands.handOver,
  menu: [],
  parse: says(/^\/?hand(?:[\s-]?over(?:\s+(?:it|this))?|\s+(?:it|this)\s+over)(?=$|[\s:,])[:,]?(?:\s+to(?=$|\s))?\s*([\s\S]*)$/i),
  async run(text, caller, services) {
    // Teams is asked for each who is mentioned: not by whoever may not do it anyway.
    const nobody = text === '' && may(caller.actor, 'hand-over') && (await caller.mentioned()).length === 0;
    if (nobody) return sayLike(caller.words.engineer.examples.handOver, caller, services);
    return await inThread('hand-over', caller, services, async (common) => {
      const to = await engineerIn(text, caller, services);
      return 'unclear' in to ? sayLine(to.unclear, caller, services) : { ...common, type: 'hand-over', to };
    });
  },
};

export const accept: Command = {
  name: 'accept',
  needs: 'accept',
  help: (words) => words.engineer.commands.accept,
  menu: [],
  parse: says(/^\/?accept(?:ed)?[.!]*$/i),
  run: (_text, caller, services) => inThread('accept', caller, services, (common) => ({ ...common, type: 'accept' })),
};

export const decline: Command = {
  name: 'decline',
  needs: 'decline',
  help: (words) => words.engineer.commands.decline,
  menu: [],
  parse: says(/^\/?declined?[.!]*$/i),
  run: (_text, caller, services) => inThread('decline', caller, services, (common) => ({ ...common, type: 'decline' })),
};

export const assist: Command = {
  name: 'assist',
  needs: 'assist',
  help: (words) => words.engineer.commands.assist,
  menu: [],
  // "i can help" is an offer that the owner may take up; "i help" is done.
  parse: says(/^\/?(?:i(?:['’]ll| will| am|['’]m)?\s+help(?:ing)?[.!]*$|helping[.!]*$|(?:assist|add)(?=$|[\s:,])[:,]?\s*([^?]{0,200})$)/i),
  run: (text, caller, services) =>
    inThread('assist', caller, services, async (common) => {
      const { id, name } = caller.actor;
      const person = text === '' && (await caller.mentioned()).length === 0 ? { id, name } : await engineerIn(text, caller, services);
      return 'unclear' in person ? sayLine(person.unclear, caller, services) : { ...common, type: 'assist', person };
    }),
};

export const release: Command = {
  name: 'release',
  needs: 'release',
  help: (words) => words.engineer.commands.release,
  menu: [],
  // "release notes" and "release 10.0.39" are about software.
  parse: says(/^\/?release(?=$|[\s:,.])(?!\s+(?:notes?\b|v?\d))[:,.]?([\s\S]*)$/i),
  run: (reason, caller, services) =>
    complaint(reason, caller, services, caller.words.engineer.examples.release, caller.words.engineer.say.like) ??
    inThread('release', caller, services, (common) => ({ ...common, type: 'release', reason, seen: null }), { text: reason }),
};

/** One tap that answers an offer, or offers help. Who may not is told so; the card stays as it is. */
const taps =
  (permission: Permission, request: (common: { outageId: string; by: Caller['actor'] }) => ActionRequest): PressHandler =>
  async (data, caller, services): Promise<Reply> => {
    const found = target(data, caller, permission);
    if ('reply' in found) return found.reply;
    const outcome = await services.handle(request({ outageId: found.outageId, by: caller.actor }));
    if (outcome.ok || outcome.rejection.type !== 'not-offered') return await settled(outcome, caller, services);
    const clock = cardClock(await services.outages.now());
    return sentence(refusalText(outcome.rejection, outcome.recorded?.outage ?? null, caller.words, clock));
  };

const handOverOnForm: DeskForm = {
  ...{ permission: 'hand-over', opener: 'outage-hand-over-form', draw: handOverForm },
  request(sent) {
    const one = chosen(sent, 'person', others({ outage: sent.outage, desk: sent.services.desk }, 'hand-over'));
    return 'errors' in one ? one : { ...sent.common, type: 'hand-over', to: one.found };
  },
};
const assistOnForm: DeskForm = {
  ...{ permission: 'assist', opener: 'outage-assist-form', draw: assistForm },
  request(sent) {
    // Also one who helps already: the second tap of the same press is nothing new, and no mistake.
    const one = chosen(sent, 'person', sent.services.desk.engineers);
    return 'errors' in one ? one : { ...sent.common, type: 'assist', person: one.found };
  },
};
const releaseOnForm: DeskForm = {
  ...{ permission: 'release', opener: 'outage-release-form', draw: releaseForm },
  request(sent) {
    const { text, error } = needed(sent, 'reason');
    return error ? { errors: { reason: error } } : { ...sent.common, type: 'release', reason: text, seen: sent.seen };
  },
};

export const ownersPresses = {
  'outage-accept': { needs: 'accept', run: taps('accept', (common) => ({ ...common, type: 'accept' })) },
  'outage-decline': { needs: 'decline', run: taps('decline', (common) => ({ ...common, type: 'decline' })) },
  'outage-help': {
    needs: 'assist',
    run: taps('assist', (common) => ({ ...common, type: 'assist', person: { id: common.by.id, name: common.by.name } })),
  },
  'outage-hand-over-form': { needs: 'hand-over', run: opens(handOverOnForm) },
  'outage-hand-over': { needs: 'hand-over', run: sends(handOverOnForm) },
  'outage-assist-form': { needs: 'assist', run: opens(assistOnForm) },
  'outage-assist': { needs: 'assist', run: sends(assistOnForm) },
  'outage-release-form': { needs: 'release', run: opens(releaseOnForm) },
  'outage-release': { needs: 'release', run: sends(releaseOnForm) },
} satisfies Partial<Presses>;
