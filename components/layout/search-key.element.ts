// The keys / and Control+K (⌘K) lead to the search field. Without the script, the Tab key does.
import { slashKey } from '@/components/ui/search-key';

addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  const chord = ctrlKey || metaKey;
  if (altKey || (chord ? key !== 'k' : key !== '/' || isOff() || isTyping(target))) return;
  const field = [...document.querySelectorAll<HTMLInputElement>('[type="search"]')].pop();
  // On phones it is in the menu, which then opens.
  if (field?.checkVisibility() === false) field.closest<HTMLElement>('[popover]')?.showPopover();
  field?.focus();
  field?.select();
  if (field) event.preventDefault();
});

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}

function isOff(): boolean {
  try {
    return localStorage.getItem(slashKey) !== null;
  } catch {
    // Where storage is forbidden, nobody has switched it off.
    return false;
  }
}
