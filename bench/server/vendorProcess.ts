// The vendors, in a process of their own, so that their work is not counted as a contestant's.
import { answerAll } from '../Child.js';
import { vendorAnswers } from './vendorAnswers.js';

answerAll(vendorAnswers);
