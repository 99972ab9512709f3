/**
 * The Application of teams-ai, which runs a turn, without the rest of that package: its index loads language models and
 * tokenizers, and its sign-in loads dialogs that recognize dates and numbers in text. That is half a second of each start and
 * 75 MB which this bot never uses. The package names no exports, so the path is as fixed as its version in the lock file.
 */
import Module, { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const path = require.resolve('@microsoft/teams-ai/lib/Application.js');
const dialogs = createRequire(path).resolve('botbuilder-dialogs');

// The sign-in extends this class when it is loaded, and uses dialogs only when an Application has `authentication`.
const loadedBefore = require.cache[dialogs];
require.cache[dialogs] ??= Object.assign(new Module(dialogs), { loaded: true, exports: { Dialog: class {} } });
export const { Application }: typeof import('@microsoft/teams-ai') = require(path);
if (!loadedBefore) delete require.cache[dialogs];
