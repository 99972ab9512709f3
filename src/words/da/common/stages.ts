/** What stands beside the drawn stages and the clock of an outage, and on the row that unfolds the rest of a card. In Danish. */
import type { Stage } from '../../../outage/types/stage.ts';
import { formats } from '../formats.ts';
import { At, at, range } from '../grammar.ts';
import { phaseShort } from './names.ts';

const name: Record<Stage, string> = { reported: 'Meldt', acknowledged: 'Overtaget', ...phaseShort, resolved: 'Løst' };

export const stages = {
  name,
  now: (n: number, of: number, stage: string) => `Fase ${n} af ${of}: ${stage}`,
  at: (now: string, when: string) => `${now} ${at(when)}`,
  since: (now: string, when: string) => `${now} siden ${at(when)}`,
  after: (now: string, after: string) => `${now}, ${after} efter meldingen`,
  next: (now: string, stage: string) => `${now}. Derefter: ${stage}.`,
  updateLate: (now: string) => `${now}. Næste opdatering er forsinket.`,
  ended: {
    closed: (now: string) => `${now}, nu lukket`,
    withdrawn: (now: string) => `${now}, derefter trukket tilbage`,
    transferred: (now: string) => `${now}, derefter sendt videre`,
    merged: (now: string) => `${now}, derefter flettet`,
    drill: (now: string) => `${now}, derefter sluttede øvelsen`,
  },
  fact: 'Faser',
  reached: (stage: string, when: string) => `${stage}: ${when}`,
};

export const clock = {
  part: (count: string, whole: string) => `${count} af ${whole}`,
  gone: (part: string) => `${part} er gået.`,
  late: (late: string) => `\u26A0 ${late} forsinket.`,
  at: (when: string, text: string) => `${At(when)}: ${text}`,
  by: (when: string) => `Overtag senest ${at(when)}.`,
  byOthers: (when: string) => `Supporten overtager senest ${at(when)}.`,
  was: (when: string) => `Fristen var ${at(when)}.`,
  told: (was: string) => `${was} Indmelderen har fået besked.`,
};

export const down = {
  now: (since: string, lasts: string, now: string) => `${since}. Nede i ${lasts}, opgjort ${at(now)}.`,
  unsure: (lasts: string, now: string) => `Starttidspunktet er usikkert. Nede i mindst ${lasts}, opgjort ${at(now)}.`,
  over: (since: string, until: string, lasted: string) => `Nede ${range(since, until)}, i alt ${lasted}`,
  people: (count: number) => formats.plural(count, { one: 'Én person har sagt det', other: `${count} personer har sagt det` }),
};

export const details = { label: 'Detaljer', toggle: 'Vis eller skjul detaljer' };
