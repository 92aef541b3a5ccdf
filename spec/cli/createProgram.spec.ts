import { createProgram } from '../../src/cli/createProgram.js';
import type { Terminal } from '../../src/cli/Terminal.js';

describe('rushes', () => {
  let written: string;
  let errors: string;
  const terminal: Terminal = {
    write: (text) => void (written += text),
    writeError: (text) => void (errors += text),
    interrupted: () => Promise.resolve(),
  };

  beforeEach(() => {
    written = '';
    errors = '';
  });

  const run = (...args: readonly string[]) => {
    const program = createProgram(terminal);
    for (const command of [program, ...program.commands]) command.exitOverride();
    return program.parseAsync(['node', 'rushes', ...args]);
  };

  it('opens the simulator, tells where the vendors are, and closes when it is interrupted', async () => {
    await run('simulate', '--port', '0', '--seed', '7', '--pace', '0.5', '--limits', 'documented');
    expect(written).toMatch(/Creatify {5}http:\/\/127\.0\.0\.1:\d+\/creatify/);
    expect(written).toMatch(/Aurous Labs {2}http:\/\/127\.0\.0\.1:\d+\/aurous/);
    expect(written).toMatch(/createCreatify\(\{ baseUrl: 'http:/);
    expect(written).toMatch(/Closed\.\n$/);
  });

  it.each([
    [['--port', 'x'], /Not a number/],
    [['--pace', 'brisk'], /Not a number/],
    [['--limits', 'some'], /Allowed choices are default, documented, none/],
  ])('refuses %j', async (args, said) => {
    await expect(run('simulate', ...args)).rejects.toThrow();
    expect(errors).toMatch(said);
    expect(written).toBe('');
  });

  it('says which option is out of its range', async () => {
    await expect(run('simulate', '--port', '70000')).rejects.toThrow(/port must be an integer/);
    await expect(run('simulate', '--port', '0', '--latency-ms', '-5')).rejects.toThrow(/latencyMs/);
  });

  it('lists its options', async () => {
    await expect(run('simulate', '--help')).rejects.toThrow();
    for (const option of ['port', 'seed', 'pace', 'limits', 'hold-cap-ms', 'latency-ms']) {
      expect(written).toContain(`--${option} `);
    }
  });
});
