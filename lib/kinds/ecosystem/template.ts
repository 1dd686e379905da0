/** The file that a newcomer fills in: what the code host's new-file form begins with. */
export const ecosystemTemplate = `# yaml-language-server: $schema=../../.schemas/ecosystem.json
name: Your project
url: https://github.com/you/your-project
about: What it does, in a sentence.
# controller, tool, extension, integration, platform or plugin
kind: tool
joined: 2026-01
`;
