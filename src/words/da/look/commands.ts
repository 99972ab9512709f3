/** What each command does, as the help and Teams' menus say it: at most 128 characters. The commands themselves stay English. */
import { language } from '../common/language.ts';
import { follow } from '../follow.ts';

export const commands = {
  outage: 'Meld et produktionsnedbrud',
  reportFor: 'Meld for en kunde, der ringer: report for CUSTOMER',
  setup: 'For administratorer: Vælg, hvilken kanal der er supportdesken, og hvem der følger',
  acknowledge: 'I et nedbruds tråd: Overtag det',
  update: 'I et nedbruds tråd: Fortæl alle, hvad der er nyt',
  resolve: 'I et nedbruds tråd: Markér det som løst, og fortæl, hvad der blev gjort',
  onCall: 'Se, hvem der har vagten, tag en vagt, eller afløs en anden',
  maintenance: 'Planlæg vedligeholdelse af et projekt, ret den, eller afslut den før tid',
  check: 'Kontrollér, om alt ville virke i nat: vagtplan, eskalering, projekter',
  drill: 'Øv hele forløbet, 60 gange så hurtigt (med "pings" alarmeres personer, og telefoner ringer)',
  help: 'Se, hvad Outage Desk kan',
  language: language.command,
  publish: 'I tråden: Kontrollér en besked for fortroligt indhold, og send den som opdatering, eller gem den som notat',
  nothingNew: 'I et nedbruds tråd: Fortæl, at der ikke er noget nyt',
  handOver: 'I et nedbruds tråd: Tilbyd det til en anden tekniker',
  accept: 'Acceptér det nedbrud, du er blevet tilbudt',
  decline: 'Afslå det nedbrud, du er blevet tilbudt',
  assist: 'Hjælp til, eller tilføj en hjælper',
  release: 'Giv det tilbage til vagten, med en begrundelse',
  transfer: 'I tråden, når det ikke er et nedbrud: Send det videre til et andet team',
  merge: 'Flet det med et andet nedbrud, der er det samme',
  unmerge: 'Ophæv en fletning: Nedbruddet behandles for sig selv igen, og du er ansvarlig',
  ask: 'I et nedbruds tråd: Spørg kun indmelderen',
  note: 'Tilføj et notat, som kun supportdesken ser',
  bridge: 'I et nedbruds tråd: Angiv et mødelink, eller fjern det (bridge remove)',
  ticket: 'I et nedbruds tråd: Tilføj en ticket fra et andet system, eller fjern den (ticket remove)',
  ...follow.commands,
  reopen: 'Genåbn det, og bliv ansvarlig',
  list: 'Se, hvilke nedbrud der er åbne',
  mine: 'Se de nedbrud, du har meldt eller er ansvarlig for',
  status: 'Se kortet for et nedbrud: /outage status OUT-1042',
  timeline: 'Se, hvem der gjorde hvad og hvornår: /outage timeline OUT-1042',
  catchUp: 'Se, hvad der er nyt siden sidst, også for ét nedbrud: catch up OUT-1042',
  deliveries: 'Se, hvad der nåede frem hvor, og hvad der ikke gjorde: /outage deliveries OUT-1042',
  certificate: 'Hent en signeret attest til arkivet: /outage certificate OUT-1042',
  review: 'Skriv eller se evalueringen af et nedbrud, der er slut: /outage review OUT-1042',
  numbers: 'Se, hvor ofte løfter blev holdt: /outage numbers month, quarter eller 90 days, også med et projekt',
  stillDown: 'Fortæl, at det, du har meldt eller er berørt af, stadig ikke virker',
  works: 'Fortæl, at det, du har meldt eller er berørt af, virker igen',
  withdraw: 'Træk din melding tilbage',
  object: 'Gør indsigelse, hvis din melding blev sendt videre eller flettet',
  cancel: 'Slet den melding, du ikke har sendt endnu',
};

/** What Teams offers before the first message in somebody's own chat. It is sent as it stands, so it stays English. */
export const starters = { outage: 'Report an outage', list: 'List open outages' } satisfies { [key in keyof typeof commands]?: string };

/** What somebody may write, where a command needs more. */
export const examples = {
  update: 'update Vi har fundet årsagen og tester en løsning.',
  updateWithNumber: 'update OUT-1042 Det her ser I, indtil det er løst.',
  publish: 'publish Vi har fundet årsagen og tester en løsning.',
  resolve: 'resolve Tjenesten blev genstartet; bogføring har virket siden 10.40.',
  handOver: 'hand over to @Tomás',
  release: 'release Jeg må gå. Låsen på tabel 7 er ikke årsagen.',
  transfer: (team: string) => `transfer to ${team}: Kun én bruger er berørt`,
  merge: 'merge OUT-1042',
  ask: 'ask Fejler det i alle firmaer? [Ja, Nej]',
  note: 'note Leverandøren bekræfter fejlen, ticket 4711',
  reopen: 'reopen Bogføring fejler igen siden 11.20',
};
