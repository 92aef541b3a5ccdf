// planted: no-restricted-properties
console.log(process.argv, Date.now());
