import type { EditedCall } from './editedCalls.js';
import { EDITED_CALLS } from './editedCalls.js';
import { editorWith } from './editor.js';

const written = ({ setUp, call }: EditedCall, input: Readonly<Record<string, string>>): string => {
  const fields = Object.entries(input).map(([name, value]) => `  ${name}: ${value},\n`);
  return `${setUp}\n${call}({\n${fields.join('')}});\n`;
};

/** No field of any input can be this. */
const WRONG = 'Symbol.iterator';

const programsOf = (edited: EditedCall) => ({
  [`${edited.call}.lawful`]: written(edited, edited.input),
  [`${edited.call}.begun`]: written(edited, {}),
  [`${edited.call}.stranger`]: written(edited, { nonsense: '1', ...edited.input }),
  [`${edited.call}.wrong`]: written(edited, { ...edited.input, [edited.field]: WRONG }),
});

// The first question makes the service read all of the sources.
jest.setTimeout(60_000);

describe('an editor', () => {
  const editor = editorWith(
    Object.assign({}, ...EDITED_CALLS.map(programsOf)) as object as Record<string, string>,
  );

  describe.each(EDITED_CALLS.map((edited) => [edited.call, edited] as const))(
    'at %s',
    (call, edited) => {
      const fields = Object.keys(edited.input);
      const opening = `${call.split('.').at(-1)}({`;

      it('tells what the method does, and unfolds to the fields that it takes, in two steps at most', () => {
        const { name, docs } = editor.hover(`${call}.lawful`, opening, 2);
        expect(docs).not.toBe('');
        for (const field of fields) expect(name).toContain(`readonly ${field}`);
      });

      it('tells what a field means where it is written', () => {
        const { name, docs } = editor.hover(`${call}.lawful`, `${edited.field}:`);
        expect(name).toMatch(new RegExp(`\\.${edited.field}\\??: `));
        expect(docs).toMatch(edited.says);
      });

      it('offers all fields, each with its meaning', () => {
        const offers = editor.offers(`${call}.begun`, opening);
        expect(offers.map(({ name }) => name)).toEqual(expect.arrayContaining(fields));
        expect(offers.filter(({ docs }) => docs === '')).toEqual([]);
      });

      it('underlines nothing in a lawful call', () => {
        expect(editor.mistakes(`${call}.lawful`)).toEqual([]);
      });

      it('underlines a field that there is not', () => {
        const [mistake, ...others] = editor.mistakes(`${call}.stranger`);
        expect(mistake?.name).toBe('nonsense');
        expect(mistake?.docs).toContain(`'nonsense' does not exist`);
        expect(others).toEqual([]);
      });

      it('underlines a field whose value is of the wrong type', () => {
        const [mistake, ...others] = editor.mistakes(`${call}.wrong`);
        expect(mistake?.name).toBe(edited.field);
        expect(mistake?.docs).toContain(`Type 'symbol' is not assignable to type`);
        expect(others).toEqual([]);
      });
    },
  );

  it('has nothing to tell or to underline at a method that takes anything', () => {
    const text =
      'declare const loose: { run(input: { image?: any; audio?: any; [name: string]: unknown }): void };';
    const call = 'loose.run({ nonsense: 1, image: Symbol.iterator });';
    const loose = editorWith({ loose: `${text}\n${call}\n` });
    expect(loose.mistakes('loose')).toEqual([]);
    expect(loose.hover('loose', 'image: Symbol').docs).toBe('');
    expect(loose.offers('loose', 'run({')).toEqual([{ name: 'audio', docs: '' }]);
  });
});
