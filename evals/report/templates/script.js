"use strict";
const filters = document.querySelector(".filters");
const cases = [...document.querySelectorAll(".case")];
const texts = new Map();

function textOf(element) {
  if (!texts.has(element)) texts.set(element, element.textContent.toLowerCase());
  return texts.get(element);
}

function fits(item, wanted) {
  return ["actual", "right", "treatment"].every(name => !wanted[name] || item.dataset[name] === wanted[name]);
}

function apply() {
  const wanted = Object.fromEntries([...filters.elements].filter(field => field.name).map(field => [field.name, field.value]));
  const words = wanted.text.toLowerCase().split(/\s+/).filter(Boolean);
  let shownCases = 0, shownItems = 0;
  for (const each of cases) {
    const found = words.every(word => textOf(each).includes(word));
    let inside = 0;
    for (const item of each.querySelectorAll(".item")) {
      item.hidden = !(found && fits(item, wanted));
      inside += !item.hidden;
    }
    each.hidden = inside === 0;
    shownCases += !each.hidden;
    shownItems += inside;
  }
  filters.querySelector("output").value = `cases: ${shownCases} of ${cases.length}, items: ${shownItems}`;
}

function lead(event) {
  const link = event.target.closest("a[data-lead]");
  if (!link) return;
  const target = document.getElementById(link.dataset.lead);
  if (!target) return;
  event.preventDefault();
  document.querySelectorAll("mark.found").forEach(mark => mark.classList.remove("found"));
  for (let outer = target.closest("details"); outer; outer = outer.parentElement.closest("details")) outer.open = true;
  const mark = target.closest("mark");
  if (mark) mark.classList.add("found");
  target.scrollIntoView({ block: "center" });
}

function openNamed() {
  const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named && named.matches("details")) named.open = true;
}

document.addEventListener("click", lead);
window.addEventListener("hashchange", openNamed);
openNamed();
if (filters) {
  filters.addEventListener("input", apply);
  filters.addEventListener("submit", event => event.preventDefault());
  apply();
}
