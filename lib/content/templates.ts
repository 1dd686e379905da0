// The files that newcomers fill in: what the code host's new-file form begins with.
import { newFileHref } from '@/lib/base/urls';

const templates = {
  adopters: `# yaml-language-server: $schema=../../.schemas/adopter.json
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
`,
  ecosystem: `# yaml-language-server: $schema=../../.schemas/ecosystem.json
name: Your project
url: https://github.com/you/your-project
about: What it does, in a sentence.
# controller, tool, extension, integration, platform or plugin
kind: tool
joined: 2026-01
`,
  events: `# yaml-language-server: $schema=../../.schemas/event.json
title: What it is called
# talk, meetup, conference, meeting, bug-scrub, webinar or workshop
kind: talk
# The time that clocks show where it takes place, and the zone.
start: 2026-01-31T18:00
end: 2026-01-31T19:00
zone: Europe/Berlin
url: https://example.org/your-event
online: true
speakers:
  - name: Your name
    affiliation: Your organisation
description: What it is about, in a sentence or two.
`,
} as const;

/** The code host's form that adds an adopter. @param projects the ids to choose from; the form begins with all of them. */
export function addAdopterHref(projects: readonly string[]): string {
  const list = projects.map((id) => `  - ${id}\n`).join('');
  const text = list === '' ? templates.adopters : templates.adopters.replace('  - the-project\n', list);
  return newFileHref('adopters/your-organisation.yaml', text);
}

/** The code host's form that adds an ecosystem entry. */
export function addEcosystemHref(): string {
  return newFileHref('ecosystem/your-project.yaml', templates.ecosystem);
}

/** The code host's form that adds an event. */
export function addEventHref(): string {
  return newFileHref('events/your-event.yaml', templates.events);
}

/** Each template with the kind of entry that it is, for the test that holds them to the schemas. */
export const entryTemplates: Readonly<Record<keyof typeof templates, string>> = templates;
