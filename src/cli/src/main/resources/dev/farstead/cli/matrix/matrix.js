"use strict";
const table = document.querySelector("table");
const selects = [...document.querySelectorAll("select")];
const heads = [...table.tHead.rows[0].cells].slice(1);
const lines = [...table.tBodies[0].rows];

/* A heading is shown while each of its values is the chosen one, or nothing is chosen. */
function isShown(heading) {
  return [...heading.querySelectorAll("span")].every((span) => {
    const chosen = selects[Number(span.dataset.axis)].value;
    return chosen === "" || chosen === span.dataset.value;
  });
}

function filter() {
  const shown = heads.map(isShown);
  heads.forEach((head, i) => { head.hidden = !shown[i]; });
  for (const line of lines) {
    line.hidden = !isShown(line.cells[0]);
    shown.forEach((show, i) => { line.cells[i + 1].hidden = !show; });
  }
}

let last = null;
function open(link) {
  if (last) last.removeAttribute("aria-current");
  last = link;
  link.setAttribute("aria-current", "true");
  const panel = document.getElementById(link.hash.slice(1));
  panel.querySelector(".which").textContent = link.getAttribute("aria-label").replace(/: (possible|conditional|impossible).*$/, "");
}

function close() {
  if (!last) return;
  last.removeAttribute("aria-current");
  const link = last;
  last = null;
  location.hash = "";
  link.focus({preventScroll: true});
}

/* Arrow keys go from cell to cell, past what is filtered out. */
function move(link, down, right) {
  const cell = link.parentElement;
  let next = cell;
  do {
    if (right) next = right > 0 ? next.nextElementSibling : next.previousElementSibling;
    else {
      const line = lines[lines.indexOf(next.parentElement) + down];
      next = line ? line.cells[next.cellIndex] : null;
    }
  } while (next && (next.hidden || next.parentElement.hidden));
  const found = next && next.querySelector("a");
  if (found) found.focus();
}

const arrows = {ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1]};
table.addEventListener("click", (event) => {
  const link = event.target.closest("td a");
  if (link) open(link);
});
table.addEventListener("keydown", (event) => {
  const link = event.target.closest("td a");
  if (link && arrows[event.key]) {
    event.preventDefault();
    move(link, ...arrows[event.key]);
  }
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
document.querySelectorAll(".close").forEach((link) => link.addEventListener("click", (event) => {
  if (last) {
    event.preventDefault();
    close();
  }
}));
selects.forEach((select) => select.addEventListener("change", filter));
document.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
filter();
