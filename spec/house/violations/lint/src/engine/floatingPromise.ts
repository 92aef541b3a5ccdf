// planted: @typescript-eslint/no-floating-promises
Promise.resolve();
