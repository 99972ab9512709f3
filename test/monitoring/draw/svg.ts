/** The few shapes of SVG that the pictures are made of. Lengths in pixels. */

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const round = (length: number): number => Math.round(length * 10) / 10;

export const INK = '#1f2933';
export const QUIET = '#6b7785';
export const LINE = '#d9dee4';
export const COLOURS = ['#2f6fde', '#e07b00', '#15803d', '#b4339c', '#b91c1c', '#0e7490', '#7c6a00', '#5b4bd6'];

export const rect = (x: number, y: number, width: number, height: number, fill: string, more = ''): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}" ${more}/>`;

export function text(
  x: number,
  y: number,
  said: string,
  style: { size?: number; fill?: string; anchor?: string; bold?: boolean } = {},
): string {
  const { size = 12, fill = INK, anchor = 'start', bold = false } = style;
  const weight = bold ? ' font-weight="600"' : '';
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${fill}" text-anchor="${anchor}"${weight}>${escaped(said)}</text>`;
}

export const line = (x1: number, y1: number, x2: number, y2: number, stroke = LINE): string =>
  `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${stroke}"/>`;

/** Points that are null end one stroke and begin another. */
export function polyline(points: readonly (readonly [number, number] | null)[], stroke: string): string {
  const steps = points.map((point, index) => {
    if (!point) return '';
    return `${points[index - 1] ? 'L' : 'M'}${round(point[0])} ${round(point[1])}`;
  });
  return `<path d="${steps.join('')}" fill="none" stroke="${stroke}" stroke-width="1.5" stroke-linecap="round"/>`;
}

export const picture = (title: string, width: number, height: number, shapes: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, Segoe UI, Helvetica, Arial, sans-serif">\n<title>${escaped(title)}</title>\n${rect(0, 0, width, height, '#ffffff')}\n${shapes.join('\n')}\n</svg>\n`;
