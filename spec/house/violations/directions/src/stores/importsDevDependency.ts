// planted: src-imports-what-it-ships-with
export { integer } from 'fast-check';
