/** What went where of an outage, in German. */
import { formats } from '../formats.ts';

export const deliveries = {
  button: 'Zustellungen anzeigen',
  heading: (name: string) => `${name}: Zustellungen`,
  summary(whole: number, all: number): string {
    if (all === 0) return 'Es wurde noch nichts gesendet.';
    return whole === all && all > 1
      ? `An allen ${all} Orten ist alles angekommen.`
      : `Alles angekommen: an ${whole} von ${formats.plural(all, { one: '1 Ort', other: `${all} Orten` })}.`;
  },
  about: 'Neben jedem Ort steht, wann dort die letzte Nachricht ankam. Änderungen an Karten zählen nicht.',
  came: (count: number) => formats.plural(count, { one: '1 Nachricht ist angekommen.', other: `${count} Nachrichten sind angekommen.` }),
  waits: (what: string) => `Wartet noch: ${what}.`,
  triesAgain: (what: string, why: string, attempts: number) =>
    `Noch nicht da: ${what} (${why}). ${formats.plural(attempts, { one: '1 Versuch bisher', other: `${attempts} Versuche bisher` })}, ich versuche es weiter.`,
  failed: (what: string, why: string) => `Nicht zugestellt: ${what} (${why}).`,
  told: 'Der Supportdesk weiß Bescheid.',
  otherMissing: (count: number) => formats.plural(count, { one: '1 weitere fehlt.', other: `${count} weitere fehlen.` }),
  more: (count: number) => formats.plural(count, { one: '1 weiterer Ort fehlt hier.', other: `${count} weitere Orte fehlen hier.` }),
};
