/** A thread that simulates one world after the other: what it has learnt of the code (its compilation) serves the next. */
import { parentPort } from 'node:worker_threads';
import { judge, type PlainWorld } from './verdict.ts';

parentPort?.on('message', async (world: PlainWorld) => parentPort?.postMessage(await judge(world)));
