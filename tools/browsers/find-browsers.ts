import { requireChromium } from './chromium.ts';
import { requireFirefox } from './firefox.ts';

console.log(`Testing with ${requireChromium()} and ${requireFirefox()}`);
