/** Says what a file is and makes its preview, in a thread that is ended when it takes too long. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { InspectFile } from '../engine/ports/files.ts';

const LIMIT_MS = 15_000;
const MOST_HEAP_MB = 128;

type Answer = Awaited<ReturnType<InspectFile>>;

/** A file with which the thread does not come to an end cannot be read. */
export const inspectFile: InspectFile = async (data) => {
  const worker = new Worker(new URL('./inspect-worker.ts', import.meta.url), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
  });
  try {
    const [answer] = (await once(worker, 'message', { signal: AbortSignal.timeout(LIMIT_MS) })) as [Answer];
    return answer;
  } catch {
    return { refused: 'broken' };
  } finally {
    await worker.terminate();
  }
};
