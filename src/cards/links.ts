/** What opens something outside of the card: the call, a chat with the reporter, runbooks, tickets in other systems. */
import type { Desk } from '../desk/desk.ts';
import { readerOf } from '../outage/destinations.ts';
import { isRemoved } from '../outage/personal-data.ts';
import { LONGEST_ADDRESS, readAddress } from '../outage/types/links.ts';
import { isOpen, type Outage, outageName } from '../outage/types/outage.ts';
import { isNobody, partsOf } from '../outage/types/person-key.ts';
import { isRead } from '../outage/types/values.ts';
import type { Words } from '../words/words.ts';
import type { Card } from './base/card.ts';
import { type Fact, fieldWords, phoneText } from './base/facts.ts';
import { field, toggleInput } from './base/inputs.ts';
import { type Link, link } from './base/verbs.ts';
import type { News, NewsView } from './news/news.ts';
import { type FilledForm, formAboutOutage, textField } from './outage/form.ts';
import { forInput, oneLine } from './text.ts';

type About = { readonly outage: Outage; readonly desk: Desk; readonly words: Words };

/** So many characters of a title name a meeting. */
const LONGEST_SUBJECT = 80;

/** Opens a window for a new meeting, which is named already; nothing is made before the person there saves it. */
function newMeeting(outage: Outage): string {
  const { title } = outage.report;
  const subject = isRemoved(title) ? outageName(outage) : `${outageName(outage)}: ${forInput(title, LONGEST_SUBJECT)}`;
  const url = `https://teams.microsoft.com/l/meeting/new?subject=${encodeURIComponent(subject)}`;
  return readAddress(url)?.href ?? 'https://teams.microsoft.com/l/meeting/new';
}

/** The call that an engineer set, or the one that is always there; null: there is none. */
export const bridgeOf = ({ outage, desk }: Pick<About, 'outage' | 'desk'>): string | null =>
  outage.bridge?.url ?? desk.bridgeOf(outage.report.project.id);

/** Joins the call, or begins one where there is none. None when nobody works on it any more. */
function callLink({ outage, desk, words }: About): readonly Link[] {
  if (!isOpen(outage)) return [];
  const bridge = readAddress(bridgeOf({ outage, desk }) ?? '');
  return [bridge ? link(words.links.join, bridge.href) : link(words.links.start, newMeeting(outage))];
}

/** For its reporter, where an engineer said so. */
export function joinButton({ outage, words }: Omit<About, 'desk'>): readonly Link[] {
  const address = isOpen(outage) && outage.bridge?.shared ? readAddress(outage.bridge.url) : null;
  return address ? [link(words.links.join, address.href)] : [];
}

/** Whether the reporter is of another company, whose Teams may let nobody from outside in. */
export const isElsewhere = ({ reporter }: Outage): boolean => partsOf(reporter.id).tenantId !== null;

/**
 * Opens a chat with the reporter, and calls them: by the id that Teams vouches for, and not by the e-mail address, which they typed.
 * None in a drill, and of somebody who is not known any more.
 */
function personLinks({ outage, desk }: Pick<About, 'outage' | 'desk'>): { readonly chat: string; readonly voice: string } | null {
  const { reporter, drill, origin } = outage;
  // Of a call, the reporter is whoever took it.
  if (drill || !isRead(origin) || isRemoved(reporter.id) || isNobody(reporter.id)) return null;
  const users = `users=8:orgid:${encodeURIComponent(partsOf(reporter.id).objectId)}`;
  const to = 'https://teams.microsoft.com/l';
  return { chat: `${to}/chat/0/0?tenantId=${desk.file.desk.tenant}&${users}`, voice: `${to}/call/0/0?${users}` };
}

const row = (label: string, links: readonly Link[], lines: readonly string[] = []): readonly Fact[] =>
  links.length + lines.length > 0 ? [{ label, lines, links }] : [];

/** These rows are for the desk's card, of which engineers are the only readers. */
export const bridgeFacts = (view: About): readonly Fact[] => row(view.words.links.call, callLink(view));

/** `contact`: with the phone number and the e-mail address. `whole`: false without long addresses, where the card has no room for them. */
export function linkFacts(view: About, { contact, whole }: { readonly contact: boolean; readonly whole: boolean }): readonly Fact[] {
  const { outage, words } = view;
  const { chat, voice, more, tickets } = words.links;
  const person = personLinks(view);
  const elsewhere = isElsewhere(outage);
  const known = outage.tickets.map(({ name, url }) => ({ name: oneLine(name), address: whole ? readAddress(url ?? '') : null }));
  const pages = knowledge(view);
  return [
    // Of a call, a row of its own says whom to call.
    ...contactFacts(view, {
      contact: contact && isRead(outage.origin),
      links: person ? [link(chat(elsewhere), person.chat), link(voice(elsewhere), person.voice)] : [],
    }),
    ...(whole || pages.length === 0 ? row(more, pages) : row(more, [], [words.facts.cut])),
    ...row(
      tickets,
      known.flatMap(({ name, address }) => (address ? [link(name, address.href)] : [])),
      known.flatMap(({ name, address }) => (address ? [] : [name])),
    ),
  ];
}

/** Whom to reach and how: first without Teams, and then by these links. */
export function contactFacts(
  { outage: { drill, report }, words }: Omit<About, 'desk'>,
  { contact, links = [] }: { readonly contact: boolean; readonly links?: readonly Link[] },
): readonly Fact[] {
  const { name, phone, email } = report.contact;
  const lines = contact && !drill ? [oneLine(name), phoneText(phone, words), oneLine(email)].filter(Boolean) : [];
  return row(fieldWords(words).name.fact, links, lines);
}

/** The runbook of what is down, and what the desk file links to its environment. */
function knowledge({ outage: { report }, desk, words }: About): readonly Link[] {
  const runbook = desk.scenario(report.scenario.id)?.runbook;
  const project = desk.fileIn(words.language).projects.find(({ id }) => id === report.project.id);
  const own = project?.environments.find(({ id }) => id === report.environment.id)?.links ?? [];
  const all = [...(runbook ? [{ title: words.links.runbook, url: runbook }] : []), ...own];
  return all.flatMap(({ title, url }) => {
    const address = readAddress(url);
    return address ? [link(oneLine(title), address.href)] : [];
  });
}

/** The buttons behind More. */
export function linkButtons(view: About): readonly Link[] {
  const { links } = view.words;
  const person = personLinks(view);
  return [...callLink(view), ...(person ? [link(links.chatButton, person.chat), link(links.voiceButton, person.voice)] : [])];
}

export function bridgeNews({ outage, event, destination, words }: NewsView<'bridge-set'>): News {
  const { bridge } = words.links;
  const name = outageName(outage);
  const isDesk = readerOf(destination) === 'desk';
  const address = isOpen(outage) ? readAddress(event.url) : null;
  if (event.url === '') return { heading: bridge.removed(name), lines: [], quiet: true };
  return {
    heading: bridge.set(name),
    lines: [isDesk ? (event.shared ? bridge.seen : bridge.notSeen) : bridge.invited],
    actions: address ? [link(words.links.join, address.href)] : [],
    quiet: isDesk,
  };
}

export function bridgeForm(view: FilledForm): Card {
  const { words, outage, filled } = view;
  const { bridge } = words.links;
  const isInRoom = outage !== null && outage.origin.kind !== 'personal';
  const text = { ...bridge, audience: isInRoom ? bridge.audienceInRoom : bridge.audience };
  return formAboutOutage(view, text, {
    send: 'outage-bridge',
    back: 'outage-show',
    fields: [
      textField(view, 'address', bridge.address, { limit: LONGEST_ADDRESS, multiline: false, placeholder: bridge.example }),
      field(toggleInput(words, { id: 'shared', label: bridge.shared, title: bridge.share, value: String(filled.shared === 'true') })),
    ],
  });
}

export function ticketForm(view: FilledForm): Card {
  const { words } = view;
  const { text, ...form } = words.links.ticket;
  const fields = [textField(view, 'ticket', text, { limit: LONGEST_ADDRESS, multiline: false, placeholder: 'INC0012345' })];
  return formAboutOutage(view, form, { send: 'outage-ticket', back: 'outage-show', fields });
}
