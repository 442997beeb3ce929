// The filters of the first page. Every view has an address: the filters stand after its "#".
"use strict";
(() => {
  const form = document.getElementById("filters");
  const count = document.getElementById("count");
  const none = document.getElementById("none");
  const bars = [...document.querySelectorAll(".years button")];
  const fold = (text) => text.normalize("NFKD").toLowerCase().replace(/[\p{M}\p{P}\p{Z}\p{Cf}\s]+/gu, "");
  // A page names each choice by its place in its list.
  const SETS = ["kind", "area", "topic", "person", "language"];
  const places = (text) => new Set((text || "").split(" ").map(Number));
  const items = [...document.querySelectorAll("#items > li")].map((node) => ({
    node,
    year: Number(node.dataset.d.slice(0, 4)) || null,
    text: fold(`${node.textContent} ${node.querySelector("a").pathname}`),
    ...Object.fromEntries(SETS.map((name) => [name, places(node.dataset[name[0]])])),
  }));
  const chosen = () => new FormData(form);

  const show = () => {
    const asked = chosen();
    const looked = (asked.get("text") || "").split(/\s+/).map(fold).filter(Boolean);
    const from = Number(asked.get("from")) || null;
    const to = Number(asked.get("to")) || null;
    const sets = SETS.filter((name) => asked.get(name)).map((name) => [name, form.elements[name].selectedIndex]);
    const years = new Map();
    let shown = 0;
    for (const item of items) {
      const dated = (!from && !to) || (item.year !== null && (!from || item.year >= from) && (!to || item.year <= to));
      const fits = dated && sets.every(([name, value]) => item[name].has(value)) && looked.every((word) => item.text.includes(word));
      if (item.node.hidden === fits) item.node.hidden = !fits;
      if (fits) {
        shown += 1;
        if (item.year) years.set(item.year, (years.get(item.year) || 0) + 1);
      }
    }
    count.textContent = shown;
    none.hidden = shown > 0;
    const highest = Math.max(1, ...years.values());
    for (const button of bars) {
      const n = years.get(Number(button.dataset.year)) || 0;
      button.firstElementChild.style.height = `${(100 * n) / highest}%`;
      button.setAttribute("aria-label", `${button.dataset.year}: ${n}`);
      button.title = `${button.dataset.year}: ${n}`;
    }
  };

  const address = () => {
    const kept = [...chosen()].filter(([, value]) => value);
    return kept.length ? `#${new URLSearchParams(kept)}` : "#";
  };
  const read = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    for (const field of form.elements) if (field.name) field.value = asked.get(field.name) || "";
    show();
  };
  let typed;
  const keep = () => {
    if (address() !== (location.hash || "#")) location.hash = address();
  };
  form.addEventListener("input", (event) => {
    show();
    clearTimeout(typed);
    // One entry of the browser's history for what is typed, not one for each letter.
    typed = setTimeout(keep, event.target.type === "search" ? 600 : 0);
  });
  form.addEventListener("reset", () => setTimeout(() => { show(); keep(); }));
  form.addEventListener("submit", (event) => { event.preventDefault(); keep(); });
  for (const button of bars) {
    button.addEventListener("click", () => {
      const same = form.elements.from.value === button.dataset.year && form.elements.to.value === button.dataset.year;
      form.elements.from.value = form.elements.to.value = same ? "" : button.dataset.year;
      show();
      keep();
    });
  }
  // The other language opens at the same view.
  document.querySelector(".turn").addEventListener("click", (event) => {
    event.currentTarget.hash = location.hash;
  });
  addEventListener("hashchange", read);
  read();
})();
