import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline';
import latinExtended from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?inline';

const face = (address: string, range: string) =>
  `@font-face{font-family:'Inter Variable';font-weight:100 900;src:url(${address}) format('woff2');unicode-range:${range}}`;

const basic =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
const extended =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';

/** An SVG that carries the app's typeface: one drawn as an image has no access to the page's. */
export function withTypeface(svg: string): string {
  const needsMore = /[\u0100-\u02ff\u1d00-\u1eff\u2020\u20a0-\u20c0\u2113\u2c60-\u2c7f\ua720-\ua7ff]/.test(svg);
  const faces = face(latin, basic) + (needsMore ? face(latinExtended, extended) : '');
  return svg.replace(/^<svg[^>]*>/, (opening) => `${opening}<style>${faces}</style>`);
}
