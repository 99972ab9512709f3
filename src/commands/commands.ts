/** The lists: everything that can be typed and everything that can be pressed. Help and manifest derive from them. */
import { joiningPresses } from './affected/join.ts';
import { mergeDuplicatesPresses } from './affected/merge-duplicates.ts';
import { guarded, runCommand } from './authorize/authorize.ts';
import { check } from './check.ts';
import { type Caller, type Command, cardReply, type Presses, type Reply, type Services, says } from './command.ts';
import { drill } from './drill.ts';
import { openResolveForm, resolve, resolvePress } from './ending/resolve.ts';
import { objectWords, stillDownWords, withdrawWords, worksWords } from './ending/still-down.ts';
import { elsewherePresses, merge, note, reopen, transfer } from './ending/transfer.ts';
import { reporterPresses } from './forms/own-outage.ts';
import { helpFor } from './look/help.ts';
import { listOutages, myOutages } from './look/list.ts';
import { showPress } from './look/show.ts';
import { outageStatus, outageTimeline } from './look/status.ts';
import { normalise } from './normalise.ts';
import { onCall, onCallCoverPress, onCallEndPress, onCallShowPress, onCallTakePress, openCoverForm, openTakeForm } from './on-call.ts';
import { accept, assist, decline, handOver, ownersPresses, release } from './ownership/hand-over.ts';
import { acknowledge, acknowledgeListedPress, acknowledgePress, askBack } from './progress/acknowledge.ts';
import { morePress, nothingNew, nothingNewPress, planPress } from './progress/plan.ts';
import { openUpdateForm, update, updatePress } from './progress/update.ts';
import { copyReportPress } from './report/copy-report.ts';
import { missingPress } from './report/missing-environment.ts';
import { reportOutage } from './report/report-outage.ts';
import { reportPresses } from './report/report-presses.ts';
import { requestPresses } from './request.ts';
import { setup, setupPresses } from './setup.ts';

const help: Command = {
  name: 'help',
  needs: 'help',
  help: (words) => words.commands.help,
  menu: ['personal', 'team', 'groupChat'],
  parse: says(/^\/?help(?=$|[\s.,:;!?])/i),
  run: async (_argument, caller, services) =>
    cardReply(await helpFor(caller, services, { commands: COMMANDS, presses: PRESSES }, { unknown: false })),
};

/** In the order in which they are shown. */
export const COMMANDS: readonly Command[] = [
  reportOutage,
  ...[listOutages, myOutages, outageStatus, outageTimeline, onCall, check, drill, setup],
  ...[acknowledge, update, nothingNew, resolve],
  ...[handOver, accept, decline, assist, release, transfer, merge, note, reopen],
  ...[stillDownWords, worksWords, withdrawWords, objectWords],
  help,
];
export const PRESSES: Presses = guarded({
  ...reportPresses,
  'report-missing': { needs: 'begin', run: missingPress },
  ...requestPresses,
  ...reporterPresses,
  'reporter-copy': { needs: 'see-entered', run: copyReportPress },
  ...setupPresses,
  ...joiningPresses,
  ...mergeDuplicatesPresses,
  'outage-acknowledge': { needs: 'acknowledge', run: acknowledgePress },
  'outage-acknowledge-listed': { needs: 'acknowledge', run: acknowledgeListedPress },
  'outage-show': { needs: 'see-notes', run: showPress },
  'outage-update-form': { needs: 'update', run: openUpdateForm },
  'outage-update': { needs: 'update', run: updatePress },
  'outage-resolve-form': { needs: 'resolve', run: openResolveForm },
  'outage-resolve': { needs: 'resolve', run: resolvePress },
  'outage-nothing-new': { needs: 'update', run: nothingNewPress },
  'outage-plan': { needs: 'plan', run: planPress },
  'outage-more': { needs: 'see-notes', run: morePress },
  ...ownersPresses,
  ...elsewherePresses,
  'on-call-show': { needs: 'on-call', run: onCallShowPress },
  'on-call-take-form': { needs: 'on-call', run: openTakeForm },
  'on-call-take': { needs: 'on-call', run: onCallTakePress },
  'on-call-cover-form': { needs: 'on-call', run: openCoverForm },
  'on-call-cover': { needs: 'on-call', run: onCallCoverPress },
  'on-call-end': { needs: 'on-call', run: onCallEndPress },
});

/** Those with a longer name are tried first: "/outage list" is none of an outage that is called "list". */
const TRIED = COMMANDS.toSorted((a, b) => b.name.length - a.name.length);

/** The command that a normalised text is, and what follows its word; null when it is none. */
export function commandOf(said: string): { readonly command: Command; readonly argument: string } | null {
  for (const command of TRIED) {
    const argument = command.parse(said);
    if (argument !== null) return { command, argument };
  }
  return null;
}

/** Runs the command that the text is. Anything else gets the help, never silence. */
export async function runText(text: string, caller: Caller, services: Services): Promise<Reply> {
  const said = normalise(text);
  const found = commandOf(said);
  if (found) return await runCommand(found.command, found.argument, caller, services);
  return (
    (await askBack(said, caller, services)) ??
    cardReply(await helpFor(caller, services, { commands: COMMANDS, presses: PRESSES }, { unknown: said !== '' }))
  );
}
