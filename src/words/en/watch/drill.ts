/** Drills, in English. */
import { formats } from '../formats.ts';

export const drill = {
  project: 'Drill',
  environment: 'No environment',
  scenario: 'A drill',
  title: 'A drill: nothing is down',
  description: 'Nothing is down. Take it, update it, resolve it as you would in earnest; it ends by itself.',
  hint: 'This is a drill. Its clock runs 60 times as fast, and it ends by itself.',
  begins: (name: string) => `${name}: a drill begins`,
  quiet: 'Nobody is mentioned.',
  over: 'The drill is over',
  begun: (name: string, ends: string, loud: boolean) =>
    `${name} begins in the channel of the support desk. ${loud ? 'People are pinged.' : 'Nobody is mentioned.'} Its report comes there at ${ends}.`,
  ended: (name: string) => `${name} is over: what came when`,
  all: 'Every message arrived.',
  missing: (count: number) => formats.plural(count, { one: 'One message did not arrive.', other: `${count} messages did not arrive.` }),
  after: (time: string) => `After ${time}`,
  arrived: (what: string, where: string, late: string) => `${what}, for ${where}: there ${late} later`,
  atOnce: (what: string, where: string) => `${what}, for ${where}: there at once`,
  failed: (what: string, where: string, why: string) => `${what}, for ${where}: not there. ${why}`,
  waits: 'It still waits.',
  times: 'In earnest the steps lie 60 times as far apart. How soon a message arrives is the same.',
};
