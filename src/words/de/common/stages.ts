/** What stands beside the drawn stages and the clock of an outage, and on the row that unfolds the rest of a card. In German. */
import type { Stage } from '../../../outage/types/stage.ts';
import { formats } from '../formats.ts';
import { phaseShort } from './names.ts';

const name: Record<Stage, string> = { reported: 'Gemeldet', acknowledged: 'Übernommen', ...phaseShort, resolved: 'Behoben' };

export const stages = {
  name,
  now: (n: number, of: number, stage: string) => `Phase ${n} von ${of}: ${stage}`,
  at: (now: string, when: string) => `${now}, ${when}`,
  since: (now: string, when: string) => `${now} seit ${when}`,
  after: (now: string, after: string) => `${now}, ${after} nach der Meldung`,
  next: (now: string, stage: string) => `${now}. Danach: ${stage}.`,
  updateLate: (now: string) => `${now}. Das nächste Update ist überfällig.`,
  ended: {
    closed: (now: string) => `${now}, jetzt geschlossen`,
    withdrawn: (now: string) => `${now}, dann zurückgezogen`,
    transferred: (now: string) => `${now}, dann weitergeleitet`,
    merged: (now: string) => `${now}, dann zusammengeführt`,
    drill: (now: string) => `${now}, dann endete die Übung`,
  },
  fact: 'Phasen',
  reached: (stage: string, when: string) => `${stage}: ${when}`,
};

export const clock = {
  part: (count: string, whole: string) => `${count} von ${whole}`,
  gone: (part: string) => `${part} vergangen.`,
  late: (late: string) => `\u26A0 ${late} überfällig.`,
  at: (when: string, text: string) => `Stand ${when}: ${text}`,
  by: (when: string) => `Übernahme bis ${when}.`,
  byOthers: (when: string) => `Der Support übernimmt bis ${when}.`,
  was: (when: string) => `Die Frist war ${when}.`,
  told: (was: string) => `${was} Die meldende Person weiß Bescheid.`,
};

export const down = {
  now: (since: string, lasts: string, now: string) => `${since}. Dauer bisher: ${lasts}, Stand ${now}.`,
  unsure: (lasts: string, now: string) => `Beginn nicht genau bekannt. Dauer bisher: mindestens ${lasts}, Stand ${now}.`,
  over: (since: string, until: string, lasted: string) => `Ausgefallen von ${since} bis ${until}, insgesamt ${lasted}`,
  people: (count: number) =>
    formats.plural(count, { one: 'Eine Person hat das angegeben', other: `${count} Personen haben das angegeben` }),
};

export const details = { label: 'Details', toggle: 'Details ein- oder ausblenden' };
