/** The settings in the environment, as one schema. Before anything starts, it reports everything that is wrong, with the remedy. */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { DEFAULT_STORE } from './compile-cache.ts';

export const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function wholeNumber(name: string, least: number, most: number) {
  const remedy = `${name}: use a whole number from ${least} to ${most}`;
  return z.coerce.number(remedy).refine((value) => Number.isInteger(value) && value >= least && value <= most, remedy);
}
const text = z.string().trim();
const ENCODE =
  '. Signs in the password that mean something in an address are written in another way: # as %23, @ as %40, / as %2F, ? as %3F, % as %25';

export const NO_SIGNING_KEY =
  'CERTIFICATE_KEY: use an Ed25519 key in PEM; make one with npx outage-desk keys, and set CERTIFICATE_KEY_FILE to the path of its file';

const SAMPLERS = [
  ...(['always_on', 'always_off', 'traceidratio'] as const),
  ...(['parentbased_always_on', 'parentbased_always_off', 'parentbased_traceidratio'] as const),
] as const;
const SHARE = 'OTEL_TRACES_SAMPLER_ARG: use a number from 0 to 1, the share of turns that are traced';

export const environmentSchema = z.object({
  MicrosoftAppId: text.default(''),
  MicrosoftAppPassword: text.default(''),
  MicrosoftAppType: z
    .enum(['SingleTenant', 'UserAssignedMsi', 'MultiTenant'], 'MicrosoftAppType: use SingleTenant, UserAssignedMsi or MultiTenant')
    .default('SingleTenant'),
  MicrosoftAppTenantId: text.default(''),
  CLIENT_ID: text.default(''),
  CLIENT_SECRET: text.default(''),
  TENANT_ID: text.default(''),
  FEDERATED_TOKEN_FILE: text.default(''),
  HOST: text.default('0.0.0.0'),
  PORT: wholeNumber('PORT', 0, 65_535).default(3978),
  PUBLIC_URL: z
    .string()
    .trim()
    .refine(isPublicAddress, 'PUBLIC_URL: use the https address of the bot, without a password, ? or #, such as https://desk.example.com')
    .transform((address) => address.replace(/\/+$/, ''))
    .default(''),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: `DATABASE_URL: use postgresql://user:password@host:5432/database${ENCODE}`, abort: true })
    .refine(isWhole, { error: `DATABASE_URL: it is cut short by a #, / or ? in it${ENCODE}`, abort: true })
    .refine(
      saysWhetherByTls,
      'DATABASE_URL: it leaves this machine, so say whether by TLS: add ?sslmode=verify-full (with &sslrootcert=FILE for a certificate authority of your own), or ?sslmode=disable where the network is yours alone',
    )
    .default(''),
  DATABASE_CONNECTIONS: wholeNumber('DATABASE_CONNECTIONS', 2, 100).default(16),
  DATABASE_FILE: text.default(DEFAULT_STORE),
  DESK_FILE: text.default(''),
  CERTIFICATE_KEY: text.refine((key) => signingKeyIn(key) !== null, NO_SIGNING_KEY).default(''),
  SERVICE_URL: z
    .url({ protocol: /^https?$/, error: 'SERVICE_URL: use the whole address, with https://' })
    .default('https://smba.trafficmanager.net/teams/'),
  TENANTS: text
    .default('')
    .transform((list) => list.split(/[\s,]+/).filter((id) => id !== ''))
    .refine((ids) => ids.every((id) => GUID.test(id)), 'TENANTS: use the ids of Entra tenants, GUIDs with commas between them'),
  HEARTBEAT_URL: z.string().refine(isHeartbeatAddress, 'HEARTBEAT_URL: use the whole address, with https:// and no password').default(''),
  GRAPH_URL: z
    .url({ protocol: /^https$/, error: 'GRAPH_URL: use the whole address, with https://', abort: true })
    .refine(hasNoPath, 'GRAPH_URL: use the address without a path, such as https://graph.microsoft.com')
    .default('https://graph.microsoft.com'),
  TENANT_REQUESTS_PER_SECOND: wholeNumber('TENANT_REQUESTS_PER_SECOND', 1, 1_000).default(30),
  TARGETED_MESSAGES: z.enum(['on', 'off'], 'TARGETED_MESSAGES: use on or off').default('on'),
  PEOPLE_PICKER: z.enum(['on', 'off'], 'PEOPLE_PICKER: use on or off').default('on'),
  // OpenTelemetry's own names. Its packages read more of them.
  OTEL_SDK_DISABLED: text.default(''),
  OTEL_TRACES_EXPORTER: z.enum(['', 'otlp', 'none'], 'OTEL_TRACES_EXPORTER: use otlp or none').default(''),
  OTEL_EXPORTER_OTLP_ENDPOINT: collector('OTEL_EXPORTER_OTLP_ENDPOINT', 'http://127.0.0.1:4318'),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: collector('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'http://127.0.0.1:4318/v1/traces'),
  OTEL_TRACES_SAMPLER: z.enum(SAMPLERS, `OTEL_TRACES_SAMPLER: use one of ${SAMPLERS.join(', ')}`).default('parentbased_always_on'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number(SHARE).min(0, SHARE).max(1, SHARE).default(1),
  OTEL_EXPORTER_OTLP_PROTOCOL: z
    .enum(
      ['', 'http/json'],
      'OTEL_EXPORTER_OTLP_PROTOCOL: the bot speaks http/json: leave it out, or set that; collectors take it at port 4318, beside http/protobuf',
    )
    .default(''),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], 'LOG_LEVEL: use debug, info, warn or error').default('info'),
});

function collector(name: string, example: string) {
  return z.url({ protocol: /^https?$/, error: `${name}: use the whole address of the collector, such as ${example}` }).default('');
}

/** The key in PEM, where a line break may be written as \n, as settings need it; null: it is none. */
export function signingKeyIn(pem: string): KeyObject | null {
  try {
    const key = createPrivateKey(pem.replaceAll('\\n', '\n'));
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

function hasNoPath(address: string): boolean {
  const { pathname, search, hash } = new URL(address);
  return `${pathname}${search}${hash}` === '/';
}

/** Not when what should be in front of the @, in the password, stands behind the host. */
function isWhole(address: string): boolean {
  const { username, pathname, search, hash } = new URL(address);
  return hash === '' && (username !== '' || !`${pathname}${search}`.includes('@'));
}

/** The driver verifies the certificate for each of these but the last. It would not for 'prefer' and 'no-verify', nor with `uselibpqcompat`. */
const TLS_MODES = ['verify-full', 'verify-ca', 'require', 'disable'];

/** The connection carries names, telephone numbers and the password. Without TLS it is only used when the URL says so. */
function saysWhetherByTls(address: string): boolean {
  const { hostname, searchParams } = new URL(address);
  // The driver prefers these parameters to the name in front.
  const hosts = [hostname, ...searchParams.getAll('host'), ...searchParams.getAll('hostaddr')];
  if (hosts.every((host) => isLoopback(host) || host === '' || host.startsWith('/'))) return true;
  const isOwnRule = ['ssl', 'uselibpqcompat'].some((name) => searchParams.has(name));
  return !isOwnRule && searchParams.getAll('sslmode').length === 1 && TLS_MODES.includes(searchParams.get('sslmode') ?? '');
}

const isLoopback = (hostname: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** Teams' clients fetch pictures from it. */
function isPublicAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(value);
  const isReadable = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  return isReadable && [username, password, search, hash].every((part) => part === '');
}

/** The address often holds a secret, so it must not be readable on the way. */
function isHeartbeatAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  const isPrivate = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  return isPrivate && username === '' && password === '';
}

/** Which app the bot is: our names, which are the SDK's, and what the Teams CLI and the Agents Toolkit write instead. */
const IDENTITY = { MicrosoftAppId: 'CLIENT_ID', MicrosoftAppPassword: 'CLIENT_SECRET', MicrosoftAppTenantId: 'TENANT_ID' } as const;
const ownNames = Object.keys(IDENTITY) as (keyof typeof IDENTITY)[];

export type Config = z.infer<typeof environmentSchema> & {
  /** The names of the settings that say which app it is; none in the playground. */
  readonly identity: readonly string[];
  /** Without authentication, on loopback, for trying the bot out. Set on the command line, never by the environment. */
  readonly playground: boolean;
};

export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly problems: readonly string[];
  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(problems.join('\n'), options);
    this.problems = problems;
  }
}

type Environment = { readonly [key: string]: string | undefined };
const PLAYGROUND_DESK_FILE = 'env/playground.desk.yaml';
const LOOPBACK = '127.0.0.1';

/** Reads these settings. Throws ConfigError with everything that is wrong. */
export function readSettings<Output>(schema: z.ZodType<Output>, environment: Environment): Output {
  // A setting without a value, such as `PORT=`, is not set.
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(set);
  if (parsed.success) return parsed.data;
  throw new ConfigError(
    parsed.error.issues.map(({ path, message }) => (message.startsWith(String(path[0])) ? message : `${path.join('.')}: ${message}`)),
  );
}

/** Settings that only the bot may read. */
export const SECRETS = [
  'MicrosoftAppPassword',
  'CLIENT_SECRET',
  'DATABASE_URL',
  'HEARTBEAT_URL',
  'CERTIFICATE_KEY',
] as const satisfies readonly (keyof Config)[];

/** Reads each secret from the file that NAME_FILE names, so that neither service settings nor `docker inspect` show it. Throws ConfigError. */
export function withSecretFiles(environment: Environment, names: readonly string[] = SECRETS): Environment {
  const problems: string[] = [];
  const read: Record<string, string> = {};
  for (const name of names) {
    const file = environment[`${name}_FILE`]?.trim();
    if (!file) continue;
    if (environment[name]?.trim()) problems.push(`${name} and ${name}_FILE are both set: leave one of them out.`);
    try {
      read[name] = readFileSync(file, 'utf8').trim();
      if (!read[name]) problems.push(`${name}_FILE names an empty file.`);
    } catch {
      problems.push(`${name}_FILE: the file ${file} cannot be read.`);
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return { ...environment, ...read };
}

const NO_DESK_FILE = 'DESK_FILE is missing. It is the path of your desk file; begin with a copy of env/desk.example.yaml.';
const WHERE = 'Write settings into env/.env, which begins as a copy of env/.env.example, or set them in the environment.';

/** The path of the desk file, for tools that need nothing else. Throws ConfigError. */
export function deskFileOf(environment: Environment): string {
  const { DESK_FILE: file } = readSettings(environmentSchema.pick({ DESK_FILE: true }), environment);
  if (!file) throw new ConfigError([NO_DESK_FILE, WHERE]);
  return file;
}

/** The text of a desk file. Throws ConfigError with the remedy when it can't be read. */
export function readDeskText(file: string, remedy = 'Set DESK_FILE to the path of yours.'): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError([`the desk file ${file} cannot be read. ${remedy}`], { cause: error });
  }
}

/** Where the store is, for tools that need nothing else. `url` empty: in `file`. Throws ConfigError. */
export function readStorage(environment: Environment): { readonly url: string; readonly file: string } {
  const schema = environmentSchema.pick({ DATABASE_URL: true, DATABASE_FILE: true });
  const { DATABASE_URL: url, DATABASE_FILE: file } = readSettings(schema, withSecretFiles(environment, ['DATABASE_URL']));
  return { url, file };
}

export function readConfig(environment: Environment, playground: boolean): Config {
  // The playground has no route for messages that one person alone sees. Its people picker leaves out the choices, and gives ids of its own.
  const off = ['TARGETED_MESSAGES', 'PEOPLE_PICKER'].map((name) => [name, environment[name]?.trim() || 'off']);
  const config = readSettings(environmentSchema, { ...environment, ...(playground && Object.fromEntries(off)) });
  const problems = playground ? playgroundProblems(config) : realProblems(config);
  if (problems.length > 0) throw new ConfigError(problems);
  if (playground) return { ...config, HOST: LOOPBACK, DESK_FILE: config.DESK_FILE || PLAYGROUND_DESK_FILE, identity: [], playground };
  const identity = ownNames.map((own) => nameOf(own, config));
  const taken = Object.fromEntries(ownNames.map((own) => [own, config[nameOf(own, config)]]));
  return { ...config, ...taken, identity: identity.filter((name) => config[name] !== ''), playground };
}

/** The name under which it is set; ours if it is not. */
const nameOf = (own: keyof typeof IDENTITY, config: z.infer<typeof environmentSchema>) =>
  config[own] === '' && config[IDENTITY[own]] !== '' ? IDENTITY[own] : own;

/** What is wrong with the settings of a real bot. An empty app id would switch off authentication in the SDK. */
function realProblems(config: z.infer<typeof environmentSchema>): string[] {
  const [appName, passwordName, tenantName] = [
    nameOf('MicrosoftAppId', config),
    nameOf('MicrosoftAppPassword', config),
    nameOf('MicrosoftAppTenantId', config),
  ];
  const { [appName]: app, [passwordName]: password, [tenantName]: tenant, MicrosoftAppType: type } = config;
  const problems = [
    ...ownNames.map(
      (own) =>
        ![config[own], ''].includes(config[IDENTITY[own]]) &&
        config[own] !== '' &&
        `${own} and ${IDENTITY[own]} are both set, and differ: leave out the one that is not meant.`,
    ),
    !GUID.test(app) &&
      `${appName} is ${fault(app)}. It is the "Microsoft App ID" of the bot: Azure portal > your Azure Bot > Configuration.`,
    type !== 'UserAssignedMsi' &&
      !password &&
      !config.FEDERATED_TOKEN_FILE &&
      'MicrosoftAppPassword, or CLIENT_SECRET, is missing. It is a client secret: Azure portal > App registrations > your bot > Certificates & secrets.',
    type === 'UserAssignedMsi' &&
      password &&
      `${passwordName} must not be set with MicrosoftAppType=UserAssignedMsi: a managed identity has no secret.`,
    config.FEDERATED_TOKEN_FILE &&
      (password || type === 'UserAssignedMsi') &&
      `FEDERATED_TOKEN_FILE stands in the place of a secret and of a managed identity: leave out ${password ? passwordName : 'MicrosoftAppType'}.`,
    (tenant || type !== 'MultiTenant' || config.FEDERATED_TOKEN_FILE) &&
      !GUID.test(tenant) &&
      `${tenantName} is ${fault(tenant)}. It is the "Directory (tenant) ID": Azure portal > App registrations > your bot > Overview.`,
    !config.DESK_FILE && NO_DESK_FILE,
    config.SERVICE_URL.startsWith('http:') && 'SERVICE_URL must begin with https://: the token of the bot goes there.',
  ].filter((problem): problem is string => Boolean(problem));
  return problems.length > 0 ? [...problems, WHERE, 'To try it out without an account, run: npm run playground'] : [];
}

const fault = (id: string) => (id ? 'no GUID' : 'missing');

/** The playground has no authentication, so it does not run where a real bot is configured. */
function playgroundProblems(config: z.infer<typeof environmentSchema>): string[] {
  const real = [...ownNames, ...Object.values(IDENTITY)].filter((key) => config[key] !== '');
  if (real.length === 0) return [];
  return [
    `${real.join(', ')} must not be set in the playground: it runs without authentication. Unset it, or start the real bot with npm start.`,
  ];
}
