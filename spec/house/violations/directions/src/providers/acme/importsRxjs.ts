// planted: providers-are-pure-data
export type { Observable } from 'rxjs';
