/** Reads the plans of statements: what they read from end to end. */
import type { DatabaseSync } from 'node:sqlite';
import type pg from 'pg';
import type { Tables } from '../../../src/store/tables.ts';
import { RANGES, SMALL, SMALL_INDEXES, WIDE_INDEXES } from './growth.ts';
import type { Statement } from './statements.ts';

/** `what`: for people to read. */
export type Finding = { readonly table: keyof Tables; readonly what: string };

const isTable = (name: string): name is keyof Tables => Object.hasOwn(SMALL, name);
const grows = (name: string): boolean => isTable(name) && SMALL[name] === null;

/** The tables by the names that the statement gives them. */
function aliasesIn(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/\b(?:from|join|into|update)\s+"?(\w+)"?(?:\s+(?:as\s+)?"?(\w+)"?)?/gi);
  const aliases = new Map<string, string>();
  for (const [, table = '', alias = table] of found) {
    if (!isTable(table)) continue;
    aliases.set(table, table);
    aliases.set(alias, table);
  }
  return aliases;
}

type Step = { readonly id: number; readonly parent: number; readonly detail: string };
const STEP = /^(SCAN|SEARCH) (\S+)(?:.*? USING (?:COVERING )?INDEX (\S+))?/;
const EQUALS = /[(\s]\w+=\?|\b(?:rowid|INTEGER PRIMARY KEY)\b.*=\?|IN \(/;

/** What `explain query plan` finds; no rows are needed. */
export function scansOnSqlite(database: DatabaseSync, { text }: Statement): readonly Finding[] {
  const steps = database.prepare(`explain query plan ${text}`).all() as unknown as readonly Step[];
  const aliases = aliasesIn(text);
  return [...passedOver(text, steps), ...steps.flatMap(readWhole)];

  function readWhole(step: Step): readonly Finding[] {
    const [, way = '', name = '', index = ''] = STEP.exec(step.detail) ?? [];
    const table = aliases.get(name.replaceAll('"', ''));
    if (!table || !isTable(table) || !grows(table) || Object.hasOwn(SMALL_INDEXES, index)) return [];
    // A subselect may have the same name as a table has elsewhere in the statement.
    if (way === 'SCAN' && index === '' && steps.some(({ detail }) => NAMED.exec(detail)?.[1] === name)) return [];
    const what = excessOf(step, { way, table, index }, steps);
    return what ? [{ table, what }] : [];
  }
}

/** Columns of which many outages have the same value. */
const WIDE = /\b(state|project_id|environment_id|scenario_id|reporter_id|owner_id)\b"? = (?!ANY\b)/g;
const OF_OUTAGES = /\bfrom\s+"?outage"?\s+where\b/;

/** Where an index has the outages of one value, and all of them are passed over that do not have another. */
function passedOver(text: string, steps: readonly Step[]): readonly Finding[] {
  const parts = text.split(/\bselect\b/i).filter((part) => OF_OUTAGES.test(part));
  const searches = steps.map(({ detail }) => detail).filter((detail) => /^SEARCH outage\b/.test(detail));
  // Else it is not known which is of which.
  if (parts.length !== searches.length) return [];
  return searches.flatMap((detail, place) => {
    const compared = [...(parts[place] ?? '').matchAll(WIDE)].map(([, column]) => column);
    const missing = /\b(?:id|number)=\?/.test(detail) ? [] : compared.filter((column) => !detail.includes(`${column}=?`));
    return missing.length > 0 ? [{ table: 'outage' as const, what: `${detail}, and passes over others by ${missing.join(' and ')}` }] : [];
  });
}

const NAMED = /^(?:CO-ROUTINE|MATERIALIZE) (\S+)$/;
const SORTS = /^USE TEMP B-TREE FOR (?:ORDER|GROUP) BY/;
type Way = { readonly way: string; readonly table: string; readonly index: string };

function excessOf({ parent, detail }: Step, { way, table, index }: Way, steps: readonly Step[]): string | null {
  const isLimited = detail.includes('(');
  // Without a condition, a search reads only the first or the last row of the index.
  if (way === 'SEARCH' && !isLimited && index !== '') return null;
  if (way === 'SCAN' || !isLimited) return detail;
  if (Object.hasOwn(WIDE_INDEXES, index)) return `${detail}: ${WIDE_INDEXES[index]}`;
  if (!EQUALS.test(detail) && !Object.hasOwn(RANGES, index)) return `${detail}, a range alone`;
  const isSorted = steps.some((step) => step.parent === parent && SORTS.test(step.detail));
  return isSorted && table === 'outage' && !/\b(?:id|number)=\?/.test(detail) ? `${detail}, and all of that is sorted` : null;
}

const HAS_A_PLAN = /^\s*(?:select|with|insert|update|delete)\b/i;

type PlanNode = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Filter?: string;
  readonly Plans?: readonly PlanNode[];
};

/** What PostgreSQL finds with rows, and no other choice than to read all of a table where no index fits. */
export async function scansOnPostgres(
  client: pg.ClientBase,
  { text, parameters }: Statement,
  tableOf: ReadonlyMap<string, string>,
): Promise<readonly Finding[]> {
  if (!HAS_A_PLAN.test(text)) return [];
  const { rows } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(`explain (format json) ${text}`, [
    ...parameters,
  ]);
  const found: Finding[] = [];
  const visit = (node: PlanNode, parent?: PlanNode): void => {
    const table = node['Relation Name'] ?? tableOf.get(node['Index Name'] ?? '') ?? '';
    const what = scanOf(node, parent);
    if (what && isTable(table) && grows(table)) found.push({ table, what });
    for (const one of node.Plans ?? []) visit(one, node);
  };
  for (const { Plan } of rows[0]?.['QUERY PLAN'] ?? []) visit(Plan);
  return found;
}

function scanOf(node: PlanNode, parent: PlanNode | undefined): string | null {
  if (node['Node Type'] === 'Seq Scan') return `all of ${node['Relation Name']}`;
  const { 'Index Name': index, 'Index Cond': condition = '' } = node;
  // Right below a limit, and with nothing that it passes over, only the first rows are read.
  const isCut = parent?.['Node Type'] === 'Limit' && node.Filter === undefined;
  if (index === undefined || isCut || Object.hasOwn(SMALL_INDEXES, index)) return null;
  if (condition === '') return `all of ${index}`;
  const [passed] = /\b(?:id|number) = /.test(condition) ? [] : (node.Filter?.match(WIDE) ?? []);
  if (passed && node['Relation Name'] === 'outage') return `${index}: ${condition}, and passes over others: ${node.Filter}`;
  return / = /.test(condition) || Object.hasOwn(RANGES, index) ? null : `${index}, a range alone: ${condition}`;
}
