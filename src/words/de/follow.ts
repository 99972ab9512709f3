/** Following outages in somebody's own chat: how much, and when. In German. */
import type { Noise } from '../../outage/follow/chosen.ts';
import { denial } from '../denial.ts';
import { formats } from './formats.ts';

const noise: { readonly [noise in Noise]: string } = {
  everything: 'Alles',
  'turning-points': 'Nur Wichtiges: gemeldet, übernommen, überfällig, neue Phase, behoben, wieder geöffnet',
  'begin-and-end': 'Nur Anfang und Ende: gemeldet, behoben, wieder geöffnet',
};

export const follow = {
  noise,
  commands: {
    follow: 'Einem Ausfall oder Projekt im eigenen Chat folgen: follow OUT-1042. Nur "follow" zeigt, wem Sie folgen.',
    unfollow: 'Einem Ausfall oder Projekt nicht mehr folgen',
    myFollows: 'Ansehen, wem Sie folgen, und wählen, wie viel Sie wann erfahren',
  },
  timeline: { followed: () => 'Jemand folgt im eigenen Chat', unfollowed: () => 'Jemand folgt nicht mehr' },
  button: 'In meinem Chat folgen',
  stop: 'Nicht mehr folgen',
  started: (name: string) => `Sie folgen jetzt ${name}. Neues bekommen Sie im Chat mit mir.`,
  already: (name: string) => `Neues zu ${name} bekommen Sie schon im Chat mit mir.`,
  stopped: (name: string) => `Sie folgen ${name} nicht mehr.`,
  stoppedAll: 'Sie folgen jetzt keinem Ausfall und keinem Projekt mehr.',
  notFollowed: 'Dem folgen Sie nicht. Um zu sehen, wem Sie folgen, schreiben Sie "my follows".',
  joinedHere: (name: string) => `Sie sind bei ${name} als betroffen eingetragen. Jedes Update bekommen Sie im Chat mit mir.`,
  noProject: (projects: string) =>
    denial(
      'not-member',
      projects
        ? `Dieses Projekt kenne ich nicht. Schreiben Sie "follow" und eines davon: ${projects}.`
        : 'Sie dürfen noch keinem Projekt folgen. Bitten Sie einen Admin des Supports, Sie einem hinzuzufügen.',
    ),
  project: {
    started: (project: string) => `Sie folgen jetzt ${project}`,
    text: 'Sie erfahren von Ausfällen, die ab jetzt gemeldet werden. Um zu wählen, wie viel und wann, schreiben Sie "my follows".',
    open: (count: number) => formats.plural(count, { one: '1 offenem Ausfall folgen', other: `${count} offenen Ausfällen folgen` }),
    openStarted: (count: number) =>
      formats.plural(count, { one: 'Sie folgen jetzt 1 weiterem Ausfall.', other: `Sie folgen jetzt ${count} weiteren Ausfällen.` }),
  },
  mine: {
    heading: 'Wem Sie folgen',
    none: 'Sie folgen noch keinem Ausfall oder Projekt. Schreiben Sie "follow" und eine Nummer wie OUT-1042 oder den Namen eines Projekts.',
    project: (project: string) => `${project}: jeder neue Ausfall`,
    outage: (name: string, project: string) => `${name} von ${project}`,
    howMuch: 'Wie viel möchten Sie erfahren?',
    from: (zone: string) => `Nur Wichtiges ab, Zeitzone: ${zone}`,
    until: 'Nur Wichtiges bis',
    most: 'Höchstzahl der Nachrichten pro Tag',
    stop: 'Diesen nicht mehr folgen',
    stopAll: 'Allen nicht mehr folgen',
    save: 'Speichern',
    open: 'Anzeigen, wem ich folge',
    audience:
      'Nur Sie sehen das. Was in Ihrer Ruhezeit wartet, kommt danach in einer einzigen Nachricht. Ist die Höchstzahl erreicht, kommt nur noch Wichtiges.',
    saved: 'Gespeichert. Das gilt ab sofort für alles, dem Sie folgen.',
    errors: {
      hours: 'Geben Sie zwei verschiedene Uhrzeiten ein, zum Beispiel 22:00 und 07:00, oder lassen Sie beide leer.',
      most: (most: number) => `Geben Sie eine Zahl von 1 bis ${most} ein.`,
      noise: 'Wählen Sie, wie viel Sie erfahren möchten.',
    },
  },
  heard: {
    heading: (count: number) =>
      formats.plural(count, { one: '1 Nachricht aus der Ruhezeit', other: `${count} Nachrichten aus der Ruhezeit` }),
    more: (count: number) =>
      formats.plural(count, { one: '1 frühere Nachricht fehlt hier.', other: `${count} frühere Nachrichten fehlen hier.` }),
    others: (count: number) =>
      formats.plural(count, { one: '1 weiterer Ausfall fehlt hier.', other: `${count} weitere Ausfälle fehlen hier.` }),
  },
  reached: (count: number) => `Das war heute Nachricht ${count}. Bis Mitternacht kommt hier nur noch Wichtiges. Den Rest zeigt "catch up".`,
};
