/** What may stand in an attribute. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const short = (value: string | number): string =>
  typeof value === 'number' ? String(Number(value.toFixed(1))) : escaped(value);

/** One element; text inside is escaped, other elements are not. */
export function element(name: string, attributes: Attributes, inside = ''): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${short(value)}"`]))
    .join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** A line of text. */
export const text = (x: number, y: number, words: string, attributes: Attributes = {}): string =>
  element('text', { x, y, ...attributes }, escaped(words));

/** Colours by what a thing is, in light and in dark; a viewer that knows no dark shows the light ones. */
const STYLE = `
.card{fill:#fff;stroke:#d9e2ec}.ink{fill:#1f2933}.dim{fill:#52606d}
.grid{stroke:#e8edf2;fill:none}.axis{stroke:#9aa5b1;fill:none}.no{fill:#f3f5f8}
.limit{stroke:#52606d;fill:none;stroke-width:1.8}.theory{stroke:#9aa5b1;fill:none;stroke-width:1.4;stroke-dasharray:5 4}
.ours{stroke:#1f5fae;fill:none;stroke-width:2.6;stroke-linejoin:round}.dot{fill:#1f5fae;stroke:#fff;stroke-width:1.5}
.name{fill:#1f5fae;font-weight:600}.peer{fill:#c2410c;stroke:#fff;stroke-width:1.2}.path{stroke:#c2410c;fill:none;stroke-width:1.3;opacity:.55}
.lead{stroke:#9aa5b1;fill:none;stroke-width:.8}.bar{fill:#1f5fae}.other{fill:#d9906d}.least{fill:#9aa5b1}.goal{stroke:#1a7f4b;fill:none;stroke-width:1.6;stroke-dasharray:5 3}.aim{fill:#1a7f4b}
@media (prefers-color-scheme:dark){
.card{fill:#12181f;stroke:#2b3743}.ink{fill:#e6ecf2}.dim{fill:#a3b1bf}
.grid{stroke:#202a34}.axis{stroke:#5b6a79}.no{fill:#182029}
.limit{stroke:#b6c2ce}.theory{stroke:#6b7a89}
.ours{stroke:#6cb2f7}.dot{fill:#6cb2f7;stroke:#12181f}.name{fill:#8cc4fa}
.peer{fill:#f0955f;stroke:#12181f}.path{stroke:#f0955f}.lead{stroke:#5b6a79}
.bar{fill:#6cb2f7}.other{fill:#a8623c}.least{fill:#5b6a79}.goal{stroke:#4cc38a}.aim{fill:#4cc38a}}`;

/** A whole picture: a card with a title, a line below it, and what is drawn. */
export function picture(
  { width, height }: { readonly width: number; readonly height: number },
  {
    title,
    about,
    described,
  }: { readonly title: string; readonly about: string; readonly described: string },
  drawn: readonly string[],
): string {
  const head = [
    element('title', { id: 'title' }, escaped(title)),
    element('desc', { id: 'desc' }, escaped(described)),
    `<style>${STYLE}\n</style>`,
    element('rect', {
      class: 'card',
      x: 0.5,
      y: 0.5,
      width: width - 1,
      height: height - 1,
      rx: 10,
    }),
    text(24, 36, title, { class: 'ink', 'font-size': 18, 'font-weight': 600 }),
    text(24, 57, about, { class: 'dim', 'font-size': 13 }),
  ];
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': 'title desc',
      'font-family':
        "system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, 'DejaVu Sans', sans-serif",
      'font-size': 12,
    },
    `\n${[...head, ...drawn].join('\n')}\n`,
  )}\n`;
}
