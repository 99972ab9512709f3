/** Checks the link of a message in Teams. It comes from outside, so only an address of Teams is taken. Pure. */

/** The hosts of Teams: the public cloud under both its names, GCC High, DoD, and 21Vianet. */
const HOSTS = new Set([
  'teams.microsoft.com',
  'teams.cloud.microsoft',
  'gov.teams.microsoft.us',
  'dod.teams.microsoft.us',
  'teams.microsoftonline.cn',
]);
export const LONGEST_LINK = 1000;
/** Characters that mean something to a card template or to a client. */
const MARKS = /[{}$|\\^`'"<>]/g;

/** The address, made safe for a card; empty when it does not lead to a message in Teams. */
export function messageLink(text: string): string {
  if (text.length > LONGEST_LINK || !URL.canParse(text)) return '';
  const url = new URL(text);
  const { protocol, host, username, password, pathname } = url;
  if (protocol !== 'https:' || !HOSTS.has(host) || username !== '' || password !== '' || !pathname.startsWith('/l/message/')) return '';
  const link = url.href.replace(MARKS, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return link.length > LONGEST_LINK ? '' : link;
}
