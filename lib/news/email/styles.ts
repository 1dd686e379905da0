// How a mail looks. Colours are those of the site (app/globals.css); sizes are pixels, because Outlook knows little else.
import { accentSheet } from '@/lib/output/design/accent';
import { parseTokens } from '@/lib/output/design/tokens';

const [accent, soft] = parseTokens(accentSheet()).colors;

/** For every mail program: written into each element. */
export const styles = `
body { margin: 0; padding: 0; background-color: #fbf9f4; }
.page { background-color: #fbf9f4; }
.sheet { width: 100%; max-width: 600px; table-layout: fixed; background-color: #ffffff; }
.masthead { padding: 16px 24px; border-bottom: 3px solid ${accent?.light}; font-family: Arial, Helvetica, sans-serif; font-size: 18px; line-height: 28px; font-weight: bold; }
.masthead a { color: #1b1a18; text-decoration: none; }
.masthead img { vertical-align: middle; margin: 0 8px 0 0; }
[dir=rtl] .masthead img { margin: 0 0 0 8px; }
.cover { font-size: 0; line-height: 0; }
.cover img { display: block; width: 100%; }
.text { padding: 24px; font-family: Georgia, 'Times New Roman', serif; font-size: 17px; line-height: 26px; color: #1b1a18; overflow-wrap: anywhere; word-break: break-word; }
h1 { margin: 0 0 12px; font-family: Georgia, 'Times New Roman', serif; font-size: 32px; line-height: 38px; }
h2 { margin: 36px 0 12px; font-family: Arial, Helvetica, sans-serif; font-size: 23px; line-height: 29px; }
h3 { margin: 28px 0 8px; font-family: Arial, Helvetica, sans-serif; font-size: 19px; line-height: 25px; }
h4, h5, h6 { margin: 20px 0 6px; font-family: Arial, Helvetica, sans-serif; font-size: 17px; line-height: 23px; }
p { margin: 0 0 14px; }
ul, ol { margin: 0 0 14px; padding: 0 0 0 24px; }
[dir=rtl] ul, [dir=rtl] ol { padding: 0 24px 0 0; }
li { margin: 0 0 6px; }
a { color: ${accent?.light}; }
img { max-width: 100%; height: auto; border: 0; }
pre { margin: 0 0 14px; padding: 12px; background-color: #f3efe6; font-family: Consolas, Menlo, monospace; font-size: 14px; line-height: 20px; white-space: pre-wrap; overflow-wrap: anywhere; text-align: left; }
code { font-family: Consolas, Menlo, monospace; font-size: 15px; }
pre code { font-size: 14px; }
blockquote { margin: 0 0 14px; padding: 0 0 0 14px; border-left: 3px solid #e0dacc; }
[dir=rtl] blockquote { padding: 0 14px 0 0; border-left: 0; border-right: 3px solid #e0dacc; }
.content img { background-color: #ffffff; }
.wide { margin: 0 0 14px; overflow-x: auto; }
.content table { border-collapse: collapse; }
.content th, .content td { padding: 4px 8px; border: 1px solid #e0dacc; font-size: 15px; line-height: 21px; vertical-align: top; overflow-wrap: normal; word-break: normal; }
.content .long { min-width: 90px; }
.content td a, .content td code { overflow-wrap: anywhere; }
.caption { margin: 6px 0 14px; font-family: Arial, Helvetica, sans-serif; font-size: 14px; line-height: 20px; color: #5b5850; }
.small { font-family: Arial, Helvetica, sans-serif; font-size: 14px; line-height: 20px; color: #5b5850; }
.foot { margin: 28px 0 0; padding: 14px 0 0; border-top: 1px solid #e0dacc; }
.box { margin: 0 0 14px; padding: 12px 14px 1px; background-color: ${soft?.light}; }
.breaking { background-color: #fcece7; }
.security { background-color: #f2eafb; }
.hidden { display: none; max-height: 0; overflow: hidden; }
`;

/** For mail programs that know a dark scheme. Those that do not ignore it, or take it out. */
export const darkStyles = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
body, .page { background-color: #121315 !important; }
.sheet { background-color: #1b1c1f !important; }
.masthead { border-color: ${accent?.dark} !important; }
.text, .masthead a { color: #eceae4 !important; }
.text a { color: ${accent?.dark} !important; }
.text pre { background-color: #121315 !important; }
.text blockquote, .text .foot, .content th, .content td { border-color: #33353a !important; }
.text .small, .text .caption { color: #aba89f !important; }
.box { background-color: ${soft?.dark} !important; }
.breaking { background-color: #351a14 !important; }
.security { background-color: #271a3b !important; }
}
@media (max-width: 480px) {
.text, .masthead { padding-left: 16px !important; padding-right: 16px !important; }
.text h1 { font-size: 27px !important; line-height: 33px !important; }
.content th, .content td { padding: 3px 4px !important; font-size: 13px !important; line-height: 18px !important; }
.content td code { font-size: 12px !important; }
}
`;
