// Loaded before all else by the processes of a run (`node --import`): gives the process its clock. What
// runs in it is not told.
import { readEnvironment } from './environment.js';
import { speedUp } from './speedUp.js';
import { StandingClock } from './StandingClock.js';
import { standing } from './standing.js';

const { pace, epochMs, mostLateMs } = readEnvironment();

if (pace === 'standing') {
  const clock = new StandingClock(epochMs, mostLateMs);
  clock.install();
  standing.clock = clock;
} else if (pace !== 1) {
  speedUp(pace, epochMs);
}
