/** What an action needs beyond what its sender knows: the time, its number, who is on call, what maintenance runs. */
import { runningIn } from '../desk/maintenance.ts';
import type { Action, ActionOf, ReportAction } from '../outage/actions.ts';
import { decide } from '../outage/decide/decide.ts';
import { DESK, formatDestination } from '../outage/destinations.ts';
import { deskOpeningKeys, readKey } from '../outage/notices.ts';
import { toRemind } from '../outage/review/review.ts';
import type { DrillDelivery } from '../outage/types/outage.ts';
import { type PageName, pageDueAt } from '../outage/types/pages.ts';
import { everybodyOnce } from '../outage/types/values.ts';
import type { DeskFacts } from './ports/desk.ts';
import { AlreadyOpenError, type LedgerLine, type OutageTransaction, type Recorded } from './ports/outages.ts';

/** An action as its sender knows it; the time, the number, who is on call, what maintenance runs and the other outage of a merge are added inside the transaction. */
export type ActionRequest = Action extends infer A
  ? A extends Action
    ? Omit<
        A,
        ('at' | 'number' | 'onCall' | 'numbers' | 'webhooks' | 'following' | 'into' | 'came' | 'taken' | 'gone' | 'posted') | 'maintenance'
      > &
        (A extends ReportAction ? Declined : unknown)
    : never
  : never;

/** The ids of open outages that the reporter was shown and said to be different. */
type Declined = {
  readonly declined?: readonly string[];
  /** It is stored only where nothing is open in its environment: throws AlreadyOpenError. */
  readonly unlessOpen?: boolean;
};

type Context = { readonly transaction: OutageTransaction; readonly desk: DeskFacts };

/** Takes what is true in this transaction, so that an action decides by it. */
export async function complete(request: ActionRequest, before: Recorded | null, { transaction, desk }: Context): Promise<Action> {
  const at = transaction.now;
  const { project } = (request.type === 'report' ? request : before?.outage)?.report ?? {};
  const onCall = async () => desk.onCall(project?.id ?? '', at, await transaction.overrides());
  /** Which webhooks hear of it from now on. */
  const published = () => {
    const webhooks = desk.webhooks?.(project?.id ?? '') ?? [];
    return webhooks.length > 0 ? { webhooks } : {};
  };
  /** Who follows it from the beginning. Whether they still may, is asked when a message is sent. A drill is for nobody of them. */
  const followed = async () => {
    const following = 'drill' in request && request.drill ? [] : await transaction.following(project?.id ?? '');
    return following.length > 0 ? { following } : {};
  };
  const callable = async () => {
    const called = await onCall();
    return { onCall: called, numbers: desk.numbersOf?.(Object.values(called).flat()) ?? {} };
  };
  /** For the record of who took what nobody had. */
  const taking = async () => (before?.outage.state === 'reported' ? { onCall: await onCall() } : {});
  /** Whoever is on call, and the administrators. */
  const everybody = async () => {
    const all = [...Object.values(await onCall()).flat(), ...(desk.administrators ?? [])];
    return everybodyOnce(all.map(({ id, name }) => ({ id, name })));
  };
  switch (request.type) {
    case 'report': {
      const series = request.request ? 'request' : request.drill ? 'drill' : 'outage';
      const { declined: _, unlessOpen = false, ...report } = request;
      const heard = { ...(await meanwhile(request, transaction)), ...(request.request ? {} : { ...published(), ...(await followed()) }) };
      const action: ReportAction = { ...report, at, number: NO_NUMBER, onCall: await onCall(), ...heard };
      return await numbered(action, before, async () => {
        const number = await transaction.nextNumber(series);
        // No other bot reports until this transaction ends, so what it sees now is all.
        if (unlessOpen && (await isOpenIn(request, transaction))) throw new AlreadyOpenError('something is open in this environment');
        return number;
      });
    }
    case 'promote': {
      const heard = { ...published(), ...(await followed()) };
      const action: ActionOf<'promote'> = { ...request, at, number: NO_NUMBER, onCall: await onCall(), ...heard };
      return await numbered(action, before, () => transaction.nextNumber('outage'));
    }
    case 'take-back':
    case 'note-page':
      return { ...request, at, ...(await callable()) };
    case 'release':
    case 'object':
    case 'reopen':
    case 'pulse':
      return { ...request, at, onCall: await onCall() };
    case 'pass-deadline': {
      const pageDue = before ? pageDueAt(before.outage) : null;
      const ledger = before?.outage.drill || (pageDue !== null && at >= pageDue) ? await transaction.ledger(request.outageId) : [];
      const known = { came: cameIn(ledger), taken: takenPages(request.outageId, ledger), gone: goneOwners(before, desk) };
      return { ...request, at, ...known, ...(await callable()) };
    }
    case 'mark-unreachable':
      return request.place === formatDestination(DESK) ? { ...request, at, inPerson: await everybody() } : { ...request, at };
    case 'note-desk-unreached':
      return { ...request, at, posted: await isPosted(transaction, request.outageId), inPerson: await everybody() };
    case 'note-desk-reached':
      return { ...request, at, posted: await isPosted(transaction, request.outageId) };
    case 'acknowledge':
    case 'update':
    case 'ask':
    case 'transfer':
    case 'resolve':
      return { ...request, at, ...(await taking()) };
    case 'merge':
      return { ...request, at, ...(await taking()), into: (await transaction.read(request.intoId))?.outage ?? null };
    default:
      return { ...request, at };
  }
}

async function isOpenIn({ report: { project, environment } }: ActionRequest & { type: 'report' }, transaction: OutageTransaction) {
  const filter = { projects: [project.id], same: { environmentId: environment.id }, limit: 1 };
  return (await transaction.similar(filter)).length > 0;
}

/** What maintenance was planned to run there now. */
async function meanwhile({ drill, report }: ActionRequest & { type: 'report' }, transaction: OutageTransaction) {
  if (drill) return {};
  const [window] = runningIn(await transaction.maintenance(), report.project.id, report.environment.id, transaction.now);
  return window ? { maintenance: { until: window.until, what: window.what } } : {};
}

/** What became needless before it was tried, such as a ping of what was taken, is not missed by anybody. */
const cameIn = (ledger: readonly LedgerLine[]): readonly DrillDelivery[] =>
  ledger
    .filter(({ state, error }) => state !== 'skipped' || error !== null)
    .map(({ key, dueAt, doneAt, state, error }) => ({
      key,
      storedAt: dueAt,
      arrivedAt: state === 'done' ? doneAt : null,
      error: state === 'done' ? null : error,
    }));

/** The pages that their pagers have. */
const takenPages = (outageId: string, ledger: readonly LedgerLine[]): readonly PageName[] =>
  ledger.flatMap(({ key, state }) => {
    const line = state === 'done' ? readKey(key, outageId) : null;
    return line?.destination.kind === 'pager' ? [{ pagerId: line.destination.id, of: line.seq }] : [];
  });

/** Who is to be reminded of a follow-up, and is no engineer any more. */
const goneOwners = (before: Recorded | null, desk: DeskFacts): readonly string[] =>
  (before ? toRemind(before.outage) : []).flatMap(({ owner: { id } }) => (desk.engineer?.(id) === null ? id : []));

const NO_NUMBER = 0;

/** Takes a number only when the action is accepted: a gap would look like an outage that was removed from the record. */
async function numbered(action: ReportAction | ActionOf<'promote'>, before: Recorded | null, next: () => Promise<number>): Promise<Action> {
  const decision = decide(action, before?.outage ?? null);
  return 'events' in decision && decision.events.length > 0 ? { ...action, number: await next() } : action;
}

async function isPosted(transaction: OutageTransaction, outageId: string): Promise<boolean> {
  const openings = deskOpeningKeys(outageId);
  return (await transaction.ledger(outageId)).some(({ key, state }) => key.startsWith(openings) && state === 'done');
}
