// planted: only-the-cli-imports-commander
export { program } from 'commander';
