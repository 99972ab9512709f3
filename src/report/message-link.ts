/** The link of a message in Teams, as it comes with the message: from outside, so nothing but such a link is taken. Pure. */

/** Where Teams lives: the public cloud under both its names, GCC High, DoD, and 21Vianet. */
const HOSTS = new Set([
  'teams.microsoft.com',
  'teams.cloud.microsoft',
  'gov.teams.microsoft.us',
  'dod.teams.microsoft.us',
  'teams.microsoftonline.cn',
]);
export const LONGEST_LINK = 1000;
/** What a template, or a client, might take for its own. */
const MARKS = /[{}$|\\^`'"<>]/g;

/** The address as it may stand in a card; empty when it is none of a message in Teams. */
export function messageLink(text: string): string {
  if (text.length > LONGEST_LINK || !URL.canParse(text)) return '';
  const url = new URL(text);
  const { protocol, host, username, password, pathname } = url;
  if (protocol !== 'https:' || !HOSTS.has(host) || username !== '' || password !== '' || !pathname.startsWith('/l/message/')) return '';
  const link = url.href.replace(MARKS, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return link.length > LONGEST_LINK ? '' : link;
}
