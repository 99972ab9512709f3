/** The certificate of an outage, in Danish: the card that gives it, and the pages of its PDF. */
import type { Certificate, Happened, Reader } from '../../../certificate/document.ts';
import type { Outcome } from '../../../certificate/promises.ts';
import { denial } from '../../denial.ts';
import { formats } from '../formats.ts';
import { at } from '../grammar.ts';

const kept = (count: number, of: number): string => {
  if (of === 0) return 'Ingen frist er nået endnu.';
  if (count === of && of > 1) return `Alle ${of} løfter blev holdt.`;
  return formats.plural(of, { one: `${count} af 1 løfte blev holdt.`, other: `${count} af ${of} løfter blev holdt.` });
};

export const certificate = {
  button: 'Vis attest',
  heading: (name: string) => `${name}: Attest`,
  about:
    'En signeret fil til arkivet: hvornår det blev meldt og overtaget, tidspunkterne for alle opdateringer, og hvilke løfter der blev holdt.',
  notOver: 'Det er ikke slut endnu: Filen viser, hvad der er sket indtil nu. Hent den igen, når det er slut.',
  kept,
  until: (when: string) => `Linkene virker indtil ${at(when)}. Alle, der har et, kan åbne det, så giv filen videre og ikke linket.`,
  openPdf: 'Åbn PDF',
  openJson: 'Åbn JSON',
  truth: 'PDF-filen er til at læse i og indeholder den signerede JSON, som er den, der gælder. I begge står, hvordan de kontrolleres.',
  none: (name: string) => denial('not-now', `${name} har ingen attest. Det har kun nedbrud.`),
  noKey: {
    desk: 'Denne supportdesk har ingen nøgle at signere med. Bed dem, der driver den, om en: npx outage-desk keys.',
    reporter: 'Supporten signerer ikke attester endnu. Bed om en rapport om nedbruddet.',
  } satisfies Record<Reader, string>,
  noAddress: {
    desk: (name: string) =>
      `Jeg har ingen adresse til filer, så de, der driver supportdesken, laver denne: npx outage-desk certificate ${name} FILE.pdf`,
    reporter: (name: string) => `Jeg kan ikke give dig et link til den her. Bed supporten om attesten for ${name}.`,
  } satisfies Record<Reader, (name: string) => string>,

  pdf: {
    title: (name: string) => `Attest for nedbruddet ${name}`,
    says: (desk: string, when: string) => `Sådan står det i optegnelserne hos ${desk}. Udstedt ${at(when)}.`,
    notOver: 'Nedbruddet er ikke slut. Dette er, hvad der er sket indtil nu.',
    fact: {
      outage: 'Nedbrud',
      desk: 'Supportdesk',
      customer: 'Kunde',
      environment: 'Miljø',
      scenario: 'Scenarie',
      state: 'Status',
      affected: 'Berørte personer',
      reader: 'Udstedt til',
    },
    state: {
      reported: 'Meldt, ikke overtaget endnu',
      acknowledged: 'Overtaget, der arbejdes på det',
      transferred: 'Sendt videre til et andet team',
      withdrawn: 'Trukket tilbage af indmelderen',
      merged: 'Flettet med et andet nedbrud',
      resolved: 'Løst',
      closed: 'Løst og lukket',
    } satisfies Record<Certificate['state'], string>,
    reader: {
      reporter: 'indmelderen: personer hos andre kunder er ikke talt med',
      desk: 'supportdesken',
    } satisfies Record<Reader, string>,
    times: (zone: string) => `Tiderne er i UTC. Linjen under hver er tiden i ${zone}.`,
    promises: 'Løfter',
    what: 'Hvad der var lovet',
    promise: { acknowledge: 'En navngiven person overtager sagen', update: 'Næste opdatering kommer' },
    due: 'Senest',
    done: 'Udført',
    result: 'Resultat',
    outcome: {
      kept: 'Holdt',
      late: 'For sent',
      open: 'Fristen er ikke nået',
      ended: 'Slut før fristen',
      unknown: 'Ukendt: data er gendannet',
    } satisfies Record<Outcome, string>,
    lateBy: (late: string) => `${late} for sent`,
    notDone: '\u2013',
    history: 'Hvad der skete, og hvornår der blev givet besked',
    when: 'Hvornår',
    event: 'Hvad',
    happened: {
      reported: () => 'Meldt til supportdesken',
      promoted: () => 'Supportdesken vurderede, at henvendelsen var et nedbrud',
      acknowledged: (by) => (by ? `Overtaget af ${by}` : 'Overtaget'),
      'taken-back': () => 'Overtagelsen blev fortrudt',
      'handed-over': (by) => (by ? `Ny ansvarlig: ${by}` : 'Der er en ny ansvarlig'),
      released: () => 'Givet tilbage til vagten',
      updated: () => 'Opdatering til alle, der følger med',
      transferred: (team) => `Sendt videre til ${team}`,
      objected: () => 'Indmelderen gjorde indsigelse',
      withdrawn: () => 'Trukket tilbage af indmelderen',
      merged: (into) => `Flettet med ${into}; opdateringerne kom derfra`,
      resolved: () => 'Løst',
      reopened: () => 'Genåbnet: det var ikke slut',
      closed: () => 'Lukket',
      'desk-unreached': () => 'Meldingen var ikke nået frem til supportdeskens kanal, og indmelderen fik besked',
      'desk-reached': () => 'Meldingen nåede frem til supportdeskens kanal',
      restored: (since) => `Data blev gendannet fra en sikkerhedskopi: Fra ${at(since)} til dette tidspunkt vides intet`,
    } satisfies Record<Happened, (more: string) => string>,
    check: 'Sådan kontrolleres attesten',
    holds: 'Denne PDF indeholder filen certificate.json, som er signeret. Hvis en side og filen er forskellige, gælder filen.',
    how: {
      file: (key: string) =>
        `Denne fil er en JWS (RFC 7515), der er signeret med Ed25519 (RFC 8037). Indholdet står som base64url i ”payload”. Nøglen er ${key}.`,
      save: (from: string, file: string) =>
        `Gem den offentlige nøgle med dette id som key.pem, fra ${from}. Gem denne fil som ${file}. Kør derefter:`,
      fromDesk: 'supporten, ad en vej, du stoler på',
      verified:
        'Den fjerde kommando siger ”Signature Verified Successfully”, og den sidste viser, hvad der er signeret. Intet andet i filen er signeret.',
      takeOut:
        'En PDF indeholder denne fil: pdfdetach -saveall certificate.pdf tager den ud. Det er filen, der gælder; siderne i en PDF er til at læse i.',
    },
    record: (events: number, head: string) =>
      `Hændelse ${events} i nedbruddets optegnelser har denne hash over alle hændelser før den: ${head}`,
    missing: 'Tegnet ? står for et bogstav, som denne PDF ikke kan vise. Filen certificate.json har alle bogstaver.',
    page: (name: string, page: number, of: number) => `${name}, side ${page} af ${of}`,
    hash: (hash: string) => `SHA-256 af certificate.json: ${hash}`,
  },
};
