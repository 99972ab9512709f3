/** Slash commands, and presses on messages that one person sees alone, in the shapes in which clients may send them. */

type Sent = Readonly<Record<string, unknown>>;
type Recipient = { readonly isTargeted?: unknown };
const recipientOf = ({ recipient }: Sent) => (recipient ?? {}) as Recipient;
export const isPrivate = (activity: Sent): boolean => recipientOf(activity).isTargeted === true;

/** What cannot be read counts as private. */
const UNREADABLE: readonly unknown[] = [1, 'true', 'True', {}, [], 'yes', ['true'], { isTargeted: true }];

/** One of them for each activity: the same for the same words, so that a seed repeats it. */
function chosen<One>(from: readonly One[], { text, value }: Sent): One {
  const index = JSON.stringify([text, value]).length % from.length;
  return from[index] as One;
}

const withTitle = (activity: Sent, change: (title: string) => string): Sent => ({
  ...activity,
  text: String(activity.text).replace(/^\S+/, change),
});

export const strangeTargeted = {
  isTargetedAs: (activity: Sent, isTargeted: unknown): Sent => ({ ...activity, recipient: { ...recipientOf(activity), isTargeted } }),
  isTargetedUnreadable: (activity: Sent): Sent => strangeTargeted.isTargetedAs(activity, chosen(UNREADABLE, activity)),
  titleInAnotherCase: (activity: Sent): Sent =>
    withTitle(activity, (title) => chosen([title.toUpperCase(), title.charAt(0).toUpperCase() + title.slice(1)], activity)),
  slashesBefore: (activity: Sent): Sent => withTitle(activity, (title) => chosen([`/${title}`, `//${title}`], activity)),
  nameBefore: (activity: Sent): Sent => withTitle(activity, (title) => chosen([`/outage-desk ${title}`, `Outage Desk ${title}`], activity)),
  /** At a channel's root Teams may take the message, or the one that is pressed, for the first of a thread. */
  inItsOwnThread: (activity: Sent): Sent => {
    const conversation = activity.conversation as { id: string; conversationType: string };
    const own = activity.type === 'invoke' ? activity.replyToId : activity.id;
    if (conversation.conversationType !== 'channel' || conversation.id.includes(';messageid=') || !own) return activity;
    return { ...activity, conversation: { ...conversation, id: `${conversation.id};messageid=${own}` } };
  },
  withoutIsTargeted: (activity: Sent): Sent => {
    const { isTargeted: _, ...recipient } = recipientOf(activity);
    return { ...activity, recipient };
  },
} as const;
