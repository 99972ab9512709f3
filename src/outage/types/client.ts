/** The client with which somebody acts. It is recorded beside what they do; no decision depends on it. */

/**
 * How somebody spoke to the bot, before their client of Teams, as teams/ writes it and cards read it: `card iOS`, `command Windows`,
 * `reaction`; `phone`: by a key of a phone that a pager called.
 */
export const USED = ['card', 'command', 'message-action', 'reaction', 'words', 'api', 'phone'] as const;
export type Used = (typeof USED)[number];
/** What Teams' clients call themselves; `other` for any other name. */
export const PLATFORMS = ['Windows', 'Mac', 'Linux', 'iOS', 'Android', 'Web', 'other'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** `platform` null: the client does not say. */
export const clientOf = (used: Used, platform: Platform | null): string => (platform ? `${used} ${platform}` : used);

/** Of a request by the API, with its id, by which it is done once, however often it is sent. */
export const apiRequest = (requestId: string): string => `api ${requestId}`;
export const isDoneOnce = (client: string | undefined): client is string => client?.startsWith('api ') === true;

/** Reads what `clientOf` wrote; null for anything else. */
export function readClient(client: string | null): { readonly used: Used; readonly platform: Platform | null } | null {
  const [usedText, platformText = ''] = (client ?? '').split(' ');
  const used = USED.find((one) => one === usedText);
  return used ? { used, platform: PLATFORMS.find((one) => one === platformText) ?? null } : null;
}
