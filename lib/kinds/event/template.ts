/** The file that a newcomer fills in: what the code host's new-file form begins with. */
export const eventTemplate = `# yaml-language-server: $schema=../../.schemas/event.json
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
`;
