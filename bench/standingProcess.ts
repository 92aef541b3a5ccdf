// Vendors and contestant in one process, where time can stand still while a request is under way.
import { answerAll } from './Child.js';
import { contestantAnswers } from './peers/contestantAnswers.js';
import { vendorAnswers } from './server/vendorAnswers.js';

answerAll({ ...vendorAnswers, ...contestantAnswers });
