// Comfort that the pages work without. Dropping a file on the page reads it: the page's own form is filled and sent.
"use strict";
const form = document.getElementById("drop");
const input = document.getElementById("file");
document.addEventListener("dragover", (e) => { e.preventDefault(); form.classList.add("over"); });
document.addEventListener("dragleave", () => form.classList.remove("over"));
document.addEventListener("drop", (e) => {
  e.preventDefault();
  form.classList.remove("over");
  if (e.dataTransfer.files.length > 0) {
    input.files = e.dataTransfer.files;
    form.submit();
  }
});

// The search box offers what the plans hold for what was typed.
const box = document.getElementById("q");
const offers = document.getElementById("offers");
let asked = 0;
box.addEventListener("input", async () => {
  const turn = ++asked;
  const answer = await fetch("/complete?q=" + encodeURIComponent(box.value));
  if (!answer.ok || turn !== asked) return;
  offers.replaceChildren(...(await answer.json()).map((text) => {
    const option = document.createElement("option");
    option.value = text;
    return option;
  }));
});
