import type { InputIssue } from 'rushes';
import type { JobKind } from '../../../src/contract/JobKind.js';
import { audioTools } from '../../../src/providers/magicHour/audioTools.js';
import { faceDetection } from '../../../src/providers/magicHour/faceDetection.js';
import { imageTools } from '../../../src/providers/magicHour/imageTools.js';
import { savedItems } from '../../../src/providers/magicHour/savedItems.js';
import { uploadUrls } from '../../../src/providers/magicHour/uploadUrls.js';
import { videoTools } from '../../../src/providers/magicHour/videoTools.js';
import { changed, issuePath, valueAt } from './changed.js';
import type { DocumentedField, DocumentedOperation } from './operations.js';
import { methodNameOf, OPERATIONS, TOOL_OPERATIONS } from './operations.js';
import { TOOL_INPUTS } from './toolInputs.js';

type Check = (input: never) => readonly InputIssue[];

const TOOLS: Readonly<Record<string, JobKind<never, never, unknown>>> = {
  ...(videoTools as object),
  ...(imageTools as object),
  ...(audioTools as object),
};

/**
 * The words that Magic Hour adds to: others than the listed ones pass. All other lists are closed.
 * A change here is a change of what users can send.
 */
const OPEN = new Set([
  'POST /v1/ai-talking-photo style.generation_mode',
  'POST /v1/ai-video-editor model',
  'POST /v1/ai-video-editor resolution',
  'POST /v1/audio-to-video resolution',
  'POST /v1/auto-subtitle-generator style.template',
  'POST /v1/character-replace resolution',
  'POST /v1/face-swap style.version',
  'POST /v1/image-to-video model',
  'POST /v1/image-to-video resolution',
  'POST /v1/lip-sync style.generation_mode',
  'POST /v1/text-to-video aspect_ratio',
  'POST /v1/text-to-video resolution',
  'POST /v1/text-to-video model',
  'POST /v1/video-to-video style.version',
  'POST /v1/video-to-video style.model',
  'POST /v1/ai-image-editor model',
  'POST /v1/ai-image-editor aspect_ratio',
  'POST /v1/ai-image-editor resolution',
  'POST /v1/ai-image-generator model',
  'POST /v1/ai-image-generator aspect_ratio',
  'POST /v1/ai-image-generator resolution',
  'POST /v1/ai-image-generator style.tool',
  'POST /v1/ai-image-upscaler style.mode',
  'POST /v1/ai-meme-generator style.template',
  'POST /v1/body-swap resolution',
  'POST /v1/ai-voice-generator style.voice_name',
  'POST /v1/ai-video-translator target_language',
  'GET /v1/saved-items type',
]);

/** What is checked against the document: its rules, and inputs that have every field between them. */
interface Judged {
  readonly operation: DocumentedOperation;
  readonly check: Check;
  readonly inputs: readonly object[];
}

const operationAt = (name: string): DocumentedOperation => {
  const found = OPERATIONS.find(({ method, path }) => `${method} ${path}` === name);
  if (found === undefined) throw new Error(`no operation ${name}`);
  return found;
};

const JUDGED: readonly Judged[] = [
  ...TOOL_OPERATIONS.map((operation) => {
    const name = methodNameOf(operation);
    const { full, least } = TOOL_INPUTS[name as keyof typeof TOOL_INPUTS];
    return { operation, check: TOOLS[name]?.check as Check, inputs: [...full, least] };
  }),
  {
    operation: operationAt('POST /v1/face-detection'),
    check: faceDetection.check as Check,
    inputs: [{ confidence_score: 0.5, assets: { target_file_path: 'api-assets/id/1.mp4' } }],
  },
  {
    operation: operationAt('POST /v1/files/upload-urls'),
    // The method takes the list alone, so that its issues begin within it.
    check: ({ items }: { readonly items: never }) =>
      (uploadUrls.check?.(items) ?? []).map(({ path, message }) => ({
        path: path === '' ? 'items' : `items.${path}`,
        message,
      })),
    inputs: [{ items: [{ type: 'video', extension: 'mp4' }] }],
  },
  {
    operation: operationAt('GET /v1/saved-items'),
    check: savedItems.check as Check,
    inputs: [{ type: 'voice', limit: 100, cursor: 'item-2' }],
  },
];

interface Case {
  readonly title: string;
  readonly judged: Judged;
  readonly field: DocumentedField;
  /** An input that has the field. */
  readonly input: object;
}

const CASES: readonly Case[] = JUDGED.flatMap((judged) =>
  judged.operation.fields.map((field) => {
    const { method, path } = judged.operation;
    const input = judged.inputs.find((each) => valueAt(each, field.path) !== undefined);
    if (input === undefined) throw new Error(`no input of ${path} has ${field.path}`);
    return { title: `${method} ${path} ${field.path}`, judged, field, input };
  }),
);

const casesWhere = (pick: (field: DocumentedField) => boolean) =>
  CASES.filter(({ field }) => pick(field)).map((each) => [each.title, each] as const);

const wrongIn = ({ judged, input, field }: Case, value: unknown, path = field.path) =>
  judged
    .check(changed(input, path, value) as never)
    .filter((issue) => issue.path === issuePath(path))
    .map(({ message }) => message);

const addedBy = ({ newer }: DocumentedField) => (typeof newer === 'object' ? newer : {});

describe('the tools of Magic Hour', () => {
  it('are those of its document, each with inputs to judge it by', () => {
    expect(Object.keys(TOOLS).sort()).toEqual(TOOL_OPERATIONS.map(methodNameOf).sort());
    expect(Object.keys(TOOL_INPUTS).sort()).toEqual(Object.keys(TOOLS).sort());
  });

  it.each(TOOL_OPERATIONS.map((operation) => [operation.path, operation] as const))(
    '%s takes as long as Magic Hour says, and makes what it says',
    (_, operation) => {
      const tool = TOOLS[methodNameOf(operation)];
      const { typicalSeconds, kind } = operation;
      expect(tool?.typicalMs).toBe(
        typicalSeconds === undefined ? undefined : typicalSeconds * 1000,
      );
      expect(tool?.kind).toBe(`${kind}s`);
    },
  );

  it.each(JUDGED.map((judged) => [judged.operation.path, judged] as const))(
    '%s takes its good inputs, and no field that the document does not name, wherever',
    (_, { operation, check, inputs }) => {
      for (const input of inputs) expect(check(input as never)).toEqual([]);
      if (operation.path === '/v1/files/upload-urls') return;
      const objects = ['', ...operation.fields.filter(isHolder).map(({ path }) => `${path}.`)];
      for (const owner of objects) {
        const path = `${owner}field_of_tomorrow`;
        const holder =
          owner === '' ? inputs[0] : inputs.find((each) => valueAt(each, owner.slice(0, -1)));
        const wrong = check(changed(holder ?? {}, path, 1) as never).map((issue) => issue.path);
        expect(wrong).toEqual([issuePath(path)]);
      }
    },
  );
});

function isHolder({ type, items }: DocumentedField): boolean {
  return type === 'object' && items === undefined;
}

describe('every field of the document', () => {
  it.each(casesWhere(({ required }) => required))('%s is required', (_, each) => {
    expect(wrongIn(each, undefined)).toEqual([expect.stringMatching(/^(is required|must be)/)]);
  });

  it.each(casesWhere(({ required }) => !required))(
    '%s may be left out, where nothing needs it',
    (_, each) => {
      const { judged, field } = each;
      // Some input lacks the field, or can do without it.
      const without = judged.inputs.some((input) => {
        const [parent] = /^.*(?=\.)/.exec(field.path) ?? [''];
        if (parent !== '' && valueAt(input, parent) === undefined) return true;
        return judged.check(changed(input, field.path, undefined) as never).length === 0;
      });
      expect(without).toBe(true);
    },
  );

  it.each(CASES.map((each) => [each.title, each] as const))('%s has its type', (_, each) => {
    const { type, nullable = false } = each.field;
    const others = {
      string: [7, {}, [], true],
      number: ['5', {}, true],
      integer: ['5', {}, true, 1.5],
      boolean: ['true', 1, {}],
      object: ['{}', 5, []],
      array: ['[]', 5, {}],
    }[type];
    for (const value of others) expect([value, wrongIn(each, value).length]).toEqual([value, 1]);
    expect(wrongIn(each, null)).toHaveLength(nullable ? 0 : 1);
  });

  it.each(casesWhere((field) => (field.enum ?? field.stated?.enum) !== undefined))(
    '%s takes every word of its list',
    (_, each) => {
      const { field } = each;
      const words = [...(field.enum ?? field.stated?.enum ?? []), ...(addedBy(field).enum ?? [])];
      expect(words.filter((word) => wrongIn(each, word).length > 0)).toEqual([]);
    },
  );

  it.each(casesWhere((field) => (field.enum ?? field.stated?.enum) !== undefined))(
    '%s takes other words only where its list is open',
    (title, each) => {
      const listed = each.field.enum ?? each.field.stated?.enum ?? [];
      const other = typeof listed[0] === 'number' ? 3 : 'a word of tomorrow';
      expect(wrongIn(each, other)).toHaveLength(OPEN.has(title) ? 0 : 1);
    },
  );

  it('is known where its list is open', () => {
    const titles = new Set(CASES.filter(({ field }) => field.enum).map(({ title }) => title));
    expect([...OPEN].filter((title) => !titles.has(title))).toEqual([]);
  });

  it.each(casesWhere(({ minimum }) => minimum !== undefined))('%s has its minimum', (_, each) => {
    const { minimum = 0, multipleOf = 0.01 } = each.field;
    expect(wrongIn(each, minimum)).toEqual([]);
    expect(wrongIn(each, minimum - (each.field.type === 'integer' ? 1 : multipleOf))).toHaveLength(
      1,
    );
  });

  it.each(casesWhere(({ maximum }) => maximum !== undefined))('%s has its maximum', (_, each) => {
    const { maximum = 0, multipleOf = 0.01 } = each.field;
    expect(wrongIn(each, maximum)).toEqual([]);
    expect(wrongIn(each, maximum + (each.field.type === 'integer' ? 1 : multipleOf))).toHaveLength(
      1,
    );
  });

  it.each(casesWhere(({ multipleOf }) => multipleOf !== undefined))(
    '%s goes in steps',
    (_, each) => {
      const { multipleOf = 1 } = each.field;
      for (const steps of [1, 3, 7, 13]) expect(wrongIn(each, steps * multipleOf)).toEqual([]);
      expect(wrongIn(each, 2.5 * multipleOf)).toHaveLength(1);
    },
  );

  it.each(casesWhere(({ minLength }) => minLength !== undefined))('%s is not empty', (_, each) => {
    expect(wrongIn(each, '')).toHaveLength(1);
  });

  it.each(casesWhere(({ maxLength }) => maxLength !== undefined))(
    '%s has its length',
    (_, each) => {
      const most = addedBy(each.field).maxLength ?? each.field.maxLength ?? 0;
      expect(wrongIn(each, 'x'.repeat(most))).toEqual([]);
      expect(wrongIn(each, 'x'.repeat(most + 1))).toHaveLength(1);
    },
  );

  it.each(casesWhere(({ minItems, maxItems }) => (minItems ?? maxItems) !== undefined))(
    '%s has its number of members',
    (_, each) => {
      const { path, minItems = 0, maxItems } = each.field;
      const [member] = valueAt(each.input, path) as readonly unknown[];
      expect(wrongIn(each, Array(minItems).fill(member))).toEqual([]);
      if (minItems > 0) expect(wrongIn(each, [])).toHaveLength(1);
      if (maxItems === undefined) return;
      expect(wrongIn(each, Array(maxItems).fill(member))).toEqual([]);
      expect(wrongIn(each, Array(maxItems + 1).fill(member))).toHaveLength(1);
    },
  );

  it.each(casesWhere(({ items }) => items === 'string'))('%s has no empty member', (_, each) => {
    const issues = each.judged.check(changed(each.input, each.field.path, ['']) as never);
    expect(issues.map(({ path }) => path)).toEqual([`${each.field.path}.0`]);
  });

  it.each(casesWhere(({ pattern }) => pattern !== undefined))('%s has its form', (_, each) => {
    const form = new RegExp(each.field.pattern ?? '');
    for (const text of ['mp4', 'fox-1', 'a_b', 'MP4', '.mp4', '1a', 'a b', '-a', 'ä', '']) {
      expect([text, wrongIn(each, text).length]).toEqual([text, form.test(text) ? 0 : 1]);
    }
  });

  it.each(casesWhere(({ format }) => format === 'uri'))('%s is a URL', (_, each) => {
    expect(wrongIn(each, 'youtube')).toHaveLength(1);
    expect(wrongIn(each, 'https://youtu.be/x')).toEqual([]);
  });
});

describe('what fields need of each other', () => {
  it.each(casesWhere(({ requiredIf }) => requiredIf !== undefined))(
    '%s is required with each word that asks for it',
    (_, each) => {
      const { path: other = '', in: words = [] } = each.field.requiredIf ?? {};
      for (const word of words) {
        const asked = { ...each, input: changed(each.input, other, word) };
        expect(wrongIn(asked, undefined)).toEqual([expect.stringMatching(/^is required/)]);
      }
    },
  );

  it.each(
    casesWhere(({ requiredIf }) => requiredIf?.path.endsWith('face_swap_mode') === true).filter(
      ([, { field }]) => field.requiredIf?.in.includes('all-faces'),
    ),
  )('%s is required also where the mode is left to its default', (_, each) => {
    const input = changed(each.input, 'assets.face_swap_mode', undefined);
    expect(wrongIn({ ...each, input }, undefined)).toEqual([
      'is required unless face_swap_mode is "individual-faces"',
    ]);
  });

  it.each(casesWhere(({ stated }) => stated?.greaterThan !== undefined))(
    '%s is after the beginning',
    (_, each) => {
      const start = each.field.stated?.greaterThan ?? '';
      const at = (seconds: number) => ({ ...each, input: changed(each.input, start, seconds) });
      expect(wrongIn(at(5), 5)).toEqual(['must be greater than start_seconds']);
      expect(wrongIn(at(5), 5.5)).toEqual([]);
    },
  );

  it.each(casesWhere(({ stated }) => stated?.anyOf !== undefined))(
    '%s has one of two',
    (_, each) => {
      expect(wrongIn(each, {})).toEqual(['needs template or custom_config']);
    },
  );

  it.each(casesWhere(({ stated }) => stated?.requiredWithout !== undefined))(
    '%s is required without a template',
    (_, each) => {
      expect(wrongIn(each, undefined)).toEqual([]);
      const input = changed(each.input, each.field.stated?.requiredWithout ?? '', undefined);
      expect(wrongIn({ ...each, input }, undefined)).toEqual([
        'is required where there is no template',
      ]);
    },
  );

  it.each(casesWhere(({ stated }) => stated?.clip !== undefined))('%s ends a clip', (_, each) => {
    const { start = '', minimum = 0, maximum = 0 } = each.field.stated?.clip ?? {};
    for (const from of [0, 10.3]) {
      const at = { ...each, input: changed(each.input, start, from) };
      expect(wrongIn(at, from + minimum)).toEqual([]);
      expect(wrongIn(at, from + maximum)).toEqual([]);
      expect(wrongIn(at, from + minimum - 0.1)).toHaveLength(1);
      expect(wrongIn(at, from + maximum + 0.1)).toHaveLength(1);
    }
  });

  it.each(casesWhere(({ stated }) => stated?.needs !== undefined))(
    '%s needs a recording with the words that take the prompt from it',
    (_, { judged, field, input }) => {
      const { when = [], path = '', in: words = [] } = field.stated?.needs ?? {};
      for (const word of when) {
        const asked = changed(input, field.path, word);
        for (const source of [...words, 'none']) {
          const issues = judged.check(changed(asked, path, source) as never);
          expect(issues.map((issue) => issue.path)).toEqual(source === 'none' ? [path] : []);
        }
      }
    },
  );
});
