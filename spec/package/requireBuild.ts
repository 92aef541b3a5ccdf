beforeAll(() => {
  const fault = process.env['RUSHES_BUILD_FAULT'];
  if (fault !== '') throw new Error(fault ?? 'build.mjs has not run');
});
