'use strict';

const axios = require('axios');
const Either = require('#fp-ts/Either');
var shared = require('./chunks/shared.js');

exports.later = async () => {
  const { run } = await Promise.resolve().then(() => require('hono'));
  return [axios, Either, shared, run];
};
