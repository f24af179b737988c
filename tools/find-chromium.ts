import { requireChromium } from './chromium.ts';

console.log(`Testing with ${requireChromium()}`);
