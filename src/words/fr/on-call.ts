/** On-call: who has it, who takes it, and why somebody is called. */
import type { Level } from '../../outage/types/values.ts';
import type { CalledBefore } from '../en/on-call.ts';
import { the, youAre } from './common/names.ts';
import { formats } from './formats.ts';
import { at as atWhen, others, range, since, starting, until as untilWhen } from './grammar.ts';

const title: Record<Level, string> = {
  primary: 'Astreinte principale',
  secondary: 'Astreinte secondaire',
  'duty-manager': 'Cadre d’astreinte',
};
/** After a name: what somebody of this level does. */
const does: Record<Level, string> = {
  primary: 'assure l’astreinte principale',
  secondary: 'assure l’astreinte secondaire',
  'duty-manager': 'est cadre d’astreinte',
};
/** After "vous n'assurez plus". */
const duty: Record<Level, string> = { ...the, 'duty-manager': 'le rôle de cadre d’astreinte' };
const stillYou: Record<Level, string> = {
  primary: 'Vous assurez toujours l’astreinte principale',
  secondary: 'Vous assurez toujours l’astreinte secondaire',
  'duty-manager': 'Vous êtes toujours cadre d’astreinte',
};

/** After "toutes les": each unit is feminine. */
const [minute, hour] = [formats.duration(60_000), formats.duration(3_600_000)];
const period = (ms: number): string => {
  const length = formats.duration(ms);
  return length === minute ? 'minutes' : length === hour ? 'heures' : length;
};

/** Why the engine calls somebody. */
export function whyCalled(mention: string, level: Level | 'owner', before: CalledBefore | null): string {
  const role = `${mention} : ${level === 'owner' ? 'vous en êtes responsable' : youAre[level]}`;
  if (before === null) return `${role}.`;
  const { who, when } = before;
  if (who === 'you') return `${role} ; vous avez déjà reçu une alerte ${atWhen(when)}.`;
  const names = formats.and(who.map((one) => the[one]));
  return `${role} ; ${who.length > 1 ? 'dernière alerte' : 'alerte'} sans réponse ${atWhen(when)} : ${names}.`;
}

export const onCall = {
  title,
  heading: 'Astreinte',
  week: (zone: string) =>
    `Les 7 prochains jours (${zone}) : \u2713 quelqu’un est d’astreinte à chaque heure, \u26A0 personne à certaines heures`,
  atOnce: 'maintenant',
  hole: (from: string, until: string) => `\u26A0 Personne ${range(from, until)}`,
  holeOn: (from: string) => `\u26A0 Personne ${starting(from)}`,
  moreHoles: (more: number) => `\u26A0 Et ${others(more)}`,
  summary: (primary: string) => `D’astreinte en ce moment : ${primary}`,
  now: (who: string) => `En ce moment : ${who}`,
  from: (when: string, who: string) => `${when} : ${who}`,
  allTheTime: (who: string) => `${who}, pendant les 14 prochains jours`,
  nobody: '\u26A0 personne',
  more: (changes: number) =>
    formats.plural(changes, {
      one: `Et ${changes} autre changement dans les 14 prochains jours.`,
      many: `Et ${changes} autres changements dans les 14 prochains jours.`,
      other: `Et ${changes} autres changements dans les 14 prochains jours.`,
    }),
  byHand: 'Modifié ici',
  has: (who: string, level: Level, until: string) => `${who} ${does[level]} ${untilWhen(until)}`,
  covers: (who: string, insteadOf: string, until: string) => `${who} remplace ${insteadOf} ${untilWhen(until)}`,

  take: 'Prendre l’astreinte',
  cover: 'Remplacer quelqu’un',
  end: 'Terminer mon astreinte',
  back: 'Retour',

  takeForm: {
    heading: 'Prendre l’astreinte',
    what: 'Quel niveau prenez-vous ?',
    send: 'Prendre l’astreinte',
    note: 'Dès maintenant et jusqu’à l’heure choisie, vous êtes la seule personne alertée à ce niveau. Vous pouvez y mettre fin plus tôt.',
  },
  coverForm: {
    heading: 'Remplacer quelqu’un',
    what: 'Qui remplacez-vous ?',
    send: 'Remplacer',
    note: 'Dès maintenant et jusqu’à l’heure choisie, c’est vous qui recevez les alertes à la place de cette personne, à tous ses niveaux. Vous pouvez y mettre fin plus tôt.',
  },
  endForm: {
    heading: 'Terminer mon astreinte',
    what: 'À quoi mettez-vous fin ?',
    send: 'Terminer mon astreinte',
    note: 'Dès maintenant, ce sont de nouveau les personnes du planning d’astreinte qui sont alertées.',
  },
  untilDate: 'Jusqu’à quel jour ?',
  untilTime: (zone: string) => `Jusqu’à quelle heure ? (${zone})`,

  errors: {
    choose: 'Faites un choix.',
    'not-a-time': 'Choisissez un jour et une heure.',
    past: 'Ce moment est passé. Choisissez-en un plus tardif.',
    'too-far':
      'Choisissez un moment dans les 14 prochains jours. Pour plus longtemps, modifiez le planning d’astreinte dans le fichier du support.',
  },
  took: (level: Level, until: string) => `C’est noté : ${youAre[level]} ${untilWhen(until)}.`,
  covering: (insteadOf: string, until: string) => `Vous remplacez ${insteadOf} ${untilWhen(until)}.`,
  ended: 'C’est terminé : cette astreinte n’est plus la vôtre.',
  noneOfYours: 'Vous n’avez pris aucune astreinte ici.',

  /** Messages about the on-call schedule: to a person in their own chat, and once a week to the desk's channel. */
  news: {
    before: 'Vous serez bientôt d’astreinte',
    begins: 'Vous êtes maintenant d’astreinte',
    less: 'Votre astreinte est réduite',
    ends: 'Vous n’êtes plus d’astreinte',
    not: 'Finalement, vous ne serez pas d’astreinte',
    role: (level: Level, from: string, until: string | null) =>
      `V${youAre[level].slice(1)} ${until === null ? starting(from) : range(from, until)}.`,
    still: (level: Level, until: string | null) => `${stillYou[level]}${until === null ? '' : ` ${untilWhen(until)}`}.`,
    lost: (levels: readonly Level[], at: string) => `Vous n’assurez plus ${formats.and(levels.map((level) => duty[level]))} ${since(at)}.`,
    notThen: (at: string) => `Quelqu’un d’autre a pris votre astreinte ${starting(at)}.`,
    above: (levels: readonly { readonly level: Level; readonly who: string }[]) =>
      levels.length === 0
        ? 'Il n’y a personne au-dessus de vous.'
        : `Au-dessus de vous : ${formats.and(levels.map(({ level, who }) => `${the[level]} (${who})`))}.`,
    handOver:
      'Pour la confier à quelqu’un d’autre, demandez-lui de m’écrire /outage on-call et d’appuyer sur « Remplacer quelqu’un ». L’effet est immédiat.',
    takeBack: 'Pour être d’astreinte malgré tout, appuyez sur « Voir l’astreinte », puis sur « Prendre l’astreinte ».',
    noneOpen: 'Aucune panne n’est en cours.',
    open: (count: number) =>
      formats.plural(count, {
        one: `${count} panne est en cours :`,
        many: `${count} pannes sont en cours :`,
        other: `${count} pannes sont en cours :`,
      }),
    owned: (count: number) => {
      const several = `Vous êtes responsable de ${count} d’entre elles, et le restez. Pour passer la main, écrivez dans le fil de l’une d’elles : hand over, et un nom.`;
      return formats.plural(count, {
        one: `Vous êtes responsable de ${count} d’entre elles, et le restez. Pour passer la main, écrivez dans son fil : hand over, et un nom.`,
        many: several,
        other: several,
      });
    },
    more: (count: number) => `Et ${others(count)}.`,
    week: 'Astreinte de la semaine',
    gaps: 'Les 30 prochains jours',
    noGaps: 'Quelqu’un est d’astreinte à chaque heure.',
    lastWeek: 'La semaine dernière',
    kept: (outages: number, inTime: number) => {
      if (outages === 0) return 'Aucune panne n’a été signalée.';
      const several = `${outages} pannes ont été signalées, dont ${inTime} ${inTime < 2 ? 'prise' : 'prises'} en charge à temps.`;
      return formats.plural(outages, {
        one: `${outages} panne a été signalée, ${inTime === 1 ? '' : 'mais pas '}prise en charge à temps.`,
        many: several,
        other: several,
      });
    },
    show: 'Voir l’astreinte',
  },

  calendar: {
    open: 'Ajouter au calendrier',
    heading: 'L’astreinte dans votre calendrier',
    what: 'L’astreinte de qui ?',
    mine: (name: string) => `La mienne (${name})`,
    note: 'Vous recevez une adresse pour votre application de calendrier.',
    secret: 'Gardez-la pour vous : toute personne qui a l’adresse peut lire ces horaires d’astreinte et les noms qui y figurent.',
    has: (whose: string) => `Vous avez une adresse pour : ${whose}. Si vous en créez une nouvelle, l’ancienne ne fonctionnera plus.`,
    make: 'Créer l’adresse',
    withdraw: 'Supprimer l’adresse',
    made: (whose: string) => `Votre adresse de calendrier pour : ${whose}`,
    address: 'Adresse',
    once: 'Copiez-la maintenant. Je ne la conserve pas et ne pourrai plus vous la montrer.',
    how: 'Dans Outlook ou Teams : Calendrier > Ajouter un calendrier > « S’abonner à partir du web ». L’application se met ensuite à jour seule, en général plusieurs fois par jour.',
    title: (what: string, who: string) => `${what} : ${who}`,
    ofLevel: (level: Level) => title[level],
    ofPerson: (name: string) => `Astreinte : ${name}`,
    nobody: 'personne',
    withdrawn: (whose: string) => `Cette adresse ne fonctionne plus : ${whose}.`,
    none: 'Vous n’avez pas d’adresse pour cela.',
    off: 'Je ne peux pas donner d’adresse de calendrier : les applications de calendrier ne peuvent pas me joindre. La personne qui m’exploite peut y remédier avec le réglage PUBLIC_URL.',
  },

  plan: {
    label: 'Si personne ne s’en charge',
    calls: (when: string, level: Level, who: string) => `${when} : ${title[level]}, ${who}`,
    again: (when: string, everyMs: number, levels: readonly Level[]) =>
      `${when}, puis toutes les ${period(everyMs)} : ${formats.list(levels.map((level) => title[level]))}`,
  },
};
