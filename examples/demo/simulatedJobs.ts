import { setTimeout as pause } from 'node:timers/promises';
import { fixed } from 'rushes';
import type { Phase } from 'rushes';
import type { SimulatedVendor } from 'rushes/testing';
import { startSimulator } from 'rushes/testing';
import type { DemoJob } from './DemoJob.js';
import type { Programme } from './Programme.js';
import { aurousVendor } from './vendors/aurousVendor.js';
import { creatifyPreview } from './vendors/creatifyPreview.js';
import { creatifyVendor } from './vendors/creatifyVendor.js';
import { magicHourVendor } from './vendors/magicHourVendor.js';
import { syncVendor } from './vendors/syncVendor.js';

const FACE = 'https://files.example/face.mp4';
const VOICE = 'https://files.example/voice.wav';

// Simulated jobs take seconds where real ones take minutes: the demo looks more often, and expects
// them to be over sooner, than the library does by itself.
const quick = { cadence: fixed(250) };
const estimate = (typicalMs: number) => ({ typicalMs, everyMs: 100 });

/** Six jobs at four simulated vendors: two wait for a person, one fails, the others just succeed. */
export async function simulatedJobs(): Promise<Programme> {
  const sim = await startSimulator({ pace: 'quick' });
  const creatify = creatifyVendor({ ...sim.creatify.options, ...quick });
  const sync = syncVendor({ ...sim.sync.options, ...quick }, estimate(2_400));
  const magicHour = magicHourVendor({ ...sim.magicHour.options, ...quick }, estimate(4_500));
  const review = (): Promise<boolean> => pause(900, true);
  const approve = (): Promise<boolean> => pause(800, true);
  const preview = creatifyPreview({ ...sim.creatify.options, ...quick }, approve);
  const aurous = aurousVendor({ ...sim.aurous.options, ...quick }, review, estimate(1_500));

  sim.creatify.nextJob(
    { kind: 'aurora', durationMs: 3_300 },
    { kind: 'lipsyncs', course: 'preview', durationMs: 1_200 },
    { kind: 'lipsyncs', course: 'render', durationMs: 2_000 },
  );
  sim.sync.nextJob({ durationMs: 2_700 });
  sim.magicHour.nextJob({ durationMs: 3_800 });
  sim.aurous.nextJob({ durationMs: 1_900, pauses: true });
  const doomed = sim.creatify.createJob('aurora', {
    durationMs: 2_200,
    outcome: 'failed',
    failure: { message: 'No face in the image.' },
  });
  const portrait = 'https://files.example/portrait.png';
  const media = [
    { type: 'video', url: FACE },
    { type: 'audio', url: VOICE },
  ] as const;
  const assets = { video_source: 'file', video_file_path: FACE, audio_file_path: VOICE } as const;
  return {
    heading: [
      'Six jobs at four vendors at once: five are made, and one is only watched.',
      `The vendors are simulated at ${sim.url}; nothing is charged.`,
    ],
    jobs: [
      scripted(creatify.run({ image: portrait, audio: VOICE }), sim.creatify, 'succeeded'),
      scripted(sync.run({ model: 'lipsync-2', input: media }), sim.sync, 'succeeded'),
      scripted(
        magicHour.run({ start_seconds: 0, end_seconds: 5, assets }),
        sim.magicHour,
        'succeeded',
      ),
      scripted(aurous.run({ name: 'Aurora' }), sim.aurous, 'succeeded'),
      scripted(preview.run({ text: 'Fresh bread, every day.' }), sim.creatify, 'succeeded'),
      scripted(creatify.watch(doomed), sim.creatify, 'failed'),
    ],
    close: async () => {
      await Promise.all(
        [creatify, preview, sync, magicHour, aurous].map((vendor) => vendor.close()),
      );
      await sim.close();
    },
  };
}

function scripted(job: DemoJob, at: SimulatedVendor<unknown>, end: Phase): DemoJob {
  const finishedAt = (id: string) => at.jobs.find((made) => made.id === id)?.finishedAt;
  return { ...job, finishedAt, scripted: end };
}
