/**
 * Finds what may be secret in a text that was written for the desk alone, and takes it out. Pure. What it finds is a proposal: an engineer
 * decides. Each pattern reads a text of any length in about linear time, so none has two repetitions that can match the same letters.
 */
import { findPhoneNumbersInText, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { LinkifyIt } from 'linkify-it';
import type { Phone } from './phones.ts';

/** In the order of their weight: where two findings overlap, they become one, of the kind that comes first here. */
export const SENSITIVE_KINDS = ['key', 'email', 'phone', 'link', 'ticket', 'address', 'host', 'name'] as const;
export type SensitiveKind = (typeof SENSITIVE_KINDS)[number];
/** Something that may be secret, by its words alone. */
export type Sensitive = { readonly kind: SensitiveKind; readonly text: string };
/** The same with its place in the text. */
export type SensitiveAt = Sensitive & { readonly index: number };
/** What the desk knows. `phones`: their countries are those of numbers that are written without a country code. */
export type Known = {
  readonly names: readonly string[];
  readonly tickets: readonly string[];
  readonly phones: readonly Pick<Phone, 'number'>[];
};

/** Everything that may be secret, in the order of the text, without overlaps. */
export function findSensitive(whole: string, { names, tickets, phones }: Known): readonly SensitiveAt[] {
  const text = narrow(whole);
  return joined(whole, [
    ...linksIn(text),
    ...matchesOf('email', text, MAIL),
    ...keysIn(text),
    ...phonesIn(text, phones),
    ...TICKETS.flatMap((pattern) => matchesOf('ticket', text, pattern, isTicket)),
    ...tickets.flatMap((ticket) =>
      ticket.length > 2 ? matchesOf('ticket', text, new RegExp(bounded({ kind: 'ticket', text: ticket }), 'giu')) : [],
    ),
    ...matchesOf('address', text, IPV4, ([ip], index) => isAddress(ip, text, index)),
    ...matchesOf('address', text, IPV6, ([ip]) => /\d/.test(ip) && (ip.includes('::') || ip.split(':').length === 8)),
    ...matchesOf('host', text, SHARE),
    ...matchesOf('host', text, MACHINE, ([name]) => isMachine(name)),
    ...namesIn(text, names),
  ]);
}

/** With usual letters and spaces in the place of wide letters and signs, as in Chinese or Japanese text, and of spaces that part no line. */
const narrow = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/[^\S\n]/g, ' ');

/**
 * The text with a word in brackets in place of each of these, wherever it stands: a long key also within a longer word, anything else as a
 * word of its own, so that "Ann" does not change "Annual". `say`: what it was.
 */
export function takeOut(text: string, taken: readonly Sensitive[], say: (kind: SensitiveKind) => string): string {
  // The longest first, since a name may stand in an address; keys before all, since a word may begin where a key ends.
  const inOrder = taken
    .filter((one) => one.text !== '')
    .toSorted((a, b) => Number(isLong(b)) - Number(isLong(a)) || b.text.length - a.text.length);
  /** Every second one is a word of ours. */
  let parts = [text];
  for (const one of inOrder) {
    const pattern = isLong(one) ? one.text : bounded(one);
    parts = parts.flatMap((part, index) =>
      index % 2 ? [part] : part.split(pattern).flatMap((rest, at) => (at ? [`[${say(one.kind)}]`, rest] : [rest])),
    );
  }
  return parts.join('');
}

const isLong = ({ kind, text }: Sensitive): boolean => kind === 'key' && text.length >= 8;
/** As the patterns below see words: those of names may have letters of any script. */
function bounded({ kind, text }: Sensitive): RegExp {
  const letters = kind === 'name' ? ['[\\p{L}\\p{M}]'] : ['[A-Za-z]', '\\d'];
  const before = letters.find((one) => new RegExp(`^${one}`, 'u').test(text));
  const after = letters.find((one) => new RegExp(`${one}$`, 'u').test(text));
  return new RegExp(`${before ? `(?<!${before})` : ''}${RegExp.escape(text)}${after ? `(?!${after})` : ''}`, 'u');
}

/** Findings that overlap are one. */
function joined(text: string, found: readonly SensitiveAt[]): readonly SensitiveAt[] {
  const all: SensitiveAt[] = [];
  const asWritten = found.map((one) => ({ ...one, text: text.slice(one.index, one.index + one.text.length) }));
  for (const next of asWritten.toSorted((one, other) => one.index - other.index)) {
    const last = all.at(-1);
    const end = last ? last.index + last.text.length : 0;
    if (!last || next.index >= end) all.push(next);
    else {
      const kind = SENSITIVE_KINDS.find((one) => one === last.kind || one === next.kind) ?? last.kind;
      all[all.length - 1] = { kind, index: last.index, text: text.slice(last.index, Math.max(end, next.index + next.text.length)) };
    }
  }
  return all;
}

type Fits = (match: RegExpExecArray, index: number) => boolean;
/** The group that is named `it`, or the whole match. */
const matchesOf = (kind: SensitiveKind, text: string, pattern: RegExp, fits: Fits = () => true): SensitiveAt[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const it = match.groups?.it ?? match[0];
    return fits(match, match.index) ? [{ kind, text: it, index: match.index + match[0].lastIndexOf(it) }] : [];
  });

/** Keys that say by their first letters what they are. */
const PREFIXED =
  /(?<![\w.-])(?:gh[opsru]_|github_pat_|glpat-|xox[abeoprs]-|xapp-|sk-|[prs]k_(?:live|test)_|whsec_|npm_|pypi-|hf_|dop_v1_|shpat_|SG\.|AIza|ya29\.)[\w.-]{10,}/g;
const KEYS = [
  /(?<![A-Z0-9])A[KS]IA[A-Z0-9]{16}(?![A-Z0-9])/g,
  /(?<![\w-])eyJ[\w-]{8,}(?:\.[\w-]*)+/g,
  /-----BEGIN [^-\n]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [^-\n]{0,40}-----|$)/g,
  // A name and a password in an address.
  /(?<![\w+.-])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{0,100}:[^\s/@]{1,200}@[^\s"'<>]{1,300}/gi,
];
const BEARER = /(?<!\w)(?:bearer|basic)\s{1,3}(?<it>[\w~+/.=-]{12,})/gi;
const VALUE = `(?:"(?<quoted>[^"\\n]{3,2000})"|'(?<single>[^'\\n]{3,2000})'|\\{(?<braced>[^}\\n]{3,2000})\\}|(?<bare>[^\\s;,&"'<>]{3,4000}(?:[;,&][^\\s;,&"'<>=]{1,100}(?![^\\s;,&"'<>]{0,100}=))*))`;
/** In the languages of those who write here most. */
const PASSWORDS =
  'pass(?:word|wd|phrase|code|wort|ord)?|pwd|kennwort|adgangskode|kodeord|lösenord|wachtwoord|mot de passe|contraseña|senha|hasło|パスワード|密码|密碼';
/** `password=...`, `AccountKey: ...`, `"client_secret": "..."`, "the password is ...". */
const ASSIGNED = new RegExp(
  `(?<word>${PASSWORDS}|secret|(?:api|access|account)[ _-]?key|token|credentials?|(?<=[?&;])(?:sig|code))["']?\\s{0,3}(?<sign>=|:|\\bis\\b:?)\\s{0,3}${VALUE}`,
  'gi',
);
const IS_PASSWORD = new RegExp(`^(?!pass$)(?:${PASSWORDS})$`, 'i');
/** "pwd hunter2", "root:pa55", "admin / s3cret!": without a sign, only what no word is like. */
const BESIDE = [
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${PASSWORDS})\\s{1,3}(?!${PASSWORDS})(?<it>(?=[^\\s\\d]{0,60}\\d)(?=[^a-z\\s]{0,60}[a-z])[^\\s;,&"'<>]{5,200})`,
    'giu',
  ),
  /(?<![\w./-])(?:root|admin(?:istrator)?|sa|sysadmin|svc[\w-]{0,30})\s?[:/]\s?(?<it>(?=[^\s\d]{0,60}\d)(?=[^a-z\s]{0,60}[a-z])[^\s;,&"'<>/]{4,200})/gi,
];
const TOKEN = /(?<![\w+/-])[\w+/-]{32,}={0,2}/g;
const CHANGES = /\d(?=[a-z])|[a-z](?=\d)/gi;
/** Letters and digits by chance: no path, no name in the code and no GUID is like this. */
const isRandom = (word: string): boolean =>
  /^[\da-f]+$/i.test(word) || (/[a-z]/.test(word) && /[A-Z]/.test(word) && (word.match(CHANGES)?.length ?? 0) >= 4);

function keysIn(text: string): SensitiveAt[] {
  const assigned = [...text.matchAll(ASSIGNED)].flatMap((match): SensitiveAt[] => {
    const { word = '', sign = '', quoted, single, braced, bare } = match.groups ?? {};
    // The full stop ends the sentence.
    const value = quoted ?? single ?? braced ?? bare?.replace(/[.)]+$/, '') ?? '';
    // "The token is expired" and "the password is wrong" name none.
    const says = sign === '=' || /\d/.test(value) || (sign.endsWith(':') && IS_PASSWORD.test(word));
    return says ? [{ kind: 'key', text: value, index: match.index + match[0].lastIndexOf(value) }] : [];
  });
  return [
    ...KEYS.flatMap((pattern) => matchesOf('key', text, pattern)),
    ...matchesOf('key', text, PREFIXED, ([key]) => /\d/.test(key)),
    ...BESIDE.flatMap((pattern) => matchesOf('key', text, pattern)),
    ...matchesOf('key', text, BEARER, ({ groups }) => /\d/.test(groups?.it ?? '')),
    ...matchesOf('key', text, TOKEN, ([word]) => isRandom(word)),
    ...assigned,
  ];
}

const linkify = new LinkifyIt({ fuzzyLink: true, urlAuth: true }).tlds(
  ['app', 'cloud', 'cluster', 'corp', 'dev', 'home', 'internal', 'intra', 'intranet', 'lan', 'local', 'localdomain', 'test'],
  true,
);
/** "backup.sh" is a file, "ASP.NET" a product, and "done.It" lacks a space. */
const NO_HOST = /^[\w-]+\.(?:cc|md|pl|ps|py|rs|sh|so)$|^[A-Z]+\.NET$|\.[A-Z][a-z]+$/;

/** Also with letters that no link has. */
const MAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;

const linksIn = (text: string): SensitiveAt[] =>
  (linkify.match(text) ?? []).flatMap(({ schema, raw, index }): SensitiveAt[] => {
    if (schema === 'mailto:') return [{ kind: 'email', text: raw, index }];
    if (schema !== '' || /[/?#]/.test(raw)) return [{ kind: 'link', text: raw, index }];
    // `EndpointSuffix=core.windows.net`
    const begins = raw.lastIndexOf('=') + 1;
    return NO_HOST.test(raw) ? [] : [{ kind: 'host', text: raw.slice(begins), index: index + begins }];
  });

const TICKETS = [
  // ServiceNow and the like, Jira, and 16 digits of Microsoft.
  /(?<![\w-])(?:INC|CHG|RITM|PRB|REQ|S?CTASK|TASK|CASE|CS|SR)[-#:]?\d{5,}(?!\w)/gi,
  /(?<![\w-])(?<series>[A-Z][A-Z0-9]{1,9})-(?<digits>\d{2,7})(?![\w-])/g,
  /(?<!\w)2\d{15}(?!\w)/g,
];
const NO_SERIES = /^(?:OUT|DRILL|REQ|UTF|ISO|SHA|MD|AES|RSA|TLS|SSL|RFC|CVE|KB|HTTP|IP|COVID|RS|USB|LTE|FY|CY|[HQ]\d)$/;
const isTicket: Fits = ({ groups }) =>
  groups?.series === undefined || (!NO_SERIES.test(groups.series) && !/^(?:19|20)\d\d$/.test(groups.digits ?? ''));

const IPV4 = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?!\d|\.\d)(?::\d{1,5}|\/\d{1,2})?(?![\w])/g;
const IPV6 = /(?<![\w:.])(?:[\da-f]{0,4}:){2,8}[\da-f]{1,4}(?![\w:])/gi;
const NEAR = 40;
const OF_VERSION =
  /(?:\b(?:versions?|updated?|upgraded?|releases?|builds?|hotfix(?:es)?|patch(?:ed)?|platform|kernel|from)|\b[A-Z]U|\bv)[\s:.#(]*(?:(?:number|is|to|from|of|and|or|[\d.]+,?)\s+){0,4}$/i;
const OF_HOST = /\b(?:server|host|ip|address|subnet|node|gateway|vm|machine|port|ping|reach|connect|route|ssh|rdp|database|db|firewall)/i;
/** 10.0.18.2 is a version of Dynamics 365 or an address: the words around it say which. Others are addresses, unless they are called versions. */
function isAddress(ip: string, text: string, index: number): boolean {
  const [host = ''] = ip.split(/[:/]/);
  if (host.split('.').some((part) => Number(part) > 255)) return false;
  const before = text.slice(Math.max(0, index - NEAR), index);
  const after = text.slice(index + ip.length, index + ip.length + NEAR);
  if (OF_VERSION.test(before) || /^\s+(?:build|release|version|update|hotfix)\b/i.test(after)) return false;
  return !host.startsWith('10.0.') || host !== ip || OF_HOST.test(before) || OF_HOST.test(after);
}

const SHARE = /(?<![\\\w])\\\\[\w.-]+(?:\\[\w.$-]+)*/g;
const MACHINE = /(?<![\w.-])[A-Za-z0-9](?:[A-Za-z0-9-]{2,38})[A-Za-z0-9](?![\w-])/g;
const OF_MACHINES = new Set(
  'aks aos app apps ax batch citrix ctx db dc dev esx esxi file fs fw gw host iis lb mssql nas node nodes pg prd prod proxy rds redis sap server sql srv stg svr sw tst uat vm vpn web'.split(
    ' ',
  ),
);
/** SQL-PROD-01, SQLPROD01, srv07, vm-app-2. DB2, SQL2019 and GUIDs are none. */
function isMachine(name: string): boolean {
  if (!/\d/.test(name) || /^[\da-f]{8}-(?:[\da-f]{4}-){3}/i.test(name)) return false;
  const parts = name.toLowerCase().split(/[-\d]+/);
  return parts.some(isOfMachines) && (name.includes('-') || /^[a-z]+\d{2,3}$/i.test(name));
}

/** One of these words, or two of them without a sign between. */
const isOfMachines = (part: string): boolean =>
  OF_MACHINES.has(part) ||
  [...OF_MACHINES].some((first) => part.length > first.length && part.startsWith(first) && OF_MACHINES.has(part.slice(first.length)));

const MOST_COUNTRIES = 2;
const CALLED = /\b(?:tel(?:ephone|efon)?|phone|call(?: me)?(?: at| on)?|mob(?:ile)?|cell|ring|fax|number)[\s.:]*$/i;
/** A day, or a count of thousands. */
const NO_PHONE = /^\(?(?:(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})(?![-./]?\d)|^[1-9]\d?(?: \d{3})+$/;
const INTERNATIONAL = /(?<![\w+])\+\d[\d ()./-]{6,20}\d(?!\d)/g;
const LEAST_DIGITS = 7;

/** Without a country code a number has to look like one: 20304050 may count rows, and 2026-11-30 is a day. */
function phonesIn(text: string, known: Known['phones']): SensitiveAt[] {
  const countries = new Set(known.map(({ number }) => parsePhoneNumberFromString(number)?.country));
  const found = [...countries].slice(0, MOST_COUNTRIES).flatMap((country) =>
    findPhoneNumbersInText(text, country && { defaultCountry: country }).map(({ startsAt, endsAt }): SensitiveAt => {
      // The library reads on behind a comma.
      const [phone = ''] = text.slice(startsAt, endsAt).split(',');
      return { kind: 'phone', text: phone, index: startsAt };
    }),
  );
  const international = matchesOf('phone', text, INTERNATIONAL);
  return [
    ...international,
    ...found.filter(({ text: phone, index }) => {
      if (/^\+|^00/.test(phone)) return true;
      if (NO_PHONE.test(phone) || phone.replace(/\D/g, '').length < LEAST_DIGITS) return false;
      return /\d[ ()/-]+\d|^\d\d(?:\.\d\d){4}$/.test(phone) || CALLED.test(text.slice(Math.max(0, index - NEAR), index));
    }),
  ];
}

const WORD = /[\p{L}\p{M}]+(?:['\u2019-][\p{L}\p{M}]+)*/gu;
const SHORTEST_NAME = 3;
/** In characters; what follows is another name. */
const LONGEST_NAME = 40;
const plainly = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
/** Each word of a name counts, as people write first names; it begins with a capital. Words that follow each other are one name. */
function namesIn(text: string, names: readonly string[]): SensitiveAt[] {
  const words = new Set(
    names.flatMap((name) => name.match(WORD) ?? []).flatMap((word) => (word.length < SHORTEST_NAME ? [] : plainly(word))),
  );
  const found: SensitiveAt[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (word.charAt(0) !== word.charAt(0).toUpperCase() || !words.has(plainly(word.replace(/['\u2019]s$/, '')))) continue;
    const name = word.replace(/['\u2019]s$/, '');
    const last = found.at(-1);
    const follows =
      last && index === last.index + last.text.length + 1 && text.charAt(index - 1) === ' ' && last.text.length < LONGEST_NAME;
    if (follows) found[found.length - 1] = { ...last, text: `${last.text} ${name}` };
    else found.push({ kind: 'name', text: name, index });
  }
  return found;
}
