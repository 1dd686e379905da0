// `npm run build`, with `--lenient` for posts that hold unknown shortcodes.
import { buildSite } from '@/lib/build/build';

// As `next build` will: what is compiled here is drawn there.
Object.assign(process.env, { NODE_ENV: 'production' });
process.exitCode = await buildSite({ lenient: process.argv.includes('--lenient') });
