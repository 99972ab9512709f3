/** The owner gives an outage back: by "release ..." in the thread, or by a form. */
import { releaseForm } from '../../cards/ownership.ts';
import { type Command, says } from '../command.ts';
import { engineerForm, withText } from '../forms/outage-form.ts';
import { textInThread } from '../forms/outage-thread.ts';

export const release: Command = {
  name: 'release',
  needs: 'release',
  // "release notes" and "release 10.0.39" are about software.
  parse: says(/^\/?(?:release|give\s+(?:it\s+|this\s+)?back)(?=$|[\s:,.])(?!\s+(?:notes?\b|v?\d))[:,.]?([\s\S]*)$/i),
  run: textInThread(
    ({ examples }) => examples.release,
    (reason, common) => ({ ...common, type: 'release', reason, seen: null }),
  ),
};

export const { presses: releasePresses } = engineerForm({
  needs: 'release',
  verb: 'outage-release',
  fields: ['reason'],
  draw: releaseForm,
  action: withText('reason', (reason, { common, seen }) => ({ ...common, type: 'release', reason, seen })),
});
