/** What changed since somebody looked last, in German. */
import { formats } from '../formats.ts';

export const catchUp = {
  heading: 'Neu seit Ihrem letzten Blick',
  since: (when: string) => `Neu seit Ihrem letzten Blick, ${when}:`,
  change: (when: string, text: string) => `${when}: ${text}`,
  updates: (count: number, when: string, last: string) => `${count} Updates, zuletzt ${when}: ${last}`,
  several: (count: number, when: string, last: string) => `${count}-mal, zuletzt ${when}: ${last}`,
  earlier: (count: number, name: string) =>
    formats.plural(count, {
      one: `Und 1 andere Änderung: Schreiben Sie "timeline ${name}".`,
      other: `Und ${count} andere Änderungen: Schreiben Sie "timeline ${name}".`,
    }),
  nothing: (when: string) => `Nichts Neues seit Ihrem letzten Blick, ${when}.`,
  never: 'Sie sehen diesen Ausfall zum ersten Mal. Das ist der aktuelle Stand.',
  noneOpen: 'Für Sie ist kein Ausfall offen, und Sie haben sich noch keinen angesehen.',
  more: (name: string) => `Um alles zu sehen, schreiben Sie "status ${name}".`,
  moreOutages: (count: number) =>
    formats.plural(count, {
      one: 'Bei 1 weiteren Ausfall gibt es Neues: Schreiben Sie noch einmal "catch up".',
      other: `Bei ${count} weiteren Ausfällen gibt es Neues: Schreiben Sie noch einmal "catch up".`,
    }),
  oneOf: (name: string) => `Für alle Änderungen bei einem Ausfall schreiben Sie seine Nummer dazu, zum Beispiel "catch up ${name}".`,
};
