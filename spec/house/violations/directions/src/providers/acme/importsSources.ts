// planted: nothing-imports-sources
import './sources.js';
