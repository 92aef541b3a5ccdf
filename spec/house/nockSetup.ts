import nock from 'nock';

// nock patches the http module of the whole worker, so every spec file has to put it back:
// a file that leaves it patched makes later files of the same worker fail.
beforeAll(() => {
  if (!nock.isActive()) nock.activate();
  nock.disableNetConnect();
});

afterEach(() => {
  nock.abortPendingRequests();
  nock.cleanAll();
});

afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});
