// Helps with the forum's form: hides what does not apply, shows boxes as they are needed, and keeps a draft on this
// device. The form works without it.
"use strict";

(() => {
  const storeKey = "moim-apply";
  const draftHours = 12;
  const contactNames = ["person_name", "position", "department", "email", "phone"];

  if (document.querySelector("[data-draft-sent]")) removeDraft();
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  const form = document.querySelector("[data-intake]");
  if (!form) return;
  document.documentElement.classList.add("scripted");
  const problems = document.getElementById("problems");
  if (problems) problems.focus();

  // --- What applies ---

  function valuesOf(name) {
    return Array.from(form.elements)
      .filter((control) => control.name === name)
      .filter((control) => (control.type === "checkbox" || control.type === "radio" ? control.checked : true))
      .map((control) => control.value.trim())
      .filter((value) => value !== "");
  }

  function holds(condition) {
    return condition.split(";").every((part) => {
      const [name, wanted] = part.split(":");
      const values = valuesOf(name);
      return wanted === "" ? values.length === 0 : wanted.split(",").some((value) => values.includes(value));
    });
  }

  function update() {
    for (const element of form.querySelectorAll("[data-when]")) {
      // What was refused stays in sight, or it could not be corrected.
      element.hidden = !holds(element.dataset.when) && !element.querySelector("[aria-invalid]");
    }
    for (const element of form.querySelectorAll("[data-required]")) {
      const mark = element.querySelector(".must");
      if (mark) mark.hidden = !holds(element.dataset.required);
    }
  }

  // --- Boxes of which one is filled after the other ---

  for (const list of form.querySelectorAll("[data-more]")) {
    const rows = Array.from(list.querySelectorAll(".statement"));
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button small";
    button.textContent = list.dataset.more;
    list.after(button);
    let shown = Math.max(1, rows.filter((row) => row.querySelector("textarea").value !== "").length);
    const show = () => {
      rows.forEach((row, place) => { row.hidden = place >= shown; });
      button.hidden = shown >= rows.length;
    };
    button.addEventListener("click", () => {
      shown += 1;
      show();
      rows[shown - 1].querySelector("textarea").focus();
    });
    list.addEventListener("moim-restored", () => {
      shown = Math.max(shown, rows.filter((row) => row.querySelector("textarea").value !== "").length);
      show();
    });
    show();
  }

  // --- The draft ---

  const line = form.querySelector("[data-draft-line]");
  const keepsContact = form.querySelector("[data-draft-contact]");

  function removeDraft() {
    try { localStorage.removeItem(storeKey); } catch { /* The browser keeps nothing: all the better. */ }
  }

  function isKept(control) {
    if (!control.name || control.name === "form_token" || control.name === "leave_this_empty") return false;
    // Who agrees to something does so now, not by a draft.
    if (control.name.startsWith("consent_")) return false;
    return !contactNames.includes(control.name) || keepsContact.checked;
  }

  function saveDraft() {
    const values = Array.from(form.elements).filter(isKept).map((control) =>
      control.type === "checkbox" || control.type === "radio"
        ? [control.name, control.value, control.checked] : [control.name, control.value]);
    if (!values.some((entry) => (entry.length === 3 ? entry[2] : entry[1] !== "" && entry[0] !== "need_urgencies"))) return;
    try {
      localStorage.setItem(storeKey, JSON.stringify({ saved: Date.now(), contact: keepsContact.checked, values }));
      line.hidden = false;
    } catch { /* No room, or not allowed: the form works without a draft. */ }
  }

  function restoreDraft() {
    let draft = null;
    try { draft = JSON.parse(localStorage.getItem(storeKey)); } catch { return; }
    if (!draft || Date.now() - draft.saved > draftHours * 3600 * 1000) return removeDraft();
    keepsContact.checked = draft.contact === true;
    const controls = Array.from(form.elements);
    const taken = new Set();
    for (const [name, value, isChecked] of draft.values) {
      const control = controls.find((candidate) =>
        candidate.name === name && !taken.has(candidate) && (isChecked === undefined || candidate.value === value));
      if (!control) continue;
      taken.add(control);
      if (isChecked === undefined) control.value = value; else control.checked = isChecked;
    }
    for (const list of form.querySelectorAll("[data-more]")) list.dispatchEvent(new Event("moim-restored"));
    line.hidden = false;
  }

  if (line) {
    // What came back with problems is newer than any draft.
    if (!problems) restoreDraft();
    let timer = 0;
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(saveDraft, 400);
    });
    form.querySelector("[data-draft-delete]").addEventListener("click", () => {
      clearTimeout(timer);
      removeDraft();
      form.reset();
      line.hidden = true;
      update();
    });
  }

  form.addEventListener("input", update);
  form.addEventListener("change", update);
  update();
})();
