/** Turns for what people do with reports that they have not sent. */
import { createTurns } from './handle.ts';
import { ConflictError } from './ports/outages.ts';

export type DraftTurns = <T>(personId: string, work: () => Promise<T>) => Promise<T>;

const MAX_CONFLICTS = 8;

/** In a process the work of one person waits in a queue. Where another bot was first, it is done again with what is stored now. */
export function createDraftTurns(): DraftTurns {
  const takeTurn = createTurns();
  return (personId, work) =>
    takeTurn([personId], 0, async () => {
      for (let conflicts = 0; ; conflicts++) {
        try {
          return await work();
        } catch (error) {
          if (!(error instanceof ConflictError) || conflicts >= MAX_CONFLICTS) throw error;
        }
      }
    });
}
