// `npm run dev`: a live preview, with the schemas that editors complete and check entries from.

import { nextCli, runNode } from '@/lib/build/run';
import { writeSchemas } from '@/lib/build/schemas';

await writeSchemas('.schemas');
const port = process.env.PORT || '3000';
process.exitCode = await runNode([nextCli, 'dev', '--hostname', process.env.HOST || '127.0.0.1', '--port', port]);
