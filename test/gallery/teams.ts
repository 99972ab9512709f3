/**
 * How Teams draws cards: the sizes and colours that Microsoft publishes as its host configuration of Teams, light and dark
 * (github.com/microsoft/AdaptiveCards and Teams-AdaptiveCards-Mobile, samples/HostConfig; the Playground has the light one).
 * For high contrast nothing is published: there a client draws white on black and no fill, so nothing may depend on a fill.
 */
export const THEMES = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];
export const STYLES = ['default', 'emphasis', 'accent', 'good', 'attention', 'warning'] as const;
export type Style = (typeof STYLES)[number];
/** `light` and `dark` are left out: they are readable in one theme only. */
export const COLORS = ['default', 'accent', 'good', 'warning', 'attention'] as const;
export type Color = (typeof COLORS)[number];
/** As #rrggbb, or as #aarrggbb where it is mixed with what is behind it. */
export type Ink = { readonly default: string; readonly subtle: string };

type Palette = {
  readonly fills: { readonly [style in Style]: string };
  readonly inks: (style: Style) => { readonly [color in Color]: Ink };
};

const faded = (rgb: string): Ink => ({ default: `#${rgb}`, subtle: `#e5${rgb}` });
const text = (rgb: string): Ink => ({ default: `#${rgb}`, subtle: `#bf${rgb}` });
const FILLS = { accent: '#c7def9', good: '#ccffcc', attention: '#ffc5b2', warning: '#ffe2b2' } as const;
const COLOURED = { good: faded('92c353'), warning: faded('f8d22a') } as const;
const NIGHT = { accent: { default: '#a6a7dc', subtle: '#8b8cc7' }, ...COLOURED, attention: faded('d74654') } as const;

export const PALETTES: { readonly [theme in Theme]: Palette } = {
  light: {
    fills: { default: '#ffffff', emphasis: '#f9f8f7', ...FILLS },
    inks: () => ({
      default: text('252424'),
      accent: { default: '#6264a7', subtle: '#8b8cc7' },
      ...COLOURED,
      attention: faded('c4314b'),
    }),
  },
  dark: {
    fills: { default: '#2d2c2c', emphasis: '#292828', ...FILLS },
    inks: (style) => ({
      // The fills stay pale in the dark, and the text upon them is dark.
      default: style === 'default' || style === 'emphasis' ? text('ffffff') : { default: '#201f1f', subtle: '#2d2c2c' },
      ...NIGHT,
    }),
  },
  contrast: {
    fills: { default: '#000000', emphasis: '#000000', accent: '#000000', good: '#000000', attention: '#000000', warning: '#000000' },
    inks: () => {
      const white: Ink = { default: '#ffffff', subtle: '#ffffff' };
      return { default: white, accent: white, good: white, warning: white, attention: white };
    },
  },
};

const FONT = {
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 200, default: 400, bolder: 600 },
};

/** For the renderer of the npm package `adaptivecards`. */
export function hostConfig(theme: Theme): object {
  const { fills, inks } = PALETTES[theme];
  const style = (name: Style) => [
    name,
    { backgroundColor: fills[name], foregroundColors: inks(name), ...(theme === 'contrast' ? { borderColor: '#ffffff' } : {}) },
  ];
  return {
    choiceSetInputValueSeparator: ',',
    supportsInteractivity: true,
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: '#eeeeee' },
    fontTypes: {
      default: { fontFamily: "'Segoe UI', Selawik, 'Open Sans', Tahoma, Verdana, sans-serif", ...FONT },
      monospace: { fontFamily: "'Courier New', Courier, monospace", ...FONT },
    },
    textStyles: { heading: { fontType: 'default', size: 'large', weight: 'bolder', color: 'default', isSubtle: false } },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: Object.fromEntries(STYLES.map(style)),
    actions: {
      maxActions: 6,
      spacing: 'Default',
      buttonSpacing: 8,
      showCard: { actionMode: 'Inline', inlineTopMargin: 16, style: 'emphasis' },
      preExpandSingleShowCardAction: false,
      actionsOrientation: 'Horizontal',
      actionAlignment: 'Left',
    },
    adaptiveCard: { allowCustomStyle: false },
    factSet: { title: { weight: 'Bolder', wrap: true }, value: { wrap: true }, spacing: 16 },
  };
}
