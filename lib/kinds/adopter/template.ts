/** The file that a newcomer fills in: what the code host's new-file form begins with. */
export const adopterTemplate = `# yaml-language-server: $schema=../../.schemas/adopter.json
name: Your organisation
url: https://your-organisation.example/
# What you use: the ids of content/projects.yaml.
projects:
  - the-project
# The month in which you add this.
joined: 2026-01
# Optional: what you do with it, in a sentence; a case study.
# about: Runs all of its clusters with it.
# story: https://your-organisation.example/story
`;
