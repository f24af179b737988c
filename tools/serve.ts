import open from 'open';
import { serveSite } from './site.ts';

const wanted = Number(process.env['PORT'] ?? 4173);
const { address } = await serveSite(wanted).catch(() => serveSite(0));
console.log(`\n  Plumbline is at ${address}\n  Ctrl+C stops it.\n`);

const desktop = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
if (desktop && process.env['CI'] === undefined) await open(address);
