// Loaded into the demo's process before the demo itself: the pipe to the spec becomes a terminal.
import { WriteStream } from 'node:tty';

const { stdout } = process;
const { prototype } = WriteStream;

Object.assign(stdout, {
  isTTY: true,
  columns: 80,
  rows: 40,
  getColorDepth: prototype.getColorDepth.bind(stdout),
  hasColors: prototype.hasColors.bind(stdout),
});
