/** Reads Prometheus' text format, strictly: every line must be what the format knows. (It reads numbers as Go does: `Nan` is one.) */

export type Sample = { readonly name: string; readonly labels: Readonly<Record<string, string>>; readonly value: number };

const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{((?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\.)*",?)*)\})? (NaN|Nan|[+-]?Inf|[-+]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\\n]|\\.)*)"/g;

/** Throws on a line that is none, on a sample without a type, and on a series that is there twice. */
export function readPrometheus(text: string): readonly Sample[] {
  const types = new Map<string, string>();
  const series = new Set<string>();
  const samples: Sample[] = [];
  if (!text.endsWith('\n')) throw new Error('the last line has no end');
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const type = /^# TYPE ([a-zA-Z_:][\w:]*) (counter|gauge|histogram|summary|untyped)$/.exec(line);
    if (type) types.set(type[1] ?? '', type[2] ?? '');
    if (type || /^# HELP [a-zA-Z_:][\w:]* \S/.test(line)) continue;
    const [, name = '', labels = '', value] = SAMPLE.exec(line) ?? [];
    if (!name) throw new Error(`not Prometheus' format: ${line}`);
    if (!types.has(name) && types.get(name.replace(/_(bucket|sum|count)$/, '')) !== 'histogram') throw new Error(`no type: ${line}`);
    const key = line.slice(0, line.lastIndexOf(' '));
    if (series.has(key)) throw new Error(`twice: ${key}`);
    series.add(key);
    samples.push({
      name,
      labels: Object.fromEntries([...labels.matchAll(LABEL)].map(([, label, is]) => [label, is])),
      value: Number(value),
    });
  }
  return samples;
}
