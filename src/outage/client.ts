/** The client with which somebody acts. It is recorded beside what they do; no decision depends on it. */

/**
 * The means by which somebody spoke to the bot, followed by their client of Teams: `card iOS`, `command Windows`, `reaction`.
 * teams/ writes this text of known words, and cards read it.
 */
export const USED = ['card', 'command', 'message-action', 'reaction', 'words'] as const;
export type Used = (typeof USED)[number];
/** What Teams' clients call themselves; `other` for any other name. */
export const PLATFORMS = ['Windows', 'Mac', 'Linux', 'iOS', 'Android', 'Web', 'other'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** `platform` null: the client does not say. */
export const clientOf = (used: Used, platform: Platform | null): string => (platform ? `${used} ${platform}` : used);

/** Reads what `clientOf` wrote; null for anything else. */
export function readClient(client: string | null): { readonly used: Used; readonly platform: Platform | null } | null {
  const [usedText, platformText = ''] = (client ?? '').split(' ');
  const used = USED.find((one) => one === usedText);
  return used ? { used, platform: PLATFORMS.find((one) => one === platformText) ?? null } : null;
}
