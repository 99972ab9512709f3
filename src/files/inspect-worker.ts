/** Looks at one file in a thread of its own and ends: what is wrong with a file, or takes too long, ends this thread and nothing else. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Preview } from '../engine/ports/files.ts';
import { isPicture } from '../outage/types/files.ts';
import { recognise } from './recognise.ts';

/** A screenshot of a screen with 8K has 33 million. A picture may be small as a file and very large in memory. */
const MOST_PIXELS = 40_000_000;
const LIMIT_S = 10;
/** What Teams shows on a card. */
const MOST_SIDE = 1_024;
const MOST_BYTES = 1_000_000;
const LOADERS = ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif'];
const QUALITIES = [80, 60, 40] as const;

async function preview(data: Uint8Array, isPhoto: boolean): Promise<Preview | null> {
  // Loaded for pictures alone.
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: LOADERS });
  const small = sharp(data, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .timeout({ seconds: LIMIT_S })
    // Upright, because what says so is left out with all else that a camera writes.
    .rotate()
    .resize({ width: MOST_SIDE, height: MOST_SIDE, fit: 'inside', withoutEnlargement: true });
  if (!isPhoto) {
    const png = await small.clone().png({ compressionLevel: 9 }).toBuffer();
    if (png.length <= MOST_BYTES) return { kind: 'png', data: png };
  }
  for (const quality of QUALITIES) {
    const jpeg = await small.clone().flatten({ background: '#ffffff' }).jpeg({ quality }).toBuffer();
    if (jpeg.length <= MOST_BYTES) return { kind: 'jpeg', data: jpeg };
  }
  return null;
}

async function inspect(data: Uint8Array) {
  const found = await recognise(data);
  if ('refused' in found || !isPicture(found)) return { ...found, preview: null };
  return { ...found, preview: await preview(data, found.kind === 'jpeg') };
}

parentPort?.postMessage(await inspect(workerData as Uint8Array).catch(() => ({ refused: 'broken' })));
