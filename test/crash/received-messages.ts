/** Every post and edit that the fake connector received, accepted or not, in order. The connector runs in a process of its own and sends them here. */

export type ReceivedMessage = {
  /** `answer`: the direct answer to something typed. `chat`: a conversation with a person was made; nothing is in it yet. */
  readonly kind: 'post' | 'edit' | 'answer' | 'chat';
  /** ms since the epoch, of the one clock of this machine: when the request came, and when it was taken or not. */
  readonly arrivedAt: number;
  readonly at: number;
  readonly room: string;
  readonly conversationId: string;
  /** The Teams id of the one person who sees it; null: everybody there. */
  readonly only: string | null;
  /** The message; empty when it was not taken. */
  readonly id: string;
  readonly taken: boolean;
  /** What went wrong; null when it was answered well. */
  readonly fault: string | null;
  readonly summary: string;
  /** All that a person reads on the card. */
  readonly text: string;
  readonly card: unknown;
};
export type Line = { readonly remembered: ReceivedMessage } | { readonly serviceUrl: string };

/** A message as it is now, after all edits. */
export type CurrentMessage = {
  readonly id: string;
  readonly conversationId: string;
  readonly only: string | null;
  readonly at: number;
  summary: string;
  card: unknown;
};

export type ReceivedMessages = {
  readonly all: ReceivedMessage[];
  readonly messages: CurrentMessage[];
  keep(remembered: ReceivedMessage): void;
  faults(): ReadonlyMap<string, number>;
};

export function createReceivedMessages(): ReceivedMessages {
  const all: ReceivedMessage[] = [];
  const messages: CurrentMessage[] = [];
  const byId = new Map<string, CurrentMessage>();
  return {
    all,
    messages,
    keep(one) {
      all.push(one);
      if (!one.taken) return;
      const { id, conversationId, only, at, summary, card } = one;
      const known = byId.get(id);
      if (one.kind === 'edit' && known) Object.assign(known, { summary, card });
      if (one.kind !== 'post' && one.kind !== 'answer') return;
      const message = { id, conversationId, only, at, summary, card };
      byId.set(id, message);
      messages.push(message);
    },
    faults() {
      const counts = new Map<string, number>();
      for (const { fault } of all) if (fault !== null) counts.set(fault, (counts.get(fault) ?? 0) + 1);
      return counts;
    },
  };
}
