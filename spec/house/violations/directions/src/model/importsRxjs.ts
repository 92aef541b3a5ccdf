// planted: model-and-timing-know-no-stream
export { timer } from 'rxjs';
