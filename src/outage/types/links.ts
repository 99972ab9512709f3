/** The call in which an outage is talked about, and its tickets in other systems; and which addresses may be opened at all. Pure. */
import { cutTo } from './values.ts';

/** The hosts of Teams: the public cloud under both its names, GCC High, DoD, and 21Vianet. */
export const TEAMS_HOSTS: readonly string[] = [
  'teams.microsoft.com',
  'teams.cloud.microsoft',
  'gov.teams.microsoft.us',
  'dod.teams.microsoft.us',
  'teams.microsoftonline.cn',
];

export const LONGEST_ADDRESS = 1000;
/** Characters that mean something to a card template or to a client. */
const MARKS = /[{}$|\\^`'"<>]/g;

/** `href`: safe for a card. `host`: with its port, in the letters by which it is looked up. */
export type Address = { readonly href: string; readonly host: string; readonly path: string };

/** Reads an address that may be opened: null for anything but https, for one with a space, a name or a password in it, or too long. */
export function readAddress(text: string): Address | null {
  const url = text.length <= LONGEST_ADDRESS && !/\s/.test(text) ? URL.parse(text) : null;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  const href = url.href.replace(MARKS, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return href.length <= LONGEST_ADDRESS ? { href, host: url.host, path: url.pathname } : null;
}

/** `shared`: its reporter may join it too. */
export type Bridge = { readonly url: string; readonly shared: boolean };

/**
 * `url` null: its number alone is known. `name`: of an address the last part of its path, and its host, so that people see what they
 * open. It is no `id`, by which the store would take it for a person.
 */
export type Ticket = { readonly name: string; readonly url: string | null };
/** `added`: the number of the event that added it, which stays when personal data is removed. */
export type KnownTicket = Ticket & { readonly added: number };
export const MOST_TICKETS = 10;

/** A number as ticket systems give them: INC0012345, ERP-42, #4711. */
const TICKET = /^(?=.*\d)#?[A-Za-z0-9][\w-]{0,39}$/;
const LONGEST_PART = 40;

/** The ticket that somebody means by its number or its address; null: it is neither. */
export function readTicket(text: string): Ticket | null {
  const address = readAddress(text);
  if (!address) return TICKET.test(text) ? { name: text, url: null } : null;
  const part = address.path.split('/').findLast((one) => one !== '') ?? '';
  const shown = part.length > LONGEST_PART ? `${cutTo(part, LONGEST_PART)}\u2026` : part;
  return { name: shown === '' ? address.host : `${shown} (${address.host})`, url: address.href };
}

const numberIn = ({ name }: Ticket): string => (name.split(' ')[0] ?? '').toLowerCase();

/** Whether both are the same: two addresses that are alike, or two numbers. */
export const isSameTicket = (one: Ticket, other: Ticket): boolean =>
  one.url === null && other.url === null ? numberIn(one) === numberIn(other) : one.url === other.url;

/** Whether somebody names this ticket: an address may be named by its last part alone. */
export const isNamedBy = (ticket: Ticket, named: Ticket): boolean =>
  named.url === null ? numberIn(ticket) === numberIn(named) : ticket.url === named.url;
