import axios from 'axios';
import { createAurous } from 'rushes/aurous';

export const aurous = createAurous({ apiKey: 'a-key', http: axios.create() });
