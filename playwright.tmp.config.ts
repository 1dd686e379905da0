import base from './playwright.config';
const wanted = (process.env.ONLY ?? '').split(' ');
export default { ...base, webServer: (base.webServer as { name: string }[]).filter(({ name }) => wanted.includes(name)) };
