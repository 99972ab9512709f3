/**
 * `npm run e2e`: the stories in Debian's Chromium. What failed leaves a screenshot in .artifacts/e2e/results, and with `-- --trace on` all that
 * the browser did, for twice the CPU.
 */
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { viewport } from './browser.ts';

const programs = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = process.env.CHROMIUM ?? programs.find((path) => existsSync(path));
if (!executablePath) throw new Error('There is no browser here: run `apt-get install -y chromium`, or name one in CHROMIUM.');

const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export default defineConfig({
  testDir: '.',
  outputDir: '../../.artifacts/e2e/results',
  // A story waits for promises of seconds and kills the bot; most of its minutes are waiting, so three are played at a time.
  timeout: 10 * 60_000,
  workers: 3,
  fullyParallel: true,
  reporter: [['./reporter.ts']],
  use: {
    viewport,
    timezoneId: 'Europe/Copenhagen',
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args: ['--no-sandbox', '--disable-gpu', ...quiet] },
  },
  projects: [
    { name: 'stories', testMatch: 'stories.spec.ts' },
    { name: 'pictures', testMatch: 'pictures.spec.ts' },
  ],
});
