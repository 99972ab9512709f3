/**
 * The call of an outage, and its tickets in other systems: by "bridge https://..." and "ticket INC0012345" in its thread, or by a form
 * behind More.
 */
import { bridgeForm, bridgeOf, ticketForm } from '../cards/links.ts';
import { asName } from '../cards/text.ts';
import type { Desk } from '../desk/desk.ts';
import { readAddress, readTicket, TEAMS_HOSTS } from '../outage/types/links.ts';
import { type Outage, outageName } from '../outage/types/outage.ts';
import type { Words } from '../words/words.ts';
import { type Command, type Reply, sayLine, says, type Turn } from './command.ts';
import { engineerForm } from './forms/outage-form.ts';
import { type Common, inThread } from './forms/outage-thread.ts';

/** "bridge is closed" and "ticket printing fails" are remarks: only one word, or an address, is what it is about. */
const wordOrAddress = (pattern: RegExp) => (text: string) => {
  const said = says(pattern)(text);
  return said !== null && (/^(?:remove\s+)?\S*$/i.test(said) || /\bhttps?:/i.test(said)) ? said : null;
};

/**
 * The address in what was typed; without one, all of it. Teams writes what a link opens behind its label, in brackets. Where the label is
 * an address of another host, it is not clear what is meant, and the text is empty.
 */
function addressIn(said: string): string {
  const found = [...said.matchAll(/(\(?)(\bhttps?:[^\s<>"]+)/gi)].map(([, bracket, address = '']) =>
    bracket ? address.replace(/\)$/, '') : address,
  );
  const hosts = new Set(found.map((one) => readAddress(one)?.host));
  return hosts.size > 1 ? '' : (found.at(-1) ?? said);
}

/** The address as it is stored, or why it cannot be the call of this outage. */
function readBridge(typed: string, outage: Outage, { desk, words }: { readonly desk: Desk; readonly words: Words }) {
  const { bridge } = words.links;
  const address = readAddress(typed);
  if (!address) return { wrong: bridge.notAnAddress };
  const own = desk.bridgeHosts(outage.report.project.id);
  if (TEAMS_HOSTS.includes(address.host) || own.includes(address.host)) return { url: address.href };
  return { wrong: bridge.wrongHost(asName(address.host), words.formats.list([...new Set(own)].map(asName))) };
}

const NO_BRIDGE = { type: 'set-bridge', url: '', shared: false } as const;

export const bridge: Command = {
  name: 'bridge',
  needs: 'set-bridge',
  parse: wordOrAddress(/^\/?bridge(?=$|[\s:,])[:,]?([\s\S]*)$/i),
  run: (said, turn) =>
    inThread(turn, async (common, read) => {
      const outage = await read();
      if (/^remove$/i.test(said)) return { ...common, ...NO_BRIDGE };
      const found = outage ? readBridge(addressIn(said), outage, turn) : { wrong: turn.words.refusals.unknownOutage };
      return 'url' in found
        ? { ...common, type: 'set-bridge', url: found.url, shared: outage?.bridge?.shared ?? false }
        : sayLine(found.wrong, turn);
    }),
};

const { presses: bridgePresses } = engineerForm({
  needs: 'set-bridge',
  verb: 'outage-bridge',
  fields: ['address', 'shared'],
  prefilled: ({ outage }, { desk }) => ({ address: bridgeOf({ outage, desk }) ?? '', shared: String(outage.bridge?.shared ?? false) }),
  draw: bridgeForm,
  action(sent) {
    const typed = (sent.filled.address ?? '').trim();
    if (typed === '') return { ...sent.common, ...NO_BRIDGE };
    const read = readBridge(addressIn(typed), sent.outage, sent);
    if ('wrong' in read) return { errors: { address: read.wrong } };
    return { ...sent.common, type: 'set-bridge', url: read.url, shared: sent.filled.shared === 'true' };
  },
});

export const ticket: Command = {
  name: 'ticket',
  needs: 'add-ticket',
  parse: wordOrAddress(/^\/?ticket(?=$|[\s:,])[:,]?([\s\S]*)$/i),
  async run(said, turn) {
    const removes = /^remove\s/i.test(said);
    const named = readTicket(addressIn(said.replace(/^remove\s+/i, '')));
    const { ticket: say } = turn.words.links;
    if (!named) return sayLine(say.no, turn);
    const act = (common: Common) => ({ ...common, type: removes ? ('remove-ticket' as const) : ('add-ticket' as const), ticket: named });
    return await saying(await inThread(turn, act), removes ? say.removed : say.added, asName(named.name), turn);
  },
};

/** The card at the top of the thread shows it, far above what was typed. */
async function saying(reply: Reply, say: (id: string, name: string) => string, id: string, turn: Turn): Promise<Reply> {
  if (reply.type !== 'nothing') return reply;
  const outageId = await turn.outages.idByThread(turn.place.conversationId);
  const outage = outageId === null ? null : (await turn.outages.read(outageId))?.outage;
  return outage ? sayLine(say(id, outageName(outage)), turn) : reply;
}

const { presses: ticketPresses } = engineerForm({
  needs: 'add-ticket',
  verb: 'outage-ticket',
  fields: ['ticket'],
  draw: ticketForm,
  action({ filled, common, words }) {
    const named = readTicket(addressIn((filled.ticket ?? '').trim()));
    return named ? { ...common, type: 'add-ticket', ticket: named } : { errors: { ticket: words.links.ticket.no } };
  },
});

export const linkPresses = { ...bridgePresses, ...ticketPresses };
