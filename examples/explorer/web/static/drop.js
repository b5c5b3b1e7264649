// Dropping a file on the page reads it: the page's own form is filled and sent.
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
