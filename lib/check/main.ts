// The process of `npm run check`.
import { runCheck } from '@/lib/check/command';

process.exitCode = await runCheck(process.argv.slice(2), {
  out: (text) => console.log(text),
  err: (text) => console.error(text),
  // npm runs scripts in the package's folder and tells where the person stood.
  from: [process.cwd(), process.env.INIT_CWD ?? process.cwd()],
});
