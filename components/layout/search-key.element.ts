// The keys / and Control+K (⌘K) focus the search field. Without the script, the Tab key reaches it.
import { slashKey } from '@/components/ui/custom-element';

addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  const chord = ctrlKey || metaKey;
  if (altKey || (chord ? key !== 'k' : key !== '/' || isOff() || isTyping(target))) return;
  const field = [...document.querySelectorAll<HTMLInputElement>('[type="search"]')].pop();
  // On phones it is in the menu, which opens.
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
    // Without storage, it cannot have been switched off.
    return false;
  }
}
