// planted: no-restricted-syntax
describe.only('shuts the others out', () => undefined);
