/** Reads Bicep as far as its mistakes can be seen without its compiler: tokens, what is declared, and which names are used. */

export type Token = { readonly kind: 'name' | 'text' | 'number' | 'sign' | 'line'; readonly text: string; readonly at: number };

const SIGNS = ['::', '=>', '??', '==', '!=', '>=', '<=', '&&', '||', '...'];
const CLOSES: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

/** The tokens of a file, without comments; what stands in `${}` of a text follows the text. Throws, with the line, where something does not close. */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  const open: { sign: string; line: number }[] = [];
  let at = 0;
  const line = () => source.slice(0, at).split('\n').length;
  const fail = (what: string): never => {
    throw new Error(`line ${line()}: ${what}`);
  };

  while (at < source.length) read();
  const last = open.at(-1);
  if (last) throw new Error(`line ${last.line}: ${last.sign} is not closed`);
  return tokens;

  function read(): void {
    const rest = source.slice(at);
    const skipped = /^(?:[ \t\r]+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)/.exec(rest)?.[0];
    if (skipped) {
      at += skipped.length;
      return;
    }
    if (rest.startsWith("'''")) {
      readWhole();
      return;
    }
    if (rest.startsWith("'")) {
      readText();
      return;
    }
    const [kind, text] = next(rest);
    if (kind === 'sign') balance(text);
    tokens.push({ kind, text, at });
    at += text.length;
  }

  function next(rest: string): readonly [Token['kind'], string] {
    if (rest.startsWith('\n')) return ['line', '\n'];
    const name = /^[A-Za-z_]\w*/.exec(rest)?.[0];
    if (name) return ['name', name];
    const number = /^\d+/.exec(rest)?.[0];
    if (number) return ['number', number];
    return ['sign', SIGNS.find((sign) => rest.startsWith(sign)) ?? rest.charAt(0)];
  }

  function balance(sign: string): void {
    if (CLOSES[sign]) open.push({ sign, line: line() });
    else if (Object.values(CLOSES).includes(sign)) {
      const opened = open.pop()?.sign ?? '';
      if (CLOSES[opened] !== sign) fail(`${sign} closes nothing`);
    } else if (!/^(?:[:=.,@?!+\-*/%<>|]|::|=>|\?\?|==|!=|>=|<=|&&|\|\||\.\.\.)$/.test(sign)) fail(`${sign} is no sign of Bicep`);
  }

  function readWhole(): void {
    const end = source.indexOf("'''", at + 3);
    if (end < 0) fail("''' is not closed");
    tokens.push({ kind: 'text', text: source.slice(at + 3, end), at });
    at = end + 3;
  }

  function readText(): void {
    const from = at;
    const inner: Token[] = [];
    let text = '';
    at += 1;
    while (source.charAt(at) !== "'") {
      if (source.startsWith('${', at)) {
        inner.push(...readBlank());
        text += '${}';
      } else text += readPart();
    }
    at += 1;
    tokens.push({ kind: 'text', text, at: from }, ...inner);
  }

  function readPart(): string {
    const part = /^(?:\\(?:[\\'nrt$]|u\{[0-9a-f]+\})|[^\\\n])/i.exec(source.slice(at))?.[0];
    if (part === undefined) return fail('a text is not closed, or a \\ in it means nothing');
    at += part.length;
    return part;
  }

  /** What stands in `${}`, without the brace that closes it. */
  function readBlank(): readonly Token[] {
    const [before, depth] = [tokens.length, open.length];
    at += 2;
    open.push({ sign: '{', line: line() });
    while (open.length > depth) {
      if (at >= source.length) fail('${ is not closed');
      read();
    }
    return tokens.splice(before).slice(0, -1);
  }
}

export type Declared = {
  readonly kind: 'param' | 'var' | 'resource' | 'module' | 'output';
  readonly name: string;
  /** Of a resource with its version, of a module its file. */
  readonly type: string;
  readonly isSecure: boolean;
  /** The decorators in front, and the whole declaration. */
  readonly text: string;
};

/** What a file declares, also resources inside of resources. */
export function declaredIn(source: string): readonly Declared[] {
  const starts = [...source.matchAll(/^( *)(param|var|resource|module|output) (\w+) ?(?:'([^'\n]*)'|([\w]+))?/gm)];
  return starts.map((start, index) => {
    const [, , kind = '', name = '', quoted, word] = start;
    const before = source.slice(0, start.index).split('\n');
    // Decorators stand in the lines before, without an empty one between.
    const decorators = before.slice(before.lastIndexOf('', before.length - 2) + 1).join('\n');
    const text = source.slice(start.index, starts[index + 1]?.index);
    return { kind: kind as Declared['kind'], name, type: quoted ?? word ?? '', isSecure: /^@secure\(\)$/m.test(decorators), text };
  });
}

const WORDS = new Set(
  ['param', 'var', 'resource', 'module', 'output', 'existing', 'if', 'for', 'in', 'true', 'false', 'null', 'targetScope']
    .concat(['string', 'int', 'bool', 'array', 'object', 'description', 'secure', 'minLength', 'maxLength', 'minValue', 'maxValue'])
    .concat(['resourceGroup', 'subscription', 'tenant', 'uniqueString', 'guid', 'empty', 'union', 'concat', 'map', 'replace', 'toLower'])
    .concat(['json', 'base64', 'subscriptionResourceId', 'loadTextContent', 'loadFileAsBase64']),
);

/** The names that are used and that nothing declares: neither the file, nor a loop or a function in it, nor Bicep itself. */
export function unknownNames(source: string): readonly string[] {
  const tokens = tokensOf(source).filter(({ kind }) => kind !== 'line');
  const known = new Set(declaredIn(source).map(({ name }) => name));
  for (const [index, { text }] of tokens.entries()) {
    if (text === 'for') known.add(tokens[index + 1]?.text ?? '');
    if (text === '=>') known.add(tokens[index - 1]?.text ?? '');
  }
  return tokens
    .filter(({ kind, text }, index) => {
      const [before, after] = [tokens[index - 1]?.text ?? '', tokens[index + 1]?.text ?? ''];
      const isKey = after === ':' && before !== '?';
      return kind === 'name' && !isKey && !['.', '::'].includes(before) && !WORDS.has(text) && !known.has(text);
    })
    .map(({ text }) => text);
}
