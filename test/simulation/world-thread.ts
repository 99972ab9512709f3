/** One world in a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { judge, type PlainWorld } from './verdict.ts';

parentPort?.postMessage(await judge(workerData as PlainWorld));
