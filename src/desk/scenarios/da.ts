/** The texts of the default catalogue in Danish. */
import type { Catalogue } from './en.ts';

export const da: Catalogue = {
  yes: 'Ja',
  no: 'Nej',
  'sign-in': {
    title: 'Ingen kan logge på',
    chooseWhen: 'Logon til produktionen mislykkes for alle brugere.',
    notThis: 'Én bruger, en adgangskode, en licens eller en rolle. Det klarer jeres egen it-helpdesk.',
    questions: {
      'sign-in-error': { text: 'Hvilken fejl, med hvilket korrelations-id?' },
      'other-apps': { text: 'Virker andre apps fra Microsoft?', choices: ['Ja', 'Nej', 'Ikke prøvet'] },
      'rules-changed': { text: 'Regler for logon eller adgang er ændret for nylig' },
      'rules-change': { text: 'Hvad er ændret i dem, og hvornår?' },
    },
  },
  'environment-down': {
    title: 'Produktionen kan ikke nås',
    chooseWhen: 'Siden viser en fejl, forbliver tom eller indlæses aldrig, og det gælder alle.',
    notThis: 'Jeres eget netværk, en sandkasse eller vedligeholdelse, der er varslet.',
    questions: {
      'site-error': { text: 'Hvilken fejl eller kode viser browseren?' },
      'second-network': {
        text: 'Er det det samme fra et andet netværk, for eksempel en telefon?',
        choices: ['Ja', 'Nej, kun fra vores', 'Ikke prøvet'],
      },
    },
  },
  'severe-slowness': {
    title: 'Alt er for langsomt at arbejde i',
    chooseWhen: 'Alle eller de fleste brugere sidder fast, i flere moduler.',
    notThis: 'Én langsom formular, rapport eller forespørgsel er en almindelig henvendelse.',
    questions: {
      'modules-fine': { text: 'Hvilke moduler er lige så hurtige som ellers?' },
      'slow-session': { text: 'Sessions-id’et for en, der sidder fast' },
      'heavy-batch': { text: 'En tung batchkørsel er i gang nu' },
    },
  },
  'core-process-blocked': {
    title: 'En kerneproces fejler for alle',
    chooseWhen: 'Siden virker, men bogføring, frigivelse af ordrer eller fakturering fejler for alle.',
    notThis: 'Ét firma, ét bilag, eller hvordan noget gøres. Er det jeres partners proces, så ring først til dem.',
    questions: {
      companies: { text: 'I hvilke juridiske enheder?' },
      'process-last-worked': { text: 'Hvornår virkede det sidst?' },
      deadline: { text: 'En frist afhænger af det' },
      'deadline-at': { text: 'Hvornår er fristen?' },
    },
  },
  'batch-stopped': {
    title: 'Batchjob kører ikke',
    chooseWhen: 'Køen står stille, intet udføres, og forretningen venter på det.',
    notThis: 'Ét job, der er mislykkedes eller er langsomt.',
    questions: {
      'batch-group': { text: 'Hvilke job eller batchgrupper venter?' },
      'jobs-waiting': { text: 'Cirka hvor mange job venter?' },
      'batch-last-ran': { text: 'Hvornår sluttede et job sidst, som det skulle?' },
    },
  },
  'data-exchange-down': {
    title: 'Import og eksport er stoppet',
    chooseWhen: 'Datastyring fejler for alle dataenheder.',
    notThis: 'Én fil, én tilknytning eller én dataenhed.',
    questions: {
      'execution-id': { text: 'Udførelses-id’et for et job, der mislykkedes' },
      'exchange-first-failed': { text: 'Hvornår mislykkedes det første?' },
    },
  },
  'integration-down': {
    title: 'API eller webtjeneste er nede',
    chooseWhen: 'Alle integrationer fejler, med timeout eller serverfejl.',
    notThis: 'Én app, der har en udløbet hemmelighed eller som den eneste får 401 eller 429, eller en fejl i det andet system.',
    questions: {
      endpoint: { text: 'Hvilken adresse kaldes?' },
      'request-ids': { text: 'For et kald, der fejlede: tidspunkt, x-ms-client-request-id eller ms-dyn-aid' },
    },
  },
  'commerce-down': {
    title: 'Butik eller webshop kan ikke sælge',
    chooseWhen: 'POS, skaleringsenhed eller webshop er nede.',
    notThis: 'Én kasse, printer eller terminal, eller en fejl hos betalingsudbyderen.',
    questions: {
      stores: { text: 'Hvilke butikker eller kanaler?' },
      registers: { text: 'Cirka hvor mange kasser?' },
      'offline-mode': { text: 'Virker offlinetilstand?', choices: ['Ja', 'Nej', 'Ikke sat op'] },
    },
  },
  'warehouse-down': {
    title: 'Lageret står stille',
    chooseWhen: 'Der kan ikke arbejdes i mobilappen på et eller flere steder.',
    notThis: 'Én enhed, wi-fi eller en menu, der er sat forkert op.',
    questions: {
      sites: { text: 'Hvilke steder?' },
      devices: { text: 'Cirka hvor mange enheder?' },
      'web-client': { text: 'Virker webklienten?', choices: ['Ja', 'Nej', 'Ikke prøvet'] },
    },
  },
  'financial-reporting-down': {
    title: 'Ingen økonomirapporter',
    chooseWhen: 'Rapporterne er ikke tilgængelige, og en periodeafslutning eller lovbestemt frist nærmer sig.',
    notThis: 'Uden for en periodeafslutning, eller én rapport med forkerte tal.',
    questions: {
      'closing-at': { text: 'Hvornår er periodeafslutningen eller fristen?' },
      figures: { text: 'Hvad er der galt med rapporterne?', choices: ['De kan ikke åbnes', 'De åbner med gamle tal'] },
    },
  },
  'update-failed': {
    title: 'Sidder fast efter en opdatering',
    chooseWhen: 'En opdatering eller udrulning varer længere end planlagt eller gjorde produktionen ubrugelig.',
    notThis: 'Opdatering af en sandkasse, eller en, der stadig er inden for den planlagte tid.',
    questions: {
      update: { text: 'Hvilken opdatering, og hvilket trin er den nået til?' },
      'window-end': { text: 'Hvornår skulle den have været færdig?' },
      rollback: { text: 'Kan den rulles tilbage?', choices: ['Ja', 'Nej', 'Det ved vi ikke'] },
    },
  },
  'wider-incident': {
    title: 'En større fejl hos Microsoft',
    chooseWhen: 'Tjenestetilstand viser en hændelse, der ligner jeres, og I har brug for hjælp med den.',
    notThis: 'Den ligner, og I har ikke brug for noget: Følg opslaget i tjenestetilstand.',
    questions: {
      'health-id': { text: 'Dens id i tjenestetilstand' },
      needed: { text: 'Hvad har I mest brug for?', choices: ['En midlertidig løsning', 'En failover', 'At vide mere'] },
    },
  },
  security: {
    title: 'Mistanke om angreb eller datalæk',
    chooseWhen: 'Uvedkommende har måske fået adgang, eller data er måske lækket.',
    redirect:
      'En mistanke om sikkerhedsbrud må ikke skrives i en kanal. Ring til os nu, og sig, at det handler om sikkerhed. Så tager vi det videre med dig alene.',
  },
  'not-listed': {
    title: 'Ingen af disse',
    chooseWhen: 'Alle tre punkter passer, men intet ovenfor gør. Supporten afgør, om det er et nedbrud.',
    notThis: 'Beskadigede data: Stop behandlingen, og ring til jeres partner.',
  },
};
