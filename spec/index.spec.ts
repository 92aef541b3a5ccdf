import { readFileSync } from 'node:fs';
import * as aurous from 'rushes/aurous';
import * as creatify from 'rushes/creatify';
import * as magicHour from 'rushes/magic-hour';
import * as node from 'rushes/node';
import * as operators from 'rushes/operators';
import * as root from 'rushes';
import * as sync from 'rushes/sync';
import * as testing from 'rushes/testing';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: object };

const OPERATORS = [
  'attempt',
  'combineJobs',
  'deadline',
  'decodeWith',
  'distinctSnapshots',
  'estimateProgress',
  'orThrow',
  'poll',
  'rateLimit',
  'retryTransient',
  'reviewWith',
  'thenRun',
  'toResult',
  'toState',
  'untilTerminal',
];

const ROOT = [
  ...OPERATORS,
  ...['left', 'right', 'isLeft', 'isRight'],
  ...['formatRef', 'parseRef', 'decodeRef', 'expiresWithin', 'isTerminal', 'isSettled'],
  ...['explain', 'isJobError', 'HttpFault'],
  ...['fixed', 'exponential', 'serverHint', 'earliest', 'latest', 'jittered'],
  ...['byProgress', 'learned', 'NO_DURATIONS', 'withDuration'],
  ...['outputOf', 'resultOf', 'unwrap', 'toAsyncIterable'],
  ...['keyvStore', 'memoryStore', 'tokenBucket'],
  ...['createClient', 'defineCall', 'defineJob', 'defineUpload'],
  ...['assetOf', 'crossRules', 'inputRules', 'jobFailure', 'lenient'],
  ...[
    'lenientBody',
    'optional',
    'pathSegment',
    'plainErrorOf',
    'recordOf',
    'required',
    'valueRules',
  ],
];

const CLIENT = [
  ...['watch', 'refresh', 'resume', 'intents', 'reconcile', 'resolveIntent', 'forAccount', 'close'],
];

const TESTING = [
  ...['simulate', 'startSimulator', 'virtualTime'],
  ...['operatorLaws', 'stepLaw', 'traceOf', 'kindLaws', 'providerLaws', 'storeLaws'],
];

const CREATIFY = [
  ...['aurora', 'lipsyncs', 'lipsyncsV2', 'boreal', 'aiShorts', 'aiEditing', 'customTemplateJobs'],
  ...['linkToVideos', 'productToVideos', 'adsClone', 'textToSpeech', 'aiScripts', 'textGenerator'],
  ...['assetGenerator', 'inspirationJobs', 'iabImages', 'htmlInteractiveAds'],
  ...['links', 'personas', 'voices', 'musics', 'inspirations', 'customTemplates'],
  'remainingCredits',
];

const MAGIC_HOUR = [
  ...['videos', 'images', 'audios', 'faceDetection', 'files', 'savedItems', 'account'],
  ...['aiTalkingPhoto', 'aiVideoEditor', 'animation', 'audioToVideo', 'autoSubtitleGenerator'],
  ...['characterReplace', 'faceSwap', 'imageToVideo', 'lipSync', 'textToVideo'],
  ...['videoToVideo', 'aiVideoTranslator', 'aiClothesChanger', 'aiFaceEditor', 'aiGifGenerator'],
  ...[
    'aiImageEditor',
    'aiHeadshotGenerator',
    'aiImageGenerator',
    'aiImageUpscaler',
    'aiMemeGenerator',
  ],
  ...['aiQrCodeGenerator', 'bodySwap', 'faceSwapPhoto', 'headSwap', 'imageBackgroundRemover'],
  ...['photoColorizer', 'aiVoiceGenerator', 'aiVoiceCloner'],
];

const byName = (names: readonly string[]): readonly string[] => [...names].sort();

describe('the public door', () => {
  it.each([
    ['rushes', root, ROOT],
    ['rushes/operators', operators, OPERATORS],
    ['rushes/creatify', creatify, ['createCreatify']],
    ['rushes/sync', sync, ['createSync']],
    [
      'rushes/magic-hour',
      magicHour,
      ['createMagicHour', 'ANIMATION_ART_STYLES', 'CAMERA_EFFECTS', 'VIDEO_ART_STYLES'],
    ],
    ['rushes/aurous', aurous, ['createAurous']],
    ['rushes/testing', testing, TESTING],
    ['rushes/node', node, ['download', 'fileStore']],
  ])('%s holds what it should, and no more', (_entry, door, names) => {
    expect(byName(Object.keys(door))).toEqual(byName(names));
  });

  it('has no other entries', () => {
    expect(byName(Object.keys(manifest.exports))).toEqual(
      byName([
        '.',
        './operators',
        './creatify',
        './sync',
        './magic-hour',
        './aurous',
        './testing',
        './node',
        './package.json',
      ]),
    );
  });

  it.each([
    ['creatify', creatify.createCreatify({ apiId: 'an-id', apiKey: 'a-key' }), CREATIFY],
    [
      'sync',
      sync.createSync({ apiKey: 'a-key' }),
      [
        ...['generations', 'batches', 'ttsJobs', 'transcriptions', 'dialogueEdits'],
        ...['assets', 'models', 'voices', 'projects'],
        ...['tts', 'errors', 'healthcheck', 'webhookSecret'],
      ],
    ],
    ['magic-hour', magicHour.createMagicHour({ apiKey: 'a-key' }), MAGIC_HOUR],
    [
      'aurous',
      aurous.createAurous({ apiKey: 'a-key' }),
      ['characters', 'images', 'videos', 'files', 'balance'],
    ],
  ])(
    'gives a client of %s its families, what all clients have, and nothing later',
    (_, client, own) => {
      expect(byName(Object.keys(client))).toEqual(byName([...own, ...CLIENT]));
    },
  );
});
