/**
 * Doubts of translators about single texts. They stand with the others under "Doubts" in the glossary of their language, with the key of the
 * text before them: "- `progress.closed`: would you say so on the phone?".
 */
const HEADING = '## Doubts';
/** A file is no key: the glossary may have doubts about all of one. */
const DOUBT = /^- `([^`]+)(?<!\.ts)`: (.+)$/;

/** The doubts by the key of their text. */
export const doubtsIn = (glossary: string): ReadonlyMap<string, string> =>
  new Map(
    linesOf(glossary).inside.flatMap((line) => {
      const [, key, doubt] = DOUBT.exec(line) ?? [];
      return key && doubt ? [[key, doubt] as const] : [];
    }),
  );

/** The glossary with these doubts; an empty one is settled, and goes. All else stays as it is. */
export function withDoubts(glossary: string, doubts: ReadonlyMap<string, string>): string {
  const { before, inside, after } = linesOf(glossary);
  const left = new Map(doubts);
  const kept = inside.flatMap((line) => {
    const [, key = ''] = DOUBT.exec(line) ?? [];
    const doubt = left.get(key);
    left.delete(key);
    return doubt === undefined ? [line] : doubt === '' ? [] : [lineOf(key, doubt)];
  });
  const added = [...left].filter(([, doubt]) => doubt !== '').map(([key, doubt]) => lineOf(key, doubt));
  const end = kept.findLastIndex((line) => line.trim() !== '') + 1;
  const heading = before.includes(HEADING) || added.length === 0 ? [] : ['', HEADING, ''];
  return [...before, ...heading, ...kept.slice(0, end), ...added, ...kept.slice(end), ...after].join('\n');
}

const lineOf = (key: string, doubt: string): string => `- \`${key}\`: ${doubt}`;

function linesOf(glossary: string) {
  const lines = glossary.split('\n');
  const heading = lines.indexOf(HEADING);
  // Without the section, it begins where the file ends: before its last, empty line.
  const from = heading === -1 ? lines.findLastIndex((line) => line !== '') + 1 : heading + 1;
  const next = lines.findIndex((line, index) => index >= from && line.startsWith('## '));
  const to = next === -1 ? lines.length : next;
  return { before: lines.slice(0, from), inside: lines.slice(from, to), after: lines.slice(to) };
}
