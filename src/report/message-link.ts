/** Checks the link of a message in Teams. It comes from outside, so only an address of Teams is taken. Pure. */
import { LONGEST_ADDRESS, readAddress, TEAMS_HOSTS } from '../outage/types/links.ts';

export const LONGEST_LINK = LONGEST_ADDRESS;

/** The address, made safe for a card; empty when it does not lead to a message in Teams. */
export function messageLink(text: string): string {
  const address = readAddress(text);
  return address && TEAMS_HOSTS.includes(address.host) && address.path.startsWith('/l/message/') ? address.href : '';
}
