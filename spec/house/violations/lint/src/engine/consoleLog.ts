// planted: no-restricted-globals
console.log('here');
