/** What the bot loads and parses when it starts; in processes of their own, because other tests load more. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');

/** Gives what the code prints, as JSON. */
function ran<Result>(code: string): Result {
  const load = `import { createRequire } from 'node:module'; const require = createRequire(process.cwd() + '/package.json'); ${code}`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', load], { cwd: ROOT, encoding: 'utf8' })) as Result;
}

const PRINT_PACKAGES = `
  const names = Object.keys(require.cache).map((file) => /.*node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(file.replaceAll('\\\\', '/'))?.[1]);
  console.log(JSON.stringify([...new Set(names)]));`;

describe('the start', { tags: ['full'] }, () => {
  it('loads teams-ai without language models, tokenizers and dialogs, and no driver of a database that is not used', () => {
    const packages = ran<string[]>(`await import('./src/app.ts'); ${PRINT_PACKAGES}`);
    expect(packages).toContain('@microsoft/teams-ai');
    const unused = ['botbuilder-dialogs', 'gpt-tokenizer', 'openai', '@microsoft/recognizers-text-suite', 'pg'];
    expect(packages.filter((name) => unused.includes(name))).toEqual([]);
  });

  it("has the class of the SDK's index, and leaves the dialogs of the SDK whole for anybody else", () => {
    const types = ran<unknown[]>(`
      const { Application } = await import('./src/teams/sdk-application.ts');
      const isSame = Application === require('@microsoft/teams-ai').Application;
      console.log(JSON.stringify([isSame, typeof require('botbuilder-dialogs').DialogSet]))`);
    expect(types).toEqual([true, 'function']);
  });

  it('parses no template of a card; each is parsed after it and a pause for others, and only once', () => {
    const counts = ran<number[]>(`
      const { Template } = require('adaptivecards-templating');
      const { prepare } = Template;
      let parsed = 0;
      Template.prepare = (node) => { parsed += 1; return prepare(node); };
      await import('./src/app.ts');
      const { parseTemplates } = await import('./src/cards/base/card.ts');
      const counts = [parsed];
      const pause = async () => counts.push(parsed);
      await parseTemplates(pause);
      await parseTemplates(pause);
      await pause();
      console.log(JSON.stringify(counts))`);
    expect(counts.slice(0, 2)).toEqual([0, 0]);
    const first = counts.slice(1, counts.length / 2);
    expect(first.length).toBeGreaterThan(10);
    expect(new Set(first).size).toBe(first.length);
    const after = counts.slice(counts.length / 2);
    expect(after).toEqual(after.map(() => counts.at(-1)));
  });
});
