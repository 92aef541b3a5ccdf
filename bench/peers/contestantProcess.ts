// One contestant, in a process of its own, so that its processor time and memory are its own.
import { answerAll } from '../Child.js';
import { contestantAnswers } from './contestantAnswers.js';

answerAll(contestantAnswers);
