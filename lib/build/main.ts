import { buildSite } from '@/lib/build/build';

process.exitCode = await buildSite();
