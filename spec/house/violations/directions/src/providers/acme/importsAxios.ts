// planted: only-http-imports-axios, providers-are-pure-data
export type { AxiosInstance } from 'axios';
