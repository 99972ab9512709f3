import { describe, expect, it } from 'vitest';
import { compose, type Fragments } from '../../src/cards/base/fragments.ts';

const fragments: Fragments = {
  title: { parameters: { text: 'required', size: null, sign: '' }, element: { text: '@{sign}${@{text}}', size: '@{size}', wrap: true } },
  boxed: { parameters: { items: 'required' }, element: { type: 'Container', items: '@{items}' } },
  warning: { parameters: {}, element: { $use: 'title', text: 'warning', sign: '! ' } },
  broken: { parameters: {}, element: { text: '@{undeclared}' } },
};
const composed = (template: Parameters<typeof compose>[0]) => compose(template, fragments);

describe('A template composed of fragments', () => {
  it('holds the element of a fragment where it uses it, and everything else as it stands', () => {
    expect(
      composed([
        { $use: 'title', text: 'heading' },
        { type: 'TextBlock', text: '${other}', maxLines: 2 },
      ]),
    ).toEqual([
      { text: '${heading}', wrap: true },
      { type: 'TextBlock', text: '${other}', maxLines: 2 },
    ]);
  });

  it('gives a parameter as a value where it stands alone, and as text within a text', () => {
    expect(composed({ $use: 'title', text: 'heading', size: 3, sign: '# ' })).toEqual({ text: '# ${heading}', size: 3, wrap: true });
  });

  it('composes what a parameter holds, and fragments within fragments', () => {
    expect(composed({ $use: 'boxed', items: [{ $use: 'title', text: 'a' }, { $use: 'warning' }] })).toEqual({
      type: 'Container',
      items: [
        { text: '${a}', wrap: true },
        { text: '! ${warning}', wrap: true },
      ],
    });
  });

  it.each([
    ['an unknown fragment, and says which there are', { $use: 'titel' }, /no card fragment "titel".*title, boxed, warning/],
    ['an unknown parameter', { $use: 'title', text: 'a', colour: 'red' }, /"title" has no parameter "colour"/],
    ['a parameter that is required and missing', { items: [{ $use: 'title' }] }, /"title" requires the parameter "text"/],
    ['a fragment that names a parameter it does not declare', { $use: 'broken' }, /"undeclared"/],
  ])('refuses %s', (_what, template, message) => {
    expect(() => composed(template)).toThrow(message);
  });
});
