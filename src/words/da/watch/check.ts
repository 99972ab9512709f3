/** What the check whether it would work tonight finds, and what to do about it, in Danish. */
import type { Level } from '../../../outage/types/values.ts';
import { level as roleOf, the, uncallable } from '../common/names.ts';
import { formats } from '../formats.ts';
import { at, range } from '../grammar.ts';

/** At the beginning of a sentence. */
const The: Record<Level, string> = {
  primary: 'Den primære vagt',
  secondary: 'Den sekundære vagt',
  'duty-manager': 'Vagtlederen',
};
const namesOf = (levels: readonly Level[]): string => formats.and(levels.map((level) => the[level]));

export const check = {
  heading: (troubles: number) =>
    formats.plural(troubles, {
      one: 'Ville alt virke i nat? 1 ting er ikke i orden.',
      other: `Ville alt virke i nat? ${troubles} ting er ikke i orden.`,
    }),
  fine: 'Ville alt virke i nat? Jeg fandt ingen fejl.',
  looked: (until: string) => `Kontrolleret: vagtplanen indtil ${at(until)}, eskalering, projekter og telefonnumre.`,
  more: (findings: number) => `Der er ${findings} mere. Ret disse først, og kontrollér så igen.`,
  gap: (level: Level | null, from: string, until: string, more: number) => {
    const again = more > 0 ? `, og ${formats.plural(more, { one: '1 gang mere', other: `${more} gange mere` })} inden for 30 dage` : '';
    return level === null
      ? `Ingen ville blive alarmeret ${range(from, until)}${again}.`
      : `Ingen er ${roleOf[level]} ${range(from, until)}${again}.`;
  },
  gapCost: {
    nobody: (level: Level) => `I stedet for ${the[level]} alarmeres ingen.`,
    only: (levels: readonly Level[], after: string) => `Kun disse ville blive alarmeret ${after} efter en melding: ${namesOf(levels)}.`,
    later: (levels: readonly Level[], after: string) =>
      `Ingen andre ville blive alarmeret før ${after} efter en melding: derefter ${namesOf(levels)}.`,
  },
  gapRemedy: (key: Level | null) => `Tilføj en person eller en rotation for de timer under onCall > ${key ?? 'primary'}.`,
  empty: (level: Level) => `Ingen er nogensinde ${roleOf[level]}, men eskaleringen alarmerer det niveau.`,
  emptyRemedy: (key: string) => `Angiv en person under onCall > ${key}, eller fjern ${key} fra promise > ladder og promise > breach.`,
  late: (level: Level, left: string) => `${The[level]} alarmeres først ${left} før fristen.`,
  lateRemedy: (level: Level, least: string) => `Alarmér ${the[level]} mindst ${least} før fristen: promise > ladder > beforeEndMinutes.`,
  uncalled: (level: Level) => `${The[level]} alarmeres aldrig før fristen.`,
  uncalledRemedy: (key: string) => `Føj ${key} til levels i et trin under promise > ladder.`,
  same: (who: string, level: Level, other: Level, from: string) =>
    `${who} er både ${roleOf[other]} og ${roleOf[level]} fra ${at(from)}, så det næste niveau er den samme person.`,
  sameRemedy: (key: string) => `Angiv en anden person under onCall > ${key} for den tid, eller ændr rækkefølgen i rotationen.`,
  moved: (level: Level, who: string, was: string) =>
    `Ifølge denne fil er ${the[level]} nu ${who || 'ingen'}. Indtil nu var det ${was || 'ingen'}.`,
  movedTurnRemedy: (was: string, began: string) =>
    `Skal ${was} beholde denne tur, så sæt ${was} først i rotationen og de andre efter i rækkefølge, og skriv starts: ${began}.`,
  movedRemedy: 'Giv begge besked, eller ret onCall.',
  nowOnCall: (who: string) => `På vagt nu ifølge denne fil: ${who}.`,
  noProduction: (project: string) => `${project} har intet miljø, der kan meldes nedbrud for.`,
  noProductionRemedy: 'Giv et af miljøerne kind: production, managedBy: microsoft og et dækket produkt, eller fjern projektet.',
  noScenario: (product: string) => `Intet scenarie er beregnet til ${product}, så kun scenarierne for alle produkter kan vælges.`,
  noScenarioRemedy: 'Giv det det id, som scenarios > products bruger for det, eller skriv scenarier til det.',
  teamNotThere: (project: string) => `Teams giver mig ikke adgang til teamet for ${project}, så jeg ved ikke, hvem der må melde.`,
  teamNotThereRemedy: 'Føj appen til teamet, eller ret projects > membersFrom i desk-filen.',
  teamNotAsked: (project: string) => `Teams sagde ikke, hvem der er i teamet for ${project}.`,
  nobody: (project: string) => `Ingen kan melde for ${project}: Der er ingen på listen, og teamet er tomt.`,
  nobodyRemedy: 'Føj personer til teamet eller til members i projektet.',
  accountUnseen: (account: string) => `Jeg har ikke set kontoen ${account} endnu.`,
  accountUnseenRemedy: 'Kontrollér stavemåden. Er den rigtig, kender jeg kontoen, når personen skriver til mig.',
  tenantUnseen: (project: string) => `Ingen fra ${project} har skrevet til mig i deres eget Teams endnu.`,
  tenantUnseenRemedy: (tenant: string) => `Kontrollér, at deres administrator har tilføjet appen, og at deres lejer er ${tenant}.`,
  example: {
    id: (ids: string) => `Disse id’er er fra et eksempel: ${ids}.`,
    phone: (numbers: string) => `Disse telefonnumre er fra et eksempel, og ingen svarer på dem: ${numbers}.`,
    address: (addresses: string) => `Disse adresser er fra et eksempel: ${addresses}.`,
  },
  exampleRemedy: {
    id: 'Skriv id’erne for jeres egen lejer og jeres personer: Microsoft Entra Administration > Oversigt, og Brugere > Objekt-id.',
    phone: (places: string) => `Skriv jeres egne: ${places}.`,
    address: (places: string) => `Skriv jeres egne: ${places}.`,
  },
  shortPromise: (within: string) => `Løftet er ${within}. Det er kun til at prøve med: Så hurtigt kan ingen læse, beslutte og trykke.`,
  shortPromiseRemedy: 'Fjern promise > acknowledgeWithinMinutes, så gælder 30, eller angiv mindst 5.',
  webhook: {
    inside: (webhook: string, host: string) => `Webhooken ”${webhook}” (${host}) er i jeres eget netværk, så der sendes intet dertil.`,
    unknown: (webhook: string, host: string) => `Værten for webhooken ”${webhook}” (${host}) blev ikke fundet.`,
    gone: (webhook: string, host: string) => `Webhooken ”${webhook}” (${host}) svarede 410 Gone, så den får ikke flere hændelser.`,
    failing: (webhook: string, host: string, since: string, error: string) =>
      `Webhooken ”${webhook}” (${host}) har intet taget imod siden ${at(since)}. Seneste svar: ${error}.`,
  },
  webhookRemedy: {
    inside: 'Ret webhooks > address, eller skriv allowPrivate: true, hvis det er meningen.',
    unknown: 'Ret webhooks > address, eller kontrollér maskinens DNS.',
    gone: 'Fjern den fra webhooks, eller giv den en ny adresse.',
    failing: 'Kontrollér det system. Jeg prøver hver hændelse i et døgn.',
  },
  pager: {
    inside: (pager: string, host: string) => `Tilkaldetjenesten ”${pager}” (${host}) er i jeres eget netværk, så den tilkalder ingen.`,
    unknown: (pager: string, host: string) => `Værten for tilkaldetjenesten ”${pager}” (${host}) blev ikke fundet.`,
  },
  pagerRemedy: {
    inside: 'Ret pagers > address, eller skriv allowPrivate: true, hvis det er meningen.',
    unknown: 'Ret pagers > address, eller kontrollér maskinens DNS.',
  },
  phone: uncallable,
  /** In the places of `notThere` and `notAsked`. */
  place: (id: string) => `følgeren ”${id}”`,
  ownPlace: 'supportdeskens kanal',
  noDesk: 'Ingen kanal er supportdesk endnu, så intet nedbrud kan meldes.',
  noDeskRemedy: 'En administrator skriver /outage setup i kanalen, eller desk-filen nævner den (desk.channel).',
  notThere: (place: string) => `Teams giver mig ikke adgang her: ${place}.`,
  notThereRemedy: 'Føj appen til teamet eller chatten, eller ret samtale-id’et i desk-filen.',
  notAsked: (place: string) => `Teams sagde ikke, om jeg kan skrive her: ${place}.`,
  notAskedRemedy: 'Kontrollér igen om et minut.',
  notInTeam: (person: string) =>
    `${person} står i vagtplanen, men er ikke i teamet med supportdeskens kanal og kan derfor ikke se trådene.`,
  notInTeamRemedy: 'Føj personen til teamet.',
  noChat: (people: string) => `Teams lader mig ikke sende direkte beskeder til disse personer i vagtplanen: ${people}.`,
  noChatRemedy:
    'Bed dem om at tilføje appen og ikke blokere den, eller installér den for dem: Teams Administration > Teams-apps > Konfigurationspolitikker.',
  noPhone: (people: string) => `Ingen tilkaldetjeneste kan ringe til disse personer i vagtplanen: ${people}.`,
  noPhoneRemedy: 'Skriv deres numre i desk-filen: people > phone.',
  noSecret: (pager: string) => `Tilkaldetjenesten ”${pager}” har ingen hemmelig nøgle, så botten starter ikke.`,
  noSecretRemedy: (name: string) => `Angiv ${name}, eller angiv i ${name}_FILE stien til en fil med nøglen.`,
  noPublicUrl: (pagers: string) =>
    `Ingen kan overtage et nedbrud med en tast på telefonen, og jeg hører ikke, om de svarede: Jeg mangler en offentlig adresse til ${pagers}.`,
  noPublicUrlRemedy: 'Angiv bottens https-adresse i PUBLIC_URL.',
  chatNotAsked: (people: string) => `Teams sagde ikke, om jeg kan sende direkte beskeder til disse: ${people}.`,
  lookedInTeams: (until: string) =>
    `Kontrolleret: vagtplanen indtil ${at(until)}, eskalering, projekter, telefonnumre, hvor jeg er i Teams, og hvem der får direkte beskeder.`,
  phoneRemedy: 'Skriv det med landekode under desk > phones, som +45 70 10 20 30, og et lokalnummer som ext. 5.',
};
