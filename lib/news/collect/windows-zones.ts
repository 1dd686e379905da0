// Time zones as Windows, Outlook and Exchange name them, to IANA names.
import windowsZones from 'cldr-core/supplemental/windowsZones.json' with { type: 'json' };

/** By lower-case name, the zone of the territory "001", which stands for the whole world. */
const byName = new Map(
  windowsZones.supplemental.windowsZones.mapTimezones
    .filter(({ mapZone }) => mapZone._territory === '001')
    .map(({ mapZone }) => [mapZone._other.toLowerCase(), mapZone._type]),
);

/** The IANA name of a Windows zone (`W. Europe Standard Time`), in any case; undefined for any other name. */
export function zoneOfWindows(name: string): string | undefined {
  return byName.get(name.trim().toLowerCase());
}
