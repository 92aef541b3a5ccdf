import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { startSimulator } from 'rushes/testing';
import type { Simulator, SimulatorOptions } from 'rushes/testing';
import { MagicHour } from './officialMagicHour.js';
import type { Client } from './officialMagicHour.js';

type Creates = (
  v1: Client['v1'],
) => PromiseLike<{ readonly id: string; readonly creditsCharged: number }>;

const IMAGE = 'https://example.com/face.png';
const AUDIO = 'https://example.com/voice.mp3';
const VIDEO = 'https://example.com/face.mp4';
const CLIP = { startSeconds: 0, endSeconds: 5 };
const FROM_FILE = { videoFilePath: VIDEO, videoSource: 'file' as const };

const VIDEOS: Readonly<Record<string, Creates>> = {
  TALKING_PHOTO: (v1) =>
    v1.aiTalkingPhoto.create({ ...CLIP, assets: { audioFilePath: AUDIO, imageFilePath: IMAGE } }),
  ANIMATION: (v1) =>
    v1.animation.create({
      assets: { audioSource: 'none' },
      endSeconds: 5,
      fps: 12,
      height: 960,
      width: 512,
      style: {
        artStyle: 'Painterly Illustration',
        cameraEffect: 'Simple Zoom In',
        prompt: 'Cyberpunk city',
        promptType: 'custom',
        transitionSpeed: 5,
      },
    }),
  AUTO_SUBTITLE: (v1) =>
    v1.autoSubtitleGenerator.create({
      ...CLIP,
      assets: { videoFilePath: VIDEO },
      style: { template: 'karaoke' },
    }),
  FACE_SWAP: (v1) =>
    v1.faceSwap.create({ ...CLIP, assets: { ...FROM_FILE, imageFilePath: IMAGE } }),
  IMAGE_TO_VIDEO: (v1) =>
    v1.imageToVideo.create({ endSeconds: 5, assets: { imageFilePath: IMAGE } }),
  LIP_SYNC: (v1) => v1.lipSync.create({ ...CLIP, assets: { ...FROM_FILE, audioFilePath: AUDIO } }),
  TEXT_TO_VIDEO: (v1) =>
    v1.textToVideo.create({ endSeconds: 5, orientation: 'landscape', style: { prompt: 'a dog' } }),
  VIDEO_TO_VIDEO: (v1) =>
    v1.videoToVideo.create({ ...CLIP, assets: FROM_FILE, style: { artStyle: '3D Render' } }),
};

const IMAGES: Readonly<Record<string, Creates>> = {
  CLOTHES_CHANGER: (v1) =>
    v1.aiClothesChanger.create({
      assets: { garmentFilePath: IMAGE, garmentType: 'dresses', personFilePath: IMAGE },
    }),
  FACE_EDITOR: (v1) =>
    v1.aiFaceEditor.create({ assets: { imageFilePath: IMAGE }, style: { headYaw: 5 } }),
  AI_GIF: (v1) => v1.aiGifGenerator.create({ style: { prompt: 'Cute dancing cat' } }),
  AI_HEADSHOT: (v1) => v1.aiHeadshotGenerator.create({ assets: { imageFilePath: IMAGE } }),
  AI_IMAGE_EDITOR: (v1) =>
    v1.aiImageEditor.create({
      assets: { imageFilePaths: [IMAGE, IMAGE] },
      style: { prompt: 'Give me sunglasses' },
    }),
  AI_IMAGE: (v1) =>
    v1.aiImageGenerator.create({
      imageCount: 1,
      orientation: 'landscape',
      style: { prompt: 'Cool image', tool: 'ai-anime-generator' },
    }),
  IMAGE_UPSCALER: (v1) =>
    v1.aiImageUpscaler.create({
      assets: { imageFilePath: IMAGE },
      scaleFactor: 2,
      style: { enhancement: 'Balanced' },
    }),
  AI_MEME: (v1) =>
    v1.aiMemeGenerator.create({
      style: { template: 'Drake Hotline Bling', topic: 'When the code works' },
    }),
  QR_CODE: (v1) =>
    v1.aiQrCodeGenerator.create({
      content: 'https://example.com',
      style: { artStyle: 'Watercolor' },
    }),
  FACE_SWAP: (v1) =>
    v1.faceSwapPhoto.create({ assets: { sourceFilePath: IMAGE, targetFilePath: IMAGE } }),
  BACKGROUND_REMOVER: (v1) =>
    v1.imageBackgroundRemover.create({ assets: { imageFilePath: IMAGE } }),
  PHOTO_COLORIZER: (v1) => v1.photoColorizer.create({ assets: { imageFilePath: IMAGE } }),
};

const SPEECH = { style: { prompt: 'Hello, how are you?', voiceName: 'Elon Musk' } } as const;

describe('The creators of the official client magic-hour, unchanged, against the simulator', () => {
  let sim: Simulator;
  let v1: Client['v1'];
  let folder: string;

  const start = async (options: SimulatorOptions = {}) => {
    sim = await startSimulator({ durationMs: 20, ...options });
    const { apiKey, baseUrl } = sim.magicHour.options;
    ({ v1 } = new MagicHour({ token: apiKey, baseUrl }));
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rushes-'));
  });

  afterEach(async () => {
    await sim.close();
    rmSync(folder, { recursive: true });
  });

  const localFile = (name: string): string => {
    const path = join(folder, name);
    writeFileSync(path, 'bytes');
    return path;
  };
  const into = () => ({ downloadDirectory: join(folder, 'out') });

  it.each(Object.entries(VIDEOS))(
    'makes a video of type %s, and waits for it',
    async (type, create) => {
      await start();
      const { id, creditsCharged } = await create(v1);
      const project = await v1.videoProjects.checkResult({ id }, into());
      expect(project).toMatchObject({ id, type, status: 'complete', creditsCharged });
      expect(project.downloadedPaths).toEqual([join(folder, 'out', 'output.mp4')]);
    },
  );

  it.each(Object.entries(IMAGES))(
    'makes an image of type %s, and waits for it',
    async (type, create) => {
      await start();
      const { id, creditsCharged } = await create(v1);
      const project = await v1.imageProjects.checkResult({ id }, into());
      expect(project).toMatchObject({ id, type, status: 'complete', creditsCharged });
      expect(project.downloadedPaths).toHaveLength(1);
    },
  );

  it('makes speech, waits for it, and removes it', async () => {
    await start();
    const { id, creditsCharged } = await v1.aiVoiceGenerator.create(SPEECH);
    const project = await v1.audioProjects.checkResult({ id }, into());
    expect(project).toMatchObject({ id, type: 'VOICE_GENERATOR', status: 'complete' });
    expect([creditsCharged, project.creditsCharged]).toEqual([2, 2]);
    expect(readFileSync(join(folder, 'out', 'output.wav'), 'utf8')).toContain(id);
    await v1.audioProjects.delete({ id });
    await expect(v1.audioProjects.get({ id })).rejects.toThrow(/^404/);
  });

  it('looks for speech among the images when it generates it, and finds none there', async () => {
    await start();
    await expect(v1.aiVoiceGenerator.generate(SPEECH, into())).rejects.toThrow(/^404/);
    expect(sim.magicHour.createsOf('audios')).toBe(1);
  });

  it('generates several images in one go, and downloads each', async () => {
    await start();
    const style = { prompt: 'Cool image' };
    const request = { imageCount: 3, orientation: 'square', style } as const;
    const project = await v1.aiImageGenerator.generate(request, into());
    expect(project).toMatchObject({ status: 'complete', imageCount: 3, creditsCharged: 15 });
    expect(project.downloads).toHaveLength(3);
    expect(new Set(project.downloadedPaths).size).toBe(3);
  });

  it('generates a talking photo of local files in one go', async () => {
    await start();
    const assets = { audioFilePath: localFile('voice.mp3'), imageFilePath: localFile('face.jpg') };
    const project = await v1.aiTalkingPhoto.generate({ ...CLIP, assets }, into());
    expect(project).toMatchObject({ status: 'complete', type: 'TALKING_PHOTO' });
    const puts = sim.magicHour.requests.filter(({ method }) => method === 'PUT');
    expect(puts.map(({ status }) => status)).toEqual([200, 200]);
    const sent = sim.magicHour.requests.find(({ path }) => path === '/v1/ai-talking-photo');
    expect(sent?.body).toMatch(/api-assets\/[0-9a-f]{16}\.mp3.*api-assets\/[0-9a-f]{16}\.jpg/);
  });

  it('generates an image that fails, and is told why', async () => {
    await start();
    const failure = {
      code: 'no_source_face',
      message: 'Please use an image with a detectable face',
    };
    sim.magicHour.nextJob({ kind: 'images', course: 'photoColorizer', outcome: 'failed', failure });
    const assets = { imageFilePath: localFile('old.png') };
    const project = await v1.photoColorizer.generate({ assets }, into());
    expect(project).toMatchObject({ status: 'error', error: failure, creditsCharged: 0 });
    expect(project.downloadedPaths).toBeUndefined();
  });

  it('removes an image project, and does not find it again', async () => {
    await start();
    const { id } = await v1.photoColorizer.create({ assets: { imageFilePath: IMAGE } });
    expect(await v1.imageProjects.get({ id })).toMatchObject({ id, enabled: true });
    await v1.imageProjects.delete({ id });
    await expect(v1.imageProjects.get({ id })).rejects.toThrow(/^404/);
  });

  it('detects faces of a local file in one go, and downloads them', async () => {
    await start();
    const assets = { targetFilePath: localFile('group.png') };
    const detection = await v1.faceDetection.generate({ assets, confidenceScore: 0.35 }, into());
    expect(detection).toMatchObject({ status: 'complete', creditsCharged: 0 });
    expect(detection.faces.map(({ path }) => basename(path))).toEqual(['0-0.png', '0-1.png']);
    const { downloadedPaths = [] } = detection as { readonly downloadedPaths?: readonly string[] };
    expect(downloadedPaths.map((path) => basename(path))).toEqual(['0-0.png', '0-1.png']);
  });

  it('creates a face detection, and looks at it', async () => {
    await start({ durationMs: 60_000 });
    const { id } = await v1.faceDetection.create({ assets: { targetFilePath: IMAGE } });
    expect(await v1.faceDetection.get({ id })).toEqual({
      id,
      status: 'queued',
      creditsCharged: 0,
      faces: [],
    });
  });

  it('asks for places to upload to', async () => {
    await start();
    const { items } = await v1.files.uploadUrls.create({
      items: [
        { type: 'video', extension: 'mp4' },
        { type: 'audio', extension: 'mp3' },
        { type: 'image', extension: 'png' },
      ],
    });
    expect(items.map(({ filePath }) => filePath.split('.')[1])).toEqual(['mp4', 'mp3', 'png']);
  });

  it('throws what it throws for a request that is refused', async () => {
    await start();
    const style = { prompt: '' };
    const request = { imageCount: 1, orientation: 'square', style } as const;
    await expect(v1.aiImageGenerator.create(request)).rejects.toThrow(/^400/);
    expect(sim.magicHour.creates).toBe(0);
  });
});
