import { readPalette } from '../graph/theme.ts';

/** Mermaid's variables for the portal's colours, as the current theme has them. */
export function readThemeVariables(host: HTMLElement): Readonly<Record<string, string | boolean>> {
  const palette = readPalette(host);
  const hex = (colour: string): string => toHex(colour);
  const [page, surface, rule, text, muted, mark, link] = [
    ...[palette.page, palette.surface, palette.ruleStrong, palette.text],
    ...[palette.muted, palette.mark, palette.link],
  ].map(hex) as [string, string, string, string, string, string, string];
  return {
    ...numbered(isDark(page) ? darkSeries : lightSeries, text),
    darkMode: isDark(page),
    background: page,
    mainBkg: surface,
    primaryColor: surface,
    primaryTextColor: text,
    primaryBorderColor: muted,
    secondaryColor: mark,
    secondaryTextColor: text,
    secondaryBorderColor: link,
    tertiaryColor: page,
    tertiaryTextColor: text,
    tertiaryBorderColor: rule,
    lineColor: muted,
    textColor: text,
    titleColor: text,
    nodeTextColor: text,
    edgeLabelBackground: page,
    clusterBkg: page,
    clusterBorder: rule,
    noteBkgColor: mark,
    noteTextColor: text,
    noteBorderColor: rule,
    actorLineColor: rule,
    fontFamily: palette.font,
    fontSize: '14px',
  };
}

/** Colours of things that only follow one another: slices, branches, sections. */
const lightSeries = ['#cfe3f7', '#d5ecd8', '#f8e5c0', '#f6d3cd', '#e4d8f5', '#e6e0d5', '#c9ebe8', '#f3d7e7'];
const darkSeries = ['#22405e', '#23482c', '#564320', '#5a2c27', '#41315f', '#453f36', '#1f4a48', '#55304a'];

function numbered(series: readonly string[], text: string): Readonly<Record<string, string>> {
  const variables: Record<string, string> = { pieStrokeColor: text, pieOuterStrokeColor: text, pieOpacity: '1' };
  for (let index = 0; index < 12; index += 1) {
    const colour = series[index % series.length] as string;
    Object.assign(variables, {
      [`pie${index + 1}`]: colour,
      [`cScale${index}`]: colour,
      [`cScaleLabel${index}`]: text,
      [`cScaleInv${index}`]: text,
      [`cScalePeer${index}`]: text,
      [`git${index}`]: colour,
      [`gitBranchLabel${index}`]: text,
    });
  }
  return variables;
}

function isDark(hexColour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hexColour.slice(at, at + 2), 16));
  return red + green + blue < 384;
}

/** A colour in the only spelling that Mermaid's arithmetic reads, through the one thing that knows all others. */
function toHex(colour: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return '#808080';
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
