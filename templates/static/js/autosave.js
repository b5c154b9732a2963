// Saves the draft by itself a few seconds after the last change. Without scripts the buttons do the same.
const form = document.querySelector('form[data-autosave]');
const PAUSE = 4000, RETRY = 15000;
if (form && window.fetch) {
  const said = form.querySelector('[data-saved]');
  let timer, busy = false, dirty = false;
  const later = delay => { clearTimeout(timer); timer = setTimeout(save, delay); };
  const save = async () => {
    if (busy || !dirty) return;
    busy = true; dirty = false;
    said.textContent = form.dataset.saving;
    const body = new FormData(form);
    // Files go only with a pressed button: sending them again at every pause would store nothing new.
    for (const input of form.querySelectorAll('input[type=file]')) body.delete(input.name);
    body.delete('remove');
    try {
      const answer = await fetch(form.action, { method: 'POST', body, headers: { 'X-Autosave': '1' }, redirect: 'manual' });
      const result = await answer.json();
      if (result.saved) {
        form.elements.version.value = result.version;
        if (form.action !== new URL(result.address, location).href) {
          form.action = result.address;
          history.replaceState(null, '', result.address);
        }
        said.textContent = result.message;
      } else if (result.signed_out) {
        said.textContent = form.dataset.signedOut;
      } else {
        said.textContent = result.errors.join(' ');
      }
    } catch {
      dirty = true;
      said.textContent = form.dataset.failed;
      later(RETRY);
    } finally {
      busy = false;
      if (dirty) later(PAUSE);
    }
  };
  form.addEventListener('input', event => { if (event.target.type !== 'file') { dirty = true; later(PAUSE); } });
  form.addEventListener('submit', () => { clearTimeout(timer); dirty = false; });
}
