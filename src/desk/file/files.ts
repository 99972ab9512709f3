/** How much people may send of an outage, and how much of that is kept at all. */
import { z } from 'zod';

const MB = 1_000_000;

export const filesSchema = z
  .strictObject({
    perPerson: z
      .int()
      .min(1)
      .max(100, 'give a whole number, from 1 to 100')
      .default(10)
      .describe('So many pictures and files one person may send for one outage.'),
    megabytes: z.number().positive().max(50, 'give megabytes, at most 50').default(10).describe('So large one of them may be.'),
    totalMegabytes: z
      .number()
      .positive()
      .max(100_000, 'give megabytes, at most 100000')
      .default(2_000)
      .describe('So much all of them together take of the store. What is beyond is refused, and its sender told.'),
  })
  .prefault({});

export const toFileLimits = ({ perPerson, megabytes, totalMegabytes }: z.infer<typeof filesSchema>) => ({
  perPerson,
  bytes: Math.floor(megabytes * MB),
  totalBytes: Math.floor(totalMegabytes * MB),
});
