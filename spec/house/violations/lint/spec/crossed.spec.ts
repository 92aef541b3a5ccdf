// planted: no-restricted-syntax
xit('is left out', () => undefined);
