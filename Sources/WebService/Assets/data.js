"use strict";
// Says how far something is, and shows the page anew when it is done.
for (const element of document.querySelectorAll("[data-progress]")) {
  const ask = async () => {
    try {
      const answer = await fetch(element.dataset.progress, { credentials: "same-origin" });
      const state = answer.ok ? await answer.json() : { isRunning: false };
      if (!state.isRunning) return location.reload();
      if (element.textContent !== state.text) element.textContent = state.text;
    } catch {
      // The server may be away for a moment.
    }
    setTimeout(ask, 1000);
  };
  setTimeout(ask, 1000);
}
// Puts a chosen file's text into a field, so that it can be looked at before it is sent.
for (const input of document.querySelectorAll("[data-file-for]")) {
  input.closest("[data-file-field]").hidden = false;
  input.addEventListener("change", async () => {
    const file = input.files[0];
    if (!file) return;
    document.getElementById(input.dataset.fileFor).value = await file.text();
    const name = document.getElementById(input.dataset.nameFor);
    if (!name.value) name.value = file.name.replace(/\.[^.]*$/, "");
  });
}
