import { scaleLinear } from 'd3-scale';
import type { Result } from '../Result.js';
import { shown } from './shown.js';
import { element, picture, text } from './svg.js';

const LEFT = 280;
const RIGHT = 880;
const TOP = 92;
const ROW = 34;

/** What `facts` of the heap's result call a way without a stream. */
const WITHOUT_STREAM = /, no stream B$/;

/** Heap a watched job as bars from 0. */
export function heapPicture(results: readonly Result[]): string | undefined {
  const heap = results.find(({ id }) => id === 'memory.100000');
  if (heap === undefined) return undefined;
  const { facts = {}, figure, goal, limit = 0, peers } = heap;
  const others = Object.entries(facts)
    .filter(([fact]) => WITHOUT_STREAM.test(fact))
    .map(([fact, bytes]) => ({ name: `${fact.replace(WITHOUT_STREAM, '')}, no stream`, bytes }));
  const rows = [
    ...peers.map(({ name, figure: bytes }) => ({ name, bytes, look: 'other' })),
    { name: 'Rushes, with client and limits', bytes: figure, look: 'bar' },
    ...others.map((other) => ({ ...other, look: 'other' })),
    { name: 'a bare Observable, nothing else', bytes: limit, look: 'least' },
  ].sort((a, b) => b.bytes - a.bytes);
  const most = Math.max(...rows.map(({ bytes }) => bytes));
  const width = scaleLinear()
    .domain([0, most])
    .range([0, RIGHT - LEFT]);
  const bottom = TOP + rows.length * ROW;
  const bars = rows.map(({ bytes, look, name }, index) => {
    const y = TOP + index * ROW;
    const words = { class: look === 'bar' ? 'name' : 'ink', 'font-size': 12.5 };
    return [
      text(LEFT - 12, y + 18, name, { ...words, 'text-anchor': 'end' }),
      element('rect', {
        class: look,
        x: LEFT,
        y: y + 3,
        width: width(bytes),
        height: ROW - 12,
        rx: 2,
      }),
      text(LEFT + width(bytes) + 7, y + 18, `${shown(bytes)} B`, words),
    ].join('');
  });
  const aimed = goal === undefined ? undefined : LEFT + width(goal.value);
  const line =
    aimed === undefined || goal === undefined
      ? ''
      : element('path', { class: 'goal', d: `M${aimed} ${TOP - 8}V${bottom}` }) +
        text(aimed, bottom + 18, `aim: ${shown(goal.value)} B`, {
          class: 'aim',
          'text-anchor': 'middle',
        });
  return picture(
    { width: 960, height: bottom + 36 },
    {
      title: 'Heap a watched job, of 100,000',
      about: 'beside the last snapshot; others watch a stub, without client, decoding or limits',
      described: rows.map(({ bytes, name }) => `${name}: ${shown(bytes)} bytes.`).join(' '),
    },
    [...bars, line],
  );
}
