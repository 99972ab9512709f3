/** From where somebody acts. It goes on the record beside what they do; the core never asks for it. */

/**
 * By what somebody spoke to the bot, and with which of Teams' clients: `card iOS`, `command Windows`, `reaction`. Plain
 * text of words that the code knows; made at the wall, read by cards and people.
 */
export const USED = ['card', 'command', 'message-action', 'reaction', 'words'] as const;
export type Used = (typeof USED)[number];
/** What Teams' clients call themselves; whatever else one says it is. */
export const PLATFORMS = ['Windows', 'Mac', 'Linux', 'iOS', 'Android', 'Web', 'other'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** `platform` null: the client does not say. */
export const clientOf = (used: Used, platform: Platform | null): string => (platform ? `${used} ${platform}` : used);

/** What `clientOf` made; null for anything else. */
export function readClient(client: string | null): { readonly used: Used; readonly platform: Platform | null } | null {
  const [said, on = ''] = (client ?? '').split(' ');
  const used = USED.find((one) => one === said);
  return used ? { used, platform: PLATFORMS.find((one) => one === on) ?? null } : null;
}
