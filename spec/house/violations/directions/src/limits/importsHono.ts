// planted: only-the-simulator-imports-hono
export { Hono } from 'hono';
